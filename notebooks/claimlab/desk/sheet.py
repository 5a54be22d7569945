"""The figures of a text as a person has them now: what is set in each, and what is left out.

Everything here is a text, as in a form; what is missing or odd is found when the ledger is read (`ledger_of`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from ..claims import ledger, tables
from ..reading import Reading, draft

FIELDS = (
    "kind", "unit", "hedge", "period_start", "period_end", "period_printed", "speaker", "place", "stock_or_flow",
    "part",
)  # fmt: skip
"""What can be set of a figure."""
SINGULARS = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "staff": "member of staff",
    "lives": "life", "police": "police officer", "households": "household", "wives": "wife", "teeth": "tooth",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One figure: the columns of its row, and whether it is kept in the ledger."""

    cells: Mapping[str, str]
    kept: bool = True


@dataclass(frozen=True)
class Sheet:
    """All figures that were found in a text."""

    rows: tuple[Row, ...]

    def set(self, row: int, field: str, value: str) -> Sheet:
        """The sheet with one field of one figure set. Raises IndexError, KeyError for what there is not."""
        if field not in FIELDS:
            raise KeyError(field)
        return self._with(row, replace(self.rows[row], cells={**self.rows[row].cells, field: value.strip()}))

    def keep(self, row: int, kept: bool) -> Sheet:
        """The sheet with one figure kept, or left out."""
        return self._with(row, replace(self.rows[row], kept=kept))

    def _with(self, place: int, row: Row) -> Sheet:
        if not 0 <= place < len(self.rows):
            raise IndexError(place)
        return Sheet(tuple(row if i == place else one for i, one in enumerate(self.rows)))


def of_reading(reading: Reading) -> Sheet:
    """The sheet to begin with. What the text does not say is left empty."""
    table = draft(reading)
    rows = [{str(name): _cell(cell) for name, cell in row.items()} for row in table.to_dict("records")]
    return Sheet(tuple(Row({**row, "status": "-"}) for row in rows))


def _cell(cell: object) -> str:
    if isinstance(cell, float):
        return "" if pd.isna(cell) else f"{cell:.15g}"
    return str(cell)


def tables_of(sheet: Sheet) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table of claims, and the table of the units that are its own: those that the table of all stories lacks."""
    known = tables.load("units")
    names = {str(row[noun]): str(row["unit"]) for _, row in known.iterrows() for noun in ("plural", "singular")}
    own: dict[str, dict[str, str]] = {}
    rows = []
    kept = {row.cells["id"] for row in sheet.rows if row.kept}
    for row in sheet.rows:
        if not row.kept:
            continue
        typed = row.cells["unit"].lower()
        plural, _, given = (part.strip() for part in typed.partition("/"))
        unit = names.get(plural) or _name(plural)
        if plural and unit and unit not in set(known["unit"]):
            singular = given or singular_of(plural)
            own[unit] = {"unit": unit, "singular": singular, "plural": plural, "counts": f"a {singular}"}
        same = row.cells["same_as"]
        rows.append({**row.cells, "unit": unit, "same_as": same if same in kept else ""})
    columns = [one["name"] for one in tables.schema(ledger.TEMPLATE)["fields"]]
    return pd.DataFrame(rows, columns=columns), pd.DataFrame(own.values(), columns=list(known.columns))


def _name(noun: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", noun.lower()).strip("_")


def singular_of(plural: str) -> str:
    """The noun for one, by rule; whoever knows better types it behind a stroke: mice/mouse.

    >>> singular_of("notifications"), singular_of("bodies"), singular_of("boxes"), singular_of("people")
    ('notification', 'body', 'box', 'person')
    """
    *before, last = plural.split(" ")
    if last in SINGULARS:
        one = SINGULARS[last]
    elif last.endswith("ies") and len(last) > 4:
        one = f"{last[:-3]}y"
    elif last.endswith(("xes", "ches", "shes", "sses", "zes")):
        one = last[:-2]
    else:
        one = last.removesuffix("s")
    return " ".join([*before, one])
