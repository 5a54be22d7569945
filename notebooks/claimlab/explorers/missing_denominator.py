"""Missing denominator: a total whose count is not printed, and the averages it would be with one count or another."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..claims import references
from ..claims.claim import Amount
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("total_without_count.status", "total_of_time", "later_count")

CASES = "long_sentence", "short_sentence"
OPENING = 0.3
"""Where the slider opens, as a part of the later count. Our judgement."""
FINENESS = 20
"""A step of the slider is at most this part of the number it starts from."""
STEPS = (1, 2, 5)
NOT_A_SAMPLE = "chosen by the article, not a sample"


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The missing denominator on a story; `predicted` is the average the student typed, shown beside the answer.

    Raises ReaderError where the story has no total of lengths of time, or no word for the stage at which it is counted.
    """
    total = ledger.amount("total_without_count")
    if total.status in ("", "-"):
        raise ReaderError(
            f"The missing denominator needs the stage at which those behind the total are counted (the column status). "
            f"The row {total.id} of {ledger.story} lacks it."
        )
    figures.totals.time_word(total.unit)
    marks = _marks(ledger, total)
    opening = OPENING * ledger.later.value
    options = _options([mark.count for mark in marks], opening)
    start = min(options, key=lambda option: abs(option - opening))
    own = text.read_number(predicted) if predicted else None
    control = Control(
        "slider", "count", f"If so many were {total.status} (assumed; the article prints no such number)",
        tuple(options), tuple(text.number(option) for option in options), start,
    )  # fmt: skip
    named = [(f"{text.number(mark.nearest)}: {mark.why}", {"count": mark.nearest}) for mark in marks]

    opening = _State(ledger, total, tuple(marks), options[0], options[-1], start, own)
    scene = _scene(opening)

    def draw(count: int) -> View:
        return _view(replace(opening, count=count), scene)

    return Explorer(
        "Missing denominator", (control,), draw, presets=(Preset("mark", "Try a number that is marked", tuple(named)),)
    )


@dataclass(frozen=True)
class _Mark:
    """A count worth a mark. `why` says how it comes about, `rests` what it rests on; `kind` chooses the shape."""

    count: float
    why: str
    rests: str
    kind: str

    @property
    def nearest(self) -> int:
        return text.nearest(self.count)


def _marks(ledger: Ledger, total: Amount) -> list[_Mark]:
    """Every one like one picked case or the other; an average from outside, where there is one; the later count."""
    marks = []
    for part, kind in zip(CASES, ("long", "short"), strict=True):
        case = ledger.parts.get(part)
        if isinstance(case, Amount):
            count = figures.totals.count_if_each(ledger, figures.totals.length_in_total_unit(ledger, part))
            marks.append(_Mark(count, f"if each were {case.printed}", f"a case {NOT_A_SAMPLE}", kind))
    for row in _outside(ledger):
        length = row.value * figures.totals.DAYS["month"] / figures.totals.DAYS[figures.totals.time_word(total.unit)]
        marks.append(
            _Mark(
                figures.totals.count_if_each(ledger, length),
                f"if each were {row.printed}",
                f"an average from outside the article, for {row.offences}",
                "outside",
            )
        )
    later = ledger.later
    rests = f"not how many were {total.status}"
    marks.append(_Mark(later.value, f"the number of {later.unit.plural}", rests, "other"))
    return marks


def _outside(ledger: Ledger) -> list[tuple]:
    """The average length for the last whole year that had ended within the later period; none on another story."""
    rows = references.load("sentence_lengths")
    rows = rows[(rows["story"] == ledger.story) & (rows["period_end"] <= str(ledger.later.period.end))]
    return list(rows.sort_values("period_end").tail(1).itertuples())


