"""Spans of time: one row a figure, drawn where its period lies on one axis."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import text
from ..claims.periods import ReportingPeriod, overlap
from .base import ASSUMED, BEHIND, INK, PRINTED, QUIET

LABEL_WIDTH = 18
"""Characters of a row's label before it goes on in a second line."""
BETWEEN_TICKS = 4
"""Months that two labels of the axis need between them."""


@dataclass(frozen=True)
class Span:
    """One row: a figure and its period. `words` stand on the bar of a chosen row, or in place of a bar."""

    label: str
    period: ReportingPeriod | None
    words: str
    chosen: bool = False


def spans(axes: Axes, rows: Sequence[Span], ends: ReportingPeriod) -> None:
    """Rows from the top. A chosen row is bold and dark; one without a period is a dotted line with its words on it."""
    for row, span in enumerate(rows):
        axes.text(
            -0.03, -row, textwrap.fill(span.label, LABEL_WIDTH), transform=axes.get_yaxis_transform(),
            ha="right", va="center", color=INK if span.chosen else QUIET, weight="bold" if span.chosen else "normal",
        )  # fmt: skip
        _row(axes, -row, span, ends)
    marks: list[int] = []
    for month in [_at(m, ends) for s in rows if s.period for m in (s.period.start, s.period.end + 1)]:
        if 0 <= month <= ends.months and all(abs(month - mark) >= BETWEEN_TICKS for mark in marks):
            marks.append(month)  # the rows come first that stay when another is chosen, so the axis stays too
    axes.set_xticks(marks, [text.month(ends.start + month).replace(" ", "\n") for month in marks])
    for month in marks:
        axes.axvline(month, color="#e3e3e3", linewidth=0.8, zorder=0)
    axes.set_xlim(-0.1, ends.months + 0.1)
    axes.set_ylim(0.5 - len(rows), 0.7)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)


def _row(axes: Axes, height: float, span: Span, ends: ReportingPeriod) -> None:
    middle = ends.months / 2
    shown = span.period and overlap(span.period, ends)
    if not shown:
        axes.plot([0, ends.months], [height, height], color=ASSUMED, linewidth=1.5, linestyle=(0, (1, 3)))
        axes.text(middle, height, span.words, ha="center", va="center", color=ASSUMED, bbox=BEHIND)
        return
    left, right = _at(shown.start, ends), _at(shown.end + 1, ends)
    look = {"facecolor": PRINTED} if span.chosen else {"facecolor": "#cfe3f0"}
    axes.barh(height, right - left, left=left, height=0.34, edgecolor=PRINTED, linewidth=1.2, **look)
    if span.chosen:  # the words keep to the side of the bar that has more room
        at, side = (right, "right") if left + right > ends.months else (left, "left")
        axes.text(at, height + 0.2, span.words, ha=side, va="bottom", color=PRINTED, weight="bold", bbox=BEHIND)


def _at(month, ends: ReportingPeriod) -> int:
    return (month - ends.start).n
