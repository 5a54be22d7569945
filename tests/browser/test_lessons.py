"""Every notebook as a student meets it: run from the top, every control moved and every item answered by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import refresh
import right_answers
from claimlab.analysis import figures
from claimlab.claims import ledger
from claimlab.display.words import WORDS
from claimlab.exercises import marking, pages, practice, specs
from claimlab.exercises.practice import Item
from claimlab.exercises.templates import fill
from claimlab.exercises.work_file import KEPT, Value
from claimlab.explorers import registry
from claimlab.explorers.view import Control, Explorer
from lab import ROOT, Face, Lab, Notebook, jumps_back

ARTICLE = ledger.load(refresh.STORY)
LESSONS = refresh.lessons(ROOT / "notebooks")


def calls(path: Path, verb: str) -> list[str]:
    """The names in a notebook's calls of lesson.ask or lesson.explore, in their order."""
    code = "\n".join(cell.source for cell in refresh.read(path).cells if cell.cell_type == "code")
    return re.findall(rf'lesson\.{verb}\("(\w+)"', code)


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest, lab: Lab) -> Iterator[tuple[Path, Notebook]]:
    """A notebook open in a JupyterLab where nobody has answered anything, run from the top with Shift+Enter."""
    work = lab.folder.parent / "work/my_work.jsonl"
    work.unlink(missing_ok=True)
    with lab.open(f"notebooks/{request.param.name}", height=1600) as opened:
        opened.walked = opened.walk()
        yield request.param, opened


def test_it_runs_from_the_top_without_an_error(lesson):
    path, opened = lesson
    assert opened.errors() == []
    faces = len(calls(path, "ask")) + len(calls(path, "explore")) + path.read_text(encoding="utf-8").count("my_work()")
    faces += 1 + path.read_text(encoding="utf-8").count(
        "lesson.desk()"
    )  # the choice of a story, at the top of every page
    assert opened.page.locator(".claimlab").count() == faces


def test_shift_and_enter_lead_on_cell_by_cell_and_never_back(lesson):
    _, opened = lesson
    cells, scrolled = zip(*opened.walked, strict=True)
    assert list(cells) == list(range(1, len(cells) + 1))
    assert jumps_back(scrolled) == []


def test_an_explorer_waits_for_the_prediction_and_can_be_skipped(lesson):
    path, opened = lesson
    for name in calls(path, "explore"):
        face = opened.face(explorer_of(name).title)
        skip = face.root.get_by_role("button", name=WORDS["skip"])
        if skip.count():
            expect(face.verdict).to_be_hidden()
            skip.press("Enter")
        expect(face.verdict).to_be_visible()


def test_every_control_moves_from_the_keyboard_and_the_view_follows(lesson):
    path, opened = lesson
    for name in calls(path, "explore"):
        explorer = explorer_of(name)
        face, values = opened.face(explorer.title), dict(explorer.start)
        face.expect_view(explorer.view())
        for control in explorer.controls:
            if control.is_off(values):
                continue
            values[control.name] = move(face, control, values[control.name])
            face.expect_view(explorer.view(**values))
        for preset in explorer.presets:
            face.press(preset.label, "ArrowDown", "ArrowDown")
            values |= preset.choices[1][1]
            face.expect_view(explorer.view(**values))


def test_every_item_answers_what_is_typed(lesson):
    path, opened = lesson
    items = practice.load(path.stem)
    for name in calls(path, "ask"):
        item = items[name]
        face = opened.face(pages.tagged(path.stem, item))
        if item.kind == "clear":
            continue
        for answer in answers(item):
            give(face, item, answer)
            marked = marking.mark(item, ARTICLE, answer)
            expect(face.reply).to_contain_text(marked.reply)
            expect(face.reply).to_contain_text(KEPT)
            if marked.right is not None:
                expect(face.reply).to_contain_text(WORDS["right" if marked.right else "not_yet"])
        for number, hint in enumerate(specs.hints(item, ARTICLE, 1)):
            face.root.get_by_role("button", name=WORDS["hint"], exact=True).press("Enter")
            expect(face.root.locator(".cl-hints li").nth(number)).to_have_text(hint)


