"""The answer key says what is accepted, and what it says is right."""

import re

import pytest

import answer_key as key
from answer_key import answer_key
from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.exercises import marking, numeric, practice

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")
NUMBERS = [
    item
    for path in sorted(practice.ITEMS.glob("*.toml"))
    for item in practice._read(path.stem).values()
    if item.key and item.kind in ("number", "slider")
]


@pytest.mark.parametrize("item", NUMBERS, ids=lambda item: item.name)
def test_every_number_of_the_key_is_right(item, story):
    if lacks := needs.lacking(item.needs, story):
        pytest.skip(lacks)
    said = numeric.told(item, story)
    found = re.findall(r"\d[\d,]*(?:\.\d+)?", said)
    assert found
    assert all(marking.mark(item, story, number).right for number in found), said


def test_a_range_is_said_as_it_is_accepted():
    item = next(item for item in NUMBERS if item.name == "yearly_rate")
    assert numeric.told(item, ARTICLE) == "13.8% to 14.8%, in whole numbers 14 to 15"
    assert not marking.mark(item, ARTICLE, "13").right and not marking.mark(item, ARTICLE, "16").right
    page = "\n".join(cell.source for cell in answer_key(ARTICLE, TWIN).cells)
    assert "13.8% to 14.8%, in whole numbers 14 to 15" in page


def test_a_model_that_speaks_of_what_a_story_lacks_is_left_out():
    item = practice.Item("written", "text", "Write", "?", model="{{ later_count.printed }} in all")
    bare = ledger.Ledger("bare", ARTICLE.table[ARTICLE.table["part"] != "later_count"], ARTICLE.units)
    assert key._answer(item, ARTICLE) == "not marked; for example: 1,665 in all"
    assert key._answer(item, bare) == "not marked"
