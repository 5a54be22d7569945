"""A page is short, and asks for something soon: limits on what `word_count` counts on the article's story."""

from __future__ import annotations

import pytest
from nbformat import v4

import refresh
import word_count
from claimlab.claims import ledger
from claimlab.exercises import practice

LESSONS = refresh.lessons(refresh.ROOT / "notebooks")
ARTICLE = ledger.load(refresh.STORY)
COUNTS = {path.stem: word_count.of_page(path, ARTICLE) for path in LESSONS}
MOST_IN_ALL = 5500
"""Words of text cells, passages and questions of all pages."""
MOST_BEFORE_THE_FIRST_QUESTION = 80


def test_all_pages_together_are_short():
    """Those of the lessons on the story; 08 is about a text of one's own."""
    assert sum(count.told for page, count in COUNTS.items() if page[:2] < "08") <= MOST_IN_ALL


@pytest.mark.parametrize("page", COUNTS)
def test_a_page_asks_for_something_soon(page):
    assert 0 < COUNTS[page].opening <= MOST_BEFORE_THE_FIRST_QUESTION


@pytest.mark.parametrize("page", COUNTS)
def test_a_page_asks_at_most_one_decision_a_minute(page):
    assert 0 < COUNTS[page].decisions <= word_count.rounded(COUNTS[page].minutes)


# --- the count itself -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("## By hand\n\nOne two, [three](03_x.ipynb).", 5),
        ("1. One – two\n2. Three", 3),
        ("![Two bars](pictures/02.svg)\n\nOne", 1),
        ("<details><summary>Open it</summary>\n\n- one\n\n</details>", 3),
    ],
)
def test_words_are_those_displayed(text, count):
    assert word_count.words(text) == count


def test_a_fold_counts_in_the_opening_as_its_summary_alone(tmp_path):
    page = tmp_path / "00_start_here.ipynb"
    cells = [v4.new_markdown_cell("One two.", id="a"), v4.new_code_cell('lesson.say("support")', id="b")]
    cells += [v4.new_code_cell('lesson.ask("predict_end")', id="c"), v4.new_markdown_cell("Three.", id="d")]
    page.write_bytes(refresh.written(v4.new_notebook(cells=cells)))
    count = word_count.of_page(page, ARTICLE)
    assert count.opening == 2 + len(["Help,", "if", "the", "topic", "touches", "you"])
    assert (count.texts, count.decisions) == (3, 1)
    assert count.passages > count.opening


def test_an_optional_part_ends_at_the_next_heading_of_its_level():
    texts = ["## A", "## Going further: b (optional)", "### C", "## D", "### E (optional)", "#### f", "## G"]
    page = v4.new_notebook(cells=[v4.new_markdown_cell(text) for text in texts])
    assert [optional for _, optional in word_count.parts(page)] == [False, True, True, False, True, True, False]


def test_rows_are_a_decision_each():
    items = practice.load("05_may_i_compare_these")
    assert word_count._of_item(items["pairs"], ARTICLE).decisions == 3
    assert word_count._of_item(items["predict_share"], ARTICLE).decisions == 1
