"""Practice items: questions as data.

Each notebook has a file in `items/`. Texts may hold words in braces, filled in for the story (`terms.Terms`), so
that no number is typed and the same items run on every story.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from ..analysis import needs
from ..claims.ledger import Ledger
from .terms import fill

ITEMS = Path(__file__).parent / "items"
SHARED = "shared"
"""The file of the items that every notebook has."""


@dataclass(frozen=True)
class Wrong:
    """A known wrong answer: the figure or the option a student arrives at, and the reply about that mistake."""

    reply: str
    figure: str = ""
    option: str = ""


@dataclass(frozen=True)
class Row:
    """One line of an item of kind rows: what is asked, the right option, the options (the item's if none), the reply to
    a wrong choice. Where no row of an item has a key, the item is not marked."""

    label: str
    key: str = ""
    reply: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One item. An item with a `key` is marked; the others are kept as they are, never marked.

    `key` is a named figure (kinds number and slider) or the text of an option (kind choice); `key_to` is the other end
    where every number between two figures is right, whole numbers outwards. `places` are the decimal places an answer
    may be rounded to. A number that is no known wrong answer gets the reply `below` or `above` the key, where there is
    one, else `otherwise`. An item of kind rows has a key in each row, or in none. An answer longer than
    `most_words`, where that is not 0, is told so. An item of kind letter opens with the letter made of carried lines.
    `needs` is what a story must have for the item to be asked (`analysis.needs`).
    """

    name: str
    kind: str
    tag: str
    question: str
    needs: tuple[str, ...] = ()
    unit: str = ""
    options: tuple[str, ...] = ()
    reason: str = ""
    button: str = "Keep"
    key: str = ""
    key_to: str = ""
    places: tuple[int, ...] = (0,)
    most_words: int = 0
    right: str = ""
    otherwise: str = ""
    below: str = ""
    above: str = ""
    wrong: tuple[Wrong, ...] = ()
    row: tuple[Row, ...] = ()
    hints: tuple[str, ...] = ()
    reply: str = ""
    slider: dict[str, int] = field(default_factory=dict)


def load(notebook: str) -> dict[str, Item]:
    """The items of a notebook, by name, in their order; after them those that every notebook has.

    A notebook's own item takes the place of a shared one of the same name. Raises ReaderError, with file and item, for
    a need there is none of.
    """
    own = _read(notebook)
    return own | {name: item for name, item in _read(SHARED).items() if name not in own}


def _read(file: str) -> dict[str, Item]:
    with (ITEMS / f"{file}.toml").open("rb") as opened:
        items = {entry["name"]: _item(entry) for entry in tomllib.load(opened)["item"]}
    for name, item in items.items():
        needs.check(item.needs, f"{file}.toml, item {name}")
    return items


def _item(entry: dict) -> Item:
    nested = {
        "wrong": [Wrong(**_tuples(wrong)) for wrong in entry.get("wrong", [])],
        "row": [Row(**_tuples(row)) for row in entry.get("row", [])],
    }
    return Item(**_tuples(entry | nested))


def _tuples(entry: dict) -> dict:
    """Lists as tuples, so that an item is as unchangeable as it looks."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}


def spec(item: Item, ledger: Ledger) -> dict:
    """What a face needs to draw the item on a story, texts filled in."""
    return {
        "name": item.name,
        "story": ledger.story,
        "kind": item.kind,
        "tag": item.tag,
        "question": fill(item.question, ledger),
        "unit": fill(item.unit, ledger),
        "options": _filled(item.options, ledger),
        "rows": [
            {"label": fill(row.label, ledger), "options": _filled(row.options or item.options, ledger)}
            for row in item.row
        ],
        "most_words": item.most_words,
        "reason": item.reason,
        "button": item.button,
        "hints": len(item.hints),
        "slider": item.slider,
    }


def _filled(options: tuple[str, ...], ledger: Ledger) -> list[str]:
    """Options with their words filled in; two that read the same on a story are one."""
    return list(dict.fromkeys(fill(option, ledger) for option in options))


def hints(item: Item, ledger: Ledger, count: int) -> list[str]:
    """The first `count` hints, filled in for a story."""
    return [fill(hint, ledger) for hint in item.hints[:count]]
