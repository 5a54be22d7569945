"""Good ledgers load typed; a bad one is explained, all its problems at once, and nothing of it is loaded."""

import shutil

import pandas as pd
import pytest

from claimlab.claims import ledger, tables
from claimlab.claims.errors import ReaderError

STORY = "lost_property"
MONTHS = 7
"""A row with both months of its period."""


@pytest.fixture
def data(tmp_path):
    """A copy of the data folder to break."""
    return shutil.copytree(tables.DATA, tmp_path / "data")


def broken(data, change):
    """What is told about the story's ledger after `change` has had its text."""
    path = data / STORY / "claims.csv"
    path.write_bytes(change(path.read_text(encoding="utf-8")))
    with pytest.raises(tables.TableError) as told:
        ledger.load(STORY, data)
    return told.value


def cell(column, value, row=2):
    """A change that writes `value` into one cell; rows are counted as a spreadsheet does."""

    def change(content):
        lines = content.splitlines()
        table = pd.read_csv(pd.io.common.StringIO(content), dtype=str, keep_default_na=False)
        assert len(table) == len(lines) - 1
        table.loc[row - 2, column] = value
        return table.to_csv(index=False).encode()

    return change


@pytest.mark.parametrize("story", ["undercover_online", "lost_property"])
def test_both_stories_load_with_everything_the_kit_needs(story):
    loaded = ledger.load(story)
    assert loaded.earlier.period.months == loaded.later.period.months == 12
    assert loaded.earlier.unit == loaded.later.unit
    assert loaded.earlier.period_printed == "the previous year"
    assert loaded.table["value"].dtype == float
    assert loaded.later.unit.noun(1) != loaded.later.unit.noun(2)


