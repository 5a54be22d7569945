"""Range sketcher: what two printed ends may stand for, as dots, and what share of a base they are."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from functools import cached_property, partial
from math import sqrt

import pandas as pd
from matplotlib.axes import Axes

from .. import charts, text
from ..analysis import figures
from ..analysis.figures.estimate import EVERY
from ..claims.claim import Range
from ..claims.ledger import Ledger
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("range",)

DOTS = 20
FLAT, PEAKED, LOW, HIGH = SHAPES = (
    "flat", "peaked in the middle", "lop-sided, more near the lower end", "lop-sided, more near the upper end",
)  # fmt: skip
BETWEEN = DOTS, DOTS - 1, DOTS - 4
"""Dots that lie between the two ends."""
COLUMNS = 6
"""Columns of dots between the two ends; a flat shape has two dots in each."""
NO_BASE = "none"
LINE = 58
"""Characters in a line of the picture."""


def _cuts(shape: str, between: int) -> tuple[float, float]:
    """The parts of all chances that lie below the lower and above the upper end.

    One dot outside lies above (below where the shape leans up); of four, two lie on either side, or one and three. The
    cuts fall between two dots, never on one.
    """
    outside = (DOTS - between) / DOTS
    if shape in (FLAT, PEAKED) and between == DOTS - 4:
        return outside / 2, outside / 2
    few, many = outside / 4, outside * 3 / 4
    return (many, few) if shape == HIGH else (few, many)


def _place(shape: str, chance: float) -> float:
    """Where this part of all chances is used up, on a stretch from 0 to 1: even, a triangle, or half a triangle."""
    if shape == FLAT:
        return chance
    if shape == PEAKED:
        return sqrt(chance / 2) if chance < 1 / 2 else 1 - sqrt((1 - chance) / 2)
    return 1 - sqrt(1 - chance) if shape == LOW else sqrt(chance)


def sketch(shape: str, between: int) -> list[float]:
    """Where the dots lie: each in the middle of its equal part of all chances; 0 is the lower end, 1 the upper one."""
    below, above = _cuts(shape, between)
    start, end = _place(shape, below), _place(shape, 1 - above)
    chances = [(dot + 1 / 2) / DOTS for dot in range(DOTS)]
    return [(_place(shape, chance) - start) / (end - start) for chance in chances]


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The range sketcher on a story; `predicted` is what the student says a range means, shown beside the answer.

    Raises ReaderError where the story has no range with two ends. A story without bases gets no shares.
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
        return _view(_State(claim, bases, shape, between, base, predicted or ""), scene)

    return Explorer("Range sketcher", controls, draw)


@dataclass(frozen=True)
class _State:
    """Everything one state shows, computed once: where the dots lie, and the share of the base."""

    claim: Range
    bases: pd.DataFrame
    shape: str
    between: int
    chosen: str
    predicted: str

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
        return f"{text.whole(low)} to {text.whole(high)}"

    @property
    def ends(self) -> str:
        return f"{text.number(self.claim.low)} to {text.number(self.claim.high)}"

    @property
    def middle(self) -> str:
        return text.number((self.claim.low + self.claim.high) / 2)

    @property
    def every(self) -> str:
        return text.number(EVERY)

    @property
    def inside(self) -> str:
        return f"all {DOTS} dots" if self.between == DOTS else f"{self.between} of {DOTS} dots"


def _view(state: _State, scene: charts.Scene) -> View:
    table = Table(("What", "Number", "Rests on"), _rows(state))
    return View(_picture(state, scene), _verdict(state), table, _description(state))


def _rows(state: _State) -> list[list[str]]:
    assumed = "your assumption; the article gives none"
    rows = [
        ["the two ends", f"{state.ends} {state.claim.unit.plural}", f"printed in paragraph {state.claim.paragraph}"],
        ["dots between the ends", f"{state.between} of {DOTS}", assumed],
        ["dots below, dots above", f"{state.below}, {state.above}", assumed],
        [f"dots below the middle, {state.middle}", f"{state.lower_half} of {DOTS}", f"the shape: {assumed}"],
    ]
    if state.base is not None:
        judged = {"yes": "it may serve: ", "no": "wrong base: "}.get(state.base["serves"], "for discussion: ")
        share = f"{state.share(state.base)} in every {state.every}"
        rows.append([f"share of {state.chosen}", share, judged + state.base["why"]])
    if state.predicted:
        rows.append(["your prediction", f"“{state.predicted}”", "the article does not say"])
    return rows


def _verdict(state: _State) -> str:
    said = (
        f"If the shape is {state.shape} and {state.inside} lie between the two ends (your assumption; the "
        f"article gives none, and we found none), {state.lower_half} of {DOTS} chances lie below the middle; "
    )
    if state.base is None:
        return f"{said}no base is known here."
    share = f"{state.share(state.base)} in every {state.every} {state.chosen}"
    if state.wrong:
        return f"{said}“{share}” has the wrong base: {state.base['why']}."
    return f"{said}whatever the shape, the two ends are {share}."


def _description(state: _State) -> str:
    low, high = text.number(state.claim.low), text.number(state.claim.high)
    parts = [
        f"{DOTS} dots along an axis, {state.shape}: {state.below} below {low}, {state.between} between the two printed "
        f"ends, {state.above} above {high}; one dot is one chance in {DOTS}, not people, and where the dots lie is "
        "your assumption; the article gives none."
    ]
    if state.base is not None:
        share = f"{state.share(state.base)} in every {state.every} {state.chosen}"
        parts.append(
            f"Below, a hatched bar shows {share}: a wrong base, for {state.base['why']}."
            if state.wrong
            else f"Below, a bar shows the range as a share: {share} ({state.base['why']})."
        )
    if state.predicted:
        parts.append(f"You predicted: “{state.predicted}”.")
    return " ".join(parts)


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


def _picture(state: _State, scene: charts.Scene) -> str:
    low, high = state.claim.low, state.claim.high
    said = (f"{state.below} below" if state.below else "", f"{state.between} of {DOTS} between",
            f"{state.above} above" if state.above else "")  # fmt: skip
    columns = (state.between + 1) // 2 if state.shape == FLAT else COLUMNS

    return scene.picture(
        charts.part(0, charts.dots.dots, low, high, state.places, columns),
        charts.part(0, charts.dots.words, low, high, *said),
        *(charts.part(1, charts.ranges.row, row, share) for row, share in _shares(state)),
    )


def _shares(state: _State) -> list[tuple[int, charts.ranges.Range]]:
    """The share of the first base in the last row; above it, where that is another, the share of the base chosen."""
    bases = state.bases
    if bases.empty:
        return []
    rows = [(min(len(bases), 2) - 1, "first", bases.iloc[0])]
    if state.chosen != bases["printed"].iloc[0]:
        rows.append((0, "chosen", state.base))
    return [
        (row, charts.ranges.Range(
            role, f"{base['printed']}{': wrong base' if base['serves'] == 'no' else ''}", state.share(base),
            figures.estimate.share(state.claim.low, base["value"]),
            figures.estimate.share(state.claim.high, base["value"]),
            "wrong" if base["serves"] == "no" else "chosen" if base["printed"] == state.chosen else "other",
        ))
        for row, role, base in rows
    ]  # fmt: skip
