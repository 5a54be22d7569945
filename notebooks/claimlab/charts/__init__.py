"""Matplotlib drawing on given axes: no pyplot, no state, no prose of its own. A module draws one kind of thing."""

from . import dots, interval, lags, marks, percent, quotients, ranges, time
from .base import NARROW, WIDE, drawing
from .scene import Part, Scene, part

__all__ = [
    "NARROW", "WIDE", "Part", "Scene", "dots", "drawing", "interval", "lags", "marks", "part", "percent", "quotients",
    "ranges", "time",
]  # fmt: skip
