"""A stretch of a number line with open and closed ends, and which of some numbers lie inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from . import marks
from .base import ASSUMED, INK, PRINTED, QUIET

HATCHING: dict[str, Any] = {"facecolor": "white", "edgecolor": "#e3b48f", "hatch": "///", "linewidth": 0}


@dataclass(frozen=True)
class Stretch:
    """From `low` to `high`, None where it has no end; a closed end belongs to it.

    `about` is the number it is about, and `movable` the end that is a rule of ours: low, high, or neither.
    """

    label: str
    written: str
    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    about: float | None = None
    movable: str = ""


@dataclass(frozen=True)
class Spot:
    """One number on a row of its own. `kind` chooses the shape: inside or outside. `written` stands at the right."""

    role: str
    label: str
    value: float
    written: str
    kind: str


LOOKS = {"inside": ("D", PRINTED), "outside": ("x", QUIET)}
ABOUT, BELOW, EDGE = -0.5, 0.65, 0.25
"""Where the number stands that the stretch is about; how far below the rows the prediction has its own; what is free
around the rows."""


def height(rows: int) -> float:
    """How many rows high the line is, with so many rows of spots."""
    return 0.9 + rows - ABOUT + BELOW + EDGE


def axis(axes: Axes, rows: int, left: float, right: float) -> None:
    """A number line with a row for the stretch on top, so many rows more, and one for a prediction."""
    marks.scale(axes, left, right)
    axes.set_ylim(0.9 - height(rows), 0.9)


def place(row: float) -> float:
    """Where a row below the stretch lies, 1 being the first."""
    return ABOUT - row


def stretch(axes: Axes, rows: int, one: Stretch) -> None:
    """The stretch on the top row, hatched down to the last of so many rows."""
    left, right = axes.get_xlim()
    low, high = (min(max(edge if end is None else end, left), right)
                 for end, edge in ((one.low, left), (one.high, right)))  # fmt: skip
    down = place(rows + EDGE)
    marks.bar(axes, low, high - low, down, 0.9 - down, zorder=-1, gid="hatching", **HATCHING)
    marks.rule(axes, 0, gid="rule-stretch")
    _said(axes, 0, one.label, one.written, INK, "stretch")
    axes.plot([low, high], [0, 0], color=ASSUMED, linewidth=3, solid_capstyle="butt", clip_on=False, gid="stretch")
    _end(axes, one.low, left, one.low_closed, "<", "mark-lower-end")
    _end(axes, one.high, right, one.high_closed, ">", "mark-upper-end")


def about(axes: Axes, value: float) -> None:
    """A pointer under the stretch to the number that it is about."""
    axes.plot(value, ABOUT, "^", color=ASSUMED, markersize=8, clip_on=False, gid="handle-figure")


def reach(axes: Axes, one: Stretch) -> None:
    """A bar across the end of the stretch that is a rule of ours."""
    left, right = axes.get_xlim()
    end, edge = (one.low, left) if one.movable == "low" else (one.high, right)
    at = min(max(edge if end is None else end, left), right)
    axes.plot(at, 0, "|", color=ASSUMED, markersize=13, markeredgewidth=1.8, clip_on=False, gid="handle-reach")


def spot(axes: Axes, row: int, one: Spot) -> None:
    """A number on its row, 1 being the first below the stretch; one beyond the axis is an arrow at its edge."""
    shape, colour = LOOKS[one.kind]
    marks.rule(axes, place(row), gid=f"rule-{one.role}")
    _said(axes, place(row), one.label, one.written, colour, one.role)
    marks.mark(axes, one.value, place(row), shape, colour, markeredgewidth=1.6, gid=f"mark-{one.role}")


def _said(axes: Axes, row: float, label: str, written: str, colour: str, role: str) -> None:
    marks.label(axes, row, label, colour, linespacing=1.15, gid=f"label-{role}")
    if written:
        marks.written(axes, row, written, colour, gid=f"number-{role}")


def _end(axes: Axes, end: float | None, edge: float, closed: bool, arrow: str, role: str) -> None:
    """A filled circle for a closed end, a hollow one for an open end; an arrow at the edge where it goes on beyond."""
    left, right = axes.get_xlim()
    at, shape, fill = edge, arrow, ASSUMED
    if end is not None:
        at, shape, fill = end, "o", ASSUMED if closed else "white"
        if not left <= end <= right:
            at, shape, fill = (left, "<", ASSUMED) if end < left else (right, ">", ASSUMED)
    axes.plot(at, 0, shape, color=ASSUMED, markerfacecolor=fill, markersize=9,
              markeredgewidth=1.8, clip_on=False, gid=role)  # fmt: skip
