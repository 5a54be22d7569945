"""One printed figure, typed by what the ledger gives of it: a claim, a statistic, an amount, a count, a range."""

from __future__ import annotations

from dataclasses import dataclass

from .. import text
from .periods import ReportingPeriod

HOW_MANY = ("count", "range")
"""The kinds of figure that say how many there were of something; lengths, dates and words do not."""
TIMES = ("date", "time word")
"""The kinds of phrase that say when."""


@dataclass(frozen=True)
class Unit:
    """What a figure counts: its name in the table of units, the noun for one and for many, what exactly is counted."""

    name: str
    singular: str
    plural: str
    counts: str = ""

    def noun(self, value: float) -> str:
        """The noun that goes with a number of them."""
        return self.singular if value == 1 else self.plural


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One printed figure or phrase, with the columns of its row.

    `value`, or `low` and `high`, are numbers of `unit`; each may be missing here, and none is in the classes below.
    `months` is the length of time a flow is counted over, where it is known. A figure from `outside` the story has no
    paragraph.
    """

    id: str
    part: str
    paragraph: int
    printed: str
    kind: str
    role: str
    value: float | None
    low: float | None
    high: float | None
    unit: Unit | None
    period: ReportingPeriod | None
    period_printed: str
    months: int | None
    place: str
    speaker: str
    status: str
    stock_or_flow: str
    hedge: str
    same_as: str
    note: str
    outside: bool = False

    @property
    def fact(self) -> str:
        """The id of the first row that prints the same fact: its own where it repeats none."""
        return self.same_as or self.id

    @property
    def when(self) -> str:
        """The period, as far as the story fixes it: its months; or the words for it, which name no months."""
        if self.period:
            return str(self.period)
        words = self.printed if self.kind in TIMES else self.period_printed
        return f"“{words}”, no months" if words else "no period given"


@dataclass(frozen=True, kw_only=True)
class Statistic(Claim):
    """A claim about so many of something: it has a unit. A word of size such as "hundreds" has no number."""

    unit: Unit

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest number printed; the same twice for one number, None for a word of size."""
        if self.value is not None:
            return self.value, self.value
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def numbers(self) -> tuple[float, float]:
        """The two ends. Raises ValueError for a word of size."""
        if self.ends is None:
            raise ValueError(f"“{self.printed}” prints no number to calculate with.")
        return self.ends

    @property
    def short(self) -> str:
        """The number alone, as printed; a range from end to end."""
        if self.value is None and self.low is not None and self.high is not None:
            return f"{text.number(self.low)} to {text.number(self.high)}"
        return self.printed

    @property
    def thing(self) -> str:
        """The noun for one; "a month" is said where a count is one a month."""
        return self.unit.singular + self._a_month

    @property
    def things(self) -> str:
        """The noun for many; "a month" is said where a count is one a month."""
        return self.unit.plural + self._a_month

    @property
    def _a_month(self) -> str:
        return " a month" if self.months == 1 and not self.period else ""

    @property
    def amount(self) -> str:
        """The number and its noun; a word of size and its noun."""
        return f"{self.short} {self.things}" if self.ends else f"{self.short} of {self.things}"

    @property
    def dated(self) -> str:
        """The period in months, or what the story calls it, or that there is none."""
        if self.period:
            return text.month(self.period.start) if self.period.months == 1 else str(self.period)
        if self.outside:
            return self.period_printed
        return f"“{self.period_printed}”" if self.period_printed else "not given"

    @property
    def label(self) -> str:
        """Number, noun and period, in a sentence."""
        return f"{self.amount} ({self.dated})" if self.period or self.period_printed else self.amount

    @property
    def option(self) -> str:
        """The figure among others to choose from."""
        when = self.dated if self.period or self.period_printed else "no period given"
        return f"{self.amount}, {when}" + (f", {self.place} (not in the article)" if self.outside else "")


@dataclass(frozen=True, kw_only=True)
class Amount(Statistic):
    """A statistic with one number, above 0."""

    value: float


@dataclass(frozen=True, kw_only=True)
class Count(Amount):
    """An amount whose reporting period is known."""

    period: ReportingPeriod


@dataclass(frozen=True, kw_only=True)
class Range(Statistic):
    """A statistic with two different ends, both above 0."""

    low: float
    high: float
