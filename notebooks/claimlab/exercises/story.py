"""Which story a student works on: kept with the answers, the same on every page until another is chosen."""

from __future__ import annotations

import tomllib
from pathlib import Path

from ..claims import ledger, tables
from ..claims.errors import ReaderError
from . import work_file
from .work_file import Entry

DEFAULT = "undercover_online"
ITEM = "story"
"""The name, in the work file, of what is no answer but the choice of a story; it has no notebook and no story."""
BLANK = "your_article"
"""The ledger to be filled in, which is no story yet."""


def stories() -> dict[str, str]:
    """The stories there are to choose from, and what each is called."""
    return {name: title(name) for name in ledger.stories() if name != BLANK}


def title(story: str, data: Path = tables.DATA) -> str:
    """What a story is called in `story.toml` in its folder; its folder's name where it has none."""
    try:
        told = tomllib.loads((data / story / "story.toml").read_text(encoding="utf-8"))["title"]
    except (OSError, ValueError, KeyError):
        return story.replace("_", " ")
    return str(told)


def chosen() -> str:
    """The story chosen last; the default where none was, or where the file of kept answers cannot be read."""
    try:
        newest = [one for one in work_file.read().newest() if is_choice(one)]
    except ReaderError:
        newest = []
    return str(newest[0].answer.get("value", DEFAULT)) if newest else DEFAULT


def choose(story: str) -> None:
    """Keep the choice. Raises ReaderError where there is no such story, or the choice cannot be written."""
    if story not in stories():
        raise ReaderError(f"There is no story called {story!r}. Choose one of: {', '.join(stories())}.")
    work_file.append([work_file.new("", "", ITEM, {"value": story})])


def is_choice(entry: Entry) -> bool:
    """Whether an entry of the work file is the choice of a story, and no answer."""
    return entry.place == ("", "", ITEM)
