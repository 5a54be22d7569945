"""Ranges on one scale, a row each, so that one can be seen to lie inside another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, DASHED, DOTTED, INK, OWN, PRINTED, QUIET

LOOKS: dict[str, dict[str, Any]] = {
    "chosen": {"facecolor": PRINTED, "edgecolor": PRINTED, "linewidth": 1.2},
    "compared": {**marks.PRINTED_BAR, "hatch": "///"},
    "other": marks.PRINTED_BAR,
    "wrong": {"facecolor": "white", "edgecolor": ASSUMED, "hatch": "xxxx", "linestyle": DASHED, "linewidth": 1.2},
}
INKS = {"chosen": PRINTED, "compared": INK, "other": INK, "wrong": ASSUMED}
HEIGHT = 0.26
"""Of a bar, in rows."""


@dataclass(frozen=True)
class Range:
    """One row from `low` to `high`, None where it has no upper end. `kind` is chosen, compared, other or wrong."""

    role: str
    label: str
    written: str
    low: float
    high: float | None
    kind: str


def axis(axes: Axes, rows: int, left: float, right: float) -> None:
    """A scale for so many rows."""
    marks.scale(axes, left, right)
    axes.set_ylim(0.6 - rows, 0.8)
    axes.tick_params(colors=QUIET)


def through(axes: Axes, rows: int, below: float, *ends: float) -> None:
    """These ends as dotted lines through the bars of all the rows; none runs through the words above a bar.

    `below` is how far beneath the middle of a bar a line goes on, in rows.
    """
    for row in range(rows):
        axes.vlines(ends, -row - below, -row + marks.LIFT, color=OWN, linewidth=1.2, linestyle=DOTTED, zorder=0)


def row(axes: Axes, number: int, one: Range) -> None:
    """The row of this number, from 0 at the top: a bar with label and number above it.

    Without a number it is part of the label. Without an upper end the bar goes to the edge and ends in an arrow.
    """
    high = axes.get_xlim()[1] if one.high is None else one.high
    marks.bar(axes, one.low, high - one.low, -number - HEIGHT / 2, HEIGHT, gid=f"bar-{one.role}", **LOOKS[one.kind])
    if one.high is None:
        axes.plot(high, -number, ">", color=INKS[one.kind], markersize=11, clip_on=False, gid=f"arrow-{one.role}")
    weight = "bold" if one.kind in ("chosen", "compared") else "normal"
    marks.label(axes, -number, one.label, INKS[one.kind], weight=weight, gid=f"label-{one.role}")
    if one.written:
        marks.written(axes, -number, one.written, INKS[one.kind], weight=weight, gid=f"number-{one.role}")
