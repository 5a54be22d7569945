"""Stories of other shapes than the article's, through every item, explorer, letter and cell of every notebook."""

from __future__ import annotations

import csv
import re

import pytest

import refresh
from claimlab import lesson
from claimlab.analysis import figures, needs
from claimlab.analysis.needs.conditions import CONDITIONS
from claimlab.claims import ledger as ledgers
from claimlab.claims.errors import NotInStoryError, ReaderError
from claimlab.display.live import LiveExplorer, LiveItem
from claimlab.display.notice import Notice
from claimlab.exercises import letter, marking, my_work, passages, practice, remarks, work_file
from claimlab.exercises.templates import UnknownWordError
from claimlab.exercises.terms import Terms
from claimlab.explorers import registry
from telling import HERE, NOTEBOOKS, STORIES, answers, collect, explorer_texts, holes, item_texts, items

LACKED = {
    "a_fall": "almost headline_below headline_noun ladder round_hedge last_year sure_words",
    "a_range_alone": "bases estimate_before ladder range_before two_figures sure_words",
    "adjacent_years": "between gap headline_noun misnamed total_beside last_year sure_words",
    "counts_and_headline": "headline_noun ladder last_year sure_words",
    "no_hedge": "round_headline headline_below last_year sure_words",
    "three_rows": "last_year sure_words",
    "two_places": "between same_things headline_noun last_year sure_words",
    "unequal_periods": "between change bases estimate_before headline_noun ladder range_before last_year sure_words",
}
"""The conditions that each story does not meet though it has their parts: worked out by hand."""


@pytest.fixture(params=STORIES)
def ledger(request, data, no_pictures):
    """Each story in turn."""
    return ledgers.load(request.param)


def rows(story: str) -> dict[str, dict[str, str]]:
    """A story's rows by part, read without the kit."""
    with (HERE / story / "claims.csv").open(encoding="utf-8", newline="") as opened:
        return {row["part"]: row for row in csv.DictReader(opened) if row["part"]}


# --- what a story lacks -----------------------------------------------------------------------------------------------


def test_a_need_is_met_where_the_row_is_there_and_says_it(ledger):
    there = rows(ledger.story)
    for part in needs.PARTS:
        assert bool(needs.lacking([part], ledger)) == (part not in there), part
        for word in set(needs.WORDS) - {"period"}:
            said = there.get(part, {}).get(word, "")
            assert bool(needs.lacking([f"{part}.{word}"], ledger)) == (said in ("", "-")), (part, word)
        dated = there.get(part, {}).get("period_start")
        assert bool(needs.lacking([f"{part}.period"], ledger)) == (not dated), part


def test_a_condition_is_met_but_where_its_parts_or_it_itself_is_lacking(ledger):
    unmet = set()
    for name, condition in CONDITIONS.items():
        below = needs.lacking(condition.of, ledger)
        said = needs.lacking([name], ledger)
        if below:
            assert said == below, name  # a part that is lacking is told, not what would be made of it
        elif said:
            assert condition.phrase in said
            unmet.add(name)
    assert unmet == set(LACKED[ledger.story].split())


def test_what_is_lacking_is_one_whole_sentence_each(ledger):
    for need in (*needs.PARTS, *(f"{part}.{word}" for part in needs.PARTS for word in needs.WORDS), *CONDITIONS):
        said = needs.lacking([need], ledger)
        assert not said or said.startswith("This question needs ") and said.endswith(" Go on to the next cell.")
        assert not holes([said])


def parts(needed) -> set[str]:
    """The parts that needs stand for, those of conditions included, of this story or another."""
    needed = [need.removeprefix(figures.OTHER) for need in needed]
    below = (parts(CONDITIONS[need].of) if need in CONDITIONS else {need.partition(".")[0]} for need in needed)
    return set().union(*below)


@pytest.mark.parametrize(("notebook", "item"), list(items()), ids=lambda one: getattr(one, "name", one))
def test_an_item_takes_from_a_story_only_the_parts_it_declares(notebook, item, article, monkeypatch):
    monkeypatch.setattr(remarks, "read", lambda *_: [])  # its rules look at the whole ledger, and need none of it
    monkeypatch.setattr(marking, "model", lambda *_: "")  # left out where the story lacks what it speaks of
    asked, part = set(), ledgers.Ledger.part
    monkeypatch.setattr(ledgers.Ledger, "part", lambda self, name: asked.add(name) or part(self, name))
    item_texts(item, article)
    assert asked <= parts(item.needs)


# --- items, explorers, letter, My work --------------------------------------------------------------------------------


def test_items_say_all_they_have_to_say_or_what_the_story_lacks(ledger):
    asked = {name: lesson.Lesson(name, ledger.story) for name in dict.fromkeys(name for name, _ in items())}
    for notebook, item in items():
        lacks = needs.lacking(item.needs, ledger)
        said = [lacks] if lacks else item_texts(item, ledger)
        collect(f"{ledger.story} {notebook} {item.name}", said)
        assert not holes(said), (notebook, item.name)
        shown = asked[notebook].ask(item.name)
        assert shown == Notice(lacks) if lacks else isinstance(shown, LiveItem)


def test_the_key_is_right_and_every_other_answer_gets_a_reply(ledger):
    for notebook, item in items():
        if needs.lacking(item.needs, ledger) or not (item.key or any(row.key for row in item.row)):
            continue
        given = answers(item, ledger)
        assert marking.mark(item, ledger, given[0]).right, (notebook, item.name)
        assert all(marking.mark(item, ledger, answer).reply for answer in given), (notebook, item.name)


