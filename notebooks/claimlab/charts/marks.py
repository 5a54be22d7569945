"""Marks, rows and bars on a scale, and months on a time axis: what several drawings are made of.

A role given as `gid` becomes the id of the element in the SVG; what stays still needs none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .. import text
from ..claims.periods import ReportingPeriod
from .base import ASSUMED, BEHIND, DASHED, PALE, PRINTED, RULE, few_ticks

PRINTED_BAR: dict[str, Any] = {"facecolor": PALE, "edgecolor": PRINTED, "linewidth": 1.2}
ASSUMED_BAR: dict[str, Any] = {
    "facecolor": "white", "edgecolor": ASSUMED, "hatch": "////", "linestyle": DASHED, "linewidth": 1.2
}  # fmt: skip

LIFT = 0.2
"""How far above the line of its row a label stands, in rows."""


HALF_LETTER = 3.0
"""Half the width of a letter, in points, about."""


def scale(axes: Axes, left: float, right: float, ticks: Iterable[float] | None = None, unit: str = "") -> None:
    """A scale from `left` to `right`, with a few round ticks unless others are given; across it there is none."""
    axes.set_xlim(left, right)
    rows_only(axes)
    ticks = list(few_ticks(left, right) if ticks is None else ticks)
    axes.set_xticks(ticks, [text.number(tick) + unit for tick in ticks])


def rows_only(axes: Axes) -> None:
    """Takes away the vertical axis."""
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)


def nothing(axes: Axes) -> None:
    """Takes away both axes, where words stand."""
    rows_only(axes)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)


def rule(axes: Axes, row: float, **look: Any) -> None:
    """The thin line that the marks of a row stand on."""
    axes.axhline(row, color=RULE, linewidth=0.6, zorder=0, **look)


def label(axes: Axes, row: float, said: str, colour: str, **look: Any) -> None:
    """What a row is, at its left end above the line."""
    axes.text(0, row + LIFT, said, transform=axes.get_yaxis_transform(), ha="left", va="bottom", color=colour,
              bbox=BEHIND, **look)  # fmt: skip


def written(axes: Axes, row: float, said: str, colour: str, **look: Any) -> None:
    """The number of a row, at its right end above the line; bold, unless its look says otherwise."""
    axes.text(1, row + LIFT, said, transform=axes.get_yaxis_transform(), ha="right", va="bottom", color=colour,
              bbox=BEHIND, **{"weight": "bold", **look})  # fmt: skip


def mark(axes: Axes, value: float, row: float, shape: str, colour: str, **look: Any) -> None:
    """A mark on the scale; a value beyond either edge is an arrow at that edge."""
    left, right = axes.get_xlim()
    shape = "<" if value < left else ">" if value > right else shape
    size = 11 if shape == "*" else 7
    axes.plot(min(max(value, left), right), row, shape, color=colour, markersize=size, clip_on=False, **look)


def prediction_row(axes: Axes, row: float) -> None:
    """The line along the axis on which a page marks a prediction; nothing else stands in its row."""
    left, right = axes.get_xlim()
    axes.plot([left, right], [row, row], color=RULE, linewidth=0.6, clip_on=False, gid="scale")


def half_width(axes: Axes, said: str) -> float:
    """Half the width of the longest line of a text, about, in the units of a horizontal axis."""
    left, right = axes.get_xlim()
    return max(map(len, said.split("\n"))) * HALF_LETTER * (right - left) / axes.bbox.width


def bar(axes: Axes, left: float, width: float, low: float, height: float, **look: Any) -> None:
    """A rectangle with its lower left corner at `left`, `low`, in the units of the axes."""
    axes.add_patch(Rectangle((left, low), width, height, **look))


def place(month: pd.Period, ends: ReportingPeriod) -> int:
    """Where a month begins on a time axis, in months from the start of the axis."""
    return (month - ends.start).n


def time_axis(axes: Axes, ends: ReportingPeriod, marked: Iterable[pd.Period], margin: float = 0.1) -> None:
    """A time axis over `ends`, with a tick at the first day of each of the months `marked`."""
    axes.set_xlim(-margin, ends.months + margin)
    marked = sorted(marked)
    axes.set_xticks([place(month, ends) for month in marked], [_first_day(month) for month in marked])


def _first_day(month: pd.Period) -> str:
    """The day as a tick label: after "1 Oct" nobody takes a bar that ends there for one that takes in October."""
    return "1 " + text.month(month).replace(" ", "\n")
