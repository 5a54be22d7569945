"""Percentages on one common scale."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, OWN, PRINTED, QUIET

LOOKS = {"printed": ("o", PRINTED), "steady": ("s", PRINTED), "assumed": ("D", ASSUMED), "own": ("*", OWN)}


@dataclass(frozen=True)
class Mark:
    """One percentage on a line of its own. `kind` chooses the shape: printed, steady, assumed or own."""

    label: str
    value: float
    written: str
    kind: str


def axis(axes: Axes, rows: int, low: float, high: float) -> None:
    """So many rows on a common scale in per cent, with a line at zero."""
    marks.scale(axes, low, high, unit="%")
    axes.set_ylim(0.7 - rows, 0.9)
    axes.axvline(0, color=QUIET, linewidth=0.8)
    for row in range(rows):
        marks.rule(axes, -row)


def percentage(axes: Axes, row: int, mark: Mark) -> None:
    """One row, from 0 at the top; a value off the scale is drawn at its edge as an arrow."""
    shape, colour = LOOKS[mark.kind]
    marks.label(axes, -row, mark.label, colour, gid=f"label-{mark.kind}")
    marks.written(axes, -row, mark.written, colour, gid=f"number-{mark.kind}")
    marks.mark(axes, mark.value, -row, shape, colour, gid=f"mark-{mark.kind}")
