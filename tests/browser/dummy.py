"""A small explorer and a few items, for the tests of the face. The tests put a copy beside the kernel."""

from __future__ import annotations

import time

from claimlab.explorers.view import Boxes, Card, Control, Explorer, Line, Preset, Table, View

CELLS = (
    "from claimlab.display.live import LiveExplorer, LiveItem\n"
    "from dummy import Memory, Rows, boxes, clear_in_vain, explorer, item, offered, remark, row",
    "first = LiveExplorer.drawn(explorer())\nfirst",
    "second = LiveExplorer.drawn(explorer('Second explorer'))\nsecond",
    "first",
    "gated = LiveExplorer.drawn(explorer('Gated explorer'), 'Predict before you look.')\ngated",
    "LiveExplorer.drawn(boxes())",
    "LiveItem(item('number', 'number', unit='months', reason='Why?', hints=2), Memory())",
    "LiveItem(item('choice', 'choice', options=offered('1', '12', '<b>all</b>')), Memory())",
    "LiveItem(item('text', 'text'), Memory())",
    "LiveItem(item('line', 'line'), Memory())",
    "LiveItem(item('line', 'headline', most_words=3), Memory(), {'value': 'One'})",
    "LiveItem(item('letter', 'letter'), Memory(), {'value': 'Dear office,\\n1. How many?'})",
    "LiveItem(item('rows', 'unmarked', form='marks', rows=[row('unit', 'no', 'yes')]), Memory())",
    "two = [row('one', 'a', 'b'), row('two', 'a', 'b')]\n"
    "LiveItem(item('rows', 'several', form='marks', rows=two), Memory(), {'value': {'gone': 'a', 'two': 'b'}})",
    "cards = {'form': 'sort', 'options': offered('a', 'b', 'c')}\n"
    "three = [row(id, 'a', 'b', 'c') for id in ('red', 'green', 'blue')]\n"
    "LiveItem(item('rows', 'sorting', rows=three, **cards), Rows(red='a', green='b', blue='b'))",
    "LiveItem(item('rows', 'ladder', rows=three, **{**cards, 'form': 'order'}), Rows(red='b', green='c', blue='a'))",
    "LiveItem(item('slider', 'slider', slider={'min': 0, 'max': 20, 'step': 1}), Memory())",
    "LiveItem(item('text', 'written'), remark)",
    "LiveItem(item('my_work', 'my work', limit=1000), Memory())",
    "LiveItem(item('clear', 'clear', button='Clear my work'), Memory())",
    "LiveItem(item('clear', 'read-only', button='Clear in vain'), clear_in_vain)",
)
"""The cells of the notebook the tests run."""
NAME = "notebooks/face_test.ipynb"


def draw(count: int, share: int, colour: str, place: str, doubled: bool) -> View:
    """One of two bars; fails for a count of 13 and takes its time for 19 on the coast."""
    if count == 13:
        raise RuntimeError("there is no picture of thirteen")
    if count == 19 and place == "coast":
        time.sleep(4)
    size = count * share * (2 if doubled else 1)
    bars = f'<g id="left"><rect x="20" y="40" width="{count * 10}" height="30" fill="{colour}"/></g>'
    text = f'<g id="text"><text x="20" y="110" font-size="14">{count} and {share} in {place}</text></g>'
    frame = '<rect width="360" height="130" fill="white"/><g id="axis"><path d="M20 80H340" stroke="black"/></g>'
    grip = f'<g id="handle-count"><title>The end of the bar</title><circle cx="{20 + count * 10}" cy="55" r="5"/></g>'
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 130">{frame}{bars}{grip}{text}</svg>'
    wide = "on nothing in particular", "incomprehensibly", "none"
    rows = ("Size", f"{size:,}", *wide), ("Place <b>", place, *wide)
    table = Table(("What", "Value", "Rests", "Counted", "Remark"), rows)
    return View(picture, f"The size is {size:,} in {place}.", table, f"A {colour} bar, {count} long, for {place}.",
                answer=f"{size:,}", reasons=(f"It is {count} times {share}.",))  # fmt: skip


HOSTILE = '<b>bold</b> $x$ *a* "q" \u05d0\u05d1\u05d2 ' + "w" * 400


