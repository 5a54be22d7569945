"""Practice items: questions as data, marked against named figures.

Each notebook has a file in `items/`. Texts may hold words in braces, filled in for the story (`sentences.Terms`), so
that no number is typed and the same items run on every story. A number item is marked against the figure named in
`key`; each known wrong answer names its figure too, and the reply that helps.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from . import figures, text
from .ledger import Ledger
from .sentences import fill

ITEMS = Path(__file__).parent / "items"
EXACT, ANY = (0,), (0, 1, 2)
"""Decimal places to which an answer may be rounded: a right one where the item does not say, and a wrong one."""


@dataclass(frozen=True)
class Wrong:
    """A known wrong answer: the figure or the option a student arrives at, and the reply about that mistake."""

    reply: str
    figure: str = ""
    option: str = ""


@dataclass(frozen=True)
class Item:
    """One item. An item with a `key` is marked; the others are kept as they are, never marked.

    `key` is a named figure (kinds number and slider) or the text of an option (kind choice); `key_to` is the other end
    where every number between two figures is right, whole numbers outwards. `places` are the decimal places an answer
    may be rounded to.
    """

    name: str
    kind: str
    tag: str
    question: str
    unit: str = ""
    options: tuple[str, ...] = ()
    reason: str = ""
    button: str = "Keep"
    key: str = ""
    key_to: str = ""
    places: tuple[int, ...] = EXACT
    right: str = ""
    otherwise: str = ""
    wrong: tuple[Wrong, ...] = ()
    hints: tuple[str, ...] = ()
    reply: str = ""
    slider: dict[str, int] = field(default_factory=dict)


def load(notebook: str) -> dict[str, Item]:
    """The items of a notebook, by name, in their order."""
    with (ITEMS / f"{notebook}.toml").open("rb") as file:
        entries = tomllib.load(file)["item"]
    return {entry["name"]: _item(entry) for entry in entries}


def _item(entry: dict) -> Item:
    entry = dict(entry, wrong=tuple(Wrong(**wrong) for wrong in entry.get("wrong", [])))
    return Item(**{name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()})


def spec(item: Item, ledger: Ledger) -> dict:
    """What a face needs to draw the item on a story, texts filled in."""
    return {
        "name": item.name,
        "story": ledger.story,
        "kind": item.kind,
        "tag": item.tag,
        "question": fill(item.question, ledger),
        "unit": fill(item.unit, ledger),
        "options": [fill(option, ledger) for option in item.options],
        "reason": item.reason,
        "button": item.button,
        "hints": len(item.hints),
        "slider": item.slider,
    }


def hints(item: Item, ledger: Ledger, count: int) -> list[str]:
    """The first `count` hints, filled in for a story."""
    return [fill(hint, ledger) for hint in item.hints[:count]]


def mark(item: Item, ledger: Ledger, answer: str) -> tuple[str, bool | None]:
    """The reply to an answer, and whether it is right; None for an item that is not marked.

    Raises Told, with the remedy, for an empty answer, or for one that is no number where a number is asked.
    """
    if not answer.strip():
        raise text.Told("Nothing is written yet.")
    if item.kind in ("number", "slider"):
        value = text.read_number(answer)
        if item.key:
            return _mark_number(item, ledger, value)
    elif item.key:
        return _mark_option(item, ledger, answer)
    return fill(item.reply, ledger), None


def _mark_number(item: Item, ledger: Ledger, value: float) -> tuple[str, bool]:
    key = figures.value_of(item.key, ledger)
    if item.key_to:
        ends = sorted((key, figures.value_of(item.key_to, ledger)))
        if math.floor(ends[0]) <= value <= math.ceil(ends[1]):
            return fill(item.right, ledger), True
    elif _is_rounded(value, key, item.places):
        return fill(item.right, ledger), True
    for wrong in item.wrong:
        if _is_rounded(value, figures.value_of(wrong.figure, ledger), ANY):
            return fill(wrong.reply, ledger), False
    return fill(item.otherwise, ledger), False


def _mark_option(item: Item, ledger: Ledger, answer: str) -> tuple[str, bool]:
    if answer == fill(item.key, ledger):
        return fill(item.right, ledger), True
    found = next((wrong for wrong in item.wrong if fill(wrong.option, ledger) == answer), None)
    return fill(found.reply if found else item.otherwise, ledger), False


def _is_rounded(value: float, exact: float, places: tuple[int, ...]) -> bool:
    """Whether `value` is `exact` rounded, halves either way, to one of these numbers of decimal places."""
    return any(
        abs(value - exact) <= 0.5 * 10**-place + 1e-9 and math.isclose(value, round(value, place)) for place in places
    )
