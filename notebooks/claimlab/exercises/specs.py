"""An item as it is drawn on a story: its texts filled in, its options in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NotRequired, TypedDict

from ..claims.ledger import Ledger
from .practice import Form, Item, Shown
from .templates import fill


class Option(TypedDict):
    """An option as it is offered on a story."""

    id: str
    text: str


class RowSpec(TypedDict):
    """One row as it is asked on a story."""

    id: str
    label: str
    options: list[Option]


class Spec(TypedDict):
    """What is needed to draw an item on a story, texts filled in; `solution` says whether there is one to
    show, `limit` is the longest page My work may load."""

    name: str
    story: str
    kind: Shown
    form: Form
    tag: str
    question: str
    unit: str
    options: list[Option]
    rows: list[RowSpec]
    most_words: int
    reason: str
    button: str
    hints: int
    solution: bool
    slider: dict[str, int]
    limit: NotRequired[int]


def blank_spec(name: str, story: str, kind: Shown) -> Spec:
    """What is needed to draw an item that asks nothing yet."""
    return {
        "name": name,
        "story": story,
        "kind": kind,
        "form": "",
        "tag": "",
        "question": "",
        "unit": "",
        "options": [],
        "rows": [],
        "most_words": 0,
        "reason": "",
        "button": "",
        "hints": 0,
        "solution": False,
        "slider": {},
    }


def spec(item: Item, ledger: Ledger) -> Spec:
    """What a face needs to draw the item on a story, texts filled in."""
    return {
        **blank_spec(item.name, ledger.story, item.kind),
        "form": item.form or _form(item),
        "tag": item.tag,
        "question": fill(item.question, ledger),
        "unit": fill(item.unit, ledger),
        "options": offered(item.options, ledger),
        "rows": [
            {"id": row.id, "label": fill(row.label, ledger), "options": offered(item.options_of(row), ledger)}
            for row in item.row
        ],
        "most_words": item.most_words,
        "reason": item.reason,
        "button": item.button,
        "hints": len(item.hints),
        "solution": item.marked,
        "slider": dict(item.slider),
    }


def _form(item: Item) -> Form:
    if item.kind != "rows":
        return ""
    return "marks" if any(row.options for row in item.row) else "sort"


def offered(options: Mapping[str, str], ledger: Ledger) -> list[Option]:
    """Options with their words filled in; those that read the same on a story are one, by the id of the first."""
    ids: dict[str, str] = {}
    for id, text in options.items():
        ids.setdefault(fill(text, ledger), id)
    return [{"id": id, "text": text} for text, id in ids.items()]


def option_text(options: Mapping[str, str], key: str, ledger: Ledger) -> str:
    """The text, on a story, of the option that a key or an answer names; "" where it names none."""
    named = fill(key, ledger)
    if named in options:
        return fill(options[named], ledger)
    texts = [fill(text, ledger) for text in options.values()]
    return named if named != key and named in texts else ""


def hints(item: Item, ledger: Ledger, count: int) -> list[str]:
    """The first `count` hints, filled in for a story."""
    return [fill(hint, ledger) for hint in item.hints[:count]]
