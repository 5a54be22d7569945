"""My work: everything a student has typed, as one HTML page that prints, needs nothing else, and can be loaded again.

What stands on the page is text: the template escapes everything, and the page may run no script. The answers are in it
a second time, as JSON, for `read`.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import jinja2

from .. import text
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import answers, front_page, marking, pages, practice, specs, story
from .work_file import Contents, Entry, parsed

TITLE = "My work · Reading the Figures"
LIMIT = 1_000_000
"""The most characters of a page that is loaded again."""
SHARED_COMPUTER = (
    "On a shared computer: clear your answers in notebook 00 before you leave; take a copy of this file with you, "
    "then delete the one on the computer."
)
TOO_LARGE = "This file is too large to be a page of My work. Choose the file you downloaded here."
NOTHING = "Nothing is kept yet: answer a question first."
TOO_LONG_TO_LOAD = "This page is too long to be loaded again here, but it can be read and printed."
NO_PAGE = "This file is not a page of My work. Choose the file you downloaded here; its name begins with my_work."
DAMAGED = "This page of My work is damaged, so nothing was loaded from it. Is there another copy?"
NO_ANSWERS = "There are no answers on this page of My work."
LATER = (
    "Some answers come from a newer version of these notebooks. This version cannot show them; they are in this file "
    "and are loaded again with it."
)

BLOCK = "my-work-answers"
_ANSWERS = re.compile(rf'<script[^>]*\bid="?{BLOCK}"?[^>]*>(.*?)</script', re.DOTALL | re.IGNORECASE)
_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Line(NamedTuple):
    """One row of several: what was asked, what was chosen, and its mark, "" where it has none."""

    label: str
    chosen: str
    mark: str = ""


class Answered(NamedTuple):
    """One question and what was answered, in texts. `before` are answers that are not offered any more."""

    question: str
    tag: str = ""
    rows: tuple[Line, ...] = ()
    lines: tuple[str, ...] = ()
    mark: str = ""
    before: str = ""
    why: str = ""
    reason: str = ""


def page(contents: Contents, ledgers: Mapping[str, Ledger]) -> str:
    """The page, from kept answers and the ledgers of their stories by name.

    An answer to a question that is no longer there stands under the item's name. Raises ReaderError without answers.
    """
    newest = contents.newest()
    entries = [one for one in newest if not story.is_choice(one)]
    if not entries and not contents.later:
        raise ReaderError(NOTHING)
    groups = sorted({(one.notebook, one.story) for one in entries})
    several = len({of for _, of in groups}) > 1
    parts = []
    for notebook, of in groups:
        own = {one.item: one for one in entries if (one.notebook, one.story) == (notebook, of)}
        name = f" ({of.replace('_', ' ')})" if several else ""
        parts.append((heading(notebook) + name, list(_answers(practice.known(notebook), own, ledgers.get(of)))))
    return _TEMPLATES.get_template("my_work.html.j2").render(
        title=TITLE,
        shared_computer=SHARED_COMPUTER,
        later=LATER if contents.later else "",
        fronts=[front_page.of(contents, ledgers[of]) for of in sorted({of for _, of in groups} & set(ledgers))],
        heading=heading,
        parts=parts,
        block=BLOCK,
        answers=[*(one._asdict() for one in newest), *contents.later],
    )


def read(html: str) -> Contents:
    """The answers on a page that was downloaded. Raises ReaderError, and gives none, where the file is something
    else, too long or damaged."""
    if len(html) > LIMIT:
        raise ReaderError(TOO_LARGE)
    found = _ANSWERS.search(html)
    if not found:
        raise ReaderError(DAMAGED if TITLE in html else NO_PAGE)
    try:
        listed = json.loads(found[1])
    except (ValueError, RecursionError):
        raise ReaderError(DAMAGED) from None
    contents, damaged = parsed(listed if isinstance(listed, list) else [None])
    if damaged:
        raise ReaderError(DAMAGED)
    if not listed:
        raise ReaderError(NO_ANSWERS)
    return contents


def heading(notebook: str) -> str:
    """A notebook's name as a heading.

    >>> heading("02_the_previous_year")
    '02 · The previous year'
    """
    number, _, words = notebook.partition("_")
    return f"{number} · {text.capital(words.replace('_', ' ').replace(' i ', ' I '))}" if words else notebook


def _answers(
    items: Mapping[str, practice.Item], entries: Mapping[str, Entry], ledger: Ledger | None
) -> Iterator[Answered]:
    """The answered items in the notebook's order, and after them the answers that have no item."""
    for name in sorted(entries, key=[*items, *entries].index):
        if ledger is None or name not in items:
            yield _alone(entries[name])
            continue
        try:
            yield _asked(items[name], entries[name], ledger)
        except ReaderError:  # the story does not have what this question needs (any more)
            yield _alone(entries[name])


def _alone(entry: Entry) -> Answered:
    """An answer without its question."""
    values = [list(value.values()) if isinstance(value, dict) else [value] for value in entry.answer.values()]
    return Answered(entry.item, lines=tuple(one for value in values for one in value if one))


def _asked(item: practice.Item, entry: Entry, ledger: Ledger) -> Answered:
    """One question, what was answered, why, and whether it is right. Raises ReaderError where the story lacks what the
    question needs."""
    spec, answer = specs.spec(item, ledger), answers.understood(entry, item, ledger)
    marked = marking.Marked("", None)
    if not answer.gone:
        with contextlib.suppress(ReaderError):  # half an answer, or no number
            marked = marking.mark(item, ledger, answer.value)
    asked = Answered(
        spec["question"],
        pages.tagged(entry.notebook, item),
        before=answer.gone,
        why=spec["reason"],
        reason=answer.reason,
    )
    if isinstance(answer.value, dict):
        marks = [_mark(not reply) for reply in marked.rows] or [""] * len(item.row)
        return asked._replace(rows=tuple(_lines(spec["rows"], answer.value, marks)))
    shown = specs.option_text(item.options, answer.value, ledger) if item.kind == "choice" else answer.value
    unit = f" {spec['unit']}" if spec["unit"] and shown[-1:].isdigit() else ""
    mark = "" if marked.right is None else _mark(marked.right)
    return asked._replace(lines=(shown + unit,) if shown or not answer.gone else (), mark=mark)


def _lines(rows: Collection[specs.RowSpec], value: Mapping[str, str], marks: Collection[str]) -> Iterator[Line]:
    for row, mark in zip(rows, marks, strict=True):
        texts = {option["id"]: option["text"] for option in row["options"]}
        yield Line(row["label"], texts.get(value.get(row["id"], ""), ""), mark)


def _mark(right: bool) -> str:
    return marking.RIGHT if right else marking.NOT_YET
