"""Counts over time: bars whose area is their count, on one time axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from ..claims.periods import ReportingPeriod
from . import marks
from .base import ASSUMED, BEHIND, DASHED, PRINTED, WIDE, few_ticks
from .scene import Draw, Scene

LOOKS: dict[str, dict[str, Any]] = {
    "printed": marks.PRINTED_BAR,
    "assumed": marks.ASSUMED_BAR,
    "part": {"facecolor": "none", "edgecolor": ASSUMED, "linestyle": DASHED},
}


@dataclass(frozen=True)
class Bar:
    """A count over a period: drawn as high as its rate a month, so that its area is the count.

    `kind` is printed, assumed (hatched and dashed), or part: the dashed outline of an assumed part of a printed bar.
    """

    role: str
    period: ReportingPeriod
    count: float
    kind: str = "printed"


def axis(axes: Axes, ends: ReportingPeriod, marked: Iterable[pd.Period], top: float, ylabel: str) -> None:
    """A time axis with ticks at the months `marked`, and counts a month from 0 to `top`."""
    marks.time_axis(axes, ends, marked)
    axes.set_ylim(0, top)
    axes.set_yticks(few_ticks(0, top))
    axes.set_ylabel(ylabel)


def rate(axes: Axes, bar: Bar, ends: ReportingPeriod) -> None:
    """The bar from 0; its height is count / months."""
    height = bar.count / bar.period.months
    left, width = marks.place(bar.period.start, ends), bar.period.months
    marks.bar(axes, left, width, 0, height, gid=f"bar-{bar.role}", **LOOKS[bar.kind])


def above(axes: Axes, bar: Bar, ends: ReportingPeriod, said: str) -> None:
    """A label on top of a bar, clear of where an assumed one can be taken."""
    height = bar.count / bar.period.months + axes.get_ylim()[1] * (0.02 if bar.kind == "printed" else 0.05)
    colour, card = (PRINTED, BEHIND) if bar.kind == "printed" else (ASSUMED, None)
    _centred(axes, _middle(bar, ends), height, said, colour, f"label-{bar.role}", card)


def inside(axes: Axes, bar: Bar, ends: ReportingPeriod, said: str) -> None:
    """A label at the foot of a bar."""
    card = BEHIND if bar.kind == "assumed" else None
    _centred(axes, _middle(bar, ends), axes.get_ylim()[1] * 0.03, said, ASSUMED, f"inside-{bar.role}", card)


def grip(axes: Axes, bar: Bar, ends: ReportingPeriod, control: str) -> None:
    """Where a bar can be taken: the middle of its upper edge, which a control moves."""
    height = bar.count / bar.period.months
    axes.plot(_middle(bar, ends), height, "o", markersize=8, markerfacecolor="white", markeredgecolor=ASSUMED,
              markeredgewidth=1.6, clip_on=False, gid=f"handle-{control}")  # fmt: skip


def bracket(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, height: float, label: str) -> None:
    """A dashed bracket over a period, at a height in data units, with its label above."""
    left, right = marks.place(period.start, ends), marks.place(period.end + 1, ends)
    tooth = axes.get_ylim()[1] * 0.03
    axes.plot([left, left, right, right], [height - tooth, height, height, height - tooth],
              color=ASSUMED, linewidth=1.2, linestyle=DASHED, gid="bracket")  # fmt: skip
    _centred(axes, (left + right) / 2, height + tooth * 0.4, label, ASSUMED, "label-bracket")


def two_panels(width: float, under: Draw, over: Draw) -> Scene:
    """A scene with counts on a time axis above and a scale of percentages below."""
    left, right, height = 0.6, 0.3, 4.7 if width == WIDE else 4.9
    across, below = (width - left - right) / width, 1.75
    foot, between = 0.28, 0.42
    above = height - foot - below - between - 0.05
    boxes = [
        (left / width, (foot + below + between) / height, across, above / height),
        (left / width, foot / height, across, below / height),
    ]
    return Scene(width, height, boxes, under, over)


def stretch_axis(axes: Axes, ends: ReportingPeriod, every: int) -> None:
    """A time axis with a tick every so many months, and room for one bar and its label."""
    marks.time_axis(axes, ends, [ends.start + month for month in range(0, ends.months + 1, every)], margin=1.5)
    axes.set_ylim(-0.4, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def stretch(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """One labelled bar on a time axis, which can be taken at its end."""
    left = marks.place(period.start, ends)
    marks.bar(axes, left, period.months, -0.3, 0.6, gid="bar-period", **marks.PRINTED_BAR)
    axes.plot(left + period.months, 0, "o", markersize=9, markerfacecolor="white", markeredgecolor=PRINTED,
              markeredgewidth=1.6, gid="handle-months")  # fmt: skip
    half = marks.half_width(axes, label)
    middle = min(max(left + period.months / 2, half), ends.months - half)  # or the label would be cut
    axes.text(middle, 0.42, label, ha="center", va="bottom", color=PRINTED, gid="label-period")


def _middle(bar: Bar, ends: ReportingPeriod) -> float:
    return marks.place(bar.period.start, ends) + bar.period.months / 2


def _centred(
    axes: Axes, at: float, height: float, said: str, colour: str, role: str, card: dict[str, Any] | None = None
) -> None:
    """Words over a place; a card keeps a dashed line or a hatching out of them."""
    axes.text(at, height, said, ha="center", va="bottom", color=colour, linespacing=1.15, bbox=card, gid=role)
