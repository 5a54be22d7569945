"""Words of a story that sound more or less sure, and hold no number."""

from __future__ import annotations

from ..claims.claim import Claim
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger

SURE_WORDS = "could", "will", "must", "every"
"""The words that a lesson sorts: what is possible, what is to come, what ought to be, what holds for all."""
KIND = "ordinal phrase"


def row(word: str, ledger: Ledger) -> Claim:
    """The first row whose whole phrase is this word: in "will not" or "will only" it may mean something else.

    Raises KeyError for a word that is not sorted, NotInStoryError where no row of the story prints it alone.
    """
    if word not in SURE_WORDS:
        raise KeyError(word)
    found = next((one for one in ledger.claims if one.kind == KIND and one.printed.lower() == word), None)
    if found is None:
        raise NotInStoryError(f"The story {ledger.story} has no row for the word “{word}” alone.")
    return found


def all_there(ledger: Ledger) -> bool:
    """Whether a story has a row for each of them."""
    return set(SURE_WORDS) <= {one.printed.lower() for one in ledger.claims if one.kind == KIND}
