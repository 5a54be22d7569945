"""An explorer as a browser gets it: texts and option indices only, never values. A state's name is `Explorer.key`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..explorers.view import Boxes, Card, Control, Explorer, Line, Preset, Table, View

PICTURES = "svg", "narrow"
"""The two drawings of a state, wide and narrow, each as a list of pieces."""


def cut(svg: str) -> list[str]:
    """SVG text in the pieces two pictures can share: cut before every group that has an id."""
    return re.split(r"(?=<g id=)", svg) if svg else []


def explorer(shown: Explorer) -> dict[str, Any]:
    """What is the same in all states of an explorer: title, controls, presets, and the scale of a prediction."""
    return {
        "title": shown.title,
        "controls": [_control(control, shown) for control in shown.controls],
        "presets": [_preset(preset, shown) for preset in shown.presets],
        "scale": shown.scale,
    }


def state(view: View) -> dict[str, Any]:
    """A state of an explorer."""
    return {
        "svg": cut(view.picture),
        "narrow": cut(view.narrow),
        "answer": view.answer,
        "verdict": view.verdict,
        "reasons": list(view.reasons),
        "boxes": [asdict(boxes) for boxes in view.boxes],
        "table": asdict(view.table),
        "description": view.description,
    }


def view(sent: Mapping[str, Any]) -> View:
    """The view that `state` was made of."""
    table = sent["table"]
    return View(
        *("".join(sent["svg"]), sent["verdict"]),
        Table(
            tuple(table["columns"]), tuple(map(tuple, table["rows"])), tuple(table["numbers"]),
            tuple(tuple(map(_line, notes)) for notes in table["notes"]), table["caption"],
        ),
        sent["description"],
        tuple(map(_boxes, sent["boxes"])),
        sent["answer"], tuple(sent["reasons"]), "".join(sent["narrow"]),
    )  # fmt: skip


def settings(sent: Mapping[str, Any]) -> list[str]:
    """Where each control of an explorer stands as it opens, in words."""
    return [f"{control['label']}: {control['texts'][control['index']]}" for control in sent["controls"]]


def opening(sent: Mapping[str, Any]) -> str:
    """The name of the state an explorer opens with."""
    return "|".join(str(control["index"]) for control in sent["controls"])


def _control(control: Control, shown: Explorer) -> dict[str, Any]:
    controls = {one.name: one for one in shown.controls}

    def condition(name: str, value: Any) -> dict[str, Any]:
        return {"name": name, "index": controls[name].index(value)}

    return {
        "kind": control.kind,
        "name": control.name,
        "label": control.label,
        "texts": list(control.texts),
        "index": control.index(control.value),
        "only_if": condition(*control.only_if) if control.only_if else None,
        "not_if": [condition(*one) for one in control.not_if],
    }


def _preset(preset: Preset, shown: Explorer) -> dict[str, Any]:
    controls = {control.name: control for control in shown.controls}
    choices = [
        {"text": choice, "sets": {name: controls[name].index(value) for name, value in values.items()}}
        for choice, values in preset.choices
    ]
    return {"name": preset.name, "label": preset.label, "choices": choices}


def _boxes(sent: Mapping[str, Any]) -> Boxes:
    cards = [Card(**{**card, "lines": tuple(map(_line, card["lines"]))}) for card in sent["cards"]]
    return Boxes(**{**sent, "cards": tuple(cards)})


def _line(sent: Mapping[str, Any]) -> Line:
    return Line(**{**sent, "span": tuple(sent["span"]) if sent["span"] else None})
