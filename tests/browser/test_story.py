"""The story in a real JupyterLab: chosen on a page and followed after a restart; a page not yet run tells nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import refresh
import story_words
from claimlab.claims import ledger, stories
from claimlab.display.words import CHOOSE_STORY, STORY
from lab import Lab, Notebook

LESSON, COPY = "notebooks/02_the_previous_year.ipynb", "notebooks/not_run_test.ipynb"
ARTICLE, TWIN = refresh.STORY, refresh.OTHER_STORY


@pytest.fixture
def page(lab: Lab) -> Iterator[Notebook]:
    shutil.copy(refresh.ROOT / LESSON, lab.folder / COPY)  # other tests run and save the server's own
    work = lab.folder.parent / "work/my_work.jsonl"
    work.unlink(missing_ok=True)
    with lab.open(COPY, height=1200) as opened:
        yield opened
    work.unlink(missing_ok=True)


def text(page: Notebook) -> str:
    """All that is in sight in the notebook, as the browser tells it."""
    return page.page.locator(".jp-Notebook").inner_text()


def test_a_page_not_yet_run_tells_neither_its_subject_nor_a_figure(page):
    said = text(page)
    assert "The previous year" in said and "Saved text: open it, or run the page" in said
    assert story_words.words(said) == [] and story_words.figures(said, ledger.load(ARTICLE)) == []
    page.page.get_by_text("Saved text: open it, or run the page").first.click()
    assert "1,665" in text(page)


def test_a_story_is_chosen_with_the_keyboard_and_shown_when_the_page_is_run_again(page):
    page.run_all()
    assert "1,665" in text(page)
    face = page.face(STORY.format(title=stories.title(ARTICLE)))
    face.root.locator("summary").press("Enter")
    face.root.get_by_role("radio", name=stories.title(TWIN), exact=True).check()
    face.root.get_by_role("button", name=CHOOSE_STORY).press("Enter")
    expect(face.root).to_contain_text(f"Chosen for every page: {stories.title(TWIN)}")
    assert [
        one for one in Axe().run(page.page, context=".claimlab").response["violations"] if one["impact"] != "minor"
    ] == []
    page.restart()
    page.run_all()
    expect(page.face(STORY.format(title=stories.title(TWIN))).root).to_be_visible()
    said = text(page)
    assert story_words.words(said) == [] and story_words.figures(said, ledger.load(ARTICLE), ledger.load(TWIN)) == []


def test_two_dollars_are_no_formula(lab):
    cells = [
        "from claimlab.display.prose import Prose\nfrom claimlab.exercises import passages",
        'said = passages._marked("$2,900 and $3,400, *not* _this_ <b>")\nProse(f"Between {said} and", "plain")',
    ]
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells], metadata={"kernelspec": refresh.KERNELSPEC}
    )
    nbformat.write(made, lab.folder / "notebooks/dollars_test.ipynb")
    with lab.open("notebooks/dollars_test.ipynb") as opened:
        opened.run_all()
        shown = opened.page.locator(".jp-RenderedMarkdown").last
        expect(shown).to_have_text("Between $2,900 and $3,400, *not* _this_ <b> and")
        expect(shown.locator("mjx-container")).to_have_count(0)
