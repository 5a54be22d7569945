"""The derived figures against arithmetic done beforehand, to the printed precision."""

import pytest

from claimlab.analysis import figures
from claimlab.claims import ledger

ARTICLE = ledger.load("undercover_online")

CHECKED = {
    "earlier_count": "1,362",
    "later_count": "1,665",
    "rise": "303",
    "rise_percent": "22.2%",
    "rise_as_fraction": "0.22",
    "rise_percent_of_later": "18.2%",
    "later_percent_of_earlier": "122.2%",
    "earlier_months": "12",
    "later_months": "12",
    "months_start_to_start": "18",
    "months_missing": "6",
    "months_spanned": "30",
    "months_shared": "6",
    "yearly_rate": "14.3%",
    "yearly_rate_straight": "14.8%",
    "yearly_rate_straight_last": "13.8%",
    "yearly_rate_of_later": "12.1%",
    "yearly_rise": "202",
    "later_as_factor": "1.22",
    "earlier_percent_of_later": "81.8%",
    "rise_stretched": "33.4%",
    "even_share": "50.0%",
    "steady_share": "51.7%",
    "steady_missing": "753",
    "even_shared": "681",
    "half_of_later": "833",
    "break_even": "984",
}


OF_CHANGE = [name for name, figure in figures.FIGURES.items() if figure.compute.__module__ == figures.change.__name__]


@pytest.mark.parametrize("name", OF_CHANGE)
def test_a_figure_is_as_checked_beforehand(name):
    assert figures.text_of(name, ARTICLE) == CHECKED[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rise_percent", 22.2467),
        ("rise_percent_of_later", 18.1982),
        ("yearly_rate", 14.33),
        ("yearly_rate_straight", 14.83),
        ("steady_missing", 752.53),
    ],
)
def test_more_places_than_are_printed(name, value):
    assert figures.value_of(name, ARTICLE) == pytest.approx(value, abs=0.005)


def test_last_year_is_the_calendar_year_before_publication():
    """Published in February 2024: of October 2022 to September 2023, January to September lie in 2023."""
    assert [figures.text_of(f"last_year_{which}", ARTICLE) for which in ("months", "outside")] == ["9", "3"]
    assert str(figures.publication.last_year(ARTICLE)) == "Jan 2023 – Dec 2023"


@pytest.mark.parametrize("name", figures.FIGURES)
def test_every_figure_says_its_formula_and_its_unit(name):
    figure = figures.FIGURES[name]
    assert figure.name == name
    assert figure.formula and figure.unit
    assert not figure.formula.endswith(".") and not figure.unit.endswith(".") and not figure.assumes.endswith(".")
    assert "Raises" not in figure.how and figure.how.endswith(".")


@pytest.mark.parametrize(("share", "missing"), [(30, 1256), (40, 1120), (50, 984), (51.7, 961), (60, 848), (70, 712)])
def test_no_rise_needs_the_rest_of_the_later_count(share, missing):
    assert figures.change.break_even_with(ARTICLE, share) == missing


def test_steady_growth_without_any_growth_is_an_even_spread():
    claims = ARTICLE.table.assign(value=ARTICLE.table["value"].where(ARTICLE.table["part"] != "later_count", 1362))
    still = ledger.Ledger("still", claims, ARTICLE.units)
    assert figures.change.steady_missing(still) == 681
    assert figures.change.steady_share(still) == 50


def test_the_neutral_story_has_every_figure_and_other_values():
    twin = ledger.load("lost_property")
    counts = ("earlier_count", "later_count", "rise", "rise_percent", "yearly_rate", "steady_missing", "break_even")
    assert not {figures.text_of(name, twin) for name in counts} & {CHECKED[name] for name in counts}
