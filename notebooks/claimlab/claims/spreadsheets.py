"""Reads the cells of a CSV file, and says in sentences what a spreadsheet program did to it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from .errors import Problem, TableError

MOST_ROWS = 5_000
"""A ledger of one article has some dozens of rows; a file far beyond that is another file."""
MOST_LETTERS = 131_072
"""The most characters of a cell."""
HEADING_WITHIN = 10
"""The headings are looked for in so many rows at the top, where something stands above them."""
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
SAVE_AGAIN = (
    "Save the file again. In Excel: Save As, CSV UTF-8 (Comma delimited); if Excel writes semicolons, first take the "
    "tick from “Use system separators” under File, Options, Advanced, and make the decimal separator a point. "
    "In LibreOffice: Save As, Text CSV, with “Edit filter settings”, Unicode (UTF-8), field delimiter a comma."
)


def label(path: Path) -> str:
    """What a file is called in a message: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


def content(path: Path) -> str:
    """The text of a file, without a byte-order mark. Raises TableError where it is not there or not UTF-8."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, "there is no such file. Check the folder's name, or put the file there.") from None
    except OSError as error:
        raise _refused(path, f"the file cannot be read ({error.strerror}). Close it in other programs.") from None
    if raw.startswith(b"PK"):
        raise _refused(path, f"found a workbook (.xlsx or .ods) under another name, expected CSV. {SAVE_AGAIN}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise _refused(path, f"a letter is not readable as UTF-8. {SAVE_AGAIN}", row) from None
    if "\0" in text:
        raise _refused(path, f"the file is not readable as UTF-8. {SAVE_AGAIN}")
    return text


def cells(path: Path, names: list[str]) -> tuple[list[str], dict[int, list[str]]]:
    """The headings of a CSV file, and the cells of each row under its number in a spreadsheet (headings are row 1).

    `names` are the headings expected, in any order. Empty rows are left out, and so are empty columns at the
    right, as spreadsheet programs leave them. Raises TableError where the cells cannot be told apart.
    """
    text = content(path)
    _separated_by_commas(path, text, set(names))
    rows = {number: row for number, row in enumerate(_records(path, text), 1) if any(cell.strip() for cell in row)}
    if not rows:
        raise _refused(path, "the file is empty. It needs a first row with the names of the columns.")
    _headings_first(path, rows, set(names))
    head = _trimmed(rows.pop(1), 1)
    if len(rows) > MOST_ROWS:
        raise _refused(path, f"{len(rows):,} rows, more than the {MOST_ROWS:,} a table here may have.")
    _expected_columns(path, head, names)
    rows = {number: _trimmed(row, len(head)) for number, row in rows.items()}
    remedy = f"expected {len(head)}. A comma inside a cell needs quotation marks around the cell."
    uneven = [(number, len(row)) for number, row in rows.items() if len(row) != len(head)]
    if uneven:
        raise TableError(Problem(label(path), f"{width} cells, {remedy}", number) for number, width in uneven)
    return head, rows


def _records(path: Path, text: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            if max(map(len, record), default=0) > MOST_LETTERS:  # csv's own limit may be moved by any other package
                raise csv.Error
            records.append(record)
    except csv.Error:
        message = (
            "a cell of this row cannot be read: a quotation mark is opened and not closed, or stands alone inside a "
            f"cell, or the cell has more than {MOST_LETTERS:,} characters."
        )
        raise _refused(path, message, len(records) + 1) from None
    return records


def _separated_by_commas(path: Path, text: str, names: set[str]) -> None:
    """Raises TableError where other marks than commas stand between the columns, or a note of Excel's names one."""
    top = text.splitlines()[:HEADING_WITHIN]
    found = max(SEPARATORS, key=lambda mark: max((len(names & _stripped(line.split(mark))) for line in top), default=0))
    note = re.match(r'"?sep=.', text)
    if note:
        message = f"found “{top[0].strip()}” and {SEPARATORS[found]} between the columns, expected the names of the "
        raise _refused(path, f"{message}columns first, and commas between them. {SAVE_AGAIN}", 1)
    if found != ",":
        raise _refused(path, f"found {SEPARATORS[found]} between the columns, expected commas. {SAVE_AGAIN}", 1)


def _headings_first(path: Path, rows: dict[int, list[str]], names: set[str]) -> None:
    """Raises TableError where something stands above the row with the names of the columns."""
    heading = max(list(rows)[:HEADING_WITHIN], key=lambda number: len(names & _stripped(rows[number])))
    if heading != 1:
        above = "the row above" if heading == 2 else f"the {heading - 1} rows above"
        message = f"found the names of the columns in row {heading}, expected them in the first. Delete {above}."
        raise _refused(path, message, 1)


def _stripped(row: list[str]) -> set[str]:
    return {cell.strip().strip('"') for cell in row}


def _trimmed(row: list[str], width: int) -> list[str]:
    """A row, without spaces around its cells and without empty cells at its end that go beyond a width."""
    row = [cell.strip() for cell in row]
    while len(row) > width and not row[-1]:
        row.pop()
    return row


def _expected_columns(path: Path, head: list[str], names: list[str]) -> None:
    missing, extra = [name for name in names if name not in head], [name for name in head if name not in names]
    extra = [name or "a column without a name" for name in extra]
    wrong = [missing and f"missing: {', '.join(missing)}", extra and f"not known: {', '.join(extra)}"]
    if missing or extra or len(set(head)) != len(head):
        said = "; ".join(part for part in wrong if part) or "a column stands there twice"
        raise _refused(
            path, f"the columns are not the expected ones ({said}). The README beside the data lists them.", 1
        )


def _refused(path: Path, message: str, row: int | None = None) -> TableError:
    return TableError([Problem(label(path), message, row)])