BAD_CELLS = {
    "text in a number": (cell("value", "many"), "column value: found 'many', expected a number in digits alone"),
    "a number with commas": (cell("value", "2,964"), "column value: found '2,964', expected a number in digits alone"),
    "not a number": (cell("value", "nan"), "column value: found 'nan', expected a number in digits alone"),
    "half a paragraph": (cell("paragraph", "6.5"), "column paragraph: found '6.5', expected a whole number"),
    "no id": (cell("id", ""), "column id: found an empty cell, expected a value"),
    "an impossible month": (cell("period_start", "2022-13", MONTHS), "column period_start: found '2022-13', expected"),
    "a day for a month": (cell("period_start", "2022-10-01", MONTHS), "column period_start: found '2022-10-01'"),
    "an unknown kind": (cell("kind", "guess"), "column kind: found 'guess', expected one of: "),
    "an unknown unit": (cell("unit", "umbrellas"), "column unit: found 'umbrellas', expected a unit of units.csv"),
    "same_as to nowhere": (cell("same_as", "nobody"), "column same_as: found 'nobody', which is no row's id"),
    "a formula": (cell("value", "=1+1"), "column value: found '=1+1', expected a number in digits alone"),
    "a script in a number": (cell("value", "<script>x</script>"), "column value: found '<script>x</script>', expected"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD_CELLS)
def test_a_bad_cell_is_told_with_file_row_column_and_what_was_expected(data, kind):
    change, expected = BAD_CELLS[kind]
    (problem,) = broken(data, change).problems
    assert str(problem).startswith(f"{STORY}/claims.csv, row {problem.row}, column ")
    assert expected in str(problem)


def test_a_duplicate_id(data):
    (problem,) = broken(data, lambda c: cell("id", ledger.load(STORY).table["id"][0], row=3)(c)).problems
    assert (problem.row, problem.column) == (3, "id")
    assert "stands in an earlier row too" in problem.message


def test_two_rows_with_one_part(data):
    parts = ledger.load(STORY).table["part"]
    target = parts.index[parts == ""][0] + 2
    first = parts[0]
    (problem,) = broken(data, cell("part", first, row=target)).problems
    assert (problem.row, problem.column) == (target, "part")
    assert "stands in an earlier row too" in problem.message


def test_low_above_high(data):
    (problem,) = broken(data, lambda c: c.replace(",41000,56000,", ",56000,41000,").encode()).problems
    assert str(problem).startswith(f"{STORY}/claims.csv, row 32, column low: found 56,000, which is above the high end")


def test_a_period_that_ends_before_it_starts(data):
    def change(content):
        return cell("period_end", "2021-01")(cell("period_start", "2021-02")(content).decode())

    (problem,) = broken(data, change).problems
    assert (problem.row, problem.column) == (2, "period_end")


WHOLE_FILES = {
    "empty": (lambda c: b"", "the file is empty"),
    "only blank lines": (lambda c: b"\n\n,,,\n", "the file is empty"),
    "headings only": (lambda c: c.splitlines()[0].encode(), "no rows yet"),
    "a missing column": (lambda c: c.replace("hedge,", "", 1).encode(), "missing: hedge"),
    "a wrong column": (lambda c: c.replace("hedge,", "hedges,", 1).encode(), "missing: hedge; not known: hedges"),
    "a column twice": (lambda c: c.replace("hedge,", "hedge,hedge,", 1).encode(), "a column stands there twice"),
    "another encoding": (lambda c: c.encode("utf-16"), "not readable as UTF-8"),
    "Latin letters": (lambda c: c.encode("cp1252"), "not readable as UTF-8"),
    "a comma too many": (lambda c: (c + "a,b,c\n").encode(), "3 cells, expected 20"),
    "100,000 rows": (lambda c: (c.splitlines()[0] + "\n" + "x\n" * 100_000).encode(), "100,000 rows"),
    "another file": (lambda c: b"\x89PNG\r\n\x1a\n\x00\x00", "not readable as UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WHOLE_FILES)
def test_a_file_that_cannot_be_used_is_told_in_one_sentence(data, kind):
    change, expected = WHOLE_FILES[kind]
    told = broken(data, change)
    assert expected in str(told.problems[0])
    assert str(told.problems[0]).startswith(f"{STORY}/claims.csv")


def test_all_problems_of_a_file_are_told_at_once_in_row_order(data):
    def change(content):
        for column, value, row in [("value", "many", 4), ("hedge", "soon", 3), ("same_as", "nobody", 2)]:
            content = cell(column, value, row)(content).decode()
        return content.encode()

    assert [problem.row for problem in broken(data, change).problems] == [2, 3, 4]


def test_very_many_problems_are_counted_not_listed(data):
    def change(content):
        table = pd.read_csv(pd.io.common.StringIO(content), dtype=str, keep_default_na=False).assign(
            value="x", paragraph="y"
        )
        return table.to_csv(index=False).encode()

    assert str(broken(data, change)).splitlines()[-1].startswith("... and ")


@pytest.mark.parametrize("change", [lambda c: ("\ufeff" + c).encode(), lambda c: c.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_windows_line_ends_are_read(data, change):
    path = data / STORY / "claims.csv"
    path.write_bytes(change(path.read_text(encoding="utf-8")))
    pd.testing.assert_frame_equal(ledger.load(STORY, data).table, ledger.load(STORY).table)


def test_html_in_a_text_is_text_and_nothing_more(data):
    path = data / STORY / "claims.csv"
    path.write_bytes(cell("note", "<script>alert(1)</script> & <b>bold</b>")(path.read_text(encoding="utf-8")))
    assert ledger.load(STORY, data).table["note"][0] == "<script>alert(1)</script> & <b>bold</b>"


def test_a_missing_file_and_an_unknown_story_are_told(data):
    with pytest.raises(ReaderError, match="There is no story called 'nowhere'. Choose one of: lost_property, "):
        ledger.load("nowhere", data)
    (data / "units.csv").unlink()
    with pytest.raises(tables.TableError, match=r"units.csv: there is no such file"):
        ledger.load(STORY, data)


def test_the_blank_template_says_what_to_do():
    with pytest.raises(tables.TableError, match="your_article/claims.csv: no rows yet. Write one row for each figure"):
        ledger.load("your_article")


def test_a_part_no_row_plays_is_told():
    loaded = ledger.load(STORY)
    bare = ledger.Ledger(STORY, loaded.table.assign(part=""), loaded.units)
    with pytest.raises(ReaderError, match="has no row with the part later_count. Write later_count in the column part"):
        _ = bare.later


@pytest.mark.parametrize("column", ["value", "unit", "period_start"])
def test_a_count_without_what_the_lessons_need_is_told(column):
    loaded = ledger.load(STORY)
    claims = loaded.table.copy()
    claims[column] = None if column == "value" else ""
    with pytest.raises(ReaderError, match="needs a value above 0, a unit and a period"):
        _ = ledger.Ledger(STORY, claims, loaded.units).later
