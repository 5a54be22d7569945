"""Five sentences about two counts, each stronger than the one before: which of them a story carries."""

from __future__ import annotations

from .. import text
from ..claims.ledger import Ledger
from . import comparisons, fair_sentences
from .fair_sentences import ALIKE, COUNTS, MONTHS, PEOPLE, PREVIOUS, REASON

SUPPORTS = "printed", "assumed", "refused"
"""What the article does for something said, the strongest support first."""
SENTENCES: dict[str, tuple[str, ...]] = {
    "more": (),
    "two_counts": (COUNTS, MONTHS),
    "rise": (COUNTS, ALIKE),
    "rise_on_called": (COUNTS, ALIKE, PREVIOUS),
    "rise_because": (COUNTS, ALIKE, PREVIOUS, PEOPLE, REASON),
}
"""Five sentences, each stronger than the one before, by the ticks each of them needs."""


def standing(ledger: Ledger) -> dict[str, str]:
    """What the article does for each of `SENTENCES`: the weakest support of all that it says.

    Raises NotInStoryError where the two counts cannot stand in one sentence.
    """
    known = {tick.name: tick.support for tick in fair_sentences.ticks(ledger)}
    return {
        name: max((known.get(tick, SUPPORTS[0]) for tick in said), key=SUPPORTS.index, default=SUPPORTS[0])
        for name, said in SENTENCES.items()
    }


def which(ledger: Ledger, support: str) -> str:
    """The sentences of `SENTENCES` that have this support, as ordinals: the first and the second."""
    found = zip(comparisons.ladder.ORDINALS, standing(ledger).values(), strict=True)
    return text.listed([f"the {ordinal}" for ordinal, had in found if had == support] or ["none"])
