"""How a sheet stands: what is missing or odd in it, and which explorers and questions it brings to life."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..analysis import needs
from ..claims import ledger
from ..claims.errors import Problem, ReaderError, TableError
from ..claims.ledger import Ledger
from ..claims.stories import BLANK
from ..exercises import pages
from ..explorers import registry
from .sheet import Sheet, tables_of

FEW_ROWS = "No figure is kept yet."
NO_MONTHS = "months: found none, expected the first and the last one. Two counts are compared over their months."
ONE_MORE = "With {phrase}, {count} more would open."


@dataclass(frozen=True)
class Standing:
    """What is to be said of a sheet. `problems` are sentences by the number of the figure in the sheet, those about
    none in particular by -1; `opens` are the explorers and `asks` the number of questions that it brings to life;
    `more` says what one more figure would add."""

    problems: dict[int, list[str]]
    opens: tuple[str, ...]
    asks: int
    more: tuple[str, ...]


def written(sheet: Sheet, folder: Path) -> None:
    """Write a sheet as the files of a story into a folder."""
    claims, units = tables_of(sheet)
    claims.to_csv(folder / "claims.csv", index=False, lineterminator="\n")
    if len(units):
        units.to_csv(folder / ledger.UNITS, index=False, lineterminator="\n")
    else:
        (folder / ledger.UNITS).unlink(missing_ok=True)


def ledger_of(sheet: Sheet) -> Ledger:
    """The checked ledger of a sheet. Raises TableError, with every problem, where it is none yet."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, BLANK)
        folder.mkdir()
        written(sheet, folder)
        return ledger.read(folder, BLANK)


def standing(sheet: Sheet) -> Standing:
    """How the sheet stands. What has a problem is left out of what it brings to life."""
    kept = [place for place, row in enumerate(sheet.rows) if row.kept]
    if not kept:
        return Standing({-1: [FEW_ROWS]}, (), 0, ())
    problems: dict[int, list[str]] = {}
    try:
        read = ledger_of(sheet)
    except TableError as broken:
        for one in broken.problems:
            problems.setdefault(_place(one, kept), []).append(_said(one))
        sound = Sheet(tuple(row for place, row in enumerate(sheet.rows) if row.kept and place not in problems))
        try:
            read = ledger_of(sound)
        except ReaderError:
            return Standing(problems, (), 0, ())
    except ReaderError as broken:
        return Standing({-1: [str(broken)]}, (), 0, ())
    for place in kept:
        cells = sheet.rows[place].cells
        if cells["part"] in needs.COUNTS and not (cells["period_start"] or place in problems):
            problems[place] = [NO_MONTHS]
    opens = tuple(name for name in registry.EXPLORERS if not registry.lacking(name, read))
    return Standing(problems, opens, _asked(read), tuple(_more(read)))


def _place(problem: Problem, kept: list[int]) -> int:
    """The figure a problem is about: rows are counted as a spreadsheet does, from 2."""
    place = (problem.row or 0) - 2
    return kept[place] if 0 <= place < len(kept) else -1


def _said(problem: Problem) -> str:
    column = (problem.column or "").replace("_", " ")
    return f"{column}: {problem.message}" if column else problem.message


def _asked(read: Ledger) -> int:
    return sum(len(pages.questions(page, read)) for page in pages.pages())


def _more(read: Ledger) -> list[str]:
    """What one more figure would add: for each part that the story lacks, the explorers that need nothing else."""
    told = []
    for part, phrase in needs.PARTS.items():
        if part in read.parts:
            continue
        waiting = [
            name for name, module in registry.EXPLORERS.items()
            if registry.lacking(name, read) and not needs.lacking([one for one in module.NEEDS if one != part], read)
        ]  # fmt: skip
        if waiting:
            told.append(ONE_MORE.format(phrase=phrase, count=", ".join(name.replace("_", " ") for name in waiting)))
    return told
