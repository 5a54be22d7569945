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
from .base import ASSUMED, DASHED, DOTTED, PRINTED, QUIET

GAP: dict[str, Any] = {"facecolor": "white", "edgecolor": QUIET, "linestyle": DOTTED, "linewidth": 1.2}
COUNTS, TOTAL, CASE, ORIGIN = 3.1, 2.1, 0.9, -0.5
"""Heights of the four rows of the timeline."""
TOOTH = 0.16
"""Half the height of what reaches across a row: the dotted edges, and the ends of the bracket."""
EDGE = 0.3
"""How far before the right edge an arrow stands, in months."""
INCHES = 0.42
"""Height of one row of the lower scale."""
LOOKS = {"assumed": ("o", ASSUMED), "outside": ("s", PRINTED)}
"""Shape and colour of a length."""


@dataclass(frozen=True)
class Length:
    """A length on the lower scale, from `low` to `high`, which may be the same. `kind`: assumed or outside."""

    label: str
    low: float
    high: float
    written: str
    kind: str


def counted(
    axes: Axes, role: str, period: ReportingPeriod, ends: ReportingPeriod, label: str, printed: bool = True
) -> None:
    """A period that is counted, as a bar with its label inside; one without a figure has a dotted edge."""
    left = marks.place(period.start, ends)
    look = marks.PRINTED_BAR if printed else GAP
    marks.bar(axes, left, period.months, COUNTS - 0.36, 0.72, gid=f"bar-{role}", **look)
    axes.text(left + period.months / 2, COUNTS, label, ha="center", va="center", linespacing=1.0,
              fontsize=10 if printed else 9, color=PRINTED if printed else QUIET, gid=f"label-{role}")  # fmt: skip


def total(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """The period of the total, with its label on the left."""
    left = marks.place(period.start, ends)
    marks.bar(axes, left, period.months, TOTAL - 0.25, 0.5, gid="bar-total", **marks.PRINTED_BAR)
    axes.text(left - 0.6, TOTAL, label, ha="right", va="center", color=PRINTED, linespacing=1.05, gid="label-total")


def through(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod) -> None:
    """The months of the total through all rows: shaded, and with dotted edges only where something may lie in them,
    so that they cross no label."""
    left = marks.place(period.start, ends)
    right = left + period.months
    axes.axvspan(left, right, facecolor="#f1f1f1", edgecolor="none", zorder=-1)
    for row in (CASE, ORIGIN):
        axes.vlines([left, right], row - TOOTH, row + TOOTH, color=QUIET, linestyle=DOTTED, linewidth=1.2, zorder=0)


def case(axes: Axes, start: pd.Period, end: pd.Period, ends: ReportingPeriod, first: str, last: str) -> None:
    """A dashed line from the middle of one month to the middle of another, with a label at each end."""
    left, right = marks.place(start, ends) + 0.5, _seen(end, ends)
    axes.plot([left, right], [CASE, CASE], color=ASSUMED, linewidth=1.6, linestyle=DASHED, gid="case")
    _label(axes, left, CASE + 0.28, first, "bottom", "label-case-start")
    _label(axes, right, CASE - 0.28, last, "top", "label-case-end")


def case_start(axes: Axes, start: pd.Period, ends: ReportingPeriod) -> None:
    """A circle where the case begins."""
    at = marks.place(start, ends) + 0.5
    axes.plot(at, CASE, "o", color=ASSUMED, markersize=8, clip_on=False, gid="handle-month")


def case_end(axes: Axes, end: pd.Period, ends: ReportingPeriod) -> None:
    """A diamond where the case ends, or an arrow where that lies beyond the axis."""
    at = _seen(end, ends)
    shape = "D" if at < ends.months - EDGE else ">"
    axes.plot(at, CASE, shape, color=ASSUMED, markersize=8, clip_on=False, gid="handle-lag")


def origin(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """A dashed bracket over a period, open towards what lies before the axis, with its label underneath."""
    starts = marks.place(period.start, ends)
    left, right = max(starts, 0), max(marks.place(period.end + 1, ends), 0)
    sides = [left, left, right, right] if starts >= 0 else [left, right, right]
    heights = [ORIGIN + TOOTH, ORIGIN, ORIGIN, ORIGIN + TOOTH][-len(sides):]  # fmt: skip
    if right > 0:
        axes.plot(sides, heights, color=ASSUMED, linewidth=1.3, linestyle=DASHED, clip_on=False, gid="origin")
    if starts < 0:
        axes.plot(0, ORIGIN, "<", color=ASSUMED, markersize=8, clip_on=False, gid="arrow-origin")
    half = marks.half_width(axes, label)
    middle = min(max((left + right) / 2, half), ends.months - half)
    axes.text(middle, ORIGIN - 0.2, label, ha="center", va="top", color=ASSUMED, linespacing=1.15,
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
    """A common scale in months from 0, with a line for each row."""
    marks.scale(axes, 0, high, range(0, int(high) + 1, 12))
    axes.set_ylim(places(rows)[-1] - 0.3, 0)
    axes.set_xlabel("months", labelpad=1)
    for at in places(rows):
        marks.rule(axes, at)


def length(axes: Axes, one: Length, at: float, role: str) -> None:
    """The mark of a length on its row, with its words; one beyond the scale is an arrow at the edge."""
    high = axes.get_xlim()[1]
    shape, colour = LOOKS[one.kind]
    marks.label(axes, at, one.label, colour, linespacing=1.1, gid=f"label-{role}")
    if one.written:
        marks.written(axes, at, one.written, colour, gid=f"number-{role}")
    shape = ">" if one.low > high else shape
    ends = [min(one.low, high), min(one.high, high)]
    axes.plot(ends, [at, at], shape + "-", color=colour, linewidth=3, markersize=7, clip_on=False,
              gid=f"mark-{role}")  # fmt: skip


def places(rows: Sequence[Length]) -> list[float]:
    """Where the rows lie, from the top down."""
    return [-place for place in accumulate(_rows_of(row) for row in rows)]


def _rows_of(length: Length) -> float:
    """How many single rows a row takes up: one for its mark and its label, and a part of one for each further line."""
    return 1 + 0.45 * length.label.count("\n")


def _seen(end: pd.Period, ends: ReportingPeriod) -> float:
    """The middle of a month, or the right edge of the axis where it lies beyond."""
    return min(marks.place(end, ends) + 0.5, ends.months - EDGE)


def _label(axes: Axes, at: float, height: float, words: str, side: str, role: str) -> None:
    """A label centred on its mark, or turned inwards near an edge."""
    left, right = axes.get_xlim()
    half = marks.half_width(axes, words)
    align = "left" if at - half < left else "right" if at + half > right else "center"
    axes.text(at, height, words, ha=align, va=side, color=ASSUMED, gid=role)
