"""What can be compared: a figure of the ledger or of a reference table, with the columns that the rules look at."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import pandas as pd

from ... import text
from ...claims import references
from ...claims.ledger import Ledger, Unit
from ...claims.periods import ReportingPeriod, period

RESIDENT = "living there"
"""The status of a whole population: whoever is counted in a place is one of its residents."""
WIDER, EARLIER, POPULATION = "wider_uk_counts", "earlier_estimates", "population"
AGES = {"18+": "adults", "all ages": "people"}
"""The ages of the population table that have a unit of their own."""


@dataclass(frozen=True)
class Quantity:
    """One figure with the columns of the ledger that a comparison looks at.

    `value` or both of `low` and `high` are numbers of `unit`, or all three are None for a word such as "hundreds".
    `months` is the length of time a flow is counted over, where it is known; a rate "a month" has 1 and no period.
    """

    name: str
    fact: str
    printed: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    nouns: Unit
    kind: str
    status: str
    flow: str
    period: ReportingPeriod | None
    period_printed: str
    months: int | None
    place: str
    hedge: str
    outside: bool = False

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest number printed; the same twice for one number, None for a word of size."""
        if self.value is not None:
            return self.value, self.value
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def short(self) -> str:
        """The number alone, as printed; a range from end to end."""
        is_range = self.value is None and self.ends
        return f"{text.number(self.low)} to {text.number(self.high)}" if is_range else self.printed

    @property
    def thing(self) -> str:
        """The noun for one; "a month" is said where a count is one a month."""
        return self.nouns.singular + self._a_month

    @property
    def things(self) -> str:
        """The noun for many; "a month" is said where a count is one a month."""
        return self.nouns.plural + self._a_month

    @property
    def _a_month(self) -> str:
        return " a month" if self.months == 1 and not self.period else ""

    @property
    def amount(self) -> str:
        """The number and its noun; a word of size and its noun."""
        return f"{self.short} {self.things}" if self.ends else f"{self.short} of {self.things}"

    @property
    def when(self) -> str:
        """The period in months, or what the story calls it, or that there is none."""
        if self.period:
            return text.month(self.period.start) if self.period.months == 1 else str(self.period)
        if self.outside:
            return self.period_printed
        return f"“{self.period_printed}”" if self.period_printed else "not given"

    @property
    def label(self) -> str:
        """Number, noun and period, in a sentence."""
        return f"{self.amount} ({self.when})" if self.period or self.period_printed else self.amount

    @property
    def option(self) -> str:
        """The figure among others to choose from."""
        when = self.when if self.period or self.period_printed else "no period given"
        return f"{self.amount}, {when}" + (f", {self.place} (not in the article)" if self.outside else "")


def printed(ledger: Ledger) -> list[Quantity]:
    """The ledger's statistics that carry a part, in their order."""
    claims = ledger.claims
    rows = claims[(claims["role"] == "statistic") & (claims["part"] != "") & (claims["unit"] != "")]
    return [_quantity(row, row["part"], ledger) for _, row in rows.iterrows()]


def outside(ledger: Ledger) -> list[Quantity]:
    """Figures from reference tables for the story: counts of a wider place, the latest earlier estimate of what its
    range is about, and the population of a place it speaks of, in the earliest release that was read.
    """
    wider = references.load(WIDER)
    rows = wider[wider["story"] == ledger.story].assign(kind="count", low=None, high=None, same_as="")
    found = [_quantity(row, row["part"], ledger, outside=True) for _, row in rows.iterrows()]
    people = references.load(POPULATION)
    people = people[people["area"].isin(set(ledger.claims["place"])) & people["ages"].isin(list(AGES))]
    first = people[people["released"] == people["released"].min()]
    return found + _earlier_range(ledger) + [residents(row, ledger) for _, row in first.iterrows()]


def _earlier_range(ledger: Ledger) -> list[Quantity]:
    """The latest earlier estimate with two ends, taken to be of the same kind as the story's range."""
    ranges = [one for one in printed(ledger) if one.name == "range" and one.ends]
    rows = references.load(EARLIER)
    rows = rows[(rows["story"] == ledger.story) & rows["low"].notna() & rows["high"].notna()].sort_values("said")
    if not ranges or rows.empty:
        return []
    row = rows.iloc[-1]
    unit = Unit(*ledger.units.loc[row["unit"], ["singular", "plural"]])
    words = {"printed": row["printed"], "unit": row["unit"], "nouns": unit, "hedge": row["hedge"]}
    said = f"said in {text.month(pd.Period(row['said'], 'M'))}"
    ends = {"value": None, "low": float(row["low"]), "high": float(row["high"])}
    one = dataclasses.replace(ranges[0], name="earlier_range", fact=row.name, period_printed=said, **words, **ends)
    return [dataclasses.replace(one, period=None, months=None, outside=True)]


def _quantity(row: pd.Series, name: str, ledger: Ledger, outside: bool = False) -> Quantity:
    months = row.get("period_start"), row.get("period_end")
    covered = period(*months) if all(months) else None
    numbers = {end: None if pd.isna(row[end]) else float(row[end]) for end in ("value", "low", "high")}
    a_month = outside and row["per_months"] == 1
    return Quantity(
        name=name,
        fact=row["same_as"] or row.get("id", row.name),
        unit=row["unit"],
        nouns=Unit(*ledger.units.loc[row["unit"], ["singular", "plural"]]),
        flow=row["stock_or_flow"],
        period=covered,
        months=1 if a_month else covered.months if covered else None,
        outside=outside,
        **{column: row[column] for column in ("printed", "kind", "status", "period_printed", "place", "hedge")},
        **numbers,
    )


def residents(row: pd.Series, ledger: Ledger) -> Quantity:
    """A row of the population table, as a whole population. Its ages must be one of `AGES`."""
    unit, month = AGES[row["ages"]], row["date"][:7]
    return Quantity(
        name=f"resident_{unit}",
        fact=row.name,
        printed=row["printed"],
        value=float(row["value"]),
        low=None,
        high=None,
        unit=unit,
        nouns=Unit(*ledger.units.loc[unit, ["singular", "plural"]]),
        kind="count",
        status=RESIDENT,
        flow="stock",
        period=period(month, month),
        period_printed="",
        months=None,
        place=row["area"],
        hedge="estimated",
        outside=True,
    )
