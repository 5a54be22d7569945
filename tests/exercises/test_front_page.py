"""The front page of My work: what was written, each prediction beside its answer, and what came right later."""

import re

import pytest

from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.exercises import answers, front_page, my_work, practice, predictions
from claimlab.exercises.front_page import LAST, FrontPage
from claimlab.exercises.story import stories
from claimlab.exercises.work_file import Contents, Entry

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")
YEAR = "02_the_previous_year"
PREDICTED = [
    (notebook.stem, item)
    for notebook in sorted(practice.ITEMS.glob("[0-9]*.toml"))
    for item in practice.load(notebook.stem).values()
    if item.beside
]


def entry(item, value, notebook=YEAR, story=ARTICLE.story):
    return Entry(story, notebook, item, {"value": value, "reason": ""})


def front(*entries, story=ARTICLE):
    return front_page.of(Contents(tuple(entries)), story)


def test_nothing_answered_is_an_empty_front_page():
    assert front() == FrontPage()
    assert front(entry("predict_rise", "31", story=TWIN.story)) == FrontPage()


def test_what_was_written_last_for_others_stands_on_it():
    written = front(entry("headline", "First", LAST), entry("headline", "Second", LAST), entry("letter", "Dear", LAST))
    assert (written.headline, written.letter) == ("Second", "Dear")


def test_a_prediction_stands_beside_its_answer_and_on_one_line_with_it():
    (one,) = front(entry("predict_rise", "44.5")).compared
    assert (one.notebook, one.said) == (YEAR, "44.5%") and "22.2%" in one.beside
    mine, answer = one.places
    assert mine == 1 and answer == pytest.approx(303 / 1362 * 100 / 44.5)
    (below,) = front(entry("predict_rise", "-22")).compared
    assert below.places[0] == 0 and 0 < below.places[1] == 1


def test_words_and_choices_have_no_place_on_a_line():
    said = front(entry("predict_rise", "a lot"), entry("predict_share", "no", "05_may_i_compare_these")).compared
    assert [one.places for one in said] == [None, None]


def test_only_what_was_wrong_first_and_is_right_now_came_right():
    assert front(entry("rise", "303")).got_right == ()
    assert front(entry("rise", "300")).got_right == ()
    assert front(entry("rise", "303"), entry("rise", "300")).got_right == ()
    assert [place for place, _ in front(entry("rise", "300"), entry("rise", "303")).got_right] == [YEAR]
    assert front(entry("carry", "a"), entry("carry", "b")).got_right == ()  # nothing that is never marked


def test_what_is_not_in_the_notebooks_any_more_is_passed_over():
    assert front(entry("gone", "1"), entry("rise", "1", "99_gone"), entry("predict_rise", {"a": "b"})).compared == ()


@pytest.mark.parametrize("story", stories())
@pytest.mark.parametrize(("notebook", "item"), PREDICTED, ids=[item.name for _, item in PREDICTED])
def test_every_prediction_has_something_beside_it(notebook, item, story):
    told = ledger.load(story)
    if needs.lacking(item.needs, told):
        return
    value = next(iter(item.options), "12")
    predicted = predictions.of(item, answers.Answer(value, ""), told)
    assert predicted.said and predicted.beside and len(predicted.beside.split()) <= 45
    assert bool(item.compared) == (predicted.answer is not None)
    assert not re.search(r"[{}]|None|nan", predicted.beside)


def test_it_is_the_first_part_of_my_work_and_only_text():
    sharp = '<img src=x onerror="alert(1)">'
    kept = Contents((entry("headline", sharp, LAST), entry("predict_rise", "31"), entry("letter", "Dear & you", LAST)))
    page = my_work.page(kept, {ARTICLE.story: ARTICLE})
    assert "<img" not in page and "&lt;img" in page and "Dear &amp; you" in page
    assert page.index('class="front"') < page.index("<h2>02")
    assert page.count("<svg ") == 1
