"""The pages of the collection, what each of them asks, and what of it is answered: what is kept, and nothing else."""

from __future__ import annotations

import re

import pytest

import answer_key
import handouts
import refresh
from claimlab import lesson
from claimlab.claims import ledger
from claimlab.display.way import Told
from claimlab.exercises import pages, practice, work_file

LESSON, NEXT = "02_the_previous_year", "03_more_than_almost_hundreds"
ARTICLE = ledger.load(refresh.STORY)


def page(name: str = LESSON) -> pages.Page:
    return next(one for one in pages.pages() if one.name == name)


def progress(name: str = LESSON) -> pages.Progress:
    asked = pages.questions(page(name), ARTICLE)
    return pages.progress(page(name), asked, ARTICLE, work_file.read())


def said(told: Told) -> str:
    return told._make()[0]


def test_the_pages_are_the_lessons_in_their_order_and_every_link_leads_to_one():
    known = pages.pages()
    assert [refresh.ROOT / "notebooks" / one.file for one in known] == refresh.lessons(refresh.ROOT / "notebooks")
    opened = lesson.Lesson(LESSON, refresh.STORY)
    for told in (opened.way.top(), opened.way_on()):
        for file, _, cell in re.findall(r'href="([^"#]+)(#cell-id=([^"]*))?"', said(told)):
            notebook = refresh.read(refresh.ROOT / "notebooks" / file)
            assert not cell or cell in [one.id for one in notebook.cells]


@pytest.mark.parametrize("name", practice.notebooks())
def test_a_page_asks_each_of_its_questions_once(name):
    asked = [one.item for one in page(name).asks]
    assert asked and len(set(asked)) == len(asked)
    assert set(asked) <= set(practice.load(name))


@pytest.mark.parametrize("name", practice.notebooks())
def test_questions_are_numbered_in_their_order_and_alike_on_the_screen_on_paper_and_in_the_key(name):
    opened, items = lesson.Lesson(name, refresh.STORY), practice.load(name)
    paper = handouts.handout(refresh.read(refresh.ROOT / "notebooks" / f"{name}.ipynb"), name, ARTICLE, {name})
    key = "\n".join(cell.source for cell in answer_key.answer_key(ARTICLE, ledger.load("lost_property")).cells)
    asked = [one.item for one in page(name).asks if items[one.item].kind not in pages.NO_QUESTION]
    for place, item in enumerate(asked, 1):
        tag = f"{int(name[:2])}.{place} · {items[item].tag}"
        assert opened.ask(item).spec["tag"] == tag
        assert f"<strong>{tag}.</strong>" in paper
        assert f"| {tag} |" in key
    assert pages.number(name, "clear") == pages.number("09_mine", "rise") == ""


def test_only_what_is_kept_counts_and_of_several_rows_all(monkeypatch):
    before = progress("01_which_number_is_which")
    assert before.done == 0 and len(before.left) == before.of
    opened = lesson.Lesson("01_which_number_is_which", refresh.STORY)
    rows = practice.load("01_which_number_is_which")["look_alikes"].row
    item = opened.ask("look_alikes")
    options = {row["id"]: row["options"][0]["id"] for row in item.spec["rows"]}
    item._hear(None, {"answer": {"value": {rows[0].id: options[rows[0].id]}, "reason": ""}}, None)
    assert progress("01_which_number_is_which").done == 0
    item._hear(None, {"answer": {"value": options, "reason": ""}}, None)
    assert progress("01_which_number_is_which").done == 1
    assert progress().done == 0  # another page
    monkeypatch.setattr(work_file, "_append", _full)
    opened.ask("how_sure")._hear(None, {"answer": {"value": "no room", "reason": ""}}, None)
    assert progress("01_which_number_is_which").done == 1


def _full(_lines):
    raise OSError(28, "full")


def test_the_page_says_so_at_once_at_its_top_and_at_its_end(monkeypatch):
    opened = lesson.Lesson(LESSON, refresh.STORY)
    top, end = opened.way.top(), opened.way_on()
    shown = []
    for told in (top, end):
        monkeypatch.setattr(told._handle, "display", lambda bundle, raw: shown.append(bundle["text/html"]))
        monkeypatch.setattr(told._handle, "update", lambda bundle, raw: shown.append(bundle["text/html"]))
        told._ipython_display_()
    assert (
        "Page 3 of 9" in shown[0]
        and "0 of 9" in shown[0]
        and "Begin with the first question: 2.1 · Predict" in shown[0]
    )
    assert f'href="{NEXT}.ipynb"' in shown[1] and shown[1].count("<li>") == 9
    rise = opened.ask("rise")
    rise._hear(None, {"answer": {"value": "", "reason": ""}}, None)
    rise._hear(None, {"hint": True}, None)
    assert len(shown) == 2  # nothing was kept, so nothing is told
    rise._hear(None, {"answer": {"value": "303", "reason": ""}}, None)
    opened.ask("predict_rise")._hear(None, {"answer": {"value": "20", "reason": ""}}, None)
    assert "2 of 9" in shown[-1] and "2 of 9" in shown[-2]
    assert "Go on where you left off: 2.3 · Work it out" in shown[-2] and "cell-id=work-percent" in shown[-2]
    assert "cell-id=work-rise" not in shown[-1]
    opened.ask("rise")._respond({"clear": True})
    assert "0 of 9" in shown[-1]


def test_a_page_that_cannot_be_read_or_has_another_name_is_left_out(tmp_path):
    (tmp_path / f"{LESSON}.ipynb").write_text('{"cells": [{"source"', encoding="utf-8")
    (tmp_path / f"{NEXT}.ipynb").write_text('{"cells": [{"id": "a", "source": ["# 03 · X\\n"]}]}', encoding="utf-8")
    assert pages.pages(tmp_path) == [pages.Page(NEXT, "03 · X", ())]
