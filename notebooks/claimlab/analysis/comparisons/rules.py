"""The rules: what speaks against combining two figures, read off the ledger's columns and nothing else.

A rule looks at one column and gives its reasons. It never asks which row or which story it has before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from ... import text
from ...claims import periods
from ...claims.claim import Statistic
from ...claims.periods import ReportingPeriod
from .comparable import RESIDENT
from .ladder import ESTIMATED, ladder_of
from .ladder import same_stage as one_stage

DIFFERENCE, CHANGE, RATIO, SHARE, SUM = OPERATIONS = "difference", "percent change", "ratio", "share", "sum"
COLUMNS = "stock or flow", "unit", "status", "place", "period", "hedge"
"""In the order in which a reason is told first: the graver before the lesser."""
UP, DOWN, EITHER = "up", "down", "either"
LEANS = {"more than": UP, "at least": UP, "almost": DOWN, "up to": DOWN, "exactly": ""}
"""Where the true number lies from the printed one; on either side for a hedge not named here."""
SIDE_BY_SIDE = "the two are read side by side rather than as cause and result"
NO_PART = "the two are read side by side rather than as part and whole"


class Reason(NamedTuple):
    """What a column says. `grade` "no" refuses; "if" needs the clause `assume` to be true; "note" is only told."""

    column: str
    grade: Literal["no", "if", "note"]
    said: str
    assume: str = ""


Rule = Callable[[str, Statistic, Statistic], Iterator[Reason]]


def reasons(operation: str, a: Statistic, b: Statistic) -> list[Reason]:
    """Every reason, in the order of `COLUMNS`. For a percent change `a` comes before `b`; ratio and share are a / b."""
    rules: tuple[Rule, ...] = (stock_and_flow, unit, status, place, period, hedge)
    return [reason for rule in rules for reason in rule(operation, a, b)]


def stock_and_flow(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """A level and a count over time do not mix, but for a rate: so many a period for every resident."""
    column = "stock or flow"
    if not a.stock_or_flow or not b.stock_or_flow:
        yield Reason(column, "if", "not told for both", "both are stocks or both are flows")
    elif a.stock_or_flow == b.stock_or_flow == "stock" and operation == SUM:
        yield Reason(column, "no", "both are stocks, and the same ones may be in both")
    elif a.stock_or_flow != b.stock_or_flow and not (
        operation == RATIO and a.stock_or_flow == "flow" and b.status == RESIDENT
    ):
        stock, flow = (a, b) if a.stock_or_flow == "stock" else (b, a)
        yield Reason(
            column, "no",
            f"{flow.short} is a flow, counted over a length of time, and {stock.short} is a stock, as many as there "
            "are at one time",
        )  # fmt: skip


def unit(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Unlike things have no difference, no sum and no share; a total over a count is an average of nobody counted."""
    if a.unit == b.unit:
        if operation in (RATIO, SHARE) and b.status == RESIDENT != a.status:
            yield Reason("unit", "if", "ages not told", f"“{a.things}” means the same ages in both")
        return
    if operation in (RATIO, SHARE) and (a.kind == "total") != (b.kind == "total") and a.status != b.status:
        total = a if a.kind == "total" else b
        missing = "their number" if total.status in ("", "-") else f"the number {total.status}"
        yield Reason(
            "unit", "no",
            f"{total.short} is a total of {total.things}, and to turn it into an average one needs "
            f"{missing}, which is not printed",
        )  # fmt: skip
    elif a.status == b.status == RESIDENT:
        if operation != SHARE:
            yield Reason("unit", "no", f"one counts {a.things}, the other {b.things}")
    elif operation == RATIO and not same_stage(a, b) and (b.status != RESIDENT or a.stock_or_flow == "flow"):
        yield Reason("unit", "note", "two units: name both")
    elif same_stage(a, b) and a.kind == b.kind:
        yield Reason(
            "unit", "if", f"{a.things} and {b.things}", f"there is one {a.unit.singular} for every {b.unit.singular}"
        )
    elif operation in (RATIO, SHARE):
        yield Reason(
            "unit", "no",
            f"a part and its whole have one unit, but {a.short} counts {a.things} and {b.short} counts {b.things}: "
            "the wrong base",
        )  # fmt: skip
    else:
        said = f"{a.short} stands for {a.things}, {b.short} for {b.things}: unlike things"
        yield Reason("unit", "no", said)


