"""Rows that contradict themselves or each other, and ties from one table to another: one sentence each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimlab.claims import ledger, references, tables

TWIN = "lost_property/claims.csv"
COUNT, RANGE, AGAIN, DATE = 7, 32, 19, 16
"""Rows of the twin: a count with both months, the range, the count printed again, a year."""

ROWS = {
    "a thousands point": ({(COUNT, "value"): "2.964", (AGAIN, "value"): "2.964"},
                          "value: found 2.964 beside the printed '2,964', expected 2964."),
    "a slip of the finger": ({(COUNT, "value"): "2694", (AGAIN, "value"): "2694"},
                             "value: found 2694 beside the printed '2,964', expected 2964."),
    "a scale forgotten": ({(2, "printed"): "1.13 million", (2, "value"): "1.13"},
                          "value: found 1.13 beside the printed '1.13 million', expected 1130000."),
    "another number in words": ({(2, "printed"): "six", (2, "value"): "7"}, "value: found 7 beside the printed 'six', "
                                "expected 6."),
    "one end not as printed": ({(RANGE, "high"): "65000"},
                               "high: found 65000 beside the printed '41,000 to 56,000', expected 41000 or 56000."),
    "digits that are no number": ({(2, "printed"): "1.2.3", (2, "value"): "12"},
                                  "value: found 12 beside the printed '1.2.3', expected a number that can be read"),
    "one end alone": ({(RANGE, "high"): ""}, "high: found an empty cell beside low, expected the other end."),
    "the other end alone": ({(RANGE, "low"): ""}, "low: found an empty cell beside high, expected the other end."),
    "a range without ends": ({(RANGE, "low"): "", (RANGE, "high"): ""},
                             "low: found an empty cell in a row of the kind range, expected the two ends"),
    "two equal ends": ({(RANGE, "low"): "56000"}, "high: found 56,000, which is the low end too. One number alone"),
    "ends exchanged": ({(RANGE, "low"): "56000", (RANGE, "high"): "41000"}, "low: found 56,000, which is above the"),
    "a value and a range": ({(RANGE, "value"): "41000"}, "value: found 41,000 beside low and high. A number stands in"),
    "a first month alone": ({(COUNT, "period_end"): ""}, "period_end: found an empty cell beside period_start"),
    "a last month alone": ({(COUNT, "period_start"): ""}, "period_start: found an empty cell beside period_end"),
    "months exchanged": ({(COUNT, "period_end"): "2022-06"}, "period_end: found '2022-06', which is before the period"),
    "an unknown unit": ({(COUNT, "unit"): "umbrellas", (AGAIN, "unit"): "umbrellas"},
                        "unit: found 'umbrellas', expected a unit of units.csv, or of a table units.csv beside the "
                        "story's claims, where you may add rows: adults, "),
    "same_as to nowhere": ({(AGAIN, "same_as"): "nobody"}, "same_as: found 'nobody', which is no row's id."),
    "same_as to itself": ({(AGAIN, "same_as"): "items_caption"}, "same_as: found 'items_caption', the row itself."),
    "same_as of same_as": ({(COUNT, "same_as"): "items_caption"}, "same_as: found 'items_caption', which names"),
    "another number, tied": ({(AGAIN, "same_as"): "items_2021_22"}, "same_as: found 'items_2021_22', but the two row"
                             "s differ in value. One fact has one figure."),
    "another unit, tied": ({(AGAIN, "unit"): "passengers"}, "same_as: found 'items_2022_23', but the two rows differ i"
                           "n unit. One fact has one figure."),
}  # fmt: skip


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_that_contradicts_itself_or_another_is_told(told, kind):
    cells, expected = ROWS[kind]
    first, *_ = told(cells=cells)
    (row, _), *_ = cells
    assert first.startswith(f"{TWIN}, row {row}, column {expected}")


READ = {
    "a value beside words alone": {(3, "value"): "300"},
    "one of two numbers in a phrase": {(2, "printed"): "$2,900 and $3,400"},
    "one month": {(COUNT, "period_end"): "2022-09"},
    "a fraction in words": {(2, "printed"): "two thirds", (2, "value"): "66.7"},
    "a date without a value": {(DATE, "printed"): "29 Jan 2019"},
}


@pytest.mark.parametrize("kind", READ)
def test_a_row_that_may_be_so_is_read(told, kind):
    assert told(cells=READ[kind]) == []


TIES = [
    ("other_outlets", 2, "unit", "pupils", "expected the unit of a row of units.csv: adults, "),
    ("other_outlets", 2, "part", "second_count", "expected a part of the lessons: case_start, earlier_count, "),
    ("other_outlets", 2, "story", "nowhere", "expected the name of a story's folder: lost_property, undercover_onli"),
    ("releases_with_counts", 3, "unit", "pupils", "expected the unit of a row of units.csv: "),
    ("wider_uk_counts", 3, "unit", "pupils", "expected the unit of a row of units.csv: "),
    ("wider_uk_counts", 2, "story", "nowhere", "expected the name of a story's folder: "),
    ("earlier_estimates", 2, "unit", "pupils", "expected the unit of a row of units.csv: "),
    ("earlier_estimates", 3, "low", "55000", "beside the printed '550,000 to 850,000', expected 550000 or 850000."),
    ("earlier_estimates", 3, "high", "", "beside low, expected the other end."),
    ("bases", 2, "population", "uk_adults_1821", "expected the id of a row of reference/population.csv."),
    ("bases", 2, "story", "nowhere", "expected the name of a story's folder: "),
    ("court_timeliness", 9, "part_of", "nothing", "expected the id of a row of this table: court_days_2022_q4, "),
    ("sentence_lengths", 2, "story", "nowhere", "expected the name of a story's folder: "),
]


@pytest.mark.parametrize(("table", "row", "column", "cell", "expected"), TIES)
def test_what_a_reference_table_names_must_be_there(told, table, row, column, cell, expected):
    (sentence,) = told(f"reference/{table}.csv", cells={(row, column): cell})
    found = f"found {float(cell):.15g}" if cell.isdigit() else f"found {cell!r}" if cell else "found an empty cell"
    assert sentence.startswith(f"reference/{table}.csv, row {row}, column {column}: {found}")
    assert expected in sentence


@pytest.mark.parametrize("name", references.names())
def test_every_reference_table_loads_and_its_ties_are_in_the_descriptor(name):
    assert len(references.load(name))
    schema = tables.schema(name.replace("_", "-"))
    tied = {key["fields"][0] for key in schema.get("foreignKeys", [])}
    assert {field["name"] for field in schema["fields"]} & {"unit", "population", "part_of"} == tied


def reads_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files read from now on."""
    names: list[str] = []
    for way in ("read_bytes", "read_text"):
        original = getattr(Path, way)
        monkeypatch.setattr(Path, way, lambda self, *a, o=original, **k: names.append(self.name) or o(self, *a, **k))
    return names


