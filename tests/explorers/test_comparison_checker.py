"""The comparison checker and the terms ladder on both stories: four parts, one computation."""

import dataclasses
import functools
import re

import pytest

from claimlab import text
from claimlab.analysis import comparisons
from claimlab.analysis.comparisons import DIFFERENCE, NO, ONLY_IF, RATIO, SHARE, SUM, YES
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import comparison_checker, terms_ladder
from claimlab.explorers.view import Line
from shown import boxed, cards, everything, frame, notes, told


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


def compared(values, known):
    """The comparison behind a state."""
    return comparisons.compare(values["operation"], known[values["first"]], known[values["second"]])


# --- the checker ------------------------------------------------------------------------------------------------------


def test_the_checker_opens_on_the_predicted_pair(article):
    checker = comparison_checker.explorer(article)
    assert checker.start == {"first": "later_count", "second": "range", "operation": SHARE, "assumed": False}
    view = checker.view()
    assert (view.answer, view.verdict) == (
        "no", "1,665 arrests as a share of 680,000 to 830,000 adults is not worked out here."
    )  # fmt: skip
    assert view.reasons[0] == (
        "1,665 is a flow, counted over time, and 680,000 to 830,000 is a stock, counted at one time."
    )


def test_ticking_the_assumption_shows_the_result_with_the_assumption_in_the_sentence(article):
    checker = comparison_checker.explorer(article)
    pair = {"first": "hedged_count", "second": "later_count", "operation": RATIO}
    assert checker.view(**pair).answer == "only if"
    assumed = "You assume that the two are read side by side rather than as cause and result."
    assert assumed in checker.view(**pair).reasons
    assert "84" not in everything(checker.view(**pair))
    said = checker.view(**pair, assumed=True).verdict
    view = checker.view(**pair, assumed=True)
    assert view.answer == "if all listed is true" and assumed in view.reasons
    assert "Oct 2022 – Sep 2023" in told(view)
    assert said.endswith(
        "With “almost 1,400” children and 1,665 arrests there are at most about 84 children for every 100 arrests."
    )


def test_the_number_of_states_is_bounded(story):
    keys = list(comparison_checker.explorer(story).every_key())
    assert 200 < len(keys) <= 1000
    assert len(set(keys)) == len(keys)


def test_settings_that_show_the_same_are_one_state(article):
    checker = comparison_checker.explorer(article)
    assert checker.view(assumed=True) is checker.view()  # nothing assumed saves a pair that does not fit
    assert checker.view(first="range", second="range", operation=SUM) is checker.view(
        first="range", second="range", operation=SHARE
    )


def test_the_two_stand_in_the_order_chosen_and_the_sentence_does_not_change_with_it(article):
    checker = comparison_checker.explorer(article)
    one, other = (
        {"first": "later_count", "second": "earlier_count"},
        {"first": "earlier_count", "second": "later_count"},
    )
    for operation in comparisons.OPERATIONS:
        view, swapped = checker.view(**one, operation=operation), checker.view(**other, operation=operation)
        assert view.table.columns[1:] == ("1,665 arrests", "1,362 arrests")
        assert swapped.table.columns[1:] == ("1,362 arrests", "1,665 arrests")
        assert [row[1:] for row in view.table.rows] == [row[:0:-1] for row in swapped.table.rows]
        if operation == comparisons.CHANGE:  # it runs forward in time, whichever is named first
            assert view.verdict == swapped.verdict and view.table.notes == swapped.table.notes
        if operation in (DIFFERENCE, SUM):
            assert view.answer == swapped.answer and len(view.reasons) == len(swapped.reasons)
            assert view.verdict.index("1,665") < view.verdict.index("1,362")
            assert swapped.verdict.index("1,362") < swapped.verdict.index("1,665")


