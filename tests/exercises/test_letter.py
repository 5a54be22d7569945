"""The letter to the press office: the student's lines where there are any, our questions where there are none."""

import pytest

from claimlab import lesson, text
from claimlab.claims import ledger
from claimlab.exercises import letter, practice, work_file

STORIES = ("undercover_online", "lost_property")
LESSON = "07_write_it_fairly"


@pytest.fixture(params=STORIES)
def story(request):
    return ledger.load(request.param)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(work_file.FOLDER_VARIABLE, str(tmp_path))
    return tmp_path


def carried(**lines):
    """Carry lines by notebook, from carry lines by the number of the notebook."""
    names = {name[:2]: name for name in letter.POINTS}
    return {names[number.strip("_")]: line for number, line in lines.items()}


def points(written):
    return [line for line in written.splitlines() if line[:1].isdigit()]


def test_it_asks_one_thing_of_every_lesson_that_has_a_line_to_carry():
    having = [path.stem for path in practice.ITEMS.glob("0*.toml") if letter.CARRY in practice.load(path.stem)]
    assert set(having) <= set(letter.POINTS)
    assert [name[:2] for name in letter.POINTS] == ["01", "02", "03", "04", "05", "06"]


def test_without_any_line_every_point_is_a_question_of_ours(story):
    written = letter.letter({}, story)
    assert len(points(written)) == 6
    assert all(point.endswith("?") for point in points(written))
    assert "{" not in written and text.number(story.later.value) in written
    assert written.startswith("Dear press office,") and "Yours faithfully" in written
    assert letter.offered({}, story).startswith("No line was kept in notebooks 01, 02, 03, 04, 05 and 06, so")


def test_a_line_that_was_kept_stands_in_the_place_of_ours(story):
    answers = carried(_02="  how many\nin the months between", _06="Who worked it out?")
    written = points(letter.letter(answers, story))
    assert written[1] == "2. The two periods: How many in the months between?"
    assert written[5] == "6. The range: Who worked it out?"
    assert letter.offered(answers, story).startswith("No line was kept in notebooks 01, 03, 04 and 05, so")


def test_with_every_line_kept_nothing_is_offered(story):
    answers = carried(**{f"_{number}": f"line {number}" for number in ("01", "02", "03", "04", "05", "06")})
    assert letter.offered(answers, story) == ""
    assert [point.rsplit(": ")[1] for point in points(letter.letter(answers, story))] == [
        f"Line 0{number}." for number in range(1, 7)
    ]


def test_an_empty_line_is_no_line(story):
    assert letter.letter(carried(_03="  "), story) == letter.letter({}, story)
    assert letter.offered(carried(_03="  "), story) == letter.offered({}, story)


def test_a_point_the_story_has_no_figures_for_is_left_out_unless_it_was_written(story):
    claims = story.table[story.table["part"] != "range"]
    bare = ledger.Ledger("bare", claims, story.units)
    assert len(points(letter.letter({}, bare))) == 5
    assert points(letter.letter(carried(_06="And the range"), bare))[5] == "6. The range: And the range."


def test_the_lesson_opens_the_letter_from_the_kept_lines_of_its_story_and_keeps_it_changed(story):
    kept = [
        work_file.new(story.story, "02_the_previous_year", "carry", {"value": "which months", "reason": ""}),
        work_file.new("another_story", "03_more_than_almost_hundreds", "carry", {"value": "not this", "reason": ""}),
    ]
    work_file.append(kept)
    item = lesson.open_lesson(LESSON, story.story).ask("letter")
    assert "2. The two periods: Which months?" in item.state["value"]
    assert "not this" not in item.state["value"]
    assert item.state["notice"].startswith("No line was kept in notebooks 01, 03")
    assert work_file.read().entries == tuple(kept)
    item._hear(item, {"answer": {"value": "Dear office, mine.", "reason": ""}}, [])
    assert item.state["right"] is None and item.state["notice"] == work_file.kept_where()
    again = lesson.open_lesson(LESSON, story.story).ask("letter")
    assert again.state["value"] == "Dear office, mine."
    assert again.state["notice"] == work_file.kept_where()


def test_a_work_file_that_cannot_be_read_leaves_our_questions(story):
    work_file.path().mkdir()
    item = lesson.open_lesson(LESSON, story.story).ask("letter")
    assert item.state["value"] == letter.letter({}, story)
    assert "could not be read" in item.state["notice"]


def test_the_headline_may_have_twelve_words():
    item = practice.load(LESSON)["headline"]
    assert item.most_words == 12 and "twelve words" in item.question
