"""Rounded and hedged numbers: what the headline leaves out, and what "almost" may stand for."""

from __future__ import annotations

import math

from ... import text
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .. import hedges
from .registry import named

# --- the headline's number and the count behind it ------------------------------------------------------------------


@named("Later count - the headline's number", unit="that of the later count; below 0 where the headline says more")
def headline_gap(ledger: Ledger) -> float:
    return ledger.later.value - ledger.amount("headline").value


@named("The largest power of ten that divides the headline's number", unit="that of the headline")
def headline_step(ledger: Ledger) -> float:
    return _step(ledger, "headline")


@named("The multiple of the headline's step at or just below the later count", unit="that of the later count")
def later_rounded_down(ledger: Ledger) -> float:
    return math.floor(ledger.later.value / headline_step(ledger)) * headline_step(ledger)


@named("The multiple of the headline's step just above the later count", unit="that of the later count")
def later_rounded_up(ledger: Ledger) -> float:
    return later_rounded_down(ledger) + headline_step(ledger)


@named("The multiple of the headline's step nearest to the later count, halves upwards", unit="that of the later count")
def later_to_nearest(ledger: Ledger) -> float:
    return text.nearest(ledger.later.value / headline_step(ledger)) * headline_step(ledger)


@named("The multiple of the headline's step on the count's other side: the slip", unit="that of the later count")
def later_other_way(ledger: Ledger) -> float:
    return later_rounded_down(ledger) + later_rounded_up(ledger) - later_to_nearest(ledger)


@named("Distance from the later count to its nearest multiple of the headline's step", unit="that of the later count")
def later_from_nearest(ledger: Ledger) -> float:
    return abs(later_to_nearest(ledger) - ledger.later.value)


@named("Distance from the later count to the multiple on its other side", unit="that of the later count")
def later_from_other(ledger: Ledger) -> float:
    return abs(later_other_way(ledger) - ledger.later.value)


@named("Later count x 3: a much larger number, for trying a phrase on", unit="that of the later count")
def later_three_times(ledger: Ledger) -> float:
    return ledger.later.value * 3


# --- the hedged count -------------------------------------------------------------------------------------------------


@named("The largest power of ten that divides the number of the hedged count", unit="that of the hedged count")
def hedged_step(ledger: Ledger) -> float:
    return _step(ledger, "hedged_count")


@named(
    "The smallest number at least half-way up to the hedged count from one step below it",
    unit="as the hedged count",
    assumes="our reading rule: half a step, and the number itself left out",
)
def hedged_lowest(ledger: Ledger) -> float:
    """Raises NotInStoryError without an "almost" of a round number."""
    claim, step = ledger.amount("hedged_count"), hedged_step(ledger)
    if claim.hedge != hedges.ALMOST or step <= 2:
        raise NotInStoryError(f"The row {claim.id} of {ledger.story} does not say “almost” of a round number.")
    first = hedges.reading(hedges.ALMOST, claim.value, step, hedges.HALF).first
    assert first is not None  # "almost", half a step: it has a lower end
    return first


def _step(ledger: Ledger, part: str) -> float:
    """The step a round number stands on. Raises NotInStoryError for a number that is not whole."""
    claim = ledger.amount(part)
    if not claim.value.is_integer():
        raise NotInStoryError(f"The row {claim.id} of {ledger.story} is no whole number, so it has no rounding step.")
    return hedges.roundness(claim.value)
