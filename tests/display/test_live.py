"""The widgets without a browser: what they put on the wire, and what a saved notebook shows of them."""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimlab.claims import ledger
from claimlab.display import live, saved, wire
from claimlab.display.live import LiveExplorer, LiveItem
from claimlab.display.words import WORDS
from claimlab.exercises.predictions import Prediction
from claimlab.explorers import registry
from claimlab.explorers.view import Boxes, Card, Control, Explorer, Line, Preset, Table, View
from shown import table_words, words

SHARP = '<b onclick="x">&"'


def draw(count: int, share: int) -> View:
    if count == 3:
        raise ValueError("Three is not a number this view likes.")
    if count == 4:
        raise KeyError("four")
    svg = f'<svg><g id="still"><path/></g><g id="moving"><rect width="{count}"/></g></svg>'
    table = Table(("What", "Count"), ((SHARP, str(count)),), numbers=("Count",))
    verdict, described = f"{count} at {share} {SHARP}", f"Described {count} {SHARP}"
    return View(svg, verdict, table, described, (), f"{count}{SHARP}", (f"Because {SHARP}.",), svg)


def explorer(**changes: object) -> Explorer:
    count = Control("slider", "count", f"Count {SHARP}", tuple(range(6)), tuple("012345"), 1)
    share = Control("radio", "share", "Share", (30, 50), ("30%", "50%"), 50, only_if=("count", 2))
    preset = Preset("case", "Case", (("Both", {"count": 2, "share": 30}),))
    return Explorer(**{"title": "Title", "controls": (count, share), "draw": draw, "presets": (preset,), **changes})


SPEC = {
    "name": "rise", "story": "twin", "kind": "choice", "tag": "Check", "question": f"Why {SHARP}?", "unit": "",
    "options": [{"id": "a", "text": "a"}, {"id": "sharp", "text": SHARP}], "rows": [], "reason": "", "button": "Send",
    "hints": 1, "slider": {},
}  # fmt: skip


class Sent(list):
    """What a widget has sent, in place of a browser."""

    def __call__(self, content: object, buffers: object = None) -> None:
        self.append(content)


@pytest.fixture
def widget() -> LiveExplorer:
    made = LiveExplorer.drawn(explorer())
    made.send = Sent()
    return made


def ask(widget: LiveExplorer, *keys: str) -> dict:
    """The states a browser gets for these keys, all of them, however many slices it takes."""
    states = {}
    while missing := [key for key in keys if key not in states]:
        widget._hear(widget, {"keys": missing}, [])
        states |= widget.send[-1]["states"]
    return states


def test_states_are_those_of_the_pure_view(widget: LiveExplorer) -> None:
    pure = explorer()
    keys = [key for key in pure.every_key() if key[0] not in "34"]
    for key, state in ask(widget, *keys).items():
        view = pure.view(**pure.values(key))
        assert wire.view(json.loads(json.dumps(state))) == view


def test_the_browser_gets_texts_and_indices(widget: LiveExplorer) -> None:
    count, share = widget.spec["controls"]
    assert count["texts"] == list("012345")
    assert count["index"] == 1
    assert count["only_if"] is None
    assert share["only_if"] == {"name": "count", "index": 2}
    assert widget.spec["presets"][0]["choices"] == [{"text": "Both", "sets": {"count": 2, "share": 0}}]
    assert list(widget.states) == ["1|1"]


def test_an_error_inside_a_view_is_a_sentence(widget: LiveExplorer) -> None:
    states = ask(widget, "3|1", "4|1", "9|9", "nonsense")
    assert states["3|1"]["error"].endswith("Three is not a number this view likes.")
    assert "KeyError" in states["4|1"]["error"]
    assert all("error" in state for state in states.values())


def test_an_error_in_the_first_view_stops_the_cell() -> None:
    stubborn = Control("slider", "count", "Count", (3,), ("3",), 3)
    with pytest.raises(ValueError, match="Three"):
        LiveExplorer.drawn(explorer(controls=(stubborn,), draw=lambda count: draw(count, 50), presets=()))


def test_answers_come_in_slices() -> None:
    def slow(count: int, share: int) -> View:
        time.sleep(0.03)
        return replace(draw(1, share), verdict=str(count))

    widget = LiveExplorer.drawn(explorer(draw=slow))
    widget.send = Sent()
    states = ask(widget, *[f"{count}|1" for count in range(6)])
    assert [state["verdict"] for state in states.values()] == list("012345")
    assert len(widget.send) >= 3
    assert all(message["states"] for message in widget.send)


