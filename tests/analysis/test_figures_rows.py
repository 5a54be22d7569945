"""The figures about the ledger's rows, against what was counted beforehand in facts.md 8.1 and in the twin."""

import pytest

from claimlab.analysis import figures
from claimlab.claims import ledger
from claimlab.claims.claim import HOW_MANY

STORIES = ("undercover_online", "lost_property")
CHECKED = {
    "ledger_rows": ("83", "44"),
    "how_many_rows": ("11", "8"),
    "how_many_facts": ("8", "7"),
    "later_mentions": ("3", "2"),
    "look_alikes": ("5", "5"),
    "look_alike_units": ("4", "3"),
}


@pytest.mark.parametrize("name", CHECKED)
def test_a_figure_is_as_counted_beforehand(name):
    assert tuple(figures.text_of(name, ledger.load(story)) for story in STORIES) == CHECKED[name]


def test_every_figure_about_rows_is_checked():
    of_rows = {name for name, one in figures.FIGURES.items() if one.compute.__module__ == figures.rows.__name__}
    assert of_rows == set(CHECKED)


def test_lengths_and_totals_of_them_do_not_say_how_many():
    article = ledger.load("undercover_online")
    for part in ("total_without_count", "long_case", "short_case", "founded"):
        assert article.part(part).kind not in HOW_MANY
    for part in figures.rows.LOOK_ALIKES:
        assert (article.part(part).kind in HOW_MANY) is (part != "total_without_count")
