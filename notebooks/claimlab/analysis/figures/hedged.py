"""Rounded and hedged numbers: what the headline leaves out, and what "almost" may stand for."""

from __future__ import annotations

import math

from ... import text
from ...claims.errors import ReaderError
from ...claims.ledger import Claim, Ledger
from .. import hedges
from ._registry import named

# --- the headline's number and the count behind it ------------------------------------------------------------------


@named(text.number)
def headline_gap(ledger: Ledger) -> float:
    """Later count - the headline's number. Unit: that of the later count; below 0 where the headline says more."""
    return ledger.later.value - _round_number(ledger, "headline").value


@named(text.percent)
def headline_gap_percent(ledger: Ledger) -> float:
    """(Later count - the headline's number) / later count x 100. Unit: per cent of the later count, the base."""
    return headline_gap(ledger) / ledger.later.value * 100


@named(text.number)
def headline_step(ledger: Ledger) -> float:
    """The largest power of ten that divides the headline's number. Unit: that of the headline."""
    return hedges.roundness(_round_number(ledger, "headline").value)


@named(text.number)
def later_rounded_down(ledger: Ledger) -> float:
    """The multiple of the headline's step at or just below the later count. Unit: that of the later count."""
    return math.floor(ledger.later.value / headline_step(ledger)) * headline_step(ledger)


@named(text.number)
def later_rounded_up(ledger: Ledger) -> float:
    """The multiple of the headline's step just above the later count. Unit: that of the later count."""
    return later_rounded_down(ledger) + headline_step(ledger)


@named(text.number)
def later_to_nearest(ledger: Ledger) -> float:
    """The multiple of the headline's step nearest to the later count, halves upwards. Unit: that of the later count."""
    return text.nearest(ledger.later.value / headline_step(ledger)) * headline_step(ledger)


@named(text.number)
def later_other_way(ledger: Ledger) -> float:
    """The multiple of the headline's step on the count's other side: the slip. Unit: that of the later count."""
    return later_rounded_down(ledger) + later_rounded_up(ledger) - later_to_nearest(ledger)


@named(text.number)
def later_from_nearest(ledger: Ledger) -> float:
    """Distance from the later count to its nearest multiple of the headline's step. Unit: that of the later count."""
    return abs(later_to_nearest(ledger) - ledger.later.value)


@named(text.number)
def later_from_other(ledger: Ledger) -> float:
    """Distance from the later count to the multiple on its other side. Unit: that of the later count."""
    return abs(later_other_way(ledger) - ledger.later.value)


@named(text.number)
def later_below_next(ledger: Ledger) -> float:
    """The multiple of the headline's step above the later count - later count. Unit: that of the later count."""
    return later_rounded_up(ledger) - ledger.later.value


@named(text.number)
def later_three_times(ledger: Ledger) -> float:
    """Later count x 3: a much larger number, for trying a phrase on. Unit: that of the later count."""
    return ledger.later.value * 3


# --- the hedged count -------------------------------------------------------------------------------------------------


@named(text.number)
def hedged_step(ledger: Ledger) -> float:
    """The largest power of ten that divides the number of the hedged count. Unit: that of the hedged count."""
    return hedges.roundness(_round_number(ledger, "hedged_count").value)


@named(text.number)
def hedged_lowest(ledger: Ledger) -> float:
    """The smallest number at least half-way up to the hedged count from one step below it. Unit: as the hedged count.

    Assumes our reading rule: half a step, and the number itself left out.
    """
    return _almost(ledger).first


@named(text.number)
def hedged_highest(ledger: Ledger) -> float:
    """The hedged count's number - 1: the largest whole number below it. Unit: as the hedged count.

    Assumes that it is hedged with "almost", which leaves the number itself out.
    """
    return _almost(ledger).last


def _almost(ledger: Ledger) -> hedges.Reading:
    value = _round_number(ledger, "hedged_count").value
    return hedges.reading(hedges.ALMOST, value, hedged_step(ledger), hedges.HALF)


def _round_number(ledger: Ledger, part: str) -> Claim:
    claim = ledger.part(part)
    if not claim.value or not claim.unit:
        raise ReaderError(f"The row {claim.id} of {ledger.story} needs a value above 0 and a unit.")
    return claim
