"""The teacher's answer key, made from the practice items: the answer, what students may answer instead, the reply."""

from __future__ import annotations

import nbformat
from nbformat import NotebookNode

from claimlab.analysis import figures, needs
from claimlab.claims.ledger import Ledger
from claimlab.exercises import marking, numeric, pages, practice, specs
from claimlab.exercises.practice import Item, Row, Wrong
from claimlab.exercises.templates import fill
from sources import table

OPENING = (
    "# Answer key for teachers\n\nEvery question of every notebook, for the article: the answer, the wrong answers "
    "that students are likely to give, and the reply they get. This page is generated; it needs no running."
)


def answer_key(ledger: Ledger, other: Ledger) -> NotebookNode:
    """The answer key of every notebook on one story, with the answers on the other."""
    cells = [OPENING]
    for page in pages.pages():
        items = practice.load(page.name)
        asked = [items[one.item] for one in page.asks if items[one.item].kind not in pages.NO_QUESTION]
        rows = [row for item in asked for row in _rows(page.name, item, ledger, other)]
        cells.append(f"## {page.name.replace('_', ' ')}\n\n{table(HEAD, rows)}")
    made = [nbformat.v4.new_markdown_cell(source, id=f"key-{number}") for number, source in enumerate(cells, 1)]
    return nbformat.v4.new_notebook(cells=made)


HEAD = ["Kind", "Question", "Answer", "On the invented story", "Likely instead", "Reply"]


def _rows(notebook: str, item: Item, ledger: Ledger, other: Ledger) -> list[list[str]]:
    """One line for the question and its answer, one for each known wrong answer, one for each row of several."""
    answers = [_answer(item, story) for story in (ledger, other)]
    first = [
        pages.tagged(notebook, item),
        fill(item.question, ledger),
        *answers,
        "",
        fill(item.right or item.reply, ledger),
    ]
    wrong = [["", "", "", "", _wrong(item, one, ledger), fill(one.reply, ledger)] for one in item.wrong]
    several = [
        [
            "",
            fill(row.label, ledger),
            *(_row_key(item, row, one) for one in (ledger, other)),
            "",
            fill(row.reply, ledger),
        ]
        for row in item.row
    ]
    return [first, *wrong, *several]


def _wrong(item: Item, wrong: Wrong, ledger: Ledger) -> str:
    if wrong.option:
        return specs.option_text(item.options, wrong.option, ledger)
    return figures.text_of(wrong.figure, ledger)


def _row_key(item: Item, row: Row, ledger: Ledger) -> str:
    return specs.option_text(item.options_of(row), row.key, ledger) if row.key else ""


def _answer(item: Item, ledger: Ledger) -> str:
    if needs.lacking(item.needs, ledger):
        return "not asked"
    if any(row.key for row in item.row):
        return ""
    if not item.key:
        model = marking.model(item, ledger)
        return f"not marked; for example: {model}" if model else "not marked"
    if item.options:
        return specs.option_text(item.options, item.key, ledger)
    return numeric.told(item, ledger)
