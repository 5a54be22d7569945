"""The student's own work: one local file, one line an answer, only ever added to. Nothing is sent anywhere.

The newest line of an item counts. Every line carries its version by itself, rather than the file in a first line: two
kernels may both begin the file, a torn line costs nothing but itself, and lines of several versions may stand in one
file. Version 1 (lines without a version) kept the texts of options, version 2 keeps their ids. A line of a later
version is left as it is.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from ..claims.errors import ReaderError

VERSION = 2
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
NOT_KEPT = (
    "This answer could not be kept, because {file} cannot be written ({why}). It stays on this page while the page is "
    "open and is tried again with your next answer; copy it if you need it later."
)
WHY = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your space on this disk is used up",
    errno.EROFS: "its folder may only be read",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.EISDIR: "a folder has its name",
    errno.ENOENT: "its folder is not there",
    errno.ENOTDIR: "its folder is not there",
}
"""What the system's reasons mean, in a student's words."""

Value = str | dict[str, str]
"""What a student answers: the text typed, the id of an option, or for several rows the option's id by the row's id."""


class Entry(NamedTuple):
    """One answer and where it belongs; `when` is the time it was given (UTC, such as 2026-11-23T21:55:58+00:00), or ""
    where that is not known, which is older than any time."""

    story: str
    notebook: str
    item: str
    answer: Mapping[str, Value]
    when: str = ""
    version: int = VERSION

    @property
    def place(self) -> tuple[str, str, str]:
        """What a newer answer shares with the one it replaces."""
        return self[:3]


class Contents(NamedTuple):
    """What a file or a page holds: every answer in order, and the lines of a later version, which stay as they are."""

    entries: tuple[Entry, ...] = ()
    later: tuple[dict[str, Any], ...] = ()

    def newest(self) -> list[Entry]:
        """The newest answer to each item of every notebook and story."""
        in_time = sorted(self.entries, key=lambda one: one.when)  # of one time, the later line counts
        newest = {one.place: one for one in in_time}
        return [newest[place] for place in dict.fromkeys(one.place for one in self.entries)]


def parsed(listed: Iterable[object]) -> tuple[Contents, bool]:
    """What was read from JSON, as contents, and whether something of another shape was passed over."""
    entries, later, all_read = [], [], True
    for found in listed:
        version = found.get("version", 1) if isinstance(found, dict) else None
        if isinstance(found, dict) and type(version) is int and version > VERSION:
            later.append(found)
        elif one := _entry(found):
            entries.append(one)
        else:
            all_read = False
    return Contents(tuple(entries), tuple(later)), not all_read


def _entry(found: object) -> Entry | None:
    """One answer; None where it is of another shape."""
    if not isinstance(found, dict) or not isinstance(answer := found.get("answer"), dict):
        return None
    story, notebook, item = (found.get(name) for name in ("story", "notebook", "item"))
    when, version = found.get("when", ""), found.get("version", 1)
    if type(version) is not int or version < 1:
        return None
    if not (isinstance(story, str) and isinstance(notebook, str) and isinstance(item, str) and isinstance(when, str)):
        return None
    for value in answer.values():
        rows = value.values() if isinstance(value, dict) and version > 1 else (value,)
        if not all(isinstance(word, str) for word in rows):
            return None
    return Entry(story, notebook, item, answer, when, version)


def path() -> Path:
    """The work file: beside the notebooks, or in the folder that the environment variable names."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(__file__).parents[2]) / "my_work.jsonl"


def stamp() -> tuple[int, ...] | None:
    """Changes whenever the file does; None where there is none."""
    try:
        found = path().stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def kept_where() -> str:
    """Where a kept answer is and how long it stays, in a sentence. Binder and hubs are known by their environment."""
    if any(name.startswith("BINDER_") for name in os.environ):  # first: Binder is a hub as well
        return KEPT_ON_BINDER
    return KEPT_ON_A_SERVER if any(name.startswith("JUPYTERHUB_") for name in os.environ) else KEPT


def new(story: str, notebook: str, item: str, answer: Mapping[str, Value]) -> Entry:
    """An entry for an answer given now."""
    clean = {name: _whole(value) for name, value in answer.items()}
    return Entry(story, notebook, item, clean, datetime.now(UTC).isoformat(timespec="seconds"))


def _whole(value: Value) -> Value:
    """A browser may send half a character; it must not cost the rest of the answer."""
    if isinstance(value, dict):
        return {row: str(_whole(option)) for row, option in value.items()}
    return value.encode(errors="replace").decode()


def read() -> Contents:
    """All that the file holds; a line that cannot be read is passed over.

    Raises ReaderError where the file exists but cannot be read at all.
    """
    try:
        lines = path().read_bytes().splitlines()
    except FileNotFoundError:
        return Contents()
    except OSError as error:
        raise ReaderError(f"Your kept answers could not be read from {path().name} ({_why(error)}).") from error
    return parsed(map(_line, lines))[0]


def _line(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def append(entries: Iterable[Entry]) -> None:
    """Add answers to the file. Raises ReaderError where it cannot be written; then some of them may be there."""
    try:
        _append([one._asdict() for one in entries])
    except OSError as error:
        raise ReaderError(NOT_KEPT.format(file=path().name, why=_why(error))) from error


def add(page: Contents) -> int:
    """Add what was kept elsewhere, but no answer that is older than what is here; returns how many were added.

    Raises ReaderError where the file cannot be read or written.
    """
    here = read()
    times = {one.place: one.when for one in here.newest()}
    newer = [one for one in page.newest() if one.place not in times or one.when > times[one.place]]
    later = [line for line in page.later if line not in here.later]
    try:
        _append([*(one._asdict() for one in newer), *later])
    except OSError as error:
        raise ReaderError(
            f"The answers could not be added, because {path().name} cannot be written ({_why(error)})."
        ) from error
    return len(newer) + len(later)


def clear() -> None:
    """Empty the file, for good. Raises ReaderError where that cannot be done."""
    try:
        # Emptied and not removed: another kernel that has it open goes on with the same file.
        if path().exists():
            with _opened() as file:
                os.ftruncate(file, 0)
    except OSError as error:
        raise ReaderError(f"{path().name} could not be emptied ({_why(error)}). Delete it by hand.") from error


def _append(lines: list[dict[str, Any]]) -> None:
    """One write for all at the end of the file: two kernels that write at once do not mix their lines (on Windows,
    where there is no lock, that rests on the system's own appending)."""
    if not lines:
        return
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode(errors="replace")
    with _opened() as file:
        size = os.lseek(file, 0, os.SEEK_END)
        torn = size and (os.lseek(file, size - 1, os.SEEK_SET), os.read(file, 1))[1] != b"\n"
        rest = (b"\n" if torn else b"") + written
        while rest:  # a disk may take a part only, just before it is full
            rest = rest[os.write(file, rest) :]


@contextlib.contextmanager
def _opened() -> Iterator[int]:
    """The file, open for adding, and locked against other kernels where the platform has locks."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    file = os.open(path(), flags, 0o666)
    try:
        if sys.platform != "win32":
            import fcntl

            with contextlib.suppress(OSError):  # a disk of the network may have no locks; one write is whole without
                fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _why(error: OSError) -> str:
    return WHY.get(error.errno or 0, error.strerror or str(error))
