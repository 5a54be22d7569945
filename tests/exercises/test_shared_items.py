"""Items that every notebook has, and those of notebook 01: rows, their keys from the ledger, no typed figure."""

import re
import tomllib

import pytest

import right_answers
from claimlab import lesson
from claimlab.analysis import needs, sure_words
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.exercises import marking, practice, specs, work_file
from claimlab.exercises.templates import fill

STORIES = ("undercover_online", "lost_property")
NOTEBOOKS = sorted(path.stem for path in practice.ITEMS.glob("[0-9]*.toml"))
LESSON = "01_which_number_is_which"


@pytest.fixture(params=STORIES)
def story(request):
    return ledger.load(request.param)


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_every_notebook_has_the_shared_items_after_its_own(notebook):
    own, shared = practice._read(notebook), practice._read(practice.SHARED)
    assert list(practice.load(notebook)) == [*own, *(name for name in shared if name not in own)]
    assert practice.load(notebook)["look_alikes"] == shared["look_alikes"]


def test_a_notebooks_own_item_takes_the_place_of_a_shared_one(tmp_path, monkeypatch):
    one = '[[item]]\nname = "{}"\nkind = "line"\ntag = "{}"\nquestion = "?"\n'
    (tmp_path / "shared.toml").write_text(one.format("a", "shared") + one.format("b", "shared"), encoding="utf-8")
    (tmp_path / "09_mine.toml").write_text(one.format("c", "own") + one.format("a", "own"), encoding="utf-8")
    monkeypatch.setattr(practice, "ITEMS", tmp_path)
    assert [(name, item.tag) for name, item in practice.load("09_mine").items()] == [
        ("c", "own"), ("a", "own"), ("b", "shared"),
    ]  # fmt: skip


def test_a_shared_item_is_answered_anew_in_each_notebook():
    article = ledger.load("undercover_online")
    keys = right_answers.right_rows(practice.load(LESSON)["look_alikes"], article)
    work_file.append([work_file.new(article.story, LESSON, "look_alikes", {"value": keys, "reason": ""})])
    assert lesson.open_lesson(LESSON, article.story).ask("look_alikes").state["right"] is True
    fresh = lesson.open_lesson("02_the_previous_year", article.story).ask("look_alikes")
    assert fresh.state["value"] == "" and fresh.state["right"] is None


def test_the_look_alikes_need_all_five_options(story):
    item = practice.load(LESSON)["look_alikes"]
    keys = [*right_answers.right_rows(item, story).values()]
    assert sorted(option["id"] for option in specs.spec(item, story)["rows"][0]["options"]) == sorted(keys)
    assert len(set(keys)) == 5
    assert [fill(row.label, story) for row in item.row] == [
        story.part(part).printed
        for part in ("earlier_count", "total_without_count", "hedged_count", "headline", "later_count")
    ]


def test_each_option_is_offered_once(story):
    for item in practice.load(LESSON).values():
        for row in specs.spec(item, story)["rows"]:
            texts = [option["text"] for option in row["options"]]
            assert len(texts) == len(set(texts)) > 1


def test_the_keys_of_the_article_are_as_its_ledger_says():
    article, items = ledger.load("undercover_online"), practice.load(LESSON)
    keys = {
        name: [specs.option_text(items[name].options, row.key, article) for row in items[name].row]
        for name in ("look_alikes", "how_sure")
    }
    assert keys == {
        "look_alikes": [
            "arrests, the earlier figure", "years of prison sentence", "children safeguarded",
            "people, in the headline", "arrests, the later figure",
        ],
        "how_sure": [
            "it may be so: no count would contradict it", "it is to come: only a later count could confirm it",
            "it should be so: no count could ever confirm it", "it is so for all: a count of all could confirm it",
        ],
    }  # fmt: skip


def test_the_words_to_sort_are_rows_that_print_nothing_else():
    article, item = ledger.load("undercover_online"), practice.load(LESSON)["how_sure"]
    assert [row.id for row in item.row] == list(sure_words.SURE_WORDS)
    assert [fill(row.label, article) for row in item.row] == [
        "“could” (paragraph 9)", "“will” (paragraph 21)", "“must” (paragraph 23)", "“every” (paragraph 8)",
    ]  # fmt: skip
    # "will only" and the like stand in other rows, and are passed over
    table = article.table.copy()
    table.loc[table["printed"] == "will", "printed"] = "will not"
    other = ledger.Ledger(article.story, table, article.units)
    assert needs.lacking(item.needs, other).startswith("This question needs a row each for “could”, “will”")
    with pytest.raises(NotInStoryError):
        sure_words.row("will", other)


def test_a_wrong_row_is_told_about_itself_alone(story):
    item = practice.load(LESSON)["look_alikes"]
    chosen = right_answers.right_rows(item, story)
    total, later = item.row[1].id, item.row[4].id
    marked = marking.mark(item, story, {**chosen, total: chosen[later], later: chosen[total]})
    assert marked.right is False
    assert [bool(reply) for reply in marked.rows] == [False, True, False, False, True]
    assert story.part("total_without_count").printed in marked.rows[1]


@pytest.mark.parametrize("file", [practice.SHARED, LESSON])
def test_no_figure_is_typed_into_a_row_and_every_rows_item_has_hints(file):
    entries = tomllib.loads((practice.ITEMS / f"{file}.toml").read_text(encoding="utf-8"))["item"]
    for entry in entries:
        for row in entry.get("row", []):
            assert not [said for said in row.values() if re.search(r"\d", str(said))], entry["name"]
        if "row" in entry:
            assert entry["hints"] and entry["right"] and entry["otherwise"]
