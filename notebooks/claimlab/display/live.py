"""Explorers and practice items as widgets of a running notebook.

The browser sees texts and option indices only, never values: a state's name on the wire is `Explorer.key`. The
pictures of one explorer share most of their SVG, so the opening picture is cut into pieces once (the pool) and every
later one names the pieces it shares by number.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, cast

import anywidget
import traitlets
from IPython.display import publish_display_data

from ..claims.errors import ReaderError
from ..exercises.practice import Spec
from ..explorers.view import Control, Explorer, Preset, View
from . import saved
from .words import WORDS

FACE = Path(__file__).parent
MODULE = "\n".join((FACE / name).read_text(encoding="utf-8") for name in (
    "dom.js", "states.js", "controls.js", "boxes.js", "explorer.js", "drafts.js", "forms.js", "item.js", "my_work.js",
    "mount.js",
))  # fmt: skip
"""The JavaScript of both faces, joined: anywidget loads one module text per widget."""
STYLE = (FACE / "face.css").read_text(encoding="utf-8")

LOG = logging.getLogger(__name__)

SLICE = 0.06
"""Seconds given to one request for states. What is not ready by then the browser asks for again, so that a cell or a
newer wish waits no longer than this and one view."""


def cut(svg: str) -> list[str]:
    """SVG text in the pieces two pictures can share: cut before every group that has an id."""
    return re.split(r"(?=<g id=)", svg) if svg else []


def sentence_of(error: Exception) -> str:
    """An exception as a sentence. A ValueError of the kit is one already."""
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


def _problem(word: str, error: Exception) -> str:
    """An exception as a sentence in a face; where it is not one of ours, its traceback goes to the log."""
    if not isinstance(error, ReaderError):
        LOG.error("%s, told in a face", type(error).__name__, exc_info=error)
    return WORDS[word].format(problem=sentence_of(error))


def _control(control: Control, explorer: Explorer) -> dict[str, Any]:
    only_if = None
    if control.only_if:
        name, value = control.only_if
        other = next(one for one in explorer.controls if one.name == name)
        only_if = {"name": name, "index": other.index(value)}
    return {
        "kind": control.kind,
        "name": control.name,
        "label": control.label,
        "texts": list(control.texts),
        "index": control.index(control.value),
        "only_if": only_if,
    }


def _preset(preset: Preset, explorer: Explorer) -> dict[str, Any]:
    controls = {control.name: control for control in explorer.controls}
    choices = [
        {"text": choice, "sets": {name: controls[name].index(value) for name, value in values.items()}}
        for choice, values in preset.choices
    ]
    return {"name": preset.name, "label": preset.label, "choices": choices}


@dataclass(frozen=True)
class _Shown:
    """One explorer on the wire. A request is answered from one of these, so a swap in between mixes nothing up."""

    explorer: Explorer
    generation: int
    pool: list[str] = field(init=False)
    numbers: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        pool = cut(self.explorer.view().picture)  # an error in the first view is a plain traceback in its cell
        object.__setattr__(self, "pool", pool)
        object.__setattr__(self, "numbers", {piece: number for number, piece in enumerate(pool)})

    def state(self, key: str) -> dict[str, Any]:
        try:
            return self._told(self.explorer.view(**self.explorer.values(key)))
        except Exception as error:  # the author of a view may be a student: whatever it raises is told in the face
            return {"error": _problem("failed", error)}

    def _told(self, view: View) -> dict[str, Any]:
        return {
            "svg": [self.numbers.get(piece, piece) for piece in cut(view.picture)],
            "narrow": [self.numbers.get(piece, piece) for piece in cut(view.narrow)],
            "answer": view.answer,
            "verdict": view.verdict,
            "reasons": list(view.reasons),
            "boxes": [asdict(boxes) for boxes in view.boxes],
            "table": asdict(view.table),
            "description": view.description,
        }

    def traits(self, gate: str, skip: str) -> dict[str, Any]:
        first = self.explorer.key({})
        spec = {
            "title": self.explorer.title,
            "gate": gate,
            "skip": skip,
            "controls": [_control(control, self.explorer) for control in self.explorer.controls],
            "presets": [_preset(preset, self.explorer) for preset in self.explorer.presets],
            "words": WORDS,
        }
        return {"spec": spec, "pool": self.pool, "states": {first: self.state(first)}, "generation": self.generation}


WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class _Face(anywidget.AnyWidget):
    """A widget that also carries what a reader without Python sees."""

    _esm = MODULE
    _css = STYLE
    face = traitlets.Unicode().tag(sync=True)

    def _saved(self) -> tuple[str, str]:
        """HTML and plain text."""
        raise NotImplementedError  # not an abstract class: its metaclass would clash with the widget's

    def _ipython_display_(self) -> None:
        """Two outputs: what a reader without Python sees, and the widget, which takes its place while it is alive.

        In one output a notebook opened again would show "model not found": there a widget view goes before HTML.
        """
        html, plain = self._saved()
        publish_display_data({"text/html": html + saved.STYLE, "text/plain": plain})
        publish_display_data({WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": self.model_id}})


class LiveExplorer(_Face):
    """An explorer in a notebook.

    With a `gate` sentence the explorer stays closed until `opened` is set (or the student skips); `on_skip` is called
    when the student skips. Raises whatever the explorer's first view raises.
    """

    spec = traitlets.Dict().tag(sync=True)
    pool: traitlets.List[str] = traitlets.List().tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    generation = traitlets.Int().tag(sync=True)
    opened = traitlets.Bool().tag(sync=True)

    def __init__(self, explorer: Explorer, gate: str = "", on_skip: Callable[[], None] | None = None) -> None:
        self._gate, self._on_skip = gate, on_skip
        self._first, self._shown = explorer, _Shown(explorer, 0)
        super().__init__(face="explorer", opened=not gate, **self._shown.traits(gate, WORDS["skip"]))
        self.on_msg(self._hear)

    def swap(self, explorer: Explorer) -> None:
        """Shows `explorer` in the place of the one before; the controls stay where the student left them.

        Raises whatever its first view raises, and then nothing has changed.
        """
        shown = _Shown(explorer, self.generation + 1)
        traits = shown.traits(self._gate, WORDS["skip"])
        self._shown = shown
        with self.hold_sync():
            for name, value in traits.items():
                setattr(self, name, value)

    def _hear(self, _widget: Any, message: Mapping[str, Any], _buffers: Any) -> None:
        if message.get("open"):
            self.opened = True
            if self._on_skip:
                self._on_skip()
        if "keys" in message:
            self._answer(message["keys"], message.get("generation"))

    def _answer(self, keys: list[str], generation: int | None) -> None:
        shown = self._shown
        if generation != shown.generation:
            return  # asked before a swap: the browser starts anew when it hears of it
        until, states = time.perf_counter() + SLICE, {}
        for key in keys:
            states[key] = shown.state(key)
            if time.perf_counter() > until:
                break
        self.send({"states": states, "generation": generation})

    def _saved(self) -> tuple[str, str]:
        explorer = self._first
        summary = WORDS["saved_predict"] if self._gate else explorer.title
        return saved.explorer_html(explorer, summary), saved.explorer_text(explorer)


BLANK: dict[str, Any] = {
    "turn": 0, "value": "", "reason": "", "kept": False, "reply": "", "right": None, "hints": [], "notice": "",
    "rows": [], "cleared": False, "solution": None,
}  # fmt: skip
"""The state of an item nobody has answered yet. A browser may drop what was typed only where `kept` is
true, and what was typed anywhere only where `cleared` is."""


class LiveItem(_Face):
    """A practice item in a notebook.

    `respond` gets what the student did ({"answer": {"value", "reason"}}, {"hint": True}, {"solution": True},
    {"clear": True} or {"my_work": "show", "download" or "load"}, the last with the "page") and returns the new state;
    keys it leaves out are blank. A value is a text, an option's id, or for several rows the options' ids by the rows'.
    What it raises is told to the student and the old state stays.
    """

    spec = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        spec: Spec,
        respond: Callable[[Mapping[str, Any]], Mapping[str, Any]],
        state: Mapping[str, Any] | None = None,
    ) -> None:
        self._respond, self._turns = respond, threading.Lock()
        super().__init__(face="item", spec={"words": WORDS, **spec}, state={**BLANK, **(state or {})})
        self.on_msg(self._hear)

    def _hear(self, _widget: Any, message: Mapping[str, Any], _buffers: Any) -> None:
        if not message.keys() & {"answer", "hint", "solution", "clear", "my_work"}:
            return
        with self._turns:
            try:
                state = {**BLANK, **self._respond(message)}
            except Exception as error:  # silence would look like a lost answer
                state = {**self.state, "reply": _problem("failed_answer", error), "right": None}
                state |= {"kept": False, "cleared": False}
            self.show(state)

    def show(self, state: Mapping[str, Any]) -> None:
        """Shows a state, without being asked; keys it leaves out are blank."""
        # A new turn every time: the same reply to a second try has to arrive too.
        self.state = {**BLANK, **state, "turn": self.state["turn"] + 1}

    def _saved(self) -> tuple[str, str]:
        spec = cast(Spec, self.spec)
        return saved.item_html(spec), saved.item_text(spec)
