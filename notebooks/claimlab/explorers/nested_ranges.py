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


@dataclass(frozen=True)
class _Shape:
    """How the picture is drawn: its width and the height of a row in inches, how far the dotted lines go on beneath a
    bar, in rows, and whether a number stands under its label instead of at the right."""

    width: float
    row: float
    below: float
    stacked: bool


WIDE = _Shape(charts.WIDE, row=0.55, below=0.38, stacked=False)
NARROW = _Shape(charts.NARROW, row=0.78, below=0.24, stacked=True)


def explorer(ledger: Ledger) -> Explorer:
    """The range of a story beside each earlier estimate.

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
    wide, slim = (_scene(claim, earlier, shape) for shape in (WIDE, NARROW))

    def draw(before: str) -> View:
        return _State(claim, earlier, before, wide, slim).view()

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
    wide: charts.Scene
    slim: charts.Scene

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
            return "has no upper end"
        if (self.before.low, self.before.high) == (self.claim.low, self.claim.high):
            return f"has the same two ends as {self.claim.short}"
        if self.before.low <= self.claim.low and self.claim.high <= self.before.high:
            return f"has the whole of {self.claim.short} inside it"
        if self.claim.low <= self.before.low and self.before.high <= self.claim.high:
            return f"lies wholly inside {self.claim.short}"
        return f"does not overlap with {self.claim.short}" if self.apart else f"overlaps with {self.claim.short}"

    @property
    def moves(self) -> str:
        """How the two ends moved, or where the range lies to a lower end alone; "" where both ends stayed."""
        if self.before.high is None:
            inside = self.claim.low >= self.before.low
            place = "wholly below" if self.apart else "wholly above" if inside else "partly below"
            return f"{self.claim.short} lies {place} its lower end."
        if (self.before.low, self.before.high) == (self.claim.low, self.claim.high):
            return ""
        lower, upper = _moved(self.claim.low - self.before.low), _moved(self.claim.high - self.before.high)
        return f"The lower end {lower}, the upper end {upper}."

    @property
    def apart(self) -> bool:
        """Whether no number lies in both."""
        above = self.before.high is not None and self.claim.low > self.before.high
        return above or self.claim.high < self.before.low

    @property
    def way(self) -> str:
        return "up" if self.claim.low > self.before.low else "down"

    def answer(self) -> str:
        return f"{self.way} only if estimated alike" if self.apart else "neither up nor down"

    def verdict(self) -> str:
        both = f"{self.claim.short} and in {wording.quoted(self.before.printed)}"
        if self.apart:
            return (
                f"No number lies both in {both}: that reads as {self.way} only if you assume that "
                f"{wording.ESTIMATED_ALIKE}."
            )
        return f"One number may lie in {both}, so neither up nor down can be read from the two."

    def reasons(self) -> tuple[str, ...]:
        changed = self.before.changed
        told = changed if changed.startswith(REPORTED) else f"as told: {changed}"
        said = (f"The estimate of {self.before.said} {self.relation}.", self.moves, f"The earlier one, {told}.")
        return tuple(one for one in said if one)

    def table(self) -> Table:
        """Both ends of every estimate."""
        rows = [[one.said, text.number(one.low), "none" if one.high is None else text.number(one.high)]
                for one in self.all_before]  # fmt: skip
        rows.append([self.name, text.number(self.claim.low), text.number(self.claim.high)])
        return Table(("Estimate", "Lower end", "Upper end"), rows, numbers=("Lower end", "Upper end"))

    def description(self) -> str:
        others = "; ".join(one.name for one in self.all_before)
        return (
            f"Bars on one scale, the earliest on top, the one compared hatched: {others}; last, in dark, {self.name}, "
            f"its two ends drawn as dotted lines through all the bars. {self.verdict()} {' '.join(self.reasons())}"
        )

    def picture(self) -> str:
        return self.drawn(self.wide, WIDE)

    def narrow(self) -> str:
        return self.drawn(self.slim, NARROW)

    def drawn(self, scene: charts.Scene, shape: _Shape) -> str:
        """The picture in one of the two shapes."""
        rows = enumerate(_rows(self.all_before, shape, self.chosen))
        return scene.picture(
            *(charts.part(0, charts.ranges.row, row, one, says=before.said)
              for (row, one), before in zip(rows, self.all_before, strict=True))
        )  # fmt: skip


def _moved(by: float) -> str:
    return "stayed" if by == 0 else f"{'rose' if by > 0 else 'fell'} by {text.number(abs(by))}"


def _rows(earlier: tuple[_Before, ...], shape: _Shape, chosen: str = "") -> list[charts.ranges.Range]:
    """The earlier estimates as rows, the one of the name `chosen` as that which is compared."""
    return [
        _row(shape, f"before-{number}", f"{one.month}{f', {REPORTED}' if one.reported else ''}",
             f"{one.printed} {one.unit.plural}", one.low, one.high, "compared" if one.name == chosen else "other")
        for number, one in enumerate(earlier, 1)
    ]  # fmt: skip


def _row(
    shape: _Shape, role: str, label: str, written: str, low: float, high: float | None, kind: str
) -> charts.ranges.Range:
    """A row with its number at the right, or under its label where the picture is narrow."""
    if shape.stacked:
        label, written = f"{label}\n{written}", ""
    return charts.ranges.Range(role, label, written, low, high, kind)


def _scene(claim: Range, earlier: tuple[_Before, ...], shape: _Shape) -> charts.Scene:
    """The range of the story with its ends through all rows; the rows above move, as one of them is compared."""
    story = _row(shape, "story", "printed in the report", claim.amount, claim.low, claim.high, "chosen")
    rows = [*_rows(earlier, shape), story]
    tops = [end for one in rows for end in (one.low, one.high) if end is not None]
    room = (max(tops) - min(tops)) * 0.08
    height = 0.45 + shape.row * len(rows)

    def under(axes: Axes) -> None:
        charts.ranges.axis(axes, len(rows), max(min(tops) - room, 0), max(tops) + room)
        charts.ranges.through(axes, len(rows), shape.below, claim.low, claim.high)
        charts.ranges.row(axes, len(rows) - 1, story)

    return charts.Scene(shape.width, height, [(0.04, 0.35 / height, 0.92, 1 - 0.4 / height)], under)
