"""Claim editor: tick what you want to say about two counts; the sentence gets as strong as the evidence carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from .. import text
from ..analysis import comparisons, fair_sentences
from ..analysis.fair_sentences import ALIKE, COUNTS, GAP, MONTHS, OPEN, PEOPLE, SOURCE, Tick
from ..claims import periods
from ..claims.claim import Count, Statistic
from ..claims.ledger import Ledger
from .frame import State
from .view import Boxes, Card, Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ("change",)

WITHOUT, WITH = "not ticked", "ticked"
SUPPORT = {"printed": "yes", "assumed": "it does not say", "refused": "no"}
"""What the report does for a tick."""


def explorer(ledger: Ledger) -> Explorer:
    """The claim editor on a story.

    Raises NotInStoryError where the story's two counts are of different things, or are the same number.
    """
    ticks = fair_sentences.ticks(ledger)
    controls = tuple(Control("tick", tick.name, tick.label, (False, True), (WITHOUT, WITH), False) for tick in ticks)

    def draw(**ticked: bool) -> View:
        return _State(ledger, tuple(tick for tick in ticks if ticked[tick.name])).view()

    return Explorer("Claim editor", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """What is ticked, and the sentence that it carries."""

    ledger: Ledger
    ticked: tuple[Tick, ...]

    @cached_property
    def names(self) -> set[str]:
        """What is ticked and not refused."""
        return {tick.name for tick in self.ticked if tick.support != "refused"}

    @cached_property
    def sentence(self) -> str:
        return fair_sentences.sentence(self.ledger, self.names)

    @cached_property
    def offered(self) -> set[str]:
        """What could be ticked on this story."""
        return {tick.name for tick in fair_sentences.ticks(self.ledger)}

    @cached_property
    def open(self) -> list[str]:
        """What a reader of the sentence cannot tell."""
        return [words for name, words in OPEN.items() if name in self.offered and name not in self.names]

    def of(self, support: str) -> list[Tick]:
        """The ticks for which the report does this."""
        return [tick for tick in self.ticked if tick.support == support]

    @property
    def change(self) -> str:
        """How the later count stands to the earlier one, as far as it is told."""
        if COUNTS in self.names:
            return fair_sentences.written_change(self.ledger)
        return "more" if self.ledger.later.value > self.ledger.earlier.value else "fewer"

    @property
    def alike(self) -> str:
        """What a change takes for granted, as a clause."""
        return fair_sentences.counted_alike(self.ledger)

    def answer(self) -> str:
        if self.of("refused"):
            return "no"
        return "only if you assume it" if self.of("assumed") else "yes"

    def verdict(self) -> str:
        if self.of("refused"):
            return "The report does not support all that is ticked; the sentence below is what is left."
        if self.of("assumed"):
            return "The report supports the sentence below only together with what you assume."
        if not self.ticked:
            return "The report supports the sentence below, and it says little."
        return "The report supports the sentence below, and nothing in it is assumed."

    def reasons(self) -> tuple[str, ...]:
        """What is refused and why, what is assumed, and what stays open; a short sentence each."""
        said = [f"Refused: {tick.said}." for tick in self.of("refused")]
        for tick in self.of("refused"):
            said += [f"{text.capital(part)}." for part in re.split(r": |, but ", tick.because)]
        said += [f"You assume: {tick.said}." for tick in self.of("assumed")]
        said += [f"A reader cannot tell {words}." for words in self.open]
        return tuple(said)

    def table(self) -> Table:
        rows = [(tick.said, SUPPORT[tick.support]) for tick in self.ticked]
        notes = [(Line("", tick.because),) for tick in self.ticked]
        return Table(("What you say", "In the report?"), rows, notes=notes)

    def description(self) -> str:
        pair = "; ".join(f"the {which} one {self.told(claim)}" for which, claim in _claims(self.ledger))
        said = [self.sentence, f"What a reader of the sentence is told of the two counts: {pair}."]
        if GAP in self.names:
            said.append(f"Between them lie the months {_gap(self.ledger)}, marked: no figure.")
        if ALIKE in self.names:
            said.append(f"The change from one to the other is marked {self.change}, if {self.alike}.")
        listed = {"printed": "printed in the report", "assumed": "assumed by you", "refused": "refused and not shown"}
        told = [f"{words}: {_listed(self.of(support))}" for support, words in listed.items() if self.of(support)]
        return " ".join([*said, text.capital(f"{'; '.join(told)}.") if told else "Nothing is ticked."])

    def told(self, claim: Count) -> str:
        """What the sentence tells of one count, in words."""
        told = [comparisons.short(claim) if COUNTS in self.names else "without a number"]
        told.append(f"over {claim.period}" if MONTHS in self.names else "without its months")
        if SOURCE in self.names and claim.speaker:
            told.append(f"from {claim.speaker}")
        return ", ".join(told)

    def boxes(self) -> tuple[Boxes, ...]:
        """What a reader of the sentence is told of each count and of what lies between; what is open is marked."""
        earlier, later = (self.count(which, claim) for which, claim in _claims(self.ledger))
        size = text.words(self.sentence)
        sentence = Card("The sentence", (Line("", self.sentence), Line("", f"{text.number(size)} words")))
        return Boxes((sentence,)), Boxes((earlier, self.between(), later))

    def count(self, which: str, claim: Count) -> Card:
        names, number = self.names, f"{comparisons.short(claim)} {claim.unit.noun(claim.value)}"
        headline = self.ledger.parts.get("headline")
        lines = [_line(OPEN[COUNTS], number if COUNTS in names else "")]
        if PEOPLE in names and isinstance(headline, Statistic):
            lines.append(Line(f"How many {headline.unit.plural}", "as many", "assumed"))
        lines.append(_line(OPEN[MONTHS], str(claim.period) if MONTHS in names else ""))
        if SOURCE in self.offered:
            lines.append(_line(OPEN[SOURCE], (claim.speaker or "nobody named") if SOURCE in names else ""))
        return Card(f"The {which} count", tuple(lines), empty=COUNTS not in names)

    def between(self) -> Card:
        """What the sentence tells of the two together."""
        ledger, names = self.ledger, self.names
        lines = [Line("The later count is", "higher" if ledger.later.value > ledger.earlier.value else "lower")]
        if GAP in self.offered:
            lines.append(_line("The months between", f"{_gap(ledger)}: no figure printed" if GAP in names else ""))
        if ALIKE in names:
            lines.append(Line("The change", f"{self.change}, if {self.alike}", "assumed"))
        else:
            lines.append(Line("The change", "", "not told"))
        return Card("The two together", tuple(lines), empty=GAP not in names and ALIKE not in names)


def _claims(ledger: Ledger) -> tuple[tuple[str, Count], tuple[str, Count]]:
    return ("earlier", ledger.earlier), ("later", ledger.later)


def _gap(ledger: Ledger) -> str:
    return str(periods.between(ledger.earlier.period, ledger.later.period))


def _listed(ticks: list[Tick]) -> str:
    return ", ".join(tick.said for tick in ticks)


def _line(label: str, told: str) -> Line:
    return Line(text.capital(label), told, "" if told else "not told")
