"""The range sketcher, and the ranges that came before, on both stories: four parts, one computation."""

import re
from collections import Counter

import pytest

from claimlab import charts, text
from claimlab.analysis import figures
from claimlab.analysis.figures import estimate
from claimlab.analysis.sketches import BETWEEN, DOTS, FLAT, HIGH, LOW, PEAKED, SHAPES, sketch
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import nested_ranges, range_sketcher
from shown import frame, told

# --- the dots -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("between", BETWEEN)
def test_as_many_dots_lie_between_the_ends_as_the_control_says(shape, between):
    places = sketch(shape, between)
    assert len(places) == DOTS
    assert sum(0 < place < 1 for place in places) == between
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("shape", "one", "four"),
    [(FLAT, (0, 1), (2, 2)), (PEAKED, (0, 1), (2, 2)), (LOW, (0, 1), (1, 3)), (HIGH, (1, 0), (3, 1))],
)
def test_dots_outside_lie_on_the_side_of_the_longer_tail(shape, one, four):
    for between, expected in zip(BETWEEN, ((0, 0), one, four), strict=True):
        places = sketch(shape, between)
        assert (sum(place < 0 for place in places), sum(place > 1 for place in places)) == expected


def test_the_shapes_are_what_they_are_called():
    for between in BETWEEN:
        flat = sketch(FLAT, between)
        gaps = [later - earlier for earlier, later in zip(flat, flat[1:], strict=False)]
        assert gaps == pytest.approx([gaps[0]] * len(gaps))
        peaked = sketch(PEAKED, between)
        middle = min(range(DOTS - 1), key=lambda dot: peaked[dot + 1] - peaked[dot])
        assert abs(peaked[middle] + peaked[middle + 1] - 1) < 0.1  # closest together in the middle of the range
        sixths = Counter(int(place * 6) for place in peaked if 0 < place < 1)
        assert all(sixths[a] <= sixths[b] for a, b in ((0, 1), (1, 2), (5, 4), (4, 3)))
        assert max(sixths[0], sixths[5]) < min(sixths[2], sixths[3])
        assert abs(sixths[2] - sixths[3]) <= 1
        assert peaked[10] - peaked[9] < (peaked[1] - peaked[0]) / 2 and peaked[19] - peaked[18] > 1.5 * gaps[0]
        low, high = sketch(LOW, between), sketch(HIGH, between)
        assert [1 - place for place in reversed(low)] == pytest.approx(high)
        assert sum(place < 1 / 2 for place in low) > DOTS / 2 > sum(place < 1 / 2 for place in high)


def test_dots_are_drawn_on_their_side_of_the_ends():
    from matplotlib.figure import Figure

    for shape in SHAPES:
        for between in BETWEEN:
            axes, places = Figure().subplots(), sketch(shape, between)
            charts.dots.axis(axes, 680_000, 830_000)
            charts.dots.dots(axes, 680_000, 830_000, places, 6, 12)
            dots = [line for line in axes.lines if line.get_marker() == "o"]
            inside = [680_000 < dot.get_xdata()[0] < 830_000 for dot in dots]
            assert len(dots) == DOTS and sum(inside) == between
            assert [dot.get_markerfacecolor() != "white" for dot in dots] == inside
            assert max(Counter(dot.get_xdata()[0] for dot in dots).values()) < charts.dots.ROWS
            assert all(axes.get_xlim()[0] < dot.get_xdata()[0] < axes.get_xlim()[1] for dot in dots)


# --- the sketcher ---------------------------------------------------------------------------------------------------


def test_the_sketcher_opens_flat_on_the_base_that_was_out(article):
    explorer = range_sketcher.explorer(article)
    assert explorer.start == {"shape": FLAT, "between": DOTS, "base": "adults in the UK, mid-2021"}
    view = explorer.view()
    assert view.answer == "10 of 20 below the middle"
    assert view.verdict == (
        "If the dots are spread evenly and all 20 lie between the ends, 10 of 20 chances lie below 755,000, the middle."
    )
    assert view.reasons[:3] == (
        "Where the dots lie is your assumption; the story gives none.",
        "One dot is one chance in 20, not people.",
        "Whatever the shape: 13 to 16 in every 1,000 adults in the UK, mid-2021.",
    )


def test_the_number_of_states_is_bounded(story):
    assert len(list(range_sketcher.explorer(story).every_key())) == len(SHAPES) * len(BETWEEN) * 6