def test_a_prediction_stands_beside_the_answer_and_on_the_scale() -> None:
    gated = LiveExplorer.drawn(explorer(scale=(-50, 150)), "Predict first.")
    assert not gated.opened and gated.prediction == {}
    told = {"label": WORDS["prediction"], "said": "31%", "answer": "22.2%"}
    for value, at, beyond in ((50, 0.5, 0), (-50, 0, 0), (-51, 0, -1), (1000, 1, 1), (None, None, 0)):
        gated.reveal(Prediction("31%", "22.2%", value))
        assert gated.prediction == {**told, "at": at, "beyond": beyond}
    assert gated.opened
    assert "31%" not in " ".join(gated._saved()) + json.dumps([gated.spec, gated.states])
    bare = LiveExplorer.drawn(explorer())
    bare.reveal(Prediction("31%", "22.2%", 50))
    assert bare.prediction == {**told, "at": None, "beyond": 0}


def test_gate_is_open_without_a_sentence_and_opens_on_skip() -> None:
    gated = LiveExplorer.drawn(explorer(), "Predict first.")
    assert LiveExplorer.drawn(explorer()).opened
    assert not gated.opened
    gated._hear(gated, {"open": True}, [])
    assert gated.opened


def test_item_round_trip(caplog: pytest.LogCaptureFixture) -> None:
    heard = []

    def respond(message: dict) -> dict:
        heard.append(message)
        if "hint" in message:
            raise KeyError("no hint")
        return {**message["answer"], "reply": "Yes.", "right": True, "kept": True}

    item = LiveItem(SPEC, respond, {"value": "kept"})
    assert item.state == {**live.BLANK, "value": "kept"}
    assert item.spec["words"] == WORDS
    for turn in (1, 2):  # the same answer again is a new turn
        item._hear(item, {"answer": {"value": "a", "reason": ""}}, [])
        assert item.state == {**live.BLANK, "turn": turn, "value": "a", "reply": "Yes.", "right": True, "kept": True}
    item._hear(item, {"hint": True}, [])
    assert item.state["turn"] == 3
    assert "no hint" in item.state["reply"]
    assert "KeyError" in caplog.text and "Traceback" in caplog.text
    assert item.state["kept"] is False  # whatever went wrong, a browser keeps what was typed
    assert item.state["value"] == "a"


def test_only_a_clearing_that_went_well_is_said_to_be_one() -> None:
    answers = iter([{"notice": "Gone.", "cleared": True}, {"notice": "Here."}, {"cleared": True}])
    item = LiveItem(SPEC, lambda message: next(answers))
    said = [item.state["cleared"]]
    for _ in range(4):  # the last one has no answer left: an error, directly after a clearing
        item._hear(item, {"clear": True}, [])
        said.append(item.state["cleared"])
    assert said == [False, True, False, True, False]


