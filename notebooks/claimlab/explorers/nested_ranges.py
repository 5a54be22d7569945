"""Nested ranges: the range beside what was given before it, and whether up or down can be read from the two."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.comparisons import wording
from ..claims.claim import Range, Unit
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from .frame import State
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("estimate_before",)

REPORTED = "as reported"
"""What the source of an estimate says that was read in news copies only."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The range of a story beside each earlier estimate; `predicted` is the student's answer, shown in the table.

    Raises NotInStoryError where the story has no range with two ends, or no earlier estimate.
    """
    claim, rows = ledger.range("range"), figures.estimate.earlier(ledger)
    if rows.empty:
        raise NotInStoryError(
            f"The story {ledger.story} has no earlier estimate to compare with: the reference table earlier_estimates "
            "has no row of it."
        )
    earlier = tuple(_before(row, ledger) for row in rows.to_dict("records"))
    names = tuple(one.name for one in earlier)
    first = next((one for one in earlier if one.high is not None), earlier[0])
    controls = (Control("radio", "before", "Compare the printed range with", names, names, first.name),)
    scene = _scene(claim, earlier)

    def draw(before: str) -> View:
        return _State(claim, earlier, before, predicted or "", scene).view()

    return Explorer("This range and those before it", controls, draw)


@dataclass(frozen=True)
class _Before:
    """One earlier estimate; `high` is None where it gives a lower end only."""

    printed: str
    month: str
    low: float
    high: float | None
    unit: Unit
    changed: str
    reported: bool

    @property
    def name(self) -> str:
        return f"{self.printed} {self._of}"

    @property
    def said(self) -> str:
        """The same in a sentence: a hedged number in quotation marks."""
        return f"{wording.quoted(self.printed)} {self._of}"

    @property
    def _of(self) -> str:
        return f"{self.unit.plural} ({self.month}{f', {REPORTED}' if self.reported else ''})"


def _before(row: dict[Hashable, Any], ledger: Ledger) -> _Before:
    two = not pd.isna(row["low"]) and not pd.isna(row["high"])
    low, high = (row["low"], row["high"]) if two else (row["value"], None)
    month = text.month(pd.Period(row["said"], "M"))
    reported = REPORTED in row["source"]
    return _Before(row["printed"], month, low, high, ledger.unit(row["unit"]), row["changed"], reported)


@dataclass(frozen=True)
class _State(State):
    """The range, the earlier estimates, and which of them it is compared with."""

    claim: Range
    all_before: tuple[_Before, ...]
    chosen: str
    predicted: str
    scene: charts.Scene

    @property
    def before(self) -> _Before:
        return next(one for one in self.all_before if one.name == self.chosen)

    @property
    def name(self) -> str:
        return f"{self.claim.amount} (printed, paragraph {self.claim.paragraph})"

    @property
    def relation(self) -> str:
        """How the two lie to one another, as a clause."""
        if self.before.high is None:
            inside = self.claim.low >= self.before.low
            place = "wholly below" if self.apart else "wholly above" if inside else "partly below"
            return f"has no upper end, and {self.claim.short} lies {place} its lower end"
        if (self.before.low, self.before.high) == (self.claim.low, self.claim.high):
            return f"has the same two ends as {self.claim.short}"
        lower, upper = _moved(self.claim.low - self.before.low), _moved(self.claim.high - self.before.high)
        moves = f"the lower end {lower}, the upper end {upper}"
        if self.before.low <= self.claim.low and self.claim.high <= self.before.high:
            return f"has the whole of {self.claim.short} inside it: {moves}"
        if self.claim.low <= self.before.low and self.before.high <= self.claim.high:
            return f"lies wholly inside {self.claim.short}: {moves}"
        if self.apart:
            return f"does not overlap with {self.claim.short}"
        return f"overlaps with {self.claim.short}: {moves}"

    @property
    def apart(self) -> bool:
        """Whether no number lies in both."""
        above = self.before.high is not None and self.claim.low > self.before.high
        return above or self.claim.high < self.before.low

    @property
    def reading(self) -> str:
        """What may be read from the two, as a clause."""
        if self.apart:
            way = "up" if self.claim.low > self.before.low else "down"
            return f"that reads as {way} only if you assume that {wording.ESTIMATED_ALIKE}"
        return "one number may have been true both times, so neither up nor down can be read from the two"

    def table(self) -> Table:
        rows = [[one.name, one.changed] for one in self.all_before] + [[self.name, self.claim.note]]
        if self.predicted:
            rows.append(["your answer", f"“{self.predicted}”"])
        return Table(("Estimate", "What is known of it, or of what changed"), rows)

    def verdict(self) -> str:
        return f"The estimate of {self.before.said} {self.relation}; {self.reading}."

    def description(self) -> str:
        others = "; ".join(one.name for one in self.all_before)
        return (
            f"Bars on one scale, the earliest on top, the one compared hatched: {others}; last, in dark, {self.name}, "
            f"its two ends drawn as dotted lines through all the bars. {self.verdict()} "
            f"What is known of the change: {self.before.changed}."
        )

    def picture(self) -> str:
        rows = enumerate(_rows(self.all_before, self.chosen))
        return self.scene.picture(*(charts.part(0, charts.ranges.row, row, one) for row, one in rows))


def _moved(by: float) -> str:
    return "stayed" if by == 0 else f"{'rose' if by > 0 else 'fell'} by {text.number(abs(by))}"


def _rows(earlier: tuple[_Before, ...], chosen: str = "") -> list[charts.ranges.Range]:
    """The earlier estimates as rows, the one of the name `chosen` as that which is compared."""
    return [
        charts.ranges.Range(
            f"before-{number}", f"{one.month}{f', {REPORTED}' if one.reported else ''}",
            f"{one.printed} {one.unit.plural}", one.low, one.high, "compared" if one.name == chosen else "other",
        )
        for number, one in enumerate(earlier, 1)
    ]  # fmt: skip


def _scene(claim: Range, earlier: tuple[_Before, ...]) -> charts.Scene:
    """The range of the story with its ends through all rows; the rows above move, as one of them is compared."""
    rows = [
        *_rows(earlier),
        charts.ranges.Range("story", "printed in the report", claim.amount, claim.low, claim.high, "chosen"),
    ]
    tops = [end for one in rows for end in (one.low, one.high) if end is not None]
    room = (max(tops) - min(tops)) * 0.08
    height = 0.45 + 0.55 * len(rows)

    def under(axes: Axes) -> None:
        charts.ranges.axis(axes, len(rows), max(min(tops) - room, 0), max(tops) + room)
        charts.ranges.through(axes, claim.low, claim.high)
        charts.ranges.row(axes, len(rows) - 1, rows[-1])

    return charts.Scene(5, height, [(0.04, 0.35 / height, 0.92, 1 - 0.4 / height)], under)
