"""Marks answers against named figures; a wrong one gets the reply about that mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .. import text
from ..claims.errors import NotInStoryError, ReaderError
from ..claims.ledger import Ledger
from . import misleading, numeric, remarks, typed
from .item_files import WRITTEN
from .practice import Item
from .specs import option_text
from .templates import fill
from .work_file import Value

RIGHT, NOT_YET = "Right.", "Not yet."
WORDS_OVER = "{count} words, at most {most}: {over} too many"


class Marked(NamedTuple):
    """The reply to an answer and whether it is right (None for an item that is not marked); for an item of kind rows
    also the reply to each row, "" where it is right; none where the rows are not marked. Of what is written also the
    `remarks`, a line each, and a `model` answer, where the item has one."""

    reply: str
    right: bool | None
    rows: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    model: str = ""


class UnfitKeyError(Exception):
    """A key that names no option on a story: a slip in the item, and no fault of an answer."""


def mark(item: Item, ledger: Ledger, answer: Value, before: str = "") -> Marked:
    """The mark of an answer: a text, the id of an option, or for an item of kind rows the option's id by the row's.
    `before` is what was kept where the item repairs another.

    Raises ReaderError, with the remedy, for an empty answer, or for one that cannot be read as the number asked for;
    UnfitKeyError where a key in braces gives no option on this story.
    """
    if item.kind == "rows":
        return _mark_rows(item, ledger, answer if isinstance(answer, dict) else {})
    if not isinstance(answer, str) or not answer.strip():
        raise ReaderError("Choose one first." if item.options else "Nothing is written yet.")
    if item.kind in ("number", "slider"):
        number = typed.read_answer(answer, item, ledger)
        if item.key:
            reply, right = numeric.reply_to(item, ledger, number)
            return Marked(fill(reply, ledger), right)
        if number.low != number.high:
            raise ReaderError(typed.SAYS["only_one"])
    elif item.key:
        return _mark_option(item, ledger, answer)
    said = remarks.read(answer, item.remarks, ledger)
    lines = remarks.lines(said, item.remarks, item.points)
    if item.misleads:
        lines += misleading.told(answer, ledger)
    if item.repairs:
        lines += misleading.repaired(before, answer, ledger)
    return Marked(
        _too_long(item, answer) + fill(item.reply, ledger),
        None,
        remarks=tuple(lines),
        model=model(item, ledger) if item.kind in WRITTEN and remarks.is_attempt(said) else "",
    )


def model(item: Item, ledger: Ledger) -> str:
    """The model answer of an item; "" where it has none, or speaks of what the story lacks."""
    try:
        return fill(item.model, ledger)
    except NotInStoryError:
        return ""


def _too_long(item: Item, answer: str) -> str:
    """A sentence about the words over the item's limit; "" where there is no limit, or none over it."""
    count, most = text.words(answer), item.most_words
    if not most or count <= most:
        return ""
    return f"{WORDS_OVER.format(count=count, most=most, over=count - most)}. "


def _mark_option(item: Item, ledger: Ledger, answer: str) -> Marked:
    if _is_option(item.options, item.key, answer, ledger):
        return Marked(fill(item.right, ledger), True)
    found = next((one for one in item.wrong if _is_option(item.options, one.option, answer, ledger)), None)
    return Marked(fill(found.reply if found else item.otherwise, ledger), False)


def _mark_rows(item: Item, ledger: Ledger, answer: Mapping[str, str]) -> Marked:
    if not all(answer.get(row.id) for row in item.row):
        raise ReaderError("Not all of them are answered yet.")
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
