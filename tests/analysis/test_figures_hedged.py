"""The figures of rounding and hedging against arithmetic done beforehand, on both stories."""

import pytest

from claimlab.analysis import figures
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError

CHECKED = {
    "headline_gap": ("65", "64"),
    "headline_step": ("100", "100"),
    "later_rounded_down": ("1,600", "2,900"),
    "later_rounded_up": ("1,700", "3,000"),
    "later_to_nearest": ("1,700", "3,000"),
    "later_other_way": ("1,600", "2,900"),
    "later_from_nearest": ("35", "36"),
    "later_from_other": ("65", "64"),
    "later_three_times": ("4,995", "8,892"),
    "hedged_step": ("100", "100"),
    "hedged_lowest": ("1,350", "2,350"),
}
OF_HEDGES = [name for name, figure in figures.FIGURES.items() if figure.compute.__module__ == figures.hedged.__name__]


@pytest.mark.parametrize("name", OF_HEDGES)
@pytest.mark.parametrize(("place", "story"), list(enumerate(("undercover_online", "lost_property"))))
def test_a_figure_is_as_checked_beforehand(name, place, story):
    assert figures.text_of(name, ledger.load(story)) == CHECKED[name][place]


@pytest.mark.parametrize("name", ["headline_gap", "hedged_lowest"])
def test_a_round_number_without_a_value_is_told(name):
    article = ledger.load("undercover_online")
    claims = article.table.assign(value=article.table["value"].where(article.table["hedge"].isin(["exactly"])))
    with pytest.raises(ReaderError, match="needs a value above 0 and a unit"):
        figures.value_of(name, ledger.Ledger("bare", claims, article.units))
