"""Numbers around every key and every known wrong answer, and which reply each may get, worked out without the kit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from claimlab.analysis import figures
from claimlab.claims.errors import NotInStoryError
from claimlab.claims.ledger import Ledger
from claimlab.exercises.practice import Item

Marks = Callable[[Item, Ledger, str], tuple[str, bool | None]]
PLACES = (0, 1, 2, 3)
STEPS = range(-12, 13)
HALF = Decimal("0.500001")
"""Half a unit, and the little that a number in binary is off."""


def grid(item: Item, ledger: Ledger) -> list[str]:
    """Typed numbers: round each exact figure of the item, at each number of decimal places, and some far away."""
    exact = [abs(value) for value in keys(item, ledger) + list(wrongs(item, ledger).values())]
    near = {
        rounded(value, place) + step * Decimal(1).scaleb(-place)
        for value in exact
        for place in PLACES
        for step in STEPS
    }
    far = {rounded(value * times, 0) for value in exact for times in (0.1, 0.5, 0.9, 1.1, 1.5, 2, 10, 1000)}
    return [f"{value:f}" for value in sorted(near | far) if value >= 0]


def keys(item: Item, ledger: Ledger) -> list[float]:
    """The key, or both ends of it."""
    return [figures.value_of(name, ledger) for name in (item.key, item.key_to) if name]


def wrongs(item: Item, ledger: Ledger) -> dict[str, float]:
    """The figures of the known wrong answers that somebody can arrive at on this story."""
    found = {}
    for wrong in item.wrong:
        try:
            found[wrong.figure] = figures.value_of(wrong.figure, ledger)
        except NotInStoryError:
            continue
    return found


def rounded(value: float, place: int) -> Decimal:
    """To a number of decimal places, halves upwards."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-place), ROUND_HALF_UP)


def places(typed: str) -> int:
    """How many decimal places are typed, noughts at the end left out."""
    return len(typed.partition(".")[2].rstrip("0"))


def off(typed: str, exact: float) -> Decimal:
    """How far a typed number is from an exact one, in units of its last digit."""
    return abs(Decimal(typed) - Decimal(repr(abs(float(exact))))).scaleb(places(typed))


def is_own_rounding(typed: str, name: str, ledger: Ledger) -> bool:
    """Whether a typed number is a figure rounded: to two significant digits or more, or as the kit writes it."""
    exact = figures.value_of(name, ledger)
    away = off(typed, exact)
    if float(exact).is_integer():
        return away == 0
    written = Decimal(figures.text_of(name, ledger).strip("%−").replace(",", ""))
    digits = len(str(int(Decimal(typed).scaleb(places(typed)))))
    return away == 0 or (away <= HALF and (digits >= 2 or Decimal(typed) == written > 0))


def is_accepted(typed: str, item: Item, ledger: Ledger) -> bool:
    """Whether a typed number is right: the key rounded as the item allows, or between its ends, each rounded so."""
    low, high = (float(end(map(abs, keys(item, ledger)))) for end in (min, max))
    value, half = Decimal(typed), HALF.scaleb(-places(typed))
    if low < high:
        return Decimal(low) - half <= value <= Decimal(high) + half
    if low.is_integer():
        return value == Decimal(low)
    finer = max(item.places) + 1
    if places(typed) >= finer:
        half = HALF.scaleb(-finer)
    return min(places(typed), finer) in (*item.places, finer) and abs(value - Decimal(repr(low))) <= half


def is_close(typed: str, item: Item, ledger: Ledger) -> bool:
    """Whether a typed number is off by less than two per cent of the key, or of one of its ends."""
    return any(abs(float(typed) - abs(key)) < 0.02 * abs(key) for key in keys(item, ledger))


def faults(item: Item, ledger: Ledger, mark: Marks, near: tuple[str, ...], close: str) -> Iterator[str]:
    """A sentence for each typed number of the grid that does not get the reply that is true of it.

    `near` are the replies to a number that differs in its last digit; `close` is said before any other.
    """
    known = wrongs(item, ledger)
    replies = {name: next(one.reply for one in item.wrong if one.figure == name) for name in known}
    for typed in grid(item, ledger):
        reply, right = mark(item, ledger, typed)
        reply = reply.partition(f" (“{typed}” was read")[0]
        said_close, reply = reply.startswith(f"{close} "), reply.removeprefix(f"{close} ")
        if right != is_accepted(typed, item, ledger):
            yield f"{typed}: right is {right}"
        elif right:
            continue
        elif reply in replies.values():
            mistakes = [name for name, said in replies.items() if said == reply]
            if not any(is_own_rounding(typed, name, ledger) for name in mistakes):
                yield f"{typed}: said to be {mistakes}"
        elif any(is_own_rounding(typed, name, ledger) for name in known):
            yield f"{typed}: no reply about its mistake"
        elif reply in near and off(typed, keys(item, ledger)[0]) > Decimal("1.5"):
            yield f"{typed}: said to be near"
        elif reply not in near and said_close != is_close(typed, item, ledger):
            yield f"{typed}: said to be close is {said_close}"
        elif reply not in (*near, item.below, item.above, item.otherwise):
            yield f"{typed}: {reply}"
