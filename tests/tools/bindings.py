"""Where a printed number comes from: the names that texts bind figures by, and what stands behind each.

A text cell prints a figure as `<data value="rise_percent">22.2%</data>`. The name is a derived figure's (with `.words`,
the figure in words, such as six), a claim's id (the phrase as printed), `id.value`, `id.low` or `id.high` (the number),
or the id of a row in a reference table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

import pandas as pd

from claimlab import text
from claimlab.analysis import figures
from claimlab.claims import references
from claimlab.claims.errors import ReaderError
from claimlab.claims.ledger import Ledger

BOUND = re.compile(r'<data value="(?P<name>[^"]*)"(?: title="[^"]*")?>(?P<printed>[^<]*)</data>')


@dataclass(frozen=True)
class Source:
    """A named figure: how it must be printed, and where it comes from, in words."""

    name: str
    printed: str
    origin: str


def resolve(name: str, ledger: Ledger) -> Source:
    """The figure of this name. Raises ReaderError where ledger, derived figures and references have none."""
    if name in figures.FIGURES:
        return Source(name, figures.text_of(name, ledger), f"worked out: {formula(name)}")
    claim_id, _, column = name.partition(".")
    if claim_id in figures.FIGURES and column == "words":
        return Source(name, text.in_words(figures.value_of(claim_id, ledger)), f"worked out: {formula(claim_id)}")
    claims = ledger.table.set_index("id")
    if claim_id in claims.index and column in ("", "value", "low", "high"):
        row = claims.loc[claim_id]
        if not column or not pd.isna(row[column]):
            return Source(name, text.number(row[column]) if column else row["printed"], _printed_where(row))
    for table in references.names():
        rows = references.load(table)
        if name in rows.index:
            return Source(name, rows.loc[name, "printed"], f"{rows.loc[name, 'source']} (reference table {table})")
    raise ReaderError(f"No figure is called {name!r}: it is no derived figure, no id of {ledger.story}, no reference.")


def formula(name: str) -> str:
    """How a named figure is worked out, in words, with what it assumes."""
    return figures.FIGURES[name].how


def found(content: str) -> list[tuple[str, str]]:
    """The bound figures of a text, in order: name and what is printed."""
    return [(match["name"], match["printed"]) for match in BOUND.finditer(content)]


def titled(content: str, ledger: Ledger) -> str:
    """The text with the origin of each bound figure in its title, so that pointing at a number says where it is from.

    Raises ReaderError for a name that is no figure's.
    """

    def write(match: re.Match[str]) -> str:
        origin = resolve(match["name"], ledger).origin
        return f'<data value="{match["name"]}" title="{escape(origin)}">{match["printed"]}</data>'

    return BOUND.sub(write, content)


def _printed_where(row: pd.Series) -> str:
    said = f"printed in paragraph {row['paragraph']:.0f}"
    return f"{said}, {row['speaker']}" if row["speaker"] else said
