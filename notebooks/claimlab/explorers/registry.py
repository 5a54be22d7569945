"""The explorers by the name that a notebook calls them by."""

from __future__ import annotations

from ..analysis import needs
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import (
    claim_cards,
    claim_editor,
    comparison_checker,
    hedge_line,
    lag_timeline,
    missing_denominator,
    nested_ranges,
    period_lab,
    range_sketcher,
    reporting_period,
    terms_ladder,
)
from .frame import ExplorerModule
from .view import Explorer

EXPLORERS: dict[str, ExplorerModule] = {
    "claim_cards": claim_cards,
    "claim_editor": claim_editor,
    "comparison_checker": comparison_checker,
    "hedge_line": hedge_line,
    "lag_timeline": lag_timeline,
    "missing_denominator": missing_denominator,
    "nested_ranges": nested_ranges,
    "period_lab": period_lab,
    "range_sketcher": range_sketcher,
    "reporting_period": reporting_period,
    "terms_ladder": terms_ladder,
}


def lacking(name: str, ledger: Ledger) -> str:
    """What a story lacks for the explorer of this name, in sentences; "" where it has all, or there is no explorer."""
    wanted = EXPLORERS[name].NEEDS if name in EXPLORERS else ()
    return needs.lacking(wanted, ledger, "explorer")


def make(name: str, ledger: Ledger) -> Explorer:
    """The explorer of this name on a story.

    Raises ReaderError, with the names there are, for another name, and where the story lacks what the explorer shows.
    """
    if name not in EXPLORERS:
        raise ReaderError(f"There is no explorer called {name!r}. There are: {', '.join(EXPLORERS)}.")
    return EXPLORERS[name].explorer(ledger)
