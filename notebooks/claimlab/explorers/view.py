"""What an explorer shows, and how its controls are described.

An explorer is a pure function from its controls to a `View`. The controls are plain data: a face (a widget, a
page) only ever sees their texts and the index of the option chosen, so no number has to survive a trip through
the browser.
"""

from __future__ import annotations

import functools
import itertools
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

DRAWING = threading.RLock()
"""JupyterLab answers widget messages in a second thread, and matplotlib is not thread-safe: every drawing, and the
cache in front of it, stands behind this one lock."""


Mark = Literal["", "fits", "with care", "assume", "no", "the same", "assumed", "not told", "chosen"]
"""A word that is set apart in front of a text. A face may also draw it in its own way, never by colour alone."""


@dataclass(frozen=True)
class Line:
    """One thing said: what it is about ("" where that is plain), a mark, and the text.

    `span` is a stretch of a scale that all lines of a card share, from 0 to 1; a face may draw it beside the text,
    which says the same.
    """

    label: str
    text: str
    mark: Mark = ""
    span: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.span and not 0 <= self.span[0] < self.span[1] <= 1:
            raise ValueError(f"{self.label}: a span goes upwards inside its axis, and here is {self.span}.")

    @property
    def said(self) -> str:
        """The line in plain text."""
        return ": ".join(part for part in (self.label, self.mark, self.text) if part)


@dataclass(frozen=True)
class Card:
    """A titled box of lines; all of them have a label, or none has. `empty` where it stands for what is not there."""

    title: str
    lines: tuple[Line, ...]
    mark: Mark = ""
    empty: bool = False


@dataclass(frozen=True)
class Boxes:
    """Cards that belong together: side by side, or as the rungs of a ladder, the highest first."""

    cards: tuple[Card, ...]
    title: str = ""
    ladder: bool = False


@dataclass(frozen=True)
class Table:
    """A small table of ready-made texts; the first column names the rows.

    `numbers` are the columns that hold figures, to be aligned on the right. `notes` has, for each row, the lines that
    belong to the row as a whole; it is empty where no row has any. Raises ValueError where the parts do not match.
    """

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]] = ()
    numbers: tuple[str, ...] = ()
    notes: Sequence[Sequence[Line]] = ()
    caption: str = "The same in numbers"

    def __post_init__(self) -> None:
        for name in ("rows", "notes"):
            object.__setattr__(self, name, tuple(map(tuple, getattr(self, name))))
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"A row has as many cells as the table has columns: {', '.join(self.columns)}.")
        if unknown := set(self.numbers) - set(self.columns):
            raise ValueError(f"The table has no column {', '.join(sorted(unknown))}.")
        if self.notes and len(self.notes) != len(self.rows):
            raise ValueError(f"There are {len(self.rows)} rows and notes for {len(self.notes)}.")


@dataclass(frozen=True)
class View:
    """One state of an explorer. All its parts come from one computation; it has a picture, or boxes, or neither."""

    picture: str
    """SVG text, or "" where a picture would not help.

    A group whose id is `handle-` and the name of a control can be taken and moved; it holds one marker. The
    group `scale` holds one line, from the lower end of a prediction's scale to the upper, in the row reserved for it.
    """
    verdict: str
    """One sentence."""
    table: Table
    description: str
    """Two or three sentences that carry the same lesson without picture, boxes and table."""
    boxes: tuple[Boxes, ...] = ()
    answer: str = ""
    """The one word or number that is said large, in front of the verdict."""
    reasons: tuple[str, ...] = ()
    """What the verdict rests on, a short sentence each."""
    narrow: str = ""
    """The same picture drawn for a narrow screen; "" where there is none."""

    def __post_init__(self) -> None:
        if self.picture and self.boxes:
            raise ValueError("A view has a picture or boxes, not both.")


