"""A sketch of a number nobody knows: a few dots along an axis, each one chance, and the two ends they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes

from .. import text
from . import marks
from .base import ASSUMED, BEHIND, PRINTED, QUIET

ROWS = 8
"""Height of the axes in dots: six of them, and room for the words above."""
ROOM = 0.56
"""How far the axis goes on beyond either end, as a part of the width between them."""
INSIDE, OUTSIDE = "#e9b48f", "white"
"""How a dot is filled that lies between the ends, and one that does not."""


def axis(axes: Axes, low: float, high: float) -> None:
    """An axis about two ends, which are drawn as lines with their numbers below."""
    width, middle = high - low, (low + high) / 2
    axes.set_xlim(low - ROOM * width, high + ROOM * width)
    axes.set_ylim(0, ROWS)
    marks.rows_only(axes)
    for end in (low, high):
        axes.plot([end, end], [0, ROWS], color=PRINTED, linewidth=1.8)
    said = (f"{text.number(low)}\nprinted", f"{text.number(middle)}\nmiddle", f"{text.number(high)}\nprinted")
    axes.set_xticks([low, middle, high], said)
    for label, colour in zip(axes.get_xticklabels(), (PRINTED, QUIET, PRINTED), strict=True):
        label.set_color(colour)


def dots(axes: Axes, low: float, high: float, places: Sequence[float], columns: int, size: float) -> None:
    """Dots piled up in columns, `columns` of them between the two ends; filled between the ends, hollow outside.

    `places` are where the dots lie, 0 being the lower end and 1 the upper one; `size` is how wide a dot is, in points.
    """
    piled: Counter[int] = Counter()
    for number, place in enumerate(places, 1):
        column = int(place * columns // 1)
        axes.plot(
            low + (column + 0.5) / columns * (high - low), piled[column] + 0.55, "o", color=ASSUMED, markersize=size,
            markerfacecolor=INSIDE if 0 <= place <= 1 else OUTSIDE, markeredgewidth=1.4, clip_on=False,
            gid=f"dot-{number}",
        )  # fmt: skip
        piled[column] += 1


def words(axes: Axes, low: float, high: float, below: str, between: str, above: str) -> None:
    """What is said of the dots on either side of the ends, and between them; it may be nothing."""
    beside = 0.03 * (high - low)
    for role, at, side, said in (
        ("below", low - beside, "right", below),
        ("between", (low + high) / 2, "center", between),
        ("above", high + beside, "left", above),
    ):
        if said:
            axes.text(at, ROWS - 0.7, said, ha=side, va="center", color=ASSUMED, bbox=BEHIND, gid=f"label-{role}")