def test_picture_verdict_table_and_description_tell_the_same(story):
    explorer = range_sketcher.explorer(story)
    for key in list(explorer.every_key())[::5]:
        values = explorer.values(key)
        places = sketch(values["shape"], values["between"])
        outside = sum(place < 0 for place in places), sum(place > 1 for place in places)
        view = explorer.view(**values)
        numbers = frame(view.table)["Number"].tolist()
        assert numbers[1] == f"{values['between']} of 20"
        assert numbers[2] == f"{outside[0]}, {outside[1]}"
        assert numbers[3] == f"{sum(place < 1 / 2 for place in places)} of 20"
        assert f"{numbers[3]} chances lie below" in view.verdict and view.answer.startswith(numbers[3])
        assert range_sketcher.WRITTEN[values["shape"]] in view.verdict and values["shape"] in view.description
        assert f"{values['between']} of 20 between" in view.picture and f"{values['between']} of 20 betw" in view.narrow
        for side, count in zip(("below", "above"), outside, strict=True):
            assert f"{count} {side}" in view.description
            assert (f">{count} {side}<" in view.picture) is (count > 0)
        base = estimate.bases(story).set_index("printed").loc[values["base"], "value"]
        ends = [text.whole(estimate.share(end, base)) for end in (story.part("range").low, story.part("range").high)]
        share = f"{ends[0]} to {ends[1]}"
        assert numbers[4] == f"{share} in 1,000"
        assert f"{share} in every 1,000 {values['base']}" in told(view)
        assert f"{share} in every 1,000 {values['base']}" in view.description
        assert f">{share}<" in view.picture and values["base"] in view.picture


def test_what_is_assumed_is_said_every_time(story):
    explorer = range_sketcher.explorer(story)
    for key in list(explorer.every_key())[::7]:
        view = explorer.view(**explorer.values(key))
        for words in (told(view), view.description):
            assert "your assumption; the story gives none" in words
        assert [said.startswith("your assumption") for said in frame(view.table)["Rests on"]][1:4] == [True] * 3
        assert "one dot = one chance in 20, not people" in view.picture
        assert "your assumption" in view.picture
        assert "one dot is one chance in 20, not people" in view.description
        assert view.verdict.endswith(".") and view.verdict.count(". ") == 0


def test_a_wrong_base_is_called_wrong_with_its_reason(story):
    explorer = range_sketcher.explorer(story)
    for row in estimate.bases(story).itertuples():
        view = explorer.view(base=row.printed)
        wrong = row.serves == "no"
        assert ("has the wrong base" in told(view)) is wrong
        assert ("wrong base" in view.picture) is wrong
        assert ("a wrong base" in view.description) is wrong
        assert (frame(view.table)["Rests on"].iloc[4] == "wrong base") is wrong
        assert row.why in view.description
        clauses = [clause.removeprefix("and ").removeprefix("but ") for clause in row.why.split(", ")]
        assert all(clause.lower() in told(view).lower() for clause in clauses)


def test_the_share_does_not_depend_on_the_sketch(story):
    explorer = range_sketcher.explorer(story)
    shares = {frame(explorer.view(shape=s, between=n).table)["Number"].iloc[4] for s in SHAPES for n in BETWEEN}
    assert len(shares) == 1


