"""The student's work file: nothing is lost, everything unreadable is passed over, all of it can be cleared."""

import threading

import pytest

from claimlab import lesson
from claimlab.claims.errors import ReaderError
from claimlab.exercises import work_file
from claimlab.exercises.work_file import Contents, Entry

STORY, YEAR = "undercover_online", "02_the_previous_year"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(work_file.FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def keep(story, notebook, item, answer):
    work_file.append([work_file.new(story, notebook, item, answer)])


def kept(story, notebook):
    newest = work_file.read().newest()
    return {one.item: one.answer for one in newest if (one.story, one.notebook) == (story, notebook)}


def kept_here():
    return kept("undercover_online", "02")


def test_the_newest_answer_counts():
    keep("undercover_online", "02", "rise", {"value": "300"})
    keep("undercover_online", "02", "rise", {"value": "303"})
    assert kept_here() == {"rise": {"value": "303"}}


def test_stories_and_notebooks_are_kept_apart():
    keep("undercover_online", "02", "rise", {"value": "303"})
    keep("lost_property", "02", "rise", {"value": "554"})
    keep("undercover_online", "00", "rise", {"value": "1"})
    assert kept_here() == {"rise": {"value": "303"}}


def test_a_torn_line_costs_nothing_but_itself(folder):
    keep("undercover_online", "02", "rise", {"value": "303"})
    with work_file.path().open("ab") as file:
        file.write(b'{"story": "undercover_online", "notebook": "02", "item": "carry", "ans')
    keep("undercover_online", "02", "months", {"value": "18"})
    assert kept_here() == {"rise": {"value": "303"}, "months": {"value": "18"}}


NOT_AN_ANSWER = [
    "[]", "3", "{}", '{"story": 1}', "\ufeff", "not json",
    '{"story": "undercover_online", "notebook": "02", "item": "x", "answer": {"value": 3}}',
]  # fmt: skip


@pytest.mark.parametrize("line", NOT_AN_ANSWER)
def test_a_line_of_another_shape_is_passed_over(line):
    work_file.path().write_text(line + "\n", encoding="utf-8")
    keep("undercover_online", "02", "rise", {"value": "303"})
    assert kept_here() == {"rise": {"value": "303"}}


def test_bytes_that_are_no_text_are_passed_over():
    work_file.path().write_bytes(b"\xff\xfe\x00garbage\n")
    keep("undercover_online", "02", "rise", {"value": "303"})
    assert kept_here() == {"rise": {"value": "303"}}


def test_two_notebooks_at_once_lose_nothing():
    def write(notebook):
        for number in range(50):
            keep("undercover_online", notebook, f"item{number}", {"value": str(number)})

    threads = [threading.Thread(target=write, args=(name,)) for name in ("02", "00")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept_here()) == len(kept("undercover_online", "00")) == 50


def test_clearing_removes_everything():
    keep("undercover_online", "02", "rise", {"value": "303"})
    work_file.clear()
    assert kept_here() == {}
    assert work_file.path().read_bytes() == b""
    work_file.path().unlink()
    work_file.clear()
    assert not work_file.path().exists()


def test_where_nothing_can_be_written_it_is_said(monkeypatch):
    work_file.path().mkdir()
    with pytest.raises(ReaderError, match=r"could not be kept, because my_work.jsonl cannot be written"):
        keep("undercover_online", "02", "rise", {"value": "303"})
    with pytest.raises(ReaderError, match="could not be read"):
        kept_here()


def test_an_answer_survives_a_new_kernel():
    first = lesson.open_lesson("02_the_previous_year", "undercover_online").ask("rise")
    first._hear(first, {"answer": {"value": "300", "reason": ""}}, [])
    again = lesson.open_lesson("02_the_previous_year", "undercover_online").ask("rise")
    assert again.state["value"] == "300"
    assert again.state["right"] is False
    assert again.state["reply"] == first.state["reply"] != ""


def test_an_answer_that_could_not_be_kept_is_still_answered():
    item = lesson.open_lesson("02_the_previous_year", "undercover_online").ask("rise")
    work_file.path().mkdir()
    item._hear(item, {"answer": {"value": "303", "reason": ""}}, [])
    assert item.state["right"] is True
    assert "could not be kept" in item.state["notice"]


def test_a_work_file_that_cannot_be_read_does_not_stop_the_lesson():
    work_file.path().mkdir()
    item = lesson.open_lesson("02_the_previous_year", "undercover_online").ask("rise")
    assert "could not be read" in item.state["notice"]


def test_a_prediction_opens_the_lab_and_is_drawn_in_it():
    opened = lesson.open_lesson("02_the_previous_year", "undercover_online")
    ask, lab = opened.ask("predict_rise"), opened.explore("period_lab", after="predict_rise")
    assert not lab.opened
    ask._hear(ask, {"answer": {"value": "31", "reason": "they look close"}}, [])
    assert lab.opened and lab.prediction["said"] == "31%"
    again = lesson.open_lesson("02_the_previous_year", "undercover_online").explore("period_lab", after="predict_rise")
    assert again.opened
    assert again.prediction == lab.prediction


def test_clearing_in_a_lesson_forgets_the_answers():
    opened = lesson.open_lesson("00_start_here", "undercover_online")
    check, clear = opened.ask("slider_to_months"), opened.ask("clear")
    check._hear(check, {"answer": {"value": "12", "reason": ""}}, [])
    assert check.state["right"] is True and work_file.path().exists()
    clear._hear(clear, {"clear": True}, [])
    assert work_file.read() == Contents()
    assert "removed" in clear.state["notice"] and clear.state["cleared"] is True


def test_hints_come_one_at_a_time():
    item = lesson.open_lesson("02_the_previous_year", "undercover_online").ask("rise")
    for count in (1, 2, 2):
        item._hear(item, {"hint": True}, [])
        assert len(item.state["hints"]) == count


@pytest.mark.parametrize(
    "call",
    [
        lambda: lesson.open_lesson("02_the_previous_year", "lost_poperty"),
        lambda: lesson.open_lesson("02_the_previous_year", "lost_property").ask("ries"),
    ],
)
def test_a_name_that_is_not_there_is_told_in_a_sentence(call):
    with pytest.raises(ReaderError, match=r"There is no story called|has no item called") as told:
        call()
    assert told.value._render_traceback_() == [str(told.value)]


# --- answers from a page that was downloaded, and how long answers stay -----------------------------------------------


def test_loading_adds_what_is_missing_and_replaces_nothing_newer():
    old, late = "2026-11-23T10:00:00+00:00", "2999-01-01T00:00:00+00:00"
    keep(STORY, YEAR, "rise", {"value": "304"})
    keep(STORY, YEAR, "carry", {"value": "here"})
    page = Contents(
        (
            Entry(STORY, YEAR, "rise", {"value": "old"}, old),
            Entry(STORY, YEAR, "carry", {"value": "newer elsewhere"}, late),
            Entry(STORY, YEAR, "rewrite", {"value": "missing here"}, old),
            Entry("lost_property", YEAR, "rise", {"value": "554"}),
        )
    )
    assert work_file.add(page) == 3
    expected = {"rise": {"value": "304"}, "carry": {"value": "newer elsewhere"}, "rewrite": {"value": "missing here"}}
    assert kept(STORY, YEAR) == expected
    assert kept("lost_property", YEAR) == {"rise": {"value": "554"}}
    assert work_file.add(page) == 0


def test_an_answer_from_before_times_were_kept_is_older_than_any():
    line = '{"story": "undercover_online", "notebook": "02", "item": "rise", "answer": {"value": "1"}}\n'
    work_file.path().write_text(line, encoding="utf-8")
    assert work_file.read().entries == (Entry(STORY, "02", "rise", {"value": "1"}, version=1),)
    assert work_file.add(Contents((Entry(STORY, "02", "rise", {"value": "2"}),))) == 0
    later = Entry(STORY, "02", "rise", {"value": "3"}, "2026-11-23T10:00:00+00:00")
    assert work_file.add(Contents((later,))) == 1
    assert kept(STORY, "02") == {"rise": {"value": "3"}}


def test_half_a_character_does_not_cost_the_answer():
    keep(STORY, YEAR, "rise", {"value": "303 \ud83d"})
    assert kept(STORY, YEAR) == {"rise": {"value": "303 ?"}}


@pytest.mark.parametrize(
    ("variable", "sentence"),
    [
        ("BINDER_LAUNCH_HOST", work_file.KEPT_ON_BINDER),
        ("BINDER_SERVICE_HOST", work_file.KEPT_ON_BINDER),
        ("JUPYTERHUB_USER", work_file.KEPT_ON_A_SERVER),
        ("SOMETHING_ELSE", work_file.KEPT),
    ],
)
def test_every_kept_answer_says_how_long_it_stays(variable, sentence, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_API_URL" if sentence == work_file.KEPT_ON_BINDER else variable, "x")
    monkeypatch.setenv(variable, "x")
    item = lesson.open_lesson(YEAR, STORY).ask("rise")
    item._hear(item, {"answer": {"value": "303", "reason": ""}}, [])
    assert item.state["notice"] == sentence
    assert lesson.open_lesson(YEAR, STORY).ask("rise").state["notice"] == sentence
