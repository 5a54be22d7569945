"""What a notebook talks to: the items and explorers of one lesson on one story, and the student's kept work."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from .analysis import needs
from .claims import ledger
from .claims.errors import NotInStoryError, ReaderError
from .display import by_hand, states, story_choice, way, work_page
from .display.live import LiveExplorer, LiveItem, sentence_of
from .display.notice import Notice
from .display.prose import Prose
from .display.words import CLEARED, GATE, GONE, OTHER_STORY, UNFIT, UNMARKED
from .exercises import answers, codes, marking, openings, pages, passages, practice, predictions, solutions, specs
from .exercises import story as stories
from .exercises.work_file import Entry, Value
from .explorers.view import Explorer

if TYPE_CHECKING:
    from .display.desk import LiveDesk

LOG = logging.getLogger(__name__)


class Lesson:
    """One notebook on one story. Answers given before are there again."""

    def __init__(self, notebook: str, story: str) -> None:
        self.notebook = notebook
        self.ledger = ledger.load(story)
        self.items = practice.load(notebook)
        self._answers = answers.Answers(story, notebook)
        self.way = way.Way(notebook, self.ledger, self._answers)
        self._waiting: dict[str, list[LiveExplorer]] = {}
        self._shown: dict[str, list[Callable[[], None]]] = {}

    @property
    def story(self) -> str:
        """The name of the story: its folder in `data/`."""
        return self.ledger.story

    def __repr__(self) -> str:
        return f"Notebook {self.notebook}, story {self.ledger.story}."

    def ask(self, name: str) -> LiveItem | Notice:
        """The item of this name, ready to be answered; or what the story lacks for it, in a sentence.

        Raises ReaderError where the notebook has none of this name.
        """
        item = self._item(name)
        if lacks := needs.lacking(item.needs, self.ledger):
            return Notice(lacks)
        if not marking.fits(item, self.ledger):
            return Notice(UNFIT)
        shown, asked, entry = 0, False, self._answers.newest(name)

        def state() -> dict[str, Any]:
            told: dict[str, Any] = {"hints": specs.hints(item, self.ledger, shown)}
            if item.marked and (entry or asked):
                told["solution"] = {**solutions.solution(item, self.ledger)._asdict(), "asked": asked}
            return {**self._state(item, entry), **told}

        def respond(message: Mapping[str, Any]) -> Mapping[str, Any]:
            nonlocal shown, asked, entry
            if "clear" in message:
                self._answers.clear()
                self._show_again(set(self._shown) - {name})
                self.way.tell()
                return {"notice": CLEARED, "cleared": True}
            if "hint" in message:
                shown = min(shown + 1, len(item.hints))
            asked = asked or "solution" in message
            if "answer" in message:
                value, reason = _typed(item, message["answer"])
                if answers.is_blank(value) and not reason.strip():
                    return {**state(), "value": value, "reason": reason, "kept": False, **self._blank(item, value)}
                entry = self._keep(item, value, reason)
            return state()

        # An item's name is its notebook's own: several have one called carry, in one browser tab.
        spec: specs.Spec = {**specs.spec(item, self.ledger), "name": f"{self.notebook}:{name}"}
        spec["tag"] = pages.tagged(self.notebook, item)
        live = LiveItem(spec, respond, state())
        self._shown.setdefault(name, []).append(lambda: live.show(state()))
        return live

    def explore(self, name: str, after: str = "") -> LiveExplorer | Notice:
        """The explorer of this name, or what the story lacks for it, in a sentence.

        Where `after` names an item that the story can be asked, it opens once that has been answered or on "skip".
        Raises ReaderError where there is no explorer, or the notebook has no item, of this name.
        """
        if after and needs.lacking(self._item(after).needs, self.ledger):
            after = ""
        stored = states.load(name, self.story)
        if not stored and (lacks := _lacking(name, self.ledger)):
            return Notice(lacks)
        gate, drawn = GATE if after else "", cache(lambda: _drawn(name, self.ledger))
        live = LiveExplorer(stored, drawn, gate) if stored else LiveExplorer.drawn(drawn(), gate)
        if after:
            item, entry = self._item(after), self._answers.newest(after)
            self._waiting.setdefault(after, []).append(live)
            if entry:
                self._open(item, entry, [live])
        return live

    def my_work(self) -> LiveItem:
        """Buttons to show and download everything the student has typed, and to load a page downloaded before."""
        return work_page.item(self.notebook, self.ledger, self._answers, self.way.tell)

    def desk(self) -> LiveDesk:
        """The desk where a text of one's own is pasted; how many figures were counted by hand before is kept."""
        from .display.desk import LiveDesk

        def counted(typed: str) -> str:
            item = self.items.get("found_by_myself")
            if item is None or not typed.strip():
                return ""
            return self._answers.standing(self._keep(item, typed, "")).notice

        return LiveDesk(counted)

    def say(self, name: str) -> Prose | Notice:
        """The passage of this name on the story; or what the story lacks for it, in a sentence.

        Raises ReaderError where the notebook has none of this name.
        """
        try:
            return Prose(*passages.say(self.notebook, name, self.ledger))
        except NotInStoryError as lacks:
            return Notice(f"{lacks} Go on to the next cell.")

    def sources(self) -> Prose:
        """Every figure in the passages of this notebook, with where it comes from, folded."""
        return Prose(*passages.sources(self.notebook, self.ledger))

    def way_on(self) -> way.Told:
        """What is answered and what is open on this page, and a link to the next one."""
        return self.way.end()

    def _item(self, name: str) -> practice.Item:
        if name not in self.items:
            raise ReaderError(f"This notebook has no item called {name!r}. It has: {', '.join(self.items)}.")
        return self.items[name]

    def _state(self, item: practice.Item, entry: Entry | None) -> dict[str, Any]:
        """What an item shows for an answer: the answer, its mark, and whether it is kept."""
        if entry is None:
            return {"notice": self._answers.trouble(), **openings.opening(item, self._answers, self.ledger)}
        answer, standing = answers.understood(entry, item, self.ledger), self._answers.standing(entry)
        marked, problem = self._marked(item, answer)
        told = [problem, openings.handed(item, self._answers), standing.notice]
        return {
            "value": answer.value,
            "reason": answer.reason,
            **marked._asdict(),
            "kept": standing.kept,
            "code": codes.of(self.notebook, item, answer, self.ledger) if standing.kept else "",
            "notice": " ".join(sentence for sentence in told if sentence),
        }

    def _marked(self, item: practice.Item, answer: answers.Answer) -> tuple[marking.Marked, str]:
        """The mark of an answer, or none and a sentence that says why."""
        if answer.gone:
            return marking.Marked("", None), GONE.format(gone=answer.gone)
        try:
            return marking.mark(item, self.ledger, answer.value, openings.before(item, self._answers)), ""
        except ReaderError as problem:
            return marking.Marked("", None), str(problem)
        except Exception as error:
            LOG.exception("marking %s of %s", item.name, self.notebook)
            return marking.Marked("", None), UNMARKED.format(problem=sentence_of(error))

    def _blank(self, item: practice.Item, value: Value) -> dict[str, Any]:
        """What is said where nothing was typed or chosen: nothing is kept then."""
        marked, problem = self._marked(item, answers.Answer(value, ""))
        return {**marked._asdict(), "notice": problem}

    def _keep(self, item: practice.Item, value: Value, reason: str) -> Entry:
        """Keep an answer, and only then open what waits for it."""
        before = self._answers.unkept()
        entry = self._answers.keep(item.name, value, reason)
        self._open(item, entry, self._waiting.get(item.name, []))
        self._show_again(before - self._answers.unkept() - {item.name} | self._repairs(item.name))
        self.way.tell()
        return entry

    def _repairs(self, name: str) -> set[str]:
        """The items that repair what was written in another."""
        return {item.name for item in self.items.values() if item.repairs == name}

    def _show_again(self, names: set[str]) -> None:
        """Show items anew of whose answers something else is to be said now."""
        for name in names:
            for show in self._shown.get(name, []):
                show()

    def _open(self, item: practice.Item, entry: Entry, waiting: list[LiveExplorer]) -> None:
        """Open explorers that wait for an item, with the answer beside what they show."""
        answer = answers.understood(entry, item, self.ledger)
        if not answers.is_whole(item, answer):
            return
        prediction = predictions.of(item, answer, self.ledger)
        for live in waiting:
            live.reveal(prediction)


