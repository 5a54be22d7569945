"""Percentages on one common scale."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, PRINTED, QUIET

LOOKS = {"printed": ("o", PRINTED), "steady": ("s", PRINTED), "assumed": ("D", ASSUMED)}
HALF = 0.18
"""Half the height of the line at zero, in rows: it stays out of the labels between the rows."""


@dataclass(frozen=True)
class Mark:
    """One percentage on a line of its own. `kind` chooses the shape: printed, steady or assumed."""

    label: str
    value: float
    written: str
    kind: str


def axis(axes: Axes, rows: int, low: float, high: float) -> None:
    """So many rows on a common scale in per cent, zero marked in each, and below them the row of a prediction."""
    marks.scale(axes, low, high, unit="%")
    axes.set_ylim(-rows - 0.3, 0.9)
    for row in range(rows + 1):
        axes.plot([0, 0], [-row - HALF, -row + HALF], color=QUIET, linewidth=0.8)
    for row in range(rows):
        marks.rule(axes, -row)


def prediction(axes: Axes, rows: int) -> None:
    """The row of a prediction, below so many others."""
    marks.prediction_row(axes, -rows)


def percentage(axes: Axes, row: int, mark: Mark) -> None:
    """One row, from 0 at the top; a value off the scale is drawn at its edge as an arrow."""
    shape, colour = LOOKS[mark.kind]
    marks.label(axes, -row, mark.label, colour, gid=f"label-{mark.kind}")
    marks.written(axes, -row, mark.written, colour, gid=f"number-{mark.kind}")
    marks.mark(axes, mark.value, -row, shape, colour, gid=f"mark-{mark.kind}")
