"""Codes of predictions: what was predicted comes back, and a slip in typing is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlab.claims import ledger
from claimlab.exercises import codes, practice
from claimlab.exercises.answers import Answer
from claimlab.lesson import Lesson

ARTICLE = ledger.load("undercover_online")
CONTENTS = st.integers(0, 10**14)
MARKS = st.text(codes.CHARACTERS, min_size=3, max_size=3)
RISE = practice.Item("rise", "number", "Predict", "?", unit="%")
CHOICE = practice.Item("choice", "choice", "Predict", "?", options={"a": "One.", "b": "Two."})


@given(MARKS, CONTENTS)
def test_a_code_is_read_as_it_was_written_however_it_is_typed(mark, content):
    code = codes.write(mark, content)
    sloppy = code.lower().replace("1", "l").replace("0", "o").replace("-", " ")
    assert codes.read(code) == codes.read(sloppy) == (mark, content)


@given(st.decimals(-(10**9), 10**9, places=codes.PLACES).map(float))
def test_a_number_comes_back(number):
    assert codes.number(codes.number_content(number)) == number


@given(MARKS, CONTENTS)
def test_every_slip_of_one_character_and_every_swap_is_noticed(mark, content):
    code = codes.write(mark, content).replace("-", "")
    for place, typed in enumerate(code):
        for other in set(codes.CHARACTERS + "U") - {typed}:
            assert codes.read(code[:place] + other + code[place + 1 :]) is None
        swapped = code[:place] + code[place : place + 2][::-1] + code[place + 2 :]
        assert swapped == code or codes.read(swapped) is None


@pytest.mark.parametrize(("answer", "number"), [("22,5 %", 22.5), ("-3", -3), ("about 20", 20), ("1,000", 1000)])
def test_the_code_of_a_number_is_of_what_it_was_read_as(answer, number):
    read = codes.read(codes.of("02_the_previous_year", RISE, Answer(answer, ""), ARTICLE))
    assert codes.number(read.content) == number and read.mark == codes.mark(
        ARTICLE.story, "02_the_previous_year", "rise"
    )


def test_the_code_of_a_choice_is_of_its_option():
    read = codes.read(codes.of("05_may_i_compare_these", CHOICE, Answer("b", ""), ARTICLE))
    assert codes.option(read.content, CHOICE) == "b" and codes.option(7, CHOICE) == ""


@pytest.mark.parametrize("answer", ["", "no idea", "10 to 20", "9" * 20])
def test_what_is_no_one_number_has_no_code(answer):
    assert codes.of("02_the_previous_year", RISE, Answer(answer, ""), ARTICLE) == ""


def test_what_is_no_prediction_has_no_code():
    check = practice.Item("rise", "number", "Check", "?", unit="%")
    assert codes.of("02_the_previous_year", check, Answer("20", ""), ARTICLE) == ""


def test_no_two_predictions_of_the_ready_stories_have_the_same_mark():
    asked = [
        (notebook, item.name)
        for notebook in practice.notebooks()
        for item in practice.load(notebook).values()
        if item.tag == codes.TAG
    ]
    marks = [codes.mark(story, *one) for story in ledger.stories() for one in asked]
    assert len(marks) == len(set(marks)) >= 14


def test_a_kept_prediction_shows_its_code_and_nothing_else_does():
    item = Lesson("02_the_previous_year", "lost_property").ask("predict_rise")
    assert item.state["code"] == ""
    item._hear(item, {"answer": {"value": "20", "reason": ""}}, [])
    assert item.state["kept"] and codes.number(codes.read(item.state["code"]).content) == 20
    item._hear(item, {"answer": {"value": "no idea", "reason": ""}}, [])
    assert item.state["code"] == ""
