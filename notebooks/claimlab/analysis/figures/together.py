"""Figures that join two claims of the story: what they are worth side by side, and together."""

from __future__ import annotations

from ... import text
from ...claims.errors import ReaderError
from ...claims.ledger import Ledger
from ._registry import named


@named(text.whole)
def hedged_for_a_hundred(ledger: Ledger) -> float:
    """Hedged count / later count x 100. Unit: that of the hedged count, for every hundred of the later count.

    Assumes that the two are read side by side rather than as cause and result; a hedge such as "almost" goes on into
    the result. Raises ReaderError where the hedged count has no value.
    """
    hedged = ledger.part("hedged_count")
    if hedged.value is None:
        raise ReaderError(f"The row {hedged.id} of {ledger.story} needs a value.")
    return hedged.value / ledger.later.value * 100


@named(text.number)
def counts_together(ledger: Ledger) -> float:
    """Earlier count + later count. Unit: that of the two claims.

    Assumes that the sum stands for the months of the two periods alone, and for none between them.
    """
    return ledger.earlier.value + ledger.later.value


@named(text.number)
def months_covered(ledger: Ledger) -> float:
    """Months of the earlier period + months of the later period. Unit: months; assumes that the two do not overlap."""
    return ledger.earlier.period.months + ledger.later.period.months
