"""The explorers by the name that a notebook calls them by."""

from __future__ import annotations

from collections.abc import Callable

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
from .view import Explorer

EXPLORERS: dict[str, Callable[[Ledger, str | None], Explorer]] = {
    "claim_cards": claim_cards.explorer,
    "claim_editor": claim_editor.explorer,
    "comparison_checker": comparison_checker.explorer,
    "hedge_line": hedge_line.explorer,
    "lag_timeline": lag_timeline.explorer,
    "missing_denominator": missing_denominator.explorer,
    "nested_ranges": nested_ranges.explorer,
    "period_lab": period_lab.explorer,
    "range_sketcher": range_sketcher.explorer,
    "reporting_period": reporting_period.explorer,
    "terms_ladder": terms_ladder.explorer,
}

NEEDS: dict[str, tuple[str, ...]] = {
    "claim_cards": claim_cards.NEEDS,
    "claim_editor": claim_editor.NEEDS,
    "comparison_checker": comparison_checker.NEEDS,
    "hedge_line": hedge_line.NEEDS,
    "lag_timeline": lag_timeline.NEEDS,
    "missing_denominator": missing_denominator.NEEDS,
    "nested_ranges": nested_ranges.NEEDS,
    "period_lab": period_lab.NEEDS,
    "range_sketcher": range_sketcher.NEEDS,
    "reporting_period": reporting_period.NEEDS,
    "terms_ladder": terms_ladder.NEEDS,
}
"""What each needs of a story (`analysis.needs`)."""


def lacking(name: str, ledger: Ledger) -> str:
    """What a story lacks for the explorer of this name, in sentences; "" where it has all, or there is no explorer."""
    return needs.lacking(NEEDS.get(name, ()), ledger, "explorer")


def make(name: str, ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The explorer of this name on a story.

    Raises ReaderError, with the names there are, for another name, and where the story lacks what the explorer shows.
    """
    if name not in EXPLORERS:
        raise ReaderError(f"There is no explorer called {name!r}. There are: {', '.join(EXPLORERS)}.")
    return EXPLORERS[name](ledger, predicted)
