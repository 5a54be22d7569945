"""The rules: what speaks against combining two figures, read off the ledger's columns and nothing else.

A rule looks at one column and gives its reasons. It never asks which row or which story it has before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...claims.claim import Statistic
from .comparable import RESIDENT
from .ladder import ESTIMATED, ladder_of, told
from .reason import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, Reason, Rule, like_things, same_stage
from .timing import period
from .wording import counted_alike, short

COLUMNS = "stock or flow", "unit", "status", "place", "period", "hedge"
"""In the order in which a reason is told first: the graver before the lesser."""
UP, DOWN, EITHER = "up", "down", "either"
LEANS = {"more than": UP, "at least": UP, "almost": DOWN, "up to": DOWN, "exactly": ""}
"""Where the true number lies from the printed one; on either side for a hedge not named here."""
SIDE_BY_SIDE = "the two are read side by side rather than as cause and result"
NO_PART = "the two are read side by side rather than as part and whole"


def reasons(operation: str, a: Statistic, b: Statistic) -> list[Reason]:
    """Every reason, in the order of `COLUMNS`. For a percent change `a` comes before `b`; ratio and share are a / b."""
    rules: tuple[Rule, ...] = (stock_and_flow, unit, counting, status, place, period, hedge)
    return [reason for rule in rules for reason in rule(operation, a, b)]


def stock_and_flow(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """A level and a count over time do not mix, but for a rate: so many a period for every resident."""
    column = "stock or flow"
    if not a.stock_or_flow or not b.stock_or_flow:
        known = a.stock_or_flow or b.stock_or_flow
        untold = " and ".join(short(one) for one in (a, b) if not one.stock_or_flow)
        yield Reason(
            column,
            "if",
            f"not told for {untold}",
            f"both are {known}s" if known else "both are stocks or both are flows",
        )
    elif a.stock_or_flow == b.stock_or_flow == "stock" and operation == SUM:
        yield Reason(column, "no", "both are stocks, and the same ones may be in both")
    elif a.stock_or_flow != b.stock_or_flow and not (
        operation == RATIO and a.stock_or_flow == "flow" and b.status == RESIDENT
    ):
        stock, flow = (a, b) if a.stock_or_flow == "stock" else (b, a)
        yield Reason(
            column, "no",
            f"{short(flow)} is a flow, counted over time, and {short(stock)} is a stock, counted at one time",
        )  # fmt: skip


def unit(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Unlike things have no difference, no sum and no share; a total over a count is an average of nobody counted."""
    unlike = Reason("unit", "no", f"{short(a)} stands for {a.things}, {short(b)} for {b.things}: unlike things")
    divided = operation in (RATIO, SHARE)
    if a.unit == b.unit:
        if divided and b.status == RESIDENT != a.status:
            yield Reason("unit", "if", "ages not told", f"“{a.things}” means the same ages in both")
    elif divided and a.kind == "total" != b.kind and not (operation == RATIO and same_stage(a, b)):
        missing = f"the number {a.status}" if told(a.status) else "their number"
        yield Reason(
            "unit", "no",
            f"{short(a)} adds up {a.things}: for an average one needs {missing}, which is not printed",
        )  # fmt: skip
    elif a.status == b.status == RESIDENT:
        if operation != SHARE:
            yield Reason("unit", "no", f"one counts {a.things}, the other {b.things}")
    elif b.kind == "total" != a.kind or (b.status != RESIDENT and not (told(a.status) and told(b.status))):
        yield unlike
    elif operation == RATIO and _two_units(a, b):
        yield Reason("unit", "note", "two units: name both")
    elif same_stage(a, b) and a.kind == b.kind:
        said = f"{a.things} and {b.things}"
        yield Reason("unit", "if", said, f"there is one {a.unit.singular} for every {b.unit.singular}")
    elif divided:
        yield Reason(
            "unit", "no",
            f"{short(a)} counts {a.things} and {short(b)} counts {b.things}: the wrong base",
        )  # fmt: skip
    else:
        yield unlike


def _two_units(a: Statistic, b: Statistic) -> bool:
    """Whether a ratio of these has two units, both to be named."""
    if same_stage(a, b):
        return a.kind == "total" != b.kind
    return b.status != RESIDENT or a.stock_or_flow == "flow"


def counting(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """No column holds the rule by which a figure was counted: like things are compared only if it was one rule."""
    if operation != SHARE and like_things(a, b):
        yield Reason("unit", "if", "how they were counted is not stated", counted_alike(a, b))


def status(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Those counted at one stage need not be those counted at another."""
    if operation in (RATIO, SHARE) and (a.status == RESIDENT) != (b.status == RESIDENT):
        if a.status == RESIDENT:
            yield Reason("status", "no", f"{short(a)} is the whole population, which is no part of {short(b)}")
        return
    untold = [one for one in (a, b) if not told(one.status)]
    if untold or same_stage(a, b):
        said = f"“{a.status}” and “{b.status}”"
        if len(untold) == 2:
            yield Reason("status", "note", "no stage is told for either")
        elif untold:
            yield Reason("status", "if", f"not told for {short(untold[0])}", "both count at the same stage")
        elif not untold and a.status != b.status:
            yield Reason("status", "if", said, f"{said} are said of the same ones")
        if operation == SHARE and RESIDENT not in (a.status, b.status):
            assume = f"every one of the {short(a)} is among the {short(b)}"
            yield Reason("status", "if", "a part and its whole", assume)
    elif RESIDENT not in (a.status, b.status) and (a.status.startswith(ESTIMATED) or b.status.startswith(ESTIMATED)):
        yield Reason("status", "no", "one is an estimate, and nothing printed says how the two go together")
    elif operation == RATIO and not (ladder_of(a.status) and ladder_of(a.status) == ladder_of(b.status)):
        yield Reason("status", "if", f"“{a.status}” and “{b.status}”", SIDE_BY_SIDE)
    else:
        yield Reason(
            "status", "no",
            f"“{a.status}” and “{b.status}” are different stages, and need not count the same ones",
        )  # fmt: skip


def place(operation: str, a: Statistic, b: Statistic) -> Iterator[Reason]:
    """Like things of two places may stand side by side; nothing else may be made of them.

    A place that is not stated is assumed to be the other's; but not beside a figure from outside, which was not made to
    be set against the story's.
    """
    like = like_things(a, b)
    silent = " and ".join(short(one) for one in (a, b) if not one.place)
    if silent and a.outside == b.outside:
        assume = counted_alike(a, b) if like and operation != SHARE else "both are about the same places"
        yield Reason("place", "if", f"not stated for {silent}", assume)
    elif a.place != b.place:
        known = next((one for one in (a, b) if one.place), a)
        said = (
            f"no place is stated for {silent}, and {short(known)} is about “{known.place}”"
            if silent
            else f"“{a.place}” and “{b.place}” are not said to be one place, nor part and whole"
        )
        if operation == RATIO and like:
            yield Reason("place", "if", said, NO_PART)
        else:
            yield Reason("place", "no", said)


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
        yield Reason("hedge", "no", f"{short(a)} is not the smaller number, so it is no part of {short(b)}")
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
