"""The change from the earlier count to the later one: how much, over how long, and what the missing months decide."""

from __future__ import annotations

from ... import text
from ...claims import periods
from ...claims.ledger import Ledger
from ._registry import named

# --- the two counts -------------------------------------------------------------------------------------------------


@named(text.number)
def earlier_count(ledger: Ledger) -> float:
    """The earlier count, as printed. Unit: that of the claim."""
    return ledger.earlier.value


@named(text.number)
def later_count(ledger: Ledger) -> float:
    """The later count, as printed. Unit: that of the claim."""
    return ledger.later.value


@named(text.number)
def rise(ledger: Ledger) -> float:
    """Later count - earlier count. Unit: that of the two claims."""
    return later_count(ledger) - earlier_count(ledger)


@named(text.percent)
def rise_percent(ledger: Ledger) -> float:
    """(Later count - earlier count) / earlier count x 100. Unit: per cent of the earlier count, the base."""
    return rise(ledger) / earlier_count(ledger) * 100


@named(text.number)
def rise_as_fraction(ledger: Ledger) -> float:
    """(Later count - earlier count) / earlier count, not made per cent, a common slip. Unit: none, a part of one."""
    return rise(ledger) / earlier_count(ledger)


@named(text.percent)
def rise_percent_of_later(ledger: Ledger) -> float:
    """(Later count - earlier count) / later count x 100: the wrong base, a common slip. Unit: per cent."""
    return rise(ledger) / later_count(ledger) * 100


@named(text.percent)
def later_percent_of_earlier(ledger: Ledger) -> float:
    """Later count / earlier count x 100: the whole, not the rise, a common slip. Unit: per cent."""
    return later_count(ledger) / earlier_count(ledger) * 100


@named(text.number)
def earlier_a_month(ledger: Ledger) -> float:
    """Earlier count / months of its period. Unit: that of the claim, a month."""
    return earlier_count(ledger) / ledger.earlier.period.months


@named(text.number)
def later_a_month(ledger: Ledger) -> float:
    """Later count / months of its period. Unit: that of the claim, a month."""
    return later_count(ledger) / ledger.later.period.months


# --- the two periods ------------------------------------------------------------------------------------------------


@named(text.number)
def earlier_months(ledger: Ledger) -> float:
    """Length of the earlier period. Unit: months."""
    return ledger.earlier.period.months


@named(text.number)
def later_months(ledger: Ledger) -> float:
    """Length of the later period. Unit: months."""
    return ledger.later.period.months


@named(text.number)
def months_start_to_start(ledger: Ledger) -> float:
    """Start of the later period - start of the earlier period. Unit: months."""
    return periods.start_to_start(ledger.earlier.period, ledger.later.period)


@named(text.number)
def months_missing(ledger: Ledger) -> float:
    """Months after the earlier period and before the later one. Unit: months; 0 where one follows the other."""
    missing = periods.between(ledger.earlier.period, ledger.later.period)
    return missing.months if missing else 0


@named(text.number)
def months_spanned(ledger: Ledger) -> float:
    """From the start of the earlier period to the end of the later one. Unit: months."""
    return months_start_to_start(ledger) + later_months(ledger)


@named(text.number)
def months_shared(ledger: Ledger) -> float:
    """Months of the year actually before that lie in the earlier printed period. Unit: months; 0 where none does."""
    shared = periods.overlap(ledger.earlier.period, periods.year_before(ledger.later.period))
    return shared.months if shared else 0


# --- rates over the time between the two starts ----------------------------------------------------------------------


@named(text.percent)
def yearly_rate(ledger: Ledger) -> float:
    """((Later count / earlier count) ^ (12 / months from start to start) - 1) x 100. Unit: per cent a year.

    Assumes steady growth: the same percentage each year (compound).
    """
    return ((later_count(ledger) / earlier_count(ledger)) ** (12 / months_start_to_start(ledger)) - 1) * 100


@named(text.percent)
def yearly_rate_straight(ledger: Ledger) -> float:
    """Rise in per cent x 12 / months from start to start. Unit: per cent of the earlier count, a year.

    Assumes steady growth: the same number each year (a straight line).
    """
    return rise_percent(ledger) * 12 / months_start_to_start(ledger)


@named(text.percent)
def rise_stretched(ledger: Ledger) -> float:
    """Rise in per cent x months from start to start / 12: the wrong way round, a common slip. Unit: per cent."""
    return rise_percent(ledger) * months_start_to_start(ledger) / 12


# --- the months without a figure --------------------------------------------------------------------------------------


@named(text.percent)
def even_share(ledger: Ledger) -> float:
    """Months shared / months of the earlier period x 100. Unit: per cent of the earlier count.

    Assumes that the earlier count was spread evenly over its period.
    """
    return months_shared(ledger) / earlier_months(ledger) * 100


@named(text.percent)
def steady_share(ledger: Ledger) -> float:
    """Share of the earlier count in its last months, if each month had grown by the same percentage. Unit: per cent.

    With g the growth a month and k the months shared of n: (g^n - g^(n-k)) / (g^n - 1) x 100.
    Assumes steady growth; the months are those shared with the year actually before.
    """
    growth, n, shared = _monthly_growth(ledger), earlier_months(ledger), months_shared(ledger)
    if growth == 1:
        return even_share(ledger)
    return (growth**n - growth ** (n - shared)) / (growth**n - 1) * 100


@named(text.whole)
def steady_missing(ledger: Ledger) -> float:
    """What the months without a figure held, if each month had grown by the same percentage. Unit: that of the claims.

    With g the growth a month, n the months of the earlier period and m the months missing:
    earlier count x g^n x (g^m - 1) / (g^n - 1). Assumes steady growth.
    """
    growth, n, missing = _monthly_growth(ledger), earlier_months(ledger), months_missing(ledger)
    if growth == 1:
        return earlier_count(ledger) * missing / n
    return earlier_count(ledger) * growth**n * (growth**missing - 1) / (growth**n - 1)


def shared_count(ledger: Ledger, share: float) -> float:
    """Share of the earlier count that falls in the year actually before, as a whole number. `share` is in per cent."""
    return float(text.nearest(earlier_count(ledger) * share / 100))


@named(text.whole)
def even_shared(ledger: Ledger) -> float:
    """Earlier count x even share. Unit: that of the claims. Assumes the earlier count was spread evenly."""
    return shared_count(ledger, even_share(ledger))


@named(text.whole)
def half_of_later(ledger: Ledger) -> float:
    """Later count x months missing / months of the later period. Unit: that of the claims.

    Assumes that the months without a figure went on as fast as the later period.
    """
    return later_count(ledger) * months_missing(ledger) / later_months(ledger)


@named(text.whole)
def break_even(ledger: Ledger, share: float | None = None) -> float:
    """Later count - share of the earlier count: what the missing months held if there was no rise. Unit: as the claims.

    Assumes that `share` per cent of the earlier count fell in the year actually before; the even share if not given.
    """
    return later_count(ledger) - shared_count(ledger, even_share(ledger) if share is None else share)


def _monthly_growth(ledger: Ledger) -> float:
    """The factor from month to month under steady growth."""
    return (later_count(ledger) / earlier_count(ledger)) ** (1 / months_start_to_start(ledger))
