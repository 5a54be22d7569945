"""No reply to a wrong answer, and no option, gives the key away."""

import re

import pytest

import right_answers
from claimlab.analysis import figures, needs
from claimlab.claims import ledger
from claimlab.exercises import practice, specs
from claimlab.exercises.templates import fill

STORIES = {name: ledger.load(name) for name in ("undercover_online", "lost_property")}
BOOKS = sorted(path.stem for path in practice.ITEMS.glob("*.toml"))
ITEMS = [(book, item) for book in BOOKS for item in practice._read(book).values()]


def every(applies):
    asked = [
        pytest.param(story, item, id=f"{story.story}-{book}-{item.name}")
        for story in STORIES.values()
        for book, item in ITEMS
        if applies(item) and not needs.lacking(item.needs, story)
    ]
    assert asked
    return pytest.mark.parametrize(("story", "item"), asked)


def numbers(said):
    """The numbers of a sentence, as they are written."""
    return re.findall(r"\d[\d,]*(?:\.\d+)?", said)


def told(item, story):
    """Every reply that a wrong answer can get, filled in."""
    replies = [item.otherwise, item.below, item.above, item.near, *(wrong.reply for wrong in item.wrong)]
    return [fill(reply, story) for reply in replies if reply]


def bare(reply):
    """A reply without what is its row's own: quoted words, and numbers with the word after them."""
    return re.sub(r"“[^”]*”|\d[\d,.]*(?: \w+)?", "…", reply)


@every(lambda item: item.key and item.kind in ("number", "slider"))
def test_no_reply_has_the_number_of_the_key(story, item):
    keys = {numbers(figures.text_of(name, story))[0] for name in (item.key, item.key_to) if name}
    keys -= set(numbers(fill(item.question, story)))  # what stands in the question anyway gives nothing away
    assert not [reply for reply in told(item, story) if keys & set(numbers(reply))]


@every(lambda item: item.key and item.options and not item.row)
def test_no_reply_has_the_text_of_the_right_option(story, item):
    right = specs.option_text(item.options, item.key, story).casefold()
    assert not [reply for reply in told(item, story) if right in reply.casefold()]


@every(lambda item: any(row.key for row in item.row))
def test_no_row_says_what_its_right_option_says(story, item):
    for row in item.row:
        right = specs.option_text(item.options_of(row), row.key, story)
        if len(specs.offered(item.options_of(row), story)) > 2:  # of two, the other is right anyway
            for said in (fill(row.label, story), fill(row.reply, story)):
                assert not re.search(rf"\b{re.escape(right)}\b", said, re.IGNORECASE), row.id
        assert not set(numbers(right)) & set(numbers(fill(row.label, story))), row.id


@every(lambda item: any(row.key for row in item.row))
def test_no_reply_belongs_to_one_key_alone(story, item):
    keys = right_answers.right_rows(item, story)
    by_key = {}
    for row in item.row:
        if len(specs.offered(item.options_of(row), story)) > 2 and not row.options:
            by_key.setdefault(keys[row.id], []).append(bare(fill(row.reply, story)))
    for key, replies in by_key.items():
        others = {reply for other, said in by_key.items() if other != key for reply in said}
        assert len(replies) == 1 or len(set(replies)) > 1 or replies[0] in others, key


@every(lambda item: item.name == "pairs")
def test_rows_that_are_judged_by_the_same_question_are_told_the_same(story, item):
    assert len({bare(fill(row.reply, story)) for row in item.row}) == 1
