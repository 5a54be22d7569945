"""Matplotlib drawing on given axes: no pyplot, no state, no prose of its own. A module draws one kind of thing."""

from . import dots, interval, lags, percent, quotients, ranges, time
from .base import drawing
from .scene import Scene, part

__all__ = [
    "Scene", "dots", "drawing", "interval", "lags", "part", "percent", "quotients", "ranges", "time",
]  # fmt: skip
