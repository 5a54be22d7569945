"""Claim cards: what one printed figure counts, when, where and who says so; and the ledger, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import text
from ..analysis import figures
from ..analysis.figures.rows import LOOK_ALIKES
from ..claims import tables
from ..claims.claim import HOW_MANY, Claim
from ..claims.errors import ReaderError
from ..claims.ledger import TEMPLATE, Ledger
from ..claims.periods import ReportingPeriod, overlap
from .view import Boxes, Card, Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ()

CARD, EVERYTHING = "this figure's card", "the whole ledger"
LISTS = {
    "how many people, things or events": (HOW_MANY, "those that say how many people, things or events there were"),
    "lengths, totals, ages, sums": (("duration", "total", "age", "money"), "lengths, totals, ages and sums of money"),
    "dates and periods": (("date",), "those that say when"),
    "words without a number": (("ordinal phrase",), "words of size, order or strength with no number in them"),
    EVERYTHING: (HOW_MANY + ("duration", "total", "age", "money", "date", "ordinal phrase"), "all its rows"),
}
"""What can be listed: the kinds of row, and how a sentence calls them."""
WHAT = {
    "range": "gives two ends for a number of {things}",
    "total": "adds up {things}, which is no count of people, things or events",
    "duration": "is a length of time ({things}) and counts nothing",
    "date": "says when, and counts nothing",
    "age": "is an age and counts nothing",
    "money": "is a sum of money and counts nothing",
    "ordinal phrase": "is a word without a number and counts nothing",
}
HEDGES = {"exactly": ", to the last digit", "bare round number": ", in a bare round number"}
MOST_SPANS = 8
"""Lines on the time axis besides the chosen one."""
LISTED = "Figure or phrase", "Paragraph", "Kind", "Who says it"


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The claim cards of a story; `predicted` is how many different things the student takes the look-alikes to count.

    Raises ReaderError where the ledger has no printed figure.
    """
    claims = tuple(claim for claim in ledger.claims if claim.printed)
    if not claims:
        raise ReaderError(f"The claim cards need a figure to show, and no row of {ledger.story} has one in printed.")
    first = next((claim for claim in claims if claim.part == "headline"), claims[0])
    controls = (
        Control(
            "select", "figure", "Figure or phrase",
            tuple(c.id for c in claims), tuple(f"{c.printed} (paragraph {c.paragraph})" for c in claims), first.id,
        ),
        Control("radio", "table", "Show", (CARD, *LISTS), (CARD, *LISTS), CARD),
    )  # fmt: skip
    dated = [c for c in claims if c.period and c.kind != "date"][:MOST_SPANS]
    own = text.number(text.read_number(predicted)) if predicted else ""
    meanings = {
        field["name"]: field["meanings"]
        for field in tables.schema(TEMPLATE)["fields"]
        if "meanings" in field
    }  # fmt: skip

    def draw(figure: str, table: str) -> View:
        state = _State(ledger, ledger.claim(figure), table, tuple(dated), own, meanings)
        return View("", _verdict(state), _table(state), _description(state), _boxes(state))

    return Explorer("Claim cards", controls, draw)


@dataclass(frozen=True)
class _State:
    """What one state is about: the chosen figure, its card or a list, and the figures whose months are known."""

    ledger: Ledger
    claim: Claim
    table: str
    dated: tuple[Claim, ...]
    predicted: str
    meanings: dict[str, dict[str, str]]

    @cached_property
    def row(self) -> pd.Series:
        return self.ledger.table.set_index("id").loc[self.claim.id]

    @cached_property
    def listed(self) -> pd.DataFrame:
        return self.ledger.table[self.ledger.table["kind"].isin(LISTS[self.table][0])]

    @cached_property
    def others(self) -> list[str]:
        """The other paragraphs that print the same fact."""
        claims = self.ledger.table
        fact = self.row["same_as"] or self.claim.id
        same = claims[((claims["id"] == fact) | (claims["same_as"] == fact)) & (claims["id"] != self.claim.id)]
        return [str(paragraph) for paragraph in same["paragraph"]]

    @property
    def quoted(self) -> str:
        return f"“{self.claim.printed}”"

    def meaning(self, column: str) -> str:
        """A word of the row with what the data dictionary says of it."""
        word = self.row[column]
        meaning = self.meanings[column].get(word, "")
        return meaning if word == "-" else f"{word} ({meaning})" if meaning else "not said"

    @property
    def look_alikes(self) -> str:
        """What the look-alikes come to, with the prediction, on the card of one of them."""
        if self.claim.part not in LOOK_ALIKES:
            return ""
        all_, units = (figures.text_of(name, self.ledger) for name in ("look_alikes", "look_alike_units"))
        told = f"one of the {all_} look-alikes, which between them count or add up {units} kinds of thing"
        return f"{told}; you predicted {self.predicted}" if self.predicted else told


