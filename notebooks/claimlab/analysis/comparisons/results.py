"""What follows where two figures may be combined: the number, with the hedges of its parts carried over."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ... import text
from ...claims.claim import Statistic
from . import precision
from .comparable import RESIDENT
from .ladder import told
from .reason import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, same_stage
from .rules import DOWN, EITHER, UP, lean, leaning
from .wording import label

OTHER_WAY = {UP: DOWN, DOWN: UP}
EXACT = {UP: "more than ", DOWN: "less than ", EITHER: "about ", "": ""}
"""Said before a number that is exact but for the hedges of its parts."""
ROUNDED = {UP: "at least about ", DOWN: "at most about ", EITHER: "about ", "": ""}
"""Said before a number that is rounded as well."""
BASES = 1, 100, 1_000, 10_000, 100_000, 1_000_000
"""A ratio of unlike things is so many for every one of these."""


def sentence(operation: str, a: Statistic, b: Statistic) -> str:
    """The result in a sentence without its first capital and its full stop; with no more digits than its parts."""
    by_month = ", worked out by the month" if operation != SUM and _by_month(a, b) else ""
    tell = {DIFFERENCE: _difference, SUM: _sum, CHANGE: _change, SHARE: _share}.get(operation, _ratio)
    return tell(a, b) + by_month


def _label(one: Statistic, other: Statistic) -> str:
    """A figure in a sentence beside another: with its stage where both have one noun, and stages of their own."""
    apart = one.status != other.status and told(one.status) and told(other.status)
    return label(one, one.unit == other.unit and apart and one.status != RESIDENT)


def _difference(a: Statistic, b: Statistic) -> str:
    low, high = (a, b) if values(DIFFERENCE, b, a)[0] >= 0 else (b, a)
    said = EXACT[lean(leaning(high), OTHER_WAY.get(leaning(low), leaning(low)))]
    written = _written((precision.to_print(end, a, b) for end in values(DIFFERENCE, high, low)), text.number)
    return f"the difference between {_label(low, high)} and {_label(high, low)} is {said}{written}"


def _sum(a: Statistic, b: Statistic) -> str:
    written = _written((precision.to_print(end, a, b) for end in values(SUM, a, b)), text.number)
    return f"{_label(a, b)} and {_label(b, a)} make {EXACT[lean(leaning(a), leaning(b))]}{written} {b.things}"


def _change(a: Statistic, b: Statistic) -> str:
    said = ROUNDED[lean(leaning(b), OTHER_WAY.get(leaning(a), leaning(a)))]
    found, limit = values(CHANGE, a, b), precision.digits(a, b)
    if {precision.change(change, limit) for change in found} == {text.NO_CHANGE}:
        return f"from {_label(a, b)} to {_label(b, a)} there is {text.NO_CHANGE}"
    turn, written = "a rise" if found[0] > 0 else "a fall", _written(map(abs, found), precision.percent, limit)
    return f"from {_label(a, b)} to {_label(b, a)} is {turn} of {said}{written}"


def _share(a: Statistic, b: Statistic) -> str:
    way, limit = _lean_of_quotient(a, b), precision.digits(a, b)
    written = _written(_bounds(values(SHARE, a, b), limit, way), precision.percent, limit)
    return f"{_label(a, b)} are {ROUNDED[way]}{written} of {_label(b, a)}"


A_MONTH = " a month"


def _ratio(a: Statistic, b: Statistic) -> str:
    way, found, limit = _lean_of_quotient(a, b), values(RATIO, a, b), precision.digits(a, b)
    said = ROUNDED[way]
    per_head = b.status == RESIDENT != a.status
    if not per_head and (a.unit == b.unit or same_stage(a, b)) and a.kind == b.kind:
        written = _written(_bounds(found, limit, way), precision.number, limit)
        about = said or ("" if found == [1] else "about ")
        times = f"{about}as many as" if written == "1" else f"{said}{written} times as many as"
        return f"{_label(a, b)} are {times} {_label(b, a)}"
    base = next((size for size in BASES if min(found) * size >= (1 if size == 1 else 10)), BASES[-1])
    written = _written(
        _bounds([value * base for value in found], limit, way), precision.number if base == 1 else _whole, limit
    )
    things = f"is {said}1 {a.thing}" if written == "1" else f"are {said}{written} {a.things}"
    for_every = f"{text.number(base)} {b.things}" if base > 1 else b.thing
    if a.things.endswith(A_MONTH) and b.things.endswith(A_MONTH):  # said of both already, and it cancels out
        things, for_every = things.removesuffix(A_MONTH), for_every.removesuffix(A_MONTH)
    time = f" in {text.months(a.months)}" if a.period and a.months and per_head else ""
    return f"with {_label(a, b)} and {_label(b, a)} there {things} for every {for_every}{time}"


def _bounds(found: Iterable[float], limit: int | None, way: str) -> list[float]:
    """Numbers that are at least, or at most, so many: rounded so that they stay bounds."""
    if way not in OTHER_WAY:
        return list(found)
    return [precision.bound(value, limit, least=way == UP) for value in found]


def _lean_of_quotient(a: Statistic, b: Statistic) -> str:
    return lean(leaning(a), OTHER_WAY.get(leaning(b), leaning(b)))


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


def _whole(value: float, limit: int | None) -> str:
    return text.whole(precision.cut(value, limit))


def _written(found: Iterable[float], write: Callable[..., str], *limit: int | None) -> str:
    return " to ".join(dict.fromkeys(write(value, *limit) for value in found))
