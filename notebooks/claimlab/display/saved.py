"""What stands in a saved notebook where no Python is running: the opening state of an explorer, or an item, as plain
HTML and as plain text.

Everything here survives JupyterLab's sanitizer, so a notebook that nobody has trusted or run yet shows it too. The
same input gives the same text on every run: the tests of the notebooks compare it.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..exercises.specs import Option, Spec
from ..explorers.view import Boxes, Table, View
from . import wire
from .words import WORDS

STYLE = (
    '<style class="cl-saved">'
    ".jp-OutputArea-child:has(.cl-saved):has(+ .jp-OutputArea-child .claimlab),"
    ".jp-OutputArea-child:has(.cl-saved) + .jp-OutputArea-child:not(:has(.claimlab)){display:none}"
    "</style>"
)
"""Goes with a saved form whose widget is the next output: one of the two is in sight, the widget if it has come alive.

An untrusted notebook drops the style, and shows no widget either.
"""

OPEN = "my_work", "clear", "story"
"""The items that are no questions: they say nothing of a story, and stand open in a saved notebook."""

PAGES: Any = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
).get_template("saved.html").module  # fmt: skip
"""The template's macros, as functions that give HTML in which every text is escaped. Their types stand in no code."""


def _boxes_text(boxes: Boxes) -> Iterator[str]:
    if boxes.title:
        yield boxes.title
    for card in boxes.cards:
        yield ", ".join(part for part in (card.title, card.mark) if part)
        yield from (f"  {line.said}" for line in card.lines)


def _table_text(table: Table) -> Iterator[str]:
    for row, lines in zip(table.rows, table.notes or [()] * len(table.rows), strict=True):
        cells = [f"{name} {cell}" for name, cell in zip(table.columns[1:], row[1:], strict=True) if cell]
        yield f"  {row[0]}: {'; '.join([*cells, *(line.said for line in lines)])}"


def explorer_html(explorer: Mapping[str, Any], view: View, summary: str = "Predict first, then open") -> str:
    """An explorer and its opening view, folded under `summary`: verdict, picture or boxes, table, description."""
    picture = base64.b64encode(view.picture.encode()).decode()
    return str(PAGES.explorer(explorer["title"], summary, WORDS, wire.settings(explorer), view, picture))


def explorer_text(explorer: Mapping[str, Any], view: View) -> str:
    """The same in lines of plain text: title, settings, verdict, boxes, table, description."""
    lines = [explorer["title"], *(f"  {setting}" for setting in wire.settings(explorer))]
    lines += [*([view.answer] if view.answer else []), view.verdict, *(f"  - {reason}" for reason in view.reasons)]
    for boxes in view.boxes:
        lines += _boxes_text(boxes)
    return "\n".join([*lines, *_table_text(view.table), view.description])


def item_html(spec: Spec) -> str:
    """A practice item as it opens, folded under its tag: question, the options of a choice. No answer, no hint."""
    lines = [] if spec["kind"] in OPEN else [row["label"] for row in spec["rows"]] or _texts(spec["options"])
    told = WORDS.get(f"saved_{spec['kind']}", WORDS["saved_item"])
    summary = "" if spec["kind"] in OPEN else WORDS["saved_fold"].format(tag=spec["tag"])
    return str(PAGES.item(summary, spec["question"], lines, told))


def item_text(spec: Spec) -> str:
    """A practice item as it opens, in lines of plain text."""
    tag = f"{spec['tag']}. " if spec["tag"] else ""
    rows = [f"{row['label']}: {' / '.join(_texts(row['options']))}" for row in spec["rows"]]
    return "\n".join([f"{tag}{spec['question']}", *(f"  - {line}" for line in rows or _texts(spec["options"]))])


def _texts(options: list[Option]) -> list[str]:
    return [option["text"] for option in options]
