"""Matplotlib drawing on a given figure: no pyplot, no state, no prose of its own. A module draws one kind of thing."""

from . import dots, interval, lags, percent, quotients, ranges, time
from .base import canvas, drawing, svg

__all__ = [
    "canvas", "dots", "drawing", "interval", "lags", "percent", "quotients", "ranges", "svg", "time",
]  # fmt: skip
