"""Right and other answers to practice items, as ids: what several tests give."""

from __future__ import annotations

from collections.abc import Mapping

from claimlab.claims.ledger import Ledger
from claimlab.exercises import specs
from claimlab.exercises.practice import Item


def named_id(options: Mapping[str, str], key: str, ledger: Ledger) -> str:
    """The id, as it is offered on a story, of the option that a key names; the first option's without a key."""
    offered = specs.offered(options, ledger)
    if not key:
        return offered[0]["id"]
    named = specs.option_text(options, key, ledger)
    return next(one["id"] for one in offered if one["text"] == named)


def other_id(options: Mapping[str, str], id: str, ledger: Ledger) -> str:
    """The id of another option that is offered on a story."""
    return next(one["id"] for one in specs.offered(options, ledger) if one["id"] != id)


def right_rows(item: Item, ledger: Ledger) -> dict[str, str]:
    """The right option of every row; the first where rows have no key."""
    return {row.id: named_id(item.options_of(row), row.key, ledger) for row in item.row}
