"""Which story a student works on: kept with the answers, the same on every page until another is chosen."""

from __future__ import annotations

from ..claims import stories as known
from ..claims.errors import ReaderError
from . import work_file
from .work_file import Entry

DEFAULT = "undercover_online"
ITEM = "story"
"""The name, in the work file, of what is no answer but the choice of a story; it has no notebook and no story."""


def stories() -> dict[str, str]:
    """The stories there are to choose from, and what each is called."""
    return {name: known.title(name) for name in known.ready()}


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
