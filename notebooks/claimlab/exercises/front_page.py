"""The front page of My work: headline and letter, each prediction beside its answer, and what came right later."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import answers, marking, practice, predictions, specs
from .work_file import Contents, Entry

LAST = "07_write_it_fairly"
HEADLINE, LETTER = "headline", "letter"
"""The notebook and the items of what is written for others to read."""


class Compared(NamedTuple):
    """A prediction and its answer, in words; `places` are both on a line from 0 to 1, where both are numbers."""

    notebook: str
    question: str
    said: str
    beside: str
    places: tuple[float, float] | None = None


class FrontPage(NamedTuple):
    """What stands on the front page; whatever there is not yet is empty."""

    headline: str = ""
    letter: str = ""
    compared: tuple[Compared, ...] = ()
    got_right: tuple[tuple[str, str], ...] = ()
    """Notebook and question, of what was not right at first and is now."""


def of(contents: Contents, ledger: Ledger) -> FrontPage:
    """The front page of a student's work on one story."""
    own = [entry for entry in contents.entries if entry.story == ledger.story]
    newest = {(entry.notebook, entry.item): entry for entry in own}
    written = (newest.get((LAST, item)) for item in (HEADLINE, LETTER))
    headline, letter = (str(entry.answer.get("value", "")) if entry else "" for entry in written)
    return FrontPage(headline, letter, tuple(_compared(newest, ledger)), tuple(_got_right(own, ledger)))


def _compared(newest: Mapping[tuple[str, str], Entry], ledger: Ledger) -> Iterator[Compared]:
    for (notebook, _), item, entry in _items(newest):
        if not item.beside:
            continue
        with contextlib.suppress(ReaderError):  # the story lacks what the question or its answer needs
            predicted = predictions.of(item, answers.understood(entry, item, ledger), ledger)
            if predicted:
                question = specs.spec(item, ledger)["question"]
                yield Compared(notebook, question, predicted.said, predicted.beside, _places(predicted))


def _places(predicted: predictions.Prediction) -> tuple[float, float] | None:
    """The prediction and the answer on a line that begins at 0, or below it where one of them does."""
    if predicted.value is None or predicted.answer is None:
        return None
    both = predicted.value, predicted.answer
    low, high = min(0, *both), max(0, *both)
    return None if low == high else ((both[0] - low) / (high - low), (both[1] - low) / (high - low))


def _got_right(own: list[Entry], ledger: Ledger) -> Iterator[tuple[str, str]]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in own:
        first.setdefault((entry.notebook, entry.item), entry)
    newest = {(entry.notebook, entry.item): entry for entry in own}
    for place, item, entry in _items(newest):
        if _right(item, first[place], ledger) is False and _right(item, entry, ledger):
            with contextlib.suppress(ReaderError):
                yield place[0], specs.spec(item, ledger)["question"]


def _right(item: practice.Item, entry: Entry, ledger: Ledger) -> bool | None:
    try:
        return marking.mark(item, ledger, answers.understood(entry, item, ledger).value).right
    except ReaderError:  # no number, half an answer, or a question that the story cannot be asked
        return None


def _items(newest: Mapping[tuple[str, str], Entry]) -> Iterator[tuple[tuple[str, str], practice.Item, Entry]]:
    """The answered items, in the order of the notebooks and of their questions."""
    for notebook in sorted({place[0] for place in newest}):
        for name, item in practice.known(notebook).items():
            if entry := newest.get((notebook, name)):
                yield (notebook, name), item, entry
