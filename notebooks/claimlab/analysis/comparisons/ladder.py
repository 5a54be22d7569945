"""The terms ladder: the stages at which somebody or something is counted, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from ...claims import tables
from ...claims.claim import Statistic
from ...claims.errors import NotInStoryError
from ...claims.ledger import TEMPLATE, Ledger

_STATUS = next(field for field in tables.schema(TEMPLATE)["fields"] if field["name"] == "status")
LADDERS: list[list[str]] = _STATUS["ladders"]
"""The stages that follow one another, from the bottom up: words of the column `status`, as the descriptor has them."""
ONE_STAGE = [frozenset(words) for words in _STATUS["one_stage"]]
"""Words of which one is only the ground for the other, so that both may speak of the same ones."""
ESTIMATED = "estimated"
"""A status that begins so counts nobody one by one: it stands beside the ladder."""
UNTOLD = "", "-"
"""What stands in the column where no stage is told."""
ORDINALS = "first", "second", "third", "fourth", "fifth"


@dataclass(frozen=True)
class Rung:
    """A stage and the printed figures counted at it; `on` is False for a status beside the ladder."""

    status: str
    figures: tuple[Statistic, ...]
    on: bool = True


def same_stage(one: str, other: str) -> bool:
    """Whether two statuses may be said of the same ones. A stage that is not told is the same as no other."""
    return (told(one) and one == other) or any({one, other} <= words for words in ONE_STAGE)


def told(status: str) -> bool:
    """Whether a status names a stage."""
    return status not in UNTOLD


def ladder_of(status: str) -> list[str]:
    """The ladder a status is a rung of; empty for one that stands beside."""
    return next((ladder for ladder in LADDERS if status in ladder), [])


def stages(ledger: Ledger) -> list[str]:
    """The ladder that most statistics of the story stand on. Raises NotInStoryError where none stands on any."""
    on_one = [claim.status for claim in ledger.statistics if ladder_of(claim.status)]
    if not on_one:
        raise NotInStoryError(
            f"No figure of {ledger.story} is counted at a stage that others come before or after. "
            f"In the column status, write one of: {', '.join(word for ladder in LADDERS for word in ladder)}."
        )
    return max(LADDERS, key=lambda ladder: sum(status in ladder for status in on_one))


def rungs(ledger: Ledger) -> list[Rung]:
    """The story's rungs from the bottom up, filled only where it prints a figure, then what stands beside.

    Raises NotInStoryError where no figure stands on a rung.
    """
    figures, ladder = ledger.statistics, stages(ledger)
    beside = [figure.status for figure in figures if told(figure.status) and figure.status not in ladder]
    counted = {status: tuple(f for f in figures if f.status == status) for status in (*ladder, *beside)}
    return [Rung(status, found, status in ladder) for status, found in counted.items()]
