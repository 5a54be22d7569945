"""A stretch of a number line with open and closed ends, and which of some numbers lie inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, INK, OWN, PRINTED, QUIET

HATCHING: dict[str, Any] = {"facecolor": "white", "edgecolor": "#e3b48f", "hatch": "///", "linewidth": 0}


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

    role: str
    label: str
    value: float
    written: str
    kind: str


LOOKS = {"inside": ("D", PRINTED), "outside": ("x", QUIET), "own": ("*", OWN)}


def axis(axes: Axes, rows: int, left: float, right: float) -> None:
    """A number line with a row for the stretch on top, and so many rows more."""
    marks.scale(axes, left, right)
    axes.set_ylim(-rows - 0.4, 0.9)


def stretch(axes: Axes, one: Stretch) -> None:
    """The stretch on the top row, hatched all the way down."""
    left, right = axes.get_xlim()
    low, high = max(left if one.low is None else one.low, left), min(right if one.high is None else one.high, right)
    axes.axvspan(low, high, zorder=-1, gid="hatching", **HATCHING)
    marks.rule(axes, 0, gid="rule-stretch")
    marks.label(axes, 0, one.label, INK, gid="label-stretch")
    marks.written(axes, 0, one.written, INK, gid="number-stretch")
    axes.plot([low, high], [0, 0], color=ASSUMED, linewidth=3, solid_capstyle="butt", clip_on=False, gid="stretch")
    if one.about is not None and low < one.about < high:
        axes.plot(one.about, 0, "|", color=ASSUMED, markersize=14, markeredgewidth=1.6, gid="mark-about")
    _end(axes, one.low, left, one.low_closed, "<", "mark-lower-end")
    _end(axes, one.high, right, one.high_closed, ">", "mark-upper-end")


def spot(axes: Axes, row: int, one: Spot) -> None:
    """A number on its row, 1 being the first below the stretch; one beyond the axis is an arrow at its edge."""
    shape, colour = LOOKS[one.kind]
    marks.rule(axes, -row, gid=f"rule-{one.role}")
    marks.label(axes, -row, one.label, colour, gid=f"label-{one.role}")
    marks.written(axes, -row, one.written, colour, gid=f"number-{one.role}")
    marks.mark(axes, one.value, -row, shape, colour, markeredgewidth=1.6, gid=f"mark-{one.role}")


def _end(axes: Axes, end: float | None, edge: float, closed: bool, arrow: str, role: str) -> None:
    """A filled circle for a closed end, a hollow one for an open end; an arrow at the edge where it goes on beyond."""
    left, right = axes.get_xlim()
    at, shape, fill = edge, arrow, ASSUMED
    if end is not None and left <= end <= right:
        at, shape, fill = end, "o", ASSUMED if closed else "white"
    axes.plot(at, 0, shape, color=ASSUMED, markerfacecolor=fill, markersize=9,
              markeredgewidth=1.8, clip_on=False, gid=role)  # fmt: skip
