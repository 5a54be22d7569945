"""The lag timeline on both stories: four parts, one computation, and lengths from outside on clocks of their own."""

import re

import pandas as pd
import pytest

from claimlab import charts, text
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import lag_timeline
from shown import frame, notes


@pytest.fixture(scope="module")
def article():
    return lag_timeline.explorer(ledger.load("undercover_online"))


def moved(part, **cells):
    """The report with some cells of one part's row changed."""
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    for column, value in cells.items():
        claims.loc[claims["part"] == part, column] = value
    return ledger.Ledger("moved", claims, article.units)


def test_the_controls_are_those_of_the_lesson(article):
    month, lag = article.controls
    assert (month.options[0], month.options[-1], len(month.options)) == ("Apr 2021", "Sep 2023", 30)
    assert lag.options == tuple(range(2, 37, 2))
    assert article.start == {"month": "Mar 2022", "lag": 14}


def test_the_number_of_states_is_bounded(story):
    assert len(list(lag_timeline.explorer(story).every_key())) == 540


@pytest.mark.parametrize(
    ("month", "lag", "part"),
    [
        ("Oct 2022", 2, "both the arrests and the years of prison sentence"),
        ("Oct 2022", 10, "both the arrests and the years of prison sentence"),
        ("Oct 2022", 12, "the arrests, not of the years of prison sentence"),
        ("Sep 2023", 2, "the arrests, not of the years of prison sentence"),
        ("Sep 2022", 12, "the years of prison sentence, not of the arrests"),
        ("Aug 2022", 2, "the years of prison sentence, not of the arrests"),
        ("Jul 2022", 2, "neither the arrests nor the years of prison sentence"),
        ("Apr 2021", 30, "neither the arrests nor the years of prison sentence"),
        ("Apr 2021", 28, "the years of prison sentence, not of the arrests"),
    ],
)
def test_the_edges_of_the_counted_months(article, month, lag, part):
    view = article.view(month=month, lag=lag)
    assert view.verdict.endswith(f"one case can be part of {part}.")
    answers = {"both": "can be in both figures", "neither": "can be in neither figure",
               "the arrests": "can be in the 1,665 only", "the years": "can be in the 1,386 only"}  # fmt: skip
    assert [view.answer] == [answer for words, answer in answers.items() if part.startswith(words)]


