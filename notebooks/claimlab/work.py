"""The student's own work: one local file, one line an answer, only ever added to.

A line added to a file survives a crash half-way and a second notebook writing at the same time; the newest line of an
item counts. Nothing is sent anywhere.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from . import text

FOLDER_VARIABLE = "CLAIMLAB_WORK_FOLDER"
"""Tests and the refresh command point this environment variable at an empty folder."""


def path() -> Path:
    """The work file: beside the notebooks, or in the folder that the environment variable names."""
    return Path(os.environ.get(FOLDER_VARIABLE) or Path(__file__).parents[1]) / "my_work.jsonl"


def keep(story: str, notebook: str, item: str, answer: dict[str, str]) -> None:
    """Add one answer to the file. Raises Told where the file cannot be written."""
    line = json.dumps({"story": story, "notebook": notebook, "item": item, "answer": answer}, ensure_ascii=False)
    try:
        with path().open("a+b") as file:
            torn = file.seek(0, os.SEEK_END) and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n"
            file.write((b"\n" if torn else b"") + line.encode() + b"\n")
    except OSError as error:
        raise text.Told(
            f"This answer could not be kept, because {path().name} cannot be written ({error.strerror}). "
            "It stays on this page while the page is open; copy it if you need it later."
        ) from error


def kept(story: str, notebook: str) -> dict[str, dict[str, str]]:
    """The newest answer to each item of one notebook on one story; a line that cannot be read is passed over.

    Raises Told where the file exists but cannot be read at all.
    """
    try:
        lines = path().read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise text.Told(f"Your kept answers could not be read from {path().name} ({error.strerror}).") from error
    found = [entry for entry in map(_entry, lines) if entry]
    return {e["item"]: e["answer"] for e in found if (e["story"], e["notebook"]) == (story, notebook)}


def clear() -> None:
    """Remove every kept answer, for good. Raises Told where the file cannot be removed."""
    try:
        path().unlink(missing_ok=True)
    except OSError as error:
        raise text.Told(f"{path().name} could not be removed ({error.strerror}). Delete it by hand.") from error


def _entry(line: bytes) -> dict | None:
    """One line of the file, or None where it is torn, of another shape, or not ours."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    shape = {"story": str, "notebook": str, "item": str, "answer": dict}
    fits = isinstance(entry, dict) and all(isinstance(entry.get(name), kind) for name, kind in shape.items())
    return entry if fits and all(isinstance(value, str) for value in entry["answer"].values()) else None