def _options(counts: list[float], opening: float) -> list[int]:
    """Round numbers from below all the counts to above them, closer together where the curve is steep."""
    low, high = max(1, _round(min(*counts, opening), math.floor)), _round(max(counts), math.ceil)
    options = {text.nearest(count) for count in counts}
    at = low
    while at < high:
        options.add(at)
        at = (at // _step(at) + 1) * _step(at)
    return sorted(options | {high})


def _step(at: int) -> int:
    """The largest of 1, 2, 5, 10, 20, 50, ... that is fine enough here."""
    steps = [step * 10**power for power in range(len(str(at))) for step in STEPS]
    return max(step for step in steps if step == 1 or step * FINENESS <= at)


def _round(value: float, direction) -> int:
    """A number to one digit and zeros, in one direction."""
    size = 10 ** math.floor(math.log10(value))
    return int(direction(value / size) * size)


@dataclass(frozen=True)
class _State:
    """Everything one state shows, computed once."""

    ledger: Ledger
    total: Amount
    marks: tuple[_Mark, ...]
    fewest: int
    most: int
    count: int
    predicted: float | None

    @property
    def unit(self) -> str:
        """The word for the lengths: years."""
        return figures.totals.time_word(self.total.unit)

    @property
    def units(self) -> str:
        """The word for several of them: years."""
        return self.total.unit.plural.split()[0]

    def each(self, count: float) -> str:
        """The average for a count, with its word: 2.77 years."""
        return self.length(self.total.value / count)

    def length(self, length: float) -> str:
        written = text.number(length)
        return f"{written} {self.unit if written == text.number(1) else self.units}"

    @cached_property
    def own_count(self) -> float | None:
        """How many would make the average the student predicted; None where no number does, or nothing was typed."""
        if self.predicted is None or not 0 < self.predicted <= self.total.value:
            return None
        return figures.totals.count_if_each(self.ledger, self.predicted)

    @property
    def summed(self) -> str:
        return f"{self.total.printed} {self.total.unit.plural}"


def _view(state: _State, scene: charts.Scene) -> View:
    table = Table((f"If so many were {state.total.status}", "Average each", "Why this number"), _rows(state))
    return View(_picture(state, scene), _verdict(state), table, _description(state))


def _rows(state: _State) -> list[list[str]]:
    rows = [[text.number(state.count), state.each(state.count), "the number you set: an assumption"]]
    rows += [[text.number(mark.nearest), state.each(mark.count), f"{mark.why}; {mark.rests}"] for mark in state.marks]
    if state.own_count is not None:
        rows.append([text.whole(state.own_count), state.length(state.predicted), "your prediction"])
    elif state.predicted is not None:
        rows.append(["no number", state.length(state.predicted), "your prediction: no number gives this average"])
    return rows


def _verdict(state: _State) -> str:
    said = (
        f"If {text.number(state.count)} were {state.total.status}, the {state.summed} would be "
        f"{state.each(state.count)} each on average"
    )
    if state.count == state.ledger.later.value:
        things = state.ledger.later.unit.plural
        return f"{said}; but {text.number(state.count)} is the number of {things}, not of those {state.total.status}."
    return f"{said}; how many there were is not printed, so any point of the curve fits."


def _description(state: _State) -> str:
    cases = [mark for mark in state.marks if mark.kind in ("long", "short")]
    said = [
        f"A curve that falls: the more were {state.total.status}, the less is the average, and number times average is "
        f"always {state.total.printed}. A hatched rectangle stands at {text.number(state.count)}, as high as "
        f"{state.each(state.count)}."
    ]
    if cases:
        at = " and ".join(f"{text.number(mark.nearest)} ({mark.why})" for mark in cases)
        said.append(f"Triangles mark {at}: cases {NOT_A_SAMPLE}.")
    last = state.marks[-1]
    said.append(f"A cross marks {text.number(last.nearest)}: {last.why}, {last.rests}.")
    return " ".join(said)


def _fixed(state: _State) -> list[charts.quotients.Point]:
    """The points that stay where they are: the marks, and the prediction."""
    points = []
    for mark in state.marks:
        label = f"{text.number(mark.nearest)}: {mark.why}"
        if mark.kind == "other":
            label = f"{text.number(mark.nearest)}: {state.ledger.later.unit.plural}, {mark.rests}"
        elif mark.kind == "outside":
            label += " (from outside)"
        elif mark.kind == "short":
            label += f"\n({'both ' if state.marks[0].kind == 'long' else ''}{NOT_A_SAMPLE})"
        points.append(charts.quotients.Point(mark.count, state.total.value / mark.count, label, mark.kind))
    if state.own_count is not None:
        label = f"{text.whole(state.own_count)}: your prediction, {state.length(state.predicted)} each"
        points.append(charts.quotients.Point(state.own_count, state.predicted, label, "own"))
    return points


def _chosen(state: _State) -> charts.quotients.Point:
    """The point the slider is at."""
    label = f"if {text.number(state.count)}: {state.each(state.count)} each"
    return charts.quotients.Point(state.count, state.total.value / state.count, label, "chosen")


def _scene(state: _State) -> charts.Scene:
    """The curve with the points that stay where they are, and the key but for the words that move."""
    chosen, fixed, top = _chosen(state), _fixed(state), state.total.value / state.fewest
    across, upwards = f"how many were {state.total.status} (not printed)", f"{state.units} each, on average"

    def under(axes: Axes) -> None:
        charts.quotients.axis(axes, state.most, top, across, upwards)
        charts.quotients.curve(axes, state.total.value, fixed)

    def over(axes: Axes) -> None:
        charts.quotients.key(axes, chosen, fixed, f"The area of the rectangle is always {state.total.printed}.")

    return charts.Scene(5, 3.9, [(0.11, 0.125, 0.85, 0.855)], under, over)


def _picture(state: _State, scene: charts.Scene) -> str:
    draws = charts.quotients.rectangle, charts.quotients.mark, charts.quotients.words
    return scene.picture(*(charts.part(0, draw, _chosen(state)) for draw in draws))
