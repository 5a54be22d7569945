"""The terms ladder: the stages at which somebody or something is counted, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from ..ledger import Ledger
from .quantities import Quantity, printed

LADDERS = (
    ("suspected", "arrested", "charged", "convicted", "sentenced"),
    ("lost", "found", "handed in", "stored", "returned"),
)
"""Each story's stages, from the bottom up. They are words of the column `status`, and stages no figure may have."""
ON_SUSPICION = frozenset({"suspected", "arrested"})
"""An arrest is made on suspicion, so these two words may speak of the same people; no other two stages do."""
ESTIMATED = "estimated"
"""A status that begins so counts nobody one by one: it stands beside the ladder."""
ORDINALS = "first", "second", "third", "fourth", "fifth"


@dataclass(frozen=True)
class Rung:
    """A stage and the printed figures counted at it; `on` is False for a status beside the ladder."""

    status: str
    figures: tuple[Quantity, ...]
    on: bool = True


def ladder_of(status: str) -> tuple[str, ...]:
    """The ladder a status is a rung of; empty for one that stands beside."""
    return next((ladder for ladder in LADDERS if status in ladder), ())


def stages(ledger: Ledger) -> tuple[str, ...]:
    """The ladder that most statistics of the story stand on; the first where none does."""
    statuses = [quantity.status for quantity in printed(ledger)]
    return max(LADDERS, key=lambda ladder: sum(status in ladder for status in statuses))


def rungs(ledger: Ledger) -> list[Rung]:
    """The story's rungs from the bottom up, filled only where it prints a figure, then what stands beside the ladder."""
    figures, ladder = printed(ledger), stages(ledger)
    beside = [figure.status for figure in figures if figure.status not in (*ladder, "-", "")]
    counted = {status: tuple(f for f in figures if f.status == status) for status in (*ladder, *beside)}
    return [Rung(status, found, status in ladder) for status, found in counted.items()]
