"""The story is chosen once: kept with the answers, followed by every page, and by nothing that checks them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

import refresh
from claimlab import lesson
from claimlab.claims import stories
from claimlab.claims.errors import ReaderError
from claimlab.display import story_choice
from claimlab.exercises import my_work, story, work_file

TWIN = refresh.OTHER_STORY


def choose(name: str) -> dict:
    item = story_choice.item("02_the_previous_year", story.DEFAULT)
    item._hear(None, {"answer": {"value": name, "reason": ""}}, None)
    return item.state


def test_a_choice_is_followed_by_every_page_opened_after_it():
    assert lesson.open_lesson("02_the_previous_year").story == refresh.STORY
    state = choose(TWIN)
    assert state["kept"] and "Run All Cells" in state["notice"]
    assert {lesson.open_lesson(name).story for name in ("00_start_here", "07_write_it_fairly")} == {TWIN}
    choose(refresh.STORY)
    assert lesson.open_lesson("02_the_previous_year").story == refresh.STORY


def test_answers_belong_to_one_story():
    item = lesson.open_lesson("02_the_previous_year").ask("rise")
    item._hear(None, {"answer": {"value": "303", "reason": ""}}, None)
    choose(TWIN)
    assert lesson.open_lesson("02_the_previous_year").ask("rise").state["value"] == ""
    choose(refresh.STORY)
    assert lesson.open_lesson("02_the_previous_year").ask("rise").state["value"] == "303"


def test_a_choice_is_no_answer_on_my_work_but_goes_along_with_it():
    choose(TWIN)
    with pytest.raises(ReaderError, match="Nothing is kept yet"):
        my_work.page(work_file.read(), {})
    opened = lesson.open_lesson("02_the_previous_year")
    opened.ask("carry")._hear(None, {"answer": {"value": "which months?", "reason": ""}}, None)
    page = my_work.page(work_file.read(), {TWIN: opened.ledger})
    assert story.ITEM not in page.partition("<script")[0].lower().split()
    assert any(story.is_choice(one) for one in my_work.read(page).entries)


def test_a_chosen_story_that_is_gone_is_told_and_another_shown(monkeypatch):
    work_file.append([work_file.new("", "", story.ITEM, {"value": "gone"})])
    shown = []
    monkeypatch.setattr(story_choice, "show", lambda *told: shown.append(told))
    assert lesson.open_lesson("02_the_previous_year").story == story.DEFAULT
    assert "The story gone, which was chosen, cannot be read" in shown[0][2]


def test_a_story_that_is_named_and_is_not_there_is_an_error():
    with pytest.raises(ReaderError, match="There is no story called 'lost_poperty'"):
        lesson.open_lesson("02_the_previous_year", "lost_poperty")


def test_a_choice_that_cannot_be_written_is_told_with_the_way_out(work_folder):
    (work_folder / "my_work.jsonl").mkdir()
    state = choose(TWIN)
    assert not state["kept"] and f'open_lesson("02_the_previous_year", "{TWIN}")' in state["notice"]


def test_every_story_has_a_title_and_the_blank_ledger_is_none():
    titles = story.stories()
    assert set(titles) == {refresh.STORY, TWIN}
    assert titles[TWIN].startswith("An invented report")
    assert stories.title("no_such_story") == "no such story"


@pytest.fixture
def copy_with_a_choice(tmp_path):
    """A copy of the collection in which somebody has chosen the other story, beside the notebooks."""
    for folder in ("notebooks", "data"):
        shutil.copytree(refresh.ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("my_work.jsonl"))
    (tmp_path / "tests/tools").mkdir(parents=True)
    shutil.copy(refresh.ROOT / "tests/tools/nbval_folds.txt", tmp_path / "tests/tools")
    (tmp_path / "notebooks/my_work.jsonl").write_text(refresh.choice(TWIN), encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_nbval_and_refresh_ignore_what_a_person_has_chosen(copy_with_a_choice, monkeypatch):
    monkeypatch.delenv(refresh.WORK_FOLDER)
    path = copy_with_a_choice / "notebooks/02_the_previous_year.ipynb"
    assert refresh.refreshed(path) == path.read_bytes()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", str(path)]
    done = subprocess.run(command, env=clean, cwd=copy_with_a_choice, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout[-2000:]
