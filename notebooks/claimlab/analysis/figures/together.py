"""Figures that join two claims of the story: what they are worth side by side, and together."""

from __future__ import annotations

from ... import text
from ...claims.ledger import Ledger
from .registry import named


@named(
    "Hedged count / later count x 100",
    unit="that of the hedged count, for every hundred of the later count",
    write=text.whole,
    assumes="that the two are read side by side rather than as cause and result; "
    "a hedge such as “almost” goes on into the result",
)
def hedged_for_a_hundred(ledger: Ledger) -> float:
    return ledger.amount("hedged_count").value / ledger.later.value * 100


@named(
    "Earlier count + later count",
    unit="that of the two claims",
    assumes="that the sum stands for the months of the two periods alone, and for none between them",
)
def counts_together(ledger: Ledger) -> float:
    return ledger.earlier.value + ledger.later.value


@named(
    "Months of the earlier period + months of the later period", unit="months", assumes="that the two do not overlap"
)
def months_covered(ledger: Ledger) -> float:
    return ledger.earlier.period.months + ledger.later.period.months
