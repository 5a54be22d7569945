"""The rule of time: a change needs two times, a share and a ratio one, and a sum no month twice."""

from __future__ import annotations

from collections.abc import Iterator

from ... import text
from ...claims import periods
from ...claims.claim import Statistic
from ...claims.periods import ReportingPeriod
from .comparable import RESIDENT
from .reason import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, Reason, like_things, same_stage
from .wording import amount, short


def period(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """What the months of the two speak for or against; without months, what has to be assumed of them."""
    about_as_many = f"there were about as many {b.things} at either time"
    if {a.stock_or_flow, b.stock_or_flow} == {"flow", "stock"}:
        if operation == RATIO and b.status == RESIDENT and a.months:
            yield Reason("period", "if", f"{a.dated} and {b.dated}", about_as_many)
        elif operation == RATIO and b.status == RESIDENT:
            yield Reason("period", "no", f"over how long {short(a)} was counted is not said")
        else:
            yield Reason("period", "no", "a length of time is not a point in time")
    elif a.period and b.period:
        yield from _both_known(operation, a, b, a.period, b.period)
    elif operation == CHANGE:
        silent = " and ".join(short(one) for one in (a, b) if not one.period)
        yield Reason("period", "no", f"a change needs two times, and no months are given for {silent}")
    elif operation == SHARE and a.stock_or_flow == "flow":
        yield Reason("period", "no", "a part lies in the months of its whole, and they are not given for both")
    elif operation == SUM:
        yield Reason("period", "no", "without the months of both, what would be counted twice cannot be told")
    elif a.stock_or_flow == b.stock_or_flow == "stock":
        yield Reason("period", "if", f"{a.dated} and {b.dated}", about_as_many)
    elif 1 in (a.months, b.months) and None in (a.months, b.months):
        rate, other = (a, b) if a.months else (b, a)
        said = f"{short(other)} has no length of time that could be set against {amount(rate)}"
        yield Reason("period", "no", said)
    elif a.months != b.months and 1 in (a.months, b.months):
        rate, year = (a, b) if a.months == 1 else (b, a)
        yield Reason("period", "if", f"{a.dated} and {b.dated}", f"{amount(rate)} held all through {year.dated}")
    else:
        alike = like_things(a, b) or same_stage(a, b)
        assume = f"both are for {'one length of time' if alike else 'the same months'}"
        yield Reason("period", "if", f"{a.dated} and {b.dated}", assume)


def _both_known(
    operation: str, a: Statistic, b: Statistic, one: ReportingPeriod, other: ReportingPeriod
) -> Iterator[Reason]:
    """What follows from `one` and `other`, the periods of the two."""
    shared = periods.overlap(one, other)
    if shared and (operation == CHANGE or operation == SUM and a.unit == b.unit):
        twice = "a change needs two times" if operation == CHANGE else "what happened then may be in the sum twice"
        yield Reason("period", "no", f"both cover {shared}, and {twice}")
    elif operation == SHARE and one != other:
        yield Reason("period", "no", f"what is counted in {a.dated} is no part of what is counted in {b.dated}")
    elif operation == RATIO and a.stock_or_flow == "flow" and one != other and not like_things(a, b):
        yield Reason("period", "no", f"a ratio of unlike things needs the same months, and {a.dated} is not {b.dated}")
    elif shared and one != other and operation in (DIFFERENCE, RATIO):
        yield Reason("period", "note", f"both cover {shared}")
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
