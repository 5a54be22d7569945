"""A lesson's answers on one story, and of each whether it is kept in the file, not kept (and why), or cleared.

What is said of an answer ("Kept on this computer.") is read from here alone, and it is said only of what stands in the
file at that moment: another notebook may have cleared it.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from typing import NamedTuple

from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import work_file
from .practice import Item
from .specs import offered
from .templates import fill
from .work_file import Contents, Entry, Value

REMOVED = "This answer is not kept any more: it was removed from this computer. Send it again to keep it."
LATER = (
    "{file} holds answers from a newer version of these notebooks, which this version cannot show. They stay there, "
    "unchanged."
)


class Standing(NamedTuple):
    """Whether an answer is kept, and the sentence that says so or says why not."""

    kept: bool
    notice: str


class Answer(NamedTuple):
    """An answer as its item understands it. `gone` is what had been answered where that is not offered any more; such
    an answer is neither right nor wrong."""

    value: Value
    reason: str
    gone: str = ""


class _Pending:
    """Answers that could not be written, and why."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.why = ""


_PENDING: dict[str, _Pending] = {}
"""By work file. They outlast a lesson that is opened again: running a page from the top must not lose them."""


class Answers:
    """The answers of one notebook on one story.

    An answer that could not be written is tried again with the next one, whichever notebook of this kernel that is in.
    """

    def __init__(self, story: str, notebook: str) -> None:
        self._story, self._notebook = story, notebook
        self._contents, self._unread = Contents(), ""
        self._stamp: tuple[int, ...] | None = None
        self._turns = threading.RLock()  # a notebook may answer two items in two threads

    @property
    def _pending(self) -> _Pending:
        return _PENDING.setdefault(str(work_file.path()), _Pending())

    def newest(self, item: str) -> Entry | None:
        """The newest answer to an item, kept or not; None where there is none."""
        with self._turns:
            known = Contents((*self._read().entries, *self._pending.entries)).newest()
            place = (self._story, self._notebook, item)
            return next((one for one in known if one.place == place), None)

    def keep(self, item: str, value: Value, reason: str) -> Entry:
        """Write an answer to the file, with those before it that could not be written; `standing` tells how it went."""
        with self._turns:
            entry = work_file.new(self._story, self._notebook, item, {"value": value, "reason": reason})
            pending = self._pending
            pending.entries.append(entry)
            try:
                work_file.append(pending.entries)
            except ReaderError as problem:
                pending.why = str(problem)
            else:
                pending.entries.clear()
            return entry

    def standing(self, entry: Entry) -> Standing:
        """Whether an answer is kept."""
        with self._turns:
            if entry in self._pending.entries:
                return Standing(False, self._pending.why)
            if entry in self._read().entries:
                return Standing(True, work_file.kept_where())
            return Standing(False, self._unread or REMOVED)

    def unkept(self) -> set[str]:
        """The items that have an answer that is not kept."""
        return {one.item for one in self._pending.entries if one.notebook == self._notebook}

    def unread(self) -> str:
        """A sentence where the file cannot be read; else ""."""
        self._read()
        return self._unread

    def trouble(self) -> str:
        """A sentence where the file cannot be read, or not all of it; else ""."""
        contents = self._read()
        return self._unread or (LATER.format(file=work_file.path().name) if contents.later else "")

    def clear(self) -> None:
        """Forget every answer of every notebook. Raises ReaderError where the file cannot be emptied."""
        with self._turns:
            work_file.clear()
            self._pending.entries.clear()

    def add(self, page: Contents) -> int:
        """Add what was kept elsewhere, but nothing that is older than what is here; returns how many were added.

        Raises ReaderError where the file cannot be read or written.
        """
        with self._turns:
            return work_file.add(page)

    def kept(self) -> Contents:
        """The answers of every notebook and story that stand in the file now; none where it cannot be read."""
        return self._read()

    def everything(self) -> Contents:
        """The answers of every notebook and story, those of this lesson that could not be written included.

        Raises ReaderError where there is nothing else and the file cannot be read.
        """
        with self._turns:
            contents = self._read()
            if self._unread and not self._pending.entries:
                raise ReaderError(self._unread)
            return contents._replace(entries=(*contents.entries, *self._pending.entries))

    def _read(self) -> Contents:
        """What the file holds now; read again only where it has changed."""
        with self._turns:
            stamp = work_file.stamp()
            if stamp is None or stamp != self._stamp or self._unread:
                try:
                    self._contents, self._stamp, self._unread = work_file.read(), stamp, ""
                except ReaderError as problem:
                    self._contents, self._stamp, self._unread = Contents(), None, str(problem)
            return self._contents


def is_blank(value: Value) -> bool:
    """Whether nothing is typed and nothing chosen."""
    return not any(value.values()) if isinstance(value, dict) else not value.strip()


def is_whole(item: Item, answer: Answer) -> bool:
    """Whether a student has answered all of it, and not some of several rows only. What is gone was an answer too."""
    if isinstance(answer.value, dict):
        return bool(answer.gone) or all(answer.value.get(row.id) for row in item.row)
    return bool(answer.gone or answer.value.strip())


def understood(entry: Entry, item: Item, ledger: Ledger) -> Answer:
    """An answer as the item understands it today: options by id, those of a file of version 1 found by their text.

    Raises NotInStoryError where the story lacks what the item needs.
    """
    value, reason = entry.answer.get("value", ""), entry.answer.get("reason", "")
    reason = reason if isinstance(reason, str) else ""
    if item.kind == "rows":
        return _rows(entry, item, ledger)._replace(reason=reason)
    if isinstance(value, dict):
        return Answer("", reason, "; ".join(value.values()))
    if item.kind != "choice" or not value:
        return Answer(value, reason)
    chosen = _chosen(item.options, value, entry.version, ledger)
    return Answer(chosen, reason, "" if chosen else value)


def _chosen(options: Mapping[str, str], answer: str, version: int, ledger: Ledger) -> str:
    """The id, as it is offered, of the option that was chosen; "" where that is none of them."""
    words = answer if version == 1 else fill(options[answer], ledger) if answer in options else None
    return next((one["id"] for one in offered(options, ledger) if one["text"] == words), "")


def _rows(entry: Entry, item: Item, ledger: Ledger) -> Answer:
    value = entry.answer.get("value", "")
    if entry.version == 1:
        value = _by_row(str(value), item)
    if not isinstance(value, dict):
        return Answer({}, "", value)
    found, gone = {}, []
    for row in item.row:
        if answer := value.get(row.id, ""):
            found[row.id] = _chosen(item.options_of(row), answer, entry.version, ledger)
            if not found[row.id]:
                gone.append(f"{fill(row.label, ledger)}: {answer}")
    return Answer(found, "", "; ".join(gone))


def _by_row(words: str, item: Item) -> Value:
    """The rows of version 1, a JSON list in the order of the rows, by the rows' ids; the text where it is no such."""
    try:
        listed = json.loads(words)
    except (ValueError, RecursionError):
        return words
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        return words
    if len(listed) != len(item.row):
        return "; ".join(listed)
    return {row.id: chosen for row, chosen in zip(item.row, listed, strict=True)}
