"""The range: its width and middle, what share of a base it is, and the range that was given before it."""

from __future__ import annotations

import pandas as pd

from ... import text
from ...claims import references
from ...claims.errors import ReaderError
from ...claims.ledger import Claim, Ledger
from .. import hedges
from ._registry import named

EVERY = 1_000
"""Shares are given in every so many people of the base: both ends then have the same base, and no decimal places."""


# --- the range itself -------------------------------------------------------------------------------------------------


def ends(ledger: Ledger) -> Claim:
    """The claim that plays the range, with both its ends and a unit. Raises ReaderError where there is none."""
    claim = ledger.part("range")
    if not claim.low or not claim.high or not claim.unit or claim.low == claim.high:
        raise ReaderError(
            f"The row {claim.id} of {ledger.story} needs two different ends above 0 and a unit to be a range."
        )
    return claim


@named(text.number)
def range_width(ledger: Ledger) -> float:
    """Upper end - lower end of the range. Unit: that of the range."""
    return ends(ledger).high - ends(ledger).low


@named(text.number)
def range_middle(ledger: Ledger) -> float:
    """(Lower end + upper end of the range) / 2: arithmetic, a number that nobody printed. Unit: that of the range."""
    return range_sum(ledger) / 2


@named(text.number)
def range_half_width(ledger: Ledger) -> float:
    """Width of the range / 2: from the middle to either end. Unit: that of the range."""
    return range_width(ledger) / 2


@named(text.percent)
def range_half_width_percent(ledger: Ledger) -> float:
    """Half the width of the range / its middle x 100. Unit: per cent of the middle."""
    return range_half_width(ledger) / range_middle(ledger) * 100


@named(text.number)
def range_sum(ledger: Ledger) -> float:
    """Lower end + upper end of the range, not halved: a common slip. Unit: that of the range."""
    return ends(ledger).low + ends(ledger).high


@named(text.number)
def below_range(ledger: Ledger) -> float:
    """Lower end - a tenth of the largest power of ten that divides it: a number just outside. Unit: as the range."""
    low = ends(ledger).low
    return low - max(hedges.roundness(low) / 10, 1)


# --- a share of a base ------------------------------------------------------------------------------------------------


def bases(ledger: Ledger) -> pd.DataFrame:
    """The story's rows of the reference table of bases, by role; `value` is the count, from the population table where
    the row names one. Empty for a story without bases."""
    table = references.load("bases")
    rows = table[table["story"] == ledger.story].copy()
    if len(rows):
        rows["value"] = rows["value"].fillna(rows["population"].map(references.load("population")["value"]))
    return rows.set_index("role")


def share(number: float, base: float) -> float:
    """Number / base x 1,000. Unit: in every 1,000 of the base."""
    return number / base * EVERY


def _low(ledger: Ledger, role: str) -> float:
    return share(ends(ledger).low, _base(ledger, role))


def _high(ledger: Ledger, role: str) -> float:
    return share(ends(ledger).high, _base(ledger, role))


def _base(ledger: Ledger, role: str) -> float:
    rows = bases(ledger)
    if role not in rows.index:
        raise ReaderError(f"The story {ledger.story} has no row with the role {role} in the reference table bases.")
    return float(rows.loc[role, "value"])


@named(text.number)
def in_every(ledger: Ledger) -> float:
    """1,000: our choice of how many people of the base a share is given in. Unit: people of the base."""
    return EVERY


@named(text.whole)
def share_low(ledger: Ledger) -> float:
    """Lower end of the range / the base called first x 1,000. Unit: in every 1,000 of that base."""
    return _low(ledger, "first")


@named(text.whole)
def share_high(ledger: Ledger) -> float:
    """Upper end of the range / the base called first x 1,000. Unit: in every 1,000 of that base."""
    return _high(ledger, "first")


@named(text.whole)
def share_low_later(ledger: Ledger) -> float:
    """Lower end of the range / the base called later x 1,000. Unit: in every 1,000 of that base."""
    return _low(ledger, "later")


@named(text.whole)
def share_high_later(ledger: Ledger) -> float:
    """Upper end of the range / the base called later x 1,000. Unit: in every 1,000 of that base."""
    return _high(ledger, "later")


@named(text.whole)
def share_low_everyone(ledger: Ledger) -> float:
    """Lower end of the range / the base called everyone x 1,000: a wrong base. Unit: in every 1,000 of that base."""
    return _low(ledger, "everyone")


@named(text.whole)
def share_high_everyone(ledger: Ledger) -> float:
    """Upper end of the range / the base called everyone x 1,000: a wrong base. Unit: in every 1,000 of that base."""
    return _high(ledger, "everyone")


@named(text.whole)
def share_low_other_place(ledger: Ledger) -> float:
    """Lower end of the range / the base called other place x 1,000: a wrong base. Unit: in every 1,000 of that base."""
    return _low(ledger, "other_place")


@named(text.whole)
def share_high_other_place(ledger: Ledger) -> float:
    """Upper end of the range / the base called other place x 1,000: a wrong base. Unit: in every 1,000 of that base."""
    return _high(ledger, "other_place")


# --- the range that was given before ----------------------------------------------------------------------------------


def earlier(ledger: Ledger) -> pd.DataFrame:
    """The story's rows of the reference table of earlier estimates, the earliest first; empty where there are none."""
    table = references.load("earlier_estimates")
    return table[table["story"] == ledger.story].sort_values("said", kind="stable")


def _before(ledger: Ledger) -> pd.Series:
    rows = earlier(ledger).dropna(subset=["low", "high"])
    if rows.empty:
        raise ReaderError(f"The story {ledger.story} has no range in the reference table earlier_estimates.")
    return rows.iloc[0]


@named(text.number)
def range_before_low(ledger: Ledger) -> float:
    """Lower end of the first range given before. Unit: that of the earlier estimate."""
    return _before(ledger)["low"]


@named(text.number)
def range_before_high(ledger: Ledger) -> float:
    """Upper end of the first range given before. Unit: that of the earlier estimate."""
    return _before(ledger)["high"]


@named(text.number)
def low_end_moved(ledger: Ledger) -> float:
    """Lower end of the range - lower end of the range before. Unit: that of the range. Above 0 where it rose."""
    return ends(ledger).low - range_before_low(ledger)


@named(text.number)
def high_end_fell(ledger: Ledger) -> float:
    """Upper end of the range before - upper end of the range. Unit: that of the range. Above 0 where it fell."""
    return range_before_high(ledger) - ends(ledger).high


@named(text.number)
def middle_moved(ledger: Ledger) -> float:
    """Middle of the range - middle of the range before: two numbers that nobody gave. Unit: that of the range."""
    return range_middle(ledger) - (range_before_low(ledger) + range_before_high(ledger)) / 2


@named(text.percent)
def middle_moved_percent(ledger: Ledger) -> float:
    """Move of the middle / middle of the range before x 100, which no one should read. Unit: per cent."""
    return middle_moved(ledger) / (range_middle(ledger) - middle_moved(ledger)) * 100
