"""What a view shows, in the shapes that tests ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from claimlab.explorers.view import Boxes, Card, Line, Table, View


def frame(table: Table) -> pd.DataFrame:
    """The cells of a table under their columns."""
    return pd.DataFrame([list(row) for row in table.rows], columns=list(table.columns))


def notes(table: Table) -> dict[str, list[Line]]:
    """The lines under each row of a table, by the row's name."""
    return {row[0]: list(lines) for row, lines in zip(table.rows, table.notes, strict=True)}


def cards(view: View) -> list[Card]:
    """Every card, in the order of the page."""
    return [card for boxes in view.boxes for card in boxes.cards]


def lines(card: Card) -> dict[str, str]:
    """The texts of a card by their labels, a mark in front of its text."""
    return {line.label: " ".join(filter(None, (line.mark, line.text))) for line in card.lines}


def words(boxes: Iterable[Boxes]) -> Iterator[str]:
    """Every text of some boxes, in the order in which a page shows them."""
    for one in boxes:
        yield one.title
        for card in one.cards:
            yield from (card.title, card.mark)
            for line in card.lines:
                yield from (line.label, line.mark, line.text)


def table_words(table: Table) -> Iterator[str]:
    """Every text of a table, in the order in which a page shows them; nothing for a table without rows."""
    if not table.rows:
        return
    yield from (table.caption, *table.columns)
    for i, row in enumerate(table.rows):
        yield from row
        for line in table.notes[i] if table.notes else ():
            yield from (line.mark, line.text)


def boxed(view: View) -> str:
    """The words of a view's boxes, as one text."""
    return " ".join(filter(None, words(view.boxes)))


def told(view: View) -> str:
    """What is said on top of a card, read as one: the answer, its verdict and the reasons."""
    return " ".join([view.answer, view.verdict, *view.reasons])


def everything(view: View) -> str:
    """All that a view says, its picture's texts and tags included."""
    said = [view.answer, view.verdict, *view.reasons, view.description, boxed(view), *table_words(view.table)]
    return " ".join([*said, view.picture])
