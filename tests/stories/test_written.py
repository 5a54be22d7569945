"""What is said of a written text on stories of other shapes: never a remark on a model answer."""

import pytest

from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.exercises import marking, practice, remark_rules, remarks
from telling import STORIES

ITEMS = [item for path in practice.ITEMS.glob("[0-9]*.toml") for item in practice.load(path.stem).values()]


@pytest.mark.parametrize("name", STORIES)
def test_a_model_answer_gets_no_remark_on_any_story(data, name):
    own = ledger.load(name)
    for item in ITEMS:
        if item.model and not needs.lacking(item.needs, own):
            model = marking.model(item, own)
            assert [one for one in remarks.read(model, item.remarks, own) if not one.good] == [], (item.name, model)


@pytest.mark.parametrize("name", STORIES)
def test_a_figure_that_is_none_of_the_story_is_asked_about_on_any_story(data, name):
    found = remarks.read("There were 987,654 of them.", remark_rules.KINDS, ledger.load(name))
    assert "unknown_figure" in {one.kind for one in found}


def test_the_previous_year_is_asked_about_only_where_the_counts_lie_otherwise(data):
    written = "It rose from one count to the other, against the previous year."
    asked = {name: remarks.read(written, ["loose_period"], ledger.load(name)) for name in ("adjacent_years", "a_fall")}
    assert not asked["adjacent_years"] and asked["a_fall"]
