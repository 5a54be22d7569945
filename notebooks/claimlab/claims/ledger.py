"""The ledger of one story: its claims, read from its folder in `data/`, checked and typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from .. import text
from . import tables
from .errors import NotInStoryError, ReaderError
from .periods import ReportingPeriod, period
from .tables import Problem, TableError

TEMPLATE = "claims-your-article"
"""The resource whose schema every story shares: a new story needs its folder, and no entry of its own."""

_WORDS = ("id", "part", "printed", "kind", "period_printed", "hedge", "place", "speaker", "status", "stock_or_flow")
"""The columns a claim takes over as they are."""

HOW_MANY = ("count", "range")
"""The kinds of figure that say how many there were of something; lengths, dates and words do not."""


@dataclass(frozen=True)
class Unit:
    """What a figure counts: the noun for one and for many."""

    singular: str
    plural: str

    def noun(self, value: float) -> str:
        """The noun that goes with a number of them."""
        return self.singular if value == 1 else self.plural


@dataclass(frozen=True)
class Claim:
    """One printed figure. `value` is a number of `unit`; `low` and `high` stand for a range; each may be missing."""

    id: str
    part: str
    paragraph: int
    printed: str
    kind: str
    value: float | None
    low: float | None
    high: float | None
    unit: Unit | None
    period: ReportingPeriod | None
    period_printed: str
    hedge: str
    place: str
    speaker: str
    status: str
    stock_or_flow: str

    @property
    def when(self) -> str:
        """The period, as far as the story fixes it: its months; or the words for it, which name no months."""
        if self.period:
            return str(self.period)
        words = self.printed if self.kind == "date" else self.period_printed
        return f"“{words}”, no months" if words else "no period given"


@dataclass(frozen=True)
class Ledger:
    """The claims of one story. `claims` has one row a printed figure and the columns of the data dictionary."""

    story: str
    claims: pd.DataFrame
    units: pd.DataFrame

    def claim(self, id: str) -> Claim:
        """The claim in the row of this id. Raises ReaderError where there is none."""
        found = self.claims.loc[self.claims["id"] == id]
        if found.empty:
            raise ReaderError(f"The story {self.story} has no row with the id {id}.")
        return self._claim(found.iloc[0])

    def part(self, name: str) -> Claim:
        """The claim that plays a part in the lessons. Raises ReaderError where the story has none."""
        found = self.claims.loc[self.claims["part"] == name]
        if found.empty:
            raise NotInStoryError(
                f"The story {self.story} has no row with the part {name}. "
                f"Write {name} in the column part of the row that should play it."
            )
        return self._claim(found.iloc[0])

    @cached_property
    def earlier(self) -> Claim:
        """The earlier of the two counts the article compares; its value and period are there."""
        return self._counted("earlier_count")

    @cached_property
    def later(self) -> Claim:
        """The later of the two counts the article compares; its value and period are there."""
        return self._counted("later_count")

    def _counted(self, part: str) -> Claim:
        claim = self.part(part)
        if not claim.value or not claim.unit or not claim.period:
            raise NotInStoryError(f"The row {claim.id} of {self.story} needs a value above 0, a unit and a period.")
        return claim

    def _claim(self, row: pd.Series) -> Claim:
        blank = {name: None if pd.isna(row[name]) else float(row[name]) for name in ("value", "low", "high")}
        unit = self.units.loc[row["unit"], ["singular", "plural"]] if row["unit"] else None
        covered = period(row["period_start"], row["period_end"]) if row["period_start"] and row["period_end"] else None
        words = {name: row[name] for name in _WORDS}
        return Claim(
            **words,
            **blank,
            paragraph=int(row["paragraph"]),
            unit=None if unit is None else Unit(*unit),
            period=covered,
        )


def stories(data: Path = tables.DATA) -> list[str]:
    """The names of the stories there are: the folders of `data/` that hold a claims table."""
    return sorted(path.parent.name for path in data.glob("*/claims.csv"))


def load(story: str, data: Path = tables.DATA) -> Ledger:
    """The checked ledger of a story.

    Raises TableError, with a sentence for every problem of the file, where anything does not fit the data package's
    descriptor or the rules between rows; nothing is loaded then.
    """
    known = stories(data)
    if story not in known:
        raise ReaderError(f"There is no story called {story!r}. Choose one of: {', '.join(known)}.")
    path = data / story / "claims.csv"
    units, problems = tables.read(data / "units.csv", tables.schema("units", data)["fields"])
    if problems:
        raise TableError(problems)
    claims, problems = tables.read(path, tables.schema(TEMPLATE, data)["fields"])
    problems += _between_rows(f"{story}/{path.name}", claims, set(units["unit"]))
    if claims.empty:
        problems = [Problem(f"{story}/{path.name}", "no rows yet. Write one row for each figure the article prints.")]
    if problems:
        raise TableError(sorted(problems, key=lambda problem: problem.row or 0))
    return Ledger(story, claims, units.set_index("unit"))


def _between_rows(file: str, claims: pd.DataFrame, units: set[str]) -> list[Problem]:
    """What no single column can tell: ranges and periods the wrong way round, unknown units, ties to nowhere."""
    problems = []
    row_of = {index: index + 2 for index in claims.index}
    for index in claims.index[claims["low"] > claims["high"]]:
        message = (
            f"found {text.number(claims['low'][index])}, which is above the high end of the range. Exchange the two."
        )
        problems.append(Problem(file, message, row_of[index], "low"))
    for index in claims.index[(claims["period_end"] != "") & (claims["period_end"] < claims["period_start"])]:
        message = f"found {claims['period_end'][index]!r}, which is before the period starts. Exchange the two."
        problems.append(Problem(file, message, row_of[index], "period_end"))
    for index in claims.index[(claims["unit"] != "") & ~claims["unit"].isin(units)]:
        message = f"found {claims['unit'][index]!r}, expected a unit of units.csv: {', '.join(sorted(units))}."
        problems.append(Problem(file, message, row_of[index], "unit"))
    for index in claims.index[(claims["same_as"] != "") & ~claims["same_as"].isin(claims["id"])]:
        message = f"found {claims['same_as'][index]!r}, which is no row's id. Name the first row of the same fact."
        problems.append(Problem(file, message, row_of[index], "same_as"))
    return problems
