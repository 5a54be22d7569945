"""The picture of the missing denominator: a curve with a rectangle under it, a scale of averages, and a key."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes

from .. import charts
from ..analysis.marked_counts import NOT_A_SAMPLE, MarkedCount
from ..charts.quotients import Point
from ..claims.claim import Amount
from ..claims.ledger import Ledger

Inches = tuple[float, float, float, float]
"""Left, bottom, width and height."""


@dataclass(frozen=True)
class Shape:
    """Where all stands in one of the two drawings, in inches; of the key's letters the size in points, and how many
    a line has."""

    width: float
    height: float
    curve: Inches
    averages: Inches
    key: Inches
    size: float
    letters: int


WIDE = Shape(charts.WIDE, 4.9, (0.55, 1.8, 4.3, 3.0), (0.55, 0.5, 4.3, 0.8), (1.5, 3.1, 3.4, 1.7), 10, 44)
NARROW = Shape(charts.NARROW, 5.25, (0.55, 3.37, 2.75, 1.8), (0.55, 2.12, 2.75, 0.75), (0.1, 0.05, 3.2, 1.62), 9, 42)


def narrow(ledger: Ledger, total: Amount, marks: Sequence[MarkedCount]) -> Shape:
    """The narrow drawing, as high as the key of this story needs."""
    lines = charts.quotients.lines([_point(ledger, total, mark, marks, NARROW.letters) for mark in marks])[-1] + 1.2
    left, bottom, width, room = NARROW.key
    spare = room - lines * charts.quotients.LINE * NARROW.size / 72
    return replace(
        NARROW, height=NARROW.height - spare, curve=_lower(NARROW.curve, spare),
        averages=_lower(NARROW.averages, spare), key=(left, bottom, width, room - spare),
    )  # fmt: skip


def _lower(box: Inches, by: float) -> Inches:
    left, bottom, width, height = box
    return left, bottom - by, width, height


def scene(total: Amount, counts: Sequence[int], shape: Shape, lengths: str) -> charts.Scene:
    """The axes alone; all else may move. `counts` are those of the slider, and `lengths` the word for the averages."""
    across, upwards = f"how many were {total.status} (not printed)", f"{lengths} each, on average"
    highest = total.value / counts[0]

    def under(above: Axes, below: Axes, key: Axes) -> None:
        charts.quotients.axis(above, counts[-1], highest, across, upwards)
        charts.quotients.averages(below, highest, upwards)
        charts.marks.nothing(key)

    boxes = [
        (left / shape.width, bottom / shape.height, width / shape.width, height / shape.height)
        for left, bottom, width, height in (shape.curve, shape.averages, shape.key)
    ]
    return charts.Scene(shape.width, shape.height, boxes, under)


def parts(
    ledger: Ledger, total: Amount, marks: Sequence[MarkedCount], counts: Sequence[int], chosen: Point, shape: Shape
) -> Iterator[charts.Part]:
    """What stands on the axes: first what is always there, then what moves with the point that is chosen."""
    draw = charts.quotients
    yield charts.part(
        0, draw.curve, total.value, counts[0], counts[-1], says=f"number times average: always {total.printed}"
    )
    points = [(mark.kind, _point(ledger, total, mark, marks, shape.letters)) for mark in marks]
    area = f"area of the rectangle: always {total.printed}"
    *downs, last = draw.lines([point for _, point in points])
    yield charts.part(2, draw.area, area, last, shape.size)
    for (kind, point), down in zip(points, downs, strict=True):
        yield charts.part(2, draw.words, point, down, shape.size, kind)
    yield charts.part(0, draw.rectangle, chosen, says=area)
    for kind, point in reversed(points):
        yield charts.part(0, draw.mark, point, f"mark-{kind}", says=point.label.replace("\n", " "))
    yield charts.part(0, draw.mark, chosen, "handle-count", says=chosen.label)
    yield charts.part(1, charts.marks.prediction_row, draw.SCALE)
    yield charts.part(1, draw.average, chosen, says=chosen.label)


def _point(ledger: Ledger, total: Amount, mark: MarkedCount, marks: Sequence[MarkedCount], letters: int) -> Point:
    """A mark on the curve, with its line in the key."""
    label = f"{mark.said}: {mark.why}"
    if mark.kind == "other":
        label = f"{mark.said}: {ledger.later.unit.plural}, {mark.rests}"
    elif mark.kind == "outside":
        label += "\n(from outside)"
    elif mark.kind == "short":
        label += f"\n({'both ' if marks[0].kind == 'long' else ''}{NOT_A_SAMPLE})"
    lines = (line for whole in label.split("\n") for line in textwrap.wrap(whole, letters))
    return Point(mark.count, total.value / mark.count, "\n".join(lines), mark.kind)
