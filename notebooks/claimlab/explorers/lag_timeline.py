"""Lag timeline: one case on its way from the stage that is counted to the stage that is added up, months later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import charts, text
from ..analysis import figures
from ..analysis.comparisons import amount
from ..analysis.figures.totals import Length
from ..claims import periods
from ..claims.claim import Count
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from . import lag_picture
from .frame import State
from .view import Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ("two_stages", "short_span")

LAGS = tuple(range(2, lag_picture.LONGEST + 1, 2))
"""Months on offer from the one stage to the other. Our judgement."""
OPENING = 14
MOST_MONTHS = 50
"""So many months on the first slider keep the explorer's states under a thousand."""
BEFORE, AFTER = 18, 12
"""Months the picture shows at least before and after the period of the total."""


def explorer(ledger: Ledger) -> Explorer:
    """The lag timeline on a story.

    Raises NotInStoryError where the total has no period, a stage has no name, or the two counts lie too far apart.
    """
    total, later = ledger.count("total_without_count"), ledger.later
    if {total.status, later.status} & {"", "-"}:
        raise NotInStoryError(
            "The lag timeline needs the stage (the column status) of the total and of the later count. "
            f"In {ledger.story}, look at the rows {total.id} and {later.id}."
        )
    span = ReportingPeriod(
        min(ledger.earlier.period.start, total.period.start), max(later.period.end, total.period.end)
    )
    if span.months > MOST_MONTHS:
        raise NotInStoryError(
            f"The lag timeline shows at most {text.months(MOST_MONTHS)}; the counts of {ledger.story} span {span}."
        )
    starts = tuple(span.start + month for month in range(span.months))
    names = tuple(text.month(start) for start in starts)
    controls = (
        Control("slider", "month", f"Month in which one case reached “{later.status}” (assumed)", names, names,
                names[max(0, (total.period.start - span.start).n - OPENING // 2)]),
        Control("slider", "lag", f"Months from there to “{total.status}” (assumed)", LAGS,
                tuple(text.months(lag) for lag in LAGS), OPENING),
    )  # fmt: skip
    outside = tuple(figures.totals.lengths_outside(ledger))
    ends = ReportingPeriod(min(span.start, total.period.start - BEFORE), max(span.end, total.period.end + AFTER))
    rows = {width: lag_picture.lengths(OPENING, outside, width) for width in lag_picture.LINE}
    wide, slim = (lag_picture.scene(ledger, total, ends, rows[width], width) for width in rows)

    def draw(month: str, lag: int) -> View:
        return _State(ledger, total, ends, starts[names.index(month)], lag, outside, wide, slim).view()

    return Explorer("Lag timeline", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """When the case reaches each stage, and what is counted there; `ends` is the time axis."""

    ledger: Ledger
    total: Count
    ends: ReportingPeriod
    start: pd.Period
    lag: int
    outside: tuple[Length, ...]
    wide: charts.Scene
    slim: charts.Scene

    @property
    def end(self) -> pd.Period:
        return self.start + self.lag

    @cached_property
    def counted(self) -> Count | None:
        """The printed count whose period the case's first month lies in."""
        claims = self.ledger.later, self.ledger.earlier
        return next((claim for claim in claims if claim.period.start <= self.start <= claim.period.end), None)

    @cached_property
    def added(self) -> bool:
        """Whether the case's last month lies in the period of the total."""
        return self.total.period.start <= self.end <= self.total.period.end

    @cached_property
    def origin(self) -> ReportingPeriod:
        """The months in which those that the total adds up were counted, if all took so long."""
        return self.total.period.moved(-self.lag)

    @cached_property
    def shared(self) -> int:
        """How many of these months lie in the period of the later count."""
        shared = periods.overlap(self.origin, self.ledger.later.period)
        return shared.months if shared else 0

    @property
    def shared_of_these(self) -> str:
        """How many of the months of origin lie in the period of the later count, as a clause."""
        lie = "lies" if self.shared == 1 else "lie"
        return f"{self.shared or 'none'} of these {text.months(self.origin.months)} {lie} in {self.ledger.later.period}"

    @property
    def first(self) -> str:
        return f"{self.ledger.later.status} {text.month(self.start)}"

    @property
    def last(self) -> str:
        return f"{self.total.status} {text.month(self.end)}"

    @property
    def start_where(self) -> str:
        return f"in the months of the {amount(self.counted)}" if self.counted else "in months of neither count"

    @property
    def end_where(self) -> str:
        side = "in" if self.added else "before" if self.end < self.total.period.start else "after"
        return f"{side} the months of the {self.total.printed}"

    def table(self) -> Table:
        first, last = f"“{self.ledger.later.status}”", f"“{self.total.status}”"
        rows = [
            [first, text.month(self.start), self.start_where],
            [last, f"{text.month(self.end)}, {text.months(self.lag)} later", self.end_where],
            [f"{first}, if all took {text.months(self.lag)}", str(self.origin),
             f"{self.shared or 'none'} of {self.origin.months} in {self.ledger.later.period}"],
        ]  # fmt: skip
        notes: list[list[Line]] = [[], [], []]
        for length in self.outside:
            rows.append([f"outside figure: {length.clock}", length.written, f"{length.measure}, {length.cases}"])
            notes.append([Line("", f"{length.when}; another clock: it does not start at {first}")])
        return Table(("What", "When or how long", "Where it falls"), rows, notes=notes if self.outside else ())

    @property
    def counts(self) -> tuple[bool, bool]:
        """Whether the case can be part of the later count, and of the total."""
        return self.counted is self.ledger.later, self.added

    def answer(self) -> str:
        if self.counts[0] == self.counts[1]:
            return f"can be in {'both figures' if self.added else 'neither figure'}"
        only = self.total if self.added else self.ledger.later
        return f"can be in the {text.number(only.value)} only"

    def verdict(self) -> str:
        first, second = self.ledger.later.things, self.total.things
        part = {
            (True, True): f"both the {first} and the {second}",
            (True, False): f"the {first}, not of the {second}",
            (False, True): f"the {second}, not of the {first}",
            (False, False): f"neither the {first} nor the {second}",
        }[self.counts]
        return (
            f"If “{self.ledger.later.status}” in {text.month(self.start)} and “{self.total.status}” "
            f"{text.months(self.lag)} later, one case can be part of {part}."
        )

    def reasons(self) -> tuple[str, ...]:
        later, total = self.ledger.later, self.total
        return (
            f"The month and the {text.months(self.lag)} are assumed: you set them.",
            f"The {amount(later)} were counted in {later.period}.",
            f"The {amount(total)} were added up in {total.period}.",
            f"This case would be “{total.status}” in {text.month(self.end)}.",
            f"If all took {text.months(self.lag)}, those behind the {total.printed} were “{later.status}” in "
            f"{self.origin}.",
            f"{text.capital(self.shared_of_these)}.",
        )

    def description(self) -> str:
        earlier, later, total = self.ledger.earlier, self.ledger.later, self.total
        said = [
            f"A time axis with bars for the {amount(earlier)} of {earlier.period}, the {amount(later)} of "
            f"{later.period} and, under them, the {total.printed} of {total.period}.",
            f"A dashed line leads from a circle, {self.first}, to a diamond, {self.last}. If every case took "
            f"{text.months(self.lag)}, those behind the {total.printed} were {later.status} during {self.origin}: "
            f"{self.shared_of_these}.",
        ]
        if self.outside:
            lengths = " and ".join(f"{length.written} {length.clock} ({length.cases})" for length in self.outside)
            said.append(f"A scale below marks lengths from outside the report, on other clocks: {lengths}.")
        return " ".join(said)

    def picture(self) -> str:
        return self.drawn(self.wide, charts.WIDE)

    def narrow(self) -> str:
        return self.drawn(self.slim, charts.NARROW)

    def drawn(self, scene: charts.Scene, width: float) -> str:
        """The picture in one of the two widths."""
        since = f"{self.ledger.later.status} {self.origin},\nif all took {text.months(self.lag)}"
        lengths = lag_picture.lengths(self.lag, self.outside, width)
        rows = zip(lengths, charts.lags.places(lengths), strict=True)
        way = f"one case, {text.months(self.lag)} on its way (assumed)"
        says = [way, *(f"{one.clock}: {one.written}, {one.cases}, {one.measure}" for one in self.outside)]
        return scene.picture(
            *lag_picture.periods(self.ledger, self.total, self.ends, width),
            charts.part(0, charts.lags.case, self.start, self.end, self.ends, self.first, self.last, says=way),
            charts.part(0, charts.lags.case_start, self.start, self.ends, says=f"{self.first} (assumed)"),
            charts.part(0, charts.lags.case_end, self.end, self.ends, says=f"{self.last} (assumed)"),
            charts.part(0, charts.lags.origin, self.origin, self.ends, since, says=since.replace("\n", " ")),
            *(
                charts.part(1, charts.lags.length, one, at, f"length-{row}", says=said)
                for row, ((one, at), said) in enumerate(zip(rows, says, strict=True))
            ),
        )
