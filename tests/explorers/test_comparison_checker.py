"""The comparison checker and the terms ladder on both stories: four parts, one computation."""

import functools
import re

import pytest

from claimlab.analysis import comparisons
from claimlab.analysis.comparisons import DIFFERENCE, NO, ONLY_IF, RATIO, SHARE, SUM, YES
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.explorers import comparison_checker, terms_ladder


def without(story, **spoiled):
    """The story with cells of some parts made empty: part=column."""
    claims = story.table.copy()
    for part, column in spoiled.items():
        claims.loc[claims["part"] == part, column] = ""
    return ledger.Ledger(story.story, claims, story.units)


@functools.cache
def opened(story):
    """The checker on a story, by its name: a state is drawn once for all the tests that walk through them."""
    return comparison_checker.explorer(ledger.load(story))


# --- the checker ------------------------------------------------------------------------------------------------------


def test_the_checker_opens_on_the_predicted_pair(article):
    checker = comparison_checker.explorer(article, predicted="yes")
    assert checker.start == {"first": "later_count", "second": "range", "operation": SHARE, "assumed": False}
    view = checker.view()
    assert view.verdict == (
        "No: 1,665 is a flow, counted over a length of time, and 680,000 to 830,000 is a stock, as many as there are "
        "at one time; unit, status, place and period speak against it too."
    )
    assert view.table.iloc[-1].tolist() == ["your prediction", "", "", "yes"]
    assert "Your prediction was “yes”" in view.description


def test_the_prediction_stands_beside_its_own_pair_only(article):
    checker = comparison_checker.explorer(article, predicted="yes")
    assert "your prediction" not in checker.view(operation=RATIO).table["Looked at"].tolist()
    assert "your prediction" not in comparison_checker.explorer(article).view().table["Looked at"].tolist()


def test_ticking_the_assumption_shows_the_result_with_the_assumption_in_the_sentence(article):
    checker = comparison_checker.explorer(article)
    pair = {"first": "hedged_count", "second": "later_count", "operation": RATIO}
    assert checker.view(**pair).verdict == (
        "Only if you assume that the two are read side by side rather than as cause and result."
    )
    assert "84" not in checker.view(**pair).verdict + str(checker.view(**pair).table)
    assert checker.view(**pair, assumed=True).verdict == (
        "If the two are read side by side rather than as cause and result, then with almost 1,400 children "
        "(Oct 2022 – Sep 2023) and 1,665 arrests (Oct 2022 – Sep 2023) there are at most about 84 children for every "
        "100 arrests."
    )


def test_the_number_of_states_is_bounded(story):
    keys = list(comparison_checker.explorer(story).every_key())
    assert 200 < len(keys) <= 1000
    assert len(set(keys)) == len(keys)


def test_settings_that_show_the_same_are_one_state(article):
    checker = comparison_checker.explorer(article)
    two = {"first": "later_count", "second": "earlier_count"}
    for operation in (DIFFERENCE, SUM, comparisons.CHANGE):
        swapped = checker.view(first="earlier_count", second="later_count", operation=operation)
        assert checker.view(**two, operation=operation) is swapped
    assert checker.view(**two, operation=RATIO) is not checker.view(
        first="earlier_count", second="later_count", operation=RATIO
    )
    assert checker.view(assumed=True) is checker.view()  # nothing assumed saves a pair that does not fit
    assert checker.view(first="range", second="range", operation=SUM) is checker.view(
        first="headline", second="headline", operation=SHARE
    )


def test_every_state_tells_the_same_in_its_four_parts(story):
    checker = opened(story.story)
    known = {one.part: one for one in comparisons.figures(story)}
    for key in checker.every_key():
        values = checker.values(key)
        comparison = comparisons.compare(values["operation"], known[values["first"]], known[values["second"]])
        view = checker.view(**values)
        if comparison.same:
            assert not view.picture and view.table.empty
            continue
        assert view.verdict == comparison.verdict(values["assumed"])
        assert view.table.columns[1:3].tolist() == [comparison.a.amount, comparison.b.amount]
        follows = view.table.set_index("Looked at")["What follows"]
        grades = {"no": 0, "assume": 0, "with care": 0, "fits": 0}
        for column in comparison_checker.READ:
            found = {r.grade for r in comparison.reasons if r.column == column}
            graver = {"no": "no", "if": "assume", "note": "with care"}
            mark = next((graver[grade] for grade in graver if grade in found), "fits")
            grades[mark] += 1
            assert {"no": "no: ", "assume": "assume that ", "with care": "with care: ", "fits": "fits"}[
                mark
            ] in follows[column]
        shown = re.findall(r">\s*(no|assume|with care|fits)\s*</text>", view.picture)
        assert {mark: shown.count(mark) for mark in grades} == grades
        assert (comparison.answer == NO) is (grades["no"] > 0)
        assert (comparison.answer == YES) is (grades["no"] == grades["assume"] == 0)
        for part in (comparison.a, comparison.b):
            assert part.label in view.description
        result = comparison.result if comparison.answer == YES or values["assumed"] else None
        assert follows["the answer"].endswith(result or comparison.answer)


