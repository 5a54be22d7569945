"""The range: its width and middle, what share of a base it is, and the range that was given before it."""

from __future__ import annotations

import pandas as pd

from ... import text
from ...claims import references
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .. import hedges
from .registry import named

EVERY = 1_000
"""Shares are given in every so many people of the base: both ends then have the same base, and no decimal places."""


# --- the range itself -------------------------------------------------------------------------------------------------


@named("Upper end - lower end of the range", unit="that of the range")
def range_width(ledger: Ledger) -> float:
    return ledger.range("range").high - ledger.range("range").low


@named("(Lower end + upper end of the range) / 2: arithmetic, a number that nobody printed", unit="that of the range")
def range_middle(ledger: Ledger) -> float:
    return (ledger.range("range").low + ledger.range("range").high) / 2


@named("Lower end - a tenth of the largest power of ten that divides it: a number just outside", unit="as the range")
def below_range(ledger: Ledger) -> float:
    low = ledger.range("range").low
    if not low.is_integer():
        raise NotInStoryError(f"The range of {ledger.story} is not in whole numbers, so it has no rounding step.")
    return low - max(hedges.roundness(low) / 10, 1)


# --- an imagined rise of its ends -------------------------------------------------------------------------------------

LOW_RISES, HIGH_RISES = 11, 10
"""Per cent: the bigger percentage goes with the smaller number. Our choice, and only imagined."""
WIDE = LOW_RISES / HIGH_RISES
"""Where the upper end is more than so many times the lower one, the smaller percentage is the larger number."""


@named("11: our choice of an imagined rise of the lower end", unit="per cent of the lower end")
def low_rises_percent(ledger: Ledger) -> float:
    return LOW_RISES


@named("10: our choice of an imagined rise of the upper end", unit="per cent of the upper end")
def high_rises_percent(ledger: Ledger) -> float:
    return HIGH_RISES


@named("Lower end of the range x 11 / 100", unit="that of the range", assumes="a rise that is only imagined")
def low_rises_by(ledger: Ledger) -> float:
    return ledger.range("range").low * LOW_RISES / 100


@named("Upper end of the range x 10 / 100", unit="that of the range", assumes="a rise that is only imagined")
def high_rises_by(ledger: Ledger) -> float:
    return ledger.range("range").high * HIGH_RISES / 100


# --- a share of a base ------------------------------------------------------------------------------------------------


def bases(ledger: Ledger) -> pd.DataFrame:
    """The story's rows of the reference table of bases, by role; `value` is the count, from the population table where
    the row names one. Empty for a story without bases."""
    table = references.load("bases")
    rows = table[table["story"] == ledger.story].copy()
    if len(rows):
        rows["value"] = rows["value"].fillna(rows["population"].map(references.load("population")["value"]))
    return rows.set_index("role")


def base(ledger: Ledger, role: str) -> float:
    """The count of the base of this role. Raises NotInStoryError for a story without it."""
    rows = bases(ledger)
    if role not in rows.index:
        raise NotInStoryError(f"The story {ledger.story} has no row with the role {role} in the reference table bases.")
    return float(rows["value"][role])


def share(number: float, base: float) -> float:
    """Number / base x 1,000. Unit: in every 1,000 of the base."""
    return number / base * EVERY


@named("1,000: our choice of how many people of the base a share is given in", unit="people of the base")
def in_every(ledger: Ledger) -> float:
    return EVERY


# Which base is called what is the story's own (the reference table of bases): some serve, some are the wrong one.
ROLES = {
    "": ("first", ""),
    "_later": ("later", ""),
    "_everyone": ("everyone", ": a wrong base"),
    "_other_place": ("other_place", ": a wrong base"),
}


def _enter_share(name: str, end: str, role: str, formula: str) -> None:
    @named(formula, unit="in every 1,000 of that base", write=text.whole, name=name)
    def one_end(ledger: Ledger) -> float:
        claim = ledger.range("range")
        return share(claim.low if end == "low" else claim.high, base(ledger, role))


for _suffix, (_role, _why) in ROLES.items():
    for _end, _words in (("low", "Lower"), ("high", "Upper")):
        _called = _role.replace("_", " ")
        _formula = f"{_words} end of the range / the base called {_called} x 1,000{_why}"
        _enter_share(f"share_{_end}{_suffix}", _end, _role, _formula)


@named("The base called first / upper end of the range", unit="people of that base for one", write=text.whole)
def one_in_high(ledger: Ledger) -> float:
    return base(ledger, "first") / ledger.range("range").high


# --- the range that was given before ----------------------------------------------------------------------------------


def earlier(ledger: Ledger) -> pd.DataFrame:
    """The story's rows of the reference table of earlier estimates, the earliest first; empty where there are none."""
    table = references.load("earlier_estimates")
    return table[table["story"] == ledger.story].sort_values("said", kind="stable")


def _before(ledger: Ledger) -> pd.Series:
    rows = earlier(ledger).dropna(subset=["low", "high"])
    if rows.empty:
        raise NotInStoryError(f"The story {ledger.story} has no range in the reference table earlier_estimates.")
    return rows.iloc[0]


@named("Lower end of the first range given before", unit="that of the earlier estimate")
def range_before_low(ledger: Ledger) -> float:
    return float(_before(ledger)["low"])


@named("Upper end of the first range given before", unit="that of the earlier estimate")
def range_before_high(ledger: Ledger) -> float:
    return float(_before(ledger)["high"])


@named("Lower end of the range - lower end of the range before. Above 0 where it rose", unit="that of the range")
def low_end_moved(ledger: Ledger) -> float:
    return ledger.range("range").low - range_before_low(ledger)


@named("Upper end of the range before - upper end of the range. Above 0 where it fell", unit="that of the range")
def high_end_fell(ledger: Ledger) -> float:
    return range_before_high(ledger) - ledger.range("range").high


@named("Middle of the range - middle of the range before: two numbers that nobody gave", unit="that of the range")
def middle_moved(ledger: Ledger) -> float:
    return range_middle(ledger) - (range_before_low(ledger) + range_before_high(ledger)) / 2


@named(
    "Move of the middle / middle of the range before x 100, which no one should read",
    unit="per cent",
    write=text.percent,
)
def middle_moved_percent(ledger: Ledger) -> float:
    return middle_moved(ledger) / (range_middle(ledger) - middle_moved(ledger)) * 100