def _verdict(state: _State) -> str:
    rows = figures.text_of("ledger_rows", state.ledger)
    if state.table == EVERYTHING:
        return f"The table lists all {rows} rows of the ledger, {state.quoted} among them."
    if state.table != CARD:
        among = "is among them" if state.claim.id in set(state.listed["id"]) else "is not among them"
        return (
            f"The table lists {text.number(len(state.listed))} of the ledger's {rows} rows, in our reading "
            f"{LISTS[state.table][1]}; {state.quoted} {among}."
        )
    told = f"In our reading, {state.quoted} in paragraph {state.claim.paragraph} {_what(state.claim)}"
    if state.claim.kind in ("date", "ordinal phrase"):
        return f"{told}."
    return f"{told} ({state.claim.when}; {state.claim.place or 'no place given'})."


def _what(claim: Claim) -> str:
    things = claim.unit.plural if claim.unit else "something not named"
    if claim.kind != "count":
        return WHAT[claim.kind].format(things=things)
    if claim.value is None:
        return f"counts {things} without a number"
    return f"counts {things}" + HEDGES.get(claim.hedge, f", with the hedge “{claim.hedge}”" if claim.hedge else "")


def _table(state: _State) -> Table:
    """The rows of a list; none where the card is shown, which is a box."""
    if state.table == CARD:
        return Table(LISTED)
    rows = [
        (
            f"“{row.printed}”" if row.printed else "not shown",
            str(row.paragraph),
            f"{row.kind}, of one case" if row.role == "case detail" else row.kind,
            row.speaker or "not said",
        )
        for row in state.listed.itertuples()
    ]
    return Table(LISTED, rows, numbers=("Paragraph",), caption="In the ledger")


def _card(state: _State) -> Card:
    claim, row = state.claim, state.row
    unit = f"{claim.unit.plural} ({state.ledger.units.loc[row['unit'], 'counts']})" if claim.unit else "none"
    again = f"; the same fact again in {' and '.join(state.others)}" if state.others else ""
    period = claim.when
    if claim.period and claim.kind != "date":
        period += f" ({text.months(claim.period.months)})"
        period += (
            f", printed as “{claim.period_printed}”" if claim.period_printed not in ("", str(claim.period)) else ""
        )
    lines = (
        Line("Kind", state.meaning("kind")),
        Line("Unit", unit),
        Line("Period", period),
        Line("Place", claim.place or "not said"),
        Line("Who says it", claim.speaker or "not said"),
        Line("Status", state.meaning("status")),
        Line("Stock or flow", state.meaning("stock_or_flow")),
        Line("Exact or hedged", state.meaning("hedge")),
        Line("Paragraph", f"{claim.paragraph}{again}"),
        Line("Look-alike", state.look_alikes),
    )
    nothing = ("", "none", "not said", state.meanings["status"]["-"])
    counts = claim.kind not in ("date", "ordinal phrase")  # a date or a word is not asked for a status or a place
    return Card(state.quoted, tuple(line for line in lines if line.text and (counts or line.text not in nothing)))


def _description(state: _State) -> str:
    chosen = f"{state.quoted}, the chosen one, {_what(state.claim)}."
    told = [_on_the_axis(state), chosen] if state.dated else [chosen]
    if state.table != CARD:
        told.append(
            f"The table lists {LISTS[state.table][1]}; details of a case stand there with paragraph and kind only."
        )
    if state.look_alikes:
        told.append(f"It is {state.look_alikes}.")
    return " ".join(told)


def _on_the_axis(state: _State) -> str:
    by_period: dict[str, list[str]] = {}
    for claim in _drawn(state):
        by_period.setdefault(_lies(claim), []).append(f"“{claim.printed}”")
    lines = [f"{_and(names)} {lies}" for lies, names in by_period.items()]
    return f"A line a figure on one time axis: {'; '.join(lines)}."


def _lies(claim: Claim) -> str:
    return f"{'over' if claim.period else 'with'} {claim.when}"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + names[-1:])


def _drawn(state: _State) -> tuple[Claim, ...]:
    """The figures whose months are known, and the chosen one."""
    return state.dated if state.claim in state.dated else (*state.dated, state.claim)


def _boxes(state: _State) -> tuple[Boxes, ...]:
    """The card, where it is asked for, and the time axis, where the months of any figure are known."""
    cards = [_card(state)] if state.table == CARD else []
    if state.dated:
        cards.append(_axis(state))
    return tuple(Boxes((card,)) for card in cards)


def _axis(state: _State) -> Card:
    """A line a figure, with its stretch of the months that all the figures span."""
    periods = [claim.period for claim in state.dated]
    ends = ReportingPeriod(min(p.start for p in periods), max(p.end for p in periods))
    lines = []
    for claim in _drawn(state):
        shown = claim.period and overlap(claim.period, ends)
        words = claim.when if shown or not claim.period else f"{claim.when}, beyond this axis"
        span = (_share(shown.start, ends), _share(shown.end + 1, ends)) if shown else None
        lines.append(Line(f"“{claim.printed}”", words, "chosen" if claim == state.claim else "", span))
    return Card(f"On one time axis, {ends}", tuple(lines))


def _share(month: pd.Period, ends: ReportingPeriod) -> float:
    """How far along the axis a month begins, from 0 to 1."""
    return round((month - ends.start).n / ends.months, 4)
