"""Keeps a sheet as a story's files. What stood there before is kept beside it, under its date."""

from __future__ import annotations

import datetime
from pathlib import Path

from ..claims import stories, tables
from .sheet import Sheet
from .standing import written

KEPT = "Kept in {file}."
BEFORE = " What stood there before is in {file}."
NOT_KEPT = "It could not be kept: {problem}. Nothing was changed."
FILES = "claims.csv", "units.csv"


def keep(sheet: Sheet, data: Path = tables.DATA, story: str = stories.BLANK) -> tuple[bool, str]:
    """Write the sheet into the folder of a story; whether that was done, and a sentence about it."""
    folder = data / story
    new = folder / ".new"
    try:
        new.mkdir(parents=True, exist_ok=True)
        written(sheet, new)
        had_rows = (folder / FILES[0]).is_file() and story in stories.ready(data)
        before = _put_aside(folder) if had_rows else ""
        for name in FILES:
            if (new / name).is_file():
                (new / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        new.rmdir()
    except OSError as error:
        return False, NOT_KEPT.format(problem=error.strerror or error)
    told = KEPT.format(file=f"data/{story}/{FILES[0]}")
    return True, told + (BEFORE.format(file=f"data/{story}/{before}") if before else "")


def _put_aside(folder: Path) -> str:
    """Copy what is there under its date; the name of that folder."""
    now = datetime.datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    aside = folder / f"before {now}"
    aside.mkdir(exist_ok=True)
    for name in FILES:
        if (folder / name).is_file():
            (aside / name).write_bytes((folder / name).read_bytes())
    return aside.name
