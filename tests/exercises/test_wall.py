"""The wall of a class: codes found in any text, what is mistyped named, and no bars of fewer than five."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.claims import ledger
from claimlab.exercises import codes, practice, wall
from claimlab.exercises.answers import Answer

ARTICLE = ledger.load("undercover_online")
PAGE = "02_the_previous_year"
RISE = next(item for item in practice.load(PAGE).values() if item.tag == codes.TAG)
CHOICE = practice.Item("choice", "choice", "Predict", "?", options={"a": "One.", "b": "Two."})


def code(typed, item=RISE, page=PAGE):
    return codes.of(page, item, Answer(typed, ""), ARTICLE)


def read(pasted, item=RISE):
    return wall.read(pasted, PAGE, item, ARTICLE)


def told(pasted, item=RISE):
    return " ".join(wall.told(read(pasted, item), item, ARTICLE))


def test_codes_are_found_in_a_whole_chat():
    one, two, three = code("20"), code("30").lower(), code("22.5").replace("-", "")
    chat = f"Ann 10:31\nmine is {one}!\nBen 10:32 > {two}, well-known\nCy: {three}"
    assert sorted(read(chat).values) == [20, 22.5, 30]
    assert read(chat).mistyped == () and read(chat).elsewhere == 0


def test_the_same_code_twice_counts_twice_and_is_said():
    pasted = f"{code('20')} {code('20')}"
    assert read(pasted).values == (20, 20) and "1 had a code that had come before" in told(pasted)


def test_a_mistyped_code_is_named_and_not_counted():
    good = code("20")
    bad = good[:-1] + ("7" if good[-1] != "7" else "8")
    assert read(f"{good} {bad}").values == (20,) and f"{bad} is not a code" in told(f"{good} {bad}")


def test_a_code_of_another_question_is_said_and_not_counted():
    other = code("20", page="03_more_than_almost_hundreds")
    assert read(other).values == () and "another question or another story, not counted: 1" in told(other)


@pytest.mark.parametrize("tally", ["20: 2, 30: 1", "20 x2\n30 x1", "20%: 2; 30%: 1"])
def test_a_tally_of_hands_is_read(tally):
    assert read(tally).values == (20, 20, 30)


def test_options_are_tallied_by_their_place():
    assert read("1: 2, 2: 3, 9: 1", CHOICE).values == ("a", "a", "b", "b", "b") and "does not offer" in told(
        "9: 1", CHOICE
    )
    assert [one.predictions for one in wall.bars(read("1: 2, 2: 3", CHOICE), CHOICE, ARTICLE)] == [2, 3]


def test_bars_are_shown_from_five_predictions_up():
    assert wall.bars(read("20: 4"), RISE, ARTICLE) == () and "1 more to come" in told("20: 4")
    assert [one.predictions for one in wall.bars(read("20: 5"), RISE, ARTICLE)] == [5]
    assert "middle" not in told("20: 4") and "The middle prediction is 20%." in told("20: 5")


def test_bars_are_of_round_numbers():
    shown = wall.bars(read("3: 1, 20: 2, 25: 1, 98: 1"), RISE, ARTICLE)
    assert [one for one in shown if one.predictions] == [("0 to 9", 1), ("20 to 29", 3), ("90 to 99", 1)]
    assert wall.bars(read("3: 3, 4: 2"), RISE, ARTICLE) == (("3", 3), ("4", 2))
    assert [one.label for one in wall.bars(read("22.5: 5"), RISE, ARTICLE)] == ["22 to under 23"]


@given(st.lists(st.decimals(-(10**9), 10**9, places=codes.PLACES).map(float), min_size=5, max_size=40))
def test_every_prediction_is_in_a_bar_and_there_are_ten_at_most(values):
    shown = wall.bars(wall.Wall(tuple(values)), RISE, ARTICLE)
    assert sum(one.predictions for one in shown) == len(values) and len(shown) <= wall.MOST_BARS
    assert len({one.label for one in shown}) == len(shown)


@given(st.text())
def test_any_text_can_be_pasted(pasted):
    assert wall.told(read(pasted), RISE, ARTICLE)


def test_the_answer_stands_beside_with_how_many_were_near():
    assert "Within a tenth of it: 0 of 5 predictions." in wall.answer(read("900: 5"), RISE, ARTICLE)
    assert len(wall.answer(read("900: 4"), RISE, ARTICLE)) == 1
