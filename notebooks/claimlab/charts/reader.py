"""What a reader can picture from a sentence about two counts: two bars, as far as they are told."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .base import ASSUMED, BEHIND, INK, PRINTED, QUIET

TOLD_WIDTH = 22
"""Characters under a bar before they go on in a second line."""
DASHED = (0, (4, 2))


@dataclass(frozen=True)
class Bar:
    """One count. `height` is 1 for the higher of the two; a bar that is not `told` is a dashed outline, of no size in
    particular. `count` stands above it, `added` above that as an assumption, each line of `below` under it."""

    left: float
    width: float
    height: float
    told: bool
    count: str
    added: str
    below: Sequence[str]


def bars(axes: Axes, pair: Sequence[Bar], width: float) -> None:
    """The two bars on an axis of this width, without a scale: their heights have the ratio of their rates."""
    axes.set_xlim(-0.2, width + 0.2)
    axes.set_ylim(-0.64, 1.72)
    axes.axis("off")
    axes.plot([0, width], [0, 0], color=INK, linewidth=1)
    for bar in pair:
        look = (
            {"facecolor": "#cfe3f0", "edgecolor": PRINTED} if bar.told else {"facecolor": "white", "edgecolor": QUIET}
        )
        line = "solid" if bar.told else DASHED
        axes.bar(bar.left, bar.height, bar.width, align="edge", linewidth=1.2, linestyle=line, **look)
        middle = bar.left + bar.width / 2
        axes.text(
            middle, bar.height * 0.9, bar.count, ha="center", va="top", linespacing=1.15,
            color=INK if bar.told else QUIET, weight="bold" if bar.told else "normal",
        )  # fmt: skip
        if bar.added:
            axes.text(middle, bar.height * 0.05, bar.added, ha="center", va="bottom", color=ASSUMED, linespacing=1.15)
        below = "\n".join(textwrap.fill(line, TOLD_WIDTH) for line in bar.below)
        axes.text(middle, -0.06, below, ha="center", va="top", color=INK, linespacing=1.25)


def hole(axes: Axes, left: float, width: float, words: str) -> None:
    """A hatched stretch between the two bars; it has no outline, because it has no count."""
    axes.bar(left, 1, width, align="edge", facecolor="white", edgecolor=ASSUMED, hatch="////", linewidth=0)
    axes.text(left + width / 2, 0.5, words, ha="center", va="center", color=ASSUMED, linespacing=1.15, bbox=BEHIND)


def arrow(axes: Axes, pair: Sequence[Bar], words: str) -> None:
    """A dashed way from above the first bar to above the second, with its words."""
    first, second = pair
    start, end, top = first.left + first.width / 2, second.left + second.width / 2, 1.35
    path = [start, start, end, end], [first.height + 0.06, top, top, second.height + 0.12]
    axes.plot(*path, color=ASSUMED, linewidth=1.2, linestyle=DASHED)
    axes.plot([end], [second.height + 0.1], color=ASSUMED, marker="v", markersize=6)
    axes.text((start + end) / 2, top + 0.06, words, ha="center", va="bottom", color=ASSUMED, linespacing=1.15)