def status(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Those counted at one stage need not be those counted at another."""
    if operation in (RATIO, SHARE) and (a.status == RESIDENT) != (b.status == RESIDENT):
        if a.status == RESIDENT:
            yield Reason("status", "no", f"{a.short} is the whole population, which is no part of {b.short}")
        return
    if "-" in (a.status, b.status) or "" in (a.status, b.status):
        yield Reason("status", "if", "not told for both", "both count at the same stage")
    elif same_stage(a, b):
        if a.status != b.status:
            said = f"“{a.status}” and “{b.status}”"
            yield Reason("status", "if", said, f"{said} are said of the same ones")
        if operation == SHARE and RESIDENT not in (a.status, b.status):
            yield Reason("status", "if", "a part and its whole", f"every one of the {a.short} is among the {b.short}")
    elif RESIDENT not in (a.status, b.status) and (a.status.startswith(ESTIMATED) or b.status.startswith(ESTIMATED)):
        yield Reason("status", "no", "an estimate identifies nobody, and the other figure was counted one by one")
    elif operation == RATIO and not (ladder_of(a.status) and ladder_of(a.status) == ladder_of(b.status)):
        yield Reason("status", "if", f"“{a.status}” and “{b.status}”", SIDE_BY_SIDE)
    else:
        yield Reason(
            "status", "no",
            f"“{a.status}” and “{b.status}” are different stages, and what is counted at one need not be what is "
            "counted at the other",
        )  # fmt: skip


def same_stage(a: Statistic, b: Statistic) -> bool:
    """Whether both may count the same ones."""
    return one_stage(a.status, b.status)


def _alike(a: Statistic, b: Statistic) -> bool:
    """Whether both count the same thing at the same stage."""
    return a.unit == b.unit and same_stage(a, b)


def place(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Like things of two places may stand side by side; nothing else may be made of them."""
    if not a.place or not b.place:
        silent = " and ".join(one.short for one in (a, b) if not one.place)
        yield Reason("place", "if", f"none given for {silent}", "both are about the same place")
    elif a.place != b.place:
        said = f"“{a.place}” and “{b.place}” are not said to be one place, nor one a part of the other"
        if operation == RATIO and _alike(a, b):
            yield Reason("place", "if", said, NO_PART)
        else:
            yield Reason("place", "no", said)


def period(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """When: a change needs two times, a share and a ratio one, and a sum no month twice."""
    about_as_many = f"there were about as many {b.things} at either time"
    if {a.stock_or_flow, b.stock_or_flow} == {"flow", "stock"}:
        if operation == RATIO and b.status == RESIDENT:
            yield Reason("period", "if", f"{a.dated} and {b.dated}", about_as_many)
        else:
            yield Reason("period", "no", "a length of time is not a point in time")
    elif a.period and b.period:
        yield from _both_known(operation, a, b, a.period, b.period)
    elif operation == CHANGE:
        silent = " and ".join(one.short for one in (a, b) if not one.period)
        yield Reason("period", "no", f"a change runs from one time to another, and no months are given for {silent}")
    elif operation == SHARE and a.stock_or_flow == "flow":
        yield Reason("period", "no", "a part lies in the months of its whole, and they are not given for both")
    elif operation == SUM:
        yield Reason("period", "no", "without the months of both nobody can tell what would be counted twice")
    elif a.stock_or_flow == b.stock_or_flow == "stock":
        yield Reason("period", "if", f"{a.dated} and {b.dated}", about_as_many)
    elif 1 in (a.months, b.months) and None in (a.months, b.months):
        rate, other = (a, b) if a.months else (b, a)
        said = f"{other.short} has no length of time that could be set against {rate.amount}"
        yield Reason("period", "no", said)
    elif a.months != b.months and 1 in (a.months, b.months):
        rate, year = (a, b) if a.months == 1 else (b, a)
        yield Reason("period", "if", f"{a.dated} and {b.dated}", f"{rate.amount} held all through {year.dated}")
    else:
        assume = "both are about " + ("equally long periods" if same_stage(a, b) else "the same months")
        yield Reason("period", "if", f"{a.dated} and {b.dated}", assume)


def _both_known(
    operation: str, a: Statistic, b: Statistic, one: ReportingPeriod, other: ReportingPeriod
) -> Iterator[Reason]:
    """What follows from `one` and `other`, the periods of the two."""
    shared = periods.overlap(one, other)
    if shared and operation in (CHANGE, SUM):
        twice = "a change needs two times" if operation == CHANGE else "what happened then would be in the sum twice"
        yield Reason("period", "no", f"both cover {shared}, and {twice}")
    elif operation == SHARE and one != other:
        yield Reason("period", "no", f"what is counted in {a.dated} is no part of what is counted in {b.dated}")
    elif operation == RATIO and a.stock_or_flow == "flow" and one != other and not same_stage(a, b):
        yield Reason("period", "no", f"a ratio of unlike things needs the same months, and {a.dated} is not {b.dated}")
    if "stock" in (a.stock_or_flow, b.stock_or_flow):
        return
    if one.months != other.months and operation not in (SUM, SHARE):
        yield Reason(
            "period", "if", f"{one.months} and {other.months} months", "each was spread evenly over its months"
        )
    first, second = sorted((one, other), key=lambda period: period.start)
    gap = periods.between(first, second)
    if not gap or operation == SHARE:
        return
    if operation == SUM:
        whole = periods.start_to_start(first, second) + second.months
        assume = f"the sum stands for {one.months + other.months} of {whole} months, and for nothing in {gap}"
        yield Reason("period", "if", f"nothing is printed for {gap}", assume)
    else:
        yield Reason("period", "note", f"{text.months(gap.months)} lie between them, {gap}")


def hedge(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """What the word before a number leaves open, and what has no number at all."""
    empty = [one for one in (a, b) if not one.ends]
    if empty:
        words = " and ".join(f"“{one.printed}”" for one in empty)
        yield Reason("hedge", "no", f"{words} prints no number to calculate with")
        return
    (a_low, a_high), (b_low, b_high) = a.numbers, b.numbers
    base = {CHANGE: a_low, RATIO: b_low, SHARE: b_low}.get(operation)
    if base == 0:
        yield Reason("hedge", "no", "nothing can be divided by a count of 0")
        return
    ranges = a_low < a_high and b_low < b_high and a_low <= b_high and b_low <= a_high
    if ranges and operation != SUM:
        yield Reason("hedge", "no", "the two ranges overlap, and either number may be the larger one")
    elif operation == SHARE and a_low >= b_high:
        yield Reason("hedge", "no", f"{a.short} is not the smaller number, so it is no part of {b.short}")
    elif operation != SUM and _may_cross(operation, a, b):
        yield Reason("hedge", "no", "what is printed leaves open which of the two is the larger")
    elif {a.hedge, b.hedge} != {"exactly"}:
        yield Reason("hedge", "note", "any result is no more exact than they are")


def _may_cross(operation: str, a: Statistic, b: Statistic) -> bool:
    """Whether the hedges leave open which is the larger: where that is asked, or where both print one number."""
    low, high = sorted((a, b), key=lambda one: one.numbers[0])
    if low.ends == high.ends:
        return {low.hedge, high.hedge} != {"exactly"}
    return operation in (DIFFERENCE, CHANGE) and (LEANS.get(low.hedge) == UP or high.hedge == "up to")


def lean(*leans: str) -> str:
    """Where a result lies when its parts lean this way."""
    found = set(leans) - {""}
    return found.pop() if len(found) == 1 else EITHER if found else ""


def leaning(quantity: Statistic) -> str:
    """Where the true number lies from the printed one: up, down, either, or "" for exactly there."""
    return "" if quantity.value is None else LEANS.get(quantity.hedge, EITHER)
