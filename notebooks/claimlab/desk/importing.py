"""A table made in a spreadsheet program, as people save it, as a sheet of the desk: what can be read in one way is
read, what can be read in two is left as it stands and asked about."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from ..claims import ledger, printed, tables
from ..claims.errors import ReaderError
from ..reading import Found, Reading
from .sheet import Row, Sheet

SEPARATORS = ",", ";", "\t", "|"
MONTHS = "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
NO_TABLE = (
    "No row with the names of the columns was found in this file. Save the sheet as CSV or as Unicode text, with the "
    "names in one row: at least printed."
)
WORKBOOK = "This is a workbook (.xlsx or .ods). In the spreadsheet program, save the sheet as CSV, and load that."
LEFT_OUT = "Columns that no lesson knows were left out: {names}."


def loaded(content: bytes) -> tuple[Reading, Sheet, str]:
    """The figures of a file, as a reading of what they print and as a sheet, and a sentence about what was left out.

    Raises ReaderError, in a sentence, for what is no such table.
    """
    names = [one["name"] for one in tables.schema(ledger.TEMPLATE)["fields"]]
    head, rows = _rows(_text(content), names)
    extra = [name for name in head if name and name not in names]
    sheet = Sheet(tuple(_row(dict(zip(head, row, strict=False)), names, place) for place, row in enumerate(rows, 1)))
    return _reading(sheet), sheet, LEFT_OUT.format(names=", ".join(extra)) if extra else ""


def _text(content: bytes) -> str:
    if content.startswith(b"PK"):
        raise ReaderError(WORKBOOK)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Excel on Windows writes as plain CSV


def _rows(text: str, names: list[str]) -> tuple[list[str], list[list[str]]]:
    """The headings and the rows under them, by the separator with which most headings are known."""
    best: tuple[int, int, list[list[str]]] = (0, 0, [])
    for separator in SEPARATORS:
        records = [[_cell(cell) for cell in record] for record in _records(text, separator)]
        for number, record in enumerate(records[:10]):
            known = len({_heading(cell) for cell in record} & set(names))
            if known > best[0]:
                best = known, number, records
    known, number, records = best
    head = [_heading(cell) for cell in records[number]] if records else []
    if known < 2 or "printed" not in head:
        raise ReaderError(NO_TABLE)
    return head, [record for record in records[number + 1 :] if any(record)]


def _records(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error:
        return


def _heading(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _cell(cell: str) -> str:
    """A cell without the spaces, quotation marks and dashes that a spreadsheet program puts in place of ours."""
    cell = re.sub("[\u00a0\u2007\u2009\u202f]", " ", cell).replace("\u2019", "'")
    return re.sub("\u2011", "-", cell).strip()


def _row(cells: dict[str, str], names: list[str], place: int) -> Row:
    row = {name: cells.get(name, "") for name in names}
    row |= {name: _month(row[name]) for name in ("period_start", "period_end")}
    row |= {name: _number(row[name], row["printed"]) for name in ("value", "low", "high")}
    row["id"] = row["id"] or f"figure_{place}"
    row["paragraph"] = row["paragraph"] or "1"
    row["kind"] = row["kind"].lower() or "count"
    row["role"] = row["role"] or "statistic"
    return Row({**row, "status": row["status"] or "-"})


def _month(cell: str) -> str:
    """A month in the shape of a ledger's, where the cell can be read in one way; else the cell as it is."""
    if found := re.fullmatch(r"(\d{4})[-/.](0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?: 00:00:00)?", cell):
        if "/" in cell and int(found[2]) == (int(found[1]) + 1) % 100:
            return cell  # 2011/12 is a December, or a year that ends in 2012
        return f"{found[1]}-{int(found[2]):02d}"
    if found := re.fullmatch(r"([A-Za-z]{3,9})\.?[ -](\d{4}|\d{2})", cell):
        name, year = found[1].lower()[:3], found[2]
        if name in MONTHS:
            return f"{year if len(year) == 4 else '20' + year}-{MONTHS.index(name) + 1:02d}"
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{4})", cell):
        return f"{found[2]}-{int(found[1]):02d}"
    return cell


def _number(cell: str, phrase: str) -> str:
    """A number in plain digits: of two readings of its marks the one that is printed; else the cell as it is."""
    if not re.search(r"\d", cell):
        return cell
    readings = printed.numbers(cell)
    if len(readings) > 1:
        readings = {one for one in readings if printed.stands_in(one, printed.numbers(phrase))}
    return f"{readings.pop():.15g}" if len(readings) == 1 else cell


def _reading(sheet: Sheet) -> Reading:
    """What the rows print, a line each, so that the desk can show it like a text."""
    found, at = [], 0
    for number, row in enumerate(sheet.rows, 1):
        said = row.cells["printed"] or f"({number})"
        found.append(Found(start=at, end=at + len(said), printed=said, paragraph=number, kind=row.cells["kind"]))
        at += len(said) + 1
    text = "\n".join(one.printed for one in found)
    return Reading(text=text, found=tuple(found))
