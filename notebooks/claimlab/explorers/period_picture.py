"""The picture of the period lab: counts by the month on a time axis, and changes in per cent on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import fair_sentences, figures, scenarios
from ..analysis.comparisons import precision
from ..claims import periods
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod

SCALE = -40, 100
"""Ends of the percentage scale; what lies beyond is drawn at the edge."""
ROWS = 3
"""Printed, a year, assumed; the row of a prediction comes below them."""


class Chosen(NamedTuple):
    """What is assumed and compared. `held` is how many the window held, as written, and `change` the change in %.

    `gap` are the months without a figure, `missing` what they are assumed to have held; `shared` are the months of the
    earlier period in the year actually before, and `late` what is assumed of them, None where that does not matter.
    """

    gap: ReportingPeriod
    missing: int
    shared: ReportingPeriod
    late: float | None
    window: ReportingPeriod
    name: str
    held: str
    change: float
    digits: int | None


def parts(ledger: Ledger, chosen: Chosen) -> Iterator[charts.Part]:
    """What moves, from the back."""
    ends, things = _ends(ledger), ledger.later.unit.plural
    gap = charts.time.Bar("missing", chosen.gap, chosen.missing, "assumed")
    missing = f"{text.number(chosen.missing)} {things}, {chosen.gap}: assumed, no figure is printed"
    yield charts.part(0, charts.time.rate, gap, ends, says=missing)
    yield charts.part(0, charts.time.above, gap, ends, f"{text.number(chosen.missing)}?")
    if chosen.late is not None:
        late = charts.time.Bar("shared", chosen.shared, chosen.late, "part")
        said = f"about {text.number(text.nearest(chosen.late))} of the earlier {things}, {chosen.shared}: assumed"
        yield charts.part(0, charts.time.rate, late, ends, says=said)
        yield charts.part(0, charts.time.inside, late, ends, f"{text.number(text.nearest(chosen.late))}?")
        yield charts.part(0, charts.time.grip, late, ends, "share", says=said)
    yield charts.part(0, charts.time.grip, gap, ends, "missing", says=missing)
    held = f"{chosen.name}:\n{chosen.held}"
    says = f"{chosen.window}, {chosen.name}: {chosen.held} {things}"
    yield charts.part(0, charts.time.bracket, chosen.window, ends, highest(ledger) * 1.25, held, says=says)
    written = precision.change(chosen.change, chosen.digits)
    mark = charts.percent.Mark(f"from {chosen.window}", chosen.change, written, "assumed")
    says = f"{written}: from {chosen.window} to {ledger.later.period}, if what you set holds"
    yield charts.part(1, charts.percent.percentage, ROWS - 1, mark, says=says)
    yield charts.part(1, charts.percent.prediction, ROWS)


def _ends(ledger: Ledger) -> ReportingPeriod:
    """The time axis."""
    return ReportingPeriod(ledger.earlier.period.start, ledger.later.period.end)


def highest(ledger: Ledger) -> float:
    """The most a month that can be assumed for the months without a figure."""
    return max(scenarios.missing_options(ledger)) / figures.change.months_missing(ledger)


def _alone(ledger: Ledger, bar: charts.time.Bar) -> charts.time.Bar:
    """The part of the earlier bar before the year actually before, as high as the whole: room for its label."""
    shared = periods.overlap(bar.period, periods.year_before(ledger.later.period))
    assert shared, "the lab without shared months is another one"
    before = ReportingPeriod(bar.period.start, shared.start - 1)
    return charts.time.Bar(bar.role, before, bar.count * before.months / bar.period.months)


def scene(ledger: Ledger, width: float) -> charts.Scene:
    """The two printed bars and what is printed of the percentages."""
    bars = [charts.time.Bar(c.id, c.period, c.value) for c in (ledger.earlier, ledger.later)]
    missing = periods.between(ledger.earlier.period, ledger.later.period)
    assert missing, "the lab without months to assume is another one"
    gap = charts.time.Bar("missing", missing, 0, "assumed")
    rise, yearly = figures.change.rise_percent(ledger), figures.change.yearly_rate(ledger)
    said = [precision.change(one, fair_sentences.digits(ledger)) for one in (rise, yearly)]
    marks = [
        charts.percent.Mark("the printed figures", rise, said[0], "printed"),
        charts.percent.Mark(
            f"a year, if {'growth was ' if width == charts.WIDE else ''}steady", yearly, said[1], "steady"
        ),
    ]

    def under(above: Axes, below: Axes) -> None:
        starts = [month for bar in bars for month in (bar.period.start, bar.period.end + 1)]
        things = ledger.later.unit.plural
        charts.time.axis(above, _ends(ledger), starts, highest(ledger) * 1.6, f"{things} a month")
        for bar in bars:
            charts.time.rate(above, bar, _ends(ledger))
        charts.percent.axis(below, ROWS, *SCALE)

    def over(above: Axes, below: Axes) -> None:
        for bar, claim in zip((_alone(ledger, bars[0]), bars[1]), (ledger.earlier, ledger.later), strict=True):
            charts.time.above(above, bar, _ends(ledger), text.number(claim.value))
        said = "no figure\nprinted" if width == charts.WIDE else "no\nfigure"
        charts.time.inside(above, gap, _ends(ledger), said)
        for row, mark in enumerate(marks):
            charts.percent.percentage(below, row, mark)

    return charts.time.two_panels(width, under, over)
