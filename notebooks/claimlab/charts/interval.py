"""A stretch of a number line with open and closed ends, and which of some numbers lie inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import text
from .base import ASSUMED, BEHIND, INK, OWN, PRINTED, QUIET, few_ticks


@dataclass(frozen=True)
class Stretch:
    """From `low` to `high`, None where it has no end; a closed end belongs to it. `about` is the number it is about."""

    label: str
    written: str
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    about: float | None = None


@dataclass(frozen=True)
class Spot:
    """One number on a row of its own. `kind` chooses the shape: inside, outside or own."""

    label: str
    value: float
    written: str
    kind: str


LOOKS = {"inside": ("D", PRINTED), "outside": ("x", QUIET), "own": ("*", OWN)}


def number_line(axes: Axes, stretch: Stretch, spots: Sequence[Spot], left: float, right: float) -> None:
    """The stretch on top, hatched all the way down, and a row a spot; one beyond the axis is an arrow at its edge."""
    low, high = (left if stretch.low is None else stretch.low), (right if stretch.high is None else stretch.high)
    axes.axvspan(low, high, facecolor="white", edgecolor="#e3b48f", hatch="///", linewidth=0, zorder=0)
    for row in range(len(spots) + 1):
        axes.axhline(-row, color="#d9d9d9", linewidth=0.6, zorder=0.5)
    _ends(axes, stretch, low, high)
    _row(axes, 0, stretch.label, stretch.written, INK, left, right)
    for row, spot in enumerate(spots, 1):
        shape, colour = LOOKS[spot.kind]
        shape = "<" if spot.value < left else ">" if spot.value > right else shape
        size = 11 if shape == "*" else 7
        at = min(max(spot.value, left), right)
        axes.plot(at, -row, shape, color=colour, markersize=size, markeredgewidth=1.6, clip_on=False)
        _row(axes, -row, spot.label, spot.written, colour, left, right)
    axes.set_xlim(left, right)
    axes.set_ylim(-len(spots) - 0.4, 0.9)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    ticks = few_ticks(left, right)
    axes.set_xticks(ticks, [text.number(tick) for tick in ticks])


def _ends(axes: Axes, stretch: Stretch, low: float, high: float) -> None:
    """The line of the stretch: a filled circle for a closed end, a hollow one for an open end, an arrow for none."""
    axes.plot([low, high], [0, 0], color=ASSUMED, linewidth=3, solid_capstyle="butt", clip_on=False)
    if stretch.about is not None and low < stretch.about < high:
        axes.plot(stretch.about, 0, "|", color=ASSUMED, markersize=14, markeredgewidth=1.6)
    for at, end, closed, arrow in (
        (low, stretch.low, stretch.low_closed, "<"),
        (high, stretch.high, stretch.high_closed, ">"),
    ):
        shape, fill = (arrow, ASSUMED) if end is None else ("o", ASSUMED if closed else "white")
        axes.plot(at, 0, shape, color=ASSUMED, markerfacecolor=fill, markersize=9, markeredgewidth=1.8, clip_on=False)


def _row(axes: Axes, row: int, label: str, written: str, colour: str, left: float, right: float) -> None:
    axes.text(left, row + 0.2, label, ha="left", va="bottom", color=colour, bbox=BEHIND)
    axes.text(right, row + 0.2, written, ha="right", va="bottom", color=colour, weight="bold", bbox=BEHIND)
