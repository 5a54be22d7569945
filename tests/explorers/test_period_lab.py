"""The period lab on both stories: four parts, one computation."""

import re
import threading

import pytest

from claimlab import charts, text
from claimlab.analysis import comparisons, figures, needs, scenarios
from claimlab.analysis.comparisons import precision
from claimlab.claims import ledger, periods
from claimlab.explorers import period_lab, two_periods
from shown import frame


def placed(story, where="the country", **earlier):
    """The story with a place for both its counts, and other cells in the row of the earlier one."""
    claims = story.table.copy()
    claims.loc[claims["part"].isin(["earlier_count", "later_count"]), "place"] = where
    for column, value in earlier.items():
        claims.loc[claims["part"] == "earlier_count", column] = value
    return ledger.Ledger(story.story, claims, story.units)


def told(view):
    """Answer, verdict and reasons, which are read as one."""
    return " ".join([view.answer, view.verdict, *view.reasons])


def test_the_lab_opens_on_what_is_understood_at_once():
    lab = period_lab.explorer(placed(ledger.load("undercover_online")))
    assert lab.start == {"missing": 681, "share": 50.0, "window": period_lab.YEAR_BEFORE}
    view = lab.view(missing=753)
    assert view.answer == "+16.1%"
    assert view.verdict == (
        "If all that is assumed holds, Oct 2021 – Sep 2022 had 1,434; from there to 1,665 arrests is a rise of 16.1%."
    )
    assert view.reasons == (
        "Assumed: 753 arrests in the 6 months without a figure.",
        "Assumed: 50% of the 1,362 fell in Oct 2021 – Mar 2022.",
        "Assumed: both were counted in the same way.",
    )


def test_parts_that_are_rounded_are_said_to_be_where_they_do_not_add_up(story):
    lab, seen = period_lab.explorer(story), set()
    for missing in scenarios.missing_options(story)[::7]:
        for share in scenarios.shares(story):
            held = scenarios.window_held(story, periods.year_before(story.later.period), missing, share)
            late = figures.change.shared_count(story, share)
            adds_up = text.nearest(late) + missing == text.nearest(held)
            seen.add(adds_up)
            assert ("are rounded" in told(lab.view(missing=missing, share=share))) == (not adds_up)
    assert True in seen


def test_steady_growth_in_both_controls_gives_the_yearly_rate():
    lab = period_lab.explorer(ledger.load("undercover_online"))
    view = lab.view(missing=753, share=51.7)
    assert list(frame(view.table)["Change"]) == ["+22.2%", "+14.3% a year", "+14.3%"]
    assert "1,456" in view.verdict


def test_the_number_of_states_is_bounded(story):
    assert 300 < len(list(period_lab.explorer(story).every_key())) <= 1000


def test_picture_verdict_table_and_description_tell_the_same(story):
    lab = period_lab.explorer(story)
    for missing in scenarios.missing_options(story)[::9]:
        view = lab.view(missing=missing, share=50.0)
        held = scenarios.window_count(story, periods.year_before(story.later.period), missing, 50.0)
        change = precision.change((story.later.value - held) / held * 100)
        assert frame(view.table).iloc[2].tolist()[1:3] == [text.number(held), change]
        for words in (told(view), view.description, view.picture, view.narrow):
            assert text.number(held) in words
            assert text.number(missing) in words
        assert all(change in words for words in (view.answer, view.description, view.picture, view.narrow))


