"""Five sentences that get stronger: what the report does for each, by the rules of the claim editor."""

import pytest

from claimlab import text
from claimlab.analysis import fair_sentences, strength
from claimlab.claims import ledger
from claimlab.exercises import practice
from claimlab.exercises.templates import fill

LESSON = "07_write_it_fairly"
STORIES = ("undercover_online", "lost_property")


def changed(of: str, /, **cells: object) -> ledger.Ledger:
    article = ledger.load("undercover_online")
    table = article.table.copy()
    table.loc[table["part"] == of, list(cells)] = list(cells.values())
    return ledger.Ledger(article.story, table, article.units)


def test_they_are_those_of_the_prediction():
    assert list(strength.SENTENCES) == list(practice.load(LESSON)["predict_strength"].options)


@pytest.mark.parametrize("story", STORIES)
def test_two_counts_are_carried_a_rise_is_assumed_and_what_is_misnamed_or_explained_is_refused(story):
    own = ledger.load(story)
    assert list(strength.standing(own).values()) == ["printed", "printed", "assumed", "refused", "refused"]
    assert strength.which(own, "printed") == "the first and the second"
    assert strength.which(own, "refused") == "the fourth and the fifth"
    assert fair_sentences.misnamed(own)


def test_words_that_agree_with_their_months_are_not_refused():
    """With the year that really is the previous one, only the reason is refused."""
    other = changed("earlier_count", period_start="2021-10", period_end="2022-09")
    assert list(strength.standing(other).values()) == ["printed", "printed", "assumed", "assumed", "refused"]
    assert strength.which(other, "refused") == "the fifth"
    assert not fair_sentences.misnamed(other)


@pytest.mark.parametrize("story", STORIES)
def test_the_headline_of_the_answer_key_keeps_the_rules_of_its_item(story):
    own, item = ledger.load(story), practice.load(LESSON)["headline"]
    model = fill(item.model, own)
    assert len(model.split()) == text.words(model) <= item.most_words
    ends = [month for claim in (own.earlier, own.later) for month in (claim.period.start, claim.period.end)]
    for told in (own.later.printed, own.earlier.printed, own.later.unit.plural, "report says", *map(text.month, ends)):
        assert told in model
