"""What can be compared in a story: its own statistics that carry a part, and figures from the reference tables."""

from __future__ import annotations

import dataclasses
from typing import Any

import pandas as pd

from ... import text
from ...claims import references
from ...claims.claim import Range, Statistic
from ...claims.ledger import Ledger, typed
from ...claims.periods import ReportingPeriod, period

RESIDENT = "living there"
"""The status of a whole population: whoever is counted in a place is one of its residents."""
WIDER, EARLIER, POPULATION = "wider_uk_counts", "earlier_estimates", "population"
AGES = {"18+": "adults", "all ages": "people"}
"""The ages of the population table that have a unit of their own."""
_BLANK: dict[str, Any] = {
    "id": "", "role": "statistic", "kind": "count", "paragraph": 0, "period_printed": "", "months": None,
    "speaker": "", "same_as": "", "note": "", "outside": True,
}  # fmt: skip
"""The fields that a figure from outside the story has no words for."""


def comparable(ledger: Ledger) -> list[Statistic]:
    """The story's statistics that carry a part, then those from outside."""
    return [*ledger.statistics, *outside(ledger)]


def outside(ledger: Ledger) -> list[Statistic]:
    """Figures from reference tables for the story: counts of a wider place, the latest earlier estimate of what its
    range is about, and the population of a place it speaks of, in the earliest release that was read.
    """
    wider = references.load(WIDER)
    rows = wider[wider["story"] == ledger.story]
    found = [_wider(str(id), row, ledger) for id, row in rows.iterrows()]
    people = references.load(POPULATION)
    places = {claim.place for claim in ledger.claims}
    people = people[people["area"].isin(places) & people["ages"].isin(list(AGES))]
    first = people[people["released"] == people["released"].min()]
    return [*found, *_earlier_range(ledger), *(residents(str(id), row, ledger) for id, row in first.iterrows())]


def residents(id: str, row: pd.Series, ledger: Ledger) -> Statistic:
    """A row of the population table, as a whole population. Its ages must be one of `AGES`."""
    unit, month = AGES[row["ages"]], row["date"][:7]
    words = {"part": f"resident_{unit}", "printed": row["printed"], "status": RESIDENT, "stock_or_flow": "stock"}
    words |= {"place": row["area"], "hedge": "estimated"}
    return _statistic(id, unit, float(row["value"]), period(month, month), words, ledger)


def _wider(id: str, row: pd.Series, ledger: Ledger) -> Statistic:
    """A count of a wider place. One that is a rate a month has a length of one month and no period."""
    columns = "part", "printed", "status", "stock_or_flow", "period_printed", "place", "hedge"
    words = {column: row[column] for column in columns} | {"months": 1 if row["per_months"] == 1 else None}
    return _statistic(id, row["unit"], float(row["value"]), None, words, ledger)


def _earlier_range(ledger: Ledger) -> list[Statistic]:
    """The latest earlier estimate with two ends, taken to be of the same kind as the story's range."""
    claim, rows = ledger.parts.get("range"), references.load(EARLIER)
    rows = rows[(rows["story"] == ledger.story) & rows["low"].notna() & rows["high"].notna()].sort_values("said")
    if not isinstance(claim, Range) or rows.empty:
        return []
    row = rows.iloc[-1]
    said = f"said in {text.month(pd.Period(row['said'], 'M'))}"
    one = dataclasses.replace(
        claim,
        id=str(row.name), part="earlier_range", same_as="", printed=row["printed"], unit=ledger.unit(row["unit"]),
        low=float(row["low"]), high=float(row["high"]), hedge=row["hedge"], period=None, months=None,
        period_printed=said, outside=True,
    )  # fmt: skip
    return [one]


def _statistic(
    id: str, unit: str, value: float, covered: ReportingPeriod | None, words: dict[str, Any], ledger: Ledger
) -> Statistic:
    """A figure from outside with one number."""
    made = typed(ledger.unit(unit), value, None, None, covered, {**_BLANK, **words, "id": id})
    assert isinstance(made, Statistic)  # it has a unit
    return made
