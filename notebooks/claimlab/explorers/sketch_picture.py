"""The picture of the range sketcher: the axis of the dots, and the scale of shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.figures.estimate import EVERY
from ..analysis.sketches import DOTS
from ..claims.claim import Range


@dataclass(frozen=True)
class Shape:
    """How the picture is drawn: its width and the height of a row in inches, a dot in points, letters in a label."""

    width: float
    row: float
    dot: float
    letters: int


WIDE = Shape(charts.WIDE, row=0.5, dot=12, letters=60)
NARROW = Shape(charts.NARROW, row=0.66, dot=9, letters=32)


def scene(claim: Range, bases: pd.DataFrame, shape: Shape) -> charts.Scene:
    """The two ends on their axis, and the scale of shares with its rows still empty."""
    rows = min(len(bases), 2)
    dots, bars = 2.55, (0.6 + shape.row * rows) if rows else 0.0
    height = dots + bars + 0.15
    boxes = [(0.03, 1 - (dots - 0.45) / height, 0.94, (dots - 1) / height)]
    if rows:
        boxes.append((0.03, 0.5 / height, 0.94, (bars - 0.6) / height))

    def under(above: Axes, *below: Axes) -> None:
        charts.dots.axis(above, claim.low, claim.high)
        for axes in below:
            highest = max(figures.estimate.share(claim.high, value) for value in bases["value"])
            charts.ranges.axis(axes, rows, 0, highest * 1.15)  # the same scale for every base of the story
            axes.set_xlabel(f"in every {text.number(EVERY)} of the base")
        say = partial(above.text, 0.03, transform=above.figure.transFigure)
        say(y=1 - 0.19 / height, s=f"one dot = one chance in {DOTS}, not people")
        say(y=1 - 0.41 / height, s="where the dots lie: your assumption", color=charts.base.ASSUMED)

    return charts.Scene(shape.width, height, boxes, under)
