"""Marks answers against named figures; a wrong one gets the reply about that mistake."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Mapping
from typing import NamedTuple

from .. import text
from ..analysis import figures
from ..claims.errors import NotInStoryError, ReaderError
from ..claims.ledger import Ledger
from .practice import Item, option_text
from .templates import fill
from .work_file import Value

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


class UnfitKeyError(Exception):
    """A key that names no option on a story: a slip in the item, and no fault of an answer."""


def mark(item: Item, ledger: Ledger, answer: Value) -> Marked:
    """The mark of an answer: a text, the id of an option, or for an item of kind rows the option's id by the row's.

    Raises ReaderError, with the remedy, for an empty answer, or for one that is no number where a number is asked;
    UnfitKeyError where a key in braces gives no option on this story.
    """
    if item.kind == "rows":
        return _mark_rows(item, ledger, answer if isinstance(answer, dict) else {})
    if not isinstance(answer, str) or not answer.strip():
        raise ReaderError("Choose one first." if item.options else "Nothing is written yet.")
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
        with contextlib.suppress(NotInStoryError):  # a slip that nobody can make on this story
            if _is_rounded(value, sized(figures.value_of(wrong.figure, ledger)), ANY):
                return Marked(fill(wrong.reply, ledger), False)
    side = item.below if value < key else item.above
    return Marked(fill(side or item.otherwise, ledger), False)


def _mark_option(item: Item, ledger: Ledger, answer: str) -> Marked:
    if _is_option(item.options, item.key, answer, ledger):
        return Marked(fill(item.right, ledger), True)
    found = next((one for one in item.wrong if _is_option(item.options, one.option, answer, ledger)), None)
    return Marked(fill(found.reply if found else item.otherwise, ledger), False)


def _mark_rows(item: Item, ledger: Ledger, answer: Mapping[str, str]) -> Marked:
    if not all(answer.get(row.id) for row in item.row):
        raise ReaderError("Choose something in every row first.")
    if not any(row.key for row in item.row):
        return Marked(fill(item.reply, ledger), None)
    replies = tuple(
        "" if _is_option(item.options_of(row), row.key, answer[row.id], ledger) else fill(row.reply, ledger)
        for row in item.row
    )
    return Marked(fill(item.otherwise if any(replies) else item.right, ledger), not any(replies), replies)


def fits(item: Item, ledger: Ledger) -> bool:
    """Whether every key of an item is among its options on a story: words in braces may give a unit of its own."""
    if not item.options and not item.row:
        return True
    keys = [(item.options_of(row), row.key) for row in item.row] or [(item.options, item.key)]
    return all(option_text(options, key, ledger) for options, key in keys if key)


def _is_option(options: Mapping[str, str], key: str, answer: str, ledger: Ledger) -> bool:
    """Whether an answer is the option a key names; options that read the same on a story are the same."""
    if not (right := option_text(options, key, ledger)):
        raise UnfitKeyError(f"The key {key!r} gives none of the options {', '.join(options)} on {ledger.story}.")
    return right == option_text(options, answer, ledger)


def _is_rounded(value: float, exact: float, places: tuple[int, ...]) -> bool:
    """Whether `value` is `exact` rounded, halves either way, to one of these numbers of decimal places, or has more."""
    nearest = any(
        abs(value - exact) <= 0.5 * 10**-place + 1e-9 and math.isclose(value, round(value, place)) for place in places
    )
    return nearest or abs(value - exact) <= 0.5 * 10 ** -(max(places) + 1)
