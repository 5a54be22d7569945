"""What no single cell can tell: rows that contradict themselves or each other, and ties from one table to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from .. import text
from . import printed, tables
from .errors import Problem
from .tables import short

Row = pd.Series
Check = Callable[[Row], tuple[str, str] | None]
"""A look at one row: the column and what is wrong there, or None."""
PARTS_OF = "percentage", "rate", "average"
"""The kinds of figure that say how large a part is, or how large one of many is, and count nothing."""
COUNTED = (
    "earlier_count", "later_count", "headline", "hedged_headline", "loose_count", "hedged_count", "total_without_count",
    "range",
)  # fmt: skip
"""The parts of the lessons that a count, a range or a total plays."""
UNIT = "a unit of units.csv, or of a table units.csv beside the story's claims, where you may add rows"
MOST_NAMED = 25
"""A list of more words than this does not help in a sentence."""


def between_rows(file: str, claims: pd.DataFrame, units: Collection[str]) -> list[Problem]:
    """What is wrong in a claims table between its cells and its rows; `units` are the units there are.

    The index of `claims` is the row in the file.
    """
    of_rows: list[Check] = [*FIGURES, _kind_range, _kind_of_part, _period, _months_in_order]
    problems = _row_by_row(file, claims, of_rows)
    problems += unknown(file, claims, "unit", units, UNIT)
    return problems + _same_as(file, claims)


def between_tables(
    file: str, table: pd.DataFrame, schema: dict[str, Any], stories: Collection[str], parts: Collection[str], data: Path
) -> list[Problem]:
    """What is wrong in a reference table between its cells, and what it names that is nowhere.

    `schema` is its Table Schema, whose foreignKeys name columns of other tables in the package in `data`; `stories` and
    `parts` are the words for the columns of these names. The index of `table` is the row in the file.
    """
    problems = _row_by_row(file, table, FIGURES) if "unit" in table else []
    for key in schema.get("foreignKeys", []):
        (column,), (there,), resource = key["fields"], key["reference"]["fields"], key["reference"]["resource"]
        other = tables.load(resource, data) if resource else table
        where = tables.schema(resource, data)["path"] if resource else "this table"
        problems += unknown(file, table, column, set(other[there]), f"the {there} of a row of {where}")
    if "story" in table:
        problems += unknown(file, table, "story", stories, "the name of a story's folder")
    if "part" in table and not any("enum" in f.get("constraints", {}) for f in schema["fields"] if f["name"] == "part"):
        problems += unknown(file, table, "part", parts, "a part of the lessons")
    return problems


def unknown(file: str, table: pd.DataFrame, column: str, known: Collection[str], what: str) -> list[Problem]:
    """The cells of a column that name none of the words known; `what` says what was expected, in words."""
    strange = table.loc[(table[column] != "") & ~table[column].isin(list(known)), column]
    choice = f": {', '.join(sorted(known))}" if len(known) <= MOST_NAMED else ""
    found = zip(strange.index.tolist(), strange, strict=True)
    return [Problem(file, f"found {short(cell)}, expected {what}{choice}.", row, column) for row, cell in found]


def _row_by_row(file: str, table: pd.DataFrame, checks: Collection[Check]) -> list[Problem]:
    found = [(row, check(cells)) for row, cells in _rows(table) for check in checks]
    return [Problem(file, message, row, column) for row, wrong in found if wrong for column, message in [wrong]]


def _rows(table: pd.DataFrame) -> Iterator[tuple[int, Row]]:
    """The rows of a table, each with its number in the file."""
    return zip(table.index.tolist(), (cells for _, cells in table.iterrows()), strict=True)


def _ends(row: Row) -> list[str]:
    return [column for column in ("low", "high") if column in row and pd.notna(row[column])]


def _one_figure(row: Row) -> tuple[str, str] | None:
    ends = _ends(row)
    if ends and pd.notna(row["value"]):
        number = text.number(row["value"])
        return (
            "value",
            f"found {number} beside {' and '.join(ends)}. A number stands in value, a range in low and high.",
        )
    if len(ends) == 1:
        other = "high" if ends == ["low"] else "low"
        return other, f"found an empty cell beside {ends[0]}, expected the other end. One number alone stands in value."
    return None


def _ends_in_order(row: Row) -> tuple[str, str] | None:
    if len(_ends(row)) < 2 or row["low"] < row["high"]:
        return None
    if row["low"] == row["high"]:
        return "high", f"found {text.number(row['high'])}, which is the low end too. One number alone stands in value."
    return "low", f"found {text.number(row['low'])}, which is above the high end of the range. Exchange the two."


def _as_printed(row: Row) -> tuple[str, str] | None:
    readings = printed.numbers(row["printed"])
    if not readings and not printed.has_digits(row["printed"]):
        return None
    for column in ("value", "low", "high"):
        if column in row and pd.notna(row[column]) and not printed.stands_in(row[column], readings):
            there = " or ".join(f"{number:.15g}" for number in sorted(readings)) or "a number that can be read there"
            return column, f"found {row[column]:.15g} beside the printed {short(row['printed'])}, expected {there}."
    return None


def _kind_range(row: Row) -> tuple[str, str] | None:
    if row["kind"] != "range" or row["role"] == "case detail" or _ends(row):
        return None
    return "low", "found an empty cell in a row of the kind range, expected the two ends in low and high."


def _kind_of_part(row: Row) -> tuple[str, str] | None:
    """A percentage, a rate or an average plays no part for which a count is needed."""
    if row["part"] not in COUNTED or row["kind"] not in PARTS_OF:
        return None
    return (
        "part",
        f"found {short(row['part'])} in a row of the kind {row['kind']}, expected a count, a range or a total.",
    )


def _period(row: Row) -> tuple[str, str] | None:
    given = [column for column in ("period_start", "period_end") if row[column]]
    if len(given) != 1:
        return None
    empty = "period_end" if given == ["period_start"] else "period_start"
    return empty, f"found an empty cell beside {given[0]}, expected a month; for one month alone, the same one again."


def _months_in_order(row: Row) -> tuple[str, str] | None:
    start, end = row["period_start"], row["period_end"]
    if end >= start or not all(re.fullmatch(r"\d{4}-\d\d", month) for month in (start, end)):
        return None
    return "period_end", f"found {short(row['period_end'])}, which is before the period starts. Exchange the two."


FIGURES: list[Check] = [_one_figure, _ends_in_order, _as_printed]


def _same_as(file: str, claims: pd.DataFrame) -> list[Problem]:
    """Ties to no row, to the row itself, to a row that is tied on, or to another figure."""
    by_id = claims.drop_duplicates("id").set_index("id")
    problems = []
    for number, row in _rows(claims[claims["same_as"] != ""]):
        name = row["same_as"]
        wrong = None
        if name not in by_id.index:
            wrong = "which is no row's id. Name the first row of the same fact"
        elif name == row["id"]:
            wrong = "the row itself. Name the first row of the same fact, and leave the cell empty there"
        elif by_id.loc[name, "same_as"]:
            wrong = f"which names another row itself. Name the first row of the same fact: {by_id.loc[name, 'same_as']}"
        else:
            differ = [
                column for column in ("unit", "value", "low", "high") if _differ(row[column], by_id.loc[name, column])
            ]
            if differ:
                wrong = f"but the two rows differ in {' and '.join(differ)}. One fact has one figure"
        if wrong:
            problems.append(Problem(file, f"found {short(name)}, {wrong}.", number, "same_as"))
    return problems


def _differ(one: Any, other: Any) -> bool:
    return bool(one != other and not (pd.isna(one) and pd.isna(other)))
