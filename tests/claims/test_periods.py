"""Calendar arithmetic on the article's two periods, and at its edges."""

import pytest

from claimlab.claims import periods
from claimlab.claims.periods import period

EARLIER, LATER = period("2021-04", "2022-03"), period("2022-10", "2023-09")


def test_the_two_periods_of_the_article():
    assert (EARLIER.days, LATER.days) == (365, 365)
    assert (LATER.start.start_time - EARLIER.start.start_time).days == 548
    assert periods.between(EARLIER, LATER).days == 183
    assert periods.overlap(EARLIER, periods.year_before(LATER)).days == 182


def test_a_leap_year_is_a_day_longer():
    assert period("2023-03", "2024-02").days == 366


def test_a_period_that_follows_directly_leaves_nothing_between():
    assert periods.between(EARLIER, EARLIER.moved(12)) is None
    assert str(periods.between(EARLIER, EARLIER.moved(13))) == "Apr 2022 – Apr 2022"


def test_periods_that_overlap_leave_nothing_between():
    assert periods.between(EARLIER, EARLIER.moved(3)) is None


def test_periods_apart_share_nothing():
    assert periods.overlap(EARLIER, LATER) is None


def test_the_year_before_ends_where_the_period_starts():
    before = periods.year_before(LATER)
    assert before.months == 12
    assert before.end + 1 == LATER.start


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match=r"cannot end \(Mar 2022\) before it starts \(Apr 2022\)"):
        period("2022-04", "2022-03")
