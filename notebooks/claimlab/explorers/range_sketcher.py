"""Range sketcher: what two printed ends may stand for, as dots, and what share of a base they are."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import charts, text
from ..analysis import figures
from ..analysis.figures.estimate import EVERY
from ..analysis.sketches import BETWEEN, DOTS, FLAT, HIGH, LOW, PEAKED, SHAPES, sketch
from ..claims.claim import Range
from ..claims.ledger import Ledger
from . import sketch_picture
from .frame import State
from .view import Control, Explorer, Table, View

NEEDS: tuple[str, ...] = ("range",)

COLUMNS = 6
"""Columns of dots between the two ends; a flat shape has two dots in each."""
LONGEST = 20
"""Words in a reason."""
NO_BASE = "none"
NOT_GIVEN = "your assumption; the story gives none"
ASSUMED = "your assumption"
WRITTEN = {
    FLAT: "the dots are spread evenly",
    PEAKED: "the dots peak in the middle",
    LOW: "most dots lie near the lower end",
    HIGH: "most dots lie near the upper end",
}
"""A shape as a clause."""


def explorer(ledger: Ledger) -> Explorer:
    """The range sketcher on a story.

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
    wide, slim = (sketch_picture.scene(claim, bases, shape) for shape in (sketch_picture.WIDE, sketch_picture.NARROW))

    def draw(shape: str, between: int, base: str) -> View:
        return _State(claim, bases, shape, between, base, wide, slim).view()

    return Explorer("Range sketcher", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """What is assumed and chosen, where the dots lie by that, and the share of the base."""

    claim: Range
    bases: pd.DataFrame
    shape: str
    between: int
    chosen: str
    wide: charts.Scene
    slim: charts.Scene

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
        return f"all {DOTS}" if self.between == DOTS else f"{self.between} of {DOTS}"

    def answer(self) -> str:
        return f"{self.lower_half} of {DOTS} below the middle"

    def verdict(self) -> str:
        return (
            f"If {WRITTEN[self.shape]} and {self.inside} lie between the ends, "
            f"{self.lower_half} of {DOTS} chances lie below {self.middle}, the middle."
        )

    def reasons(self) -> tuple[str, ...]:
        said = [f"Where the dots lie is {NOT_GIVEN}.", f"One dot is one chance in {DOTS}, not people."]
        if self.base is None:
            return (*said, "No base is known here.")
        share = self.share_of_base(self.base)
        if self.wrong:
            said.append(f"“{share}” has the wrong base.")
        else:
            said.append(f"Whatever the shape: {share}.")
        judged = {"yes": "This base may serve", "no": "Why it is wrong"}.get(self.base["serves"], "For discussion")
        return (*said, *_sentences(judged, self.base["why"]))

    def table(self) -> Table:
        rows = [
            ["the two ends", self.claim.amount, f"printed, paragraph {self.claim.paragraph}"],
            ["dots between the ends", f"{self.between} of {DOTS}", ASSUMED],
            ["dots below, dots above", f"{self.below}, {self.above}", ASSUMED],
            [f"dots below {self.middle}, the middle", f"{self.lower_half} of {DOTS}", f"{ASSUMED}: the shape"],
        ]
        if self.base is not None:
            judged = {"yes": "may serve", "no": "wrong base"}.get(self.base["serves"], "for discussion")
            rows.append([f"share of {self.chosen}", f"{self.share(self.base)} in {text.number(EVERY)}", judged])
        return Table(("What", "Number", "Rests on"), rows)

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
        return " ".join(parts)

    def picture(self) -> str:
        return self.drawn(self.wide, sketch_picture.WIDE)

    def narrow(self) -> str:
        return self.drawn(self.slim, sketch_picture.NARROW)

    def drawn(self, scene: charts.Scene, shape: sketch_picture.Shape) -> str:
        """The picture in one of the two shapes."""
        low, high = self.claim.low, self.claim.high
        said = (f"{self.below} below" if self.below else "", f"{self.between} of {DOTS} between",
                f"{self.above} above" if self.above else "")  # fmt: skip
        columns = (self.between + 1) // 2 if self.shape == FLAT else COLUMNS

        return scene.picture(
            charts.part(
                0,
                charts.dots.dots,
                low,
                high,
                self.places,
                columns,
                shape.dot,
                says=f"One dot is one chance in {DOTS}; where it lies is your assumption.",
            ),
            charts.part(0, charts.dots.words, low, high, *said),
            *(
                charts.part(
                    1,
                    charts.ranges.row,
                    row,
                    share,
                    says=f"{share.written} in every {text.number(EVERY)} {' '.join(share.label.split())}",
                )
                for row, share in self.shares(shape.letters)
            ),
        )

    def shares(self, letters: int) -> list[tuple[int, charts.ranges.Range]]:
        """The share of the first base, in the last row; above it the share of the base chosen, if that is another."""
        if self.base is None:
            return []
        first = self.bases.iloc[0]
        rows = [(min(len(self.bases), 2) - 1, "first", first)]
        if self.chosen != first["printed"]:
            rows.append((0, "chosen", self.base))
        return [
            (row, charts.ranges.Range(
                role, "\n".join(textwrap.wrap(_called(base), letters)), self.share(base),
                figures.estimate.share(self.claim.low, base["value"]),
                figures.estimate.share(self.claim.high, base["value"]),
                "wrong" if base["serves"] == "no" else "chosen" if base["printed"] == self.chosen else "other",
            ))
            for row, role, base in rows
        ]  # fmt: skip


def _called(base: pd.Series) -> str:
    return f"{base['printed']}{': wrong base' if base['serves'] == 'no' else ''}"


def _sentences(start: str, why: str) -> list[str]:
    """A reason from a table as short sentences: what follows from it is one, and a long one is two."""
    first, *follows = why.split(", so ")
    clauses = [first] if text.words(f"{start}: {first}") <= LONGEST else re.split(", (?:and|but) ", first)
    told = [f"{start}: {clauses[0]}", *map(text.capital, clauses[1:]), *(f"So {one}" for one in follows)]
    return [f"{one}." for one in told]
