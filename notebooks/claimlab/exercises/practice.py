"""Practice items: questions as data.

Each notebook has a file in `items/`. Texts may hold words in braces, filled in for the story (`terms.Terms`), so
that no number is typed and the same items run on every story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from ..analysis import needs
from ..claims.errors import ReaderError
from . import item_files

ITEMS = Path(__file__).parent / "items"
SHARED = "shared"
"""The file of the items that every notebook has."""

Kind = Literal["number", "slider", "choice", "rows", "line", "text", "letter", "clear"]
Shown = Kind | Literal["my_work", "story"]
Form = Literal["", "sort", "order", "marks"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FORMS: tuple[Form, ...] = get_args(Form)
"""How several rows are answered: cards are sorted into the options they share, brought into an order (the options are
the places), or in each row one of its options is marked."""


@dataclass(frozen=True)
class Wrong:
    """A known wrong answer: the figure or the option's id a student arrives at, and the reply about that mistake."""

    reply: str
    figure: str = ""
    option: str = ""


@dataclass(frozen=True)
class Row:
    """One line of an item of kind rows: its id, what is asked, the right option, the options (the item's if none), the
    reply to a wrong choice. Where no row of an item has a key, the item is not marked."""

    id: str
    label: str
    key: str = ""
    reply: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """One item. An item with a `key` is marked; the others are kept as they are, never marked.

    `options` are texts by id. `key` is a named figure (kinds number and slider), or the id of an option (kind choice,
    and each row of kind rows); words in braces give, on the story, an option's id or its text. `key_to` is the other
    end where every number between two figures is right, each rounded as the answer is. `places` are the decimal places
    an answer may be rounded to. `unit` stands beside the field, and an answer for each of something is read where that
    is `per`. A number that is no known wrong answer gets the reply `near` where it is one more or one less than a
    whole key, else `below` or `above` the key, where there is one, else `otherwise`. An item of kind rows has a key in
    each row, or in none; without a `form` it is sorted where the rows share their options, else marked in each row. An
    answer longer than `most_words`, where that is not 0, is told so. An item of kind letter opens with the letter made
    of carried lines. `needs` is what a story must have for the item to be asked (`analysis.needs`). `model` is an
    answer to a written task, shown after an attempt and in the answer key. `remarks` are the kinds of remark
    (`remarks.toml`) that are made of what is written; with `points` the rubric is added up. Of an item that
    `misleads`, what misleads in it is told; one that `repairs` another opens with what was kept there, and what of that
    is mended is told. `beside` is said beside a prediction, once it has been made,
    and `compared` is the named figure it is held against, if there is one. Where an
    item is marked, its solution is the key and `solution` (`right` where it has none), and `code` works it out from the
    rows of the page's ledger, `claims`.
    """

    name: str
    kind: Kind
    tag: str
    question: str
    form: Form = ""
    needs: tuple[str, ...] = ()
    unit: str = ""
    per: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
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
    near: str = ""
    wrong: tuple[Wrong, ...] = ()
    row: tuple[Row, ...] = ()
    hints: tuple[str, ...] = ()
    reply: str = ""
    slider: Mapping[str, int] = field(default_factory=dict)
    model: str = ""
    remarks: tuple[str, ...] = ()
    points: bool = False
    misleads: bool = False
    repairs: str = ""
    beside: str = ""
    compared: str = ""
    solution: str = ""
    code: str = ""

    @property
    def marked(self) -> bool:
        """Whether it has a key."""
        return bool(self.key) or any(row.key for row in self.row)

    def options_of(self, row: Row) -> Mapping[str, str]:
        """The options of one of its rows, texts by id."""
        return row.options or self.options


def notebooks() -> list[str]:
    """The notebooks that have items, by name, in their order."""
    return sorted(path.stem for path in ITEMS.glob("*.toml") if path.stem != SHARED)


def load(notebook: str) -> dict[str, Item]:
    """The items of a notebook, by name, in their order; after them those that every notebook has.

    A notebook's own item takes the place of a shared one of the same name. Raises ReaderError, with the notebooks there
    are for another name, and with a sentence for every problem where a file or an item is not as it should be.
    """
    if notebook not in (*(there := notebooks()), SHARED):
        raise ReaderError(f"There is no notebook called {notebook!r}. Choose one of: {', '.join(there)}.")
    own = _read(notebook)
    return own | {name: item for name, item in _read(SHARED).items() if name not in own}


def known(notebook: str) -> dict[str, Item]:
    """The items of a notebook; none where it is not here any more, or the name is somebody's invention."""
    return load(notebook) if notebook in notebooks() else {}


def _read(file: str) -> dict[str, Item]:
    items = {entry["name"]: _item(entry) for entry in item_files.read(ITEMS / f"{file}.toml", KINDS, FORMS)}
    for name, item in items.items():
        needs.check(item.needs, f"{file}.toml, item {name}")
    return items


def _item(entry: item_files.Table) -> Item:
    nested = {
        "wrong": tuple(Wrong(**wrong) for wrong in entry.get("wrong", [])),
        "row": tuple(Row(**row) for row in entry.get("row", [])),
    }
    lists = {name: tuple(value) for name, value in entry.items() if isinstance(value, list)}
    return Item(**{**entry, **lists, **nested})
