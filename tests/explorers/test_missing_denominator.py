"""The missing denominator on both stories: four parts, one computation, and what every mark says it rests on."""

import re

import pytest

from claimlab import charts, text
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


@pytest.fixture
def no_picture(monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")


def test_it_opens_on_a_number_nobody_printed():
    explorer = missing_denominator.explorer(ledger.load("undercover_online"))
    assert explorer.start == {"count": 500}
    view = explorer.view()
    assert view.answer == "about 2.77 years each"
    assert view.verdict == (
        "If 500 were sentenced, the 1,386 years of prison sentence would be about 2.77 years each on average."
    )
    assert view.reasons == (
        "The number 500 is assumed: you set it.",
        "How many were sentenced is not printed, so any point of the curve fits.",
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
    explorer = missing_denominator.explorer(story)
    total = story.part("total_without_count")
    for count in explorer.controls[0].options[::15]:
        view = explorer.view(count=count)
        each = frame(view.table).iloc[0, 1]
        assert frame(view.table).iloc[0, 0] == text.number(count)
        number = float(each.removeprefix("about ").split()[0].replace(",", ""))
        assert number == pytest.approx(total.value / count, rel=0.02, abs=0.006)
        for words in (view.verdict, view.description, view.picture, view.narrow):
            assert text.number(count) in words
            assert each in words
        assert view.answer == f"{each} each"


def test_what_is_assumed_is_said_every_time(story):
    explorer = missing_denominator.explorer(story)
    status = story.part("total_without_count").status
    for count in explorer.controls[0].options[::12]:
        view = explorer.view(count=count)
        assert view.verdict.startswith(f"If {text.number(count)} were {status}, ")
        assert "assumption" in frame(view.table).iloc[0, 2]
        assert "not a sample" in view.description and "not a sample" in view.picture


def test_the_marks_of_the_article():
    table = missing_denominator.explorer(ledger.load("undercover_online")).view().table
    case = "a case chosen by the report, not a sample"
    outside = "an average from outside the report, for all offences that can be tried in the Crown Court"
    assert [[*row, *(line.text for line in lines)] for row, lines in zip(table.rows, table.notes, strict=True)][1:] == [
        ["about 173", "8.00 years", "if each were eight years", case],
        ["about 875", "about 1.58 years", "if each were 19 months", case],
        ["about 729", "1.90 years", "if each were 22.8 months", outside],
        ["1,665", "about 0.83 years", "the number of arrests", "not how many were sentenced"],
    ]


def test_an_average_has_two_places_whatever_they_are(story, no_picture):
    explorer = missing_denominator.explorer(story)
    for count in explorer.controls[0].options:
        view = explorer.view(count=count)
        assert re.fullmatch(r"(?:about )?[\d,]+\.\d\d \w+ each", view.answer), view.answer
        assert view.answer.removesuffix(" each") in view.verdict


def test_at_a_mark_the_reasons_say_what_it_rests_on():
    explorer = missing_denominator.explorer(ledger.load("undercover_online"))
    assert explorer.view(count=173).reasons[2:] == (
        "About 173: if each were eight years.", "That length is a case chosen by the report, not a sample.",
    )  # fmt: skip
    assert len(explorer.view(count=175).reasons) == 2


def test_the_point_on_the_curve_can_be_taken_and_is_cut_nowhere(story):
    explorer = missing_denominator.explorer(story)
    for drawn in ("picture", "narrow"):
        places = []
        for count in explorer.controls[0].options:
            picture = getattr(explorer.view(count=count), drawn)
            width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', picture).groups())
            taken = re.search(r'<g id="handle-count">.*?<use [^>]*x="([\d.]+)" y="([\d.]+)"', picture, re.DOTALL)
            x, y = map(float, taken.groups())
            assert 5 < x < width - 5 and 5 < y < height - 5  # its radius, and its edge
            places.append((x, y))
        assert len(set(places)) == len(places) and places == sorted(places)
        assert [y for _, y in places] == sorted(y for _, y in places)


def test_the_figure_from_outside_stands_on_the_article_alone():
    twin = missing_denominator.explorer(ledger.load("lost_property")).view()
    assert len(twin.table.rows) == 4
    assert "outside" not in twin.picture + " ".join(frame(twin.table).iloc[:, 2])


def test_at_the_later_count_the_verdict_says_what_it_is_a_number_of(story):
    view = missing_denominator.explorer(story).view(count=int(story.later.value))
    status = story.part("total_without_count").status
    number, things = text.number(story.later.value), story.later.unit.plural
    assert view.verdict.endswith(f"; but {number} counts {things}.")
    assert f"{number} is the number of {things}, not of those {status}." in view.reasons


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
    first, second = (missing_denominator.explorer(story).view().picture for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    paths = re.findall(r' d="([^"]*)"', first)
    assert paths and not any(re.search(r"\.\d\d", path) for path in paths)


def test_the_marks_are_the_named_figures(story):
    table = frame(missing_denominator.explorer(story).view().table)
    assert table.iloc[1, 0].removeprefix("about ") == figures.text_of("count_if_long", story)
    assert table.iloc[2, 0].removeprefix("about ") == figures.text_of("count_if_short", story)
    each = table.iloc[-1, 1].removeprefix("about ").split()[0]
    assert float(each) == float(figures.text_of("total_per_later", story))