@dataclass(frozen=True)
class Control:
    """One control: its options in order, and how each is written. A tick has two: without it, and with it.

    `only_if` names another control and the value it must have for this one to matter, `not_if` others and the values
    with which it does not; otherwise this control is shown as switched off and its opening value is used.
    """

    kind: Literal["slider", "radio", "select", "tick"]
    name: str
    label: str
    options: tuple[Any, ...]
    texts: tuple[str, ...]
    value: Any
    only_if: tuple[str, Any] | None = None
    not_if: tuple[tuple[str, Any], ...] = ()

    def __post_init__(self) -> None:
        if len(self.options) != len(self.texts):
            raise ValueError(f"{self.name}: {len(self.options)} options but {len(self.texts)} texts.")
        if self.kind == "tick" and len(self.options) != 2:
            raise ValueError(f"{self.name}: a tick has two options, and here are {len(self.options)}.")
        self.index(self.value)

    def is_off(self, values: Mapping[str, Any]) -> bool:
        """Whether it changes nothing where the others have these values."""
        needs = self.only_if
        return bool(needs and values[needs[0]] != needs[1]) or any(values[one] == value for one, value in self.not_if)

    def index(self, value: Any) -> int:
        """Position of `value` among the options. Raises ValueError, in a sentence, for any other value."""
        if value not in self.options:
            raise ValueError(
                f"{self.label}: {value!r} is not one of the values this control offers; "
                f"they go from {self.texts[0]} to {self.texts[-1]}."
            )
        return self.options.index(value)


@dataclass(frozen=True)
class Preset:
    """A choice that sets other controls: a named combination of their values."""

    name: str
    label: str
    choices: tuple[tuple[str, Mapping[str, Any]], ...]


@dataclass(frozen=True)
class Explorer:
    """A titled set of controls and the pure function behind them."""

    title: str
    controls: tuple[Control, ...]
    draw: Callable[..., View]
    presets: tuple[Preset, ...] = ()
    alike: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """Where several settings show the same state: from any of them to the one that stands for them all."""
    scale: tuple[float, float] | None = None
    """The lower and the upper end of the scale on which the pictures show a prediction, if they have one."""
    _seen: dict[str, View] = field(default_factory=dict, repr=False, compare=False)

    @functools.cached_property
    def start(self) -> dict[str, Any]:
        """The values the controls open with."""
        return {control.name: control.value for control in self.controls}

    def settle(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """All control values: the given ones, checked, and a switched-off control back at its opening value; of
        settings that show the same, the one that stands for them.

        Raises ValueError with a sentence for an unknown control or a value that its control does not offer.
        """
        settled = self._switched(values)
        return self.alike(settled) if self.alike else settled

    def _switched(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """All control values, a switched-off control at its opening value."""
        unknown = set(values) - set(self.start)
        if unknown:
            raise ValueError(f"{self.title} has no control called {', '.join(sorted(unknown))}.")
        wanted = {**self.start, **values}
        for control in self.controls:
            control.index(wanted[control.name])
        for control in self.controls:
            if control.is_off(wanted):
                wanted[control.name] = control.value
        return wanted

    def key(self, values: Mapping[str, Any]) -> str:
        """The state's name on the wire: the option indices, joined, such as "12|2|0"."""
        return self._name(self.settle(values))

    def _name(self, settled: Mapping[str, Any]) -> str:
        return "|".join(str(control.index(settled[control.name])) for control in self.controls)

    def values(self, key: str) -> dict[str, Any]:
        """The control values a wire key stands for. Raises ValueError for a key of another shape."""
        parts = key.split("|")
        if len(parts) != len(self.controls) or not all(part.isdecimal() for part in parts):
            raise ValueError(f"{self.title} has no state called {key!r}.")
        indices = [int(part) for part in parts]
        if any(i >= len(control.options) for i, control in zip(indices, self.controls, strict=True)):
            raise ValueError(f"{self.title} has no state called {key!r}.")
        return {control.name: control.options[i] for i, control in zip(indices, self.controls, strict=True)}

    def view(self, **values: Any) -> View:
        """The view for these control values; those not given stay as the explorer opens.

        Pure and cached. Raises ValueError with a sentence for values the controls do not offer.
        """
        key = self.key(values)
        with DRAWING:
            if key not in self._seen:
                self._seen[key] = self.draw(**self.settle(values))
            return self._seen[key]

    def every_key(self) -> Iterator[str]:
        """The wire key of every distinct state."""
        return iter(dict.fromkeys(self.every_setting().values()))

    def every_setting(self) -> dict[str, str]:
        """The wire key of the state that each setting of the controls shows, by the setting's own wire key."""
        every = itertools.product(*(control.options for control in self.controls))
        names = [control.name for control in self.controls]
        settings = [self._switched(dict(zip(names, values, strict=True))) for values in every]
        return {self._name(setting): self.key(setting) for setting in settings}
