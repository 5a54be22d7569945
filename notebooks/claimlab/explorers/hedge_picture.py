"""The picture of the hedge line: a number line, and rows with one line of words or two."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from matplotlib.axes import Axes

from .. import charts

Row = TypeVar("Row", charts.interval.Stretch, charts.interval.Spot)

ROWS = {charts.WIDE: 0.47, charts.NARROW: 0.56}
"""Height of a row in each of the two drawings, in inches; in the narrow one a row has two lines of words."""


def lines(row: Row) -> Row:
    """What stands in a row, one below the other."""
    return replace(row, label=f"{row.label}\n{row.written}", written="")


def ends(figures: tuple[float, ...], step: float) -> tuple[float, float]:
    """A number line on which the story's own rule can be seen from end to end; a wider one goes on beyond it."""
    low, high = min(figures) - step, max(figures) + step
    room = (high - low) * 0.05
    return max(low - room, 0), high + room


def scene(rows: int, ends: tuple[float, float], width: float) -> charts.Scene:
    """The number line alone; all else moves."""
    line = charts.interval.height(rows) * ROWS[width]
    height = line + 0.35

    def under(axes: Axes) -> None:
        charts.interval.axis(axes, rows, *ends)

    return charts.Scene(width, height, [(0.05, 0.3 / height, 0.9, line / height)], under)
