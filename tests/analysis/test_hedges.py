"""What a hedged phrase allows: ends open and closed, whole numbers, and the rule that moves."""

import pytest

from claimlab.analysis import hedges
from claimlab.analysis.hedges import (
    ABOUT,
    ALMOST,
    BARE,
    EXACTLY,
    HALF,
    HUNDREDS,
    MORE_THAN,
    PHRASES,
    REACHES,
    WHOLE,
    WORDS,
)

CHECKED = [
    (EXACTLY, 1665, 100, HALF, "1,665 and nothing else"),
    (ALMOST, 1400, 100, HALF, "1,350 to 1,399"),
    (ALMOST, 1400, 50, HALF, "1,375 to 1,399"),
    (ALMOST, 1400, 100, WHOLE, "1,301 to 1,399"),
    (ALMOST, 1400, 100, WORDS, "every number up to 1,399"),
    (ALMOST, 40, 100, HALF, "20 to 39"),
    (MORE_THAN, 1600, 100, HALF, "1,601 to 1,649"),
    (MORE_THAN, 1600, 100, WHOLE, "1,601 to 1,699"),
    (MORE_THAN, 1600, 100, WORDS, "every number from 1,601 on"),
    (ABOUT, 1700, 100, HALF, "1,650 to 1,749"),
    (ABOUT, 1700, 100, WHOLE, "1,601 to 1,799"),
    (ABOUT, 1700, 100, WORDS, "what is near, no end named"),
    (BARE, 1600, 100, HALF, "1,550 to 1,649"),
    (BARE, 1600, 100, WHOLE, "1,501 to 1,699"),
    (BARE, 1600, 100, WORDS, "1,600 and nothing else"),
    (HUNDREDS, 0, 10, HALF, "200 to 999"),
    (HUNDREDS, 0, 10, WHOLE, "200 to 1,999"),
    (HUNDREDS, 0, 10, WORDS, "every number from 200 on"),
]


@pytest.mark.parametrize(("phrase", "value", "step", "reach", "allowed"), CHECKED)
def test_a_phrase_allows_what_was_worked_out_beforehand(phrase, value, step, reach, allowed):
    assert str(hedges.reading(phrase, value, step, reach)) == allowed


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize("step", [5, 10, 100, 1000])
def test_first_and_last_are_the_ends_of_what_is_allowed(phrase, reach, step):
    reading = hedges.reading(phrase, 1400, step, reach)
    allowed = [number for number in range(4000) if reading.allows(number)]
    assert allowed[0] == (reading.first or 0)
    assert allowed[-1] == (3999 if reading.last is None else reading.last)
    assert len(allowed) == allowed[-1] - allowed[0] + 1


@pytest.mark.parametrize("reach", REACHES)
@pytest.mark.parametrize("step", [10, 100, 500])
def test_almost_and_more_than_leave_the_number_itself_out_under_every_rule(reach, step):
    for value in (100, 1400, 680_000):
        below, above = hedges.reading(ALMOST, value, step, reach), hedges.reading(MORE_THAN, value, step, reach)
        assert not below.allows(value) and below.allows(value - 1) and not below.allows(value + 1)
        assert not above.allows(value) and above.allows(value + 1) and not above.allows(value - 1)


def test_to_the_nearest_hundred_the_count_is_not_the_headline_s():
    assert not hedges.reading(BARE, 1600, 100, HALF).allows(1665)
    assert hedges.reading(BARE, 1700, 100, HALF).allows(1665)
    assert hedges.reading(BARE, 2900, 100, HALF).allows(2914)


def test_half_way_is_a_closed_end_below_and_an_open_end_above():
    about = hedges.reading(ABOUT, 1400, 100, HALF)
    assert about.allows(1350) and not about.allows(1450)
    assert (about.low_closed, about.high_closed) == (True, False)


@pytest.mark.parametrize(
    ("value", "step"), [(1400, 100), (1900, 100), (2000, 1000), (1665, 1), (830_000, 10_000), (7, 1)]
)
def test_roundness(value, step):
    assert hedges.roundness(value) == step


@pytest.mark.parametrize("value", [0, -100, 12.5])
def test_what_is_no_round_number_is_told(value):
    with pytest.raises(ValueError, match="A round number is a whole number above 0"):
        hedges.roundness(value)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("nearly", 1400, 100, HALF), "There is no rule for the phrase 'nearly'"),
        ((ALMOST, 1400, 100, "far"), "The rule cannot reach 'far'"),
        ((ALMOST, -1, 100, HALF), "must not be below 0"),
        ((ALMOST, 1400, 2, HALF), "step must be above 2"),
        ((ALMOST, float("nan"), 100, HALF), "must not be below 0"),
    ],
)
def test_what_has_no_reading_is_refused_in_a_sentence(given, told):
    with pytest.raises(ValueError, match=told):
        hedges.reading(*given)
