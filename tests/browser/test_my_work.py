"""My work in a real JupyterLab: shown, downloaded, cleared, loaded again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import refresh
from claimlab.claims import ledger
from claimlab.display.words import WORDS
from claimlab.exercises import my_work, practice, specs, work_file
from lab import Face, Lab, Notebook

NAME = "notebooks/my_work_test.ipynb"
LESSON = "02_the_previous_year"
CELLS = (
    f'from claimlab import open_lesson\nlesson = open_lesson("{LESSON}", "{refresh.STORY}")',
    'lesson.ask("rewrite")',
    'lesson.ask("rise")',
    "lesson.my_work()",
    f'open_lesson("00_start_here", "{refresh.STORY}").ask("clear")',
)
TYPED = "From <b>March</b> & April\n</script><script>document.title = 'run'</script>"
ITEMS = practice.load(LESSON)
QUESTION = {name: specs.spec(ITEMS[name], ledger.load(refresh.STORY))["question"] for name in ("rewrite", "rise")}


@pytest.fixture(scope="module")
def notebook(lab: Lab) -> Iterator[Notebook]:
    (lab.folder.parent / "work/my_work.jsonl").unlink(missing_ok=True)
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    made = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": refresh.KERNELSPEC})
    nbformat.write(made, lab.folder / NAME)
    with lab.open(NAME, height=1600) as opened:
        opened.run_all()
        assert opened.errors() == []
        yield opened


def press(face: Face, word: str) -> None:
    face.root.get_by_role("button", name=WORDS[word], exact=True).press("Enter")


def load(face: Face, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "text/html", "buffer": content}
    face.control(WORDS["load_work"]).set_input_files(files=[file])


def test_download_clear_load_and_the_answers_are_back(notebook, browser):
    work, rewrite, rise = notebook.face("My work"), notebook.face("2.8 · Write"), notebook.face("2.2 · Work it out")
    press(work, "download_work")
    expect(work.reply).to_have_text(my_work.NOTHING)

    rewrite.control(QUESTION["rewrite"]).fill(TYPED)
    rewrite.root.get_by_role("button", name=ITEMS["rewrite"].button).press("Enter")
    rise.answer(QUESTION["rise"], "303")
    expect(rise.reply).to_contain_text(WORDS["right"])
    press(work, "show_work")
    shown = work.root.frame_locator("iframe")
    expect(shown.get_by_text(TYPED)).to_be_visible()
    expect(shown.get_by_role("heading", name=QUESTION["rise"])).to_be_visible()
    found = Axe().run(notebook.page, context=".claimlab").response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []
    press(work, "hide_work")
    expect(work.root.locator("iframe")).to_be_hidden()

    with notebook.page.expect_download() as waiting:
        press(work, "download_work")
    assert waiting.value.suggested_filename == "my_work.html"
    expect(work.reply).to_contain_text(my_work.SHARED_COMPUTER)
    page = Path(waiting.value.path()).read_bytes()
    looks_well(browser, page)

    clear = notebook.face("Your answers")
    clear.root.get_by_role("button", name="Clear my answers").press("Enter")
    press(clear, "clear_yes")
    expect(clear.reply).to_contain_text("removed")
    notebook.restart()
    notebook.run_all()
    expect(rewrite.control(QUESTION["rewrite"])).to_have_value("")

    load(work, "my_work.html", page)
    expect(work.reply).to_contain_text("Answers added: 2 of 2")
    notebook.run_all()
    expect(rewrite.control(QUESTION["rewrite"])).to_have_value(TYPED)
    expect(rise.control(QUESTION["rise"])).to_have_value("303")
    expect(rise.reply).to_contain_text(WORDS["right"])
    assert notebook.errors() == []


def looks_well(browser, page: bytes) -> None:
    """The downloaded file by itself: it asks for nothing, runs nothing, prints, and axe finds nothing in it."""
    asked: list[str] = []
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.set_content(page.decode())
    expect(tab).to_have_title(my_work.TITLE)
    expect(tab.get_by_text(TYPED)).to_be_visible()
    expect(tab.get_by_text("Name:")).to_be_hidden()
    tab.emulate_media(media="print")
    expect(tab.get_by_text("Name:")).to_be_visible()
    expect(tab.get_by_text(my_work.SHARED_COMPUTER)).to_be_hidden()
    assert tab.pdf(format="A4").startswith(b"%PDF")
    tab.emulate_media(media="screen")
    assert [one["id"] for one in Axe().run(tab).response["violations"]] == []
    assert asked == []
    context.close()


def test_a_wrong_file_gets_a_sentence(notebook):
    work = notebook.face("My work")
    load(work, "holiday.html", b"<p>another page</p>")
    expect(work.reply).to_have_text(my_work.NO_PAGE)
    load(work, "large.html", b"x" * (my_work.LIMIT + 1))
    expect(work.notice).to_have_text(WORDS["too_large"])
    load(work, "holiday.html", b"\xff\xfe\x00")
    expect(work.reply).to_have_text(my_work.NO_PAGE)
    expect(work.notice).to_have_text("")


def test_an_answer_that_cannot_be_written_keeps_its_draft_until_it_is(notebook, lab):
    """Python tells the first item when its answer is written after all, without being asked."""
    rewrite, rise = notebook.face("2.8 · Write"), notebook.face("2.2 · Work it out")
    draft = f"sessionStorage.getItem('claimlab:{refresh.STORY}:{LESSON}:rise')"
    file = lab.folder.parent / "work/my_work.jsonl"
    kept = file.read_bytes()
    file.unlink()
    file.mkdir()
    rise.answer(QUESTION["rise"], "304")
    expect(rise.reply).to_contain_text(work_file.NOT_KEPT.format(file=file.name, why="a folder has its name"))
    rise.root.get_by_role("button", name=WORDS["hint"]).press("Enter")
    expect(rise.root.get_by_role("listitem")).to_have_count(1)
    expect(rise.reply).not_to_contain_text(work_file.KEPT)
    assert "304" in notebook.page.evaluate(draft)
    file.rmdir()
    file.write_bytes(kept)
    rewrite.root.get_by_role("button", name=ITEMS["rewrite"].button).press("Enter")
    expect(rise.reply).to_contain_text(work_file.KEPT)
    assert notebook.page.evaluate(draft) is None
    assert file.read_bytes().startswith(kept) and b'"304"' in file.read_bytes()


def test_without_python_it_says_so(notebook):
    notebook.restart()
    work = notebook.face("My work")
    expect(work.notice).to_have_text(WORDS["lost"])
    press(work, "show_work")
    expect(work.notice).to_have_text(WORDS["lost"])
