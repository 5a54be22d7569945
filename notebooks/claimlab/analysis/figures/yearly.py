"""One year of the change, as a number of things, of another count than the earlier one, and with the wrong base."""

from __future__ import annotations

from ... import text
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .change import later_count, rise, rise_percent_of_later, time_between
from .registry import named


@named(
    "Rise x 12 / months from start to start",
    unit="that of the two claims, a year",
    write=text.whole,
    assumes="steady growth: the same number each year (a straight line)",
)
def yearly_rise(ledger: Ledger) -> float:
    return rise(ledger) * 12 / time_between(ledger)


@named(
    "Rise in a year / (later count - rise in a year) x 100",
    unit="per cent of the count a year before the later one, a year",
    write=text.percent,
    assumes="steady growth: the same number each year (a straight line), which also gives the count a year before",
)
def yearly_rate_straight_last(ledger: Ledger) -> float:
    before = later_count(ledger) - yearly_rise(ledger)
    if before <= 0:
        raise NotInStoryError(f"In {ledger.story} a straight line gives no count above 0 a year before the later one.")
    return yearly_rise(ledger) / before * 100


@named(
    "(Later count - earlier count) / later count x 100 x 12 / months from start to start: the wrong base, a slip",
    unit="per cent of the later count, a year",
    write=text.percent,
)
def yearly_rate_of_later(ledger: Ledger) -> float:
    return rise_percent_of_later(ledger) * 12 / time_between(ledger)
