"""Missing denominator: a total whose count is not printed, and the averages it would be with one count or another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.comparisons import amount, precision
from ..analysis.marked_counts import NOT_A_SAMPLE, MarkedCount, marked_counts, written_count
from ..claims.claim import Amount
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from .frame import OFF_THE_SCALE, State, typed_number, written
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("total_without_count.status", "total_of_time", "later_count")

OPENING = 0.3
"""Where the slider opens, as a part of the later count. Our judgement."""
FINENESS = 20
"""A step of the slider is at most this part of the number it starts from."""
STEPS = (1, 2, 5)


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The missing denominator on a story; `predicted` is the average the student typed, shown beside the answer.

    Raises NotInStoryError where the story has no total of lengths of time, or no word for the stage at which that is
    counted.
    """
    total = ledger.amount("total_without_count")
    if total.status in ("", "-"):
        raise NotInStoryError(
            f"The missing denominator needs the stage at which those behind the total are counted (the column status). "
            f"The row {total.id} of {ledger.story} lacks it."
        )
    figures.totals.time_word(total.unit)
    marks = marked_counts(ledger, total)
    opening = OPENING * ledger.later.value
    options = _options([mark.count for mark in marks], opening)
    start = min(options, key=lambda option: abs(option - opening))
    own = typed_number(predicted)
    control = Control(
        "slider", "count", f"If so many were {total.status} (assumed; the report prints no such number)",
        tuple(options), tuple(text.number(option) for option in options), start,
    )  # fmt: skip
    choices = tuple((f"{mark.said}: {mark.why}", {"count": mark.nearest}) for mark in marks)
    fixed = _fixed(ledger, total, marks, own, options[-1])
    scene = _scene(total, options, _point(total, start, marks), fixed)

    def draw(count: int) -> View:
        return _State(ledger, total, tuple(marks), count, own, options[-1], scene).view()

    return Explorer(
        "Missing denominator", (control,), draw, presets=(Preset("mark", "Try a number that is marked", choices),)
    )


