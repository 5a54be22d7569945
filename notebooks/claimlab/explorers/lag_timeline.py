"""Lag timeline: one case on its way from the stage that is counted to the stage that is added up, months later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.comparisons import amount
from ..analysis.figures.totals import Length
from ..claims import periods
from ..claims.claim import Count
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .frame import OFF_THE_SCALE, State, typed_number, written
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("two_stages", "short_span")

LAGS = tuple(range(2, 37, 2))
"""Months on offer from the one stage to the other. Our judgement."""
OPENING = 14
MOST_MONTHS = 50
"""So many months on the first slider keep the explorer's states under a thousand."""
TIMELINE, MARGINS = 2.9, 0.45
"""Heights in the picture, in inches: the timeline with its months, and what is left free around the lower scale."""
BEFORE, AFTER = 18, 12
"""Months the picture shows at least before and after the period of the total."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The lag timeline on a story; `predicted` is the number of months the student typed, drawn on the lower scale.

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
    own = typed_number(predicted)
    outside = tuple(figures.totals.lengths_outside(ledger))

    ends = ReportingPeriod(min(span.start, total.period.start - BEFORE), max(span.end, total.period.end + AFTER))
    scene = _scene(ledger, total, ends, _lengths(OPENING, own, outside))

    def draw(month: str, lag: int) -> View:
        return _State(ledger, total, ends, starts[names.index(month)], lag, own, outside, scene).view()

    return Explorer("Lag timeline", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """When the case reaches each stage, and what is counted there; `ends` is the time axis."""

    ledger: Ledger
    total: Count
    ends: ReportingPeriod
    start: pd.Period
    lag: int
    predicted: float | None
    outside: tuple[Length, ...]
    scene: charts.Scene

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
        """How many of the months of origin lie in the period of the later count, without its name."""
        lie = "lies" if self.shared == 1 else "lie"
        return f"{self.shared or 'none'} of these {text.months(self.origin.months)} {lie}"

    @property
    def first(self) -> str:
        return f"{self.ledger.later.status} {text.month(self.start)}"

    @property
    def last(self) -> str:
        return f"{self.total.status} {text.month(self.end)}"

    @property
    def start_where(self) -> str:
        if self.counted:
            return f"in {self.counted.period}, the months of the {amount(self.counted)}"
        return "in months that neither of the two counts covers"

    @property
    def end_where(self) -> str:
        if self.added:
            return f"in {self.total.period}, the months of the {self.total.printed}"
        side = "before" if self.end < self.total.period.start else "after"
        return f"{side} {self.total.period}, the months of the {self.total.printed}"

    def table(self) -> Table:
        stage, lag, total = self.ledger.later.status, text.months(self.lag), self.total.printed
        rows = [
            [stage, text.month(self.start), self.start_where],
            [self.total.status, f"{text.month(self.end)}, {lag} later", self.end_where],
            [f"if all took {lag}: when those behind the {total} were {stage}", str(self.origin),
             f"{self.shared_of_these} in {self.ledger.later.period}"],
        ]  # fmt: skip
        if self.predicted is not None:
            rows.append(["your prediction", _own(self.predicted), _own_place(self.predicted)])
        for length in self.outside:
            clock = f"another clock: it does not start at “{stage}”"
            rests = f"{length.measure}, {length.cases}, {length.when}; {clock}"
            rows.append([f"from outside the report: {length.clock}", length.written, rests])
        return Table(("What", "When or how long", "Where it falls, or what it rests on"), rows)

    def verdict(self) -> str:
        later, total = amount(self.ledger.later), amount(self.total)
        inside = self.counted is self.ledger.later
        if inside and self.added:
            part = f"can be part of both the {later} and the {total}"
        elif inside:
            part = f"can be part of the {later}, but not of the {total}"
        elif self.added:
            part = f"can be part of the {total}, but not of the {later}"
        else:
            part = f"can be part of neither the {later} nor the {total}"
        return (
            f"If one case reached the stage “{self.ledger.later.status}” during {text.month(self.start)} and the stage "
            f"“{self.total.status}” {text.months(self.lag)} later, during {text.month(self.end)}, it {part}."
        )

    def description(self) -> str:
        earlier, later, total = self.ledger.earlier, self.ledger.later, self.total
        said = [
            f"A time axis with bars for the {amount(earlier)} of {earlier.period}, the {amount(later)} of "
            f"{later.period} and, under them, the {total.printed} of {total.period}.",
            f"A dashed line leads from a circle, {self.first}, to a diamond, {self.last}. If every case took "
            f"{text.months(self.lag)}, those behind the {total.printed} were {later.status} during {self.origin}: "
            f"{self.shared_of_these} in {later.period}.",
        ]
        if self.outside:
            lengths = " and ".join(f"{length.written} {length.clock} ({length.cases})" for length in self.outside)
            said.append(f"A scale below marks lengths from outside the report, on other clocks: {lengths}.")
        return " ".join(said)

    def picture(self) -> str:
        since = f"{self.ledger.later.status} {self.origin},\nif all took {text.months(self.lag)}"

        return self.scene.picture(
            charts.part(0, charts.lags.case, self.start, self.end, self.ends, self.first, self.last),
            charts.part(0, charts.lags.origin, self.origin, self.ends, since),
            charts.part(1, charts.lags.length, _lengths(self.lag, self.predicted, self.outside), 0),
        )


def _scene(ledger: Ledger, total: Count, ends: ReportingPeriod, rows: tuple[charts.lags.Length, ...]) -> charts.Scene:
    """The periods that are counted, and the scale of lengths with the prediction and those from outside."""
    earlier, later = ledger.earlier, ledger.later
    scale_tall = charts.lags.height(rows)
    tall = TIMELINE + scale_tall + MARGINS

    def under(above: Axes, below: Axes) -> None:
        charts.lags.calendar(above, ends, _ticks((earlier, later, total), ends))
        for claim in (earlier, later):
            charts.lags.counted(above, claim.period, ends, f"{claim.printed}\n{claim.unit.plural}")
        gap = periods.between(earlier.period, later.period)
        if gap:
            charts.lags.counted(above, gap, ends, "no\nfigure", printed=False)
        charts.lags.total(above, total.period, ends, f"{total.printed}\n{total.unit.plural}")
        charts.lags.scale(below, rows, LAGS[-1])

    def over(above: Axes, below: Axes) -> None:
        for row in range(1, len(rows)):
            charts.lags.length(below, rows, row)

    boxes = [
        (0.05, 1 - (TIMELINE - 0.35) / tall, 0.92, (TIMELINE - 0.4) / tall),
        (0.05, 0.42 / tall, 0.9, scale_tall / tall),
    ]
    return charts.Scene(5, tall, boxes, under, over)


def _lengths(lag: int, predicted: float | None, outside: tuple[Length, ...]) -> tuple[charts.lags.Length, ...]:
    """The rows of the lower scale; the first one moves."""
    rows = [charts.lags.Length("assumed here", lag, lag, text.months(lag), "assumed")]
    if predicted is not None and predicted >= 0:
        rows.append(charts.lags.Length("your prediction", predicted, predicted, _own(predicted), "own"))
    for length in outside:
        label = f"outside figure: {length.clock},\n{length.cases}, {length.measure}"
        rows.append(charts.lags.Length(label, *length.months, length.written, "outside"))
    return tuple(rows)


def _own(predicted: float) -> str:
    """A number of months that a student typed."""
    said = written(predicted)
    return said if said == OFF_THE_SCALE or predicted < 0 else f"{said} {'month' if predicted == 1 else 'months'}"


def _own_place(predicted: float) -> str:
    """What a prediction is worth, and where it lies."""
    if predicted < 0:
        return f"{OFF_THE_SCALE}: no time is less than none"
    return "a guess, never marked" + (f"; {OFF_THE_SCALE} of the picture" if predicted > LAGS[-1] else "")


def _ticks(claims: tuple[Count, ...], ends: ReportingPeriod) -> list[pd.Period]:
    """Where the counted periods begin, and the month after each."""
    months = {month for claim in claims for month in (claim.period.start, claim.period.end + 1)}
    return sorted(month for month in months if month <= ends.end)
