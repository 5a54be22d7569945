"""Percentages, rates and averages are kinds of their own, and a story may have units of its own."""

from __future__ import annotations

import shutil

import pytest

from claimlab.claims import ledger, tables
from claimlab.claims.errors import TableError
from claimlab.explorers import registry

HEAD = (
    "id,paragraph,printed,value,low,high,unit,kind,role,part,status,stock_or_flow,period_start,period_end,"
    "period_printed,place,speaker,hedge,same_as,note\n"
)
ROWS = [
    'later,2,"2,408",2408,,,notifications,count,statistic,later_count,-,flow,2023-01,2023-06,,England,,exactly,,',
    'earlier,2,"2,251",2251,,,notifications,count,statistic,earlier_count,-,flow,2022-01,2022-06,,England,,exactly,,',
    "up_7,2,7%,7,,,notifications,percentage,statistic,,-,flow,2023-01,2023-06,,England,,exactly,,",
    "rate,3,8.5 per 100,8.5,,,notifications,rate,statistic,,-,flow,2023-01,2023-06,,England,,exactly,,",
    "wait,4,14 weeks,14,,,weeks,average,statistic,,-,flow,2023-01,2023-06,,England,,fewer than,,",
]
UNITS = "unit,singular,plural,counts\nnotifications,notification,notifications,a case that is reported\n"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(tables.DATA, folder)
    (folder / "notified").mkdir()
    (folder / "notified/units.csv").write_text(UNITS, encoding="utf-8")
    return folder


def loaded(data, rows):
    (data / "notified/claims.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return ledger.load("notified", data)


def test_the_units_of_a_story_stand_in_its_own_folder(data):
    story = loaded(data, ROWS)
    assert story.later.unit.plural == "notifications" and story.later.unit.counts == "a case that is reported"
    (data / "notified/units.csv").unlink()
    with pytest.raises(TableError, match="'notifications', expected a unit of units.csv, or of a table"):
        ledger.load("notified", data)


def test_a_broken_table_of_units_is_told_by_its_own_name(data):
    (data / "notified/units.csv").write_text(UNITS.replace("notifications,notification,", "Not A Unit,notification,"))
    with pytest.raises(TableError, match=r"notified/units\.csv, row 2, column unit"):
        loaded(data, ROWS)


@pytest.mark.parametrize(("row", "kind"), [(2, "percentage"), (3, "rate"), (4, "average")])
def test_what_counts_nothing_plays_no_part_of_a_count(data, row, kind):
    rows = [*ROWS[1:row], ROWS[row].replace("statistic,,", "statistic,later_count,"), *ROWS[row + 1 :]]
    with pytest.raises(TableError, match=f"found 'later_count' in a row of the kind {kind}, expected a count"):
        loaded(data, rows)


def test_the_cards_say_that_a_percentage_counts_nothing(data):
    cards = registry.make("claim_cards", loaded(data, ROWS))
    shown = next(control for control in cards.controls if control.name == "table").options
    view = cards.view(figure="up_7", table=shown[0])
    assert view.answer == "a percentage" and "is a percentage of notifications, which is no count" in view.verdict
    assert "percentages, rates, averages" in shown
    listed = cards.view(figure="up_7", table="percentages, rates, averages")
    assert [row[0] for row in listed.table.rows] == ["“7%”", "“8.5 per 100”", "“14 weeks”"]
    twin = registry.make("claim_cards", ledger.load("lost_property"))
    assert "percentages, rates, averages" not in next(one for one in twin.controls if one.name == "table").options
