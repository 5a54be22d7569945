"""Marks a typed number against named figures: what is accepted, which known mistake it is, and how near it comes."""

from __future__ import annotations

import contextlib
import math
from typing import NamedTuple

from .. import text
from ..analysis import figures
from ..claims.errors import NotInStoryError, ReaderError
from ..claims.ledger import Ledger
from .practice import Item
from .typed import RULES, SAYS, Typed

LEAST_DIGITS = 2
"""How many significant digits a rounded number must keep, for it to stand for one figure and for no other."""
KNOWN_PLACES = (0, 1, 2, 3)
"""Decimal places to which a known wrong answer may be rounded."""
TINY = 1e-9


class Accepted(NamedTuple):
    """What is right for an item on a story: one number, or all between two; sizes, and whether they are below 0."""

    low: float
    high: float
    falls: bool

    @property
    def is_range(self) -> bool:
        """Whether more than one number is right."""
        return self.low < self.high


def accepted(item: Item, ledger: Ledger) -> Accepted:
    """What is right for an item of kind number or slider that has a key."""
    ends = [float(figures.value_of(name, ledger)) for name in (item.key, item.key_to) if name]
    low, *_, high = sorted([abs(end) for end in ends] * 2)
    return Accepted(low, high, ends[0] < 0)


def told(item: Item, ledger: Ledger) -> str:
    """What is accepted, in words, for the answer key: what is worked out, and what else is right."""
    key, figure = accepted(item, ledger), figures.figure(item.key)
    if not key.is_range:
        also = [f"{key.low:,.{place}f}" for place in item.places if not key.low.is_integer()]
        exact = figures.text_of(item.key, ledger)
        others = [one for one in also if one != exact.strip(f"{text.MINUS}%")]
        said = f"{exact} (or {text.listed(others)})" if others else exact
    else:
        ends = [figure.write(end) for end in (key.low, key.high)]
        said = f"{' to '.join(ends)}"
        roundest = [text.whole(end) for end in (key.low, key.high)]
        if 0 in item.places and roundest != ends:
            said += f", in whole numbers {' to '.join(dict.fromkeys(roundest))}"
    return f"{said}; with a minus sign or without" if key.falls else said


def reply_to(item: Item, ledger: Ledger, typed: Typed) -> tuple[str, bool]:
    """The reply to a typed number, not filled in, and whether it is right.

    Raises ReaderError where two numbers are typed that cannot be marked as one.
    """
    key = accepted(item, ledger)
    if typed.low == typed.high:
        return _reply(item, ledger, typed, key)
    if not item.key_to:
        raise ReaderError(SAYS["only_one"])
    first, second = (_reply(item, ledger, typed._replace(low=end, high=end), key) for end in (typed.low, typed.high))
    if first != second:
        raise ReaderError(SAYS["narrow"])
    return first


def _reply(item: Item, ledger: Ledger, typed: Typed, key: Accepted) -> tuple[str, bool]:
    against = typed.sign and (typed.sign < 0) != key.falls
    if _is_right(typed, key, item.places) and not against:
        return item.right, True
    if wrong := _known(item, ledger, typed):
        return wrong, False
    if against:
        return SAYS["below_zero" if typed.sign < 0 else "above_zero"], False
    said = _near(item, typed, key) or f"{_close(typed, key)}{_beside(item, typed, key)}"
    return f"{said} {typed.note}" if _misread(typed, key) else said, False


def _is_right(typed: Typed, key: Accepted, places: tuple[int, ...]) -> bool:
    """Whether a size is the key, or lies between its ends, rounded as the item allows."""
    low, high = key.low * typed.factor, key.high * typed.factor
    if key.is_range:
        half = 0.5 * 0.1 ** min(decimals(typed.low), max(KNOWN_PLACES)) + TINY
        return low - half <= typed.low <= high + half
    if typed.factor != 1:  # in another unit the decimal places that are asked for mean nothing
        return is_rounded(typed.low, low, KNOWN_PLACES, LEAST_DIGITS)
    return is_rounded(typed.low, low, places)


def _known(item: Item, ledger: Ledger, typed: Typed) -> str:
    """The reply to the known mistake that a number is; "" for none."""
    for wrong in item.wrong:
        with contextlib.suppress(NotInStoryError):  # a slip that nobody can make on this story
            exact = figures.value_of(wrong.figure, ledger)
            if typed.sign and (typed.sign < 0) != (exact < 0):
                continue
            written = abs(text.read_number(figures.text_of(wrong.figure, ledger)))
            as_written = typed.factor == 1 and typed.low == written > 0
            if as_written or is_rounded(typed.low, abs(exact) * typed.factor, KNOWN_PLACES, LEAST_DIGITS):
                return wrong.reply
    return ""


def _near(item: Item, typed: Typed, key: Accepted) -> str:
    """The reply to a number that differs from the key in its last digit alone; "" for any other, and between ends."""
    place, exact = decimals(typed.low), key.low * typed.factor
    if key.is_range or place > max(item.places):
        return ""
    one = 0.1**place
    if typed.factor == 1 and exact.is_integer():
        return (item.near or SAYS["near_whole"]) if place == 0 and abs(typed.low - exact) == one else ""
    off = abs(typed.low - math.floor(exact / one + 0.5) * one)
    return SAYS["near_rounded"] if abs(off - one) < TINY and _keeps(typed.low, LEAST_DIGITS) else ""


def _close(typed: Typed, key: Accepted) -> str:
    """What is said first of a number that is off by a small part of the key, or of the nearer of two ends; "" for any
    other."""
    ends = [end * typed.factor for end in (key.low, key.high)]
    return f"{SAYS['close']} " if any(abs(typed.low - end) < RULES["close"]["part"] * end for end in ends) else ""


def _beside(item: Item, typed: Typed, key: Accepted) -> str:
    return (item.below if typed.low < key.low * typed.factor else item.above) or item.otherwise


def _misread(typed: Typed, key: Accepted) -> bool:
    """Whether the other meaning of a lone comma or point lies nearer to the key, as a ratio."""
    exact = key.low * typed.factor
    if typed.other is None or not exact:
        return False
    read, other = (abs(math.log(one / exact)) for one in (typed.low, typed.other))
    return other < read


def decimals(value: float) -> int:
    """How many decimal places a number was typed with, noughts at the end left out.

    >>> decimals(22.0), decimals(22.2467)
    (0, 4)
    """
    return next(place for place in range(16) if place == 15 or math.isclose(value, round(value, place), rel_tol=1e-12))


def is_rounded(size: float, exact: float, places: tuple[int, ...], least: int = 0) -> bool:
    """Whether `size` is `exact`, halves either way, rounded to one of these numbers of decimal places, or with more.

    Rounded, it must keep at least `least` significant digits. A whole number is not rounded: only itself will do.

    >>> is_rounded(22.2, 22.2467, (0, 1, 2)), is_rounded(1, 1.2013, (0, 1), least=2), is_rounded(1.2, 1.2013, (1,), 2)
    (True, False, True)
    """
    if abs(size - exact) < TINY or abs(exact - round(exact)) < TINY:
        return abs(size - exact) < TINY
    place = min(decimals(size), max(places) + 1)
    return place in (*places, max(places) + 1) and abs(size - exact) <= 0.5 * 0.1**place + TINY and _keeps(size, least)


def _keeps(size: float, least: int) -> bool:
    """Whether a number, as it is typed, has at least so many significant digits."""
    return not least or size >= 10.0 ** (least - 1 - decimals(size)) - TINY