def test_axe_finds_nothing_serious(lesson):
    _, opened = lesson
    found = Axe().run(opened.page, context=".claimlab").response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []


def test_answers_survive_a_restart(lesson):
    """Last, because it starts everything anew: what was answered is there again, and what waited for it is open."""
    path, opened = lesson
    opened.restart()
    opened.run_all()
    assert opened.errors() == []
    items = practice.load(path.stem)
    for name in calls(path, "ask"):
        if items[name].kind == "line":
            face = opened.face(pages.tagged(path.stem, items[name]))
            expect(face.control(question(items[name]))).to_have_value(answers(items[name])[-1])
    for name in calls(path, "explore"):
        expect(opened.face(explorer_of(name).title).verdict).to_be_visible()


# --- what a student does ----------------------------------------------------------------------------------------------


def explorer_of(name: str) -> Explorer:
    return registry.make(name, ARTICLE)


def question(item: Item) -> str:
    return fill(item.question, ARTICLE)


def move(face: Face, control: Control, value: object) -> object:
    """Move a control one step by keyboard, back where it stands at its end; returns its new value."""
    at = control.index(value)
    step = 1 if at + 1 < len(control.options) else -1
    if control.kind == "radio":
        group = face.root.get_by_role("group", name=control.label, exact=True)
        group.get_by_role("radio").nth(at).focus()
        face.page.keyboard.press("ArrowDown" if step > 0 else "ArrowUp")
    elif control.kind == "tick":
        face.press(control.label, "Space")
    else:
        slider = control.kind == "slider"
        forward, back = ("ArrowRight", "ArrowLeft") if slider else ("ArrowDown", "ArrowUp")
        face.press(control.label, forward if step > 0 else back)
    return control.options[at + step]


def answers(item: Item) -> list[Value]:
    """Answers to try, the last one right where there is a right one."""
    if item.kind == "rows":
        chosen, first = right_answers.right_rows(item, ARTICLE), item.row[0]
        other = right_answers.other_id(item.options_of(first), chosen[first.id], ARTICLE)
        wrong = {**chosen, first.id: other}
        if item.form == "order":  # each place once
            wrong |= {row.id: chosen[first.id] for row in item.row[1:] if chosen[row.id] == other}
        return [wrong, chosen]
    if item.kind == "choice":
        key = right_answers.named_id(item.options, item.key, ARTICLE)
        return [right_answers.other_id(item.options, key, ARTICLE), key]
    if item.key:
        # Without its sign: a wrong unit is asked about, and not marked.
        wrong = figures.text_of(item.wrong[0].figure, ARTICLE).rstrip("%") if item.wrong else "7"
        return [wrong, figures.text_of(item.key, ARTICLE)]
    return ["31" if item.kind == "number" else "from when to when?"]


def give(face: Face, item: Item, answer: Value) -> None:
    """Give an answer by keyboard."""
    if item.form == "order":
        bring_into_order(face, item, answer)
    elif item.kind == "rows":
        for row in item.row:
            option = fill(item.options_of(row)[answer[row.id]], ARTICLE)
            face.card(fill(row.label, ARTICLE), option).press("Space")
    elif item.kind == "choice":
        face.root.get_by_role("radio", name=fill(item.options[answer], ARTICLE), exact=True).check()
    elif item.kind == "slider":
        face.press(question(item), "Home", *["ArrowRight"] * int(float(answer)))
    else:
        face.control(question(item)).fill(answer)
    face.root.get_by_role("button", name=item.button, exact=True).press("Enter")


def bring_into_order(face: Face, item: Item, answer: Value) -> None:
    """Move the rungs of a ladder up, the first place first."""
    at = {answer[row.id]: fill(row.label, ARTICLE) for row in item.row}
    for place, option in enumerate(item.options):
        rung = face.root.locator(".cl-rungs li").filter(has=face.page.get_by_text(at[option], exact=True))
        while rung.evaluate("(rung) => [...rung.parentElement.children].indexOf(rung)") > place:
            rung.get_by_role("button", name=WORDS["up"]).press("Enter")
