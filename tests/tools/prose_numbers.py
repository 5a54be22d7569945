"""Numbers in prose: every printed figure is bound to its source, and the sources are listed.

A bound figure is `<data value="name">printed</data>` (see tests/tools/bindings.py). What may stand unbound is listed in
UNBOUND, kind by kind; any other digit in a text is a problem.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from html import escape

import nbformat
import pandas as pd
from nbformat import NotebookNode

import bindings
from claimlab.analysis import figures
from claimlab.claims import references
from claimlab.claims.errors import ReaderError
from claimlab.claims.ledger import Ledger
from claimlab.claims.periods import ReportingPeriod, between, year_before

SOURCES_CELL = "where-from"
SUMMARY = "Where the numbers on this page come from"

# What a number in words, or a number like a year, would be a figure of.
NOUNS = (
    "arrests?|people|persons?|adults?|child(?:ren)?|items?|passengers?|outlets?|hours?|days?|weeks?|months?|years?|"
    "times|per cent|hundred|thousand|million"
)
IN_WORDS = re.compile(
    "(?<!every )\\b(?:two|three|four|five|six|"
    "seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half an?|half|"
    "dozen)"
    rf"(?:[ -]\w+){{0,2}}[ -](?:{NOUNS})\b|\b(?:a|one|two) (?:third|quarter)s? of\b|\b(?:twice|double) (?:as|the)\b",
    re.IGNORECASE,
)
"""A figure in words: six months, the six missing months, two hundred people."""
QUOTED = re.compile("“[^”]*”")
MONTHS = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in calendar.month_name[1:])
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"\]\([^)]*\)|<[^>]*>|https?://\S+")
UNBOUND = {
    "checked on": re.compile(rf"\bchecked on \d{{1,2}} (?:{MONTHS}) \d{{4}}"),
    "minutes": re.compile(r"\b\d+\+? minutes\b|\b(?:0\d\b[^|()]*|exit question )\(\d{1,2}\)"),
    "helpline numbers": re.compile(r"\b0\d{3} \d{3,4}(?: \d{3,4})?\b|\b999\b"),
    "numbers of notebooks": re.compile(r"\b0\d(?: · |\b)"),
    "numbers of lists": re.compile(r"^\s*\d+\. ", re.MULTILINE),
    "months": re.compile(rf"\b(?:{MONTHS}) \d{{4}}\b"),
    "years": re.compile(rf"(?<!\?)\b20[012]\d(?:/\d\d)?\b(?!\)?\s+(?:\w+\s+)?(?:{NOUNS})\b)"),
}
"""What a text may print unbound. The months are checked against the calendar of the story, see `months_told`."""


def problems(content: str, ledger: Ledger) -> list[str]:
    """What is wrong with the numbers of a text: a bound one that differs or has no source, or a digit left unbound."""
    told = []
    for name, printed in bindings.found(content):
        try:
            expected = bindings.resolve(name, ledger).printed
        except ReaderError as problem:
            told.append(str(problem))
            continue
        if printed != expected:
            told.append(f"{name} is printed as {printed!r}, but is {expected!r}")
    rest = unbound(content, ledger)[1]
    told += [f"an unbound number: ...{rest[max(0, at - 30) : at + 20].strip()}..." for at in digits(rest)]
    return told + [f"an unbound number in words: {match[0]}" for match in IN_WORDS.finditer(QUOTED.sub(" ", rest))]


def unbound(content: str, ledger: Ledger) -> tuple[Counter[str], str]:
    """How many numbers of each allowed kind stand in a text, and what is left of it without them."""
    rest = TAG.sub(" ", bindings.BOUND.sub(" ", CODE.sub(" ", content)))
    counts: Counter[str] = Counter()
    known = months_told(ledger)
    for kind, pattern in UNBOUND.items():
        found = [match[0] for match in pattern.finditer(rest)]
        if kind == "months":
            other = [month for month in found if pd.Period(pd.Timestamp(month), "M") not in known]
            for month in other:
                rest = rest.replace(month, f"{month[:3]}?{month[-4:]}", 1)  # no longer to be taken for a year alone
            found = [month for month in found if month not in other]
        counts[kind] += len(found)
        for number in found:
            rest = rest.replace(number, " ", 1)
    return counts, rest


def digits(rest: str) -> list[int]:
    """Where numbers begin in a text."""
    return [match.start() for match in re.finditer(r"\d[\d.,]*", rest)]


def months_told(ledger: Ledger) -> set[pd.Period]:
    """The months a text about the story may name: first and last months of its periods and of those between them."""
    claims = ledger.table
    printed = pd.concat([claims["period_start"], claims["period_end"]])
    derived: list[ReportingPeriod | None] = [
        between(ledger.earlier.period, ledger.later.period),
        year_before(ledger.later.period),
    ]
    return set(pd.PeriodIndex(printed[printed != ""], freq="M")) | {
        month for period in derived if period for month in (period.start, period.end)
    }


def with_sources(notebook: NotebookNode, ledger: Ledger) -> None:
    """Write the titles of the bound figures, and the last cell, which lists each figure of the page once."""
    cells = [cell for cell in notebook.cells if cell.get("id") != SOURCES_CELL]
    names: dict[str, None] = {}
    for cell in cells:
        if cell.cell_type == "markdown":
            names |= dict.fromkeys(name for name, _ in bindings.found(cell.source))
            cell.source = bindings.titled(cell.source, ledger)
    if names:
        rows = [bindings.resolve(name, ledger) for name in names]
        content = table(["Printed", "Where from"], [[source.printed, source.origin] for source in rows])
        content += "\n\nAll of them: [sources](teachers/sources.ipynb)."
        source = f"<details><summary>{SUMMARY}</summary>\n\n{content}\n\n</details>"
        cells.append(nbformat.v4.new_markdown_cell(source, id=SOURCES_CELL))
    notebook.cells = cells


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
            [[figures.text_of(name, ledger), name, bindings.formula(name)] for name in figures.FIGURES],
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
