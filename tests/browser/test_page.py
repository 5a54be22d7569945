"""A page as a student goes through it in a real JupyterLab: what can be changed, deleted and added."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import refresh
from claimlab.display.words import WORDS
from lab import Lab, Notebook, jumps_back

CHOOSE = """(id) => {
    const { content } = jupyterapp.shell.currentWidget;
    content.activeCellIndex = content.widgets.findIndex((cell) => cell.model.id === id);
    content.mode = "command";
    content.activeCell.node.focus();
}"""
SOURCE = (
    "(id) => jupyterapp.shell.currentWidget.content.widgets.find((w) => w.model.id === id).model.sharedModel.source"
)
CELLS = "jupyterapp.shell.currentWidget.content.widgets.length"


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Notebook]:
    with lab.open("notebooks/03_more_than_almost_hundreds.ipynb") as opened:
        yield opened


def press(page: Notebook, cell: str, *keys: str) -> None:
    """Press keys in a cell, chosen but not open."""
    page.page.evaluate(CHOOSE, cell)
    for key in keys:
        page.page.keyboard.press(key)


@pytest.mark.parametrize("cell", ["title", "setup", "ledger", "hand-ends"])
def test_no_cell_of_the_lesson_is_deleted_or_cut(page, cell):
    before = page.page.evaluate(CELLS)
    press(page, cell, "d", "d")
    press(page, cell, "x")
    page.page.wait_for_timeout(200)
    assert page.page.evaluate(CELLS) == before


@pytest.mark.parametrize(("cell", "open_to_change"), [("ledger", False), ("setup", False), ("hand-ends", True)])
def test_code_is_changed_only_where_the_page_asks_for_it(page, cell, open_to_change):
    before = page.page.evaluate(SOURCE, cell)
    press(page, cell, "Enter", "z")
    page.page.wait_for_timeout(200)
    assert (page.page.evaluate(SOURCE, cell) != before) == open_to_change
    page.page.keyboard.press("Backspace")
    page.page.keyboard.press("Escape")
    assert page.page.evaluate(SOURCE, cell) == before


def test_a_cell_that_cannot_be_changed_runs(page):
    for cell in ("setup", "ledger"):
        press(page, cell, "Shift+Enter")
        page.ready()
    assert page.errors() == []
    assert page.page.locator(".jp-OutputArea table.dataframe").first.is_visible()


def test_a_student_adds_runs_and_deletes_a_cell(page):
    before = page.page.evaluate(CELLS)
    press(page, "ledger", "b", "Enter")
    page.page.keyboard.type("6 * 111")
    page.page.keyboard.press("Shift+Enter")
    page.page.get_by_text("666", exact=True).wait_for()
    own = (
        "jupyterapp.shell.currentWidget.content.widgets.find((w) => w.model.sharedModel.source === '6 * 111').model.id"
    )
    press(page, page.page.evaluate(own), "d", "d")
    page.page.wait_for_timeout(200)
    assert page.page.evaluate(CELLS) == before


def test_a_solution_opens_inside_its_item_and_stays_as_the_student_left_it(page):
    page.run_all()
    assert page.errors() == []
    face = page.face("3.2 · Work it out")
    solution = face.root.locator(".cl-solution details")
    expect(solution).to_have_count(0)
    face.root.get_by_role("radio").last.check()
    face.root.get_by_role("button", name="Check").press("Enter")
    expect(face.reply).to_contain_text(WORDS["not_yet"])
    expect(solution).not_to_have_attribute("open", "")
    face.root.get_by_role("button", name=WORDS["show_solution"]).press("Enter")
    expect(solution.locator("p").first).to_be_visible()
    solution.locator("summary").press("Enter")
    face.root.get_by_role("button", name=WORDS["hint"]).press("Enter")
    expect(face.root.locator(".cl-hints li")).to_have_count(1)
    expect(solution.locator("p").first).to_be_hidden()
    other = page.face("3.3 · Work it out")
    other.root.get_by_role("button", name=WORDS["show_solution"]).press("Enter")
    expect(other.root.locator(".cl-solution pre")).to_contain_text("round(")
    expect(other.reply).to_be_empty()
    found = Axe().run(page.page, context=".claimlab").response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []


def test_a_page_that_jumps_back_is_seen_to(lab):
    notebook = refresh.read(refresh.ROOT / "notebooks/03_more_than_almost_hundreds.ipynb")
    folded = nbformat.v4.new_markdown_cell("### Folded", metadata={"jp-MarkdownHeadingCollapsed": True})
    notebook.cells[20:20] = [folded, nbformat.v4.new_markdown_cell("A text that is out of sight.")]
    (lab.folder / "notebooks/jumps_test.ipynb").write_bytes(refresh.written(notebook))
    with lab.open("notebooks/jumps_test.ipynb") as opened:
        assert jumps_back([top for _, top in opened.walk()])


def test_the_links_at_the_top_and_at_the_end_lead_on_in_the_same_window(page):
    top, end = page.page.locator(".cl-way").first, page.page.locator(".cl-way").last
    expect(top).to_contain_text("1 of 6")
    open_here = end.get_by_role("listitem")
    expect(open_here).to_have_count(5)
    top.get_by_role("link", name="Go on where you left off").click()
    expect(page.face("3.1 · Predict").root).to_be_in_viewport()
    end.get_by_role("link", name="Next page").click()
    page.page.wait_for_function("jupyterapp.shell.currentWidget?.context?.path.endsWith('04_years_of_what.ipynb')")
    assert len(page.page.context.pages) == 1
