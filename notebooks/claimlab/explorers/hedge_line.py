"""Hedge line: the numbers a hedged phrase allows under our reading rule, and which of the story's numbers lie there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .. import charts, text
from ..analysis import figures, hedges
from ..claims.claim import Amount
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from . import hedge_picture
from .frame import State
from .view import Control, Explorer, Preset, Table, View

NEEDS: tuple[str, ...] = ("later_count", "round_headline", "round_hedge")

COUNTS = "earlier_count", "total_without_count", "hedged_count", "headline", "later_count"
"""The parts whose numbers stand on the line; a part the story lacks, or one without a number, is left out."""

PRINTED = "headline", "hedged_headline", "loose_count", "later_count"
"""The parts that may all be phrasings of one figure."""


EXACT, SIZE, ALONE = ("phrase", hedges.EXACTLY), ("phrase", hedges.HUNDREDS), ("reach", hedges.WORDS)
"""With these the other controls change nothing: an exact number has no rule, a word of size no number, and the words
alone no step."""


def explorer(ledger: Ledger) -> Explorer:
    """The hedge line on a story; a prediction on its scale is the smallest number one would call by the hedged phrase.

    Raises NotInStoryError where the story has no count that is hedged round a round number.
    """
    hedged, numbers = ledger.part("hedged_count"), _numbers(ledger)
    if hedged not in numbers or figures.hedged.hedged_step(ledger) < 10:
        raise NotInStoryError(
            f"The hedge line needs a hedged count with a round number, such as “almost” so many hundreds. "
            f"Here the row {hedged.id} says {hedged.printed!r}."
        )
    labels = {claim.value: _figure_text(claim.value, numbers) for claim in numbers}
    up = figures.hedged.later_rounded_up(ledger)
    labels.setdefault(up, f"{text.number(up)} ({text.number(ledger.later.value)} rounded up)")
    values = tuple(sorted(labels))
    step = figures.hedged.hedged_step(ledger)
    steps = tuple(s for s in (step / 10, step / 2, step, step * 5, step * 10) if 2 <= s <= hedged.value)
    phrase = hedged.hedge if hedged.hedge in hedges.PHRASES else hedges.ALMOST
    controls = (
        Control("radio", "phrase", "Phrase", hedges.PHRASES, hedges.PHRASES, phrase),
        Control(
            "select", "figure", "Number", values, tuple(labels[value] for value in values), hedged.value,
            not_if=(SIZE,),
        ),
        Control(
            "radio", "step", "Rounding step (our rule)", steps, tuple(map(text.number, steps)), step,
            not_if=(EXACT, SIZE, ALONE),
        ),
        Control(
            "radio", "reach", "How far it may lie away (our rule)", hedges.REACHES, hedges.REACHES, hedges.HALF,
            not_if=(EXACT,),
        ),
    )  # fmt: skip
    ends = hedge_picture.ends(values, step)
    wide, slim = (hedge_picture.scene(len(numbers), ends, width) for width in hedge_picture.ROWS)

    def draw(phrase: str, figure: float, step: float, reach: str) -> View:
        return _State(ledger, tuple(numbers), phrase, figure, step, reach, wide, slim).view()

    return Explorer("Hedge line", controls, draw, (_phrasings(ledger, up),), scale=ends)


def _numbers(ledger: Ledger) -> list[Amount]:
    """The story's counts and totals, the smallest first."""
    there = (ledger.parts.get(part) for part in COUNTS)
    return sorted((claim for claim in there if isinstance(claim, Amount)), key=lambda claim: claim.value)


def _figure_text(value: float, numbers: list[Amount]) -> str:
    things = dict.fromkeys(claim.unit.noun(value) for claim in numbers if claim.value == value)
    return f"{text.number(value)} ({', '.join(things)})"


def _phrasings(ledger: Ledger, up: float) -> Preset:
    """Ways to say one figure: those the story prints, and one more from above."""
    printed = [ledger.parts[part] for part in PRINTED if part in ledger.parts]
    choices = [
        (f"“{claim.printed}”, printed in paragraph {claim.paragraph}",
         {"phrase": claim.hedge} | ({"figure": claim.value} if claim.value else {}))
        for claim in printed if claim.hedge in hedges.PHRASES
    ]  # fmt: skip
    almost = (f"“{hedges.phrased(hedges.ALMOST, up)}”, not printed", {"phrase": hedges.ALMOST, "figure": up})
    return Preset("phrasing", f"Try ways to say {text.number(ledger.later.value)}", (*choices, almost))


