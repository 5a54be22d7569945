"""What a notebook talks to: the items and explorers of one lesson on one story, and the student's kept work."""

from __future__ import annotations

import contextlib

from .analysis import needs
from .claims import ledger
from .claims.errors import ReaderError
from .display import by_hand
from .display.live import LiveExplorer, LiveItem
from .display.notice import Notice
from .exercises import letter, marking, my_work, practice, work_file
from .explorers import registry
from .explorers.view import Explorer

GATE = "Answer the question above first; then the figures open here."
CLEARED = (
    "All kept answers are removed from this computer. They stay in sight on open pages until you run those again "
    "(Run menu, Run All Cells)."
)
MY_WORK = (
    "Everything you have predicted, answered and written in these notebooks, on one page: to read, print and keep."
)
DOWNLOADED = "my_work.html is among your downloads; open it there to read or print it."
LOADED = (
    "Answers added: {added} of {all}; nothing newer of yours was replaced. To see them in their places, run each "
    "notebook from the top (Run menu, Run All Cells)."
)
LOADED_BEFORE = "All {all} answers of this page are here already; nothing was changed."
BLANK = {"value": "", "reason": ""}


class Lesson:
    """One notebook on one story. Answers given before are there again."""

    def __init__(self, notebook: str, story: str):
        self.notebook = notebook
        self.ledger = ledger.load(story)
        self.items = practice.load(notebook)
        self._waiting: dict[str, list[tuple[LiveExplorer, str]]] = {}
        self._unkept: dict[str, work_file.Entry] = {}
        try:
            self._answers, self._trouble = work_file.kept(story, notebook), ""
        except ReaderError as problem:
            self._answers, self._trouble = {}, str(problem)

    def __repr__(self) -> str:
        return f"Notebook {self.notebook}, story {self.ledger.story}."

    def ask(self, name: str) -> LiveItem | Notice:
        """The item of this name, ready to be answered; or what the story lacks for it, in a sentence.

        Raises ReaderError where the notebook has none of this name.
        """
        if name not in self.items:
            raise ReaderError(f"This notebook has no item called {name!r}. It has: {', '.join(self.items)}.")
        item = self.items[name]
        if lacks := needs.lacking(item.needs, self.ledger):
            return Notice(lacks)
        shown, answer = 0, {**BLANK, **self._answers.get(name, {})}

        def respond(message: dict) -> dict:
            nonlocal shown, answer
            if "clear" in message:
                work_file.clear()
                self._answers.clear()
                self._unkept.clear()
                return {"notice": CLEARED}
            if "hint" in message:
                shown = min(shown + 1, len(item.hints))
            if "answer" in message:
                answer = {key: str(message["answer"].get(key, "")) for key in BLANK}
            return self._state(item, answer, shown, new="answer" in message)

        # An item's name is its notebook's own: several have one called carry, in one browser tab.
        spec = {**practice.spec(item, self.ledger), "name": f"{self.notebook}:{name}"}
        first = self._state(item, answer, shown, new=False)
        if item.kind == "letter" and name not in self._answers:
            first |= self._letter()
        return LiveItem(spec, respond, first)

    def explore(self, name: str, after: str = "") -> LiveExplorer | Notice:
        """The explorer of this name, or what the story lacks for it, in a sentence.

        Where `after` names an item that the story can be asked, it opens once that has been answered or on "skip".
        """
        if lacks := registry.lacking(name, self.ledger):
            return Notice(lacks)
        if after in self.items and needs.lacking(self.items[after].needs, self.ledger):
            after = ""
        live = LiveExplorer(self._explorer(name), GATE if after else "")
        if after in self._answers:
            live.swap(self._explorer(name, after))  # only now, so that a saved notebook holds no prediction
            live.opened = True
        if after:
            self._waiting.setdefault(after, []).append((live, name))
        return live

    def _letter(self) -> dict[str, str]:
        """The letter to begin with, made of the lines kept in every notebook, and a sentence about those that are ours.

        Nothing is kept by that.
        """
        answers: dict[str, dict[str, dict[str, str]]] = {}
        with contextlib.suppress(ReaderError):  # the notice of an unreadable file is in `_trouble`
            for one in work_file.everything():
                if one.story == self.ledger.story:
                    answers.setdefault(one.notebook, {})[one.item] = one.answer
        return {
            "value": letter.letter(answers, self.ledger),
            "notice": self._trouble or letter.offered(answers, self.ledger),
        }

    def my_work(self) -> LiveItem:
        """Buttons to show and download everything the student has typed, and to load a page downloaded before."""
        spec = {
            "name": f"{self.notebook}:my_work",
            "story": self.ledger.story,
            "kind": "my_work",
            "tag": "My work",
            "question": MY_WORK,
            "options": [],
            "limit": my_work.LIMIT,
        }
        return LiveItem(spec, self._respond_with_work)

    def _respond_with_work(self, message: dict) -> dict:
        wish = message.get("my_work")
        try:
            if wish == "load":
                entries = my_work.read(str(message.get("page", "")))
                added = work_file.add(entries)
                self._answers |= work_file.kept(self.ledger.story, self.notebook)
                told = LOADED if added else LOADED_BEFORE
                return {"notice": told.format(added=added, all=len(entries))}
            page = self._page()
        except ReaderError as problem:
            return {"notice": str(problem)}
        told = [DOWNLOADED, my_work.SHARED_COMPUTER] if wish == "download" else []
        if len(page) > my_work.LIMIT:
            told.append(my_work.TOO_LONG_TO_LOAD)
        return {"page": page, "notice": " ".join(told)}

    def _page(self) -> str:
        """My work as it stands, answers that could not be written to the file included. Raises ReaderError."""
        try:
            kept = {one.place: one for one in work_file.everything()}
        except ReaderError:
            if not self._unkept:
                raise
            kept = {}
        entries = (kept | {one.place: one for one in self._unkept.values()}).values()
        ledgers = {self.ledger.story: self.ledger}
        for story in {one.story for one in entries} - {self.ledger.story}:
            with contextlib.suppress(ReaderError):  # its answers stand on the page without their questions
                ledgers[story] = ledger.load(story)
        return my_work.page(entries, ledgers)

    def _explorer(self, name: str, after: str = "") -> Explorer:
        return registry.make(name, self.ledger, self._answers.get(after, {}).get("value"))

    def _state(self, item: practice.Item, answer: dict[str, str], shown: int, new: bool) -> dict:
        """What the item shows for an answer; a new one that can be marked is kept and opens what waits for it."""
        marked, notice = marking.Marked("", None), self._trouble
        if answer["value"] or new:
            try:
                marked = marking.mark(item, self.ledger, answer["value"])
                notice = self._keep(item.name, answer) if new else work_file.kept_where()
            except ReaderError as problem:
                notice = str(problem)
        return {**answer, **marked._asdict(), "notice": notice, "hints": practice.hints(item, self.ledger, shown)}

    def _keep(self, name: str, answer: dict[str, str]) -> str:
        """Keep an answer; says where it went, or why it could not."""
        self._answers[name] = answer
        for live, explorer in self._waiting.get(name, []):
            live.swap(self._explorer(explorer, name))
            live.opened = True
        try:
            work_file.keep(self.ledger.story, self.notebook, name, answer)
        except ReaderError as problem:
            self._unkept[name] = work_file.new(self.ledger.story, self.notebook, name, answer)
            return str(problem)
        self._unkept.pop(name, None)
        return work_file.kept_where()


def open_lesson(notebook: str, story: str) -> Lesson:
    """The lesson of a notebook, such as "02_the_previous_year", on a story, such as "undercover_online"."""
    lesson = Lesson(notebook, story)
    by_hand.watch(lesson.ledger)
    return lesson
