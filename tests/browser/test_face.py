"""The face in a real JupyterLab: everything is moved from the keyboard, and compared with what the pure view says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import dummy
import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from claimlab import text
from lab import DARK, LIGHT, Face, Lab, Notebook
from playwright.sync_api import expect

CELLS = (
    "from claimlab.live import LiveExplorer, LiveItem\nfrom dummy import Memory, explorer, item",
    "first = LiveExplorer(explorer())\nfirst",
    "second = LiveExplorer(explorer('Second explorer'))\nsecond",
    "first",
    "gated = LiveExplorer(explorer('Gated explorer'), 'Predict before you look.')\ngated",
    "LiveItem(item('number', 'number', unit='months', reason='Why?', hints=2), Memory())",
    "LiveItem(item('choice', 'choice', options=['1', '12', '<b>all</b>']), Memory())",
    "LiveItem(item('text', 'text'), Memory())",
    "LiveItem(item('line', 'line'), Memory())",
    "LiveItem(item('slider', 'slider', slider={'min': 0, 'max': 20, 'step': 1}), Memory())",
    "LiveItem(item('clear', 'clear', button='Clear my work'), Memory())",
)
NAME = "notebooks/face_test.ipynb"


@pytest.fixture(scope="module")
def pure() -> object:
    return dummy.explorer()


@pytest.fixture(scope="module")
def made(lab: Lab) -> Lab:
    """The dummy notebook, in the server's copy."""
    shutil.copy(Path(dummy.__file__), lab.folder / "notebooks")
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), lab.folder / NAME)
    return lab


@pytest.fixture(scope="module")
def page(made: Lab) -> Iterator[Notebook]:
    with made.open(NAME) as opened:
        yield opened


@pytest.fixture
def notebook(page: Notebook) -> Notebook:
    """The notebook, all cells run anew: every test meets fresh widgets."""
    page.page.evaluate("sessionStorage.clear()")
    page.run_all()
    assert page.errors() == []
    return page


