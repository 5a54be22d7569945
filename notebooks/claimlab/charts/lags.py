"""One case on its way through time, beside the periods that are counted; and how long such ways are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ..claims.periods import ReportingPeriod
from . import marks
from .base import ASSUMED, BEHIND, DASHED, DOTTED, OWN, PRINTED, QUIET

GAP: dict[str, Any] = {"facecolor": "white", "edgecolor": QUIET, "linestyle": DOTTED, "linewidth": 1.2}
LETTER = 0.38
"""Months of the time axis that half a letter takes up, about."""
COUNTS, TOTAL, CASE, ORIGIN = 3.1, 2.1, 0.9, -0.5
"""Heights of the four rows of the timeline."""
INCHES = 0.42
"""Height of one row of the lower scale."""
LOOKS = {"assumed": ("o", ASSUMED), "outside": ("s", PRINTED), "own": ("*", OWN)}
"""Shape and colour of a length."""


@dataclass(frozen=True)
class Length:
    """A length on the lower scale, from `low` to `high`, which may be the same. `kind`: assumed, outside or own."""

    label: str
    low: float
    high: float
    written: str
    kind: str


def counted(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str, printed: bool = True) -> None:
    """A period that is counted, as a bar with its label inside; one without a figure has a dotted edge."""
    left = marks.place(period.start, ends)
    look = marks.PRINTED_BAR if printed else GAP
    marks.bar(axes, left, period.months, COUNTS - 0.33, 0.66, **look)
    axes.text(left + period.months / 2, COUNTS, label, ha="center", va="center",
              color=PRINTED if printed else QUIET, linespacing=1.0)  # fmt: skip


def total(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """The period of the total: its label on the left, and a band through all rows."""
    left = marks.place(period.start, ends)
    axes.axvspan(left, left + period.months, facecolor="#f1f1f1", edgecolor=QUIET, linestyle=DOTTED, zorder=0)
    marks.bar(axes, left, period.months, TOTAL - 0.25, 0.5, **marks.PRINTED_BAR)
    axes.text(left - 0.6, TOTAL, label, ha="right", va="center", color=PRINTED, linespacing=1.05)


def case(axes: Axes, start: pd.Period, end: pd.Period, ends: ReportingPeriod, first: str, last: str) -> None:
    """A dashed line from the middle of one month to the middle of another: a circle, then a diamond or an arrow."""
    left, right, edge = marks.place(start, ends) + 0.5, marks.place(end, ends) + 0.5, ends.months - 0.3
    beyond = right > edge
    axes.plot([left, min(right, edge)], [CASE, CASE], color=ASSUMED, linewidth=1.6, linestyle=DASHED, gid="case")
    look: dict[str, Any] = {"color": ASSUMED, "markersize": 8, "zorder": 4}
    axes.plot(left, CASE, "o", gid="mark-case-start", **look)
    axes.plot(min(right, edge), CASE, ">" if beyond else "D", gid="mark-case-end", **look)
    _label(axes, left, CASE + 0.28, first, "bottom", ends, "label-case-start")
    _label(axes, min(right, edge), CASE - 0.28, last, "top", ends, "label-case-end")


def origin(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """A dashed bracket over a period, open towards what lies before the axis, with its label underneath."""
    starts = marks.place(period.start, ends)
    left, right = max(starts, 0), max(marks.place(period.end + 1, ends), 0)
    tooth = 0.16
    sides = [left, left, right, right] if starts >= 0 else [left, right, right]
    heights = [ORIGIN + tooth, ORIGIN, ORIGIN, ORIGIN + tooth][-len(sides):]  # fmt: skip
    if right > 0:
        axes.plot(sides, heights, color=ASSUMED, linewidth=1.3, linestyle=DASHED, clip_on=False, gid="origin")
    if starts < 0:
        axes.plot(0, ORIGIN, "<", color=ASSUMED, markersize=8, clip_on=False, gid="arrow-origin")
    half = max(len(line) for line in label.split("\n")) * LETTER
    middle = min(max((left + right) / 2, half), ends.months - half)
    axes.text(middle, ORIGIN - 0.1, label, ha="center", va="top", color=ASSUMED, linespacing=1.15, bbox=BEHIND,
              gid="label-origin")  # fmt: skip


def calendar(axes: Axes, ends: ReportingPeriod, marked: Iterable[pd.Period]) -> None:
    """The time axis, with a tick at the start of each of the months given."""
    marks.time_axis(axes, ends, marked)
    axes.set_ylim(-1.65, 3.5)
    marks.rows_only(axes)


def height(rows: Sequence[Length]) -> float:
    """How tall the lower scale is, in inches."""
    return INCHES * (sum(_rows_of(length) for length in rows) + 0.3)


def scale(axes: Axes, rows: Sequence[Length], high: float) -> None:
    """A common scale in months from 0, with the line and the label of each row."""
    marks.scale(axes, 0, high, range(0, int(high) + 1, 12))
    axes.set_ylim(_places(rows)[-1] - 0.3, 0)
    axes.set_xlabel("months", labelpad=1)
    for at, row in zip(_places(rows), rows, strict=True):
        marks.rule(axes, at)
        marks.label(axes, at, row.label, LOOKS[row.kind][1], linespacing=1.1)


def length(axes: Axes, rows: Sequence[Length], row: int) -> None:
    """The mark and the number of one of these rows; a length beyond the scale is an arrow at the edge."""
    at, one, high = _places(rows)[row], rows[row], axes.get_xlim()[1]
    shape, colour = LOOKS[one.kind]
    marks.written(axes, at, one.written, colour, gid=f"number-{one.kind}")
    shape = ">" if one.low > high else shape
    ends = [min(one.low, high), min(one.high, high)]
    axes.plot(ends, [at, at], shape + "-", color=colour, linewidth=3, markersize=11 if shape == "*" else 7,
              clip_on=False, gid=f"mark-{one.kind}")  # fmt: skip


def _places(rows: Sequence[Length]) -> list[float]:
    """Where the rows lie, from the top down."""
    return [-place for place in accumulate(_rows_of(row) for row in rows)]


def _rows_of(length: Length) -> float:
    """How many single rows a row takes up: one for its mark and its label, and a part of one for each further line."""
    return 1 + 0.45 * length.label.count("\n")


def _label(axes: Axes, at: float, height: float, words: str, side: str, ends: ReportingPeriod, role: str) -> None:
    """A label centred on its mark, or turned inwards near an edge."""
    half = len(words) * LETTER
    align = "left" if at < half else "right" if at > ends.months - half else "center"
    axes.text(at, height, words, ha=align, va=side, color=ASSUMED, bbox=BEHIND, gid=role)
