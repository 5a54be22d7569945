"""Counts over time: bars whose area is their count, on one time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .. import text
from ..claims.periods import ReportingPeriod
from .base import ASSUMED, BEHIND, PRINTED, few_ticks


@dataclass(frozen=True)
class Bar:
    """A count over a period: drawn as high as its rate a month, so that its area is the count."""

    period: ReportingPeriod
    count: float
    label: str
    assumed: bool = False
    inside: str = ""


def rates(axes: Axes, bars: Sequence[Bar], ends: ReportingPeriod, top: float, ylabel: str) -> None:
    """Bars on one time axis from 0; height is count / months. Hatched and dashed where the count is assumed."""
    for bar in bars:
        left, width = _at(bar.period.start, ends), bar.period.months
        height = bar.count / bar.period.months
        look = (
            {"facecolor": "white", "edgecolor": ASSUMED, "hatch": "////", "linestyle": (0, (4, 2))}
            if bar.assumed
            else {"facecolor": "#cfe3f0", "edgecolor": PRINTED}
        )
        axes.bar(left, height, width, align="edge", linewidth=1.2, **look)
        axes.text(
            left + width / 2, height + top * 0.02, bar.label,
            ha="center", va="bottom", color=ASSUMED if bar.assumed else PRINTED, linespacing=1.15,
        )  # fmt: skip
        axes.text(
            left + width / 2, top * 0.03, bar.inside,
            ha="center", va="bottom", color=ASSUMED, linespacing=1.15, bbox=BEHIND if bar.inside else None,
        )  # fmt: skip
    starts = sorted({bar.period.start for bar in bars} | {bar.period.end + 1 for bar in bars})
    axes.set_xticks([_at(start, ends) for start in starts], [text.month(start).replace(" ", "\n") for start in starts])
    axes.set_xlim(-0.1, ends.months + 0.1)
    axes.set_ylim(0, top)
    axes.set_yticks(few_ticks(0, top))
    axes.set_ylabel(ylabel)


def bracket(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, height: float, label: str) -> None:
    """A dashed bracket over a period, at a height in data units, with its label above."""
    left, right, tooth = _at(period.start, ends), _at(period.end + 1, ends), axes.get_ylim()[1] * 0.03
    axes.plot([left, left, right, right], [height - tooth, height, height, height - tooth],
              color=ASSUMED, linewidth=1.2, linestyle=(0, (4, 2)))  # fmt: skip
    axes.text(
        (left + right) / 2, height + tooth * 0.4, label, ha="center", va="bottom", color=ASSUMED, linespacing=1.15
    )


def stretch(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """One labelled bar on a time axis."""
    left = _at(period.start, ends)
    axes.barh(0, period.months, left=left, height=0.6, facecolor="#cfe3f0", edgecolor=PRINTED, linewidth=1.2)
    middle = min(max(left + period.months / 2, ends.months * 0.25), ends.months * 0.75)  # or the label would be cut
    axes.text(middle, 0.42, label, ha="center", va="bottom", color=PRINTED)
    months = range(0, ends.months + 1, 6)
    axes.set_xticks(list(months), [text.month(ends.start + month).replace(" ", "\n") for month in months])
    axes.set_xlim(-1.5, ends.months + 1.5)
    axes.set_ylim(-0.4, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def dashed_part(axes: Axes, bar: Bar, ends: ReportingPeriod) -> None:
    """A dashed outline for an assumed part of a printed bar, its label inside."""
    left, height = _at(bar.period.start, ends), bar.count / bar.period.months
    axes.bar(left, height, bar.period.months, align="edge", facecolor="none", edgecolor=ASSUMED, linestyle=(0, (4, 2)))
    axes.text(
        left + bar.period.months / 2, axes.get_ylim()[1] * 0.03, bar.inside, ha="center", va="bottom", color=ASSUMED
    )


def _at(month: pd.Period, ends: ReportingPeriod) -> int:
    return (month - ends.start).n
