"""Claim cards: what one printed figure counts, when, where and who says so; and the ledger, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import text
from ..analysis import figures
from ..analysis.figures.rows import LOOK_ALIKES
from ..claims import tables
from ..claims.checks import PARTS_OF
from ..claims.claim import HOW_MANY, TIMES, Claim
from ..claims.errors import NotInStoryError
from ..claims.ledger import TEMPLATE, Ledger
from ..claims.periods import ReportingPeriod, overlap
from .frame import State
from .kinds import ANSWERS, WHAT
from .view import Boxes, Card, Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ()

CARD, EVERYTHING = "this figure's card", "the whole ledger"
LISTS = {
    "how many people, things or events": (HOW_MANY, "those that say how many people, things or events there were"),
    "lengths, totals, ages, sums": (("duration", "total", "age", "money"), "lengths, totals, ages and sums of money"),
    "percentages, rates, averages": (PARTS_OF, "percentages, rates and averages"),
    "dates and periods": (TIMES, "those that say when"),
    "words without a number": (("ordinal phrase",), "words of size, order or strength with no number in them"),
    EVERYTHING: (HOW_MANY + TIMES + PARTS_OF + ("duration", "total", "age", "money", "ordinal phrase"), "all its rows"),
}
"""What can be listed: the kinds of row, and how a sentence calls them."""
WITHOUT_NUMBER = (*TIMES, "ordinal phrase")
HEDGES = {"exactly": ", to the last digit", "bare round number": ", in a bare round number"}
SHOWN = {"ordinal phrase": "phrase"}
"""How a kind is called on the page, where not by its own word."""
MOST_SPANS = 8
"""Lines on the time axis besides the chosen one."""
LISTED = "Figure or phrase", "Paragraph", "Kind", "Who says it"


def explorer(ledger: Ledger) -> Explorer:
    """The claim cards of a story.

    Raises NotInStoryError where the ledger has no printed figure.
    """
    claims = tuple(claim for claim in ledger.claims if claim.printed)
    if not claims:
        raise NotInStoryError(
            f"The claim cards need a figure to show, and no row of {ledger.story} has one in printed."
        )
    first = next((claim for claim in claims if claim.part == "headline"), claims[0])
    kinds = {claim.kind for claim in claims}
    # Few stories have percentages, rates or averages; the other lists are offered everywhere.
    shown = (CARD, *(name for name, (held, _) in LISTS.items() if held != PARTS_OF or kinds & {*held}))
    controls = (
        Control(
            "select", "figure", "Figure or phrase",
            tuple(c.id for c in claims), tuple(f"{c.printed} (paragraph {c.paragraph})" for c in claims), first.id,
        ),
        Control("radio", "table", "Show", shown, shown, CARD),
    )  # fmt: skip
    dated = [c for c in claims if c.period and c.kind != "date"][:MOST_SPANS]
    meanings = {
        field["name"]: field["meanings"]
        for field in tables.schema(TEMPLATE)["fields"]
        if "meanings" in field
    }  # fmt: skip

    def draw(figure: str, table: str) -> View:
        return _State(ledger, ledger.claim(figure), table, tuple(dated), meanings).view()

    return Explorer("Claim cards", controls, draw)


@dataclass(frozen=True)
class _State(State):
    """The chosen figure, its card or the list that is `shown`, and the figures whose months are known."""

    ledger: Ledger
    claim: Claim
    shown: str
    dated: tuple[Claim, ...]
    meanings: dict[str, dict[str, str]]

    @cached_property
    def listed(self) -> list[Claim]:
        return [claim for claim in self.ledger.claims if claim.kind in LISTS[self.shown][0]]

    @property
    def others(self) -> list[str]:
        """The other paragraphs that print the same fact."""
        same = [claim for claim in self.ledger.claims if claim.fact == self.claim.fact and claim.id != self.claim.id]
        return [str(claim.paragraph) for claim in same]

    @property
    def quoted(self) -> str:
        return f"“{self.claim.printed}”"

    def meaning(self, column: str, word: str) -> str:
        """A word of a column with what the data dictionary says of it."""
        meaning = self.meanings[column].get(word, "")
        return meaning if word == "-" else f"{SHOWN.get(word, word)} ({meaning})" if meaning else "not said"

    @property
    def look_alikes(self) -> str:
        """What the look-alikes come to, on the card of one of them."""
        if self.claim.part not in LOOK_ALIKES:
            return ""
        all_, units = (figures.text_of(name, self.ledger) for name in ("look_alikes", "look_alike_units"))
        kinds = "kind" if units == text.number(1) else "kinds"
        return f"one of the {all_} look-alikes, which between them count or add up {units} {kinds} of thing"

    def answer(self) -> str:
        if self.shown != CARD:
            return f"{text.number(len(self.listed))} of {figures.text_of('ledger_rows', self.ledger)} rows"
        if self.claim.kind != "count":
            return ANSWERS[self.claim.kind]
        return f"counts {self.claim.unit.plural}" if self.claim.unit else "counts something not named"

    def verdict(self) -> str:
        rows = figures.text_of("ledger_rows", self.ledger)
        if self.shown == EVERYTHING:
            return f"The table lists all {rows} rows of the ledger, {self.quoted} among them."
        if self.shown != CARD:
            among = "is among them" if self.claim in self.listed else "is not among them"
            return (
                f"The table lists {text.number(len(self.listed))} of the ledger's {rows} rows; {self.quoted} {among}."
            )
        return f"In our reading, {self.quoted} in paragraph {self.claim.paragraph} {_what(self.claim)}."

    def reasons(self) -> tuple[str, ...]:
        """What is listed; or when and where it was, and the card says the rest."""
        if self.shown not in (CARD, EVERYTHING):
            return (f"Listed in our reading: {LISTS[self.shown][1]}.",)
        if self.shown == EVERYTHING or self.claim.kind in WITHOUT_NUMBER:
            return ()
        return (f"When: {self.claim.when}.", f"Where: {self.claim.place or 'no place given'}.")

    def table(self) -> Table:
        """The rows of a list; none where the card is shown, which is a box."""
        if self.shown == CARD:
            return Table(LISTED)
        rows = [
            (
                f"“{claim.printed}”" if claim.printed else "not shown",
                str(claim.paragraph),
                f"{_kind(claim)}, of one case" if claim.role == "case detail" else _kind(claim),
                claim.speaker or "not said",
            )
            for claim in self.listed
        ]
        return Table(LISTED, rows, numbers=("Paragraph",), caption="In the ledger")

    def card(self) -> Card:
        claim = self.claim
        unit = f"{claim.unit.plural} ({claim.unit.counts})" if claim.unit else "none"
        again = f"; the same fact again in {' and '.join(self.others)}" if self.others else ""
        period = claim.when
        if claim.period and claim.kind != "date":
            period += f" ({text.months(claim.period.months)})"
            words = [f"“{words}”" for words in self.ledger.period_words(claim) if words != str(claim.period)]
            period += f", printed as {text.listed(words)}" if words else ""
        lines = (
            Line("Kind", self.meaning("kind", claim.kind)),
            Line("Unit", unit),
            Line("Period", period),
            Line("Place", claim.place or "not said"),
            Line("Who says it", claim.speaker or "not said"),
            Line("Status", self.meaning("status", claim.status)),
            Line("Stock or flow", self.meaning("stock_or_flow", claim.stock_or_flow)),
            Line("Exact or hedged", self.meaning("hedge", claim.hedge)),
            Line("Paragraph", f"{claim.paragraph}{again}"),
            Line("Look-alike", self.look_alikes),
        )
        nothing = ("", "none", "not said", self.meanings["status"]["-"])
        counts = claim.kind not in WITHOUT_NUMBER  # a date or a word is not asked for a status or a place
        return Card(self.quoted, tuple(line for line in lines if line.text and (counts or line.text not in nothing)))

    def description(self) -> str:
        chosen = f"{self.quoted}, the chosen one, {_what(self.claim)}."
        told = [self.on_the_axis(), chosen] if self.dated else [chosen]
        if self.shown != CARD:
            told.append(
                f"The table lists {LISTS[self.shown][1]}; details of a case stand there with paragraph and kind only."
            )
        if self.look_alikes:
            told.append(f"It is {self.look_alikes}.")
        return " ".join(told)

    def on_the_axis(self) -> str:
        by_period: dict[str, list[str]] = {}
        for claim in self.drawn():
            by_period.setdefault(_lies(claim), []).append(f"“{claim.printed}”")
        lines = [f"{text.listed(names)} {lies}" for lies, names in by_period.items()]
        return f"A line a figure on one time axis: {'; '.join(lines)}."

    def drawn(self) -> tuple[Claim, ...]:
        """The figures whose months are known, and the chosen one."""
        return self.dated if self.claim in self.dated else (*self.dated, self.claim)

    def boxes(self) -> tuple[Boxes, ...]:
        """The card, where it is asked for, and the time axis, where the months of any figure are known."""
        cards = [self.card()] if self.shown == CARD else []
        if self.dated:
            cards.append(self.axis())
        return tuple(Boxes((card,)) for card in cards)

    def axis(self) -> Card:
        """A line a figure, with its stretch of the months that all the figures span."""
        periods = [claim.period for claim in self.dated if claim.period]
        ends = ReportingPeriod(min(p.start for p in periods), max(p.end for p in periods))
        lines = []
        for claim in self.drawn():
            shown = claim.period and overlap(claim.period, ends)
            words = claim.when if shown or not claim.period else f"{claim.when}, beyond this axis"
            span = (_share(shown.start, ends), _share(shown.end + 1, ends)) if shown else None
            lines.append(Line(f"“{claim.printed}”", words, "chosen" if claim == self.claim else "", span))
        return Card(f"On one time axis, {ends}", tuple(lines))


def _what(claim: Claim) -> str:
    things = claim.unit.plural if claim.unit else "something not named"
    if claim.kind != "count":
        return WHAT[claim.kind].format(things=things)
    if claim.value is None:
        return f"stands for {things}, without a number"
    return f"counts {things}" + HEDGES.get(claim.hedge, f", with the hedge “{claim.hedge}”" if claim.hedge else "")


def _kind(claim: Claim) -> str:
    return SHOWN.get(claim.kind, claim.kind)


def _lies(claim: Claim) -> str:
    return f"{'over' if claim.period else 'with'} {claim.when}"


def _share(month: pd.Period, ends: ReportingPeriod) -> float:
    """How far along the axis a month begins, from 0 to 1."""
    return round((month - ends.start).n / ends.months, 4)
