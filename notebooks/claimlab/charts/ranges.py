"""Ranges on one scale, a row each, so that one can be seen to lie inside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import text
from .base import ASSUMED, BEHIND, INK, OWN, PRINTED, QUIET, few_ticks

LOOKS = {
    "chosen": {"facecolor": PRINTED, "edgecolor": PRINTED},
    "compared": {"facecolor": "#cfe3f0", "edgecolor": PRINTED, "hatch": "///"},
    "other": {"facecolor": "#cfe3f0", "edgecolor": PRINTED},
    "wrong": {"facecolor": "white", "edgecolor": ASSUMED, "hatch": "xxxx", "linestyle": (0, (4, 2))},
}
INKS = {"chosen": PRINTED, "compared": INK, "other": INK, "wrong": ASSUMED}


@dataclass(frozen=True)
class Range:
    """One row from `low` to `high`, None where it has no upper end. `kind` is chosen, compared, other or wrong."""

    label: str
    written: str
    low: float
    high: float | None
    kind: str


def ranges(axes: Axes, rows: Sequence[Range], left: float, right: float, through: tuple[float, ...] = ()) -> None:
    """Rows from the top, label and number above each bar; without an upper end it ends in an arrow at the edge.

    `through` are the ends drawn as dotted lines through all the rows.
    """
    for end in through:
        axes.axvline(end, color=OWN, linewidth=1.2, linestyle=(0, (1, 2)), zorder=0)
    for row, one in enumerate(rows):
        high = right if one.high is None else one.high
        axes.barh(-row, high - one.low, left=one.low, height=0.26, linewidth=1.2, **LOOKS[one.kind])
        if one.high is None:
            axes.plot(right, -row, ">", color=INKS[one.kind], markersize=11, clip_on=False)
        colour, weight = INKS[one.kind], "bold" if one.kind in ("chosen", "compared") else "normal"
        axes.text(left, -row + 0.2, one.label, ha="left", va="bottom", color=colour, weight=weight, bbox=BEHIND)
        axes.text(right, -row + 0.2, one.written, ha="right", va="bottom", color=colour, weight=weight, bbox=BEHIND)
    axes.set_xlim(left, right)
    axes.set_ylim(0.6 - len(rows), 0.8)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    ticks = few_ticks(left, right)
    axes.set_xticks(ticks, [text.number(tick) for tick in ticks])
    axes.tick_params(colors=QUIET)
