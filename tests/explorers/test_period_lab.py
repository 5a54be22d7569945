"""The period lab on both stories: four parts, one computation."""

import re
import threading

import pytest

from claimlab import charts, text
from claimlab.analysis import figures, scenarios
from claimlab.claims import ledger, periods
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import period_lab
from shown import frame


def test_the_lab_opens_on_steady_growth():
    lab = period_lab.explorer(ledger.load("undercover_online"))
    assert lab.start == {"missing": 753, "share": 51.7, "window": period_lab.YEAR_BEFORE}
    assert lab.view(share=50.0).verdict == (
        "If there were 753 arrests in the 6 months without a figure, and 50% of the 1,362 fell in Oct 2021 – Mar 2022, "
        "then Oct 2021 – Sep 2022 had 1,434, and 1,665 arrests is a rise of 16.1% from there."
    )


def test_steady_growth_in_both_controls_gives_the_yearly_rate():
    lab = period_lab.explorer(ledger.load("undercover_online"))
    view = lab.view(missing=753, share=51.7)
    assert list(frame(view.table)["Change"]) == ["+22.2%", "+14.3% a year", "+14.3%"]
    assert "1,456" in view.verdict


def test_the_number_of_states_is_bounded(story):
    assert 300 < len(list(period_lab.explorer(story).every_key())) <= 1000


def test_picture_verdict_table_and_description_tell_the_same(story):
    lab = period_lab.explorer(story, predicted="31")
    for missing in scenarios.missing_options(story)[::9]:
        view = lab.view(missing=missing, share=50.0)
        held = scenarios.window_count(story, periods.year_before(story.later.period), missing, 50.0)
        change = text.change((story.later.value - held) / held * 100)
        assert frame(view.table).iloc[2].tolist()[1:3] == [text.number(held), change]
        for words in (view.verdict, view.description, view.picture):
            assert text.number(held) in words
            assert text.number(missing) in words
        assert change in view.description and change in view.picture
        assert "+31%" in view.picture and "+31%" in frame(view.table)["Change"].tolist()


def test_what_is_assumed_is_said_every_time(story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    lab = period_lab.explorer(story)
    for key in lab.every_key():
        values = lab.values(key)
        if values["window"] == period_lab.AS_PRINTED:
            continue
        said = lab.view(**values).verdict
        assert said.startswith(f"If there were {text.number(values['missing'])} ")
        assert "in the 6 months without a figure" in said
        spread = (
            "was spread evenly" if values["window"] == period_lab.HALF_WAY else f"{text.number(values['share'])}% of"
        )
        assert spread in said


def test_the_printed_rows_do_not_depend_on_the_slider(story):
    lab = period_lab.explorer(story)
    printed = [frame(lab.view(missing=m).table).head(2).values.tolist() for m in scenarios.missing_options(story)[::20]]
    assert all(rows == printed[0] for rows in printed)
    assert figures.text_of("earlier_count", story) in printed[0][0]


def test_no_change_is_called_no_change(story):
    lab = period_lab.explorer(story)
    for share in scenarios.shares(story):
        view = lab.view(missing=int(figures.change.break_even_with(story, share)), share=share)
        assert "no change" in view.verdict
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


@pytest.mark.parametrize(("start", "end"), [("2021-10", "2022-09"), ("2022-04", "2022-09"), ("2020-04", "2021-03")])
def test_periods_the_lab_cannot_show_are_refused_in_a_sentence(start, end):
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    claims.loc[claims["part"] == "earlier_count", ["period_start", "period_end"]] = start, end
    with pytest.raises(
        NotInStoryError, match="needs two counts over twelve months each, with one to eleven months between them"
    ):
        period_lab.explorer(ledger.Ledger("moved", claims, article.units))


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
