"""The solution of an item: shown once it has been tried or asked for, and worked out by code that is run here."""

from __future__ import annotations

import contextlib
import io
import json
import re
import warnings

import pandas as pd
import pytest

from claimlab import lesson
from claimlab.analysis import figures, needs
from claimlab.claims import ledger
from claimlab.display import saved
from claimlab.exercises import marking, practice, solutions, specs
from claimlab.exercises.templates import fill

STORIES = {name: ledger.load(name) for name in ("undercover_online", "lost_property")}
MARKED = [
    pytest.param(story, item, id=f"{story.story}-{book}-{item.name}")
    for story in STORIES.values()
    for book in (*practice.notebooks(), practice.SHARED)
    for item in practice._read(book).values()
    if item.marked and not needs.lacking(item.needs, story) and marking.fits(item, story)
]
LESSON = "02_the_previous_year"


def printed(code: str, story: str) -> str:
    """What code prints that is given pandas and the rows of a story by their parts, as on a page."""
    claims = pd.read_csv(f"{ledger.tables.DATA}/{story}/claims.csv").set_index("part")
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("error")
        exec(code, {"pd": pd, "claims": claims})
    return out.getvalue()


def bare(number: str) -> float:
    """A number without its unit and its sign: code says a fall with a sign, an answer may be without."""
    return float(re.sub(r"[^\d.]", "", number))


@pytest.mark.parametrize(("story", "item"), [one for one in MARKED if one.values[1].code])
def test_the_code_prints_the_key(story, item):
    lines = printed(item.code, story.story).splitlines()
    keys = {bare(figures.text_of(name, story)) for name in (item.key, item.key_to) if name}
    assert {bare(line.split()[0]) for line in lines} == keys
    assert max(map(len, item.code.splitlines())) <= 88


@pytest.mark.parametrize(("story", "item"), MARKED)
def test_the_lines_tell_the_key(story, item):
    lines, code = solutions.solution(item, story)
    assert len(lines) > max(len(item.row), 1) and all(lines) and code == item.code.strip()
    if item.row:
        keys = [specs.option_text(item.options_of(row), row.key, story) for row in item.row]
        rows = [f"{fill(row.label, story)}: {key}" for row, key in zip(item.row, keys, strict=True)]
        assert sorted(lines[: len(rows)]) == sorted(rows)
    elif item.options:
        assert lines[0] == specs.option_text(item.options, item.key, story)
    else:
        assert figures.text_of(item.key, story) in lines[0]


def test_an_order_is_told_from_the_first_to_the_last():
    item = practice.load("05_may_i_compare_these")["stage_order"]
    lines, _ = solutions.solution(item, ledger.load("undercover_online"))
    assert [line.split(": ")[1] for line in lines[:-1]] == ["first", "second", "third", "fourth", "fifth"]


def test_every_number_to_work_out_has_its_code():
    without = {item.name for _, item in (one.values for one in MARKED) if item.kind == "number" and not item.code}
    # Two dates outside the ledger: months are counted on the fingers. And the rows of another story are not `claims`.
    assert without == {"last_year", "transfer_time"}


def test_it_is_nowhere_before_it_has_been_tried_or_asked_for():
    item = lesson.Lesson(LESSON, "undercover_online").ask("rise")
    assert item.spec["solution"] and item.state["solution"] is None
    sent = json.dumps([item.spec, item.state]) + saved.item_html(item.spec) + saved.item_text(item.spec)
    assert not re.search(r"\b303\b", sent)
    item._hear(None, {"hint": True}, None)
    item._hear(None, {"answer": {"value": "", "reason": ""}}, None)
    assert item.state["solution"] is None
    item._hear(None, {"answer": {"value": "12", "reason": ""}}, None)
    assert item.state["solution"]["lines"][0] == "303" and not item.state["solution"]["asked"]


def test_who_asks_gets_it_open_and_nothing_is_kept_or_marked_by_that():
    opened = lesson.Lesson(LESSON, "undercover_online")
    item = opened.ask("rise")
    item._hear(None, {"solution": True}, None)
    assert item.state["solution"]["asked"] and "later - earlier" in item.state["solution"]["code"]
    assert item.state["right"] is None and not item.state["kept"]
    assert opened.ask("rise").state["solution"] is None
    prediction = opened.ask("predict_rise")
    prediction._hear(None, {"answer": {"value": "12", "reason": ""}}, None)
    assert not prediction.spec["solution"] and prediction.state["solution"] is None
