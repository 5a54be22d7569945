"""Two cards side by side, compared line by line."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes

from .base import ASSUMED, INK, PRINTED, QUIET

LEFT, MIDDLE, RIGHT = 0.37, 0.615, 0.865
"""Centres of the two cards and of the mark between them, as shares of the width."""
LETTERS = 21
"""Letters to a line of a card."""
MARKS = {
    "fits": {"facecolor": "white", "edgecolor": PRINTED, "linewidth": 1.0},
    "with care": {"facecolor": "white", "edgecolor": PRINTED, "linewidth": 1.0, "linestyle": (0, (1, 2))},
    "assume": {"facecolor": "#fdf1e4", "edgecolor": ASSUMED, "linewidth": 1.4, "linestyle": (0, (3, 2))},
    "no": {"facecolor": INK, "edgecolor": INK, "linewidth": 1.4},
}
"""A mark is told from the others by its word, its outline and its filling."""


@dataclass(frozen=True)
class Line:
    """One thing compared: what the first card says, what the second says, and whether they go together."""

    name: str
    first: str
    second: str
    mark: Literal["fits", "with care", "assume", "no"]


def height(heads: tuple[str, str], lines: Sequence[Line]) -> float:
    """Inches that the drawing needs."""
    return 0.21 * (max(map(_rows, heads)) + sum(_size(line) for line in lines)) + 0.18


def cards(axes: Axes, heads: tuple[str, str], lines: Sequence[Line]) -> None:
    """Draws the two heads, and below them each line with its mark in the middle."""
    top = max(map(_rows, heads))
    for centre, head in zip((LEFT, RIGHT), heads, strict=True):
        axes.text(
            centre, top / 2, _wrapped(head), ha="center", va="center", color=PRINTED, weight="bold", linespacing=1.1
        )
    at = float(top)
    for line in lines:
        size = _size(line)
        axes.axhline(at + 0.1, color="#d9d9d9", linewidth=0.8, zorder=0)
        centre = at + 0.1 + size / 2
        axes.text(0, centre, line.name, ha="left", va="center", color=QUIET)
        for column, said in ((LEFT, line.first), (RIGHT, line.second)):
            axes.text(column, centre, _wrapped(said), ha="center", va="center", color=INK, linespacing=1.1)
        axes.text(
            MIDDLE, centre, line.mark, ha="center", va="center", color="white" if line.mark == "no" else INK,
            bbox={"boxstyle": "round,pad=0.25", **MARKS[line.mark]},
        )  # fmt: skip
        at += size
    axes.set_xlim(0, 1.03)
    axes.set_ylim(at + 0.2, -0.1)
    axes.set_axis_off()


def _size(line: Line) -> float:
    return max(_rows(line.first), _rows(line.second), 1) + 0.55


def _wrapped(said: str) -> str:
    return textwrap.fill(said, LETTERS)


def _rows(said: str) -> int:
    return _wrapped(said).count("\n") + 1
