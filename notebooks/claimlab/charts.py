"""Matplotlib drawing on a given figure: no pyplot, no state, no prose of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from . import text
from .periods import ReportingPeriod

INK, QUIET, PRINTED, ASSUMED, OWN = "#1a1a1a", "#595959", "#0b5c8e", "#a34700", "#5b3a8c"
"""Dark enough on white for small text; every mark also differs by shape, hatching or label, never by colour alone."""

BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""The white card behind a text that stands on hatching or a line."""

STYLE = {
    "svg.hashsalt": "claimlab",
    "svg.fonttype": "none",
    "font.size": 10,
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.labelcolor": INK,
}


@dataclass(frozen=True)
class Bar:
    """A count over a period: drawn as high as its rate a month, so that its area is the count."""

    period: ReportingPeriod
    count: float
    label: str
    assumed: bool = False
    inside: str = ""


@dataclass(frozen=True)
class Mark:
    """One percentage on a line of its own. `kind` chooses the shape: printed, steady, assumed or own."""

    label: str
    value: float | None
    written: str
    kind: str


def svg(figure: Figure) -> str:
    """The figure as SVG text: the same figure gives the same bytes. Coordinates have one decimal place."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    drawn = out.getvalue()
    return _POSITIONS.sub(_one_decimal, drawn[drawn.index("<svg") :]).strip()


def canvas(width: float, height: float) -> Figure:
    """An empty white figure, in inches. To be made, drawn on and turned into SVG within `drawing()`."""
    return Figure(figsize=(width, height), dpi=72, facecolor="white")


def drawing():
    """The context in which figures are made and written."""
    return matplotlib.rc_context(STYLE)


def rates(axes: Axes, bars: Sequence[Bar], ends: ReportingPeriod, top: float, ylabel: str) -> None:
    """Bars on one time axis from 0; height is count / months. Hatched and dashed where the count is assumed."""
    for bar in bars:
        left, width = _at(bar.period.start, ends), bar.period.months
        height = bar.count / bar.period.months
        look = (
            {"facecolor": "white", "edgecolor": ASSUMED, "hatch": "////", "linestyle": (0, (4, 2))}
            if bar.assumed
            else {"facecolor": "#cfe3f0", "edgecolor": PRINTED}
        )
        axes.bar(left, height, width, align="edge", linewidth=1.2, **look)
        axes.text(
            left + width / 2, height + top * 0.02, bar.label,
            ha="center", va="bottom", color=ASSUMED if bar.assumed else PRINTED, linespacing=1.15,
        )  # fmt: skip
        axes.text(
            left + width / 2, top * 0.03, bar.inside,
            ha="center", va="bottom", color=ASSUMED, linespacing=1.15, bbox=BEHIND if bar.inside else None,
        )  # fmt: skip
    starts = sorted({bar.period.start for bar in bars} | {bar.period.end + 1 for bar in bars})
    axes.set_xticks([_at(start, ends) for start in starts], [text.month(start).replace(" ", "\n") for start in starts])
    axes.set_xlim(-0.1, ends.months + 0.1)
    axes.set_ylim(0, top)
    axes.set_ylabel(ylabel)


def bracket(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, height: float, label: str) -> None:
    """A dashed bracket over a period, at a height in data units, with its label above."""
    left, right, tooth = _at(period.start, ends), _at(period.end + 1, ends), axes.get_ylim()[1] * 0.03
    axes.plot([left, left, right, right], [height - tooth, height, height, height - tooth],
              color=ASSUMED, linewidth=1.2, linestyle=(0, (4, 2)))  # fmt: skip
    axes.text((left + right) / 2, height + tooth * 0.4, label, ha="center", va="bottom", color=ASSUMED, linespacing=1.15)


def stretch(axes: Axes, period: ReportingPeriod, ends: ReportingPeriod, label: str) -> None:
    """One labelled bar on a time axis."""
    left = _at(period.start, ends)
    axes.barh(0, period.months, left=left, height=0.6, facecolor="#cfe3f0", edgecolor=PRINTED, linewidth=1.2)
    axes.text(left + period.months / 2, 0.42, label, ha="center", va="bottom", color=PRINTED)
    months = range(0, ends.months + 1, 6)
    axes.set_xticks(list(months), [text.month(ends.start + month).replace(" ", "\n") for month in months])
    axes.set_xlim(-1.5, ends.months + 1.5)
    axes.set_ylim(-0.4, 1)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def dashed_part(axes: Axes, bar: Bar, ends: ReportingPeriod) -> None:
    """A dashed outline for an assumed part of a printed bar, its label inside."""
    left, height = _at(bar.period.start, ends), bar.count / bar.period.months
    axes.bar(left, height, bar.period.months, align="edge", facecolor="none", edgecolor=ASSUMED, linestyle=(0, (4, 2)))
    axes.text(left + bar.period.months / 2, axes.get_ylim()[1] * 0.03, bar.inside, ha="center", va="bottom", color=ASSUMED)


def percentages(axes: Axes, marks: Sequence[Mark], low: float, high: float) -> None:
    """One row a mark on a common scale in per cent; a value off the scale is drawn at its edge as an arrow."""
    looks = {"printed": ("o", PRINTED), "steady": ("s", PRINTED), "assumed": ("D", ASSUMED), "own": ("*", OWN)}
    axes.axvline(0, color=QUIET, linewidth=0.8)
    for row, mark in enumerate(marks):
        axes.axhline(-row, color="#d9d9d9", linewidth=0.6, zorder=0)
        shape, colour = looks[mark.kind]
        axes.text(low, -row + 0.2, mark.label, ha="left", va="bottom", color=colour, bbox=BEHIND)
        axes.text(high, -row + 0.2, mark.written, ha="right", va="bottom", color=colour, weight="bold")
        if mark.value is not None:
            shape = "<" if mark.value < low else ">" if mark.value > high else shape
            size = 11 if shape == "*" else 7
            axes.plot(min(max(mark.value, low), high), -row, shape, color=colour, markersize=size, clip_on=False)
    axes.set_xlim(low, high)
    axes.set_ylim(0.7 - len(marks), 0.9)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(lambda value, _: text.number(value) + "%")


def _at(month: pd.Period, ends: ReportingPeriod) -> int:
    return (month - ends.start).n


_POSITIONS = re.compile(r' (?:d|x|y|points|transform)="[^"]*"')


def _one_decimal(attribute: re.Match[str]) -> str:
    return re.sub(r"-?\d+\.\d+", lambda digits: f"{float(digits[0]):.1f}".replace("-0.0", "0.0"), attribute[0])
