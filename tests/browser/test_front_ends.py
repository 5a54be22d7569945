"""JupyterLab and Jupyter Notebook 7: keys, a notebook opened again, and a server that lets no script in from a blob.

For other versions, make an environment with them and what a student needs, and name its Python: FRONT_END_PYTHON=...
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

import refresh
from claimlab.display.words import WORDS
from dummy import NAME
from lab import LAB, NOTEBOOK, Lab, Notebook, serve

LESSON = "notebooks/02_the_previous_year.ipynb"
LETTERS = ("x", "d", "d", "a", "b", "m", "y", "z", "0", "0")
"""What JupyterLab and Notebook do with cells when a letter is pressed outside a field; "0 0" restarts Python."""
FORMS = ".jp-OutputArea-child:has(.cl-saved)"
NO_BLOB = {"headers": {"Content-Security-Policy": "script-src 'self' 'unsafe-inline' 'unsafe-eval'"}}


@pytest.fixture(scope="module", params=[LAB, NOTEBOOK], ids=["lab", "notebook"])
def opened(request: pytest.FixtureRequest, made: Lab) -> Iterator[Notebook]:
    """The dummy notebook in each front end in turn, run from the top."""
    with made.open(NAME, width=380, front_end=request.param) as notebook:
        notebook.run_all()
        assert notebook.errors() == []
        yield notebook


def places(notebook: Notebook) -> dict[str, Locator]:
    """One of every kind of control there is."""
    explorer, item = notebook.face("Dummy explorer"), notebook.face("Number")
    return {
        "slider": explorer.control("Count"),
        "radio": explorer.control("darkblue"),
        "select": explorer.control("Place"),
        "tick": explorer.control("Twice <i>"),
        "summary": explorer.root.get_by_text(WORDS["description"]),
        "handle": explorer.control(WORDS["handle"].format(label="Count")),
        "line": item.control("number?"),
        "text": notebook.face("Text").control("text?"),
        "rows": notebook.face("Unmarked").control("Unit"),
        "item's radio": notebook.face("Choice").control("1"),
        "item's slider": notebook.face("Slider").control("slider?"),
        "button": item.root.get_by_role("button", name="Send"),
        "hint": item.root.get_by_role("button", name=WORDS["hint"]),
        "file": notebook.face("My Work").control(WORDS["load_work"]),
    }


KINDS = (
    "slider", "radio", "select", "tick", "summary", "handle", "line", "text", "rows", "item's radio", "item's slider",
    "button", "hint", "file",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_keys_stay_in_the_control(opened: Notebook, kind: str) -> None:
    notebook, place = opened, places(opened)[kind]
    ids = "jupyterapp.shell.currentWidget.content.widgets.map((cell) => [cell.model.id, cell.model.type])"
    cells = notebook.page.evaluate(ids)
    place.focus()
    face = notebook.page.locator(".claimlab:focus-within").element_handle()
    for key in (*LETTERS, "ArrowDown", "ArrowUp", "Shift", "Escape"):
        notebook.page.keyboard.press(key)
        assert face.evaluate("(face) => face.matches(':focus-within')"), f"{key} has left the control"
    assert notebook.page.locator(".jp-Dialog").count() == 0
    assert notebook.page.evaluate(ids) == cells


def test_arrows_space_and_enter_act_on_the_control(opened: Notebook) -> None:
    place, keys = places(opened), opened.page.keyboard
    place["slider"].focus()
    before = int(place["slider"].input_value())
    keys.press("ArrowRight")
    assert int(place["slider"].input_value()) == before + 1
    keys.press("Control+z")
    assert int(place["slider"].input_value()) == before
    place["radio"].focus()
    keys.press("ArrowDown")
    expect(opened.face("Dummy explorer").control("darkgreen")).to_be_checked()
    keys.press("ArrowUp")
    place["select"].select_option("town")
    place["select"].focus()
    keys.press("ArrowDown")
    expect(place["select"]).to_have_value("country")
    keys.press("ArrowUp")
    ticked = place["tick"].is_checked()
    place["tick"].press("Space")
    assert place["tick"].is_checked() != ticked
    for key, open_now in (("Enter", True), ("Space", False)):
        place["summary"].press(key)
        assert place["summary"].evaluate("(summary) => summary.parentElement.open") is open_now
    place["text"].fill("one")
    for key in ("End", "Enter", "x", "Home", "ArrowUp", "y"):
        keys.press(key)
    expect(place["text"]).to_have_value("yone\nx")
    place["line"].fill("11")
    keys.press("Enter")
    expect(opened.face("Number").reply).to_contain_text("Not 11")


def saved(field: Locator, file: Path, text: str) -> bool:
    """Presses Ctrl + S until the file holds the text: while one save is on its way, another is passed over."""
    for _ in range(4):
        field.press("Control+s")
        for _ in range(20):
            if text in file.read_text(encoding="utf-8"):
                return True
            field.page.wait_for_timeout(250)
    return False


def test_saving_works_from_inside_a_field(opened: Notebook, made: Lab) -> None:
    field, file = places(opened)["line"], made.folder / NAME
    for seen in ("once", "twice"):  # and what lets the key through once is closed again
        opened.page.evaluate(
            "(seen) => jupyterapp.shell.currentWidget.context.model.setMetadata('seen', seen)", f"saved {seen}"
        )
        assert saved(field, file, f"saved {seen}")
        expect(field).to_be_focused()
    field.press("d")
    field.press("d")
    expect(field).to_be_focused()


@pytest.mark.parametrize("front_end", [LAB, NOTEBOOK], ids=["lab", "notebook"])
def test_a_notebook_opened_again_can_be_read(made: Lab, front_end: str) -> None:
    with made.open(LESSON, front_end=front_end) as notebook:
        notebook.run_all()
        faces = notebook.page.locator(".claimlab").count()
        expect(notebook.page.locator(FORMS).locator("visible=true")).to_have_count(0)
        notebook.page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        notebook.page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    with made.open(LESSON, front_end=front_end) as notebook:
        assert notebook.page.evaluate(
            "[...jupyterapp.shell.currentWidget.content.model.cells]"
            ".every((cell) => cell.type !== 'code' || cell.trusted)"
        )
        expect(notebook.page.locator(FORMS).locator("visible=true")).to_have_count(faces)
        # The one that is left is ipywidgets' own.
        expect(notebook.page.get_by_text("Error displaying widget").locator("visible=true")).to_have_count(1)
        folded = notebook.page.get_by_text(WORDS["saved_fold"].format(tag="2.8 · Write")).first
        expect(notebook.page.get_by_text(WORDS["saved_item"]).locator("visible=true")).to_have_count(0)
        folded.click()
        expect(notebook.page.get_by_text(WORDS["saved_item"]).locator("visible=true")).to_have_count(1)
        notebook.run_all()
        expect(notebook.page.locator(".claimlab").locator("visible=true")).to_have_count(faces)
        expect(notebook.page.locator(FORMS).locator("visible=true")).to_have_count(0)


def test_a_server_that_keeps_out_blob_scripts_shows_what_can_be_read(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(tmp_path_factory.mktemp("strict"))
    with serve(browser, folder, f"--ServerApp.tornado_settings={json.dumps(NO_BLOB)}") as strict:
        for front_end in (LAB, NOTEBOOK):
            with strict.open(LESSON, front_end=front_end) as notebook:
                notebook.run_all()
                cells = refresh.read(strict.folder / LESSON).cells
                asked = [cell for cell in cells if re.search(r"lesson\.(ask|explore)\(|= open_lesson\(", cell.source)]
                expect(notebook.page.locator(FORMS).locator("visible=true")).to_have_count(len(asked))
                expect(notebook.page.locator(".claimlab")).to_have_count(0)
                expect(notebook.page.get_by_text("javascript error").locator("visible=true")).to_have_count(0)
