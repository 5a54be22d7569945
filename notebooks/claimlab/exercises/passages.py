"""Passages: what a page says of its story, as Markdown in which each figure carries where it comes from.

A notebook's passages stand in `passages/`, one Jinja block a passage, written over parts and named figures so that they
hold for every story. A story may bring its own of the same name, in a folder `passages` beside its claims; that one is
said then. `has("gap")` asks whether the story has what is needed (`analysis.needs`), `{{ row.ID.printed }}` is a row of
its ledger, `{{ outside.ID }}` one of a reference table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

from ..analysis import needs
from ..claims import tables
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import templates
from .figure import Figure
from .terms import PartWords

GENERAL = Path(__file__).parent / "passages"
OWN = "passages"
Finalize = Callable[[Any], str]
NOTHING = "This story prints nothing for this part. Go on to the next cell."
SOURCES = "Where the numbers on this page come from"
FOLDS = {
    "found": "What there was to find (after you have answered)",
    "headline": "The headline's number (after you have answered)",
    "curve": "What the curve shows (after you have answered)",
    "second_case": "A second case (after you have answered)",
    "share": "The share (after you have answered)",
    "nested_found": "The range before (after you have answered)",
    "still_open": "What to ask of a range (after you have asked)",
    "sentences": "How many sentences hold (after you have predicted)",
}
"""The passages that tell the key of a question, or what a student is to think of first, by name, and what each is
called: it is folded, on a page that runs as in its file."""
BOUND = re.compile(r'<data value="(?P<name>[^"]*)" title="(?P<origin>[^"]*)">(?P<printed>.*?)</data>')
"""A figure in a passage, as `marked` writes it."""


class Passage(NamedTuple):
    """A passage filled in for a story: as Markdown with HTML in it, and as text alone."""

    markdown: str
    plain: str


def names(notebook: str, story: str) -> list[str]:
    """The passages of a notebook on a story, in the order of their files."""
    folders = [GENERAL, tables.DATA / story / OWN]
    return list(dict.fromkeys(name for folder in folders for name in _blocks(_load(folder, notebook, str))))


def say(notebook: str, name: str, ledger: Ledger) -> Passage:
    """The passage of this name on a story: its own, if it has one.

    Raises ReaderError where the notebook has none of this name, UnknownWordError where the passage has a word that no
    story could have, NotInStoryError where it takes for granted what this story lacks.
    """
    return Passage(*(_folded(name, _said(notebook, name, ledger, finalize)) for finalize in (_marked, str)))


def sources(notebook: str, ledger: Ledger) -> Passage:
    """Every figure in the passages of a notebook, once, with where it comes from: a folded table."""
    found: dict[tuple[str, str], str] = {}
    for name in names(notebook, ledger.story):
        for match in BOUND.finditer(say(notebook, name, ledger).markdown):
            found[match["printed"], match["name"]] = match["origin"]
    if not found:
        return Passage(NOTHING, NOTHING)
    rows = [f"| {printed} | {origin} |" for (printed, _), origin in found.items()]
    table = "\n".join(["| Printed | Where from |", "| --- | --- |", *rows])
    plain = "\n".join([SOURCES, *(f"  {printed}: {origin}" for (printed, _), origin in found.items())])
    return Passage(f"<details><summary>{SOURCES}</summary>\n\n{table}\n\n</details>", plain)


def _folded(name: str, said: str) -> str:
    if said and name in FOLDS:
        return f"<details><summary>{FOLDS[name]}</summary>\n\n{said}\n\n</details>"
    return said or NOTHING


def _said(notebook: str, name: str, ledger: Ledger, finalize: Finalize) -> str:
    own, general = (_load(folder, notebook, finalize) for folder in (tables.DATA / ledger.story / OWN, GENERAL))
    template = next((one for one in (own, general) if one and name in one.blocks), None)
    if template is None:
        known = ", ".join(names(notebook, ledger.story)) or "none"
        raise ReaderError(f"This notebook has no passage called {name!r}. It has: {known}.")
    told = {**templates.variables(ledger), "has": lambda *needed: not needs.lacking(needed, ledger)}
    try:
        written = "".join(template.blocks[name](template.new_context(told)))
    except (jinja2.TemplateError, KeyError, TypeError) as error:
        raise templates.UnknownWordError(f"The passage {name} of {notebook} has an unknown word: {error}") from error
    return re.sub(r"\n{3,}", "\n\n", written).strip()


def _load(folder: Path, notebook: str, finalize: Finalize) -> jinja2.Template | None:
    file = folder / f"{notebook}.md"
    return _read(file, file.stat().st_mtime_ns, finalize) if file.exists() else None


@lru_cache(maxsize=64)
def _read(file: Path, _changed: int, finalize: Finalize) -> jinja2.Template:
    try:
        return templates.environment(finalize).from_string(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, jinja2.TemplateSyntaxError) as error:
        raise ReaderError(f"{file.parent.parent.name}/{OWN}/{file.name} cannot be read: {error}") from error


def _blocks(template: jinja2.Template | None) -> Iterator[str]:
    yield from template.blocks if template else ()


def _marked(value: Any) -> str:
    """A value in Markdown: a figure with its origin, any other text with nothing in it taken for a mark."""
    figure = value.figure if isinstance(value, PartWords) else value
    if isinstance(figure, Figure):
        return f'<data value="{escape(figure.name)}" title="{_escaped(figure.origin)}">{_text(figure)}</data>'
    return _text(str(value))


def _text(content: str) -> str:
    """Text as Markdown that shows nothing but it. A dollar stands alone in an element, so that two make no formula."""
    return _escaped(content).replace("&#36;", "<span>&#36;</span>")


def _escaped(content: str) -> str:
    marks = {ord(mark): f"&#{ord(mark)};" for mark in "|*_`[]\\~$"}
    return escape(" ".join(content.split())).translate(marks)
