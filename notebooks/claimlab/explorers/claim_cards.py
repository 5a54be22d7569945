"""Claim cards: what one printed figure counts, when, where and who says so; and the ledger, filtered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import charts, text
from ..analysis import figures
from ..analysis.figures.rows import LOOK_ALIKES
from ..claims import tables
from ..claims.errors import ReaderError
from ..claims.ledger import HOW_MANY, TEMPLATE, Claim, Ledger
from ..claims.periods import ReportingPeriod, overlap
from .view import Control, Explorer, View

NEEDS: tuple[str, ...] = ()

CARD, EVERYTHING = "this figure's card", "the whole ledger"
LISTS = {
    "how many people, things or events": (HOW_MANY, "those that say how many people, things or events there were"),
    "lengths, totals, ages, sums": (("duration", "total", "age", "money"), "lengths, totals, ages and sums of money"),
    "dates and periods": (("date",), "those that say when"),
    "words without a number": (("ordinal phrase",), "words of size, order or strength with no number in them"),
    EVERYTHING: (HOW_MANY + ("duration", "total", "age", "money", "date", "ordinal phrase"), "all its rows"),
}
"""What the table can list: the kinds of row, and how a sentence calls them."""
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
"""Rows of the picture besides the chosen one."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The claim cards of a story; `predicted` is how many different things the student takes the look-alikes to count.

    Raises ReaderError where the ledger has no printed figure.
    """
    printed = ledger.claims[ledger.claims["printed"] != ""]
    if printed.empty:
        raise ReaderError(f"The claim cards need a figure to show, and no row of {ledger.story} has one in printed.")
    claims = tuple(ledger.claim(id) for id in printed["id"])
    first = next((claim for claim in claims if claim.part == "headline"), claims[0])
    controls = (
        Control(
            "select", "figure", "Figure or phrase",
            tuple(c.id for c in claims), tuple(f"{c.printed} (paragraph {c.paragraph})" for c in claims), first.id,
        ),
        Control("radio", "table", "The table shows", (CARD, *LISTS), (CARD, *LISTS), CARD),
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
        return View(_picture(state), _verdict(state), _table(state), _description(state))

    return Explorer("Claim cards", controls, draw)


@dataclass(frozen=True)
class _State:
    """What one state is about: the chosen figure, what the table shows, and the figures whose months are known."""

    ledger: Ledger
    claim: Claim
    table: str
    dated: tuple[Claim, ...]
    predicted: str
    meanings: dict[str, dict[str, str]]

    @cached_property
    def row(self) -> pd.Series:
        return self.ledger.claims.set_index("id").loc[self.claim.id]

    @cached_property
    def listed(self) -> pd.DataFrame:
        return self.ledger.claims[self.ledger.claims["kind"].isin(LISTS[self.table][0])]

    @cached_property
    def others(self) -> list[str]:
        """The other paragraphs that print the same fact."""
        claims = self.ledger.claims
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


def _table(state: _State) -> pd.DataFrame:
    if state.table == CARD:
        return pd.DataFrame(_card(state), columns=["On the card", "In our ledger"])
    rows = [
        [
            f"“{row.printed}”" if row.printed else "not shown",
            str(row.paragraph),
            f"{row.kind}, of one case" if row.role == "case detail" else row.kind,
            row.speaker or "not said",
        ]
        for row in state.listed.itertuples()
    ]
    return pd.DataFrame(rows, columns=["Figure or phrase", "Paragraph", "Kind", "Who says it"])


def _card(state: _State) -> list[list[str]]:
    claim, row = state.claim, state.row
    unit = f"{claim.unit.plural} ({state.ledger.units.loc[row['unit'], 'counts']})" if claim.unit else "none"
    again = f"; the same fact again in {' and '.join(state.others)}" if state.others else ""
    period = claim.when
    if claim.period and claim.kind != "date":
        period += f" ({text.months(claim.period.months)})"
        period += (
            f", printed as “{claim.period_printed}”" if claim.period_printed not in ("", str(claim.period)) else ""
        )
    rows = [
        ["Figure", state.quoted],
        ["Kind", state.meaning("kind")],
        ["Unit", unit],
        ["Period", period],
        ["Place", claim.place or "not said"],
        ["Who says it", claim.speaker or "not said"],
        ["Status", state.meaning("status")],
        ["Stock or flow", state.meaning("stock_or_flow")],
        ["Exact or hedged", state.meaning("hedge")],
        ["Paragraph", f"{claim.paragraph}{again}"],
        ["Look-alike", state.look_alikes],
    ]
    nothing = ("", "none", "not said", state.meanings["status"]["-"])
    counts = claim.kind not in ("date", "ordinal phrase")  # a date or a word is not asked for a status or a place
    return [[name, told] for name, told in rows if told and (counts or told not in nothing)]


def _description(state: _State) -> str:
    chosen = f"{state.quoted}, the chosen one, {_what(state.claim)}."
    told = [_what_is_drawn(state), chosen] if state.dated else [chosen]
    if state.table != CARD:
        told.append(
            f"The table lists {LISTS[state.table][1]}; details of a case stand there with paragraph and kind only."
        )
    if state.look_alikes:
        told.append(f"It is {state.look_alikes}.")
    return " ".join(told)


def _what_is_drawn(state: _State) -> str:
    by_period: dict[str, list[str]] = {}
    for claim in _drawn(state):
        by_period.setdefault(_lies(claim), []).append(f"“{claim.printed}”")
    lines = [f"{_and(names)} {lies}" for lies, names in by_period.items()]
    return f"A row a figure on one time axis: {'; '.join(lines)}."


def _lies(claim: Claim) -> str:
    return f"{'over' if claim.period else 'with'} {claim.when}"


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + names[-1:])


def _drawn(state: _State) -> tuple[Claim, ...]:
    """The figures whose months are known, and the chosen one."""
    return state.dated if state.claim in state.dated else (*state.dated, state.claim)


def _picture(state: _State) -> str:
    """The rows on the axis of the figures whose months are known; no picture where no figure has months."""
    if not state.dated:
        return ""
    periods = [claim.period for claim in state.dated]
    ends = ReportingPeriod(min(p.start for p in periods), max(p.end for p in periods))
    rows = []
    for claim in _drawn(state):
        words = claim.when
        if claim.period and not overlap(claim.period, ends):
            words += ", beyond this axis"
        rows.append(charts.spans.Span(f"“{claim.printed}”", claim.period, words, chosen=claim == state.claim))
    with charts.drawing():
        figure = charts.canvas(5, height := 0.75 + 0.48 * len(rows))
        axes = figure.add_axes((0.37, 0.55 / height, 0.57, 1 - 0.58 / height))
        charts.spans.spans(axes, rows, ends)
        return charts.svg(figure)
