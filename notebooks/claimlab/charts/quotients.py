"""One total and all its averages: a curve on which width times height is always the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, BEHIND, INK, OWN, PRINTED, QUIET, few_ticks

LOOKS = {
    "chosen": ("o", ASSUMED, ASSUMED),
    "long": ("^", PRINTED, PRINTED),
    "short": ("v", PRINTED, PRINTED),
    "outside": ("s", QUIET, "white"),
    "other": ("X", INK, INK),
    "own": ("*", OWN, OWN),
}
"""Shape, colour, and filling of a point."""

KEY_LEFT, KEY_TOP, LINE = 0.22, 0.98, 0.09
"""Where the key stands, in parts of the axes: up on the right, where the curve never comes."""


@dataclass(frozen=True)
class Point:
    """A count and the average that goes with it. `kind` chooses the shape, see LOOKS."""

    count: float
    average: float
    label: str
    kind: str


def axis(axes: Axes, right: float, top: float, xlabel: str, ylabel: str) -> None:
    """Counts across, averages upwards, both from 0."""
    marks.scale(axes, 0, right)
    axes.yaxis.set_visible(True)
    axes.spines["left"].set_visible(True)
    axes.set_ylim(0, top)
    axes.set_yticks(few_ticks(0, top))
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)


def curve(axes: Axes, total: float, points: Sequence[Point]) -> None:
    """The curve average = total / count, as far as the axes go, with its points; the first lies on top."""
    right, top = axes.get_xlim()[1], axes.get_ylim()[1]
    counts = np.geomspace(total / top, right, 60)
    axes.plot(counts, total / counts, color=PRINTED, linewidth=1.4, zorder=2)
    for point in reversed(points):
        mark(axes, point)


def mark(axes: Axes, point: Point) -> None:
    """A point at its place on the curve. One beyond the axes is not drawn: it stands in the key alone."""
    if point.count <= axes.get_xlim()[1] and point.average <= axes.get_ylim()[1]:
        axes.plot(point.count, point.average, **_look(point), clip_on=False, zorder=4, gid=f"mark-{point.kind}")


def rectangle(axes: Axes, point: Point) -> None:
    """From 0 to a point, hatched; it only touches the curve, at that point."""
    marks.bar(axes, 0, point.count, 0, point.average, gid="rectangle", **{**marks.ASSUMED_BAR, "facecolor": "none"})


def key(axes: Axes, first: Point, others: Sequence[Point], area: str) -> None:
    """A line for each point, its own mark before it; and under them what the area of the rectangle is.

    A line may run over two. The words of the first are left to `words`, since they move.
    """
    height = KEY_TOP
    for point in (first, *others):
        axes.plot(KEY_LEFT, height - 0.026, **_look(point), transform=axes.transAxes, clip_on=False)
        if point is not first:
            words(axes, point, height)
        height -= LINE + point.label.count("\n") * LINE * 0.6
    axes.text(0.98, height - 0.01, area, transform=axes.transAxes, ha="right", va="top", color=ASSUMED, bbox=BEHIND)


def words(axes: Axes, point: Point, height: float = KEY_TOP) -> None:
    """What the key says of a point."""
    axes.text(
        KEY_LEFT + 0.035, height, point.label, transform=axes.transAxes, ha="left", va="top",
        color=LOOKS[point.kind][1], weight="bold" if point.kind == "chosen" else "normal", linespacing=1.15,
        bbox=BEHIND, gid=f"label-{point.kind}",
    )  # fmt: skip


def _look(point: Point) -> dict[str, Any]:
    shape, colour, filling = LOOKS[point.kind]
    size = 11 if shape == "*" else 8
    return {"marker": shape, "color": colour, "markerfacecolor": filling, "markersize": size, "linestyle": "none"}