def boxed(at: str) -> View:
    """Every kind of box and of mark, on a scale and off it, with hostile text in each place."""
    marks = "fits", "with care", "assume", "no", "the same", "assumed", "not told"
    told = Card(HOSTILE, tuple(Line(f"{mark} {at}", HOSTILE, mark) for mark in marks))
    scale = Card(
        "Scale", (Line("a", "half", "chosen", (0, 0.5)), Line("b", HOSTILE, span=(0.25, 1)), Line("c", "none"))
    )
    rungs = Card("upper", (Line("", HOSTILE),), empty=True), Card("lower", (Line("", at), Line("", "x")), "chosen")
    table = Table(
        ("What", "Left", HOSTILE), [("unit", "a", HOSTILE), ("answer", "", "")], numbers=("Left",),
        notes=[(Line("", HOSTILE, "no"), Line("", "x", "assume")), (Line("", f"at {at}"),)], caption="Line by line",
    )  # fmt: skip
    groups = Boxes((told, *rungs)), Boxes((scale,)), Boxes(rungs, ladder=True), Boxes((rungs[1],), HOSTILE)
    return View("", f"Boxes at {at}.", table, f"In sentences, {at}.", groups)


def boxes() -> Explorer:
    return Explorer("Boxed explorer", (control("radio", "at", "At", ("here", "there"), "here"),), boxed)


def control(kind: str, name: str, label: str, options: tuple, value: object, unit: str = "", **more: object) -> Control:
    return Control(kind, name, label, options, tuple(f"{option}{unit}" for option in options), value, **more)


def explorer(title: str = "Dummy explorer", only: str = "share") -> Explorer:
    return Explorer(
        title,
        (
            control("slider", "count", "Count", tuple(range(0, 21)), 5),
            control("slider", "share", "Share", tuple(range(30, 75, 5)), 50, "%", only_if=("colour", "darkblue")),
            control("radio", "colour", "Colour", ("darkblue", "darkgreen"), "darkblue"),
            control("select", "place", "Place", ("town", "country", "coast"), "town"),
            Control("tick", "doubled", "Twice <i>", (False, True), ("once", "twice"), False, only_if=("place", "town")),
        ),
        draw,
        (Preset("named", "Named case", (("Small", {"count": 2, "share": 30}), ("Large", {"count": 20, "share": 70}))),),
    )


def offered(*ids: str) -> list[dict]:
    """Options whose texts are their ids."""
    return [{"id": id, "text": id} for id in ids]


def row(id: str, *options: str) -> dict:
    """One row of several."""
    return {"id": id, "label": id.title(), "options": offered(*options)}


def item(kind: str, name: str, **more: object) -> dict:
    """An item's description, with everything a test does not care about left plain."""
    blank = {
        "form": "",
        "unit": "",
        "options": [],
        "rows": [],
        "reason": "",
        "button": "Send",
        "hints": 0,
        "slider": {},
    }
    return {"name": name, "story": "dummy", "kind": kind, "tag": name.title(), "question": f"{name}?", **blank, **more}


class Memory:
    """Answers an item: 12 is right, everything else is not yet; remembers what it has said. "unwritten" is not kept."""

    def __init__(self) -> None:
        self.hints: list[str] = []
        self.answer = {"value": "", "reason": ""}

    def __call__(self, message: dict) -> dict:
        if "hint" in message:
            self.hints = [*self.hints, f"Hint number {len(self.hints) + 1}."]
            return {**self.answer, "hints": self.hints}
        if "clear" in message:
            return {"reply": "Everything is removed.", "cleared": True}
        self.answer = message["answer"]
        if self.answer["value"] == "crash":
            raise KeyError("a mistake of ours")
        right = self.answer["value"] == "12"
        reply = "Twelve it is." if right else f"Not {self.answer['value']}: count again."
        kept = self.answer["value"] != "unwritten"
        notice = "Kept on this computer." if kept else "The disk is full."
        return {**self.answer, "reply": reply, "right": right, "hints": self.hints, "notice": notice, "kept": kept}


def remark(message: dict) -> dict:
    """Answers a written text with what is good, a question about it, and a model."""
    written = message["answer"]["value"]
    remarks = ["Good: it is there.", f"“{written}”: of what?"]
    return {**message["answer"], "reply": "Read it.", "remarks": remarks, "model": "1,665 <i>arrests</i>", "kept": True}


class Rows:
    """Answers an item of several rows, whose right options are given: a wrong row gets a reply."""

    def __init__(self, **right: str) -> None:
        self.right = right

    def __call__(self, message: dict) -> dict:
        chosen = message["answer"]["value"]
        rows = ["" if chosen[row] == key else f"Look at {row}." for row, key in self.right.items()]
        wrong, told = sum(map(bool, rows)), {"value": chosen, "notice": "Kept on this computer.", "kept": True}
        return {**told, "rows": rows, "right": not wrong, "reply": f"{wrong} to go." if wrong else "All of them."}


def clear_in_vain(message: dict) -> dict:
    """Answers a wish to clear where nothing can be removed."""
    raise ValueError("The file may only be read.")
