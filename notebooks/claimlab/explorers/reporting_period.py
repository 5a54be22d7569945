"""Reporting period: a first month and a number of months, and the last month that follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd

from .. import charts, text
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .frame import State
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("earlier_count", "later_count")

LONGEST = 24
"""Months on offer."""


def explorer(ledger: Ledger) -> Explorer:
    """A reporting period that starts in a month of the story."""
    starts = tuple(sorted({ledger.earlier.period.start, ledger.later.period.start}))
    lengths = tuple(range(1, LONGEST + 1))
    controls = (
        Control("slider", "months", "Months in the period", lengths, tuple(map(text.months, lengths)), 6),
        Control("radio", "start", "First month", starts, tuple(map(text.month, starts)), starts[-1]),
    )
    ends = ReportingPeriod(starts[0], starts[-1] + LONGEST - 1)
    wide, slim = (
        charts.Scene(width, 1.4, [(0.06, 0.4, 0.88, 0.55)], partial(charts.time.stretch_axis, ends=ends, every=every))
        for width, every in ((charts.WIDE, 6), (charts.NARROW, 12))
    )

    def draw(months: int, start: pd.Period) -> View:
        return _State(ReportingPeriod(start, start + months - 1), ends, wide, slim).view()

    return Explorer("A reporting period", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """The period chosen, and the time axis that it lies on."""

    chosen: ReportingPeriod
    ends: ReportingPeriod
    wide: charts.Scene
    slim: charts.Scene

    @property
    def first(self) -> str:
        return text.month(self.chosen.start)

    @property
    def last(self) -> str:
        return text.month(self.chosen.end)

    @property
    def length(self) -> str:
        return text.months(self.chosen.months)

    def table(self) -> Table:
        rows = [["first month", self.first], ["last month", self.last], ["length", self.length]]
        return Table(("Reporting period", "Value"), rows)

    def answer(self) -> str:
        return self.last

    def verdict(self) -> str:
        return f"A period of {self.length} that starts in {self.first} ends in {self.last}."

    def description(self) -> str:
        return (
            f"One bar on a time axis, from the start of {self.first} to the end of {self.last}. It covers "
            f"{self.length}, both of these months included."
        )

    def picture(self) -> str:
        return self._on(self.wide)

    def narrow(self) -> str:
        return self._on(self.slim)

    def _on(self, scene: charts.Scene) -> str:
        label = f"{self.length}: {self.chosen}"
        says = f"{self.chosen}, {self.length}, first and last included"
        return scene.picture(charts.part(0, charts.time.stretch, self.chosen, self.ends, label, says=says))
