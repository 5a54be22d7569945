"""The stories there are, what the file `story.toml` in a story's folder says of it, and another one for a page."""

from __future__ import annotations

import contextlib
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from . import ledger, tables
from .errors import NotInStoryError, ReaderError
from .ledger import Ledger

BLANK = "your_article"
"""The ledger to be filled in, which is no story while it has no rows."""


def told(story: str, data: Path = tables.DATA) -> dict[str, Any]:
    """What `story.toml` says of a story; nothing where there is none, or it cannot be read."""
    try:
        return tomllib.loads((data / story / "story.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def ready(data: Path = tables.DATA) -> list[str]:
    """The stories that can be chosen, by name: all that have rows."""
    return [name for name in ledger.stories(data) if name != BLANK or _has_rows(data / name / "claims.csv")]


def _has_rows(path: Path) -> bool:
    return len(path.read_bytes().split(b"\n", 1)[-1].strip()) > 0


def title(story: str, data: Path = tables.DATA) -> str:
    """What a story is called; its folder's name where nothing says so."""
    return str(told(story, data).get("title", story.replace("_", " ")))


def another(story: str, data: Path = tables.DATA) -> Ledger:
    """The other story with figures for most parts, for a question on new numbers: never one whose subject asks for
    care, which a student may have chosen not to meet. Raises NotInStoryError where there is none."""
    others = [name for name in ready(data) if name not in (story, BLANK) and not told(name, data).get("care", False)]
    if not others:
        raise NotInStoryError("This question is about another story, and there is none here.")
    changed = tuple((name, (data / name / "claims.csv").stat().st_mtime_ns) for name in others)
    return _fullest(changed, data)


@lru_cache(maxsize=32)
def _fullest(changed: tuple[tuple[str, int], ...], data: Path) -> Ledger:
    """Of these stories, as their files are now, the one with most parts; a file that cannot be read has none."""
    found: list[Ledger] = []
    for name, _ in changed:
        with contextlib.suppress(ReaderError):
            found.append(ledger.load(name, data))
    if not found:
        raise NotInStoryError("This question is about another story, and none here can be read.")
    return max(found, key=lambda one: len(one.parts))
