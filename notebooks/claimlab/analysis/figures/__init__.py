"""Derived figures, by name: each a documented function over the ledger.

`text_of` writes a figure as a reader sees it, everywhere. Each module here holds the figures of one subject.
"""

from __future__ import annotations

from . import change, estimate, hedged, publication, rows, together, totals, yearly
from .registry import FIGURES, OTHER, NamedFigure, figure, named, text_of, value_of

__all__ = [
    "NamedFigure",
    "FIGURES",
    "OTHER",
    "change",
    "estimate",
    "figure",
    "hedged",
    "named",
    "publication",
    "rows",
    "text_of",
    "together",
    "totals",
    "value_of",
    "yearly",
]
