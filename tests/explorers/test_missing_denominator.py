"""The missing denominator on both stories: four parts, one computation, and what every mark says it rests on."""

import re

import pytest

from claimlab import text
from claimlab.analysis import figures
from claimlab.analysis.marked_counts import marked_counts, written_count
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import missing_denominator
from shown import frame


def moved(claims, part, **cells):
    """The claims with some cells of one part's row changed."""
    claims = claims.copy()
    for column, value in cells.items():
        claims.loc[claims["part"] == part, column] = value
    return claims


def test_it_opens_on_a_number_nobody_printed():
    explorer = missing_denominator.explorer(ledger.load("undercover_online"))
    assert explorer.start == {"count": 500}
    assert explorer.view().verdict == (
        "If 500 were sentenced, the 1,386 years of prison sentence would be about 2.77 years each on average; "
        "how many there were is not printed, so any point of the curve fits."
    )


def test_the_slider_goes_from_100_to_2000_and_stops_at_every_mark():
    options = missing_denominator.explorer(ledger.load("undercover_online")).controls[0].options
    assert (options[0], options[-1]) == (100, 2000)
    assert {173, 729, 875, 1665} <= set(options)


def test_the_steps_are_never_coarse_and_the_states_are_bounded(story):
    options = missing_denominator.explorer(story).controls[0].options
    assert 50 < len(options) < 200
    assert all(after - before <= max(1, before / 20) for before, after in zip(options, options[1:], strict=False))


def test_picture_verdict_table_and_description_tell_the_same(story):
    explorer = missing_denominator.explorer(story, predicted="5")
    total = story.part("total_without_count")
    for count in explorer.controls[0].options[::15]:
        view = explorer.view(count=count)
        each = frame(view.table).iloc[0, 1]
        assert frame(view.table).iloc[0, 0] == text.number(count)
        number = float(each.removeprefix("about ").split()[0].replace(",", ""))
        assert number == pytest.approx(total.value / count, rel=0.02, abs=0.006)
        for words in (view.verdict, view.description, view.picture):
            assert text.number(count) in words
            assert each in words
        own = f"about {text.whole(total.value / 5)}"
        assert frame(view.table).iloc[-1].tolist()[0] == own
        assert f"{own}: your prediction" in view.picture


def test_what_is_assumed_is_said_every_time(story):
    explorer = missing_denominator.explorer(story)
    status = story.part("total_without_count").status
    for count in explorer.controls[0].options[::12]:
        view = explorer.view(count=count)
        assert view.verdict.startswith(f"If {text.number(count)} were {status}, ")
        assert "assumption" in frame(view.table).iloc[0, 2]
        assert "not a sample" in view.description and "not a sample" in view.picture


def test_the_marks_of_the_article():
    table = frame(missing_denominator.explorer(ledger.load("undercover_online")).view().table)
    assert table.iloc[1:].values.tolist() == [
        ["about 173", "8 years", "if each were eight years; a case chosen by the report, not a sample"],
        ["about 875", "about 1.58 years", "if each were 19 months; a case chosen by the report, not a sample"],
        ["about 729", "1.9 years", "if each were 22.8 months; an average from outside the report, "
         "for all offences that can be tried in the Crown Court"],
        ["1,665", "about 0.83 years", "the number of arrests; not how many were sentenced"],
    ]  # fmt: skip


def test_the_figure_from_outside_stands_on_the_article_alone():
    twin = missing_denominator.explorer(ledger.load("lost_property")).view()
    assert len(twin.table.rows) == 4
    assert "outside" not in twin.picture + " ".join(frame(twin.table).iloc[:, 2])


def test_at_the_later_count_the_verdict_says_what_it_is_a_number_of(story):
    view = missing_denominator.explorer(story).view(count=int(story.later.value))
    status = story.part("total_without_count").status
    assert view.verdict.endswith(f"is the number of {story.later.unit.plural}, not of those {status}.")


@pytest.mark.parametrize(
    ("predicted", "written", "why"),
    [("0", "0", "an average length is more than none"), ("-1", "−1", "an average length is more than none"),
     ("1387", "1,387", "more than the whole total, 1,386"),
     ("1000000", "1,000,000", "more than the whole total, 1,386"),
     ("9" * 400, "off the scale", "more than the whole total, 1,386")],
)  # fmt: skip
def test_a_prediction_no_number_gives_is_told_so(predicted, written, why):
    view = missing_denominator.explorer(ledger.load("undercover_online"), predicted).view()
    assert frame(view.table).iloc[-1].tolist() == ["no number", written, f"your prediction: {why}"]
    assert "your prediction" not in view.picture


