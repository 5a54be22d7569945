"""The items of notebook 04: what is right, on both stories, and replies about the mistake that was made."""

import pytest

from claimlab.claims import ledger
from claimlab.exercises import marking, passages, practice, specs
from claimlab.exercises.templates import fill

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")
NOTEBOOK = "04_years_of_what"
ITEMS = practice.load(NOTEBOOK)
CALENDAR_YEAR = ledger.Ledger(
    TWIN.story, TWIN.table.replace({"period_start": {"2021-03": "2021-01"}, "period_end": {"2022-02": "2021-12"}}),
    TWIN.units,
)  # fmt: skip
"""The twin with an earlier count that shares no month with the year of the case."""


@pytest.mark.parametrize(
    ("story", "stretches"),
    [
        (ARTICLE, ["only its first months", "only months in its middle", "only its last months"]),
        (TWIN, ["only its first months", "only months in its middle", "only its last months"]),
        (CALENDAR_YEAR, ["no month of it", "only its first months", "only its last months"]),
    ],
)
def test_a_case_dated_by_its_year_may_lie_in_every_stretch_that_shares_a_month(story, stretches):
    item = ITEMS["case_stretches"]
    assert [specs.option_text(item.options, row.key, story) for row in item.row] == stretches


def test_a_part_without_months_shares_none():
    assert fill("{{ headline.in_earlier }}, {{ headline.in_missing }}, {{ headline.in_later }}", ARTICLE) == (
        "no_month, no_month, no_month"
    )


@pytest.mark.parametrize("answer", ["0.83", "0,83", "0.8", "0.832", "0.83 years"])
def test_the_tempting_division_may_be_rounded(answer):
    assert marking.mark(ITEMS["tempting"], ARTICLE, answer).right is True


@pytest.mark.parametrize(
    ("answer", "reply"),
    [("1.2", "upside down"), ("1.20", "upside down"), ("2", "Divide 1,386 by 1,665")],
)
def test_a_slip_in_the_division_gets_a_reply_about_it(answer, reply):
    marked = marking.mark(ITEMS["tempting"], ARTICLE, answer)
    assert marked.right is False
    assert reply in marked.reply


def test_asking_for_the_count_that_is_printed_is_told_so():
    item = ITEMS["missing_fact"]
    marked = marking.mark(item, ARTICLE, "count_printed")
    assert marked.right is False
    assert "printed already: 1,665" in marked.reply
    assert marking.mark(item, ARTICLE, "count_missing").right is True


@pytest.mark.parametrize("story", [ARTICLE, TWIN], ids=lambda story: story.story)
@pytest.mark.parametrize(
    ("option", "reply"),
    [
        ("nothing", "at the same time and have nothing to do with each other"),
        ("divide", "a share of the total to each"),
        ("everyone", "about the others"),
    ],
)
def test_a_cause_word_brings_no_count_with_it(story, option, reply):
    item = ITEMS["two_links"]
    marked = marking.mark(item, story, option)
    assert marked.right is False and reply in marked.reply
    assert marking.mark(item, story, "among").right is True


def test_what_is_written_is_never_marked():
    for name in ("predict_average", "fair_sentence"):
        assert marking.mark(ITEMS[name], ARTICLE, "12").right is None


@pytest.mark.parametrize("story", [ARTICLE, TWIN], ids=lambda story: story.story)
def test_the_model_of_a_fair_sentence_has_figure_period_source_and_what_is_unknown(story):
    total = story.part("total_without_count")
    model = fill(ITEMS["fair_sentence"].model, story)
    for said in (total.printed, str(total.period), total.speaker, "but not how many were"):
        assert said in model
    assert model.count(".") == 1  # the task asks for one sentence


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (ARTICLE, ["In March 2023", "19 months", "Feb 2024"]),
        (TWIN, ["In January 2023", "23 weeks", "If nothing came between"]),
    ],
)
def test_the_second_case_is_an_example_against_every_case(story, words):
    said = " ".join(passages.say(NOTEBOOK, "second_case", story).plain.split())
    assert all(word in said for word in [*words, "less than 12 months", "may be in both figures"])


@pytest.mark.parametrize("story", [ARTICLE, TWIN], ids=lambda story: story.story)
def test_what_another_outlet_says_of_the_link_stands_before_the_question(story):
    said = passages.say(NOTEBOOK, "links", story).plain
    assert "“resulted in”" in said and "“in the same period”" in fill(ITEMS["two_links"].question, story)


@pytest.mark.parametrize("parts", [["long_case"], ["second_case_start"], ["later_count"], ["total_without_count"]])
def test_a_story_without_a_part_is_told_nothing_about_it(parts):
    bare = ledger.Ledger("bare", ARTICLE.table[~ARTICLE.table["part"].isin(parts)], ARTICLE.units)
    for name in ("printed", "curve", "every_case", "second_case", "found"):
        assert passages.say(NOTEBOOK, name, bare).plain
    if "long_case" in parts:
        assert "eight years" not in passages.say(NOTEBOOK, "found", bare).plain
