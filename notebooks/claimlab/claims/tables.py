"""Reads one CSV file against its schema in the data package; says every problem in a sentence."""

from __future__ import annotations

import copy
import datetime
import json
import math
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from .. import text
from .errors import Problem, ReaderError, TableError
from .spreadsheets import cells, content, label

DATA = Path(__file__).resolve().parents[3] / "data"
NO_DATA = (
    "The folder data is missing, or the file datapackage.json in it. It belongs beside the folder notebooks: put it "
    "back there, or download everything once more."
)
State = tuple[tuple[str, int, int], ...]


def state(data: Path) -> State:
    """Which files a data folder holds, when each was last changed, and their sizes: what is kept of them is kept for
    one state, and a changed file is read anew."""
    files = sorted(path for kind in ("*.csv", "*.json") for path in data.rglob(kind))
    return tuple((str(path), found.st_mtime_ns, found.st_size) for path in files for found in [path.stat()])


def schema(resource: str, data: Path = DATA) -> dict[str, Any]:
    """The schema of a resource of the data package, by the resource's name, with its path under `path`.

    Raises ReaderError where the descriptor is not there or cannot be read.
    """
    return copy.deepcopy(_schema(resource, data, state(data)))


def load(resource: str, data: Path = DATA) -> pd.DataFrame:
    """The checked table of a resource that has a schema and a file of its own; the index is the row in the file.

    Raises TableError, with a sentence for every problem.
    """
    return _load(resource, data, state(data)).copy()


@lru_cache(maxsize=64)
def _schema(resource: str, data: Path, now: State) -> dict[str, Any]:
    described = next(entry for entry in _package(data, now)["resources"] if entry["name"] == resource)
    found = described["schema"]
    return {**(_json(data / found) if isinstance(found, str) else found), "path": described["path"]}


@lru_cache(maxsize=64)
def _load(resource: str, data: Path, now: State) -> pd.DataFrame:
    described = _schema(resource, data, now)
    table, problems = read(data / described["path"], described["fields"])
    if problems:
        raise TableError(problems)
    return table


@lru_cache(maxsize=8)
def _package(data: Path, _: State) -> dict[str, Any]:
    if not (data / "datapackage.json").is_file():
        raise ReaderError(NO_DATA)
    package: dict[str, Any] = _json(data / "datapackage.json")
    return package


def _json(path: Path) -> Any:
    try:
        return json.loads(content(path))
    except json.JSONDecodeError as error:
        message = f"the description of the tables cannot be read ({error.msg}). Fetch the file again."
        raise TableError([Problem(label(path), message, error.lineno)]) from None


def read(path: Path, fields: list[dict[str, Any]]) -> tuple[pd.DataFrame, list[Problem]]:
    """The table in a CSV file, typed as `fields` (Table Schema) say, and what is wrong with it.

    The index is the row's number in a spreadsheet, where the headings are row 1. Empty cells are missing values in
    number columns and "" in the others. Raises TableError where there is no table to speak of: no file, no text, no
    rows, other columns.
    """
    names = [field["name"] for field in fields]
    head, rows = cells(path, names)
    table = pd.DataFrame(list(rows.values()), index=list(rows), columns=head, dtype=str)[names]
    problems = [problem for field in fields for problem in _column(label(path), table[field["name"]], field)]
    for field in fields:
        if field["type"] in ("number", "integer"):
            table[field["name"]] = pd.to_numeric(table[field["name"]], errors="coerce")
    return table, problems


def _column(file: str, column: pd.Series[str], field: dict[str, Any]) -> list[Problem]:
    """What is wrong with one column, cell by cell."""
    unique = field.get("constraints", {}).get("unique")
    remedy = field.get("remedy")
    problems, seen = [], set()
    for row, cell in zip(column.index.tolist(), column, strict=True):
        message = None
        if expected := _expected(cell, field):
            message = f"found {short(cell)}, expected {expected}."
            if cell and remedy:
                message, remedy = f"{message} {remedy}", None  # said once a column
        elif unique and cell in seen:
            message = f"{short(cell)} stands in an earlier row too; each row needs its own."
        if message:
            problems.append(Problem(file, message, row, field["name"]))
        seen.add(cell or None)
    return problems


def _expected(cell: str, field: dict[str, Any]) -> str | None:
    """What was expected where the cell does not fit, else None."""
    rules = field.get("constraints", {})
    if cell == "":
        return "a value (the cell is empty)" if rules.get("required") else None
    if field["type"] in ("number", "integer"):
        return _expected_number(cell, field["type"], rules)
    if field["type"] == "date" and not _is_day(cell):
        return "a day of the calendar such as 2022-10-31"
    if "enum" in rules and cell not in rules["enum"]:
        return f"one of: {', '.join(rules['enum'])}"
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        return f"something like {field.get('example', rules['pattern'])}"
    return None


def _expected_number(cell: str, kind: str, rules: dict[str, Any]) -> str | None:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell) or not math.isfinite(float(cell)):
        return "a number in digits alone, such as 1665, or an empty cell"
    value = float(cell)
    if kind == "integer" and not value.is_integer():
        return "a whole number"
    if value < rules.get("minimum", value):
        return f"a number of at least {text.number(rules['minimum'])}"
    if value > rules.get("maximum", value):
        return f"a number of at most {text.number(rules['maximum'])}"
    return None


def _is_day(cell: str) -> bool:
    try:
        return datetime.date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def short(cell: str) -> str:
    """What a cell holds, as a message quotes it."""
    return "an empty cell" if cell == "" else repr(cell if len(cell) <= 40 else cell[:37] + "...")