def test_explorers_say_all_they_have_to_say_or_what_the_story_lacks(ledger):
    for name in registry.EXPLORERS:
        lacks = registry.lacking(name, ledger)
        said = [lacks] if lacks else explorer_texts(registry.make(name, ledger))
        collect(f"{ledger.story} {name}", said)
        assert not holes(said), name
        shown = lesson.Lesson("02_the_previous_year", ledger.story).explore(name)
        assert shown == Notice(lacks) if lacks else isinstance(shown, LiveExplorer)


@pytest.mark.parametrize(
    ("passage", "pair", "result"),
    [
        ("side_by_side", "ratio,hedged_count,later_count", "hedged_for_a_hundred"),
        ("together", "sum,earlier_count,later_count", "counts_together"),
    ],
)
def test_no_passage_prints_the_result_of_a_pair_that_may_not_be_combined(ledger, passage, pair, result):
    if needs.lacking(pair.split(",")[1:], ledger):
        return
    said = passages.say("05_may_i_compare_these", passage, ledger).plain
    refused = Terms(ledger)["may"][pair] == "no"
    assert not refused or figures.text_of(result, ledger) not in said
    assert refused == said.partition("?")[2].strip().startswith("No: ")


def test_an_explorer_is_open_where_the_question_before_it_cannot_be_asked(data):
    opened = lesson.Lesson("02_the_previous_year", "adjacent_years").explore("claim_cards", after="predict_rise")
    closed = lesson.Lesson("02_the_previous_year", "counts_and_headline").explore("claim_cards", after="predict_rise")
    assert opened.opened and not closed.opened


def test_passages_are_whole_or_say_what_the_story_lacks(ledger):
    """Those of 03 and 04 have something to say, or say that they have nothing, on every story."""
    for notebook in NOTEBOOKS:
        for name in passages.names(notebook, ledger.story):
            try:
                said = passages.say(notebook, name, ledger).plain
            except NotInStoryError as lack:
                assert notebook[:2] not in ("03", "04"), (notebook, name)
                said = str(lack)
            collect(f"{ledger.story} {notebook} {name}", [said])
            assert not holes([line.strip() for line in said.splitlines()]), (notebook, name)


def test_the_letter_and_my_work_have_no_hole(ledger):
    for notebook, item in items():
        if not needs.lacking(item.needs, ledger) and item.kind not in ("clear", "letter"):
            answer = {"value": answers(item, ledger)[0], "reason": ""}
            work_file.append([work_file.new(ledger.story, notebook, item.name, answer)])
    page = my_work.page(work_file.read(), {ledger.story: ledger})
    kept = [line for line in page.partition("</style>")[2].partition("<script")[0].splitlines() if line.strip()]
    assert not holes(kept)
    if not needs.lacking(["later_count"], ledger):
        written = [*letter.letter({}, ledger).splitlines(), letter.offered({}, ledger)]
        collect(f"{ledger.story} letter", written)
        assert not holes(written)


@pytest.mark.parametrize(("name", "size"), [("rise", "43"), ("rise_percent", "2.4"), ("yearly_rate", "1.9")])
def test_a_fall_is_right_with_its_sign_and_without(data, name, size):
    fall = ledgers.load("a_fall")
    item = practice.load("02_the_previous_year")[name]
    assert marking.mark(item, fall, size).right and marking.mark(item, fall, f"-{size}").right
    assert not marking.mark(item, ledgers.load("counts_and_headline"), f"-{size}").right


@pytest.mark.parametrize("lesson_file", refresh.lessons(refresh.ROOT / "notebooks"), ids=lambda path: path.stem)
def test_a_prediction_is_asked_only_where_the_explorer_that_shows_it_can_open(ledger, lesson_file):
    known = practice.load(lesson_file.stem)
    source = "\n".join(cell.source for cell in refresh.read(lesson_file).cells if cell.cell_type == "code")
    pairs = re.findall(r'lesson\.explore\("(\w+)", after="(\w+)"\)', source)
    assert pairs or "lesson.desk()" in source
    for explorer, item in pairs:
        assert needs.lacking(known[item].needs, ledger) or not registry.lacking(explorer, ledger), (explorer, item)


def test_an_unknown_word_in_a_point_of_the_letter_is_not_passed_over(data, monkeypatch):
    points = {"06_a_range_without_a_method": ("The range", ("range",), "How sure is {{ rangex.low }}?")}
    monkeypatch.setattr(letter, "POINTS", points)
    with pytest.raises(UnknownWordError, match="rangex"):
        letter.letter({}, ledgers.load("unequal_periods"))


def test_a_need_there_is_none_of_stops_the_loading_of_its_file(tmp_path, monkeypatch):
    item = '[[item]]\nname = "one"\nkind = "text"\ntag = "Write"\nquestion = "?"\nneeds = ["headlien"]\n'
    (tmp_path / "09_more.toml").write_text(item, encoding="utf-8")
    monkeypatch.setattr(practice, "ITEMS", tmp_path)
    with pytest.raises(ReaderError, match=r"09_more.toml, item one: found the need 'headlien'"):
        practice.load("09_more")


@pytest.mark.parametrize("story", ["a_fall", "counts_and_headline", "no_hedge"])
def test_nothing_on_offer_in_the_lab_is_impossible(data, story):
    """With few months between two years, most of the earlier count lies in the year before, and no more than all."""
    missing, share, _ = registry.make("period_lab", ledgers.load(story)).controls
    assert min(missing.options) == 0
    assert min(share.options) > 0 and max(share.options) <= 100
