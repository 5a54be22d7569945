"""Period lab: two 12-month counts, the months between them, and the year actually before; else `two_periods`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import fair_sentences, figures, scenarios
from ..analysis.comparisons import precision
from ..claims import periods
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from . import two_periods
from .frame import State, typed_number, written_percent
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("one_later",)

AS_PRINTED, HALF_WAY, YEAR_BEFORE = WINDOWS = "as printed", "between the two", "the year actually before"
SCALE = -40, 100
"""Ends of the percentage scale; what lies beyond is drawn at the edge."""
ASSUMED_ROW = 2
"""Its row for the change that is assumed."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The period lab on a story; `predicted` is the percentage the student typed, drawn beside the answer.

    Raises NotInStoryError where the story has no two counts of which one begins later.
    """
    earlier, later, missing = ledger.earlier.period, ledger.later.period, figures.change.months_missing(ledger)
    gap, shared = periods.between(earlier, later), periods.overlap(earlier, periods.year_before(later))
    if not earlier.months == later.months == 12 or gap is None or shared is None:
        return two_periods.make(ledger, typed_number(predicted))
    printed = figures.text_of("earlier_count", ledger)
    steady = scenarios.steady(ledger)
    shares, options = scenarios.shares(ledger), scenarios.missing_options(ledger)
    things = ledger.later.unit.plural
    controls = (
        Control(
            "slider", "missing", f"{text.capital(things)} in the {text.months(missing)} without a figure (assumed)",
            tuple(options), tuple(text.number(option) for option in options), steady.missing,
        ),
        Control(
            "radio", "share", f"Share of the {printed} that fell in {shared} (assumed)",
            tuple(shares), tuple(scenarios.written_share(share, ledger) for share in shares), steady.share,
            only_if=("window", YEAR_BEFORE),
        ),
        Control(
            "radio", "window", f"Compare {later} with",
            WINDOWS, tuple(f"{run}, {name}" for run, name in zip(scenarios.windows(ledger), WINDOWS, strict=True)),
            YEAR_BEFORE,
        ),
    )  # fmt: skip

    own = typed_number(predicted)
    scene, even = _scene(ledger, gap, own), figures.change.even_share(ledger)

    def draw(missing: int, share: float, window: str) -> View:
        share = share if window == YEAR_BEFORE else even
        return _State(ledger, gap, shared, missing, share, window, own, scene).view()

    return Explorer("Period lab", controls, draw, presets=(_scenarios(ledger),))


def _scenarios(ledger: Ledger) -> Preset:
    """The named scenarios, and no change for each share; each sets the controls it is about."""
    named = [
        (f"{text.capital(s.label)} ({text.number(s.missing)})",
         {"missing": s.missing, "share": s.share, "window": YEAR_BEFORE})
        for s in scenarios.named(ledger)
    ]  # fmt: skip
    even = [
        (f"No change at all, if {scenarios.written_share(share, ledger)} fell there",
         {"missing": missing, "share": share, "window": YEAR_BEFORE})
        for share, missing in scenarios.breaks(ledger).items()
    ]  # fmt: skip
    return Preset("scenario", "Try a named scenario (our choice of names)", tuple(named + even))


@dataclass(frozen=True)
class _State(State):
    """What is set, the window it comes to, how many that held, and the change from there in per cent.

    `gap` are the months without a figure, and `shared` those of the earlier period in the year actually before.
    """

    ledger: Ledger
    gap: ReportingPeriod
    shared: ReportingPeriod
    missing: int
    share: float
    window: str
    predicted: float | None
    scene: charts.Scene

    @cached_property
    def shared_count(self) -> float:
        return figures.change.shared_count(self.ledger, self.share)

    @cached_property
    def chosen(self) -> ReportingPeriod:
        return dict(zip(WINDOWS, scenarios.windows(self.ledger), strict=True))[self.window]

    @cached_property
    def exactly_held(self) -> float:
        return scenarios.window_held(self.ledger, self.chosen, self.missing, self.share)

    @property
    def held(self) -> str:
        """How many the window held; “about” where that was rounded, since the change is worked out before."""
        about = "" if self.exactly_held.is_integer() else "about "
        return f"{about}{text.whole(self.exactly_held)}"

    @cached_property
    def change(self) -> float:
        return (self.ledger.later.value - self.exactly_held) / self.exactly_held * 100

    def text(self, name: str) -> str:
        """A named figure of the story, as it is written."""
        return figures.text_of(name, self.ledger)

    @property
    def alike(self) -> str:
        return fair_sentences.counted_alike(self.ledger)

    @property
    def digits(self) -> int | None:
        return fair_sentences.digits(self.ledger)

    @property
    def printed_change(self) -> str:
        return fair_sentences.written_change(self.ledger)

    @property
    def yearly_change(self) -> str:
        return precision.change(figures.change.yearly_rate(self.ledger), self.digits)

    def table(self) -> Table:
        free = f"does not depend on the months without a figure; assumes that {self.alike}"
        start = text.months(figures.change.months_start_to_start(self.ledger))
        rows = [
            [f"{self.ledger.earlier.period}, as printed", self.text("earlier_count"), self.printed_change,
             f"printed figures; {free}"],
            ["the same, as a yearly rate", "", f"{self.yearly_change} a year",
             f"steady growth over the {start} from start to start; {free}"],
        ]  # fmt: skip
        if self.window != AS_PRINTED:
            rests = f"the assumptions you set{self.even}; assumes that {self.alike}"
            change = precision.change(self.change, self.digits)
            rows.append([f"{self.chosen}, {self.window}", self.held, change, rests])
        if self.predicted is not None:
            rows.append(two_periods.predicted_row(self.predicted))
        columns = "Compared with", "In twelve months", "Change", "Rests on"
        return Table(columns, rows, numbers=("In twelve months",))

    @property
    def even(self) -> str:
        """What else the window between the two rests on."""
        return ", all of it spread evenly over its months" if self.window == HALF_WAY else ""

    def verdict(self) -> str:
        later = f"{self.text('later_count')} {self.ledger.later.unit.plural}"
        months = text.months(figures.change.months_missing(self.ledger))
        change = precision.rise_or_fall(self.change, self.digits)
        if self.window == AS_PRINTED:
            return (
                f"If {self.alike}, then from {self.text('earlier_count')} in {self.chosen}, as printed, to {later} "
                f"{change}; but that year ended {months} before {text.month(self.ledger.later.period.start)}, so the "
                "two are not one year and the next."
            )
        if self.window == YEAR_BEFORE:
            spread = f", and {text.number(self.share)}% of the {self.text('earlier_count')} fell in {self.shared}"
        else:
            earlier = f"the {self.text('earlier_count')} were over {self.ledger.earlier.period}"
            spread = f", spread evenly over them, as {earlier}"
        were = "was" if self.missing == 1 else "were"
        things = self.ledger.later.unit.noun(self.missing)
        return (
            f"If {self.alike}, and if there {were} {text.number(self.missing)} {things} in the {months} without a "
            f"figure{spread}, then {self.chosen} had {self.held}, and from there to {later} {change}."
        )

    def description(self) -> str:
        said = [
            f"Two printed bars on one time axis: {self.text('earlier_count')} over {self.ledger.earlier.period} and "
            f"{self.text('later_count')} over {self.ledger.later.period}; between them {self.gap}, hatched, because no "
            f"figure is printed for it and {text.number(self.missing)} is assumed{self.even}.",
            f"The printed figures differ by {self.printed_change}, or {self.yearly_change} a year if growth was "
            "steady.",
            f"A dashed bracket marks {self.chosen}, {self.window}, with {self.held}: "
            f"from there to the later bar, {precision.change(self.change, self.digits)}.",
            f"All of it assumes that {self.alike}; {fair_sentences.printed_of_both(self.ledger)}.",
        ]
        return " ".join(said)

    def picture(self) -> str:
        ends = _ends(self.ledger)
        gap = charts.time.Bar("missing", self.gap, self.missing, "assumed")
        in_shared = charts.time.Bar("shared", self.shared, self.shared_count, "part")
        mark = charts.percent.Mark(
            f"from {self.chosen}", self.change, precision.change(self.change, self.digits), "assumed"
        )
        held = f"{self.window}:\n{self.held}"

        shared = [
            charts.part(0, charts.time.rate, in_shared, ends),
            charts.part(0, charts.time.inside, in_shared, ends, f"{text.number(self.shared_count)}?"),
        ]
        return self.scene.picture(
            charts.part(0, charts.time.rate, gap, ends),
            charts.part(0, charts.time.above, gap, ends, f"{text.number(self.missing)}?"),
            *(shared if self.window == YEAR_BEFORE else ()),
            charts.part(0, charts.time.bracket, self.chosen, ends, _highest(self.ledger) * 1.25, held),
            charts.part(1, charts.percent.percentage, ASSUMED_ROW, mark),
        )


def _ends(ledger: Ledger) -> ReportingPeriod:
    """The time axis."""
    return ReportingPeriod(ledger.earlier.period.start, ledger.later.period.end)


def _highest(ledger: Ledger) -> float:
    """The most a month that can be assumed for the months without a figure."""
    return max(scenarios.missing_options(ledger)) / figures.change.months_missing(ledger)


def _scene(ledger: Ledger, missing: ReportingPeriod, predicted: float | None) -> charts.Scene:
    """The two printed bars, what is printed of the percentages, and the prediction; the rest moves."""
    bars = [charts.time.Bar(c.id, c.period, c.value) for c in (ledger.earlier, ledger.later)]
    gap = charts.time.Bar("missing", missing, 0, "assumed")
    rise, yearly = figures.change.rise_percent(ledger), figures.change.yearly_rate(ledger)
    said = [precision.change(one, fair_sentences.digits(ledger)) for one in (rise, yearly)]
    marks = {
        0: charts.percent.Mark("the printed figures", rise, said[0], "printed"),
        1: charts.percent.Mark("a year, if growth was steady", yearly, said[1], "steady"),
    }
    if predicted is not None:
        marks[ASSUMED_ROW + 1] = charts.percent.Mark("your prediction", predicted, written_percent(predicted), "own")

    def under(above: Axes, below: Axes) -> None:
        starts = [month for bar in bars for month in (bar.period.start, bar.period.end + 1)]
        things = ledger.later.unit.plural
        charts.time.axis(above, _ends(ledger), starts, _highest(ledger) * 1.6, f"{things} a month")
        for bar in bars:
            charts.time.rate(above, bar, _ends(ledger))
        charts.percent.axis(below, len(marks) + 1, *SCALE)

    def over(above: Axes, below: Axes) -> None:
        for bar in bars:
            charts.time.above(above, bar, _ends(ledger), text.number(bar.count))
        charts.time.inside(above, gap, _ends(ledger), "no figure\nprinted")
        for row, mark in marks.items():
            charts.percent.percentage(below, row, mark)

    return charts.Scene(5, 5.1, [(0.12, 0.5, 0.84, 0.49), (0.12, 0.06, 0.84, 0.33)], under, over)
