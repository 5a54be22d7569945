"""Range sketcher: what two printed ends may stand for, as dots, and what share of a base they are."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property, partial

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.figures.estimate import EVERY
from ..analysis.sketches import BETWEEN, DOTS, FLAT, SHAPES, sketch
from ..claims.claim import Range
from ..claims.ledger import Ledger
from .frame import State
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("range",)

COLUMNS = 6
"""Columns of dots between the two ends; a flat shape has two dots in each."""
NO_BASE = "none"
NOT_GIVEN = "your assumption; the story gives none"
LINE = 58
"""Characters in a line of the picture."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The range sketcher on a story; `predicted` is what the student says a range means, shown beside the answer.

    Raises NotInStoryError where the story has no range with two ends. A story without bases gets no shares.
    """
    claim, bases = ledger.range("range"), figures.estimate.bases(ledger)
    names = tuple(bases["printed"]) or (NO_BASE,)
    controls = (
        Control("radio", "shape", "Shape (your assumption)", SHAPES, SHAPES, FLAT),
        Control(
            "radio", "between", "How much lies between the two ends (your assumption)", BETWEEN,
            tuple(f"{'all ' if n == DOTS else ''}{n}{'' if n == DOTS else f' of {DOTS}'} dots" for n in BETWEEN), DOTS,
        ),
        Control("select", "base", "Share of", names, names, names[0]),
    )  # fmt: skip
    scene = _scene(claim, bases, predicted or "")

    def draw(shape: str, between: int, base: str) -> View:
        return _State(claim, bases, shape, between, base, predicted or "", scene).view()

    return Explorer("Range sketcher", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """What is assumed and chosen, where the dots lie by that, and the share of the base."""

    claim: Range
    bases: pd.DataFrame
    shape: str
    between: int
    chosen: str
    predicted: str
    scene: charts.Scene

    @cached_property
    def places(self) -> tuple[float, ...]:
        return tuple(sketch(self.shape, self.between))

    @property
    def below(self) -> int:
        return sum(place < 0 for place in self.places)

    @property
    def above(self) -> int:
        return sum(place > 1 for place in self.places)

    @property
    def lower_half(self) -> int:
        return sum(place < 1 / 2 for place in self.places)

    @cached_property
    def base(self) -> pd.Series | None:
        """The row of the base chosen; None for a story without bases."""
        found = self.bases[self.bases["printed"] == self.chosen]
        return None if found.empty else found.iloc[0]

    @property
    def wrong(self) -> bool:
        return self.base is not None and self.base["serves"] == "no"

    def share(self, base: pd.Series) -> str:
        """The range as a share of a base, rounded from the full figures."""
        low, high = (figures.estimate.share(end, base["value"]) for end in (self.claim.low, self.claim.high))
        return " to ".join(dict.fromkeys((text.whole(low), text.whole(high))))

    def share_of_base(self, base: pd.Series) -> str:
        """The same, with what it is a share of: so many in every thousand."""
        return f"{self.share(base)} in every {text.number(EVERY)} {base['printed']}"

    @property
    def middle(self) -> str:
        return text.number((self.claim.low + self.claim.high) / 2)

    @property
    def inside(self) -> str:
        return f"all {DOTS} dots" if self.between == DOTS else f"{self.between} of {DOTS} dots"

    def table(self) -> Table:
        rows = [
            ["the two ends", self.claim.amount, f"printed in paragraph {self.claim.paragraph}"],
            ["dots between the ends", f"{self.between} of {DOTS}", NOT_GIVEN],
            ["dots below, dots above", f"{self.below}, {self.above}", NOT_GIVEN],
            [f"dots below the middle, {self.middle}", f"{self.lower_half} of {DOTS}", f"the shape: {NOT_GIVEN}"],
        ]
        if self.base is not None:
            judged = {"yes": "it may serve: ", "no": "wrong base: "}.get(self.base["serves"], "for discussion: ")
            share = f"{self.share(self.base)} in every {text.number(EVERY)}"
            rows.append([f"share of {self.chosen}", share, judged + self.base["why"]])
        if self.predicted:
            rows.append(["your prediction", f"“{self.predicted}”", "the story does not say"])
        return Table(("What", "Number", "Rests on"), rows)

    def verdict(self) -> str:
        said = (
            f"If the shape is {self.shape}{',' if ',' in self.shape else ''} and {self.inside} lie between the two "
            f"ends ({NOT_GIVEN}), {self.lower_half} of {DOTS} chances lie below the middle; "
        )
        if self.base is None:
            return f"{said}no base is known here."
        share = self.share_of_base(self.base)
        if self.wrong:
            return f"{said}“{share}” has the wrong base: {self.base['why']}."
        return f"{said}whatever the shape, the two ends are {share}."

    def description(self) -> str:
        low, high = text.number(self.claim.low), text.number(self.claim.high)
        parts = [
            f"{DOTS} dots along an axis, {self.shape}: {self.below} below {low}, {self.between} between the two "
            f"printed ends, {self.above} above {high}; one dot is one chance in {DOTS}, not people, and where the dots "
            f"lie is {NOT_GIVEN}."
        ]
        if self.base is not None:
            share = self.share_of_base(self.base)
            parts.append(
                f"Below, a hatched bar shows {share}: a wrong base, for {self.base['why']}."
                if self.wrong
                else f"Below, a bar shows the range as a share: {share} ({self.base['why']})."
            )
        if self.predicted:
            parts.append(f"You predicted: “{self.predicted}”.")
        return " ".join(parts)

    def picture(self) -> str:
        low, high = self.claim.low, self.claim.high
        said = (f"{self.below} below" if self.below else "", f"{self.between} of {DOTS} between",
                f"{self.above} above" if self.above else "")  # fmt: skip
        columns = (self.between + 1) // 2 if self.shape == FLAT else COLUMNS

        return self.scene.picture(
            charts.part(0, charts.dots.dots, low, high, self.places, columns),
            charts.part(0, charts.dots.words, low, high, *said),
            *(charts.part(1, charts.ranges.row, row, share) for row, share in self.shares()),
        )

    def shares(self) -> list[tuple[int, charts.ranges.Range]]:
        """The share of the first base, in the last row; above it the share of the base chosen, if that is another."""
        if self.base is None:
            return []
        first = self.bases.iloc[0]
        rows = [(min(len(self.bases), 2) - 1, "first", first)]
        if self.chosen != first["printed"]:
            rows.append((0, "chosen", self.base))
        return [
            (row, charts.ranges.Range(
                role, f"{base['printed']}{': wrong base' if base['serves'] == 'no' else ''}", self.share(base),
                figures.estimate.share(self.claim.low, base["value"]),
                figures.estimate.share(self.claim.high, base["value"]),
                "wrong" if base["serves"] == "no" else "chosen" if base["printed"] == self.chosen else "other",
            ))
            for row, role, base in rows
        ]  # fmt: skip


def _scene(claim: Range, bases: pd.DataFrame, predicted: str) -> charts.Scene:
    """The two ends on their axis, the scale of shares with its rows still empty, and the prediction."""
    rows = min(len(bases), 2)
    own = textwrap.wrap(f"You predicted: “{predicted}”", LINE) if predicted else []
    dots, bars, words = 2.55, (0.6 + 0.5 * rows) if rows else 0.0, 0.2 * len(own)
    height = dots + bars + words + 0.15
    boxes = [(0.03, 1 - (dots - 0.45) / height, 0.94, (dots - 1) / height)]
    if rows:
        boxes.append((0.03, (words + 0.5) / height, 0.94, (bars - 0.6) / height))

    def under(above: Axes, *below: Axes) -> None:
        charts.dots.axis(above, claim.low, claim.high)
        for axes in below:
            highest = max(figures.estimate.share(claim.high, value) for value in bases["value"])
            charts.ranges.axis(axes, rows, 0, highest * 1.15)  # the same scale for every base of the story
            axes.set_xlabel(f"in every {text.number(EVERY)} of the base")
        say = partial(above.text, 0.03, transform=above.figure.transFigure)
        say(y=1 - 0.19 / height, s=f"one dot = one chance in {DOTS}, not people")
        say(y=1 - 0.41 / height, s="where the dots lie: your assumption", color=charts.base.ASSUMED)
        for line, wrapped in enumerate(own):
            say(y=(words - 0.2 * line - 0.12) / height, s=wrapped, color=charts.base.OWN, va="center")

    return charts.Scene(5, height, boxes, under)