def test_the_same_figure_twice_is_two_cards_and_one_sentence(story):
    checker = opened(story.story)
    for name in checker.controls[0].options:
        view = checker.view(first=name, second=name)
        assert view.verdict == "One figure cannot be compared with itself: choose another for one of them."
        assert view.table.columns[1] == view.table.columns[2] != ""
        assert [row[0] for row in view.table.rows] == [*comparison_checker.READ]
        assert all(first == second != "" for _, first, second in view.table.rows)
        assert {line for lines in view.table.notes for line in lines} == {Line("", "", "the same")}


def test_every_state_tells_the_same_in_its_four_parts(story):
    checker = opened(story.story)
    known = {one.part: one for one in comparisons.figures(story)}
    for key in checker.every_key():
        values = checker.values(key)
        comparison = compared(values, known)
        view = checker.view(**values)
        pair = known[values["first"]], known[values["second"]]
        assert view.table.columns[1:] == tuple(comparisons.amount(one) for one in pair)
        assert not view.picture and not view.boxes
        follows = notes(view.table)
        if comparison.same:
            continue
        if comparison.answer == NO:
            assert len(view.reasons) == sum(reason.grade == "no" for reason in comparison.reasons)
        else:
            assert all(clause in told(view) for clause in comparison.assumptions)
        grades = {"no": 0, "assume": 0, "with care": 0, "fits": 0}
        for column in comparison_checker.READ:
            found = [r for r in comparison.reasons if r.column == column]
            graver = {"no": "no", "if": "assume", "note": "with care"}
            mark = next((graver[grade] for grade in graver if grade in {r.grade for r in found}), "fits")
            grades[mark] += 1
            assert follows[column][0].mark == mark
            said = {(graver[r.grade], r.assume if r.grade == "if" else r.said) for r in found} or {("fits", "")}
            assert {(line.mark, line.text) for line in follows[column]} == said
        assert (comparison.answer == NO) is (grades["no"] > 0)
        assert (comparison.answer == YES) is (grades["no"] == grades["assume"] == 0)
        for part in pair:
            assert comparisons.label(part) in view.description
        if comparison.answer == YES or values["assumed"]:
            undated = re.sub(r" \([^()]*\)", "", comparison.result)
            assert undated.lower() in re.sub(r" \([^()]*\)", "", view.verdict).lower()
        else:
            assert view.answer == {ONLY_IF: "only if", NO: "no"}[comparison.answer]


def test_a_refused_result_is_nowhere_to_be_seen(article):
    """The numbers of facts.md 8.3: a reader must not take them along."""
    checker = opened(article.story)
    for key in checker.every_key():
        view = checker.view(**checker.values(key))
        said = everything(view)
        assert not re.search(r"\b(0\.83\b|0\.832|0\.2%|0\.245|0\.20%|17\.3|408|498|1\.0% to 1\.2|7\.9%)", said), key


def test_presets_name_values_the_controls_offer(story):
    checker = comparison_checker.explorer(story)
    choices = checker.presets[0].choices
    assert len(choices) >= 4
    for _, values in choices:
        assert checker.settle(values)


def test_a_value_no_control_offers_is_refused_in_a_sentence(article):
    for values in ({"first": "long_case"}, {"operation": "product"}, {"assumed": "yes"}, {"speed": 1}):
        with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
            comparison_checker.explorer(article).view(**values)


def test_a_story_without_the_opening_pair_opens_on_its_first_two(article):
    checker = comparison_checker.explorer(without(article, range="part"))
    assert checker.start["operation"] == RATIO


def test_a_story_without_two_figures_is_told_so():
    twin = ledger.load("lost_property")
    alone = without(twin, **{part: "part" for part in twin.parts if part not in ("", "later_count")})
    alone = dataclasses.replace(alone, story="elsewhere")  # no reference table has a figure for it
    with pytest.raises(NotInStoryError, match="needs two figures; elsewhere has 1. Give a second statistic a part"):
        comparison_checker.explorer(alone)


def test_the_same_state_is_the_same_twice(story):
    first, second = (comparison_checker.explorer(story).view() for _ in range(2))
    assert first == second


# --- the ladder -------------------------------------------------------------------------------------------------------


