"""A ladder of stages: a box a rung, full where something is printed, empty and dashed where nothing is."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .base import ASSUMED, INK, PRINTED, QUIET

LETTERS = 38
"""Letters to a line of a box."""
INDENT = 0.14
"""How far a box beside the ladder stands to the right, as a share of the width."""


@dataclass(frozen=True)
class Box:
    """A rung, or what stands beside the ladder (`on` False); `filled` says whether anything is printed there."""

    name: str
    said: str
    filled: bool
    on: bool
    chosen: bool = False


def height(boxes: Sequence[Box]) -> float:
    """Inches that the drawing needs."""
    return sum(_size(box) for box in boxes) * 0.21 + 0.35


def boxes(axes: Axes, shown: Sequence[Box], beside: str) -> None:
    """Draws the boxes from the top; those beside the ladder stand apart below, under the words `beside`."""
    at, rails = 0.0, []
    for box in shown:
        if not box.on and beside:
            axes.text(INDENT, at + 0.5, beside, ha="left", va="center", color=QUIET)
            at, beside = at + 1.2, ""
        left, size = (0.04 if box.on else INDENT), _size(box)
        look = {"facecolor": "#cfe3f0" if box.filled else "white", "edgecolor": PRINTED if box.filled else ASSUMED}
        style = {"linewidth": 2.6 if box.chosen else 1.0, "linestyle": "-" if box.filled else (0, (4, 2))}
        axes.add_patch(Rectangle((left, at), 0.98 - left, size - 0.35, **look, **style))
        middle = at + (size - 0.35) / 2
        weight = "bold" if box.chosen else "normal"
        axes.text(left + 0.02, middle, textwrap.fill(box.name, 16), ha="left", va="center", color=INK, weight=weight)
        axes.text(
            0.96, middle, textwrap.fill(box.said, LETTERS), ha="right", va="center",
            color=PRINTED if box.filled else ASSUMED, linespacing=1.1,
        )  # fmt: skip
        if box.on:
            rails.append(at + size)
        at += size
    if rails:
        for rail in (0.01, 0.025):
            axes.plot([rail, rail], [0, rails[-1] - 0.35], color=QUIET, linewidth=1.2)
    axes.set_xlim(0, 1)
    axes.set_ylim(at, -0.1)
    axes.set_axis_off()


def _size(box: Box) -> float:
    lines = max(len(textwrap.wrap(box.said, LETTERS)), len(textwrap.wrap(box.name, 16)), 1)
    return lines + 0.95