def _options(counts: list[float], opening: float) -> list[int]:
    """Round numbers from below all the counts to above them, closer together where the curve is steep."""
    low, high = max(1, _round(min(*counts, opening), math.floor)), _round(max(counts), math.ceil)
    options = {max(1, text.nearest(count)) for count in counts}
    at = low
    while at < high:
        options.add(at)
        at = (at // _step(at) + 1) * _step(at)
    return sorted(options | {high})


def _step(at: int) -> int:
    """The largest of 1, 2, 5, 10, 20, 50, ... that is fine enough here."""
    steps: list[int] = [step * 10**power for power in range(len(str(at))) for step in STEPS]
    return max(step for step in steps if step == 1 or step * FINENESS <= at)


def _round(value: float, direction: Callable[[float], int]) -> int:
    """A number to one digit and zeros, in one direction."""
    size = 10 ** math.floor(math.log10(value))
    return int(direction(value / size) * size)


def _length(total: Amount, length: float) -> str:
    """A length in the unit of the total, with its word, and no more exact than the total: about 2.77 years."""
    limit = precision.digits(total)
    said = precision.number(length, limit)
    about = "" if limit is None and math.isclose(length, round(length, precision.PLACES)) else "about "
    return f"{about}{_with_word(total, said)}"


def _with_word(total: Amount, said: str) -> str:
    """A written length with the word of the total's unit."""
    return f"{said} {figures.totals.time_word(total.unit) if said == text.number(1) else _lengths(total)}"


def _lengths(total: Amount) -> str:
    """The word for several of the lengths: years."""
    return total.unit.plural.split()[0]


def _each(total: Amount, count: int, marks: Sequence[MarkedCount]) -> str:
    """The average for a count, with its word. At a whole number that stands for a mark it is the mark's, so that one
    number is not shown with two averages."""
    for mark in marks:
        if mark.near and mark.nearest == count:
            said = _length(total, total.value / mark.count)
            return said if mark.count == count or said.startswith("about") else f"about {said}"
    return _length(total, total.value / count)


def _own_count(ledger: Ledger, total: Amount, predicted: float) -> float | None:
    """How many would make the average the student predicted; None where no number does."""
    return figures.totals.count_if_each(ledger, predicted) if 0 < predicted <= total.value else None


@dataclass(frozen=True)
class _State(State):
    """A count, and what the average would be with it."""

    ledger: Ledger
    total: Amount
    marks: tuple[MarkedCount, ...]
    count: int
    predicted: float | None
    largest: int
    scene: charts.Scene

    @property
    def average(self) -> str:
        return _each(self.total, self.count, self.marks)

    def table(self) -> Table:
        rows = [[text.number(self.count), self.average, "the number you set: an assumption"]]
        for mark in self.marks:
            rows.append([mark.said, _length(self.total, self.total.value / mark.count), f"{mark.why}; {mark.rests}"])
        if self.predicted is not None:
            rows.append(self.own_row(self.predicted))
        return Table((f"If so many were {self.total.status}", "Average each", "Why this number"), rows)

    def own_row(self, predicted: float) -> list[str]:
        """The row of the prediction; an average that no number gives is said to be none."""
        count, said = _own_count(self.ledger, self.total, predicted), written(predicted)
        if predicted <= 0:
            return ["no number", said, "your prediction: an average length is more than none"]
        if count is None:
            return ["no number", said, f"your prediction: more than the whole total, {self.total.printed}"]
        beyond = f", {OFF_THE_SCALE} of the picture" if count > self.largest else ""
        return [written_count(count), _with_word(self.total, said), f"your prediction{beyond}"]

    def verdict(self) -> str:
        said = (
            f"If {text.number(self.count)} were {self.total.status}, the {amount(self.total)} would be "
            f"{self.average} each on average"
        )
        if self.count == self.ledger.later.value:
            things = self.ledger.later.unit.plural
            return f"{said}; but {text.number(self.count)} is the number of {things}, not of those {self.total.status}."
        return f"{said}; how many there were is not printed, so any point of the curve fits."

    def description(self) -> str:
        cases = [mark for mark in self.marks if mark.kind in ("long", "short")]
        said = [
            f"A curve that falls: the more were {self.total.status}, the less is the average, and number times average "
            f"is always {self.total.printed}. A hatched rectangle stands at {text.number(self.count)}, as high as "
            f"{self.average}."
        ]
        if cases:
            at = " and ".join(f"{mark.said} ({mark.why})" for mark in cases)
            said.append(f"Triangles mark {at}: cases {NOT_A_SAMPLE}.")
        last = self.marks[-1]
        said.append(f"A cross marks {text.number(last.nearest)}: {last.why}, {last.rests}.")
        return " ".join(said)

    def picture(self) -> str:
        draws = charts.quotients.rectangle, charts.quotients.mark, charts.quotients.words
        return self.scene.picture(*(charts.part(0, draw, _point(self.total, self.count, self.marks)) for draw in draws))


def _fixed(
    ledger: Ledger, total: Amount, marks: list[MarkedCount], predicted: float | None, largest: int
) -> list[charts.quotients.Point]:
    """The points that stay where they are: the marks, and the prediction."""
    points = []
    for mark in marks:
        label = f"{mark.said}: {mark.why}"
        if mark.kind == "other":
            label = f"{mark.said}: {ledger.later.unit.plural}, {mark.rests}"
        elif mark.kind == "outside":
            label += "\n(from outside)"
        elif mark.kind == "short":
            label += f"\n({'both ' if marks[0].kind == 'long' else ''}{NOT_A_SAMPLE})"
        points.append(charts.quotients.Point(mark.count, total.value / mark.count, label, mark.kind))
    if predicted is not None and (count := _own_count(ledger, total, predicted)) is not None:
        label = f"{written_count(count)}: your prediction, {_with_word(total, written(predicted))} each"
        if count > largest:
            label += f"\n({OFF_THE_SCALE})"
        points.append(charts.quotients.Point(count, predicted, label, "own"))
    return points


def _point(total: Amount, count: int, marks: Sequence[MarkedCount]) -> charts.quotients.Point:
    """The point the slider is at."""
    label = f"if {text.number(count)}: {_each(total, count, marks)} each"
    return charts.quotients.Point(count, total.value / count, label, "chosen")


def _scene(
    total: Amount, counts: list[int], chosen: charts.quotients.Point, fixed: list[charts.quotients.Point]
) -> charts.Scene:
    """The curve with the points that stay where they are, and the key but for the words that move."""
    across, upwards = f"how many were {total.status} (not printed)", f"{_lengths(total)} each, on average"

    def under(axes: Axes) -> None:
        charts.quotients.axis(axes, counts[-1], total.value / counts[0], across, upwards)
        charts.quotients.curve(axes, total.value, fixed)

    def over(axes: Axes) -> None:
        charts.quotients.key(axes, chosen, fixed, f"The area of the rectangle is always {total.printed}.")

    return charts.Scene(5, 3.9, [(0.11, 0.125, 0.85, 0.855)], under, over)
