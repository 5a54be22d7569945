"""What an item or an explorer tells of a story, as a list of texts; and what a text must not look like."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from claimlab.analysis import figures
from claimlab.claims.ledger import Ledger
from claimlab.exercises import marking, practice, specs
from claimlab.exercises.practice import Item
from claimlab.exercises.work_file import Value
from claimlab.explorers.view import Explorer, View
from right_answers import named_id, other_id, right_rows

HERE = Path(__file__).parent
STORIES = sorted(path.parent.name for path in HERE.glob("*/claims.csv"))
NOTEBOOKS = sorted(path.stem for path in practice.ITEMS.glob("0*.toml"))
SAMPLE = 60
COLLECT = "CLAIMLAB_SENTENCES"
"""Where this environment variable names a file, every text is added to it, for a person to read."""
HOLE = re.compile(r"None\b(?! of)|\bnan\b|[{}]|“”|\(\)|  | [,.;:?]|,\.|\.\.(?!\.)|[“( ]-[”), ]|−−|\$")
"""What a sentence with something missing in it looks like."""


def holes(texts: list[str]) -> list[str]:
    return [text for text in texts if HOLE.search(text)]


def collect(where: str, texts: list[str]) -> None:
    if file := os.environ.get(COLLECT):
        with Path(file).open("a", encoding="utf-8") as opened:
            opened.write("\n".join([f"== {where}", *dict.fromkeys(texts), ""]))


def items() -> Iterator[tuple[str, Item]]:
    """Every item with its notebook; the shared ones once."""
    for notebook in NOTEBOOKS:
        yield from ((notebook, item) for item in practice.load(notebook).values())


def answers(item: Item, ledger: Ledger) -> list[Value]:
    """A right answer, every known wrong one, and one that nobody expects."""
    if item.kind in ("number", "slider"):
        exact = [figures.value_of(name, ledger) for name in (item.key, *(wrong.figure for wrong in item.wrong)) if name]
        key = exact[0] if exact else 0
        return [f"{value:.{max(item.places)}f}" for value in (*exact, key + 1e6, key / 1e3 - 1e6)]
    if item.kind == "rows":
        keys = right_rows(item, ledger)
        return [keys, {row.id: other_id(item.options_of(row), keys[row.id], ledger) for row in item.row}]
    if not item.options:
        return ["mine"]
    key = named_id(item.options, item.key, ledger)
    return [key, *(one["id"] for one in specs.offered(item.options, ledger) if one["id"] != key)]


def item_texts(item: Item, ledger: Ledger) -> list[str]:
    """Everything an item can say on a story."""
    spec = specs.spec(item, ledger)
    rows = [text for row in spec["rows"] for text in (row["label"], *(one["text"] for one in row["options"]))]
    said = [spec["tag"], spec["question"], spec["unit"], *(one["text"] for one in spec["options"]), *rows]
    said += specs.hints(item, ledger, len(item.hints))
    if item.kind in ("clear", "my_work"):
        return [text for text in said if text]
    for answer in answers(item, ledger):
        marked = marking.mark(item, ledger, answer)
        mark = {None: "", True: f"{marking.RIGHT} ", False: f"{marking.NOT_YET} "}[marked.right]
        said += [f"[{answer}] {mark}{marked.reply}" if item.key else marked.reply, *marked.rows]
    return [text for text in said if text]


def explorer_texts(explorer: Explorer) -> list[str]:
    """Everything an explorer says in every state; in a sample of the states of a large one."""
    said = [explorer.title, *(text for control in explorer.controls for text in (control.label, *control.texts))]
    said += [text for preset in explorer.presets for text in (preset.label, *(choice for choice, _ in preset.choices))]
    keys = list(explorer.every_key())
    for key in keys if len(keys) <= SAMPLE else random.Random(7).sample(keys, SAMPLE):
        view = explorer.view(**explorer.values(key))
        table = [" | ".join(cell for cell in row if cell) for row in (view.table.columns, *view.table.rows)]
        notes = [line.said for lines in view.table.notes for line in lines]
        said += [view.verdict, *table, *notes, *boxed(view), view.description]
    return list(dict.fromkeys(said))


def boxed(view: View) -> list[str]:
    """Every text of a view's boxes."""
    return [
        text
        for boxes in view.boxes
        for card in boxes.cards
        for text in (boxes.title, card.title, *(line.said for line in card.lines))
        if text
    ]
