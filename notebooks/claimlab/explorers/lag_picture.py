"""The picture of the lag timeline: the time axis with the counted periods, and the scale of lengths."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis.figures.totals import Length
from ..claims.claim import Count
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod, between

LONGEST = 36
"""Where the scale of lengths ends, in months."""
TIMELINE, MARGINS = 2.9, 0.45
"""Heights in the picture, in inches: the timeline with its months, and what is left free around the lower scale."""
LINE = {charts.WIDE: 60, charts.NARROW: 16}
"""Letters in a line of the label of the total, in each of the two drawings."""
NARROW_LINE = 36
"""Letters in a line of the narrow drawing."""
LETTERS = {charts.WIDE: 10, charts.NARROW: 9}
"""Size of the letters under the time axis, in points."""
CLOSE = 4
"""Months that two ticks are apart at least."""


def periods(ledger: Ledger, total: Count, ends: ReportingPeriod, width: float) -> Iterator[charts.Part]:
    """The periods that are counted, what lies between them, and that of the total."""
    for role, claim in (("earlier", ledger.earlier), ("later", ledger.later)):
        label = f"{claim.printed}\n{claim.unit.plural}"
        yield charts.part(0, charts.lags.counted, role, claim.period, ends, label, says=_printed(claim))
    gap = between(ledger.earlier.period, ledger.later.period)
    if gap:
        yield charts.part(
            0, charts.lags.counted, "gap", gap, ends, "no\nfigure", False, says=f"{gap}: no figure printed"
        )
    label = f"{total.printed}\n{total.unit.plural}"
    yield charts.part(0, charts.lags.total, total.period, ends, _wrapped(label, LINE[width]), says=_printed(total))


def _printed(claim: Count) -> str:
    """What a printed figure is, for whoever points at it."""
    return f"{claim.printed} {claim.unit.plural}, {claim.period}, printed"


def _wrapped(label: str, letters: int) -> str:
    """A label in lines of so many letters at most."""
    return "\n".join("\n".join(textwrap.wrap(line, letters)) for line in label.split("\n"))


def scene(
    ledger: Ledger, total: Count, ends: ReportingPeriod, rows: tuple[charts.lags.Length, ...], width: float
) -> charts.Scene:
    """The time axis with the months of the total through all its rows, and the scale of lengths."""
    scale_tall = charts.lags.height(rows)
    tall = TIMELINE + scale_tall + MARGINS

    def under(above: Axes, below: Axes) -> None:
        charts.lags.calendar(above, ends, _ticks((ledger.earlier, ledger.later, total), ends))
        above.tick_params(labelsize=LETTERS[width])
        charts.lags.through(above, total.period, ends)
        charts.lags.scale(below, rows, LONGEST)

    boxes = [
        (0.06, 1 - (TIMELINE - 0.35) / tall, 0.91, (TIMELINE - 0.4) / tall),
        (0.06, 0.42 / tall, 0.88, scale_tall / tall),
    ]
    return charts.Scene(width, tall, boxes, under)


def lengths(lag: int, outside: tuple[Length, ...], width: float) -> tuple[charts.lags.Length, ...]:
    """The rows of the lower scale; the first one moves. In the narrow drawing the number ends the label."""
    rows = [charts.lags.Length("assumed here", lag, lag, text.months(lag), "assumed")]
    for length in outside:
        label, written = f"outside figure: {length.clock},\n{length.cases}, {length.measure}", length.written
        if width == charts.NARROW:
            label, written = _wrapped(f"outside figure: {length.clock}, {written}", NARROW_LINE), ""
        rows.append(charts.lags.Length(label, *length.months, written, "outside"))
    return tuple(rows)


def _ticks(claims: tuple[Count, ...], ends: ReportingPeriod) -> list[pd.Period]:
    """Where the counted periods begin, and the month after each; of two that are close, the first."""
    months = {month for claim in claims for month in (claim.period.start, claim.period.end + 1)}
    ticks: list[pd.Period] = []
    for month in sorted(month for month in months if month <= ends.end):
        if not ticks or (month - ticks[-1]).n >= CLOSE:
            ticks.append(month)
    return ticks