def test_a_file_is_read_once_until_it_changes(data: Path, told, monkeypatch):
    read = reads_of(monkeypatch)
    first = references.load("earlier_estimates", data)
    assert sorted(read) == ["claims.schema.json", "datapackage.json", "earlier_estimates.csv", "units.csv"]
    first.loc["estimate_2020", "value"] = 1
    tables.schema("units", data)["fields"].clear()
    read.clear()
    assert references.load("earlier_estimates", data).loc["estimate_2020", "value"] == 300_000
    assert tables.schema("units", data)["fields"] and read == []
    cells = {(2, "value"): "200000", (2, "printed"): "at least 200,000"}
    assert told("reference/earlier_estimates.csv", cells=cells) == []
    assert references.load("earlier_estimates", data).loc["estimate_2020", "value"] == 200_000


def test_a_unit_that_is_taken_away_is_missed_by_tables_read_before(data: Path):
    assert len(references.load("other_outlets", data))
    units = data / "units.csv"
    kept = [line for line in units.read_text(encoding="utf-8").splitlines() if not line.startswith("children,")]
    units.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(tables.TableError, match="row 2, column unit: found 'children', expected the unit of a row"):
        references.load("other_outlets", data)


def test_a_story_that_is_taken_away_is_missed(data: Path):
    shutil.rmtree(data / "lost_property")
    assert "lost_property" not in ledger.stories(data)
    with pytest.raises(tables.TableError, match="column story: found 'lost_property', expected the name of a story's"):
        references.load("bases", data)
