"""Single odd cells in the article's own ledger: each gives a sentence, or is left out, and never a traceback."""

from __future__ import annotations

import pytest

from claimlab import lesson
from claimlab.analysis import comparisons
from claimlab.claims import ledger
from claimlab.display import by_hand
from claimlab.display.live import LiveItem
from claimlab.display.notice import Notice
from claimlab.display.words import UNFIT
from claimlab.exercises import marking, practice
from claimlab.explorers import registry


def changed(article: ledger.Ledger, of: str, /, **cells: object) -> ledger.Ledger:
    table = article.table.copy()
    table.loc[table["part"] == of, list(cells)] = list(cells.values())
    return ledger.Ledger(article.story, table, article.units)


def explored(name: str, story: ledger.Ledger) -> str:
    """Everything an explorer says in every state."""
    explorer = registry.make(name, story)
    views = [explorer.view(**explorer.values(key)) for key in explorer.every_key()]
    return "\n".join(
        " ".join([view.verdict, *view.reasons, view.description, *map(str, view.table.rows)]) for view in views
    )


def test_a_question_whose_answer_is_not_among_its_options_is_not_asked(article, monkeypatch):
    options = {"counted": "{{ things }}", "headline": "{{ headline.things }}"}
    noun = practice.Item("noun", "choice", "Check", "Which noun?", options=options, key="{{ hedged_headline.things }}")
    monkeypatch.setattr(practice, "load", lambda notebook: {"noun": noun})
    for story, fits in ((changed(article, "hedged_headline", unit="weeks"), False), (article, True)):
        monkeypatch.setattr(ledger, "load", lambda name, told=story: told)
        shown = lesson.Lesson("01_which_number_is_which", article.story).ask("noun")
        assert isinstance(shown, LiveItem) if fits else shown == Notice(UNFIT)


@pytest.mark.parametrize("status", ["-", ""])
def test_a_stage_that_is_not_told_leaves_no_hole(article, status):
    other = changed(article, "total_without_count", status=status)
    told = explored("comparison_checker", other)
    assert "needs their number, which is not printed" in told
    assert "number -" not in told and "number ," not in told
    alike = changed(article, "hedged_count", unit="arrests", status=status)
    assert "arrests, Oct 2022" in explored("hedge_line", alike)
    assert f"arrests {status}, Oct 2022" not in explored("hedge_line", alike)


@pytest.mark.parametrize("key", ["first", "later", "undercover_online"])
def test_a_key_error_of_a_students_own_stays_one(article, key):
    lacked = by_hand._Lacked()
    lacked.open(article)
    assert lacked.sentence(KeyError(key)) == ""
    lacked.open(changed(article, "headline", part=""))
    assert "the row headline" in lacked.sentence(KeyError("['headline'] not in index"))


def test_a_case_longer_than_the_total_is_one_at_least(article):
    other = changed(article, "total_without_count", value=2.0, printed="2")
    assert "If 1 were sentenced" in explored("missing_denominator", other)


def test_a_case_that_is_no_length_of_time_is_no_mark(article):
    other = changed(article, "short_case", unit="people")
    assert "19 months" not in explored("missing_denominator", other)
    assert "19 months" in explored("missing_denominator", article)


@pytest.mark.parametrize("operation", [comparisons.CHANGE, comparisons.RATIO, comparisons.SHARE])
def test_nothing_is_divided_by_a_count_of_0(article, operation):
    other = changed(article, "earlier_count", value=0.0, printed="0")
    known = {one.part: one for one in comparisons.figures(other)}
    one, base = (
        ("earlier_count", "later_count") if operation == comparisons.CHANGE else ("later_count", "earlier_count")
    )
    answer = comparisons.compare(operation, known[one], known[base])
    assert answer.answer == comparisons.NO
    assert "nothing can be divided by a count of 0" in [reason.said for reason in answer.reasons]


def test_a_slip_that_a_story_has_no_figure_for_is_passed_over(article):
    other = changed(article, "headline", value=1600.5, printed="1,600.5")
    slip = practice.Wrong("A slip.", figure="later_rounded_up")
    item = practice.Item("gap", "number", "Check", "?", key="headline_gap", wrong=(slip,), otherwise="Look again.")
    assert marking.mark(item, other, "12345").reply == "Look again."
    assert marking.mark(item, article, "1700").reply == "A slip."
