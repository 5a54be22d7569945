"""Period lab: two 12-month counts, the months between them, and the year actually before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures, scenarios
from ..claims import periods
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .frame import State, typed_number
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("gap",)

AS_PRINTED, HALF_WAY, YEAR_BEFORE = WINDOWS = "as printed", "between the two", "the year actually before"
SCALE = -40, 100
"""Ends of the percentage scale; what lies beyond is drawn at the edge."""
ASSUMED_ROW = 2
"""Its row for the change that is assumed."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The period lab on a story; `predicted` is the percentage the student typed, drawn beside the answer.

    Raises NotInStoryError where the story's two counts are not 12 months each with 1 to 11 months between them.
    """
    earlier, later, missing = ledger.earlier.period, ledger.later.period, figures.change.months_missing(ledger)
    gap, shared = periods.between(earlier, later), periods.overlap(earlier, periods.year_before(later))
    if not earlier.months == later.months == 12 or gap is None or shared is None:
        raise NotInStoryError(
            "The period lab needs two counts over twelve months each, with one to eleven months between them. "
            f"Here they cover {text.months(earlier.months)} and {text.months(later.months)}, "
            f"with {text.months(missing)} between them."
        )
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
            tuple(shares), tuple(_share_text(share, ledger) for share in shares), steady.share,
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
        (f"No change at all, if {_share_text(share, ledger)} fell there",
         {"missing": missing, "share": share, "window": YEAR_BEFORE})
        for share, missing in scenarios.breaks(ledger).items()
    ]  # fmt: skip
    return Preset("scenario", "Try a named scenario (our choice of names)", tuple(named + even))


def _share_text(share: float, ledger: Ledger) -> str:
    written = f"{text.number(share)}%"
    if share == figures.change.even_share(ledger):
        return f"{written} (even)"
    return f"{written} (steady growth)" if share == round(figures.change.steady_share(ledger), 1) else written


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
    def held(self) -> float:
        return scenarios.window_count(self.ledger, self.chosen, self.missing, self.share)

    @cached_property
    def change(self) -> float:
        held = scenarios.window_held(self.ledger, self.chosen, self.missing, self.share)
        return (self.ledger.later.value - held) / held * 100

    def text(self, name: str) -> str:
        """A named figure of the story, as it is written."""
        return figures.text_of(name, self.ledger)

    @property
    def printed_change(self) -> str:
        return text.change(figures.change.rise_percent(self.ledger))

    @property
    def yearly_change(self) -> str:
        return text.change(figures.change.yearly_rate(self.ledger))

    def table(self) -> Table:
        free = "does not depend on the months without a figure"
        start = text.months(figures.change.months_start_to_start(self.ledger))
        rows = [
            [f"{self.ledger.earlier.period}, as printed", self.text("earlier_count"), self.printed_change,
             f"printed figures; {free}"],
            ["the same, as a yearly rate", "", f"{self.yearly_change} a year",
             f"steady growth over the {start} from start to start; {free}"],
        ]  # fmt: skip
        if self.window != AS_PRINTED:
            name = f"{self.chosen}, {self.window}"
            rows.append([name, text.number(self.held), text.change(self.change), "the assumptions you set"])
        if self.predicted is not None:
            rows.append(["your prediction", "", _own_change(self.predicted), "a guess, never marked"])
        columns = "Compared with", "In twelve months", "Change", "Rests on"
        return Table(columns, rows, numbers=("In twelve months",))

    def verdict(self) -> str:
        later = f"{self.text('later_count')} {self.ledger.later.unit.plural}"
        months = text.months(figures.change.months_missing(self.ledger))
        change = text.rise_or_fall(self.change)
        if self.window == AS_PRINTED:
            return (
                f"Against {self.chosen}, as printed, {later} is {change}; but that year ended {months} before "
                f"{text.month(self.ledger.later.period.start)}, so the two are not one year and the next."
            )
        if self.window == YEAR_BEFORE:
            spread = f"{text.number(self.share)}% of the {self.text('earlier_count')} fell in {self.shared}"
        else:
            spread = f"the {self.text('earlier_count')} was spread evenly"
        were = "was" if self.missing == 1 else "were"
        things = self.ledger.later.unit.noun(self.missing)
        return (
            f"If there {were} {text.number(self.missing)} {things} in the {months} without a figure, and {spread}, "
            f"then {self.chosen} had {text.number(self.held)}, and {later} is {change} from there."
        )

    def description(self) -> str:
        said = [
            f"Two printed bars on one time axis: {self.text('earlier_count')} over {self.ledger.earlier.period} and "
            f"{self.text('later_count')} over {self.ledger.later.period}; between them {self.gap}, hatched, because no "
            f"figure was found for it and {text.number(self.missing)} is assumed.",
            f"The printed figures differ by {self.printed_change}, or {self.yearly_change} a year if growth was "
            "steady.",
            f"A dashed bracket marks {self.chosen}, {self.window}, with {text.number(self.held)}: "
            f"from there to the later bar, {text.change(self.change)}.",
        ]
        return " ".join(said)

    def picture(self) -> str:
        ends = _ends(self.ledger)
        gap = charts.time.Bar("missing", self.gap, self.missing, "assumed")
        in_shared = charts.time.Bar("shared", self.shared, self.shared_count, "part")
        mark = charts.percent.Mark(f"from {self.chosen}", self.change, text.change(self.change), "assumed")
        held = f"{self.window}:\n{text.number(self.held)}"

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


def _own_change(predicted: float) -> str:
    return f"{predicted:+g}%".replace("-", text.MINUS)


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
    marks = {
        0: charts.percent.Mark("the printed figures", rise, text.change(rise), "printed"),
        1: charts.percent.Mark("a year, if growth was steady", yearly, text.change(yearly), "steady"),
    }
    if predicted is not None:
        marks[ASSUMED_ROW + 1] = charts.percent.Mark("your prediction", predicted, _own_change(predicted), "own")

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
        charts.time.inside(above, gap, _ends(ledger), "no figure\nfound")
        for row, mark in marks.items():
            charts.percent.percentage(below, row, mark)

    return charts.Scene(5, 5.1, [(0.12, 0.5, 0.84, 0.49), (0.12, 0.06, 0.84, 0.33)], under, over)
