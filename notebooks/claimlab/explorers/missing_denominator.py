"""Missing denominator: a total whose count is not printed, and the averages it would be with one count or another."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .. import charts, text
from ..analysis import figures
from ..analysis.comparisons import amount, precision
from ..analysis.marked_counts import NOT_A_SAMPLE, MarkedCount, marked_counts
from ..claims.claim import Amount
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from . import denominator_picture
from .frame import State
from .view import Control, Explorer, Line, Preset, Table, View

NEEDS: tuple[str, ...] = ("total_without_count.status", "total_of_time", "later_count")

OPENING = 0.3
"""Where the slider opens, as a part of the later count. Our judgement."""
FINENESS = 20
"""A step of the slider is at most this part of the number it starts from."""
STEPS = (1, 2, 5)


def explorer(ledger: Ledger) -> Explorer:
    """The missing denominator on a story; a prediction on its scale is an average.

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
    control = Control(
        "slider", "count", f"If so many were {total.status} (assumed; the report prints no such number)",
        tuple(options), tuple(text.number(option) for option in options), start,
    )  # fmt: skip
    choices = tuple((f"{mark.said}: {mark.why}", {"count": mark.nearest}) for mark in marks)
    highest = total.value / options[0]
    wide, slim = (
        denominator_picture.scene(total, options, shape, _lengths(total))
        for shape in (denominator_picture.WIDE, denominator_picture.narrow(ledger, total, marks))
    )

    def draw(count: int) -> View:
        return _State(ledger, total, tuple(marks), tuple(options), count, wide, slim).view()

    preset = Preset("mark", "Try a number that is marked", choices)
    return Explorer("Missing denominator", (control,), draw, (preset,), scale=(0, highest * charts.quotients.ROOM))


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
    if limit is None and length >= precision.SMALL:
        said = f"{length:,.{precision.PLACES}f}"
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


@dataclass(frozen=True)
class _State(State):
    """A count, and what the average would be with it."""

    ledger: Ledger
    total: Amount
    marks: tuple[MarkedCount, ...]
    counts: tuple[int, ...]
    count: int
    wide: charts.Scene
    slim: charts.Scene

    @property
    def average(self) -> str:
        return _each(self.total, self.count, self.marks)

    def answer(self) -> str:
        return f"{self.average} each"

    def table(self) -> Table:
        rows = [[text.number(self.count), self.average, "the number you set: an assumption"]]
        notes: list[tuple[Line, ...]] = [()]
        for mark in self.marks:
            rows.append([mark.said, _length(self.total, self.total.value / mark.count), mark.why])
            notes.append((Line("", mark.rests),))
        columns = (f"If so many were {self.total.status}", "Average each", "Why this number")
        return Table(columns, rows, notes=notes)

    @property
    def at_later(self) -> bool:
        """Whether the count is that of something else."""
        return self.count == self.ledger.later.value

    def verdict(self) -> str:
        but = f"; but {text.number(self.count)} counts {self.ledger.later.unit.plural}" if self.at_later else ""
        return (
            f"If {text.number(self.count)} were {self.total.status}, the {amount(self.total)} would be "
            f"{self.average} each on average{but}."
        )

    def reasons(self) -> tuple[str, ...]:
        count, status = text.number(self.count), self.total.status
        said = [f"The number {count} is assumed: you set it."]
        if self.at_later:
            said = [f"{count} is the number of {self.ledger.later.unit.plural}, not of those {status}."]
        said.append(f"How many were {status} is not printed, so any point of the curve fits.")
        for mark in self.marks:
            if mark.near and mark.nearest == self.count and mark.kind != "other":
                said.append(f"{text.capital(mark.said)}: {mark.why}.")
                said.append(f"That length is {mark.rests}.")
        return tuple(said)

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
        return self.drawn(self.wide, denominator_picture.WIDE)

    def narrow(self) -> str:
        return self.drawn(self.slim, denominator_picture.NARROW)

    def drawn(self, scene: charts.Scene, shape: denominator_picture.Shape) -> str:
        """The picture in one of the two shapes."""
        words = f"if {text.number(self.count)}: {self.average} each"
        chosen = charts.quotients.Point(self.count, self.total.value / self.count, words, "chosen")
        return scene.picture(
            *denominator_picture.parts(self.ledger, self.total, self.marks, self.counts, chosen, shape)
        )
