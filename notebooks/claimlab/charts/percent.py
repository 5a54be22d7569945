"""Percentages on one common scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import text
from .base import ASSUMED, BEHIND, OWN, PRINTED, QUIET, few_ticks


@dataclass(frozen=True)
class Mark:
    """One percentage on a line of its own. `kind` chooses the shape: printed, steady, assumed or own."""

    label: str
    value: float | None
    written: str
    kind: str


def percentages(axes: Axes, marks: Sequence[Mark], low: float, high: float) -> None:
    """One row a mark on a common scale in per cent; a value off the scale is drawn at its edge as an arrow."""
    looks = {"printed": ("o", PRINTED), "steady": ("s", PRINTED), "assumed": ("D", ASSUMED), "own": ("*", OWN)}
    axes.axvline(0, color=QUIET, linewidth=0.8)
    for row, mark in enumerate(marks):
        axes.axhline(-row, color="#d9d9d9", linewidth=0.6, zorder=0)
        shape, colour = looks[mark.kind]
        axes.text(low, -row + 0.2, mark.label, ha="left", va="bottom", color=colour, bbox=BEHIND)
        axes.text(high, -row + 0.2, mark.written, ha="right", va="bottom", color=colour, weight="bold")
        if mark.value is not None:
            shape = "<" if mark.value < low else ">" if mark.value > high else shape
            size = 11 if shape == "*" else 7
            axes.plot(min(max(mark.value, low), high), -row, shape, color=colour, markersize=size, clip_on=False)
    axes.set_xlim(low, high)
    axes.set_ylim(0.7 - len(marks), 0.9)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    ticks = few_ticks(low, high)
    axes.set_xticks(ticks, [text.number(tick) + "%" for tick in ticks])
