"""The student's own work: one local file, one line an answer, only ever added to.

A line added to a file survives a crash half-way and a second notebook writing at the same time; the newest line of an
item counts. Nothing is sent anywhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ..claims.errors import ReaderError

FOLDER_VARIABLE = "CLAIMLAB_WORK_FOLDER"
"""Tests and the refresh command point this environment variable at an empty folder."""
KEPT = "Kept on this computer."
KEPT_ON_A_SERVER = (
    "Kept on the server that runs this page. For a copy of your own, download My work (in notebooks 00 and 07)."
)
KEPT_ON_BINDER = (
    "Kept until this page is closed: nothing lasts on Binder. Before you leave, download My work "
    "(in notebooks 00 and 07)."
)


class Entry(NamedTuple):
    """One answer and where it belongs; `when` is the time it was given (UTC, such as 2026-11-23T21:55:58+00:00), or ""
    where that is not known, which is older than any time."""

    story: str
    notebook: str
    item: str
    answer: dict[str, str]
    when: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """What a newer answer shares with the one it replaces."""
        return self[:3]


def entry(found: object) -> Entry | None:
    """What was read from JSON, as an entry; None where it is of another shape."""
    if not isinstance(found, dict) or not isinstance(answer := found.get("answer"), dict):
        return None
    words = [*(found.get(name) for name in ("story", "notebook", "item")), found.get("when", "")]
    if not all(isinstance(word, str) for word in (*words, *answer.values())):
        return None
    return Entry(*words[:3], answer, words[3])


def path() -> Path:
    """The work file: beside the notebooks, or in the folder that the environment variable names."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(__file__).parents[2]) / "my_work.jsonl"


def kept_where() -> str:
    """Where a kept answer is and how long it stays, in a sentence. Binder and hubs are known by their environment."""
    if any(name.startswith("BINDER_") for name in os.environ):  # first: Binder is a hub as well
        return KEPT_ON_BINDER
    return KEPT_ON_A_SERVER if any(name.startswith("JUPYTERHUB_") for name in os.environ) else KEPT


def new(story: str, notebook: str, item: str, answer: dict[str, str]) -> Entry:
    """An entry for an answer given now."""
    return Entry(story, notebook, item, answer, datetime.now(UTC).isoformat(timespec="seconds"))


def keep(story: str, notebook: str, item: str, answer: dict[str, str]) -> None:
    """Add one answer to the file. Raises ReaderError where the file cannot be written."""
    try:
        _append([new(story, notebook, item, answer)])
    except OSError as error:
        raise ReaderError(
            f"This answer could not be kept, because {path().name} cannot be written ({error.strerror}). "
            "It stays on this page while the page is open; copy it if you need it later."
        ) from error


def kept(story: str, notebook: str) -> dict[str, dict[str, str]]:
    """The newest answer to each item of one notebook on one story.

    Raises ReaderError where the file exists but cannot be read at all.
    """
    return {one.item: one.answer for one in everything() if (one.story, one.notebook) == (story, notebook)}


def everything() -> list[Entry]:
    """The newest answer to each item of every notebook and story; a line that cannot be read is passed over.

    Raises ReaderError where the file exists but cannot be read at all.
    """
    try:
        lines = path().read_bytes().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ReaderError(f"Your kept answers could not be read from {path().name} ({error.strerror}).") from error
    return list({found.place: found for found in map(_read, lines) if found}.values())


def add(entries: Iterable[Entry]) -> int:
    """Add answers kept elsewhere, but none that is older than what is here; returns how many were added.

    Raises ReaderError where the file cannot be read or written, and then nothing has been added.
    """
    here = {one.place: one.when for one in everything()}
    newer = [one for one in entries if one.place not in here or one.when > here[one.place]]
    try:
        _append(newer)
    except OSError as error:
        raise ReaderError(
            f"The answers could not be added, because {path().name} cannot be written ({error.strerror})."
        ) from error
    return len(newer)


def clear() -> None:
    """Remove every kept answer, for good. Raises ReaderError where the file cannot be removed."""
    try:
        path().unlink(missing_ok=True)
    except OSError as error:
        raise ReaderError(f"{path().name} could not be removed ({error.strerror}). Delete it by hand.") from error


def _append(entries: list[Entry]) -> None:
    """One write for all: two notebooks that write at once do not mix their lines."""
    lines = "".join(json.dumps(one._asdict(), ensure_ascii=False) + "\n" for one in entries)
    with path().open("a+b") as file:
        torn = file.seek(0, os.SEEK_END) and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n"
        # A browser may send half a character; it must not cost the rest of the answer.
        file.write((b"\n" if torn else b"") + lines.encode(errors="replace"))


def _read(line: bytes) -> Entry | None:
    """One line of the file, or None where it is torn, of another shape, or not ours."""
    try:
        return entry(json.loads(line))
    except (ValueError, RecursionError):
        return None
