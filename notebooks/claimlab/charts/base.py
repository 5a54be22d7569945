"""What every drawing shares: colours, style, and the way from a figure to SVG text."""

from __future__ import annotations

import io
import re

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

INK, QUIET, PRINTED, ASSUMED, OWN = "#1a1a1a", "#595959", "#0b5c8e", "#a34700", "#5b3a8c"
"""Dark enough on white for small text; every mark also differs by shape, hatching or label, never by colour alone."""

BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""The white card behind a text that stands on hatching or a line."""

STYLE = {
    "svg.hashsalt": "claimlab",
    "svg.fonttype": "none",
    "text.parse_math": False,  # a dollar sign in a ledger is a dollar sign
    "font.size": 10,
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.labelcolor": INK,
}


def svg(figure: Figure) -> str:
    """The figure as SVG text: the same figure gives the same bytes. Coordinates have one decimal place."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    drawn = out.getvalue()
    return _POSITIONS.sub(_one_decimal, drawn[drawn.index("<svg") :]).strip()


def canvas(width: float, height: float) -> Figure:
    """An empty white figure, in inches. To be made, drawn on and turned into SVG within `drawing()`."""
    return Figure(figsize=(width, height), dpi=72, facecolor="white")


def few_ticks(low: float, high: float) -> list[float]:
    """Three or four round numbers from `low` to `high`. Ticks are what takes longest to draw, and few are read."""
    return [tick for tick in MaxNLocator(4).tick_values(low, high).tolist() if low <= tick <= high]


def drawing():
    """The context in which figures are made and written."""
    return matplotlib.rc_context(STYLE)


_POSITIONS = re.compile(r' (?:d|x|y|points|transform)="[^"]*"')


def _one_decimal(attribute: re.Match[str]) -> str:
    return re.sub(r"-?\d+\.\d+", lambda digits: f"{float(digits[0]):.1f}".replace("-0.0", "0.0"), attribute[0])
