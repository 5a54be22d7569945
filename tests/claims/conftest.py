"""A copy of the data folder to break, and what is told about it then."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from claimlab.claims import ledger, references, tables

TWIN = "lost_property/claims.csv"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(tables.DATA, tmp_path / "data")


@pytest.fixture
def told(data: Path) -> Callable[..., list[str]]:
    """The sentences told on loading a file of which some `cells`, by row and column, or the whole `content` changed."""

    def load(file: str = TWIN, *, cells: Mapping = {}, content: bytes | None = None) -> list[str]:  # noqa: B006
        path = data / file
        if content is not None:
            path.write_bytes(content)
        elif cells:
            write_cells(path, cells)
        try:
            if path.parent.name == "reference":
                references.load(path.stem, data)
            else:
                ledger.load(path.parent.name, data)
        except tables.TableError as error:
            return str(error).splitlines()
        return []

    return load


def write_cells(path: Path, cells: Mapping[tuple[int, str], str]) -> None:
    """Writes into cells of a CSV file; rows are counted as a spreadsheet does."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for (row, column), value in cells.items():
        rows[row - 1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
