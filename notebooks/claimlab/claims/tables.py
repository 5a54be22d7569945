"""Reads one CSV file against its schema in the data package; says every problem in a sentence."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from .. import text
from .errors import ReaderError

DATA = Path(__file__).parents[3] / "data"
MOST_ROWS = 5_000
"""A ledger of one article has some dozens of rows; a file far beyond that is another file."""
MOST_PROBLEMS = 20
NO_DATA = (
    "The folder data is missing, or the file datapackage.json in it. It belongs beside the folder notebooks: put it "
    "back there, or download everything once more."
)


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, where, and what was expected. `row` counts as a spreadsheet does: headings are 1."""

    file: str
    message: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = [self.file, self.row and f"row {self.row}", self.column and f"column {self.column}"]
        return f"{', '.join(part for part in place if part)}: {self.message}"


class TableError(ReaderError):
    """A file that cannot be used. `problems` holds each reason; the message has one sentence a problem."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        shown = [str(problem) for problem in problems[:MOST_PROBLEMS]]
        more = len(problems) - len(shown)
        super().__init__("\n".join(shown + ([f"... and {more} more of the kind."] if more else [])))


def schema(resource: str, data: Path = DATA) -> dict[str, Any]:
    """The schema of a resource of the data package, by the resource's name. Raises ReaderError without the package."""
    try:
        package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ReaderError(NO_DATA) from None
    found = next(r for r in package["resources"] if r["name"] == resource)["schema"]
    return json.loads((data / found).read_text(encoding="utf-8")) if isinstance(found, str) else found


def read(path: Path, fields: list[dict[str, Any]]) -> tuple[pd.DataFrame, list[Problem]]:
    """The table in a CSV file, typed as `fields` (Table Schema) say, and what is wrong with it.

    A byte-order mark and semicolons between columns are read. Empty cells are missing values in number columns and ""
    in the others. Raises TableError where there is no table to speak of: no file, no text, no rows, other columns.
    """
    file = f"{path.parent.name}/{path.name}"
    rows = _rows(path, file)
    head, body = [name.strip() for name in rows[0]], rows[1:]
    names = [field["name"] for field in fields]
    missing, extra = [n for n in names if n not in head], [n for n in head if n not in names]
    if missing or extra or len(set(head)) != len(head):
        wrong = [missing and f"missing: {', '.join(missing)}", extra and f"not known: {', '.join(extra)}"]
        said = "; ".join(part for part in wrong if part) or "a column stands there twice"
        raise TableError(
            [
                Problem(
                    file,
                    f"the columns are not the expected ones ({said}). Compare the first line with the template.",
                    1,
                )
            ]
        )
    if len(body) > MOST_ROWS:
        raise TableError([Problem(file, f"{len(body):,} rows, more than the {MOST_ROWS:,} a table here may have.")])
    remedy = f"expected {len(head)}. A comma inside a cell needs quotation marks around it."
    uneven = [Problem(file, f"{len(r)} cells, {remedy}", i) for i, r in enumerate(body, 2) if len(r) != len(head)]
    if uneven:
        raise TableError(uneven)
    table = pd.DataFrame(body, columns=head, dtype=str)[names].apply(lambda column: column.str.strip())
    problems = [problem for field in fields for problem in _column(file, table[field["name"]], field)]
    for field in fields:
        if field["type"] in ("number", "integer"):
            table[field["name"]] = pd.to_numeric(table[field["name"]], errors="coerce")
    return table, problems


def _rows(path: Path, file: str) -> list[list[str]]:
    """The cells of the file, line by line, headings first; empty lines at the end are passed over."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise TableError(
            [Problem(file, "there is no such file. Check the folder's name, or put the file there.")]
        ) from None
    except UnicodeDecodeError as error:
        row = error.object[: error.start].count(b"\n") + 1
        raise TableError(
            [Problem(file, "a letter is not readable as UTF-8. Save the file again as CSV UTF-8.", row)]
        ) from None
    first = content.partition("\n")[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise TableError([Problem(file, "the file is empty. It needs a first line with the names of the columns.")])
    return rows


def _column(file: str, cells: pd.Series, field: dict[str, Any]) -> list[Problem]:
    """What is wrong with one column, cell by cell."""
    rules, name = field.get("constraints", {}), field["name"]
    again = cells.duplicated() & (cells != "")
    problems = []
    for row, (cell, twice) in enumerate(zip(cells, again, strict=True), 2):
        expected = _expected(cell, field, rules)
        if expected:
            problems.append(Problem(file, f"found {_short(cell)}, expected {expected}.", row, name))
        elif rules.get("unique") and twice:
            problems.append(
                Problem(file, f"{_short(cell)} stands in an earlier row too; each row needs its own.", row, name)
            )
    return problems


def _expected(cell: str, field: dict[str, Any], rules: dict[str, Any]) -> str | None:
    """What was expected where the cell does not fit, else None."""
    if cell == "":
        return "a value (the cell is empty)" if rules.get("required") else None
    if field["type"] in ("number", "integer"):
        if not re.fullmatch(r"-?\d+(\.\d+)?", cell):
            return "a number in digits alone, such as 1665, or an empty cell"
        value = float(cell)
        if field["type"] == "integer" and not value.is_integer():
            return "a whole number"
        if not rules.get("minimum", value) <= value <= rules.get("maximum", value):
            return f"a number of at least {text.number(rules['minimum'])}"
    if "enum" in rules and cell not in rules["enum"]:
        return f"one of: {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        return f"something like {field.get('example', rules['pattern'])}"
    return None


def _short(cell: str) -> str:
    return "an empty cell" if cell == "" else repr(cell if len(cell) <= 40 else cell[:37] + "...")
