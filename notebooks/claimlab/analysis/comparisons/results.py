"""What follows where two figures may be combined: the number, with the hedges of its parts carried over."""

from __future__ import annotations

from collections.abc import Callable

from ... import text
from ...claims.claim import Statistic
from .rules import CHANGE, DIFFERENCE, DOWN, EITHER, SHARE, SUM, UP, lean, leaning, same_stage

OTHER_WAY = {UP: DOWN, DOWN: UP}
EXACT = {UP: "more than ", DOWN: "less than ", EITHER: "about ", "": ""}
"""Said before a number that is exact but for the hedges of its parts."""
ROUNDED = {UP: "at least about ", DOWN: "at most about ", EITHER: "about ", "": ""}
"""Said before a number that is rounded as well."""
SMALLEST, BASES = 0.1, (100, 1_000, 10_000, 100_000, 1_000_000)
"""A ratio of like things is told as so many times from here on; else a ratio is so many for every one of these."""


def sentence(operation: str, a: Statistic, b: Statistic) -> str:
    """The result in a sentence without its first capital and its full stop."""
    if operation == DIFFERENCE:
        low, high = sorted((a, b), key=lambda one: one.numbers[0])
        said = lean(leaning(high), OTHER_WAY.get(leaning(low), leaning(low)))
        written = _written(values(operation, high, low), text.number)
        return f"the difference between {low.label} and {high.label} is {EXACT[said]}{written}{_a_month(a, b)}"
    if operation == SUM:
        written = _written(values(operation, a, b), text.number)
        return f"{a.label} and {b.label} make {EXACT[lean(leaning(a), leaning(b))]}{written} {b.things}"
    if operation == CHANGE:
        said = ROUNDED[lean(leaning(b), OTHER_WAY.get(leaning(a), leaning(a)))]
        found = values(operation, a, b)
        if {text.change(change) for change in found} == {text.NO_CHANGE}:
            return f"from {a.label} to {b.label} there is {text.NO_CHANGE}{_a_month(a, b)}"
        turn, written = "a rise" if found[0] > 0 else "a fall", _written([abs(one) for one in found], text.percent)
        return f"from {a.label} to {b.label} is {turn} of {said}{written}{_a_month(a, b)}"
    said = ROUNDED[lean(leaning(a), OTHER_WAY.get(leaning(b), leaning(b)))]
    found = values(operation, a, b)
    if operation == SHARE:
        return f"{a.label} are {said}{_written(found, text.percent)} of {b.label}"
    if (a.unit == b.unit or same_stage(a, b)) and min(found) >= SMALLEST:
        return f"{a.label} are {said}{_written(found, text.number)} times {b.label}{_a_month(a, b)}"
    base = 1 if min(found) >= 1 else next((size for size in BASES if min(found) * size >= 10), BASES[-1])
    written = _written([value * base for value in found], text.number if base == 1 else text.whole)
    for_every = f"{text.number(base)} {b.things}" if base > 1 else b.thing
    return f"with {a.label} and {b.label} there are {said}{written} {a.things} for every {for_every}{_a_month(a, b)}"


def values(operation: str, a: Statistic, b: Statistic) -> list[float]:
    """The result: one number, or the two ends where a figure is a range. Per cent for a change and a share.

    Flows over unlike lengths of time are compared by the month. For a difference `a` is the larger.
    """
    one, other = ([end / _months(x, y) for end in x.numbers] for x, y in ((a, b), (b, a)))
    if operation == DIFFERENCE:
        ends = [one[0] - other[1], one[1] - other[0]]
    elif operation == CHANGE:
        ends = [(other[0] - one[1]) / one[1] * 100, (other[1] - one[0]) / one[0] * 100]
    elif operation == SUM:
        ends = [a.numbers[0] + b.numbers[0], a.numbers[1] + b.numbers[1]]
    else:
        ends = [end * (100 if operation == SHARE else 1) for end in (one[0] / other[1], one[1] / other[0])]
    return ends[:1] if ends[0] == ends[1] else ends


def _months(one: Statistic, other: Statistic) -> float:
    return one.months if one.months and _by_month(one, other) else 1


def _by_month(one: Statistic, other: Statistic) -> bool:
    return bool(one.months and other.months and one.months != other.months)


def _a_month(one: Statistic, other: Statistic) -> str:
    return ", by the month" if _by_month(one, other) else ""


def _written(found: list[float], write: Callable[[float], str]) -> str:
    return " to ".join(dict.fromkeys(write(value) for value in found))
