"""Another story for a question on new numbers: the fullest, and never one that asks for care."""

from __future__ import annotations

import shutil

import pytest

from claimlab.analysis import figures, needs
from claimlab.claims import ledger, stories, tables
from claimlab.claims.errors import NotInStoryError
from claimlab.exercises.templates import fill

ARTICLE, TWIN = "undercover_online", "lost_property"


def test_no_story_ever_shows_one_whose_subject_asks_for_care():
    assert stories.told(ARTICLE)["care"] is True
    for name in stories.ready():
        try:
            found = stories.another(name)
        except NotInStoryError:
            continue
        assert found.story not in (name, ARTICLE, stories.BLANK)


def test_the_fullest_of_the_others_is_taken_and_a_broken_one_is_passed_over(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(tables.DATA, data)
    for name in ("a_thin_one", "a_broken_one"):
        (data / name).mkdir()
    lines = (data / TWIN / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "a_thin_one/claims.csv").write_text("".join(lines[:2]), encoding="utf-8")
    (data / "a_broken_one/claims.csv").write_text("id\n1,2,3\n", encoding="utf-8")
    assert stories.another(ARTICLE, data).story == TWIN
    shutil.rmtree(data / TWIN)
    assert stories.another(ARTICLE, data).story == "a_thin_one"
    shutil.rmtree(data / "a_thin_one")
    with pytest.raises(NotInStoryError, match="none here can be read"):
        stories.another(ARTICLE, data)


def test_words_figures_and_needs_can_be_of_another_story():
    article, twin = ledger.load(ARTICLE), ledger.load(TWIN)
    assert stories.another(ARTICLE).story == TWIN
    assert fill("{{ other.later_count }} {{ other.things }}", article) == fill("{{ later_count }} {{ things }}", twin)
    assert figures.text_of("other.rise_percent", article) == figures.text_of("rise_percent", twin)
    assert figures.text_of("other.rise_percent", article) != figures.text_of("rise_percent", article)
    assert needs.lacking(["other.change"], article) == ""
    with pytest.raises(KeyError):
        figures.value_of("other.no_figure", article)
