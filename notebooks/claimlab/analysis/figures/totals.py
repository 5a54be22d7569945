"""A total without its count: what dividing it by another count gives, and how many it would be, if all were alike."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from ... import text
from ...claims import references
from ...claims.claim import Amount, Unit
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .registry import named

DAYS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
"""How many days the words for a length of time stand for; a month is a twelfth of a year."""

# --- lengths of time --------------------------------------------------------------------------------------------------


def time_word(unit: Unit) -> str:
    """The word for the length of time in a unit, such as year. Raises NotInStoryError otherwise."""
    word = unit.singular.split()[0]
    if word not in DAYS:
        raise NotInStoryError(f"{text.capital(unit.plural)} are no length of time; one begins with {', '.join(DAYS)}.")
    return word


def is_length(unit: Unit) -> bool:
    """Whether a unit is a length of time."""
    return unit.singular.split()[0] in DAYS


def length_in_total_unit(ledger: Ledger, part: str) -> float:
    """The length of a case in the unit of the total. Raises NotInStoryError where one is no length above 0."""
    claim, total = ledger.amount(part), _total(ledger)
    return claim.value * DAYS[time_word(claim.unit)] / DAYS[time_word(total.unit)]


@dataclass(frozen=True)
class Length:
    """How long cases took, from outside the story, in days: `low` to `high`. `clock` says from what to what."""

    clock: str
    cases: str
    measure: str
    when: str
    low: float
    high: float

    @property
    def written(self) -> str:
        """Both ends, or the one length, in days."""
        ends = dict.fromkeys((text.number(self.low), text.number(self.high)))
        return f"{text.DASH.join(ends)} days"

    @property
    def months(self) -> tuple[float, float]:
        """Both ends in months."""
        return self.low / DAYS["month"], self.high / DAYS["month"]


def lengths_outside(ledger: Ledger) -> list[Length]:
    """Whole lengths from the reference table, each quarter as last revised; none on another story."""
    rows = references.load("court_timeliness")
    rows = rows[(rows["story"] == ledger.story) & (rows["part_of"] == "")]
    rows = rows.drop_duplicates(["clock", "period"], keep="last")
    return [_length(str(clock), some) for clock, some in rows.groupby("clock", sort=False)]


def _length(clock: str, rows: pd.DataFrame) -> Length:
    """The rows of one clock as one length."""
    first, last = rows.iloc[0], rows.iloc[-1]
    when = " to ".join(dict.fromkeys((first["period"], last["period"])))
    if first["vintage"] == "as reported":  # read in a news copy, not at its source
        when += ", as reported"
    return Length(clock, first["offences"], first["measure"], when, rows["value"].min(), rows["value"].max())


# --- the tempting division --------------------------------------------------------------------------------------------


@named(
    "Total / later count: the tempting division, no average of anything",
    unit="that of the total, for each counted",
    assumes="that the total is the sum over just what the later count counts",
)
def total_per_later(ledger: Ledger) -> float:
    return _total(ledger).value / ledger.later.value


@named("Later count / total: the same division upside down, a slip", unit="that of the count, for one of the total")
def later_per_total(ledger: Ledger) -> float:
    return ledger.later.value / _total(ledger).value


# --- how many it would be, if all were alike --------------------------------------------------------------------------


def count_if_each(ledger: Ledger, length: float) -> float:
    """Total / length: how many it would be, if each were that long. `length` is in the unit of the total, above 0."""
    return _total(ledger).value / length


@named(
    "Total / length of the longer case",
    unit="how many",
    write=text.whole,
    assumes="that every one was as long as this picked case",
)
def count_if_long(ledger: Ledger) -> float:
    return count_if_each(ledger, length_in_total_unit(ledger, "long_case"))


@named(
    "Total / length of the shorter case, in the same unit",
    unit="how many",
    write=text.whole,
    assumes="that every one was as long as this picked case",
)
def count_if_short(ledger: Ledger) -> float:
    return count_if_each(ledger, length_in_total_unit(ledger, "short_case"))


@named("The shorter case x days of its unit / days of the total's unit", unit="that of the total")
def short_in_total_unit(ledger: Ledger) -> float:
    return length_in_total_unit(ledger, "short_case")


@named(
    "(Longer case + shorter case, in the same unit) / 2",
    unit="that of the total",
    assumes="nothing about the others: two picked cases are no sample",
)
def case_middle(ledger: Ledger) -> float:
    return (length_in_total_unit(ledger, "long_case") + short_in_total_unit(ledger)) / 2


# --- a release that does print its count ------------------------------------------------------------------------------


@named("Years of sentences / people sentenced to them, both printed in one release from outside", unit="years a person")
def released_average(ledger: Ledger) -> float:
    rows = references.load("releases_with_counts")["value"]
    return float(rows["regional_years"] / rows["regional_people_jailed"])


def _total(ledger: Ledger) -> Amount:
    return ledger.amount("total_without_count")
