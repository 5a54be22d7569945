"""The pages of the collection in their order, what each of them asks, and how much of that is answered and kept.

A page is read from its own notebook, so that the list is what a student meets; `progress` counts what is in the file of
kept answers and nothing else.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..analysis import needs
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import answers, marking, practice
from .work_file import Contents, Entry

FOLDER = Path(__file__).parents[2]
ASK = re.compile(r'^lesson\.ask\("(\w+)"\)', re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
NO_QUESTION = ("clear",)
"""Kinds of items that ask nothing."""


class Asked(NamedTuple):
    """An item where a page asks it: its name, and the id of its cell."""

    item: str
    cell: str


Question = tuple[Asked, practice.Item]


class Page(NamedTuple):
    """A notebook: its name, its title, and what it asks in its order."""

    name: str
    title: str
    asks: tuple[Asked, ...]

    @property
    def file(self) -> str:
        """The file it stands in."""
        return f"{self.name}.ipynb"


class Progress(NamedTuple):
    """How many of the questions of a page are answered and kept, of how many, and those that are open, in order."""

    done: int
    of: int
    left: tuple[Question, ...]


def pages(folder: Path = FOLDER) -> list[Page]:
    """The notebooks of a folder that have items, in their order; one that cannot be read is left out."""
    found = (folder / f"{name}.ipynb" for name in practice.notebooks())
    read = (_page(path, path.stat().st_mtime_ns) for path in found if path.exists())
    return [page for page in read if page]


@lru_cache(maxsize=32)
def _page(path: Path, _changed: int) -> Page | None:
    """A page as its notebook has it now; None where the file cannot be read, as while it is written."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        sources = [(str(cell.get("id", "")), "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    asks = tuple(Asked(name, id) for id, source in sources for name in ASK.findall(source))
    title = TITLE.search(sources[0][1]) if sources else None
    return Page(path.stem, title[1].strip() if title else path.stem, asks)


def questions(page: Page, ledger: Ledger) -> tuple[Question, ...]:
    """What a page asks on a story, in its order; what the story cannot be asked is left out."""
    items = practice.load(page.name)
    asked = [(one, items[one.item]) for one in page.asks if one.item in items]
    return tuple((one, item) for one, item in asked if item.kind not in NO_QUESTION and _askable(item, ledger))


def number(notebook: str, item: str) -> str:
    """The number of a question, such as 2.3: the third that notebook 02 asks, whatever the story lacks.

    It is the same on the screen and on paper; "" for what asks nothing, and where the page does not ask it.
    """
    page = next((one for one in pages() if one.name == notebook), None)
    items = practice.known(notebook)
    asked = (
        [one.item for one in page.asks if one.item in items and items[one.item].kind not in NO_QUESTION] if page else []
    )
    return f"{int(notebook[:2])}.{asked.index(item) + 1}" if item in asked else ""


def tagged(notebook: str, item: practice.Item) -> str:
    """The number of a question and its tag, as both stand above it; the tag alone where it has no number."""
    return " · ".join(part for part in (number(notebook, item.name), item.tag) if part)


def progress(page: Page, asked: tuple[Question, ...], ledger: Ledger, kept: Contents) -> Progress:
    """What of the questions of a page is answered by the answers in the file; of several rows all have to be."""
    newest = _newest(page, ledger.story, kept)
    left = tuple(
        (one, item)
        for one, item in asked
        if one.item not in newest or not answers.is_whole(item, answers.understood(newest[one.item], item, ledger))
    )
    return Progress(len(asked) - len(left), len(asked), left)


def answered(page: Page, story: str, kept: Contents) -> int:
    """How many of the questions of a page have an answer in the file."""
    return len(_newest(page, story, kept).keys() & {one.item for one in page.asks})


def _newest(page: Page, story: str, kept: Contents) -> dict[str, Entry]:
    return {one.item: one for one in kept.newest() if (one.story, one.notebook) == (story, page.name)}


def _askable(item: practice.Item, ledger: Ledger) -> bool:
    try:
        return not needs.lacking(item.needs, ledger) and marking.fits(item, ledger)
    except ReaderError:
        return False
