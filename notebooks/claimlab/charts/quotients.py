"""One total and all its averages: a curve on which width times height is always the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from .. import text
from .base import ASSUMED, BEHIND, INK, OWN, PRINTED, QUIET, few_ticks


@dataclass(frozen=True)
class Point:
    """A count and the average that goes with it. `kind` chooses the shape, see LOOKS."""

    count: float
    average: float
    label: str
    kind: str


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


def curve(
    axes: Axes, total: float, points: Sequence[Point], right: float, top: float, xlabel: str, ylabel: str, area: str
) -> None:
    """The curve average = total / count; the first point's rectangle hatched; a key with each point's own mark.

    `area` says what the rectangle's area is. A line of the key may run over two lines. Points beyond the axes stand in
    the key alone.
    """
    counts = np.geomspace(total / top, right, 60)
    axes.plot(counts, total / counts, color=PRINTED, linewidth=1.4, zorder=2)
    first = points[0]
    axes.bar(0, first.average, first.count, align="edge", facecolor="white", edgecolor=ASSUMED, hatch="////",
             linestyle=(0, (4, 2)), linewidth=1.2, zorder=1)  # fmt: skip
    height = KEY_TOP
    for order, point in enumerate(points):
        shape, colour, filling = LOOKS[point.kind]
        size = 11 if shape == "*" else 8
        mark = {"marker": shape, "color": colour, "markerfacecolor": filling, "markersize": size, "linestyle": "none"}
        if point.count <= right and point.average <= top:
            axes.plot([point.count], [point.average], **mark, clip_on=False, zorder=4 - order / 10)
        axes.plot([KEY_LEFT], [height - 0.026], **mark, transform=axes.transAxes, clip_on=False)
        axes.text(
            KEY_LEFT + 0.035, height, point.label, transform=axes.transAxes, ha="left", va="top", color=colour,
            weight="bold" if point.kind == "chosen" else "normal", linespacing=1.15, bbox=BEHIND,
        )  # fmt: skip
        height -= LINE + point.label.count("\n") * LINE * 0.6
    axes.text(0.98, height - 0.01, area, transform=axes.transAxes, ha="right", va="top", color=ASSUMED, bbox=BEHIND)
    axes.set_xlim(0, right)
    axes.set_ylim(0, top)
    ticks = few_ticks(0, right)
    axes.set_xticks(ticks, [text.number(tick) for tick in ticks])
    axes.set_yticks(few_ticks(0, top))
    axes.set_xlabel(xlabel)
    axes.set_ylabel(ylabel)
