"""Derived figures, by name: each a documented function over the ledger.

A docstring's first line is the formula and ends with the unit; a line that begins "Assumes" says what has to be
assumed. `text_of` writes a figure as a reader sees it, everywhere. Each module here holds the figures of one subject.
"""

from __future__ import annotations

from . import change, estimate, hedged, rows, together, totals
from ._registry import FIGURES, Derived, named, text_of, value_of

__all__ = [
    "Derived",
    "FIGURES",
    "change",
    "estimate",
    "hedged",
    "named",
    "rows",
    "text_of",
    "together",
    "totals",
    "value_of",
]
