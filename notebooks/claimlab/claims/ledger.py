"""The ledger of one story: its claims, read from its folder in `data/`, checked and typed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from . import checks, tables
from .claim import Amount, Claim, Count, Range, Statistic, Unit
from .errors import NotInStoryError, Problem, ReaderError, TableError
from .periods import ReportingPeriod, period

TEMPLATE = "claims-your-article"
"""The resource whose schema every story shares: a new story needs its folder, and no entry of its own."""

UNITS = "units.csv"
"""The table of units that a story may have in its own folder."""

PLAINLY = "exactly"
"""The hedge of a date that is given plainly, by its months or its year."""

_WORDS = (
    "id", "part", "printed", "kind", "role", "period_printed", "hedge", "place", "speaker", "status", "stock_or_flow",
    "same_as", "note",
)  # fmt: skip
"""The columns a claim takes over as they are."""


@dataclass(frozen=True)
class Ledger:
    """The claims of one story, typed. `table` is the table as it was read, and `units` the table of units.

    What a story may lack is missing here and nowhere else: `part` and the methods below it raise NotInStoryError, and
    what they give has every number, unit and period that its type says.
    """

    story: str
    table: pd.DataFrame
    units: pd.DataFrame

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every row, in the story's order."""
        return tuple(self._claim(row) for row in self.table.to_dict("records"))

    @cached_property
    def parts(self) -> dict[str, Claim]:
        """The claims that play a part in the lessons, by part."""
        return {claim.part: claim for claim in reversed(self.claims) if claim.part}

    def unit(self, name: str) -> Unit:
        """A unit by its name. Raises KeyError for a name the table of units does not have."""
        singular, plural, counts = (str(self.units.at[name, column]) for column in ("singular", "plural", "counts"))
        return Unit(name, singular, plural, counts)

    def claim(self, id: str) -> Claim:
        """The claim in the row of this id. Raises ReaderError where there is none."""
        for claim in self.claims:
            if claim.id == id:
                return claim
        raise ReaderError(f"The story {self.story} has no row with the id {id}.")

    def part(self, name: str) -> Claim:
        """The claim that plays a part in the lessons. Raises NotInStoryError where the story has none."""
        if name not in self.parts:
            raise NotInStoryError(
                f"The story {self.story} has no row with the part {name}. "
                f"Write {name} in the column part of the row that should play it."
            )
        return self.parts[name]

    def amount(self, part: str) -> Amount:
        """The claim of a part, with a number above 0 and its unit. Raises NotInStoryError where it is no such claim."""
        claim = self.part(part)
        if not isinstance(claim, Amount):
            raise NotInStoryError(f"The row {claim.id} of {self.story} needs a value above 0 and a unit.")
        return claim

    def count(self, part: str) -> Count:
        """The amount of a part, with its period. Raises NotInStoryError where it is no such claim."""
        claim = self.part(part)
        if not isinstance(claim, Count):
            raise NotInStoryError(f"The row {claim.id} of {self.story} needs a value above 0, a unit and a period.")
        return claim

    def range(self, part: str) -> Range:
        """The claim of a part, with both its ends. Raises NotInStoryError where it is no such claim."""
        claim = self.part(part)
        if not isinstance(claim, Range):
            raise NotInStoryError(
                f"The row {claim.id} of {self.story} needs two different ends above 0 and a unit to be a range."
            )
        return claim

    @property
    def earlier(self) -> Count:
        """The earlier of the two counts that the story compares. Raises NotInStoryError where it has none."""
        return self.count("earlier_count")

    @property
    def later(self) -> Count:
        """The later of the two counts that the story compares. Raises NotInStoryError where it has none."""
        return self.count("later_count")

    def period_words(self, claim: Claim) -> tuple[str, ...]:
        """Everything the story prints for the months of a claim: its own words, and the months where the same paragraph
        gives them beside those words. Empty for a claim without months."""
        if not claim.period:
            return ()
        there = (one for one in self.claims if one.kind == "date" and one.hedge == PLAINLY)
        months = (one.printed for one in there if (one.paragraph, one.period) == (claim.paragraph, claim.period))
        return tuple(dict.fromkeys(words for words in (claim.period_printed, *months) if words))

    @cached_property
    def statistics(self) -> tuple[Statistic, ...]:
        """The statistics that carry a part, in the story's order."""
        found = (claim for claim in self.claims if claim.role == "statistic" and claim.part)
        return tuple(claim for claim in found if isinstance(claim, Statistic))

    def _claim(self, row: dict[Hashable, Any]) -> Claim:
        value, low, high = (None if pd.isna(row[name]) else float(row[name]) for name in ("value", "low", "high"))
        covered = period(row["period_start"], row["period_end"]) if row["period_start"] and row["period_end"] else None
        rest: dict[str, Any] = {name: row[name] for name in _WORDS}
        rest |= {"paragraph": int(row["paragraph"]), "months": covered.months if covered else None}
        return typed(self.unit(row["unit"]) if row["unit"] else None, value, low, high, covered, rest)


def typed(
    unit: Unit | None,
    value: float | None,
    low: float | None,
    high: float | None,
    covered: ReportingPeriod | None,
    rest: dict[str, Any],
) -> Claim:
    """A claim of the narrowest type that its numbers, its unit and its period allow; `rest` are its other fields."""
    if unit is None:
        return Claim(unit=None, value=value, low=low, high=high, period=covered, **rest)
    if value and value > 0:
        if covered:
            return Count(unit=unit, value=value, low=low, high=high, period=covered, **rest)
        return Amount(unit=unit, value=value, low=low, high=high, period=covered, **rest)
    if low and high and 0 < low < high:
        return Range(unit=unit, value=value, low=low, high=high, period=covered, **rest)
    return Statistic(unit=unit, value=value, low=low, high=high, period=covered, **rest)


def stories(data: Path = tables.DATA) -> list[str]:
    """The names of the stories there are: the folders of `data/` that hold a claims table."""
    return sorted(path.parent.name for path in data.glob("*/claims.csv"))


def _units(folder: Path, data: Path) -> tuple[pd.DataFrame, list[Problem]]:
    """The units of all stories, and those in a table of the story's own; what is wrong with that."""
    units, own = tables.load("units", data), folder / UNITS
    if not own.is_file():
        return units, []
    added, problems = tables.read(own, tables.schema("units", data)["fields"])
    return pd.concat([units, added[~added["unit"].isin(units["unit"])]]), problems


def load(story: str, data: Path = tables.DATA) -> Ledger:
    """The checked ledger of a story.

    Raises TableError, with a sentence for every problem of the file, where anything does not fit the data package's
    descriptor or the rules between rows; nothing is loaded then.
    """
    known = stories(data)
    if story not in known:
        raise ReaderError(f"There is no story called {story!r}. Choose one of: {', '.join(known)}.")
    return read(data / story, story, data)


def read(folder: Path, story: str, data: Path = tables.DATA) -> Ledger:
    """The checked ledger in a folder, by the descriptor and the units in `data`. Raises TableError as `load` does."""
    path = folder / "claims.csv"
    units, problems = _units(folder, data)
    claims, found = tables.read(path, tables.schema(TEMPLATE, data)["fields"])
    problems += found
    problems += checks.between_rows(f"{story}/{path.name}", claims, units["unit"])
    if claims.empty:
        problems = [Problem(f"{story}/{path.name}", "no rows yet. Write one row for each figure the article prints.")]
    if problems:
        raise TableError(sorted(problems, key=lambda problem: problem.row or 0))
    return Ledger(story, claims.reset_index(drop=True), units.set_index("unit"))