def test_a_prediction_far_off_the_curve_stands_in_the_key(story):
    view = missing_denominator.explorer(story, "0.001").view()
    own = text.whole(story.part("total_without_count").value / 0.001)
    assert frame(view.table).iloc[-1].tolist()[0] == own
    assert frame(view.table).iloc[-1].tolist()[1].startswith("0.001 ")
    assert "off the scale" in frame(view.table).iloc[-1].tolist()[2]
    assert f"{own}: your prediction" in view.picture


def test_one_number_is_not_shown_with_two_averages(story):
    """A mark's count need not be whole. At the whole number that stands for it the average is the mark's own."""
    explorer = missing_denominator.explorer(story)
    marks = {mark.nearest: mark for mark in marked_counts(story, story.part("total_without_count")) if mark.near}
    for count, mark in marks.items():
        rows = frame(explorer.view(count=count).table).values.tolist()
        of_mark = next(row for row in rows[1:] if row[0] == mark.said)
        assert rows[0][1].removeprefix("about ") == of_mark[1].removeprefix("about ")
        if mark.count != mark.nearest:
            assert rows[0][1].startswith("about ") and of_mark[0].startswith("about ")


def test_a_small_count_that_is_not_whole_lies_between_two():
    assert [written_count(count) for count in (2.4, 173.25, 1665.0)] == ["between 2 and 3", "about 173", "1,665"]


def test_presets_name_values_the_slider_offers(story):
    explorer = missing_denominator.explorer(story)
    for _, values in explorer.presets[0].choices:
        assert explorer.settle(values) == values


@pytest.mark.parametrize("values", [{"count": 99}, {"count": 0}, {"count": 500.5}, {"count": "many"}, {"speed": 1}])
def test_a_value_no_control_offers_is_refused_in_a_sentence(values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        missing_denominator.explorer(ledger.load("undercover_online")).view(**values)


NO_TOTAL, NO_STAGE = "needs a value above 0 and a unit", "needs the stage at which those behind the total are counted"


@pytest.mark.parametrize(
    ("cells", "told"),
    [({"value": None}, NO_TOTAL), ({"unit": ""}, NO_TOTAL), ({"status": "-"}, NO_STAGE), ({"status": ""}, NO_STAGE)],
)
def test_a_total_it_cannot_show_is_refused_in_a_sentence(cells, told):
    article = ledger.load("undercover_online")
    claims = moved(article.table, "total_without_count", **cells)
    with pytest.raises(NotInStoryError, match=told):
        missing_denominator.explorer(ledger.Ledger("moved", claims, article.units))


def test_a_total_that_is_no_length_of_time_is_refused_in_a_sentence():
    article = ledger.load("undercover_online")
    claims = moved(article.table, "total_without_count", unit="children")
    with pytest.raises(NotInStoryError, match="Children are no length of time"):
        missing_denominator.explorer(ledger.Ledger("moved", claims, article.units))


def test_a_story_without_the_two_cases_has_a_curve_all_the_same():
    article = ledger.load("undercover_online")
    claims = article.table[~article.table["part"].isin(["long_case", "short_case"])]
    view = missing_denominator.explorer(ledger.Ledger("undercover_online", claims, article.units)).view()
    assert frame(view.table).iloc[1:, 0].tolist() == ["about 729", "1,665"]
    assert "Triangles" not in view.description


def test_the_same_state_gives_the_same_bytes_without_date_or_fine_coordinates(story):
    first, second = (missing_denominator.explorer(story, "5").view().picture for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    paths = re.findall(r' d="([^"]*)"', first)
    assert paths and not any(re.search(r"\.\d\d", path) for path in paths)


def test_the_marks_are_the_named_figures(story):
    table = frame(missing_denominator.explorer(story).view().table)
    assert table.iloc[1, 0].removeprefix("about ") == figures.text_of("count_if_long", story)
    assert table.iloc[2, 0].removeprefix("about ") == figures.text_of("count_if_short", story)
    assert table.iloc[-1, 1].removeprefix("about ").split()[0] == figures.text_of("total_per_later", story)
