"""The claim desk as a widget: a text is pasted, its figures counted by hand, then shown and confirmed one by one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

import traitlets

from ..analysis import needs
from ..claims import ledger, tables
from ..claims.errors import ReaderError
from ..desk import importing, keeping, standing
from ..desk.sheet import FIELDS, Sheet, of_reading
from ..reading import Reading, read
from .live import FACE, LOG, Face, sentence_of
from .words import DESK, FIELD_LABELS, PART_LABELS

MODULE = "\n".join((FACE / name).read_text(encoding="utf-8") for name in ("dom.js", "desk.js"))
STYLE = "\n".join((FACE / name).read_text(encoding="utf-8") for name in ("face.css", "desk.css"))
CHOICES = "kind", "hedge", "stock_or_flow", "part"
"""The fields with a list to choose from."""
UNFIT = "date", "time word", "ordinal phrase"
"""Kinds that no number phrase is of."""


def fields() -> list[dict[str, Any]]:
    """The fields of the form: name, label, what is to be thought of, and the choices in words."""
    described = {one["name"]: one for one in tables.schema(ledger.TEMPLATE)["fields"]}
    told = []
    for name in FIELDS:
        meanings = needs.PARTS if name == "part" else described[name].get("meanings", {})
        allowed = described[name]["constraints"]["enum"] if name in CHOICES else []
        choices = [{"id": one, "text": _choice(name, one, meanings)} for one in allowed if one not in UNFIT]
        blank = DESK["no_part" if name == "part" else "not_said"]
        told.append({"name": name, "label": FIELD_LABELS[name], "choices": choices, "blank": blank})
    return told


def _choice(field: str, value: str, meanings: Mapping[str, str]) -> str:
    """A choice in words: a part by what it is, the two counts by their order; others by their own word, explained."""
    if field == "part":
        return PART_LABELS.get(value, meanings[value])
    return f"{value}: {meanings[value]}" if value in meanings else value


class LiveDesk(Face):
    """The desk. `counted` is told how many figures a person has found by hand, before any is shown."""

    _esm = MODULE
    _css = STYLE
    words = traitlets.Dict().tag(sync=True)
    fields: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    state: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, counted: Callable[[str], str]) -> None:
        self._counted, self._turns = counted, threading.Lock()
        self._reading, self._sheet = Reading(text="", found=()), Sheet(())
        words, blank = {**DESK, "fields": FIELD_LABELS}, {"turn": 0, "rows": [], "text": "", "notice": ""}
        super().__init__(face="desk", words=words, fields=fields(), state=blank)
        self.on_msg(self._hear)

    def _hear(self, _widget: Any, message: Mapping[str, Any], buffers: Any) -> None:
        if not message.keys() & {"text", "file", "set", "keep", "save"}:
            return
        with self._turns:
            try:
                notice = self._respond(message, buffers)
            except ReaderError as problem:
                notice = str(problem)
            except Exception as error:  # silence would look like a lost answer
                LOG.exception("the claim desk")
                notice = DESK["failed"].format(problem=sentence_of(error))
            self._show(notice)

    def _respond(self, message: Mapping[str, Any], buffers: Any) -> str:
        if "file" in message:
            self._reading, self._sheet, notice = importing.loaded(bytes(buffers[0]))
            return notice
        if "text" in message:
            self._reading = read(str(message["text"]))
            self._sheet = of_reading(self._reading)
            kept = self._counted(str(message.get("counted", "")))
            return " ".join(part for part in (self._reading.notice, kept) if part)
        if "set" in message:
            row, field, value = message["set"]
            self._sheet = self._sheet.set(int(row), str(field), str(value))
        if "keep" in message:
            row, kept = message["keep"]
            self._sheet = self._sheet.keep(int(row), bool(kept))
        if "save" in message:
            return keeping.keep(self._sheet)[1]
        return ""

    def _show(self, notice: str) -> None:
        how = standing.standing(self._sheet) if self._sheet.rows else standing.Standing({}, (), 0, ())
        rows = [
            {
                "start": found.start, "end": found.end, "kept": row.kept,
                "cells": {name: row.cells[name] for name in FIELDS},
                "words": {name: list(place) for name, place in found.words.items()},
                "problems": how.problems.get(place, []),
            }
            for place, (found, row) in enumerate(zip(self._reading.found, self._sheet.rows, strict=True))
        ]  # fmt: skip
        self.state = {
            "turn": self.state["turn"] + 1, "text": self._reading.text, "rows": rows, "notice": notice,
            "opens": [name.replace("_", " ") for name in how.opens], "asks": how.asks, "more": list(how.more),
            "problems": how.problems.get(-1, []),
        }  # fmt: skip

    def _saved(self) -> tuple[str, str]:
        return f"<p>{DESK['saved']}</p>", DESK["saved"]