def test_from_a_year_on_no_case_is_part_of_both(story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    explorer, counts = lag_timeline.explorer(story), story.later.period
    both = set()
    for lag in lag_timeline.LAGS:
        for month in range(counts.months):
            if "both" in explorer.view(month=text.month(counts.start + month), lag=lag).verdict:
                both.add(lag)
    assert both == {2, 4, 6, 8, 10}


def test_picture_verdict_table_and_description_tell_the_same(story):
    explorer = lag_timeline.explorer(story)
    total = story.part("total_without_count")
    for month in explorer.controls[0].options[::6]:
        for lag in (2, 14, 36):
            view = explorer.view(month=month, lag=lag)
            end = text.month(pd.Period(month, "M") + lag)
            origin = str(total.period.moved(-lag))
            assert frame(view.table).iloc[0, 1] == month
            assert frame(view.table).iloc[1, 1] == f"{end}, {lag} months later"
            assert frame(view.table).iloc[2, 1] == origin
            for words in (" ".join((view.verdict, *view.reasons)), view.description, view.picture, view.narrow):
                assert month in words and end in words
            assert f"{lag} months" in view.verdict and f"{lag} months" in view.description
            assert all(origin in words for words in (view.description, view.picture, view.narrow))
            assert any(origin in reason for reason in view.reasons)


def test_both_ends_of_the_case_can_be_taken(story):
    """Each option that lies on the time axis has a place of its own, and later months lie farther right."""
    explorer = lag_timeline.explorer(story)
    month, lag = explorer.controls
    for control, fixed in ((month, {"lag": 2}), (lag, {"month": month.options[0]})):
        for drawn in ("picture", "narrow"):
            pictures = [getattr(explorer.view(**fixed, **{control.name: one}), drawn) for one in control.options]
            mark = rf'<g id="handle-{control.name}">.*?<use [^>]*x="([\d.]+)"'
            places = [float(re.search(mark, picture, re.DOTALL)[1]) for picture in pictures]
            assert places == sorted(set(places))


def test_the_table_says_where_both_ends_fall(story):
    explorer = lag_timeline.explorer(story)
    total, seen = story.part("total_without_count").period, set()
    for month in explorer.controls[0].options[::2]:
        view = explorer.view(month=month, lag=12)
        start, end = pd.Period(month, "M"), pd.Period(month, "M") + 12
        where = frame(view.table).iloc[0, 2]
        for claim in (story.earlier, story.later):
            assert (claim.printed in where) == (claim.period.start <= start <= claim.period.end)
        assert frame(view.table).iloc[1, 2].split()[0] == (
            "before" if end < total.start else "after" if end > total.end else "in"
        )
        seen.add(where)
    assert len(seen) == 3


def test_what_is_assumed_is_said_every_time(story):
    explorer = lag_timeline.explorer(story)
    assert all("(assumed)" in control.label for control in explorer.controls)
    for month in explorer.controls[0].options[::5]:
        view = explorer.view(month=month, lag=20)
        assert (
            view.verdict.startswith(f"If “{story.later.status}” in {month} and ")
            and ", one case can be part of " in view.verdict
        )
        assert "The month and the 20 months are assumed: you set them." in view.reasons
        assert any(reason.startswith("If all took 20 months") for reason in view.reasons)
        assert "If every case took 20 months" in view.description
        assert "if all took 20 months" in view.picture and "assumed here" in view.picture


def test_lengths_from_outside_say_that_they_run_on_another_clock(article):
    view = article.view()
    outside = frame(view.table).iloc[-2:]
    assert outside.iloc[:, 1].tolist() == ["370–400 days", "614 days"]
    assert outside.iloc[:, 0].str.startswith("outside figure: from ").all()
    for lines in list(notes(view.table).values())[-2:]:
        assert [line.text.endswith("another clock: it does not start at “arrested”") for line in lines] == [True]
    assert view.picture.count("outside figure") == view.narrow.count("outside figure") == 2
    assert "on other clocks: 370–400 days" in view.description


def test_lengths_from_outside_stand_on_the_article_alone():
    view = lag_timeline.explorer(ledger.load("lost_property")).view()
    assert len(frame(view.table)) == 3
    assert "outside" not in view.picture + view.description


def test_marks_stand_where_their_days_are():
    from claimlab.analysis.figures import totals

    quarters, whole = totals.lengths_outside(ledger.load("undercover_online"))
    assert quarters.months == pytest.approx((12.16, 13.14), abs=0.01)
    assert whole.months == pytest.approx((20.17, 20.17), abs=0.01)


@pytest.mark.parametrize(
    "values", [{"month": "Mar 2021"}, {"month": "2022-03"}, {"month": 3}, {"lag": 3}, {"lag": 38}, {"speed": 1}]
)
def test_a_value_no_control_offers_is_refused_in_a_sentence(article, values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        article.view(**values)


@pytest.mark.parametrize(
    ("part", "cells"),
    [
        ("total_without_count", {"period_start": "", "period_end": ""}),
        ("total_without_count", {"unit": ""}),
        ("later_count", {"value": None}),
    ],
)
def test_a_story_it_cannot_show_is_refused_in_a_sentence(part, cells):
    with pytest.raises(NotInStoryError, match="needs a value above 0, a unit and a period"):
        lag_timeline.explorer(moved(part, **cells))


@pytest.mark.parametrize(("part", "status"), [("total_without_count", "-"), ("later_count", "")])
def test_a_stage_without_a_name_is_told(part, status):
    with pytest.raises(NotInStoryError, match="needs the stage .* of the total and of the later count"):
        lag_timeline.explorer(moved(part, status=status))


def test_counts_too_far_apart_are_refused_in_a_sentence():
    with pytest.raises(NotInStoryError, match="shows at most 50 months; the counts of moved span Apr 2015 – Sep 2023"):
        lag_timeline.explorer(moved("earlier_count", period_start="2015-04", period_end="2016-03"))


def test_the_same_state_gives_the_same_bytes_without_date_or_fine_coordinates(story):
    first, second = (lag_timeline.explorer(story).view().picture for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    paths = re.findall(r' d="([^"]*)"', first)
    assert paths and not any(re.search(r"\.\d\d", path) for path in paths)
