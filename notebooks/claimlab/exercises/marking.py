"""Marks answers against named figures; a wrong one gets the reply about that mistake."""

from __future__ import annotations

import json
import math
from typing import NamedTuple

from .. import text
from ..analysis import figures
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .practice import Item
from .terms import fill

RIGHT, NOT_YET = "Right.", "Not yet."
WORDS_OVER = "{count} words, at most {most}: {over} too many"
ANY = (0, 1, 2)
"""Decimal places to which a known wrong answer may be rounded."""


class Marked(NamedTuple):
    """The reply to an answer and whether it is right (None for an item that is not marked); for an item of kind rows
    also the reply to each row, "" where it is right; none where the rows are not marked."""

    reply: str
    right: bool | None
    rows: tuple[str, ...] = ()


def mark(item: Item, ledger: Ledger, answer: str) -> Marked:
    """The mark of an answer. An answer to an item of kind rows is a JSON list with the option chosen in each row.

    Raises ReaderError, with the remedy, for an empty answer, or for one that is no number where a number is asked.
    """
    if not answer.strip():
        raise ReaderError("Choose one first." if item.options else "Nothing is written yet.")
    if item.kind == "rows":
        return _mark_rows(item, ledger, chosen(answer))
    if item.kind in ("number", "slider"):
        try:
            value = text.read_number(answer)
        except ValueError as problem:
            raise ReaderError(str(problem)) from problem
        if item.key:
            return _mark_number(item, ledger, value)
    elif item.key:
        return _mark_option(item, ledger, answer)
    return Marked(_too_long(item, answer) + fill(item.reply, ledger), None)


def _too_long(item: Item, answer: str) -> str:
    """A sentence about the words over the item's limit; "" where there is no limit, or none over it."""
    count, most = text.words(answer), item.most_words
    if not most or count <= most:
        return ""
    return f"{WORDS_OVER.format(count=count, most=most, over=count - most)}. "


def _mark_number(item: Item, ledger: Ledger, value: float) -> Marked:
    key = figures.value_of(item.key, ledger)
    sized = abs if key < 0 else float  # a fall of 2.4% is 2.4 as well as -2.4
    value, key = sized(value), sized(key)
    if item.key_to:
        ends = sorted((key, sized(figures.value_of(item.key_to, ledger))))
        if math.floor(ends[0]) <= value <= math.ceil(ends[1]):
            return Marked(fill(item.right, ledger), True)
    elif _is_rounded(value, key, item.places):
        return Marked(fill(item.right, ledger), True)
    for wrong in item.wrong:
        if _is_rounded(value, sized(figures.value_of(wrong.figure, ledger)), ANY):
            return Marked(fill(wrong.reply, ledger), False)
    side = item.below if value < key else item.above
    return Marked(fill(side or item.otherwise, ledger), False)


def _mark_option(item: Item, ledger: Ledger, answer: str) -> Marked:
    if answer == fill(item.key, ledger):
        return Marked(fill(item.right, ledger), True)
    found = next((wrong for wrong in item.wrong if fill(wrong.option, ledger) == answer), None)
    return Marked(fill(found.reply if found else item.otherwise, ledger), False)


def chosen(answer: str) -> list[str]:
    """The options chosen in an item of kind rows, row by row; none where the answer is no such list."""
    try:
        options = json.loads(answer)
    except (ValueError, RecursionError):
        return []
    return options if isinstance(options, list) and all(isinstance(one, str) for one in options) else []


def _mark_rows(item: Item, ledger: Ledger, options: list[str]) -> Marked:
    if len(options) != len(item.row) or not all(options):
        raise ReaderError("Choose something in every row first.")
    if not any(row.key for row in item.row):
        return Marked(fill(item.reply, ledger), None)
    replies = tuple(
        "" if choice == fill(row.key, ledger) else fill(row.reply, ledger)
        for choice, row in zip(options, item.row, strict=True)
    )
    return Marked(fill(item.otherwise if any(replies) else item.right, ledger), not any(replies), replies)


def _is_rounded(value: float, exact: float, places: tuple[int, ...]) -> bool:
    """Whether `value` is `exact` rounded, halves either way, to one of these numbers of decimal places, or has more."""
    nearest = any(
        abs(value - exact) <= 0.5 * 10**-place + 1e-9 and math.isclose(value, round(value, place)) for place in places
    )
    return nearest or abs(value - exact) <= 0.5 * 10 ** -(max(places) + 1)
