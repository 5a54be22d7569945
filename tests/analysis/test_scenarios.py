"""The scenarios for the months without a figure, against a table worked out beforehand."""

import pytest

from claimlab.analysis import figures, scenarios
from claimlab.claims import ledger, periods

ARTICLE = ledger.load("undercover_online")
YEAR_BEFORE = periods.period("2021-10", "2022-09")


@pytest.mark.parametrize(
    ("missing", "share", "before", "change"),
    [
        (500, 50, 1181, 41.0),
        (600, 50, 1281, 30.0),
        (681, 50, 1362, 22.2),
        (753, 50, 1434, 16.1),
        (753, 51.7, 1456, 14.3),
        (900, 50, 1581, 5.3),
        (984, 50, 1665, 0.0),
    ],
)
def test_the_year_actually_before(missing, share, before, change):
    assert scenarios.window_count(ARTICLE, YEAR_BEFORE, missing, share) == before
    held = scenarios.window_held(ARTICLE, YEAR_BEFORE, missing, share)
    assert round((figures.change.later_count(ARTICLE) - held) / held * 100, 1) == change


def test_steady_growth_is_not_the_sum_of_two_rounded_parts():
    """1,665 / (1,665 / 1,362) ^ (12 / 18), by hand; 753 and 704 are its parts, each rounded up, and make 1,457."""
    growth = scenarios.steady(ARTICLE)
    held = scenarios.window_held(ARTICLE, YEAR_BEFORE, growth.missing, growth.share)
    assert held == pytest.approx(1665 / (1665 / 1362) ** (2 / 3))
    assert round(held, 1) == 1456.3


def test_the_window_as_printed_needs_no_assumption():
    assert {scenarios.window_count(ARTICLE, ARTICLE.earlier.period, m, s) for m in (0, 900) for s in (30, 70)} == {1362}


def test_the_window_half_way_takes_three_quarters_and_a_half():
    half_way = periods.period("2021-07", "2022-06")
    assert scenarios.windows(ARTICLE)[1] == half_way
    assert scenarios.window_count(ARTICLE, half_way, 900, 50) == 1362 * 3 / 4 + 450 - 0.5 + 1  # 1,471.5, halves upwards


def test_the_named_scenarios_are_stops_of_the_slider():
    named = {scenario.missing for scenario in scenarios.named(ARTICLE)}
    assert named == {500, 681, 753, 833, 900}
    assert named <= set(scenarios.missing_options(ARTICLE))


def test_the_slider_goes_in_even_steps_with_every_break_even_among_them():
    options = scenarios.missing_options(ARTICLE)
    assert set(range(0, 1401, 25)) <= set(options)
    assert {712, 848, 961, 984, 1120, 1256} <= set(options)
    assert options == sorted(options)
    assert options[-1] == 1400


def test_shares_on_offer():
    assert scenarios.shares(ARTICLE) == [30, 40, 50, 51.7, 60, 70]
