"""The reference tables: figures from outside the article, each row with its source."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from . import tables


def names(data: Path = tables.DATA) -> list[str]:
    """The names of the reference tables there are."""
    return sorted(path.stem for path in (data / "reference").glob("*.csv"))


def load(name: str, data: Path = tables.DATA) -> pd.DataFrame:
    """A reference table, indexed by `id`: `printed` as a text prints the row, `value` its number, `source` whose it is.

    Raises TableError, with a sentence for every problem, where it does not fit the data package's descriptor.
    """
    table, problems = tables.read(
        data / "reference" / f"{name}.csv", tables.schema(name.replace("_", "-"), data)["fields"]
    )
    if problems:
        raise tables.TableError(problems)
    return table.set_index("id")