@dataclass(frozen=True)
class _State(State):
    """What is chosen, what the phrase allows by that, and where each number lies."""

    ledger: Ledger
    numbers: tuple[Amount, ...]
    phrase: str
    figure: float
    step: float
    reach: str
    wide: charts.Scene
    slim: charts.Scene

    @cached_property
    def reading(self) -> hedges.Reading:
        return hedges.reading(self.phrase, self.figure, self.step, self.reach)

    @property
    def said(self) -> str:
        bare = " printed bare" if self.phrase == hedges.BARE else ""
        return f"“{hedges.phrased(self.phrase, self.figure)}”{bare}"

    @cached_property
    def others(self) -> list[Amount]:
        """The story's numbers but for the one the phrase is said of."""
        return [claim for claim in self.numbers if self.phrase == hedges.HUNDREDS or claim.value != self.figure]

    def label(self, claim: Amount) -> str:
        """What a number counts, with as much more as tells it from the story's other numbers."""
        things = claim.unit.noun(claim.value)
        alike = [one for one in self.numbers if one is not claim and one.unit == claim.unit]
        told = claim.status not in ("", "-") and any(one.period == claim.period for one in alike)
        status = f" {claim.status}" if told else ""
        return f"{things}{status}, {claim.period}" if alike and claim.period else things

    @cached_property
    def inside(self) -> list[Amount]:
        return [claim for claim in self.others if self.reading.allows(claim.value)]

    def place(self, number: float) -> str:
        """Where a number lies."""
        if self.reading.allows(number):
            return "not ruled out" if self.reading.low is self.reading.high is None else "inside"
        low = self.reading.low
        return "outside, below" if low is not None and number <= low else "outside, above"

    @property
    def rule(self) -> str:
        """What is assumed, as the beginning of a sentence."""
        if self.phrase == hedges.EXACTLY:
            return "Read as it stands"
        if self.reach == hedges.WORDS:
            return "By the words alone"
        if self.phrase == hedges.HUNDREDS:
            return f"Under our reading rule, read {'narrowly' if self.reach == hedges.HALF else 'widely'}"
        return f"Under our reading rule, {self.reach} of {text.number(self.step)}"

    def table(self) -> Table:
        reading = self.reading
        rows = [
            ["smallest allowed", *_end(reading.first, reading.low, reading.low_closed, "lower")],
            ["largest allowed", *_end(reading.last, reading.high, reading.high_closed, "upper")],
        ]
        rows += [[self.label(claim), text.number(claim.value), self.place(claim.value)] for claim in self.others]
        return Table(("What", "Number", "Under this reading"), rows, numbers=("Number",))

    def answer(self) -> str:
        return text.capital(str(self.reading))

    def verdict(self) -> str:
        return f"{self.rule}, {self.said} allows {self.reading}."

    def reasons(self) -> tuple[str, ...]:
        return tuple(filter(None, (f"{text.capital(self.reading.rule)}.", self.ours, self.told_of_others)))

    @property
    def ours(self) -> str:
        """What of this the word fixes, and what is a rule of ours; "" where the words are all."""
        if self.phrase == hedges.EXACTLY or self.reach == hedges.WORDS:
            return ""
        if self.phrase in (hedges.ALMOST, hedges.MORE_THAN):
            far = "below it" if self.phrase == hedges.ALMOST else "above it"
            return f"The words leave {text.number(self.figure)} itself out; how far {far} they reach is our rule."
        if self.phrase == hedges.HUNDREDS:
            return "The word says only that there are at least two; where it stops is our rule."
        return "The words fix neither end; how far they reach is our rule."

    @property
    def told_of_others(self) -> str:
        """Which of the story's other numbers lie inside."""
        if self.reading.low is self.reading.high is None:
            return "None of the story's other numbers is ruled out."
        if not self.inside:
            return "None of the story's other numbers lies inside."
        shown = text.listed([text.number(claim.value) for claim in self.inside])
        return (
            f"Of the story's other numbers, {shown} lie{'s' if len(self.inside) == 1 else ''} inside, as numbers only."
        )

    def description(self) -> str:
        shown = ", ".join(f"{text.number(claim.value)} {claim.unit.noun(claim.value)}" for claim in self.inside)
        inside = self.told_of_others
        if shown and self.reading.low is not self.reading.high:
            inside = f"Of the story's other numbers these lie inside: {shown}; only as numbers, for each counts what "
            inside += "its name says."
        return (
            f"A number line on which {self.said} covers {self.reading}: a filled circle is a closed end, "
            f"a hollow one an open end, and an arrow means that it goes on beyond the line. {inside}"
        )

    def picture(self) -> str:
        return self.drawn(self.wide)

    def narrow(self) -> str:
        return self.drawn(self.slim)

    def drawn(self, scene: charts.Scene) -> str:
        """The picture; in the narrow one, what else would stand at the right of a row is its second line."""
        two_lines, one, rows = scene is self.slim, self.stretch, len(self.numbers)
        parts = [charts.part(0, charts.marks.prediction_row, charts.interval.place(rows + charts.interval.BELOW))]
        says = f"{self.said}: {self.reading}"
        parts.append(
            charts.part(0, charts.interval.stretch, rows, hedge_picture.lines(one) if two_lines else one, says=says)
        )
        if one.about is not None:
            says = f"{text.number(one.about)}, the number of the phrase"
            parts.append(charts.part(0, charts.interval.about, one.about, says=says))
        if one.movable:
            parts.append(charts.part(0, charts.interval.reach, one, says=f"the end that is our rule: {self.reach}"))
        for row, spot in enumerate(self.spots, 1):
            drawn = hedge_picture.lines(spot) if two_lines else spot
            says = f"{spot.label}: {spot.written}"
            parts.append(charts.part(0, charts.interval.spot, row, drawn, says=says))
        return scene.picture(*parts)

    @property
    def spots(self) -> list[charts.interval.Spot]:
        return [
            charts.interval.Spot(
                claim.id, f"{text.number(claim.value)} {self.label(claim)}", claim.value, self.place(claim.value),
                "inside" if claim in self.inside else "outside",
            )
            for claim in self.others
        ]  # fmt: skip

    @property
    def stretch(self) -> charts.interval.Stretch:
        reading, fixed = self.reading, self.phrase in (hedges.EXACTLY, hedges.HUNDREDS)
        return charts.interval.Stretch(
            self.said, text.capital(str(reading)), reading.low, reading.high, reading.low_closed, reading.high_closed,
            None if self.phrase == hedges.HUNDREDS else self.figure,
            "" if fixed else "low" if self.phrase == hedges.ALMOST else "high",
        )  # fmt: skip


def _end(whole: int | None, end: float | None, closed: bool, name: str) -> list[str]:
    if whole is None or end is None:
        return ["none", f"no {name} end"]
    return [
        text.number(whole),
        "closed end, itself allowed" if closed else f"open end at {text.number(end)}, itself left out",
    ]
