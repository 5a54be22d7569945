"""What a notebook talks to: the items and explorers of one lesson on one story, and the student's kept work."""

from __future__ import annotations

import importlib

from . import ledger, practice, text, work
from .live import LiveExplorer, LiveItem

GATE = "Predict first: answer the question above, and the figures open here with your prediction among them."
KEPT = "Kept on this computer."
CLEARED = "All kept answers are removed from this computer. Run a notebook again to start it afresh."


class Lesson:
    """One notebook on one story. Answers given before are there again."""

    def __init__(self, notebook: str, story: str):
        self.notebook = notebook
        self.ledger = ledger.load(story)
        self.items = practice.load(notebook)
        self._answers = work.kept(story, notebook)
        self._waiting: dict[str, list[tuple[LiveExplorer, str]]] = {}

    def __repr__(self) -> str:
        return f"Notebook {self.notebook}, story {self.ledger.story}."

    def ask(self, name: str) -> LiveItem:
        """The item of this name, ready to be answered. Raises Told where the notebook has none of this name."""
        if name not in self.items:
            raise text.Told(f"This notebook has no item called {name!r}. It has: {', '.join(self.items)}.")
        item = self.items[name]
        shown = 0

        def respond(message: dict) -> dict:
            nonlocal shown
            if "clear" in message:
                work.clear()
                self._answers.clear()
                return {"notice": CLEARED}
            if "hint" in message:
                shown = min(shown + 1, len(item.hints))
            elif "answer" in message:
                self._answers[name] = {key: str(message["answer"].get(key, "")) for key in ("value", "reason")}
            return self._state(item, shown, new="answer" in message)

        return LiveItem(practice.spec(item, self.ledger), respond, self._state(item, 0, new=False))

    def explore(self, name: str, after: str = "") -> LiveExplorer:
        """The explorer of this name; where `after` names an item, it opens once that has been answered or on "skip"."""
        live = LiveExplorer(self._explorer(name, after), GATE if after else "")
        if after in self._answers:
            live.opened = True
        if after:
            self._waiting.setdefault(after, []).append((live, name))
        return live

    def _explorer(self, name: str, after: str):
        module = importlib.import_module(f"{__package__}.explorers.{name}")
        return module.explorer(self.ledger, self._predicted(after))

    def _predicted(self, name: str) -> float | None:
        """The number predicted in an item, where there is one."""
        try:
            return text.read_number(self._answers[name]["value"])
        except (KeyError, text.Told):
            return None

    def _state(self, item: practice.Item, shown: int, new: bool) -> dict:
        """What the item shows now; a new answer is kept, and opens the explorers that wait for it."""
        answer = self._answers.get(item.name, {"value": "", "reason": ""})
        reply, right, notice = "", None, ""
        if answer["value"]:
            try:
                reply, right = practice.mark(item, self.ledger, answer["value"])
                notice = self._keep(item.name, answer) if new else KEPT
            except text.Told as problem:
                notice = str(problem)
        return dict(answer, reply=reply, right=right, notice=notice, hints=practice.hints(item, self.ledger, shown))

    def _keep(self, name: str, answer: dict[str, str]) -> str:
        """Keep an answer; says where it went, or why it could not."""
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