def test_a_refused_result_is_nowhere_to_be_seen(article):
    """The numbers of facts.md 8.3: a reader must not take them along."""
    checker = opened(article.story)
    for key in checker.every_key():
        view = checker.view(**checker.values(key))
        said = " ".join([view.verdict, view.description, view.table.to_string(), view.picture])
        assert not re.search(r"\b(0\.83\b|0\.832|0\.2%|0\.245|0\.20%|17\.3|408|498|1\.0% to 1\.2|7\.9%)", said), key


def test_presets_name_values_the_controls_offer(story):
    checker = comparison_checker.explorer(story)
    choices = checker.presets[0].choices
    assert len(choices) >= 4
    for _, values in choices:
        assert checker.settle(values)


def test_a_value_no_control_offers_is_refused_in_a_sentence(article):
    for values in ({"first": "long_sentence"}, {"operation": "product"}, {"assumed": "yes"}, {"speed": 1}):
        with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
            comparison_checker.explorer(article).view(**values)


def test_a_story_without_the_opening_pair_opens_on_its_first_two(article):
    checker = comparison_checker.explorer(without(article, range="part"), predicted="no")
    assert checker.start["operation"] == RATIO
    assert "your prediction" not in checker.view().table.to_string()


def test_a_story_without_two_figures_is_told_so():
    twin = ledger.load("lost_property")
    alone = without(twin, **{part: "part" for part in twin.parts if part not in ("", "later_count")})
    with pytest.raises(ReaderError, match="needs two figures; lost_property has 1. Give a second statistic a part"):
        comparison_checker.explorer(alone)


def test_the_same_state_gives_the_same_bytes(story):
    first, second = (comparison_checker.explorer(story, predicted="no").view().picture for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    assert not any(re.search(r"\.\d\d", path) for path in re.findall(r' d="([^"]*)"', first))


# --- the ladder -------------------------------------------------------------------------------------------------------


def test_the_ladder_is_filled_only_where_there_is_a_figure(article):
    table = terms_ladder.explorer(article).view().table.set_index("Stage")["What is printed"]
    assert table.to_dict() == {
        "suspected": "1,600 people; more than 1,600 people",
        "arrested": "1,665 arrests; 1,362 arrests",
        "charged": "no figure printed",
        "convicted": "no figure printed",
        "sentenced": "1,386 years of prison sentence",
        "safeguarded": "almost 1,400 children",
        "estimated to pose a risk": "680,000 to 830,000 adults",
    }


def test_estimated_stands_beside_the_ladder_on_both_stories(story):
    ladder = terms_ladder.explorer(story)
    place = ladder.view().table.set_index("Stage")["Where it stands"]
    assert place[story.part("range").status] == "beside the ladder"
    assert place.tolist()[:5] == ["first rung", "second rung", "third rung", "fourth rung", "fifth rung"]
    assert "stands beside the ladder" in ladder.view(stage=story.part("range").status).verdict


def test_the_ladder_tells_the_same_in_its_four_parts(story):
    ladder = terms_ladder.explorer(story)
    assert 5 < len(list(ladder.every_key())) <= 1000
    for key in ladder.every_key():
        values = ladder.values(key)
        view = ladder.view(**values)
        printed = view.table.set_index("Stage")["What is printed"]
        assert re.match(f"(?:At |For )?“{values['stage']}”", view.verdict)
        for stage, said in printed.items():
            assert stage in view.description
            assert said == "no figure printed" or said in view.description
        assert (view.picture.count(">no figure printed<")) == (printed == "no figure printed").sum()
        if printed[values["stage"]] == "no figure printed":
            assert "no rate to this rung or from it can be worked out" in view.verdict
        else:
            assert printed[values["stage"]] in view.verdict


def test_the_ladder_follows_the_status_column(article):
    claims = article.table.copy()
    claims.loc[claims["part"] == "earlier_count", "status"] = "charged"
    moved = terms_ladder.explorer(ledger.Ledger("moved", claims, article.units)).view(stage="charged")
    assert "1,362 arrests" in moved.verdict
    assert "for the next rung, “convicted”, no figure is printed" in moved.verdict


def test_a_stage_no_control_offers_is_refused_in_a_sentence(article):
    with pytest.raises(ValueError, match="is not one of the values this control offers"):
        terms_ladder.explorer(article).view(stage="acquitted")


def test_a_story_with_nothing_on_a_rung_is_told_so(article):
    nowhere = ledger.Ledger("nowhere", article.table.assign(status="-"), article.units)
    with pytest.raises(ReaderError, match="The terms ladder needs a figure on a rung; nowhere has none"):
        terms_ladder.explorer(nowhere)


def test_the_ladder_gives_the_same_bytes_twice(story):
    first, second = (terms_ladder.explorer(story).view().picture for _ in range(2))
    assert first == second


def test_answers_of_the_checker_are_the_options_of_the_items():
    assert comparisons.ANSWERS == (YES, ONLY_IF, NO) == ("yes", "only if you assume something", "no")
