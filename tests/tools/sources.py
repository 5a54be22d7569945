"""The generated notebook of sources: every printed, derived and outside figure, with where it comes from."""

from __future__ import annotations

from html import escape

import nbformat
from nbformat import NotebookNode

from claimlab.analysis import figures
from claimlab.claims import references
from claimlab.claims.ledger import Ledger


def sources_notebook(ledger: Ledger) -> NotebookNode:
    """Every figure of the ledger, every derived figure and every reference row, with where it comes from."""
    cells = [
        "# Where the numbers come from\n\nEvery figure these notebooks print: from the article, worked out from it, "
        "or from a reference table. This page is generated; it needs no running.",
        "## Printed in the article\n\n" + table(
            ["Paragraph", "As printed", "Of what", "Period", "Who says so", "Note"],
            [[f"{row.paragraph:.0f}", row.printed, _things(row.unit, ledger), _period(row), row.speaker, row.note]
             for row in ledger.table.itertuples() if row.printed],
        ),
        "## Worked out\n\n" + table(
            ["Figure", "Name", "How"],
            [[figures.text_of(name, ledger), name, figures.FIGURES[name].how] for name in figures.FIGURES],
        ),
    ]  # fmt: skip
    for name in references.names():
        rows = references.load(name)
        cells.append(
            f"## Reference table: {name.replace('_', ' ')}\n\n"
            + table(["Figure", "Name", "Source"], [[row.printed, row.Index, row.source] for row in rows.itertuples()])
        )
    made = [nbformat.v4.new_markdown_cell(source, id=f"sources-{number}") for number, source in enumerate(cells, 1)]
    return nbformat.v4.new_notebook(cells=made)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; whatever stands in a cell is text and nothing more."""
    lines = [head, ["---"] * len(head), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(content: str) -> str:
    marks = {ord(mark): f"&#{ord(mark)};" for mark in "|*_`[]\\~$"}
    return escape(" ".join(str(content).split())).translate(marks)


def _things(unit: str, ledger: Ledger) -> str:
    return ledger.units.loc[unit, "plural"] if unit else ""


def _period(row: tuple) -> str:
    return " to ".join(month for month in (row.period_start, row.period_end) if month)
