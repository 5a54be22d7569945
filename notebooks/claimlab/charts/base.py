"""What every drawing shares: colours, style, and the way from a figure to SVG text."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

INK, QUIET, PRINTED, ASSUMED, OWN = "#1a1a1a", "#595959", "#0b5c8e", "#a34700", "#5b3a8c"
"""Dark enough on white for small text; every mark also differs by shape, hatching or label, never by colour alone."""

PALE, RULE = "#cfe3f0", "#d9d9d9"
"""The filling of a printed bar, and the line a row of marks stands on."""

WIDE, NARROW = 5.0, 3.4
"""Widths of the two drawings of a picture, in inches: for a page, and for a phone."""

DASHED, DOTTED = (0, (4, 2)), (0, (1, 2))

BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 1}
"""The white card behind a text that stands on hatching or a line."""

OWN_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "claimlab",
    "text.parse_math": False,  # a dollar sign in a ledger is a dollar sign
    "font.size": 10,
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "axes.labelcolor": INK,
}
STYLE = {
    name: value for name, value in matplotlib.rcParamsDefault.items() if not name.startswith("backend")
} | OWN_STYLE
"""Every setting there is, so that a student's own style or matplotlibrc changes no picture."""

NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
"""Nothing that would differ from day to day or version to version."""

NO_GLYPH = r"Glyph \d+ .* missing from font|Matplotlib currently does not support \w+ natively"
"""How matplotlib warns of a letter that its own font lacks. Our texts stay text, and a browser has more fonts."""


@contextmanager
def drawing() -> Iterator[None]:
    """The context in which figures are made and written: our own style, whatever matplotlib is set to outside."""
    with matplotlib.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", NO_GLYPH, UserWarning)
        yield


def canvas(width: float, height: float) -> Figure:
    """An empty white figure, in inches. To be made, drawn on and turned into SVG within `drawing()`."""
    return Figure(figsize=(width, height), dpi=72, facecolor="white")


def shortened(drawn: str) -> str:
    """SVG text from its first tag on, with one decimal place in each coordinate."""
    return _POSITIONS.sub(_one_decimal, drawn[drawn.index("<svg") :])


def few_ticks(low: float, high: float) -> list[float]:
    """Three or four round numbers from `low` to `high`. Ticks are what takes longest to draw, and few are read."""
    return [float(tick) for tick in MaxNLocator(4).tick_values(low, high) if low <= tick <= high]


_POSITIONS = re.compile(r' (?:d|x|y|points|transform)="[^"]*"')


def _one_decimal(attribute: re.Match[str]) -> str:
    return re.sub(r"-?\d+\.\d+", lambda digits: f"{float(digits[0]):.1f}".replace("-0.0", "0.0"), attribute[0])
