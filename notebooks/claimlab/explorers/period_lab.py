"""Period lab: two 12-month counts, the months between them, and the year actually before; else `two_periods`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .. import charts, text
from ..analysis import fair_sentences, figures, scenarios
from ..analysis.comparisons import precision
from ..claims import periods
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from . import period_picture, two_periods
from .frame import State
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("one_later",)

AS_PRINTED, HALF_WAY, YEAR_BEFORE = WINDOWS = "as printed", "between the two", "the year actually before"


def explorer(ledger: Ledger) -> Explorer:
    """The period lab on a story; a prediction on its scale is the change in per cent.

    Raises NotInStoryError where the story has no two counts of which one begins later.
    """
    earlier, later, missing = ledger.earlier.period, ledger.later.period, figures.change.months_missing(ledger)
    gap, shared = periods.between(earlier, later), periods.overlap(earlier, periods.year_before(later))
    if not earlier.months == later.months == 12 or gap is None or shared is None:
        return two_periods.make(ledger)
    printed = figures.text_of("earlier_count", ledger)
    start = scenarios.evenly(ledger)
    shares, options = scenarios.shares(ledger), scenarios.missing_options(ledger)
    things = ledger.later.unit.plural
    controls = (
        Control(
            "slider", "missing", f"{text.capital(things)} in the {text.months(missing)} without a figure (assumed)",
            tuple(options), tuple(text.number(option) for option in options), start.missing,
        ),
        Control(
            "radio", "share", f"Share of the {printed} that fell in {shared} (assumed)",
            tuple(shares), tuple(scenarios.written_share(share, ledger) for share in shares), start.share,
            only_if=("window", YEAR_BEFORE),
        ),
        Control(
            "radio", "window", f"Compare {later} with",
            WINDOWS, tuple(f"{run}, {name}" for run, name in zip(scenarios.windows(ledger), WINDOWS, strict=True)),
            YEAR_BEFORE,
        ),
    )  # fmt: skip
    wide, slim = (period_picture.scene(ledger, width) for width in (charts.WIDE, charts.NARROW))

    def draw(missing: int, share: float, window: str) -> View:
        share = share if window == YEAR_BEFORE else start.share
        return _State(ledger, gap, shared, missing, share, window, wide, slim).view()

    return Explorer("Period lab", controls, draw, presets=(_scenarios(ledger),), scale=period_picture.SCALE)


def _scenarios(ledger: Ledger) -> Preset:
    """The named scenarios, and no change with an even split; each sets the controls it is about."""
    named = [
        (f"{text.capital(s.label)} ({text.number(s.missing)})",
         {"missing": s.missing, "share": s.share, "window": YEAR_BEFORE})
        for s in scenarios.named(ledger)
    ]  # fmt: skip
    even = figures.change.even_share(ledger)
    none = [
        (f"No change, if spread evenly ({text.number(missing)})",
         {"missing": missing, "share": share, "window": YEAR_BEFORE})
        for share, missing in scenarios.breaks(ledger).items() if share == even
    ]  # fmt: skip
    return Preset("scenario", "Try a named scenario (our choice of names)", tuple(named + none))


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
    wide: charts.Scene
    slim: charts.Scene

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

    @cached_property
    def late(self) -> float:
        """What is assumed of the earlier count in the months it shares with the year actually before."""
        return figures.change.shared_count(self.ledger, self.share)

    @property
    def things(self) -> str:
        return self.ledger.later.unit.plural

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
    def gap_length(self) -> str:
        return text.months(figures.change.months_missing(self.ledger))

    @property
    def yearly_change(self) -> str:
        return precision.change(figures.change.yearly_rate(self.ledger), self.digits)

    def answer(self) -> str:
        return precision.change(self.change, self.digits)

    def verdict(self) -> str:
        change = precision.rise_or_fall(self.change, self.digits)
        earlier, later = self.text("earlier_count"), self.text("later_count")
        if self.window == AS_PRINTED:
            return (
                f"From {earlier} {self.things} in {self.chosen} to {later} in {self.ledger.later.period} {change}, "
                "if both were counted alike."
            )
        held = f"If all that is assumed holds, {self.chosen} had {self.held}"
        return f"{held}; from there to {later} {self.things} {change}."

    def reasons(self) -> tuple[str, ...]:
        alike = f"Assumed: {self.alike}."
        if self.window == AS_PRINTED:
            start = text.months(figures.change.months_start_to_start(self.ledger))
            month = text.month(self.ledger.later.period.start)
            return (
                f"That year ended {self.gap_length} before {month}: the two are not one year and the next.",
                f"If growth was steady over the {start} from start to start, it is {self.yearly_change} a year.",
                alike,
            )
        were = f"{text.number(self.missing)} {self.ledger.later.unit.noun(self.missing)}"
        missing = f"Assumed: {were} in the {self.gap_length} without a figure."
        if self.window == HALF_WAY:
            return missing, "Assumed: both counts were spread evenly over their months.", alike
        spread = f"Assumed: {text.number(self.share)}% of the {self.text('earlier_count')} fell in {self.shared}."
        return (missing, spread, *self.rounded, alike)

    @property
    def rounded(self) -> tuple[str, ...]:
        """What is said where the two parts, each rounded, do not add up to the rounded sum."""
        late, held = text.nearest(self.late), text.nearest(self.exactly_held)
        if late + self.missing == held:
            return ()
        return (f"{text.number(late)} and {text.number(self.missing)} are rounded, and so is {text.number(held)}.",)

    def table(self) -> Table:
        start = text.months(figures.change.months_start_to_start(self.ledger))
        rows = [
            [f"{self.ledger.earlier.period}, as printed", self.text("earlier_count"),
             fair_sentences.written_change(self.ledger), "two printed counts"],
            ["the same, as a yearly rate", "", f"{self.yearly_change} a year", f"steady growth over {start}"],
        ]  # fmt: skip
        if self.window != AS_PRINTED:
            change = precision.change(self.change, self.digits)
            rows.append([f"{self.chosen}, {self.window}", self.held, change, "what you set"])
        columns = "Compared with", "In twelve months", "Change", "Rests on"
        return Table(columns, rows, numbers=("In twelve months",))

    def description(self) -> str:
        even = ", spread evenly" if self.window == HALF_WAY else ""
        said = [
            f"Two printed bars on one time axis: {self.text('earlier_count')} over {self.ledger.earlier.period} and "
            f"{self.text('later_count')} over {self.ledger.later.period}; between them {self.gap}, hatched, because no "
            f"figure is printed for it and {text.number(self.missing)} is assumed{even}.",
            f"The printed figures differ by {fair_sentences.written_change(self.ledger)}, or {self.yearly_change} a "
            "year if growth was steady.",
            f"A dashed bracket marks {self.chosen}, {self.window}, with {self.held}: "
            f"from there to the later bar, {precision.change(self.change, self.digits)}.",
            f"All of it assumes that {self.alike}; {fair_sentences.printed_of_both(self.ledger)}.",
        ]
        return " ".join(said)

    def picture(self) -> str:
        return self.wide.picture(*self._parts())

    def narrow(self) -> str:
        return self.slim.picture(*self._parts())

    def _parts(self) -> list[charts.Part]:
        late = self.late if self.window == YEAR_BEFORE else None
        chosen = period_picture.Chosen(
            self.gap, self.missing, self.shared, late, self.chosen, self.window, self.held, self.change, self.digits
        )
        return list(period_picture.parts(self.ledger, chosen))
