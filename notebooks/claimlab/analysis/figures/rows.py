"""The rows of the ledger: how many say how many, how often one fact is printed, how much the look-alikes differ."""

from __future__ import annotations

from ...claims.claim import HOW_MANY, Claim
from ...claims.ledger import Ledger
from .registry import named

LOOK_ALIKES = ("earlier_count", "total_without_count", "hedged_count", "headline", "later_count")
"""The parts whose figures are easily taken for one another."""


@named("The rows of the ledger", unit="figures and phrases, as often as they are printed")
def ledger_rows(ledger: Ledger) -> float:
    return len(ledger.claims)


@named("The rows whose kind is count or range", unit="printed figures that say how many there were of something")
def how_many_rows(ledger: Ledger) -> float:
    return len(_how_many(ledger))


@named(
    "The rows whose kind is count or range, without those that repeat another row",
    unit="facts",
    assumes="that two rows are one fact only where the ledger says so",
)
def how_many_facts(ledger: Ledger) -> float:
    return sum(not claim.same_as for claim in _how_many(ledger))


@named("The row of the later count and those that repeat it", unit="times it is printed")
def later_mentions(ledger: Ledger) -> float:
    return 1 + sum(claim.same_as == ledger.later.id for claim in ledger.claims)


@named("The look-alikes the ledger has: earlier and later count, headline, hedged count, total", unit="printed figures")
def look_alikes(ledger: Ledger) -> float:
    return len(_look_alikes(ledger))


@named("The different units among the look-alikes", unit="kinds of thing they count or add up")
def look_alike_units(ledger: Ledger) -> float:
    return len({claim.unit for claim in _look_alikes(ledger) if claim.unit})


def _how_many(ledger: Ledger) -> list[Claim]:
    return [claim for claim in ledger.claims if claim.kind in HOW_MANY]


def _look_alikes(ledger: Ledger) -> list[Claim]:
    return [claim for claim in ledger.claims if claim.part in LOOK_ALIKES]
