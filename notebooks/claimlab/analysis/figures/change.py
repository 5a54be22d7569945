"""The change from the earlier count to the later one: how much, over how long, and what the missing months decide."""

from __future__ import annotations

from ... import text
from ...claims import periods
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .registry import named

# --- the two counts -------------------------------------------------------------------------------------------------


@named("The earlier count, as printed", unit="that of the claim")
def earlier_count(ledger: Ledger) -> float:
    return ledger.earlier.value


@named("The later count, as printed", unit="that of the claim")
def later_count(ledger: Ledger) -> float:
    return ledger.later.value


@named("Later count - earlier count", unit="that of the two claims")
def rise(ledger: Ledger) -> float:
    return later_count(ledger) - earlier_count(ledger)


@named(
    "(Later count - earlier count) / earlier count x 100",
    unit="per cent of the earlier count, the base",
    write=text.percent,
)
def rise_percent(ledger: Ledger) -> float:
    return rise(ledger) / earlier_count(ledger) * 100


@named("(Later count - earlier count) / earlier count, not made per cent, a common slip", unit="none, a part of one")
def rise_as_fraction(ledger: Ledger) -> float:
    return rise(ledger) / earlier_count(ledger)


@named(
    "(Later count - earlier count) / later count x 100: the wrong base, a common slip",
    unit="per cent",
    write=text.percent,
)
def rise_percent_of_later(ledger: Ledger) -> float:
    return rise(ledger) / later_count(ledger) * 100


@named("Later count / earlier count: how many times as many, not the rise, a common slip", unit="none")
def later_as_factor(ledger: Ledger) -> float:
    return later_count(ledger) / earlier_count(ledger)


@named("Earlier count / later count x 100: upside down, a common slip", unit="per cent", write=text.percent)
def earlier_percent_of_later(ledger: Ledger) -> float:
    return earlier_count(ledger) / later_count(ledger) * 100


@named("Later count / earlier count x 100: the whole, not the rise, a common slip", unit="per cent", write=text.percent)
def later_percent_of_earlier(ledger: Ledger) -> float:
    return later_count(ledger) / earlier_count(ledger) * 100


# --- the two periods ------------------------------------------------------------------------------------------------


@named("Length of the earlier period", unit="months")
def earlier_months(ledger: Ledger) -> float:
    return ledger.earlier.period.months


@named("Length of the later period", unit="months")
def later_months(ledger: Ledger) -> float:
    return ledger.later.period.months


@named("Start of the later period - start of the earlier period", unit="months")
def months_start_to_start(ledger: Ledger) -> float:
    return periods.start_to_start(ledger.earlier.period, ledger.later.period)


@named("Months after the earlier period and before the later one", unit="months; 0 where one follows the other")
def months_missing(ledger: Ledger) -> float:
    missing = periods.between(ledger.earlier.period, ledger.later.period)
    return missing.months if missing else 0


@named("From the start of the earlier period to the end of the later one", unit="months")
def months_spanned(ledger: Ledger) -> float:
    return months_start_to_start(ledger) + later_months(ledger)


@named("Months of the year actually before that lie in the earlier printed period", unit="months; 0 where none does")
def months_shared(ledger: Ledger) -> float:
    shared = periods.overlap(ledger.earlier.period, periods.year_before(ledger.later.period))
    return shared.months if shared else 0


# --- rates over the time between the two starts ----------------------------------------------------------------------


@named(
    "((Later count / earlier count) ^ (12 / months from start to start) - 1) x 100",
    unit="per cent a year",
    write=text.percent,
    assumes="steady growth: the same percentage each year (compound)",
)
def yearly_rate(ledger: Ledger) -> float:
    return float((later_count(ledger) / earlier_count(ledger)) ** (12 / time_between(ledger)) - 1) * 100


