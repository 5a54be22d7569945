"""The teacher's class wall: what is shown of pasted codes, and that the answer stays hidden until it is wanted."""

from __future__ import annotations

import re

import pytest

from claimlab.claims import ledger
from claimlab.display import wall_page
from claimlab.exercises import codes
from claimlab.exercises.answers import Answer

ARTICLE = ledger.load("undercover_online")
ASKED = wall_page.predictions(ARTICLE)
RISE = next(said for said in ASKED if said.startswith("2.1 · Predict"))


def chat(*values: str) -> str:
    notebook, item = ASKED[RISE]
    return "\n".join(
        f"10:3{i} anna: {codes.of(notebook, item, Answer(value, ''), ARTICLE)}" for i, value in enumerate(values)
    )


def test_every_prediction_with_a_code_can_be_chosen(story):
    asked = wall_page.predictions(story)
    assert len(asked) >= 5 and all(re.match(r"\d\.\d · Predict: ", said) for said in asked)


def test_bars_come_from_five_up_and_the_answer_only_when_it_is_wanted():
    few = wall_page.page_of(chat("10", "20", "20", "30"), ASKED[RISE], ARTICLE, revealed=False)
    assert "<table" not in few and "1 more to come" in few
    enough = wall_page.page_of(chat("10", "20", "20", "30", "22"), ASKED[RISE], ARTICLE, revealed=False)
    assert enough.count("<tr>") >= 3 and "22.2%" not in enough and "anna" not in enough
    assert "22.2%" in wall_page.page_of(chat("10", "20"), ASKED[RISE], ARTICLE, revealed=True)


def test_what_is_pasted_is_text_and_a_mistyped_code_is_named():
    wrong = chat("20").split()[-1][:-1] + "0"
    shown = wall_page.page_of(f"<b>{wrong}</b> <script>", ASKED[RISE], ARTICLE, revealed=True)
    assert "<b>" not in shown and "<script>" not in shown
    assert f"{wrong} is not a code" in shown or "0 predictions" in shown


@pytest.mark.parametrize("said", ASKED)
def test_every_question_has_an_answer_or_says_that_it_has_none(said):
    shown = wall_page.page_of("", ASKED[said], ARTICLE, revealed=True)
    assert "<h4>" in shown and len(shown.partition("<h4>")[2]) > 20
