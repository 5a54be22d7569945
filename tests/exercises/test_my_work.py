"""My work: the page with everything a student typed, what comes back from it, and what is said where it cannot."""

import re
from html.parser import HTMLParser

import pytest

from claimlab import lesson
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.display import saved
from claimlab.display.words import WORDS
from claimlab.exercises import my_work, practice, specs, work_file
from claimlab.exercises.work_file import Contents, Entry

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")
LEDGERS = {one.story: one for one in (ARTICLE, TWIN)}
SHARP = '</script></p><script>alert(1)</script><img src=x onerror="alert(2)"> & {rise} <!-- \u2028 "'
YEAR = "02_the_previous_year"
ANSWERS = (
    Entry(ARTICLE.story, YEAR, "carry", {"value": "From when to when?", "reason": ""}, "2026-11-23T10:00:02+00:00"),
    Entry(ARTICLE.story, YEAR, "rise", {"value": "303", "reason": ""}, "2026-11-23T10:00:01+00:00"),
    Entry(ARTICLE.story, YEAR, "predict_rise", {"value": "31", "reason": "they look close"}),
    Entry(ARTICLE.story, "00_start_here", "slider_to_months", {"value": "7", "reason": ""}),
)


class Page(HTMLParser):
    """The elements of a page, and its visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, words: str) -> None:
        if self.tags and self.tags[-1][0] not in ("script", "style"):
            self.words += words


def page(entries, ledgers=LEDGERS) -> str:
    return my_work.page(Contents(tuple(entries)), ledgers)


def parts(html: str) -> str:
    """The page from its first notebook on, without the front page (test_front_page.py)."""
    return html[html.index("<h2>") :]


def question(notebook: str, item: str) -> str:
    return specs.spec(practice.load(notebook)[item], ARTICLE)["question"]


def opened(notebook: str = YEAR) -> lesson.Lesson:
    return lesson.open_lesson(notebook, ARTICLE.story)


def press(widget, **message) -> dict:
    widget._hear(widget, message, [])
    return widget.state


# --- the page ---------------------------------------------------------------------------------------------------------


def test_it_shows_questions_answers_reasons_and_marks_in_order():
    words = Page(parts(page(ANSWERS))).words
    expected = [
        "00 · Start here", question("00_start_here", "slider_to_months"), "7 months",
        WORDS["not_yet"], "02 · The previous year", "Predict", question(YEAR, "predict_rise"), "31",
        "they look close", question(YEAR, "rise"), "303", WORDS["right"], question(YEAR, "carry"),
        "From when to when?",
    ]  # fmt: skip
    places = [words.find(one) for one in expected]
    assert -1 not in places, expected[places.index(-1)]
    assert places == sorted(places)
    assert words.count(WORDS["right"]) == words.count(WORDS["not_yet"]) == 1  # a prediction has no mark
    assert my_work.SHARED_COMPUTER in Page(page(ANSWERS)).words


def test_a_heading_for_each_notebook_in_order():
    assert re.findall("<h2>(.*?)</h2>", page(ANSWERS)) == ["00 · Start here", "02 · The previous year"]


def test_carry_lines_headline_and_letter_come_in_the_order_of_the_lessons():
    last = "07_write_it_fairly"
    places = [(last, "letter"), (last, "headline"), ("06_a_range_without_a_method", "carry"), (YEAR, "carry")]
    places += [("01_which_number_is_which", "headline_source")]
    given = [Entry(ARTICLE.story, *place, {"value": f"words for {place}\nand more", "reason": ""}) for place in places]
    words = Page(parts(page(given))).words
    found = [words.find(one.answer["value"]) for one in reversed(given)]
    assert -1 not in found
    assert found == sorted(found)


def test_rows_are_marked_one_by_one():
    notebook, name = "01_which_number_is_which", "look_alikes"
    spec = specs.spec(practice.load(notebook)[name], ARTICLE)
    chosen = {row["id"]: row["options"][0]["id"] for row in spec["rows"]}
    words = Page(page([Entry(ARTICLE.story, notebook, name, {"value": chosen, "reason": ""})])).words
    for row in spec["rows"]:
        assert f"{row['label']}: {row['options'][0]['text']}" in words
    assert words.count(WORDS["right"]) + words.count(WORDS["not_yet"]) == len(chosen)


def test_the_page_needs_nothing_and_can_run_nothing():
    html = page(one._replace(answer={"value": SHARP, "reason": SHARP}) for one in ANSWERS)
    shown = Page(html)
    assert [attributes for tag, attributes in shown.tags if tag == "script"] == [
        {"type": "application/json", "id": "my-work-answers"}
    ]
    assert not {tag for tag, _ in shown.tags} & {"img", "link", "iframe", "object", "a", "form"}
    assert not [name for _, attributes in shown.tags for name in attributes if name in ("src", "href", "style")]
    assert not [name for _, attributes in shown.tags for name in attributes if name.startswith("on")]
    assert "default-src 'none'" in html
    assert "://" not in html
    assert shown.words.count(SHARP) == 2 * len(ANSWERS) + 1  # a prediction stands on the front page too


def test_names_from_a_file_are_text_too_and_open_no_other_file():
    odd = [Entry(SHARP, SHARP, SHARP, {"value": "kept"}), Entry(ARTICLE.story, "../items/shared", "x", {"value": "y"})]
    html = page(odd)
    assert "<script>alert" not in html
    assert Page(html).words.count(SHARP) >= 2
    assert my_work.read(html) == Contents(tuple(odd))


def test_an_answer_without_its_question_is_shown_all_the_same():
    gone = [Entry(ARTICLE.story, YEAR, "no_such_item", {"value": "my thought", "reason": "because"}),
            Entry("my_own_article", YEAR, "rise", {"value": "12", "reason": ""})]  # fmt: skip
    words = Page(page(gone)).words
    for told in ("no_such_item", "my thought", "because", "12", "(my own article)", "(undercover online)"):
        assert told in words


def test_two_stories_stand_apart():
    both = [*ANSWERS, ANSWERS[1]._replace(story=TWIN.story)]
    words = Page(page(both)).words
    assert "02 · The previous year (lost property)" in words
    assert "02 · The previous year (undercover online)" in words
    assert "(undercover online)" not in Page(page(ANSWERS)).words


def test_the_same_answers_give_the_same_page():
    assert page(ANSWERS) == page(ANSWERS, dict(reversed(LEDGERS.items())))


# --- and back ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["303", SHARP, "“é” 漢字 \U0001f600", "two\nlines", "<!--", "]]>", "\\u003c"])
def test_what_was_typed_comes_back_as_it_was(value):
    entries = [one._replace(answer={"value": value, "reason": value}) for one in ANSWERS]
    assert my_work.read(page(entries)) == Contents(tuple(entries))


def test_a_page_that_a_browser_has_saved_is_read_too():
    html = page(ANSWERS)
    other = html.replace('type="application/json" id="my-work-answers"', 'id="my-work-answers" type="application/json"')
    assert other != html
    assert my_work.read(other.replace("\n", "\r\n")) == Contents(ANSWERS)


def damaged(old: str, new: str) -> str:
    html = page(ANSWERS)
    assert old in html
    return html.replace(old, new)


BAD_FILES = {
    "empty": ("", my_work.NO_PAGE),
    "another page": ("<html><body><p>my-work-answers</p></body></html>", my_work.NO_PAGE),
    "too long": ("x" * (my_work.LIMIT + 1), WORDS["too_large"]),
    "cut off": (page(ANSWERS)[:-60], my_work.DAMAGED),
    "cut off in the answers": (damaged('"answer": ', '"ans')[:-60] + "</script>", my_work.DAMAGED),
    "no list": (damaged(">[{", ">{"), my_work.DAMAGED),
    "an answer that is no text": (damaged('"value": "31"', '"value": 31'), my_work.DAMAGED),
    "a time that is no text": (damaged('"when": ""', '"when": 3'), my_work.DAMAGED),
    "nested without end": (damaged(">[{", ">" + "[" * 100_000 + "[{"), my_work.DAMAGED),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_wrong_or_damaged_file_gets_a_sentence_and_adds_nothing(name):
    html, sentence = BAD_FILES[name]
    with pytest.raises(ReaderError) as told:
        my_work.read(html)
    assert str(told.value) == sentence
    assert press(opened().my_work(), my_work="load", page=html)["notice"] == sentence
    assert not work_file.path().exists()


def test_a_page_without_answers_is_told():
    block = '<script type="application/json" id="my-work-answers">[]</script>'
    with pytest.raises(ReaderError, match="There are no answers"):
        my_work.read(block)
    with pytest.raises(ReaderError, match="Nothing is kept yet"):
        page([])


# --- the buttons ------------------------------------------------------------------------------------------------------


def test_download_clear_load_and_the_answers_are_back():
    this = opened()
    press(this.ask("rise"), answer={"value": "300", "reason": ""})
    press(this.ask("predict_rise"), answer={"value": "31", "reason": SHARP})
    before = work_file.read()
    state = press(this.my_work(), my_work="download")
    assert my_work.SHARED_COMPUTER in state["notice"]
    assert my_work.read(state["page"]) == before
    press(opened("00_start_here").ask("clear"), clear=True)
    assert work_file.read() == Contents()
    told = press(this.my_work(), my_work="load", page=state["page"])
    assert "Answers added: 2 of 2" in told["notice"]
    assert work_file.read() == before
    assert opened().ask("predict_rise").state["reason"] == SHARP


def test_where_nothing_can_be_added_it_is_said():
    work_file.path().mkdir()
    html = page(ANSWERS)
    assert "could not be read" in press(opened().my_work(), my_work="load", page=html)["notice"]


def test_showing_gives_the_page_and_nothing_kept_gives_a_sentence():
    this = opened()
    assert press(this.my_work(), my_work="show")["notice"] == my_work.NOTHING
    press(this.ask("rise"), answer={"value": "300", "reason": ""})
    state = press(this.my_work(), my_work="show")
    assert question(YEAR, "rise") in Page(state["page"]).words
    assert state["notice"] == ""


def test_an_answer_that_could_not_be_written_is_on_the_page():
    this = opened()
    work_file.path().mkdir()
    press(this.ask("rise"), answer={"value": "300", "reason": ""})
    assert my_work.read(press(this.my_work(), my_work="download")["page"]).entries[0].answer["value"] == "300"
    work_file.path().rmdir()
    press(this.ask("rise"), answer={"value": "303", "reason": ""})
    shown = my_work.read(press(this.my_work(), my_work="show")["page"])
    assert [one.answer["value"] for one in shown.entries] == ["303"]
    assert [one.answer["value"] for one in work_file.read().entries] == ["300", "303"]


def test_a_page_too_long_to_load_again_says_so(monkeypatch):
    this = opened()
    press(this.ask("rewrite"), answer={"value": "long " * 500, "reason": ""})
    monkeypatch.setattr(my_work, "LIMIT", 2000)
    assert my_work.TOO_LONG_TO_LOAD in press(this.my_work(), my_work="download")["notice"]


def test_its_saved_form_holds_no_answer():
    this = opened()
    press(this.ask("rewrite"), answer={"value": "private", "reason": ""})
    widget = this.my_work()
    press(widget, my_work="show")
    assert not any("private" in form for form in widget._saved())
    assert WORDS["saved_my_work"] in saved.item_html(widget.spec)
