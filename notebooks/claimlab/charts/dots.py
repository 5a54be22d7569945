"""A sketch of a number nobody knows: a few dots along an axis, each one chance, and the two ends they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes

from .. import text
from .base import ASSUMED, BEHIND, PRINTED, QUIET

ROWS = 8
"""Height of the axes in dots: six of them, and room for the words above."""
ROOM = 0.56
"""How far the axis goes on beyond either end, as a part of the width between them."""


def dot_plot(axes: Axes, low: float, high: float, places: Sequence[float], columns: int, words: Sequence[str]) -> None:
    """Dots piled up in columns, `columns` of them between the two ends; filled between the ends, hollow outside.

    `places` are where the dots lie, 0 being the lower end and 1 the upper one. `words` are said of the dots below,
    between and above the ends. Both ends are drawn as lines, with their numbers below.
    """
    width = high - low
    piled: Counter[int] = Counter()
    for place in places:
        column = int(place * columns // 1)
        inside = 0 <= place <= 1
        axes.plot(
            low + (column + 0.5) / columns * width, piled[column] + 0.55, "o", color=ASSUMED, markersize=12,
            markerfacecolor="#e9b48f" if inside else "white", markeredgewidth=1.4, clip_on=False,
        )  # fmt: skip
        piled[column] += 1
    for end in (low, high):
        axes.plot([end, end], [0, ROWS], color=PRINTED, linewidth=1.8)
    beside = 0.03 * width
    for at, side, said in zip(
        (low - beside, low + width / 2, high + beside), ("right", "center", "left"), words, strict=True
    ):
        axes.text(at, ROWS - 0.7, said, ha=side, va="center", color=ASSUMED, bbox=BEHIND if said else None)
    axes.set_xlim(low - ROOM * width, high + ROOM * width)
    axes.set_ylim(0, ROWS)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    middle = low + width / 2
    said = (f"{text.number(low)}\nprinted", f"{text.number(middle)}\nmiddle", f"{text.number(high)}\nprinted")
    axes.set_xticks([low, middle, high], said)
    for label, colour in zip(axes.get_xticklabels(), (PRINTED, QUIET, PRINTED), strict=False):
        label.set_color(colour)
