"""What spreadsheet programs do to a file: read, or told with what to do in that program."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

from claimlab.claims import ledger, tables

TWIN = "lost_property/claims.csv"
FILE = tables.DATA / TWIN
TEXT = FILE.read_text(encoding="utf-8")
ROWS = list(csv.reader(io.StringIO(TEXT, newline="")))


def saved(rows: list[list[str]], delimiter: str = ",") -> str:
    """The rows as a spreadsheet program saves them."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def wide(rows: list[list[str]], more: int = 2) -> list[list[str]]:
    return [[*row, *[""] * more] for row in rows]


EXCEL, LIBRE = "In Excel: Save As, CSV UTF-8 (Comma delimited)", "In LibreOffice: Save As, Text CSV"
REFUSED = {
    "semicolons": (saved(ROWS, ";"), 1, ["found semicolons between the columns, expected commas", EXCEL, LIBRE]),
    "tabs": (saved(ROWS, "\t"), 1, ["found tabs between the columns, expected commas", EXCEL, LIBRE]),
    "upright strokes": (saved(ROWS, "|"), 1, ["found upright strokes between the columns, expected commas"]),
    "a note of Excel's": ("sep=;\n" + saved(ROWS, ";"), 1, ["found “sep=;” and semicolons between", EXCEL]),
    "a note with commas": ("sep=,\r\n" + TEXT, 1, ["found “sep=,” and commas between the columns"]),
    "semicolons under a title": ("My article;;\n" + saved(ROWS, ";"), 1, ["found semicolons between the columns"]),
    "a title": ("My article\n" + TEXT, 1, ["found the names of the columns in row 2, expected them in the first. "
                                           "Delete the row above."]),
    "a title and a gap": ("My article\n\n" + TEXT, 1, ["in row 3, expected them in the first. Delete the 2 rows"]),
    "an empty first row": ("\n" + TEXT, 1, ["in row 2, expected them in the first. Delete the row above"]),
    "UTF-16": (TEXT.encode("utf-16"), 1, ["not readable as UTF-8", EXCEL]),
    "UTF-16 without a mark": (TEXT.encode("utf-16-le"), None, ["not readable as UTF-8", EXCEL]),
    "letters of Windows": (TEXT.encode("cp1252"), 14, ["a letter is not readable as UTF-8", EXCEL, LIBRE]),
    "a workbook": (b"PK\x03\x04" + b"\0" * 40, None, ["found a workbook (.xlsx or .ods) under another name", EXCEL]),
    "an endless cell": (TEXT + "x" * 200_000 + "\n", 46, ["a cell of this row cannot be read", "131,072 characters"]),
    "a quotation mark left open": (TEXT + 'a,"b,c\nd\n', 46, ["a quotation mark is opened and not closed"]),
    "a cell too many": (saved([*ROWS[:3], [*ROWS[3], "x"], *ROWS[4:]]), 4, ["21 cells, expected 20. A comma inside"]),
    "cells beyond the headings": (saved([ROWS[0], [*ROWS[1], "x"], *ROWS[2:]]), 2, ["21 cells, expected 20"]),
    "a column without a name": (saved([["", *ROWS[0]], *[["", *row] for row in ROWS[1:]]]), 1,
                                ["not known: a column without a name"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_another_program_spoilt_is_told_in_one_sentence(told, kind):
    content, row, expected = REFUSED[kind]
    (sentence,) = told(content=content if isinstance(content, bytes) else content.encode())
    assert sentence.startswith(f"{TWIN}, row {row}: " if row else f"{TWIN}: ")
    assert all(part in sentence for part in expected), sentence


READ = {
    "empty columns at the right": saved(wide(ROWS)),
    "empty columns beside the headings only": saved([*wide(ROWS[:1]), *ROWS[1:]]),
    "empty columns beside the rows only": saved([ROWS[0], *wide(ROWS[1:])]),
    "an empty row in the middle": saved([*ROWS[:4], [""] * 20, *ROWS[4:]]),
    "a blank line in the middle": saved([*ROWS[:4], [], *ROWS[4:]]),
    "a row of spaces": saved([*ROWS[:4], [" "] * 20, *ROWS[4:]]),
    "empty rows at the end": saved([*wide(ROWS), *[[""] * 22] * 9000]),
    "another order of the columns": saved([row[::-1] for row in ROWS]),
    "every cell between quotation marks": pd.DataFrame(ROWS).to_csv(index=False, header=False, quoting=csv.QUOTE_ALL),
}


@pytest.mark.parametrize("kind", READ)
def test_what_a_spreadsheet_leaves_behind_is_passed_over(data: Path, kind):
    whole = tables.read(FILE, tables.schema(ledger.TEMPLATE)["fields"])[0]
    (data / TWIN).write_text(READ[kind], encoding="utf-8", newline="")
    read, problems = tables.read(data / TWIN, tables.schema(ledger.TEMPLATE)["fields"])
    assert not problems
    pd.testing.assert_frame_equal(read.reset_index(drop=True), whole.reset_index(drop=True))
    ledger.load("lost_property", data)


def test_rows_keep_their_numbers_in_the_spreadsheet(told):
    rows = [*ROWS[:4], [], [""] * 20, *ROWS[4:]]
    rows[6] = [*rows[6][:3], "many", *rows[6][4:]]
    first, *_ = told(content=saved(rows).encode())
    assert first.startswith(f"{TWIN}, row 7, column value: found 'many'")


def test_a_month_that_became_a_date_is_told_once_a_column_with_what_to_do(told):
    sentences = told(cells={(row, "period_start"): "Jul-22" for row in (7, 8, 9)})
    assert [s.split(": ")[0] for s in sentences] == [f"{TWIN}, row {row}, column period_start" for row in (7, 8, 9)]
    assert "found 'Jul-22', expected something like 2022-10. If a spreadsheet made a date of it, format" in sentences[0]
    assert "the column as Text, type 2022-10 again" in sentences[0] and "as Text" not in sentences[1]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1e999", "a number in digits alone"),
        ("9" * 400, "a number in digits alone"),
        ("२९१४", "a number in digits alone"),
        ("0", "a number of at least 1"),
    ],
)
def test_a_number_that_pandas_would_take_for_none_or_for_no_end_is_told(told, cell, expected):
    assert expected in told(cells={(5, "paragraph"): cell})[0]


FIELD = {"name": "n", "type": "integer", "constraints": {"maximum": 12}}


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        (FIELD, "13", "found '13', expected a number of at most 12."),
        ({**FIELD, "constraints": {"minimum": 2, "maximum": 12}}, "1", "found '1', expected a number of at least 2."),
        ({"name": "n", "type": "date"}, "2022-02-30", "found '2022-02-30', expected a day of the calendar such as"),
        ({"name": "n", "type": "date"}, "20221031", "found '20221031', expected a day of the calendar"),
        ({"name": "n", "type": "date"}, "31.10.2022", "found '31.10.2022', expected a day of the calendar"),
    ],
)
def test_every_rule_of_a_column_has_its_sentence(tmp_path: Path, field, cell, expected):
    path = tmp_path / "table.csv"
    path.write_text(f"n\n{cell}\n", encoding="utf-8")
    (problem,) = tables.read(path, [field])[1]
    assert expected in str(problem) and problem.row == 2


def test_the_day_of_a_population_count_is_checked(told):
    (sentence,) = told("reference/population.csv", cells={(3, "date"): "mid-2021"})
    assert "row 3, column date: found 'mid-2021', expected a day of the calendar such as 2022-10-31" in sentence


def test_a_folder_without_the_descriptor_is_told(data: Path):
    (data / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(tables.TableError, match=r"datapackage.json, row 1: the description of the tables cannot be"):
        ledger.load("lost_property", data)
    (data / "datapackage.json").unlink()
    with pytest.raises(tables.ReaderError, match="The folder data is missing"):
        ledger.load("lost_property", data)
