"""One case on its way through time, beside the periods that are counted; and how long such ways are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .. import text
from ..claims.periods import ReportingPeriod
from .base import ASSUMED, BEHIND, OWN, PRINTED, QUIET

BAR = {"facecolor": "#cfe3f0", "edgecolor": PRINTED, "linewidth": 1.2}
GAP = {"facecolor": "white", "edgecolor": QUIET, "linestyle": (0, (1, 2)), "linewidth": 1.2}
LETTER = 0.38
"""Months of the time axis that half a letter takes up, about."""
COUNTS, TOTAL, CASE, ORIGIN = 3.1, 2.1, 0.9, -0.5
"""Heights of the four rows of the timeline."""
INCHES = 0.42
"""Height of one row of the lower scale."""


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
    left = _at(period.start, ends)
    axes.barh(COUNTS, period.months, left=left, height=0.66, **(BAR if printed else GAP))
    axes.text(left + period.months / 2, COUNTS, label, ha="center", va="center",
              color=PRINTED if printed else QUIET, linespacing=1.0)  # fmt: skip


def total(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """The period of the total: its label on the left, and a band through all rows."""
    left = _at(period.start, ends)
    axes.axvspan(left, left + period.months, facecolor="#f1f1f1", edgecolor=QUIET, linestyle=(0, (1, 2)), zorder=0)
    axes.barh(TOTAL, period.months, left=left, height=0.5, **BAR)
    axes.text(left - 0.6, TOTAL, label, ha="right", va="center", color=PRINTED, linespacing=1.05)


def case(axes: Axes, start: pd.Period, end: pd.Period, ends: ReportingPeriod, first: str, last: str) -> None:
    """A dashed line from the middle of one month to the middle of another: a circle, then a diamond or an arrow."""
    left, right, edge = _at(start, ends) + 0.5, _at(end, ends) + 0.5, ends.months - 0.3
    beyond = right > edge
    axes.plot([left, min(right, edge)], [CASE, CASE], color=ASSUMED, linewidth=1.6, linestyle=(0, (4, 2)), zorder=3)
    axes.plot([left], [CASE], "o", color=ASSUMED, markersize=8, zorder=4)
    axes.plot([min(right, edge)], [CASE], ">" if beyond else "D", color=ASSUMED, markersize=8, zorder=4)
    _label(axes, left, CASE + 0.28, first, "bottom", ends)
    _label(axes, min(right, edge), CASE - 0.28, last, "top", ends)


def origin(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """A dashed bracket over a period, open towards what lies before the axis, with its label underneath."""
    left, right = max(_at(period.start, ends), 0), max(_at(period.end + 1, ends), 0)
    tooth = 0.16
    sides = [left, left, right, right] if _at(period.start, ends) >= 0 else [left, right, right]
    heights = [ORIGIN + tooth, ORIGIN, ORIGIN, ORIGIN + tooth][-len(sides):]  # fmt: skip
    if right > 0:
        axes.plot(sides, heights, color=ASSUMED, linewidth=1.3, linestyle=(0, (4, 2)), clip_on=False)
    if _at(period.start, ends) < 0:
        axes.plot([0], [ORIGIN], "<", color=ASSUMED, markersize=8, clip_on=False)
    half = max(len(line) for line in label.split("\n")) * LETTER
    middle = min(max((left + right) / 2, half), ends.months - half)
    axes.text(middle, ORIGIN - 0.1, label, ha="center", va="top", color=ASSUMED, linespacing=1.15, bbox=BEHIND)


def calendar(axes: Axes, ends: ReportingPeriod, marked: Sequence[pd.Period]) -> None:
    """The time axis: its ends, and a label under each of the months given."""
    axes.set_xlim(-0.1, ends.months + 0.1)
    axes.set_ylim(-1.65, 3.5)
    at = [_at(month, ends) for month in marked]
    axes.set_xticks(at, [text.month(month).replace(" ", "\n") for month in marked])
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)


def height(rows: Sequence[Length]) -> float:
    """How tall the lower scale is, in inches."""
    return INCHES * (sum(_rows_of(length) for length in rows) + 0.3)


def lengths(axes: Axes, rows: Sequence[Length], high: float) -> None:
    """One row a length in months on a common scale from 0; one beyond it is an arrow at the edge."""
    looks = {"assumed": ("o", ASSUMED), "outside": ("s", PRINTED), "own": ("*", OWN)}
    at = 0.0
    for length in rows:
        at -= _rows_of(length)
        shape, colour = looks[length.kind]
        axes.axhline(at, color="#d9d9d9", linewidth=0.6, zorder=0)
        axes.text(0, at + 0.22, length.label, ha="left", va="bottom", color=colour, linespacing=1.1, bbox=BEHIND)
        axes.text(high, at + 0.22, length.written, ha="right", va="bottom", color=colour, weight="bold")
        shape = ">" if length.low > high else shape
        ends = [min(length.low, high), min(length.high, high)]
        axes.plot(ends, [at, at], shape + "-", color=colour, linewidth=3, markersize=11 if shape == "*" else 7,
                  clip_on=False)  # fmt: skip
    axes.set_xlim(0, high)
    axes.set_ylim(at - 0.3, 0)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    ticks = range(0, int(high) + 1, 12)
    axes.set_xticks(list(ticks), [text.number(tick) for tick in ticks])
    axes.set_xlabel("months", labelpad=1)


def _rows_of(length: Length) -> float:
    """How many single rows a row takes up: one for its mark and its label, and a part of one for each further line."""
    return 1 + 0.45 * length.label.count("\n")


def _label(axes: Axes, at: float, height: float, words: str, side: str, ends: ReportingPeriod) -> None:
    """A label centred on its mark, or turned inwards near an edge."""
    half = len(words) * LETTER
    align = "left" if at < half else "right" if at > ends.months - half else "center"
    axes.text(at, height, words, ha=align, va=side, color=ASSUMED, bbox=BEHIND)


def _at(month: pd.Period, ends: ReportingPeriod) -> int:
    return (month - ends.start).n
