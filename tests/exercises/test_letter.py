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


def kept_in() -> list[str]:
    """The numbers of the notebooks that have a line to carry, read without the kit."""
    files = sorted(practice.ITEMS.glob("0*.toml"))
    return [path.name[:2] for path in files if f'name = "{letter.CARRY}"' in path.read_text(encoding="utf-8")]


def named(numbers) -> str:
    """Notebooks as a sentence names them."""
    return f"notebook{'s' * (len(numbers) > 1)} {text.listed(numbers)}"


def test_it_asks_one_thing_of_every_lesson_and_takes_a_line_from_those_that_have_one_to_carry():
    assert [name[:2] for name in letter.POINTS] == ["01", "02", "03", "04", "05", "06"]
    assert [name[:2] for name in letter.carrying()] == kept_in()
    assert {"02", "06"} <= set(kept_in()) and "01" not in kept_in()


def test_without_any_line_every_point_is_a_question_of_ours(story):
    written = letter.letter({}, story)
    assert len(points(written)) == 6
    assert all(point.endswith("?") for point in points(written))
    assert "{" not in written and text.number(story.later.value) in written
    assert written.startswith("Dear press office,") and "Yours faithfully" in written
    assert letter.offered({}, story) == (
        f"No line was kept in {named(kept_in())}. The points that you did not write are questions of ours. "
        "Put them in your own words, or take them out."
    )


def test_a_line_that_was_kept_stands_in_the_place_of_ours(story):
    answers = carried(_02="  how many\nin the months between", _06="Who worked it out?")
    written = points(letter.letter(answers, story))
    assert written[1] == "2. The two periods: How many in the months between?"
    assert written[5] == "6. The range: Who worked it out?"
    assert "02" not in letter.offered(answers, story) and "06" not in letter.offered(answers, story)


def test_with_every_line_kept_only_the_other_points_are_said_to_be_ours(story):
    answers = carried(**{f"_{number}": f"line {number}" for number in kept_in()})
    assert letter.offered(answers, story).startswith("The points that you did not write are questions of ours.")
    written = points(letter.letter(answers, story))
    for number, point in zip(["01", "02", "03", "04", "05", "06"], written, strict=True):
        assert (point.rsplit(": ")[1] == f"Line {number}.") is (number in kept_in())


def test_where_every_point_is_the_students_own_nothing_is_said(story, monkeypatch):
    own = {name: point for name, point in letter.POINTS.items() if name[:2] == "02"}
    monkeypatch.setattr(letter, "POINTS", own)
    assert letter.offered(dict.fromkeys(own, "a line"), story) == ""


def test_a_line_kept_where_none_is_carried_any_more_is_no_point(story):
    assert letter.letter(carried(_01="which of them"), story) == letter.letter({}, story)
    assert letter.offered(carried(_01="which of them"), story) == letter.offered({}, story)


def test_an_empty_line_is_no_line(story):
    assert letter.letter(carried(_02="  "), story) == letter.letter({}, story)
    assert letter.offered(carried(_02="  "), story) == letter.offered({}, story)


def test_a_point_the_story_has_no_figures_for_is_left_out_unless_it_was_written(story):
    claims = story.table[story.table["part"] != "range"]
    bare = ledger.Ledger("bare", claims, story.units)
    assert len(points(letter.letter({}, bare))) == 5
    assert points(letter.letter(carried(_06="And the range"), bare))[5] == "6. The range: And the range."


def test_the_lesson_opens_the_letter_from_the_kept_lines_of_its_story_and_keeps_it_changed(story):
    kept = [
        work_file.new(story.story, "02_the_previous_year", "carry", {"value": "which months", "reason": ""}),
        work_file.new("another_story", "06_a_range_without_a_method", "carry", {"value": "not this", "reason": ""}),
    ]
    work_file.append(kept)
    item = lesson.open_lesson(LESSON, story.story).ask("letter")
    assert "2. The two periods: Which months?" in item.state["value"]
    assert "not this" not in item.state["value"]
    left = [number for number in kept_in() if number != "02"]
    assert item.state["notice"].startswith(f"No line was kept in {named(left)}. ")
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