@pytest.mark.parametrize(
    "values", [{"shape": "round"}, {"between": 18}, {"between": None}, {"base": "everyone"}, {"speed": 1}]
)
def test_a_value_no_control_offers_is_refused_in_a_sentence(article, values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        range_sketcher.explorer(article).view(**values)


def test_a_story_without_a_range_is_refused_in_a_sentence(article):
    claims = article.table.assign(part=article.table["part"].replace("range", ""))
    with pytest.raises(NotInStoryError, match="has no row with the part range"):
        range_sketcher.explorer(ledger.Ledger("bare", claims, article.units))


def test_a_story_without_bases_has_a_sketch_and_no_share(article):
    explorer = range_sketcher.explorer(ledger.Ledger("your_article", article.table, article.units))
    view = explorer.view()
    assert view.reasons[-1] == "No base is known here."
    assert "share" not in " ".join(frame(view.table)["What"]) and "in every" not in view.picture + view.description


def test_the_same_state_gives_the_same_bytes(story):
    for values in ({}, {"shape": HIGH, "between": 16}):
        pictures = {range_sketcher.explorer(story).view(**values).picture for _ in range(2)}
        assert len(pictures) == 1
        assert not re.search(r' d="[^"]*\.\d\d', pictures.pop())
    assert nested_ranges.explorer(story).view().picture == nested_ranges.explorer(story).view().picture


# --- the ranges before ----------------------------------------------------------------------------------------------


def test_the_range_lies_inside_the_one_before(article):
    view = nested_ranges.explorer(article).view()
    assert view.answer == "neither up nor down"
    assert view.verdict == (
        "One number may lie in 680,000 to 830,000 and in 550,000 to 850,000, so neither up nor down can be read from "
        "the two."
    )
    assert view.reasons[:2] == (
        "The estimate of 550,000 to 850,000 people (May 2021, as reported) has the whole of 680,000 to 830,000 inside "
        "it.",
        "The lower end rose by 130,000, the upper end fell by 20,000.",
    )


def test_the_four_parts_tell_of_each_earlier_estimate(story):
    explorer = nested_ranges.explorer(story)
    ends = [text.number(end) for end in (story.part("range").low, story.part("range").high)]
    for row, name in zip(estimate.earlier(story).itertuples(), explorer.controls[0].options, strict=True):
        view = explorer.view(before=name)
        assert view.reasons[0].startswith("The estimate of ") and row.printed in name
        assert ("as reported" in name) is (row.confidence == "V2")
        assert view.verdict in view.description and row.changed in view.description and row.changed in told(view)
        assert frame(view.table).iloc[-1].tolist()[1:] == ends
        for words in (view.verdict, view.picture, view.narrow, view.description):
            assert f"{ends[0]} to {ends[1]}" in words and row.printed in words.lower()
        assert "neither up nor down" in view.verdict


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (500_000, 900_000, "lies wholly inside"),
        (400_000, 700_000, "overlaps with"),
        (550_000, 850_000, "has the same two ends as"),
        (850_000, 900_000, "overlaps with"),
        (860_000, 900_000, "does not overlap with.*reads as up only if you assume"),
        (300_000, 400_000, "does not overlap with.*reads as down only if you assume"),
    ],
)
def test_every_way_two_ranges_can_lie_has_its_sentence(article, low, high, said):
    claims = article.table.copy()
    claims.loc[claims["part"] == "range", ["low", "high"]] = low, high
    view = nested_ranges.explorer(ledger.Ledger(article.story, claims, article.units)).view()
    relation, way = said.split(".*") if ".*" in said else (said, "neither up nor down")
    assert relation in view.reasons[0] and way in view.verdict
    assert (view.answer == "neither up nor down") is ("overlap with" not in said)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (680_000, 830_000, "680,000 to 830,000 lies wholly above its lower end."),
        (200_000, 400_000, "200,000 to 400,000 lies partly below its lower end."),
        (100_000, 200_000, "100,000 to 200,000 lies wholly below its lower end."),
    ],
)
def test_every_way_a_range_can_lie_to_a_floor_has_its_sentence(article, low, high, said):
    claims = article.table.copy()
    claims.loc[claims["part"] == "range", ["low", "high"]] = low, high
    explorer = nested_ranges.explorer(ledger.Ledger(article.story, claims, article.units))
    view = explorer.view(before=explorer.controls[0].options[0])
    assert said in view.reasons
    assert ("reads as down only if you assume that both were estimated" in view.verdict) is ("wholly below" in said)


def test_a_floor_has_an_arrow_and_no_upper_end(article):
    explorer = nested_ranges.explorer(article)
    assert explorer.view().picture.count('id="arrow-before-') == 1
    assert "has no upper end" in explorer.view(before=explorer.controls[0].options[0]).reasons[0]


def test_the_ranges_before_refuse_what_they_cannot_show(article):
    with pytest.raises(ValueError, match="is not one of the values this control offers"):
        nested_ranges.explorer(article).view(before="last year")
    with pytest.raises(NotInStoryError, match="has no earlier estimate to compare with"):
        nested_ranges.explorer(ledger.Ledger("your_article", article.table, article.units))


def test_the_key_of_the_nested_ranges_holds_on_every_story(story):
    """The later range really lies inside the earlier one on both stories, so the key of the item holds."""
    before = figures.value_of("range_before_low", story), figures.value_of("range_before_high", story)
    assert before[0] < story.part("range").low < story.part("range").high < before[1]
