"""Calendar arithmetic on reporting periods, in whole months, on `pandas.Period`."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from .. import text


@dataclass(frozen=True)
class ReportingPeriod:
    """A run of whole months, from the first day of `start` to the last day of `end`."""

    start: pd.Period
    end: pd.Period

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(
                f"A period cannot end ({text.month(self.end)}) before it starts ({text.month(self.start)})."
            )

    def __str__(self) -> str:
        return text.span(self.start, self.end)

    @property
    def months(self) -> int:
        """Length in months.

        >>> period("2022-10", "2023-09").months
        12
        """
        return int((self.end - self.start).n) + 1

    @property
    def days(self) -> int:
        """Length in days.

        >>> period("2022-10", "2023-09").days
        365
        """
        return int((self.end.end_time.normalize() - self.start.start_time).days) + 1

    def moved(self, months: int) -> ReportingPeriod:
        """The period of the same length that starts `months` later (earlier where negative)."""
        return ReportingPeriod(self.start + months, self.end + months)


def period(start: str, end: str) -> ReportingPeriod:
    """The period between two months written as 2022-10. Raises ValueError where it ends before it starts.

    >>> str(period("2022-10", "2023-09"))
    'Oct 2022 – Sep 2023'
    """
    return ReportingPeriod(pd.Period(start, "M"), pd.Period(end, "M"))


def start_to_start(earlier: ReportingPeriod, later: ReportingPeriod) -> int:
    """Months from the start of one period to the start of the other.

    >>> start_to_start(period("2021-04", "2022-03"), period("2022-10", "2023-09"))
    18
    """
    return int((later.start - earlier.start).n)


def between(earlier: ReportingPeriod, later: ReportingPeriod) -> ReportingPeriod | None:
    """The months between two periods; None where the later one follows directly or overlaps.

    >>> str(between(period("2021-04", "2022-03"), period("2022-10", "2023-09")))
    'Apr 2022 – Sep 2022'
    """
    if later.start <= earlier.end + 1:
        return None
    return ReportingPeriod(earlier.end + 1, later.start - 1)


def overlap(one: ReportingPeriod, other: ReportingPeriod) -> ReportingPeriod | None:
    """The months two periods share; None where they share none.

    >>> str(overlap(period("2021-04", "2022-03"), period("2021-10", "2022-09")))
    'Oct 2021 – Mar 2022'
    """
    start, end = max(one.start, other.start), min(one.end, other.end)
    return ReportingPeriod(start, end) if start <= end else None


def year_before(later: ReportingPeriod) -> ReportingPeriod:
    """The 12 months that end just before a period starts: the year actually before it.

    >>> str(year_before(period("2022-10", "2023-09")))
    'Oct 2021 – Sep 2022'
    """
    return ReportingPeriod(later.start - 12, later.start - 1)
