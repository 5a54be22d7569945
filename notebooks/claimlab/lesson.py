"""What a notebook talks to: the items and explorers of one lesson on one story, and the student's kept work."""

from __future__ import annotations

import importlib

from . import ledger, marking, practice, text, work
from .live import LiveExplorer, LiveItem
from .view import Explorer

GATE = "Predict first: answer the question above, and the figures open here with your prediction among them."
KEPT = "Kept on this computer."
CLEARED = "All kept answers are removed from this computer. Run a notebook again to start it afresh."
BLANK = {"value": "", "reason": ""}


class Lesson:
    """One notebook on one story. Answers given before are there again."""

    def __init__(self, notebook: str, story: str):
        self.notebook = notebook
        self.ledger = ledger.load(story)
        self.items = practice.load(notebook)
        self._waiting: dict[str, list[tuple[LiveExplorer, str]]] = {}
        try:
            self._answers, self._trouble = work.kept(story, notebook), ""
        except text.Told as problem:
            self._answers, self._trouble = {}, str(problem)

    def __repr__(self) -> str:
        return f"Notebook {self.notebook}, story {self.ledger.story}."

    def ask(self, name: str) -> LiveItem:
        """The item of this name, ready to be answered. Raises Told where the notebook has none of this name."""
        if name not in self.items:
            raise text.Told(f"This notebook has no item called {name!r}. It has: {', '.join(self.items)}.")
        item = self.items[name]
        shown, answer = 0, {**BLANK, **self._answers.get(name, {})}

        def respond(message: dict) -> dict:
            nonlocal shown, answer
            if "clear" in message:
                work.clear()
                self._answers.clear()
                return {"notice": CLEARED}
            if "hint" in message:
                shown = min(shown + 1, len(item.hints))
            if "answer" in message:
                answer = {key: str(message["answer"].get(key, "")) for key in BLANK}
            return self._state(item, answer, shown, new="answer" in message)

        # An item's name is its notebook's own: several have one called carry, in one browser tab.
        spec = {**practice.spec(item, self.ledger), "name": f"{self.notebook}:{name}"}
        return LiveItem(spec, respond, self._state(item, answer, shown, new=False))

    def explore(self, name: str, after: str = "") -> LiveExplorer:
        """The explorer of this name; where `after` names an item, it opens once that has been answered or on "skip"."""
        live = LiveExplorer(self._explorer(name, after), GATE if after else "")
        if after in self._answers:
            live.opened = True
        if after:
            self._waiting.setdefault(after, []).append((live, name))
        return live

    def _explorer(self, name: str, after: str) -> Explorer:
        module = importlib.import_module(f"{__package__}.explorers.{name}")
        return module.explorer(self.ledger, self._answers.get(after, {}).get("value"))

    def _state(self, item: practice.Item, answer: dict[str, str], shown: int, new: bool) -> dict:
        """What the item shows for an answer; a new one that can be marked is kept and opens what waits for it."""
        marked, notice = marking.Marked("", None), self._trouble
        if answer["value"] or new:
            try:
                marked = marking.mark(item, self.ledger, answer["value"])
                notice = self._keep(item.name, answer) if new else KEPT
            except text.Told as problem:
                notice = str(problem)
        return {**answer, **marked._asdict(), "notice": notice, "hints": practice.hints(item, self.ledger, shown)}

    def _keep(self, name: str, answer: dict[str, str]) -> str:
        """Keep an answer; says where it went, or why it could not."""
        self._answers[name] = answer
        for live, explorer in self._waiting.get(name, []):
            live.swap(self._explorer(explorer, name))
            live.opened = True
        try:
            work.keep(self.ledger.story, self.notebook, name, answer)
        except text.Told as problem:
            return str(problem)
        return KEPT


def open_lesson(notebook: str, story: str) -> Lesson:
    """The lesson of a notebook, such as "02_the_previous_year", on a story, such as "undercover_online"."""
    return Lesson(notebook, story)
