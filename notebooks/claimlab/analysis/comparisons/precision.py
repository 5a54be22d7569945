"""No result is written more exactly than the figures it is made of: significant digits, and how numbers carry them."""

from __future__ import annotations

import math
import re

from ... import text
from ...claims import printed
from ...claims.claim import Statistic

EXACTLY = "exactly"
_SCALED = re.compile(r"(\d[\d.,]*)[\s-]*([^\W\d_]+)")
SMALL, PLACES = 0.1, 2
"""Numbers from `SMALL` on are written with so many decimal places; smaller ones with so many significant digits."""


def digits(*figures: Statistic) -> int | None:
    """The significant digits that a product or quotient of these may have: those of the roughest one.

    A hedged or a bare round number has its own digits but for the noughts at its end, at least one; “53.2 million” has
    the digits before its scale. An exact number sets no limit: None where all are exact.
    """
    limits = [limit for one in figures if (limit := _digits(one)) is not None]
    return min(limits, default=None)


def to_print(value: float, *figures: Statistic) -> float:
    """A sum or difference of these, to the last place that is printed of all: “67.0 million” ends at the 100,000s."""
    steps = [
        10 ** (_order(end) + 1 - shown)
        for one in figures
        if (shown := _scaled(one)) is not None
        for end in one.ends or ()
    ]
    return round(value / max(steps)) * max(steps) if steps else value


def _scaled(one: Statistic) -> int | None:
    """The digits before a scale word, such as the three of “53.2 million”; None where there is no such word."""
    scaled = _SCALED.search(one.printed)
    if scaled is None or scaled[2].lower() not in {*printed.SCALES, *printed.SHORT}:
        return None
    return max(1, len(re.sub(r"\D", "", scaled[1]).lstrip("0")))


def _digits(one: Statistic) -> int | None:
    if (shown := _scaled(one)) is not None:
        return shown
    if one.hedge == EXACTLY or one.ends is None:
        return None
    return min(max(1, len(re.sub(r"\D", "", f"{end:.12g}").strip("0"))) for end in one.ends)


def cut(value: float, limit: int | None) -> float:
    """The value with at most so many significant digits. Where one digit is all, and that a 1, a second one stays: to
    the reader 1 and 2 are as far apart as 5 and 10.

    >>> cut(10.29, 2), cut(0.8397, None), cut(1457.3, 2), cut(7.05, 1), cut(1.37, 1)
    (10.0, 0.8397, 1500.0, 7.0, 1.4)
    """
    return round(value, _places(value, limit)) if limit and value else value


def bound(value: float, limit: int | None, *, least: bool) -> float:
    """A bound with at most so many significant digits that is a bound still: the least is cut off, the most goes up.
    Where rounding moves it by a hundredth at most, “about” says enough.

    >>> bound(36.4, 1, least=True), bound(0.8408, 2, least=False), bound(36.4, None, least=True)
    (30.0, 0.84, 36.4)
    """
    near = cut(value, limit)
    if not limit or abs(near - value) <= abs(value) / 100:
        return near
    step = 10.0 ** _places(value, limit)
    return float((math.floor if least else math.ceil)(round(value * step, 9)) / step)


def number(value: float, limit: int | None = None) -> str:
    """A number with two decimal places at most, or two digits where it is small, and within the limit.

    >>> number(10.29, 2), number(1.2225), number(0.0972), number(0.0004)
    ('10', '1.22', '0.097', '0.0004')
    """
    value = cut(value, limit)
    if not value or abs(value) >= SMALL:
        return text.number(round(value, PLACES))
    written = f"{value:.{PLACES - 1 - _order(value)}f}".rstrip("0")
    return written.replace("-", text.MINUS)


def percent(value: float, limit: int | None = None) -> str:
    """A percentage with one decimal place at most and within the limit, thousands set apart; `value` is in per cent.

    >>> percent(22.2467), percent(17.43, 2), percent(10390.62)
    ('22.2%', '17%', '10,390.6%')
    """
    places = 1 if limit is None or not value else min(max(_places(value, limit), 0), 1)
    return f"{cut(value, limit):,.{places}f}%".replace("-", text.MINUS)


def change(value: float, limit: int | None = None) -> str:
    """A percentage change with its sign, or "no change" where it rounds to nothing; `value` is in per cent.

    >>> change(22.2467), change(-5.31), change(0.04), change(1e6)
    ('+22.2%', '−5.3%', 'no change', '+1,000,000.0%')
    """
    written = percent(abs(value), limit)
    if not written.strip("0.%"):
        return text.NO_CHANGE
    return f"{'+' if value > 0 else text.MINUS}{written}"


def rise_or_fall(value: float, limit: int | None = None) -> str:
    """A percentage change as the end of a sentence; `value` is in per cent.

    >>> rise_or_fall(22.2467), rise_or_fall(-5.31), rise_or_fall(0.04)
    ('is a rise of 22.2%', 'is a fall of 5.3%', 'there is no change')
    """
    if change(value, limit) == text.NO_CHANGE:
        return f"there is {text.NO_CHANGE}"
    about = "" if limit is None else "about "
    return f"is a {'rise' if value > 0 else 'fall'} of {about}{percent(abs(value), limit)}"


def _places(value: float, limit: int) -> int:
    """The decimal places that so many significant digits come to; below 0 where they end before the point."""
    order = _order(value)
    leading_one = abs(value) < 2 * 10**order
    return (2 if limit == 1 and leading_one else limit) - 1 - order


def _order(value: float) -> int:
    """The power of ten of the first digit."""
    return math.floor(math.log10(abs(value)))