def test_the_ladder_is_filled_only_where_there_is_a_figure(article):
    table = frame(terms_ladder.explorer(article).view().table).set_index("Stage")["What is printed"]
    assert table.to_dict() == {
        "suspected": "1,600 people and “more than 1,600” people",
        "arrested": "1,665 arrests and 1,362 arrests",
        "charged": "no figure printed",
        "convicted": "no figure printed",
        "sentenced": "1,386 years of prison sentence",
        "safeguarded": "“almost 1,400” children",
        "estimated to pose a risk": "680,000 to 830,000 adults",
    }


def test_estimated_stands_beside_the_ladder_on_both_stories(story):
    ladder = terms_ladder.explorer(story)
    place = frame(ladder.view().table).set_index("Stage")["Where it stands"]
    assert place[story.part("range").status] == "beside the ladder"
    assert place.tolist()[:5] == ["first step", "second step", "third step", "fourth step", "fifth step"]
    assert "stands beside the ladder" in ladder.view(stage=story.part("range").status).verdict


def test_the_ladder_tells_the_same_in_its_four_parts(story):
    ladder = terms_ladder.explorer(story)
    assert 5 < len(list(ladder.every_key())) <= 1000
    for key in ladder.every_key():
        values = ladder.values(key)
        view = ladder.view(**values)
        printed = frame(view.table).set_index("Stage")["What is printed"]
        assert f"“{values['stage']}”" in view.verdict
        for stage, said in printed.items():
            assert stage in view.description
            assert said == "no figure printed" or said in view.description
        rungs = {card.title: card for card in cards(view)}
        assert {
            stage: text.listed([line.text for line in card.lines]) for stage, card in rungs.items()
        } == printed.to_dict()
        assert {stage for stage, card in rungs.items() if card.empty} == set(
            printed[printed == "no figure printed"].index
        )
        assert [stage for stage, card in rungs.items() if card.mark == "chosen"] == [values["stage"]]
        if printed[values["stage"]] == "no figure printed":
            assert "no rate to this step or from it can be worked out" in view.verdict
        else:
            assert all(line.text in told(view) for line in rungs[values["stage"]].lines)


def test_the_ladder_follows_the_status_column(article):
    claims = article.table.copy()
    claims.loc[claims["part"] == "earlier_count", "status"] = "charged"
    moved = terms_ladder.explorer(ledger.Ledger("moved", claims, article.units)).view(stage="charged")
    assert "1,362 arrests" in told(moved)
    assert moved.verdict == "How many went on from “charged” to “convicted” is not printed and cannot be worked out."


def test_a_stage_no_control_offers_is_refused_in_a_sentence(article):
    with pytest.raises(ValueError, match="is not one of the values this control offers"):
        terms_ladder.explorer(article).view(stage="acquitted")


def test_a_story_with_nothing_on_a_rung_is_told_so(article):
    nowhere = ledger.Ledger("nowhere", article.table.assign(status="-"), article.units)
    with pytest.raises(NotInStoryError, match="No figure of nowhere is counted at a stage"):
        terms_ladder.explorer(nowhere)


def test_the_last_stage_stands_on_top_and_beside_stands_apart(story):
    ladder = terms_ladder.explorer(story)
    up, beside = ladder.view().boxes
    place = frame(ladder.view().table).set_index("Stage")["Where it stands"]
    assert up.ladder and not beside.ladder
    on = [stage for stage, where in place.items() if where != "beside the ladder"]
    assert [card.title for card in up.cards] == on[::-1]
    assert [card.title for card in beside.cards] == [stage for stage in place.index if stage not in on]
    assert beside.title == "Beside the ladder:"


def test_the_ladder_is_the_same_twice(story):
    first, second = (terms_ladder.explorer(story).view() for _ in range(2))
    assert first == second
    assert "chosen" in boxed(first)


def test_answers_of_the_checker_are_the_options_of_the_items():
    assert comparisons.ANSWERS == (YES, ONLY_IF, NO) == ("yes", "only if you assume something", "no")