@named(
    "Rise in per cent x 12 / months from start to start",
    unit="per cent of the earlier count, a year",
    write=text.percent,
    assumes="steady growth: the same number each year (a straight line)",
)
def yearly_rate_straight(ledger: Ledger) -> float:
    return rise_percent(ledger) * 12 / time_between(ledger)


@named(
    "Rise in per cent x months from start to start / 12: the wrong way round, a common slip",
    unit="per cent",
    write=text.percent,
)
def rise_stretched(ledger: Ledger) -> float:
    return rise_percent(ledger) * time_between(ledger) / 12


# --- the months without a figure --------------------------------------------------------------------------------------


@named(
    "Months shared / months of the earlier period x 100",
    unit="per cent of the earlier count",
    write=text.percent,
    assumes="that the earlier count was spread evenly over its period",
)
def even_share(ledger: Ledger) -> float:
    return months_shared(ledger) / earlier_months(ledger) * 100


@named(
    "Share of the earlier count in its last months, if each month had grown by the same percentage. "
    "With g the growth a month and k the months shared of n: (g^n - g^(n-k)) / (g^n - 1) x 100",
    unit="per cent",
    write=text.percent,
    assumes="steady growth; the months are those shared with the year actually before",
)
def steady_share(ledger: Ledger) -> float:
    growth, n, shared = _monthly_growth(ledger), earlier_months(ledger), months_shared(ledger)
    if growth == 1:
        return even_share(ledger)
    return float((growth**n - growth ** (n - shared)) / (growth**n - 1)) * 100


@named(
    "What the months without a figure held, if each month had grown by the same percentage. With g the growth a month, "
    "n the months of the earlier period and m the months missing: earlier count x g^n x (g^m - 1) / (g^n - 1)",
    unit="that of the claims",
    write=text.whole,
    assumes="steady growth",
)
def steady_missing(ledger: Ledger) -> float:
    growth, n, missing = _monthly_growth(ledger), earlier_months(ledger), months_missing(ledger)
    if growth == 1:
        return earlier_count(ledger) * missing / n
    return float(earlier_count(ledger) * growth**n * (growth**missing - 1) / (growth**n - 1))


def shared_count(ledger: Ledger, share: float) -> float:
    """Share of the earlier count that falls in the year actually before, as a whole number. `share` is in per cent."""
    return float(text.nearest(earlier_count(ledger) * share / 100))


@named(
    "Earlier count x even share",
    unit="that of the claims",
    write=text.whole,
    assumes="the earlier count was spread evenly",
)
def even_shared(ledger: Ledger) -> float:
    return shared_count(ledger, even_share(ledger))


@named(
    "Later count x months missing / months of the later period",
    unit="that of the claims",
    write=text.whole,
    assumes="that the months without a figure went on as fast as the later period",
)
def half_of_later(ledger: Ledger) -> float:
    return later_count(ledger) * months_missing(ledger) / later_months(ledger)


@named(
    "Later count - share of the earlier count: what the missing months held if there was no rise",
    unit="as the claims",
    write=text.whole,
    assumes="that the even share of the earlier count fell in the year actually before",
)
def break_even(ledger: Ledger) -> float:
    return break_even_with(ledger, even_share(ledger))


def break_even_with(ledger: Ledger, share: float) -> float:
    """What the missing months held if there was no rise, with `share` per cent of the earlier count in the year before.

    Later count - that share of the earlier count, in the unit of the two claims.
    """
    return later_count(ledger) - shared_count(ledger, share)


def _monthly_growth(ledger: Ledger) -> float:
    """The factor from month to month under steady growth."""
    return float((later_count(ledger) / earlier_count(ledger)) ** (1 / time_between(ledger)))


def time_between(ledger: Ledger) -> float:
    """Months from start to start, above 0. Raises NotInStoryError where no time passes from the one to the other."""
    months = months_start_to_start(ledger)
    if months <= 0:
        raise NotInStoryError(
            f"In {ledger.story} the later count does not begin after the earlier one, "
            "so there is no time between the two over which a change could be spread."
        )
    return months
