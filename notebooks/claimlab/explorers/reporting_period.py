"""Reporting period: a first month and a number of months, and the last month that follows."""

from __future__ import annotations

from functools import partial

import pandas as pd

from .. import charts, text
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("earlier_count", "later_count")

LONGEST = 24
"""Months on offer."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """A reporting period that starts in a month of the story; a prediction of a month is not drawn."""
    starts = tuple(sorted({ledger.earlier.period.start, ledger.later.period.start}))
    lengths = tuple(range(1, LONGEST + 1))
    controls = (
        Control("slider", "months", "Months in the period", lengths, tuple(map(text.months, lengths)), 6),
        Control("radio", "start", "First month", starts, tuple(map(text.month, starts)), starts[-1]),
    )
    ends = ReportingPeriod(starts[0], starts[-1] + LONGEST - 1)
    scene = charts.Scene(5, 1.3, [(0.04, 0.4, 0.92, 0.55)], partial(charts.time.stretch_axis, ends=ends))

    def draw(months: int, start: pd.Period) -> View:
        chosen = ReportingPeriod(start, start + months - 1)
        length = text.months(months)
        rows = [["first month", text.month(chosen.start)], ["last month", text.month(chosen.end)], ["length", length]]
        return View(
            scene.picture(charts.part(0, charts.time.stretch, chosen, ends, f"{length}: {chosen}")),
            f"A period of {length} that starts in {text.month(start)} ends in {text.month(chosen.end)}.",
            Table(("Reporting period", "Value"), rows),
            f"One bar on a time axis, from the start of {text.month(chosen.start)} to the end of "
            f"{text.month(chosen.end)}. It covers {length}, both of these months included.",
        )

    return Explorer("A reporting period", controls, draw)