def test_what_is_assumed_is_said_every_time(story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    lab = period_lab.explorer(story)
    for key in lab.every_key():
        values = lab.values(key)
        view, alike = lab.view(**values), comparisons.counted_alike(story.earlier, story.later)
        said = told(view)
        assert f"Assumed: {alike}." in said
        assert f"All of it assumes that {alike}; both counts and" in view.description
        if values["window"] == period_lab.AS_PRINTED:
            continue
        assert view.verdict.startswith("If all that is assumed holds, ")
        assert f"Assumed: {text.number(values['missing'])} " in said
        assert "in the 6 months without a figure" in said
        half_way = values["window"] == period_lab.HALF_WAY
        assert (f"{text.number(values['share'])}% of" in said) == (not half_way)
        for words in (said, view.description):
            assert ("spread evenly" in words) == half_way


def test_a_number_that_was_rounded_is_called_about_so_many(story):
    lab, before = period_lab.explorer(story), periods.year_before(story.later.period)
    seen = set()
    for share in scenarios.shares(story):
        held = scenarios.window_held(story, before, 200, share)
        seen.add(held.is_integer())
        said = f"had {'' if held.is_integer() else 'about '}{text.whole(held)}; "
        assert said in lab.view(missing=200, share=share).verdict
    assert False in seen


def test_a_place_that_is_not_stated_is_assumed_too(story):
    nowhere = period_lab.explorer(placed(story, "")).view()
    assert nowhere.reasons[-1] == "Assumed: both were counted in the same way and in the same places."


def test_the_printed_rows_do_not_depend_on_the_slider(story):
    lab = period_lab.explorer(story)
    printed = [frame(lab.view(missing=m).table).head(2).values.tolist() for m in scenarios.missing_options(story)[::20]]
    assert all(rows == printed[0] for rows in printed)
    assert figures.text_of("earlier_count", story) in printed[0][0]


def test_no_change_is_called_no_change(story):
    lab = period_lab.explorer(story)
    for share in scenarios.shares(story):
        view = lab.view(missing=int(figures.change.break_even_with(story, share)), share=share)
        assert "no change" in view.verdict and view.answer == "no change"
        assert frame(view.table)["Change"].iloc[2] == "no change"


def test_a_fall_is_called_a_fall(story):
    assert "a fall of" in period_lab.explorer(story).view(missing=scenarios.missing_options(story)[-1]).verdict


def test_the_share_is_switched_off_where_it_does_not_matter():
    lab = period_lab.explorer(ledger.load("undercover_online"))
    assert lab.view(window=period_lab.HALF_WAY, share=70.0) is lab.view(window=period_lab.HALF_WAY)


def test_presets_name_values_the_controls_offer(story):
    lab = period_lab.explorer(story)
    for _, values in lab.presets[0].choices:
        assert lab.settle(values) == {**lab.start, **values}


@pytest.mark.parametrize(
    "values", [{"missing": -25}, {"missing": 1.5}, {"share": 55}, {"window": "2022"}, {"speed": 1}]
)
def test_a_value_no_control_offers_is_refused_in_a_sentence(values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        period_lab.explorer(ledger.load("undercover_online")).view(**values)


def moved(start, end, **cells):
    """The lab on the report with its earlier count over other months."""
    article = placed(ledger.load("undercover_online"), period_start=start, period_end=end, **cells)
    return period_lab.explorer(article)


ALIKE = "Assumed: both were counted in the same way."
RISE = "If both were counted alike, from 1,362 to 1,665 arrests is a rise of 22.2%."
NOTHING = "so the whole counts say nothing of a change: compare them by the month."


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2021-10", "2022-09", [
            RISE, "Oct 2022 – Sep 2023 follows Oct 2021 – Sep 2022 directly.", "This is the change on the year before.",
            ALIKE,
        ]),
        ("2022-04", "2023-03", [
            RISE,
            "The two periods overlap by 6 months, Oct 2022 – Mar 2023: what was counted then is in both counts.",
            "This can only come from Apr 2022 – Sep 2022 and Apr 2023 – Sep 2023.",
            "It is no change from one time to the next.", ALIKE,
        ]),
        ("2020-04", "2021-03", [
            RISE, "18 months lie between the two, Apr 2021 – Sep 2022, with no figure printed for them.",
            "This is not the change on the year before.", ALIKE,
        ]),
        ("2022-04", "2022-09", [
            f"One count is over 6 months, the other over 12 months, {NOTHING}",
            "Oct 2022 – Sep 2023 follows Apr 2022 – Sep 2022 directly.",
        ]),
        ("2022-04", "2023-10", [
            f"One count is over 19 months, the other over 12 months, {NOTHING}",
            "Oct 2022 – Sep 2023 lies within Apr 2022 – Oct 2023: the later count is a part of the earlier one.",
        ]),
    ],
)  # fmt: skip
def test_two_counts_that_lie_otherwise_are_shown_as_they_lie(start, end, said):
    lab = moved(start, end)
    assert [control.name for control in lab.controls] == ["way"]  # no months to assume
    view = lab.view()
    assert [view.verdict, *view.reasons] == said and view.verdict in view.description
    assert frame(view.table)["Count"].tolist()[:2] == ["1,362", "1,665"]
    for picture in (view.picture, view.narrow):
        assert "1,362" in picture
        assert ("in both" in picture) == ("overlap" in said[1] or "lies within" in said[1])
        assert ("22.2%" in picture) == (said[0] == RISE)


def test_unequal_lengths_are_compared_by_the_month():
    view = moved("2022-04", "2022-09").view(way=two_periods.A_MONTH)
    assert (view.answer, view.verdict) == (
        "−38.9%", "If both were counted alike, from 227 to 138.75 arrests a month is a fall of 38.9%."
    )  # fmt: skip
    assert "This is not equally long" not in told(view)
    assert "The two are not equally long, and the time of the year may matter." in view.reasons
    assert "−38.9%" in view.picture
    assert "−38.9%" not in moved("2022-04", "2022-09").view().picture


def test_a_count_that_begins_no_later_is_refused_in_a_sentence():
    article = placed(ledger.load("undercover_online"), period_start="2022-10", period_end="2023-09")
    lacks = needs.lacking(period_lab.NEEDS, article, "explorer")
    assert "one of which begins later than the other" in lacks and "both counts are for the same months" in lacks


def test_a_hedged_count_gives_no_exact_change():
    rough = period_lab.explorer(placed(ledger.load("undercover_online"), hedge="about", value=1400.0))
    assert "is a rise of about 19%" in rough.view(window=period_lab.AS_PRINTED).verdict


def test_two_threads_draw_the_same_bytes():
    article = ledger.load("undercover_online")
    options = scenarios.missing_options(article)[:24]
    drawn = [{}, {}]

    def draw(pictures, order):
        lab = period_lab.explorer(article)
        for missing in order:
            pictures[missing] = lab.view(missing=missing).picture

    threads = [threading.Thread(target=draw, args=pair) for pair in zip(drawn, (options, options[::-1]), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(drawn[0]) == len(options)
    assert drawn[0] == drawn[1]


def test_a_picture_holds_no_date_and_no_fine_coordinates():
    picture = period_lab.explorer(ledger.load("undercover_online")).view().picture
    assert "<dc:date>" not in picture
    paths = re.findall(r' d="([^"]*)"', picture)
    assert paths and not any(re.search(r"\.\d\d", path) for path in paths)
