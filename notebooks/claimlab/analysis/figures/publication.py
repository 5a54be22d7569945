"""What words such as "last year" cover, read from the month in which a story was published."""

from __future__ import annotations

import pandas as pd

from ...claims import periods, references
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from ...claims.periods import ReportingPeriod
from .registry import named


def month(ledger: Ledger) -> pd.Period:
    """The month in which the story was published. Raises NotInStoryError where no reference row says it."""
    table = references.load("publications")
    rows = table.loc[table["story"] == ledger.story, "month"]
    if rows.empty:
        raise NotInStoryError(f"The reference table publications has no row for the story {ledger.story}.")
    return pd.Period(rows.iloc[0], freq="M")


def last_year(ledger: Ledger) -> ReportingPeriod:
    """The calendar year before the one of publication. Raises NotInStoryError."""
    year = month(ledger).year - 1
    return periods.period(f"{year}-01", f"{year}-12")


@named("Months of the later period that lie in the calendar year before publication", unit="months",
       assumes="that “last year” is read as a calendar year")  # fmt: skip
def last_year_months(ledger: Ledger) -> float:
    shared = periods.overlap(ledger.later.period, last_year(ledger))
    return shared.months if shared else 0


@named("Months of the later period that lie outside the calendar year before publication", unit="months",
       assumes="that “last year” is read as a calendar year")  # fmt: skip
def last_year_outside(ledger: Ledger) -> float:
    return ledger.later.period.months - last_year_months(ledger)
