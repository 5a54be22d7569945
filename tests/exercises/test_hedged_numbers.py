"""The items of notebook 03: what is right, and replies about the mistake that was made, on both stories."""

import pytest

from claimlab.claims import ledger
from claimlab.exercises import marking, practice, specs
from claimlab.exercises.templates import fill

STORIES = [ledger.load("undercover_online"), ledger.load("lost_property")]
ITEMS = practice.load("03_more_than_almost_hundreds")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.story)
def test_only_the_hedge_can_wait_until_the_counting_is_over(story):
    item = ITEMS["settled"]
    assert [one["id"] for one in specs.offered(item.options, story)] == ["what", "again", "hedge", "day"]
    assert marking.mark(item, story, "hedge").right is True
    replies = {option: marking.mark(item, story, option).reply for option in ("what", "again", "day")}
    assert len(set(replies.values())) == 3
    status = story.part("hedged_count").status
    assert f"is {status} in spring" in replies["again"]


@pytest.mark.parametrize("option", ["what", "again", "day"])
def test_no_reply_names_the_line_that_can_wait(option):
    said = marking.mark(ITEMS["settled"], STORIES[0], option).reply
    assert "hedge" not in said and "almost" not in said and "print" not in said


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.story)
def test_the_model_about_the_caption_has_count_period_source_and_what_is_unknown(story):
    model = fill(ITEMS["hundreds"].model, story)
    for said in (story.later.printed, str(story.later.period), "the report", "does not say"):
        assert said in model
