"""The reference tables: figures from outside the article, each row with its source."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from . import checks, ledger, tables
from .errors import TableError
from .spreadsheets import label


def names(data: Path = tables.DATA) -> list[str]:
    """The names of the reference tables there are."""
    return sorted(path.stem for path in (data / "reference").glob("*.csv"))


def load(name: str, data: Path = tables.DATA) -> pd.DataFrame:
    """A reference table, indexed by `id`: `printed` as a text prints the row, `value` its number, `source` whose it is.

    Raises TableError, with a sentence for every problem, where it does not fit the data package's descriptor or names
    a unit, a story, a part or a row that is nowhere.
    """
    return _load(name, data, tables.state(data)).copy()


@lru_cache(maxsize=64)
def _load(name: str, data: Path, _: tables.State) -> pd.DataFrame:
    resource = name.replace("_", "-")
    table, schema = tables.load(resource, data), tables.schema(resource, data)
    claims = tables.schema(ledger.TEMPLATE, data)["fields"]
    parts = next(field["constraints"]["enum"] for field in claims if field["name"] == "part")
    file = label(data / schema["path"])
    problems = checks.between_tables(file, table, schema, ledger.stories(data), parts, data)
    if problems:
        raise TableError(problems)
    return table.set_index("id")
