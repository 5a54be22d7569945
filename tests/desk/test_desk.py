"""The claim desk without its face: a text becomes a sheet, is corrected, says how it stands, and is kept as a story."""

from __future__ import annotations

import shutil

import pytest

from claimlab import lesson
from claimlab.claims import ledger, stories, tables
from claimlab.desk import keeping, sheet, standing
from claimlab.display import desk as shown
from claimlab.reading import read

TEXT = """Deaths on the roads fall

There were 1,732 deaths on the roads in 2015, a fall of 2% from 1,775 deaths in 2014.
Between 3,000 and 5,000 wombats were counted. Around 4 per cent of casualties were children."""


def begun() -> sheet.Sheet:
    return sheet.of_reading(read(TEXT))


def place(one: sheet.Sheet, printed: str) -> int:
    return next(i for i, row in enumerate(one.rows) if printed in row.cells["printed"])


def counted() -> sheet.Sheet:
    one = begun()
    one = one.set(place(one, "1,732"), "part", "later_count")
    return one.set(place(one, "1,775"), "part", "earlier_count")


def test_a_text_becomes_a_ledger_that_the_lessons_can_read():
    story = standing.ledger_of(counted())
    assert (story.earlier.value, story.later.value, story.later.unit.plural) == (1775, 1732, "deaths")
    assert str(story.later.period) == "Jan 2015 – Dec 2015"
    how = standing.standing(counted())
    assert how.problems == {} and {"claim_cards", "comparison_checker", "claim_editor"} <= set(how.opens)
    before = standing.standing(begun())
    assert how.asks > before.asks and set(before.opens) < set(how.opens)
    assert any("range sketcher" in said for said in how.more)


def test_a_noun_of_ones_own_becomes_a_unit_of_the_story():
    one = begun()
    wombats = place(one, "3,000")
    claims, units = sheet.tables_of(one)
    assert "wombats" in set(units["unit"]) and "children" not in set(units["unit"])
    mice = one.set(wombats, "unit", "mice/mouse")
    assert sheet.tables_of(mice)[1].set_index("unit").at["mice", "singular"] == "mouse"
    assert standing.ledger_of(mice).claim(mice.rows[wombats].cells["id"]).unit.singular == "mouse"


def test_all_that_is_odd_is_said_at_its_figure_and_the_rest_lives_on():
    one = counted()
    later, four = place(one, "1,732"), place(one, "4 per cent")
    one = one.set(later, "period_end", "2014-01").set(four, "part", "headline").set(four, "kind", "percentage")
    how = standing.standing(one)
    assert set(how.problems) == {later, four}
    assert "period end: found '2014-01', which is before the period starts" in how.problems[later][0]
    assert "in a row of the kind percentage" in how.problems[four][0]
    assert "claim_cards" in how.opens and "claim_editor" not in how.opens
    bare = counted().set(later, "period_start", "").set(later, "period_end", "")
    assert standing.standing(bare).problems[later] == [standing.NO_MONTHS]


def test_what_is_left_out_is_in_no_ledger_and_ties_nothing():
    one = sheet.of_reading(read("There were 1,732 deaths.\nThe 1,732 deaths were counted in 2015."))
    assert one.rows[1].cells["same_as"] == one.rows[0].cells["id"]
    alone = sheet.tables_of(one.keep(0, kept=False))[0]
    assert list(alone["id"]) == [one.rows[1].cells["id"]] and list(alone["same_as"]) == [""]
    none = one.keep(0, kept=False).keep(1, kept=False)
    assert standing.standing(none).problems == {-1: [standing.FEW_ROWS]}
    with pytest.raises(IndexError):
        one.keep(7, kept=True)
    with pytest.raises(KeyError):
        one.set(0, "value", "12")  # what is printed is printed


@pytest.fixture
def data(tmp_path):
    shutil.copytree(tables.DATA, tmp_path / "data")
    return tmp_path / "data"


def test_what_stood_there_before_is_kept_under_its_date(data):
    assert stories.BLANK not in stories.ready(data)
    done, told = keeping.keep(counted(), data)
    assert done and told == "Kept in data/your_article/claims.csv." and stories.BLANK in stories.ready(data)
    first = (data / stories.BLANK / "claims.csv").read_bytes()
    assert ledger.load(stories.BLANK, data).later.value == 1732
    done, told = keeping.keep(counted().set(0, "part", ""), data)
    (aside,) = (path for path in (data / stories.BLANK).iterdir() if path.name.startswith("before "))
    assert done and aside.name in told
    assert (aside / "claims.csv").read_bytes() == first != (data / stories.BLANK / "claims.csv").read_bytes()
    assert stories.another("undercover_online", data).story == "lost_property"


def test_where_it_cannot_be_kept_it_says_so_and_changes_nothing(data):
    blank = (data / stories.BLANK / "claims.csv").read_bytes()
    (data / stories.BLANK / ".new").write_text("in the way")
    done, told = keeping.keep(counted(), data)
    assert not done and told.startswith("It could not be kept")
    assert (data / stories.BLANK / "claims.csv").read_bytes() == blank


def test_the_widget_answers_each_message_and_keeps_the_count_made_by_hand():
    opened = lesson.open_lesson("08_another_article", "undercover_online")
    made = opened.desk()
    made._hear(None, {"text": TEXT, "counted": "4"}, None)
    assert [row["cells"]["unit"] for row in made.state["rows"]][0] == "deaths"
    assert opened._answers.newest("found_by_myself").answer["value"] == "4"
    made._hear(None, {"set": [0, "part", "later_count"]}, None)
    assert made.state["rows"][0]["cells"]["part"] == "later_count" and made.state["asks"] > 0
    made._hear(None, {"keep": [1, False]}, None)
    assert made.state["rows"][1]["kept"] is False
    turn = made.state["turn"]
    made._hear(None, {"set": [99, "part", "x"]}, None)
    assert made.state["turn"] == turn + 1 and made.state["notice"].startswith("That did not work")
    made._hear(None, {"text": "<script>alert(1)</script>", "counted": ""}, None)
    assert made.state["rows"] == [] and made.state["notice"]


def test_every_choice_is_in_words_and_can_be_left_open():
    for field in shown.fields():
        assert field["label"].endswith("?") or field["name"].startswith("period")
        assert field["blank"] and all(choice["id"] and choice["text"] for choice in field["choices"])
    parts = next(field for field in shown.fields() if field["name"] == "part")["choices"]
    assert parts[0] == {"id": "earlier_count", "text": "the earlier of two counts"}