def test_every_control_moves_from_the_keyboard(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Dummy explorer")
    face.expect_view(pure.view())
    face.press("Count", "ArrowRight", "ArrowRight")
    face.expect_view(pure.view(count=7))
    expect(face.control("Count")).to_have_attribute("aria-valuetext", "7")
    face.press("Count", "End")
    face.expect_view(pure.view(count=20))
    face.press("Share", "Home")
    face.expect_view(pure.view(count=20, share=30))
    face.press("Place", "ArrowDown")
    face.expect_view(pure.view(count=20, share=30, place="country"))
    face.press("darkblue", "ArrowDown")
    # The share now counts with its opening value, is switched off and says why; afterwards it is back where it was.
    face.expect_view(pure.view(count=20, colour="darkgreen", place="country"))
    expect(face.control("Share")).to_be_disabled()
    expect(face.control("Share")).to_have_accessible_description(
        text.WORDS["only_if"].format(label="Colour", text="darkblue")
    )
    face.press("darkgreen", "ArrowUp")
    face.expect_view(pure.view(count=20, share=30, place="country"))
    # The verdict is also spoken, once the moving stops.
    expect(face.root.locator("[aria-live=polite]")).to_have_text(pure.view(count=20, share=30, place="country").verdict)


def test_a_preset_sets_the_controls_until_one_is_moved(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Dummy explorer")
    preset = face.control("Named case")
    expect(preset).to_have_value(text.WORDS["choose"])
    face.press("Named case", "ArrowDown", "ArrowDown")
    face.expect_view(pure.view(count=20, share=70))
    expect(preset).to_have_value("Large")
    face.press("Count", "ArrowLeft")
    expect(preset).to_have_value(text.WORDS["choose"])


def test_a_failing_view_is_a_sentence_and_heals(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Dummy explorer")
    face.press("Count", *["ArrowRight"] * 8)
    sentence = text.WORDS["failed"].format(problem="RuntimeError: there is no picture of thirteen")
    expect(face.verdict).to_have_text(sentence)
    face.press("Count", "ArrowLeft")
    face.expect_view(pure.view(count=12))


def test_a_busy_kernel_is_told_in_words(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Dummy explorer")
    face.press("Place", "End")
    face.expect_view(pure.view(place="coast"))
    face.control("Count").evaluate("(slider) => { slider.value = 19; slider.dispatchEvent(new Event('input')); }")
    expect(face.notice).to_have_text(text.WORDS["busy"], timeout=4000)
    expect(face.root).to_have_class("claimlab cl-stale")
    face.expect_view(pure.view(count=19, place="coast"), timeout=8000)
    expect(face.notice).to_have_text("")


def test_copies_are_independent(notebook: Notebook, pure: object) -> None:
    one, again = notebook.face("Dummy explorer", 0), notebook.face("Dummy explorer", 1)
    other = notebook.face("Second explorer")
    one.press("Count", "Home")
    again.press("Count", "End")
    one.expect_view(pure.view(count=0))
    again.expect_view(pure.view(count=20))
    other.expect_view(pure.view())
    ids = notebook.page.evaluate("[...document.querySelectorAll('.claimlab [id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))


def test_gate_opens_on_skip(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Gated explorer")
    expect(face.root.get_by_text("Predict before you look.")).to_be_visible()
    expect(face.control("Count")).to_be_hidden()
    face.root.get_by_role("button", name=text.WORDS["skip"]).press("Enter")
    face.expect_view(pure.view())
    expect(face.root.get_by_text("Predict before you look.")).to_be_hidden()
    expect(face.control("Named case")).to_be_focused()


def test_a_swap_keeps_the_controls(notebook: Notebook, pure: object) -> None:
    face = notebook.face("Dummy explorer")
    face.press("Count", "End")
    face.expect_view(pure.view(count=20))
    notebook.page.evaluate("""async () => {
        const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
        await kernel.requestExecute({ code: `
from dataclasses import replace
import dummy
first.swap(replace(explorer(), draw=lambda **at: replace(dummy.draw(**at), verdict="Another story."), _seen={}))
` }).done;
    }""")
    expect(face.verdict).to_have_text("Another story.")
    assert face.control("Count").input_value() == "20"


def test_no_key_reaches_jupyterlab(notebook: Notebook) -> None:
    cells = notebook.page.locator(".jp-Cell").count()
    notebook.face("Dummy explorer").press("Count", "b", "d", "d", "x", "Enter", "Escape", "ArrowDown")
    notebook.face("Line").press("line?", "b", "d", "d", "x", "ArrowUp")
    assert notebook.page.locator(".jp-Cell").count() == cells
    expect(notebook.face("Line").control("line?")).to_have_value("bddx")
    expect(notebook.face("Line").control("line?")).to_be_focused()


def answer(face: Face, label: str, value: str) -> None:
    face.control(label).fill(value)
    face.control(label).press("Enter")


def test_answers_get_their_replies(notebook: Notebook) -> None:
    face = notebook.face("Number")
    face.control("Why?").fill("I guess <i>so</i>")
    answer(face, "number?", "11")
    expect(face.reply).to_have_text(f"{text.WORDS['not_yet']} Not 11: count again.Kept on this computer.")
    answer(face, "number?", "12")
    expect(face.reply).to_contain_text(f"{text.WORDS['right']} Twelve it is.")
    answer(face, "number?", "crash")
    expect(face.reply).to_contain_text("a mistake of ours")
    hint = face.root.get_by_role("button", name=text.WORDS["hint"])
    hint.press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Hint number 1."])
    face.root.get_by_role("button", name=text.WORDS["next_hint"]).press("Enter")
    expect(face.root.get_by_role("listitem")).to_have_text(["Hint number 1.", "Hint number 2."])
    expect(face.root.get_by_role("button", name=text.WORDS["no_more_hints"])).to_be_focused()


def test_every_kind_of_item_answers(notebook: Notebook) -> None:
    choice = notebook.face("Choice")
    choice.control("1").focus()
    notebook.page.keyboard.press("ArrowDown")
    notebook.page.keyboard.press("Enter")
    expect(choice.reply).to_contain_text("Twelve it is.")
    expect(choice.control("<b>all</b>")).to_be_visible()
    slider = notebook.face("Slider")
    slider.press("slider?", *["ArrowRight"] * 12)
    expect(slider.root.locator(".cl-value")).to_have_text("12")
    for name in ("Slider", "Text"):
        if name == "Text":
            notebook.face(name).control("text?").fill("12")
        notebook.face(name).root.get_by_role("button", name="Send").press("Enter")
        expect(notebook.face(name).reply).to_contain_text("Twelve it is.")
    answer(notebook.face("Line"), "line?", "12")
    expect(notebook.face("Line").reply).to_contain_text("Twelve it is.")


def test_clearing_asks_twice_and_drops_the_drafts(notebook: Notebook) -> None:
    notebook.face("Text").control("text?").fill("unsent")
    drafts = "Object.keys(sessionStorage).filter((key) => key.startsWith('claimlab:'))"
    assert notebook.page.evaluate(drafts) == ["claimlab:dummy:text"]
    face = notebook.face("Clear")
    face.root.get_by_role("button", name="Clear my work").press("Enter")
    expect(face.root.get_by_role("button", name=text.WORDS["clear_no"])).to_be_focused()
    assert notebook.page.evaluate(drafts)
    face.root.get_by_role("button", name=text.WORDS["clear_yes"]).press("Enter")
    expect(face.reply).to_have_text("Everything is removed.")
    assert notebook.page.evaluate(drafts) == []


def test_a_restart_is_told_and_loses_nothing(notebook: Notebook, pure: object) -> None:
    explorer, item = notebook.face("Dummy explorer"), notebook.face("Text")
    explorer.press("Count", "ArrowRight")
    explorer.expect_view(pure.view(count=6))
    answer(notebook.face("Line"), "line?", "sent")
    expect(notebook.face("Line").reply).to_contain_text("Not sent")
    item.control("text?").fill("a long thought")
    notebook.restart()
    expect(explorer.notice).to_have_text(text.WORDS["lost"])
    expect(item.notice).to_have_text(text.WORDS["lost_answer"])
    item.root.get_by_role("button", name="Send").press("Enter")
    expect(item.notice).to_have_text(text.WORDS["lost_answer"])
    explorer.press("Count", "ArrowLeft")
    explorer.expect_view(pure.view())  # what was seen before still works
    notebook.run_all()
    explorer.expect_view(pure.view())
    expect(explorer.notice).to_have_text("")
    expect(item.control("text?")).to_have_value("a long thought")
    expect(item.notice).to_have_text(text.WORDS["draft"])
    expect(notebook.face("Line").control("line?")).to_have_value("")  # acknowledged: it was no draft any more
    item.root.get_by_role("button", name="Send").press("Enter")
    expect(item.reply).to_contain_text("Not a long thought")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [1280, 380])
def test_axe_finds_nothing_serious(made: Lab, theme: str, width: int) -> None:
    made.theme(theme)
    try:
        with made.open(NAME, width=width) as notebook:
            notebook.run_all()
            face = notebook.face("Dummy explorer")
            face.press("darkblue", "ArrowDown")
            face.root.get_by_text(text.WORDS["description"]).click()
            answer(notebook.face("Number"), "number?", "11")
            expect(notebook.face("Number").reply).to_contain_text("Not 11")
            notebook.face("Clear").root.get_by_role("button", name="Clear my work").press("Enter")
            results = Axe().run(notebook.page, context=".claimlab")
            serious = [found for found in results.response["violations"] if found["impact"] in ("serious", "critical")]
            assert serious == []
            wider = notebook.page.locator(".claimlab").evaluate_all(
                "(all) => all.filter((face) => face.scrollWidth > face.clientWidth + 1).length"
            )
            assert wider == 0
    finally:
        made.theme(LIGHT)