# The explorers bring a drawing library along, so they are imported only where a state has to be drawn.


def _lacking(name: str, story: ledger.Ledger) -> str:
    from .explorers import registry

    return registry.lacking(name, story)


def _drawn(name: str, story: ledger.Ledger) -> Explorer:
    from .explorers import registry

    return registry.make(name, story)


def _typed(item: practice.Item, answer: Mapping[str, Any]) -> tuple[Value, str]:
    """What a browser has sent, as an answer of the item's kind and a reason."""
    value = answer.get("value", "")
    if item.kind == "rows":
        sent = value if isinstance(value, dict) else {}
        return {str(row): str(option) for row, option in sent.items()}, str(answer.get("reason", ""))
    return str(value), str(answer.get("reason", ""))


def open_lesson(notebook: str, story: str = "") -> Lesson:
    """The lesson of a notebook, such as "02_the_previous_year", on the story chosen last, or on the one named here.

    In a notebook it shows the page's place among the others, which story that is, and where another can be chosen.
    Raises ReaderError where there is no such notebook or story; a chosen story that cannot be read is told, and the
    first story taken.
    """
    wanted, trouble = story or stories.chosen(), ""
    try:
        lesson = Lesson(notebook, wanted)
    except ReaderError as problem:
        if story or wanted == stories.DEFAULT:
            raise
        trouble = OTHER_STORY.format(story=wanted, problem=problem)
        lesson = Lesson(notebook, stories.DEFAULT)
    by_hand.watch(lesson.ledger)
    lesson.way.top().show()
    story_choice.show(notebook, lesson.story, trouble)
    return lesson
