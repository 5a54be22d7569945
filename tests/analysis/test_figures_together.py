"""The figures that join two claims, against arithmetic done beforehand."""

import pytest

from claimlab.analysis import figures
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError

CHECKED = {
    "undercover_online": {"hedged_for_a_hundred": "84", "counts_together": "3,027", "months_covered": "24"},
    "lost_property": {"hedged_for_a_hundred": "81", "counts_together": "5,324", "months_covered": "24"},
}
NAMES = [name for name, figure in figures.FIGURES.items() if figure.compute.__module__ == figures.together.__name__]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("story", CHECKED)
def test_a_figure_is_as_checked_beforehand(story, name):
    assert figures.text_of(name, ledger.load(story)) == CHECKED[story][name]


def test_more_places_than_are_printed():
    assert figures.value_of("hedged_for_a_hundred", ledger.load("undercover_online")) == pytest.approx(84.084, abs=5e-4)


def test_a_hedged_count_without_a_number_is_told():
    article = ledger.load("undercover_online")
    claims = article.table.assign(value=article.table["value"].where(article.table["part"] != "hedged_count"))
    with pytest.raises(ReaderError, match="The row children_safeguarded of blank needs a value"):
        figures.value_of("hedged_for_a_hundred", ledger.Ledger("blank", claims, article.units))
