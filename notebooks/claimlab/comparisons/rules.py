"""The rules: what speaks against combining two figures, read off the ledger's columns and nothing else.

A rule looks at one column and gives its reasons. It never asks which row or which story it has before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from .. import periods, text
from .ladder import ESTIMATED, ON_SUSPICION, ladder_of
from .quantities import RESIDENT, Quantity

DIFFERENCE, CHANGE, RATIO, SHARE, SUM = OPERATIONS = "difference", "percent change", "ratio", "share", "sum"
COLUMNS = "stock or flow", "unit", "status", "place", "period", "hedge"
"""In the order in which a reason is told first: the graver before the lesser."""
UP, DOWN, EITHER = "up", "down", "either"
LEANS = {"more than": UP, "at least": UP, "almost": DOWN, "up to": DOWN, "exactly": ""}
"""Where the true number lies from the printed one; on either side for a hedge not named here."""
SIDE_BY_SIDE = "the two only stand side by side, and neither led to the other"
NO_PART = "the two only stand side by side, and neither is a part of the other"


class Reason(NamedTuple):
    """What a column says. `grade` "no" refuses; "if" needs the clause `assume` to be true; "note" is only to be told."""

    column: str
    grade: Literal["no", "if", "note"]
    said: str
    assume: str = ""


Rule = Callable[[str, Quantity, Quantity], Iterator[Reason]]


def reasons(operation: str, a: Quantity, b: Quantity) -> list[Reason]:
    """Every reason, in the order of `COLUMNS`. For a percent change `a` comes before `b`; ratio and share are a / b."""
    rules: tuple[Rule, ...] = (stock_and_flow, unit, status, place, period, hedge)
    return [reason for rule in rules for reason in rule(operation, a, b)]


def stock_and_flow(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """A level and a count over time do not mix, but for a rate: so many a period for every resident."""
    column = "stock or flow"
    if not a.flow or not b.flow:
        yield Reason(column, "if", "not told for both", "both are stocks or both are flows")
    elif a.flow == b.flow == "stock" and operation == SUM:
        yield Reason(column, "no", "Two stocks: the same ones may be in both.")
    elif a.flow != b.flow and not (operation == RATIO and a.flow == "flow" and b.status == RESIDENT):
        stock, flow = (a, b) if a.flow == "stock" else (b, a)
        yield Reason(
            column, "no",
            f"{text.capital(flow.short)} is a flow, counted over a length of time; "
            f"{stock.short} is a stock, as many as there are at one time.",
        )  # fmt: skip


def unit(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """Unlike things have no difference, no sum and no share; a total over a count is an average of nobody counted."""
    if a.unit == b.unit:
        if operation in (RATIO, SHARE) and b.status == RESIDENT != a.status:
            yield Reason("unit", "if", "ages not told", f"“{a.things}” means the same ages in both")
        return
    if operation in (RATIO, SHARE) and (a.kind == "total") != (b.kind == "total") and a.status != b.status:
        total = a if a.kind == "total" else b
        yield Reason(
            "unit", "no",
            f"{text.capital(total.short)} is a total of {total.things}. To turn it into an average, one needs the number "
            f"{total.status}, and that is not printed.",
        )  # fmt: skip
    elif a.status == b.status == RESIDENT:
        if operation != SHARE:
            yield Reason("unit", "no", f"One counts {a.things}, the other {b.things}.")
    elif operation == RATIO and not same_stage(a, b) and (b.status != RESIDENT or a.flow == "flow"):
        yield Reason("unit", "note", f"two units: {a.things} for every so many {b.things}")
    elif same_stage(a, b) and a.kind == b.kind:
        yield Reason("unit", "if", f"{a.things} and {b.things}", f"there is one {a.nouns.singular} for every {b.nouns.singular}")
    elif operation in (RATIO, SHARE):
        yield Reason(
            "unit", "no",
            f"A share needs the same thing above and below; {a.short} counts {a.things}, {b.short} counts {b.things}: "
            "the wrong base.",
        )  # fmt: skip
    else:
        yield Reason("unit", "no", f"{text.capital(a.short)} is {a.things}, {b.short} is {b.things}: unlike things.")


def status(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """Those counted at one stage need not be those counted at another."""
    if operation in (RATIO, SHARE) and b.status == RESIDENT != a.status:
        return
    if "-" in (a.status, b.status) or "" in (a.status, b.status):
        yield Reason("status", "if", "not told for both", "both count at the same stage")
    elif same_stage(a, b):
        if a.status != b.status:
            said = f"“{a.status}” and “{b.status}”"
            yield Reason("status", "if", said, f"{said} are said of the same ones")
        if operation == SHARE and RESIDENT not in (a.status, b.status):
            yield Reason("status", "if", "a part and its whole", f"every one of the {a.short} is among the {b.short}")
    elif a.status.startswith(ESTIMATED) or b.status.startswith(ESTIMATED):
        yield Reason("status", "no", "An estimate names nobody; the other figure was counted one by one.")
    elif operation == RATIO and not (ladder_of(a.status) and ladder_of(a.status) == ladder_of(b.status)):
        yield Reason("status", "if", f"“{a.status}” and “{b.status}”", SIDE_BY_SIDE)
    else:
        yield Reason(
            "status", "no",
            f"“{a.status}” and “{b.status}” are different stages: what is counted at one need not be what is counted "
            "at the other.",
        )  # fmt: skip


def same_stage(a: Quantity, b: Quantity) -> bool:
    """Whether both may count the same ones: one status, or the two words of which one is only the other's ground."""
    return a.status == b.status or {a.status, b.status} <= ON_SUSPICION


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether both count the same thing at the same stage."""
    return a.unit == b.unit and same_stage(a, b)


def place(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """Like things of two places may stand side by side; nothing else may be made of them."""
    if not a.place or not b.place:
        silent = " and ".join(one.short for one in (a, b) if not one.place)
        yield Reason("place", "if", f"none given for {silent}", "both are about the same place")
    elif a.place != b.place:
        said = f"“{a.place}” and “{b.place}” are not told to be the same place, nor one a part of the other."
        if operation == RATIO and _alike(a, b):
            yield Reason("place", "if", said, NO_PART)
        else:
            yield Reason("place", "no", said)


def period(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """When: a change needs two times, a share and a ratio one, and a sum no month twice."""
    if a.flow != b.flow:
        yield Reason("period", "note", f"{a.when} and {b.when}")
    elif a.period and b.period:
        yield from _both_known(operation, a, b)
    elif operation == CHANGE:
        silent = " and ".join(one.short for one in (a, b) if not one.period)
        yield Reason("period", "no", f"A change runs from one time to another; {silent} has no months of its own.")
    elif operation == SUM:
        yield Reason("period", "no", "Without the months of both nobody can tell what would be counted twice.")
    elif a.flow == b.flow == "stock":
        assume = f"there were about as many {b.things} at the one time as at the other"
        yield Reason("period", "if", f"{a.when} and {b.when}", assume)
    elif 1 in (a.months, b.months) and None in (a.months, b.months):
        rate, silent = (a, b) if a.months else (b, a)
        said = f"{text.capital(silent.short)} has no length of time that could be set against {rate.amount}."
        yield Reason("period", "no", said)
    elif a.months != b.months and 1 in (a.months, b.months):
        yield Reason("period", "if", f"{a.when} and {b.when}", "every month was like the one it was said of")
    else:
        same = operation == SHARE or not same_stage(a, b)
        assume = "both are about the same months" if same else "both are about equally long periods"
        yield Reason("period", "if", f"{a.when} and {b.when}", assume)


def _both_known(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    shared = periods.overlap(a.period, b.period)
    if shared and operation in (CHANGE, SUM):
        twice = "A change needs two times" if operation == CHANGE else "What happened then would be in the sum twice"
        yield Reason("period", "no", f"{twice}; both cover {shared}.")
    elif operation == SHARE and a.period != b.period:
        yield Reason("period", "no", f"What is counted in {a.when} is no part of what is counted in {b.when}.")
    elif operation == RATIO and a.flow == "flow" and a.period != b.period and not same_stage(a, b):
        yield Reason("period", "no", f"A ratio of unlike things needs the same months; {a.when} and {b.when} are not.")
    if "stock" in (a.flow, b.flow):
        return
    if a.months != b.months and operation not in (SUM, SHARE):
        yield Reason("period", "if", f"{a.months} and {b.months} months", "each was spread evenly over its months")
    first, second = sorted((a, b), key=lambda one: one.period.start)
    gap = periods.between(first.period, second.period)
    if not gap or operation == SHARE:
        return
    if operation == SUM:
        whole = periods.start_to_start(first.period, second.period) + second.months
        assume = f"the sum stands for {a.months + b.months} of {whole} months, and for nothing in {gap}"
        yield Reason("period", "if", f"nothing is printed for {gap}", assume)
    else:
        yield Reason("period", "note", f"{text.months(gap.months)} lie between them, {gap}")


def hedge(operation: str, a: Quantity, b: Quantity) -> Iterator[Reason]:
    """What the word before a number leaves open, and what has no number at all."""
    empty = [one for one in (a, b) if not one.ends]
    if empty:
        words = " and ".join(f"“{one.printed}”" for one in empty)
        yield Reason("hedge", "no", f"{words} prints no number to calculate with.")
        return
    (a_low, a_high), (b_low, b_high) = a.ends, b.ends
    ranges = a_low < a_high and b_low < b_high and a_low <= b_high and b_low <= a_high
    if ranges and operation != SUM:
        yield Reason("hedge", "no", "The two ranges overlap: either number may be the larger one.")
    elif operation == SHARE and a_low >= b_high:
        yield Reason("hedge", "no", f"{text.capital(a.short)} is not the smaller number, so it is no part of {b.short}.")
    elif operation != SUM and _may_cross(operation, a, b):
        yield Reason("hedge", "no", "The word before the number leaves open which of the two is the larger.")
    words = [f"{one.short}: {one.hedge}" for one in (a, b) if one.hedge != "exactly"]
    if words:
        yield Reason("hedge", "note", "; ".join(words))


def _may_cross(operation: str, a: Quantity, b: Quantity) -> bool:
    """Whether the hedges leave open which is the larger, where that is what is asked, or where both print one number."""
    low, high = sorted((a, b), key=lambda one: one.ends[0])
    if low.ends == high.ends:
        return {low.hedge, high.hedge} != {"exactly"}
    return operation in (DIFFERENCE, CHANGE) and (LEANS.get(low.hedge) == UP or high.hedge == "up to")


def lean(*leans: str) -> str:
    """Where a result lies when its parts lean this way."""
    found = set(leans) - {""}
    return found.pop() if len(found) == 1 else EITHER if found else ""


def leaning(quantity: Quantity) -> str:
    """Where the true number lies from the printed one: up, down, either, or "" for exactly there."""
    return "" if quantity.value is None else LEANS.get(quantity.hedge, EITHER)
