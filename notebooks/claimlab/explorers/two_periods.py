"""The period lab on two counts with no months to be assumed: how their periods lie, and what the change then says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import comparisons
from ..analysis.comparisons import precision
from ..claims import periods
from ..claims.claim import Count
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .frame import State
from .view import Control, Explorer, Table, View

WHOLE, A_MONTH = WAYS = "whole counts", "counts a month"
SCALE = -100, 100
"""Ends of the percentage scale; what lies beyond is drawn at the edge."""
YEAR = 12


def make(ledger: Ledger) -> Explorer:
    """The period lab on two counts of which one begins later; a prediction on its scale is the change in per cent."""
    wide, slim = (_scene(ledger, width) for width in (charts.WIDE, charts.NARROW))
    control = Control("radio", "way", "Compare", WAYS, WAYS, WHOLE)

    def draw(way: str) -> View:
        return _State(ledger.earlier, ledger.later, way, wide, slim).view()

    return Explorer("Period lab", (control,), draw, scale=SCALE)


@dataclass(frozen=True)
class _State(State):
    """The two counts, and whether they are compared whole or by the month."""

    earlier: Count
    later: Count
    way: str
    wide: charts.Scene
    slim: charts.Scene

    @property
    def shared(self) -> ReportingPeriod | None:
        """The months that both counts cover."""
        return periods.overlap(self.earlier.period, self.later.period)

    @property
    def gap(self) -> ReportingPeriod | None:
        """The months between the two."""
        return periods.between(self.earlier.period, self.later.period)

    @property
    def unequal(self) -> bool:
        return self.earlier.period.months != self.later.period.months

    @property
    def alike(self) -> str:
        return comparisons.counted_alike(self.earlier, self.later)

    @property
    def change(self) -> float:
        """The change in per cent, whole or by the month."""
        before, now = (self.held(claim) for claim in (self.earlier, self.later))
        return (now - before) / before * 100

    @property
    def digits(self) -> int | None:
        return precision.digits(self.earlier, self.later)

    def held(self, claim: Count) -> float:
        """A count, or so many of it a month."""
        return claim.value / (claim.period.months if self.way == A_MONTH else 1)

    def said(self, claim: Count) -> str:
        """A count as printed, or how many of it a month, without its noun."""
        if self.way == WHOLE:
            return comparisons.short(claim)
        rough = precision.digits(claim)
        return f"{'about ' if rough else ''}{precision.number(self.held(claim), rough)}"

    @property
    def how_they_lie(self) -> str:
        """How the two periods lie to one another, as a sentence without its full stop."""
        earlier, later = self.earlier.period, self.later.period
        if self.shared and later.end <= earlier.end:
            return f"{later} lies within {earlier}: the later count is a part of the earlier one"
        if self.shared:
            months = text.months(self.shared.months)
            return f"the two periods overlap by {months}, {self.shared}: what was counted then is in both counts"
        if self.gap:
            months = text.months(self.gap.months)
            return f"{months} lie between the two, {self.gap}, with no figure printed for them"
        return f"{later} follows {earlier} directly"

    @property
    def meaning(self) -> str:
        """What the change says, by how the periods lie, as a clause."""
        earlier, later = self.earlier.period, self.later.period
        if self.shared and (self.unequal or later.end <= earlier.end):
            return "but it is no change from one time to the next"
        if self.shared:
            before, after = ReportingPeriod(earlier.start, later.start - 1), ReportingPeriod(earlier.end + 1, later.end)
            return f"but it can only come from {before} and {after}: it is no change from one time to the next"
        length = "year" if later.months == YEAR else text.months(later.months)
        if self.gap:
            return f"but it is not the change on the {length} before"
        if self.unequal:
            return "but the two are not equally long, and the time of the year may matter"
        season = "" if later.months % YEAR == 0 else ", though the time of the year may matter"
        return f"and that is the change on the {length} before{season}"

    def table(self) -> Table:
        rows = []
        for claim in (self.earlier, self.later):
            a_month = precision.number(claim.value / claim.period.months, precision.digits(claim))
            length = f"{claim.period}, {text.months(claim.period.months)}"
            rows.append([length, comparisons.short(claim), a_month, "printed; a month: worked out"])
        change = precision.change(self.change, self.digits)
        worth = f"assumes that {self.alike}"
        if self.unequal and self.way == WHOLE:
            change, worth = "not worked out", "the two are not equally long"
        rows.append([f"change, {self.way}", "", change, worth])
        return Table(("Period", "Count", "A month, or change", "Rests on"), rows, numbers=("Count",))

    @property
    def not_compared(self) -> bool:
        """Whether whole counts over lengths that differ are set side by side."""
        return self.unequal and self.way == WHOLE

    def answer(self) -> str:
        return "not comparable" if self.not_compared else precision.change(self.change, self.digits)

    def verdict(self) -> str:
        if self.not_compared:
            one, other = (text.months(claim.period.months) for claim in (self.earlier, self.later))
            return (
                f"One count is over {one}, the other over {other}, so the whole counts say nothing of a change: "
                "compare them by the month."
            )
        pair = f"from {self.said(self.earlier)} to {self.said(self.later)} {self.later.unit.noun(self.later.value)}"
        a_month = " a month" if self.way == A_MONTH else ""
        return f"If both were counted alike, {pair}{a_month} {precision.rise_or_fall(self.change, self.digits)}."

    def reasons(self) -> tuple[str, ...]:
        lie = f"{text.capital(self.how_they_lie)}."
        if self.not_compared:
            return (lie,)
        meaning = re.sub("^(?:but|and) (?:that|it)", "this", self.meaning).removeprefix("but ").split(": ")
        return lie, *(f"{text.capital(clause)}." for clause in meaning), f"Assumed: {self.alike}."

    def description(self) -> str:
        bars = " and ".join(
            f"{comparisons.short(claim)} {claim.unit.plural} over {claim.period}"
            for claim in (self.earlier, self.later)
        )
        mark = f" A dashed bracket marks {self.shared}, which both cover." if self.shared else ""
        return (
            f"Two printed bars on one time axis, as high as their count a month, so that the area of each is its "
            f"count: {bars}.{mark} {self.verdict()}"
        )

    def picture(self) -> str:
        return self._on(self.wide)

    def narrow(self) -> str:
        return self._on(self.slim)

    def _on(self, scene: charts.Scene) -> str:
        prediction = charts.part(1, charts.percent.prediction, 1)
        if self.not_compared:
            return scene.picture(prediction)
        written = precision.change(self.change, self.digits)
        mark = charts.percent.Mark(self.way, self.change, written, "printed")
        return scene.picture(
            charts.part(1, charts.percent.percentage, 0, mark, says=f"{written}: {self.way}"), prediction
        )


def _rate(bar: charts.time.Bar) -> float:
    return bar.count / bar.period.months


def _beside(bar: charts.time.Bar, shared: ReportingPeriod | None) -> charts.time.Bar:
    """The part of a bar, as high as the whole, that no other one covers; the bar itself where there is no such part."""
    if shared is None or shared == bar.period:
        return bar
    before, after = (bar.period.start, shared.start - 1), (shared.end + 1, bar.period.end)
    own = ReportingPeriod(*(before if before[0] <= before[1] else after))
    return charts.time.Bar(bar.role, own, _rate(bar) * own.months)


def _scene(ledger: Ledger, width: float) -> charts.Scene:
    """The two bars, and the bracket over the months both cover; the change itself moves."""
    earlier, later = ledger.earlier, ledger.later
    ends = ReportingPeriod(earlier.period.start, max(earlier.period.end, later.period.end))
    bars = [charts.time.Bar(claim.id, claim.period, claim.value) for claim in (earlier, later)]
    top = max(map(_rate, bars))
    shared = periods.overlap(earlier.period, later.period)

    def under(above: Axes, below: Axes) -> None:
        starts = {month for bar in bars for month in (bar.period.start, bar.period.end + 1)}
        charts.time.axis(above, ends, starts, top * 1.6, f"{later.unit.plural} a month")
        for bar in sorted(bars, key=_rate, reverse=True):  # where they overlap, the lower one stands in front
            charts.time.rate(above, bar, ends)
        charts.percent.axis(below, 1, *SCALE)

    def over(above: Axes, below: Axes) -> None:
        for bar, claim in zip(bars, (earlier, later), strict=True):
            charts.time.above(above, _beside(bar, shared), ends, claim.printed)
        if shared:
            charts.time.bracket(above, shared, ends, top * 1.3, "in both")

    return charts.time.two_panels(width, under, over)