class Reader(HTMLParser):
    """Collects the elements, attributes and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str] = {}
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.tags.append(tag)
        self.attributes |= {f"{tag} {name}": value for name, value in attributes}

    def handle_data(self, words: str) -> None:
        self.words += words


def test_saved_explorer_escapes_and_tells_everything() -> None:
    view = explorer().view()
    html = saved.explorer_html(wire.explorer(explorer()), view, "Open <here>")
    page = Reader(html)
    assert html == saved.explorer_html(wire.explorer(explorer()), view, "Open <here>")
    assert "b" not in page.tags
    assert page.tags[:2] == ["details", "summary"]
    assert page.attributes["img alt"] == view.description
    assert base64.b64decode(page.attributes["img src"].split(",")[1]).decode() == view.picture
    for told in ("Open <here>", "Title", view.verdict, view.description, SHARP, f"Count {SHARP}: 1", "Share: 50%"):
        assert told in page.words
    plain = saved.explorer_text(wire.explorer(explorer()), view)
    assert view.verdict in plain
    assert view.description in plain
    assert f"{SHARP}: Count 1" in plain


def boxed(count: int, share: int) -> View:
    lines = Line(SHARP, SHARP, "no"), Line("Span", "some", span=(0.25, 1))
    cards = Card(SHARP, lines, "chosen"), Card("Second", (Line("", SHARP, "fits"), Line("", "more")), empty=True)
    table = Table(
        ("What", SHARP), [(SHARP, "x"), ("bare", "")],
        notes=[(Line("", SHARP, "with care"), Line("", "", "fits")), (Line("", "alone"),)], caption=SHARP,
    )  # fmt: skip
    groups = Boxes(cards), Boxes(cards[1:], SHARP, ladder=True)
    return View("", "Verdict", table, "Description", groups)


def test_boxes_go_to_the_browser_as_they_are() -> None:
    widget = LiveExplorer.drawn(explorer(draw=boxed))
    first, second = widget.states["1|1"]["boxes"]
    assert first["cards"][0]["lines"][1] == {"label": "Span", "text": "some", "mark": "", "span": (0.25, 1)}
    assert (first["ladder"], second["ladder"], second["title"]) == (False, True, SHARP)
    assert widget.states["1|1"]["table"]["notes"][0][1] == {"label": "", "text": "", "mark": "fits", "span": None}


def test_saved_boxes_are_plain_html() -> None:
    made = explorer(draw=boxed)
    page = Reader(saved.explorer_html(wire.explorer(made), made.view()))
    assert not {"b", "div", "span", "style"} & set(page.tags)
    assert not [name for name in page.attributes if name.split()[1] not in ("scope", "rowspan", "colspan", "reversed")]
    assert [page.tags.count(tag) for tag in ("dl", "dt", "dd", "ol", "table", "caption")] == [1, 2, 2, 1, 1, 1]
    assert (page.attributes["th rowspan"], page.attributes["td colspan"]) == ("2", "1")
    plain = saved.explorer_text(wire.explorer(made), made.view())
    assert f"{SHARP}, chosen\n  {SHARP}: no: {SHARP}\n  Span: some\n" in plain
    assert f"\n  {SHARP}: {SHARP} x; with care: {SHARP}; fits\n  bare: alone\n" in plain


@pytest.mark.parametrize("name", [*sorted(registry.EXPLORERS), "boxed"])
def test_the_saved_form_has_the_words_of_the_view_and_no_others(name: str) -> None:
    made = explorer(draw=boxed) if name == "boxed" else registry.make(name, ledger.load("undercover_online"))
    view = made.view()
    page = Reader(saved.explorer_html(wire.explorer(made), view, "Open"))
    settings = [f"{control.label}: {control.texts[control.index(control.value)]}" for control in made.controls]
    told = ["Open", made.title, WORDS["saved_explorer"], *settings, view.answer, view.verdict, *view.reasons]
    told += [*words(view.boxes), *table_words(view.table), view.description]
    assert "".join(page.words.split()) == "".join("".join(told).split())


def test_saved_item_escapes() -> None:
    page = Reader(saved.item_html(SPEC))
    assert "b" not in page.tags
    assert SPEC["question"] in page.words
    assert page.tags.count("li") == 2
    assert saved.item_text(SPEC) == f"Check. {SPEC['question']}\n  - a\n  - {SHARP}"


def test_widgets_show_their_saved_form_and_then_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    item, gated, plain = LiveItem(SPEC, dict), *(LiveExplorer.drawn(explorer(), gate) for gate in ("Predict.", ""))
    for widget in (item, gated, plain):
        shown = []
        monkeypatch.setattr(live, "publish_display_data", shown.append)
        widget._ipython_display_()
        form, view = shown
        assert form == {"text/html": widget._saved()[0] + saved.STYLE, "text/plain": widget._saved()[1]}
        assert list(view) == [live.WIDGET_VIEW]
        assert view[live.WIDGET_VIEW]["model_id"] == widget.model_id
    assert f"<summary>{WORDS['saved_predict']}" in gated._saved()[0]
    assert "<summary>Title" in plain._saved()[0]


def test_a_class_is_styled_for_explorers_or_for_items() -> None:
    """What both have is in face.css: one class with two meanings would move what the other face shows."""
    explorer, items = (
        set(re.findall(r"\.(cl-[a-z-]+)", (live.FACE / name).read_text(encoding="utf-8")))
        for name in ("explorer.css", "items.css")
    )
    assert explorer and items and not explorer & items


def test_the_module_is_small_and_its_words_exist() -> None:
    assert len(live.MODULE.encode()) < 90_000  # each widget brings its own copy
    assert len(re.findall(r"^export ", live.MODULE, flags=re.MULTILINE)) == 1
    assert "import " not in re.sub(r"//.*", "", live.MODULE)
    used = set(re.findall(r"\bwords\.(\w+)", live.MODULE))
    assert used <= set(WORDS), f"words the face uses and text.py lacks: {used - set(WORDS)}"
