"""Matplotlib drawing on a given figure: no pyplot, no state, no prose of its own. A module draws one kind of thing."""

from . import interval, percent, spans, time
from .base import canvas, drawing, svg

__all__ = ["canvas", "drawing", "interval", "percent", "spans", "svg", "time"]
