"""Matplotlib drawing on a given figure: no pyplot, no state, no prose of its own. A module draws one kind of thing."""

from . import percent, time
from .base import canvas, drawing, svg

__all__ = ["canvas", "drawing", "percent", "svg", "time"]
