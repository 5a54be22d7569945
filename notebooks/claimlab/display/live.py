"""Explorers and practice items as widgets of a running notebook."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import anywidget
import traitlets
from IPython.display import publish_display_data

from ..claims.errors import ReaderError
from ..exercises.predictions import Prediction
from ..exercises.specs import Spec
from ..explorers.view import Explorer
from . import saved, wire
from .states import Stored
from .words import WORDS

FACE = Path(__file__).parent
MODULE = "\n".join((FACE / name).read_text(encoding="utf-8") for name in (
    "dom.js", "states.js", "controls.js", "history.js", "changes.js", "boxes.js", "motion.js", "picture.js", "card.js",
    "handles.js", "titles.js", "explorer.js", "drafts.js", "moving.js", "rows.js", "sorting.js", "ordering.js",
    "forms.js", "item.js", "my_work.js", "mount.js",
))  # fmt: skip
"""The JavaScript of both faces, joined: anywidget loads one module text per widget."""
STYLE = "\n".join((FACE / name).read_text(encoding="utf-8") for name in ("face.css", "explorer.css", "items.css"))

LOG = logging.getLogger(__name__)

SLICE = 0.06
"""Seconds given to one request for states. What is not ready by then the browser asks for again, so that a cell or a
newer wish waits no longer than this and one view."""


def sentence_of(error: Exception) -> str:
    """An exception as a sentence. A ValueError of the kit is one already."""
    return str(error) if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"


def _problem(word: str, error: Exception) -> str:
    """An exception as a sentence in a face; where it is not one of ours, its traceback goes to the log."""
    if not isinstance(error, ReaderError):
        LOG.error("%s, told in a face", type(error).__name__, exc_info=error)
    return WORDS[word].format(problem=sentence_of(error))


WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Face(anywidget.AnyWidget):
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


class LiveExplorer(Face):
    """An explorer in a notebook: from its file, which the browser gets whole, or drawn as its states are asked for.

    With a `gate` sentence the explorer stays closed until `opened` is set (or the student skips). `draw` gives the
    explorer, where the browser asks for a state.
    """

    spec = traitlets.Dict().tag(sync=True)
    states = traitlets.Dict().tag(sync=True)
    packed = traitlets.Bytes().tag(sync=True)
    prediction: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    opened = traitlets.Bool().tag(sync=True)

    def __init__(self, stored: Stored, draw: Callable[[], Explorer], gate: str = "") -> None:
        self._stored, self._draw, self._gate = stored, draw, gate
        spec = {**stored.explorer, "gate": gate, "words": WORDS}
        states = {wire.opening(stored.explorer): stored.state}
        super().__init__(face="explorer", opened=not gate, spec=spec, states=states, packed=stored.packed)
        self.on_msg(self._hear)

    @classmethod
    def drawn(cls, explorer: Explorer, gate: str = "") -> LiveExplorer:
        """An explorer that has no file. Raises whatever its first view raises, a plain traceback in its cell."""
        return cls(Stored(wire.explorer(explorer), wire.state(explorer.view()), b""), lambda: explorer, gate)

    def reveal(self, prediction: Prediction | None = None) -> None:
        """Opens, and shows what was predicted beside the answer from now on."""
        if prediction:
            said = {"label": WORDS["prediction"], "said": prediction.said, "answer": prediction.beside}
            self.prediction = {**said, **_place(prediction.value, self._stored.explorer["scale"])}
        self.opened = True

    def _hear(self, _widget: Any, message: Mapping[str, Any], _buffers: Any) -> None:
        if message.get("open"):
            self.opened = True
        if "keys" in message:
            self._answer(message["keys"])

    def _answer(self, keys: list[str]) -> None:
        until, states = time.perf_counter() + SLICE, {}
        for key in keys:
            states[key] = self._state(key)
            if time.perf_counter() > until:
                break
        self.send({"states": states})

    def _state(self, key: str) -> dict[str, Any]:
        try:
            explorer = self._draw()
            return wire.state(explorer.view(**explorer.values(key)))
        except Exception as error:  # the author of a view may be a student: whatever it raises is told in the face
            return {"error": _problem("failed", error)}

    def _saved(self) -> tuple[str, str]:
        explorer, view = self._stored.explorer, wire.view(self._stored.state)
        summary = WORDS["saved_predict"] if self._gate else explorer["title"]
        return saved.explorer_html(explorer, view, summary), saved.explorer_text(explorer, view)


def _place(value: float | None, scale: Sequence[float] | None) -> dict[str, Any]:
    """Where a value stands on a scale, from 0 to 1, and on which side it lies beyond it; nowhere without a scale."""
    if value is None or not scale:
        return {"at": None, "beyond": 0}
    low, high = scale
    at = (value - low) / (high - low)
    return {"at": min(max(at, 0), 1), "beyond": (at > 1) - (at < 0)}


BLANK: dict[str, Any] = {
    "turn": 0, "value": "", "reason": "", "kept": False, "reply": "", "right": None, "hints": [], "notice": "",
    "rows": [], "remarks": [], "model": "", "cleared": False, "solution": None, "code": "",
}  # fmt: skip
"""The state of an item nobody has answered yet. A browser may drop what was typed only where `kept` is
true, and what was typed anywhere only where `cleared` is."""


class LiveItem(Face):
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
