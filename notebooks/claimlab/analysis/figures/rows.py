"""The rows of the ledger: how many say how many, how often one fact is printed, how much the look-alikes differ."""

from __future__ import annotations

import pandas as pd

from ... import text
from ...claims.ledger import HOW_MANY, Ledger
from ._registry import named

LOOK_ALIKES = ("earlier_count", "total_without_count", "hedged_count", "headline", "later_count")
"""The parts whose figures are easily taken for one another."""


@named(text.number)
def ledger_rows(ledger: Ledger) -> float:
    """The rows of the ledger. Unit: figures and phrases, as often as they are printed."""
    return len(ledger.claims)


@named(text.number)
def how_many_rows(ledger: Ledger) -> float:
    """The rows whose kind is count or range. Unit: printed figures that say how many there were of something."""
    return len(_how_many(ledger))


@named(text.number)
def how_many_facts(ledger: Ledger) -> float:
    """The rows whose kind is count or range, without those that repeat another row. Unit: facts.

    Assumes that two rows are one fact only where the ledger says so.
    """
    return int((_how_many(ledger)["same_as"] == "").sum())


@named(text.number)
def later_mentions(ledger: Ledger) -> float:
    """The row of the later count and those that repeat it. Unit: times it is printed."""
    return 1 + int((ledger.claims["same_as"] == ledger.later.id).sum())


@named(text.number)
def look_alikes(ledger: Ledger) -> float:
    """The look-alikes the ledger has: earlier and later count, headline, hedged count, total. Unit: printed figures."""
    return len(_look_alikes(ledger))


@named(text.number)
def look_alike_units(ledger: Ledger) -> float:
    """The different units among the look-alikes. Unit: kinds of thing they count or add up."""
    return _look_alikes(ledger)["unit"].nunique()


def _how_many(ledger: Ledger) -> pd.DataFrame:
    return ledger.claims[ledger.claims["kind"].isin(HOW_MANY)]


def _look_alikes(ledger: Ledger) -> pd.DataFrame:
    return ledger.claims[ledger.claims["part"].isin(LOOK_ALIKES)]
