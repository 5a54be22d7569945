"""The solution of an item, for a student who has tried or gives up: the answer, why it is that, and the code for it.

The code stands in the item and is run by the tests on every story, which compare what it prints with the key.
"""

from __future__ import annotations

from typing import NamedTuple

from ..analysis import figures
from ..claims.ledger import Ledger
from .practice import Item
from .specs import option_text
from .templates import fill


class Solution(NamedTuple):
    """A solution in lines of text, and the lines of Python that work it out; "" where there is nothing to work out."""

    lines: tuple[str, ...]
    code: str


def solution(item: Item, ledger: Ledger) -> Solution:
    """The solution of an item that is marked. Raises NotInStoryError where the story lacks what the item needs."""
    why = fill(item.solution or item.right, ledger)
    return Solution((*_answer(item, ledger), *why.splitlines()), item.code.strip())


def _answer(item: Item, ledger: Ledger) -> list[str]:
    if item.row:
        order = [*item.options]
        rows = sorted(item.row, key=lambda row: order.index(row.key)) if item.form == "order" else item.row
        return [f"{fill(row.label, ledger)}: {option_text(item.options_of(row), row.key, ledger)}" for row in rows]
    if item.options:
        return [option_text(item.options, item.key, ledger)]
    return [" to ".join(figures.text_of(name, ledger) for name in (item.key, item.key_to) if name)]
