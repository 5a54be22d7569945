"""One total and all its averages: a curve on which width times height is always the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import ScaledTranslation, Transform

from . import marks
from .base import ASSUMED, INK, PRINTED, QUIET, few_ticks

LOOKS = {
    "chosen": ("o", ASSUMED, ASSUMED),
    "long": ("^", PRINTED, PRINTED),
    "short": ("v", PRINTED, PRINTED),
    "outside": ("s", QUIET, "white"),
    "other": ("X", INK, INK),
}
"""Shape, colour, and filling of a point."""

ROOM = 1.04
"""How far an axis goes on beyond what is drawn, so that no mark is cut at its end."""
LINE = 1.35
"""Height of a line of the key, in heights of its letters; a point takes up some more."""
SCALE, ANSWER = -0.8, 0.0
"""The two rows of the lower scale: for a prediction, and for the average."""


@dataclass(frozen=True)
class Point:
    """A count and the average that goes with it. `kind` chooses the shape, see LOOKS."""

    count: float
    average: float
    label: str
    kind: str


def axis(axes: Axes, right: float, top: float, xlabel: str, ylabel: str) -> None:
    """Counts across, averages upwards, both from 0."""
    marks.scale(axes, 0, right * ROOM)
    axes.yaxis.set_visible(True)
    axes.spines["left"].set_visible(True)
    axes.set_ylim(0, top * ROOM)
    axes.set_yticks(few_ticks(0, top))
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)


def curve(axes: Axes, total: float, lowest: float, highest: float) -> None:
    """The curve average = total / count, from the lowest count to the highest."""
    counts = np.geomspace(lowest, highest, 60)
    axes.plot(counts, total / counts, color=PRINTED, linewidth=1.4, zorder=2, gid="curve")


def mark(axes: Axes, point: Point, role: str) -> None:
    """A point at its place on the curve. One beyond the axes is not drawn: it stands in the key alone."""
    if point.count <= axes.get_xlim()[1] and point.average <= axes.get_ylim()[1]:
        axes.plot(point.count, point.average, **_look(point), clip_on=False, zorder=4, gid=role)


def rectangle(axes: Axes, point: Point) -> None:
    """From 0 to a point, hatched; it only touches the curve, at that point."""
    marks.bar(axes, 0, point.count, 0, point.average, gid="rectangle", **{**marks.ASSUMED_BAR, "facecolor": "none"})


def averages(axes: Axes, high: float, unit: str) -> None:
    """A scale of averages from 0, with a row for the average and one for a prediction."""
    marks.scale(axes, 0, high * ROOM)
    axes.set_ylim(SCALE - 0.35, ANSWER + 0.75)
    axes.set_xlabel(unit, labelpad=1)


def average(axes: Axes, point: Point) -> None:
    """The average of a point, on its row of the scale."""
    marks.rule(axes, ANSWER, gid="rule-average")
    marks.label(axes, ANSWER, point.label, LOOKS[point.kind][1], weight="bold", gid="label-average")
    axes.plot(point.average, ANSWER, **_look(point), clip_on=False, zorder=4, gid="mark-average")


def words(axes: Axes, point: Point, row: float, size: float, role: str) -> None:
    """A line of the key, so many lines down: the mark of a point, and what is said of it in one line or more.

    `size` is that of the letters, in points.
    """
    line = LINE * size
    axes.plot(0, 1, **_look(point), transform=_offset(axes, 5, -(row + 0.45) * line), clip_on=False, gid=f"key-{role}")
    axes.text(
        0, 1, point.label, transform=_offset(axes, 15, -row * line), ha="left", va="top", fontsize=size,
        color=LOOKS[point.kind][1], linespacing=1.15, gid=f"label-{role}",
    )  # fmt: skip


def area(axes: Axes, said: str, row: float, size: float) -> None:
    """A line of the key about the rectangle."""
    axes.text(0, 1, said, transform=_offset(axes, 15, -row * LINE * size), ha="left", va="top", fontsize=size,
              color=ASSUMED, gid="label-area")  # fmt: skip


def lines(points: Sequence[Point]) -> list[float]:
    """How many lines down each point of a key stands; and after them, where the next would stand."""
    return [0.0, *accumulate(1.4 + point.label.count("\n") for point in points)]


def _offset(axes: Axes, across: float, upwards: float) -> Transform:
    """So many points from the upper left corner of the axes, given as (0, 1)."""
    return axes.transAxes + ScaledTranslation(across / 72, upwards / 72, axes.figure.dpi_scale_trans)


def _look(point: Point) -> dict[str, Any]:
    shape, colour, filling = LOOKS[point.kind]
    return {"marker": shape, "color": colour, "markerfacecolor": filling, "markersize": 8, "linestyle": "none"}
