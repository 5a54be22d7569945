"""The claim editor on both stories: what is ticked is said, what is assumed is called so, what is refused is not."""

import itertools
import re

import pytest

from claimlab import text
from claimlab.analysis import fair_sentences, figures
from claimlab.analysis.comparisons import precision
from claimlab.analysis.fair_sentences import ALIKE, COUNTS, GAP, MONTHS, OPEN, PEOPLE, PREVIOUS, REASON, SOURCE
from claimlab.claims import ledger
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import claim_editor
from shown import boxed, cards, frame, lines

ALL = (COUNTS, MONTHS, SOURCE, GAP, ALIKE, PEOPLE, PREVIOUS, REASON)


def on(*names):
    return dict.fromkeys(names, True)


def changed(article, part, **columns):
    """The report's ledger with other cells in the row of one part."""
    claims = article.table.copy()
    for column, value in columns.items():
        claims.loc[claims["part"] == part, column] = value
    return ledger.Ledger("changed", claims, article.units)


def test_it_opens_on_nothing_and_has_a_state_for_every_choice(story):
    editor = claim_editor.explorer(story)
    assert [control.name for control in editor.controls] == list(ALL)
    assert {control.kind for control in editor.controls} == {"tick"}
    assert len(list(editor.every_key())) == 256
    assert not any(editor.start.values())


@pytest.mark.parametrize(
    ("ticked", "said"),
    [
        ([], "More arrests were counted in a later period than in an earlier period."),
        ([COUNTS], "1,665 arrests were counted in a later period and 1,362 in an earlier period."),
        ([COUNTS, MONTHS], "1,665 arrests were counted in Oct 2022 – Sep 2023 and 1,362 in Apr 2021 – Mar 2022."),
        (
            [ALIKE, COUNTS],
            "If both were counted in the same way and in the same places, the number of arrests rose by 22.2%, from "
            "1,362 in an earlier period to 1,665 in a later period.",
        ),
        (
            [PEOPLE],
            "More arrests (and more people, if none is counted twice) were counted in a later period than in an "
            "earlier period.",
        ),
    ],
)
def test_the_sentence_of_the_article(article, ticked, said):
    nowhere = changed(changed(article, "later_count", place=""), "earlier_count", place="")
    assert fair_sentences.sentence(nowhere, ticked) == said


def test_a_place_that_is_stated_need_not_be_assumed(article):
    placed = changed(changed(article, "later_count", place="the country"), "earlier_count", place="the country")
    assert fair_sentences.sentence(placed, [ALIKE]).startswith("If both were counted in the same way, the number")


def test_counts_printed_in_millions_or_hedged_stay_as_they_are_printed(article):
    rough = {"value": 1130000.0, "printed": "1.13 million", "hedge": "exactly"}
    about = {"value": 980000.0, "printed": "about 980,000", "hedge": "about"}
    story = changed(changed(article, "later_count", **rough), "earlier_count", **about)
    said = fair_sentences.sentence(story, [COUNTS, ALIKE])
    assert "rose by about 15%, from “about 980,000” in" in said and "to 1.13 million in" in said
    assert "1,130,000" not in boxed(claim_editor.explorer(story).view(**on(*ALL)))


def test_a_comma_in_the_words_for_a_time_does_not_come_along(article):
    moved = {"period_start": "2021-10", "period_end": "2022-09", "period_printed": "the year before,"}
    story = changed(article, "earlier_count", **moved)
    assert fair_sentences.sentence(story, [MONTHS, PREVIOUS]).endswith("Sep 2022 (“the year before”).")


def test_every_tick_is_in_the_sentence_or_refused(story):
    shown = {
        COUNTS: [text.number(story.later.value), text.number(story.earlier.value)],
        MONTHS: [str(story.later.period), str(story.earlier.period)],
        SOURCE: [f"(source: {story.later.speaker})"],
        GAP: ["the report prints no figure"],
        ALIKE: [f"If {fair_sentences.counted_alike(story)}", "rose"],
        PEOPLE: [story.part("headline").unit.plural, "if none is counted twice"],
    }
    for size in range(len(ALL) + 1):
        for names in itertools.combinations(ALL, size):
            said = fair_sentences.sentence(story, names)
            for name, words in shown.items():
                assert all(word in said for word in words) == (name in names), (names, said)
            assert story.earlier.period_printed not in said and "to find" not in said


def test_what_is_assumed_is_said_in_every_verdict(story):
    editor = claim_editor.explorer(story)
    for key in editor.every_key():
        ticked = {name for name, value in editor.values(key).items() if value}
        verdict = editor.view(**editor.values(key)).verdict
        view = editor.view(**editor.values(key))
        assert (view.answer == "no") == bool(ticked & {PREVIOUS, REASON})
        assert (f"If {fair_sentences.counted_alike(story)}" in boxed(view)) == (ALIKE in ticked)
        assert ("if none is counted twice" in boxed(view)) == (PEOPLE in ticked)
        assert all((f"You assume: {tick.said}." in view.reasons) == (tick.name in ticked)
                   for tick in fair_sentences.ticks(story) if tick.support == "assumed")  # fmt: skip
        assert ("nothing in it is assumed" in verdict) == bool(ticked and ticked <= {COUNTS, MONTHS, SOURCE, GAP})
        assert len(re.findall(r"[.?!](?=\s|$)", verdict)) == 1


def test_an_over_claim_is_refused_with_its_reason_and_what_is_left_is_said(article):
    view = claim_editor.explorer(article).view(**on(COUNTS, PREVIOUS, REASON))
    assert view.answer == "no" and "Refused: “the previous year”." in view.reasons
    assert "Those months ended" not in view.reasons[0] and "with 6 months between" in " ".join(view.reasons).lower()
    assert "The looking or the counting may have changed." in view.reasons
    left = "1,665 arrests were counted in a later period and 1,362 in an earlier period."
    assert cards(view)[0].lines[0].text == left


def test_boxes_verdict_table_and_description_tell_the_same(story):
    editor = claim_editor.explorer(story)
    change = precision.change(figures.change.rise_percent(story))
    numbers = [text.number(claim.value) for claim in (story.earlier, story.later)]
    for names in ([], [COUNTS], [MONTHS, GAP], [COUNTS, ALIKE, PEOPLE], list(ALL)):
        view = editor.view(**on(*names))
        rows, said_in_boxes = frame(view.table).set_index("What you say"), boxed(view)
        for number in numbers:
            assert [number in part for part in (said_in_boxes, view.description)] == [COUNTS in names] * 2
        for claim in (story.earlier, story.later):
            months = str(claim.period)
            told = [months in part for part in (said_in_boxes, view.description)]
            assert told == [MONTHS in names] * 2
        sized = COUNTS in names and ALIKE in names
        assert [change in said_in_boxes, change in view.description] == [sized, sized]
        assert (change.lstrip("+−") in cards(view)[0].lines[0].text) == sized
        assert ("no figure" in said_in_boxes) == (GAP in names) == ("no figure" in view.description)
        said = fair_sentences.sentence(story, names)
        size = text.number(len(said.replace(" –", "").split()))
        assert [line.text for line in cards(view)[0].lines] == [said, f"{size} words"]
        assert said in view.description and len(rows) == len(names)
        missing = [words for name, words in OPEN.items() if name not in names]
        assert [said for said in view.reasons if said.startswith("A reader")] == [
            f"A reader cannot tell {words}." for words in missing
        ]


def test_the_table_says_what_the_article_supports(story):
    rows = frame(claim_editor.explorer(story).view(**on(*ALL)).table)
    assert rows["In the report?"].tolist() == ["yes"] * 4 + ["it does not say"] * 2 + ["no"] * 2
    notes = claim_editor.explorer(story).view(**on(*ALL)).table.notes
    assert [line.text for lines in notes for line in lines] == [tick.because for tick in fair_sentences.ticks(story)]


def test_the_year_just_before_may_be_called_so(article):
    moved = changed(article, "earlier_count", period_start="2021-10", period_end="2022-09")
    names = [tick.name for tick in fair_sentences.ticks(moved)]
    assert GAP not in names and PREVIOUS in names
    assert "1,362 in Oct 2021 – Sep 2022 (“the previous year”)" in fair_sentences.sentence(
        moved, [COUNTS, MONTHS, PREVIOUS]
    )
    assert claim_editor.explorer(moved).view(**on(PREVIOUS)).verdict.endswith("and nothing in it is assumed.")


def test_a_fall_is_called_a_fall(article):
    fell = changed(article, "later_count", value=1200.0, printed="1,200")
    assert fair_sentences.sentence(fell, []) == (
        "Fewer arrests were counted in a later period than in an earlier period."
    )
    assert "fell by 11.9%, from 1,362" in fair_sentences.sentence(fell, [COUNTS, ALIKE])
    assert "there were fewer to find" in fair_sentences.ticks(fell)[-1].label
    view = claim_editor.explorer(fell).view(**on(ALIKE))
    assert "fewer, if both" in boxed(view)
    assert lines(cards(view)[2])["The later count is"] == "lower"


def test_a_tick_that_has_no_meaning_on_a_story_is_left_out(article):
    claims = article.table[article.table["part"] != "headline"].copy()
    claims.loc[claims["part"].isin(["earlier_count", "later_count"]), "speaker"] = ""
    bare = ledger.Ledger("bare", claims, article.units)
    names = [tick.name for tick in fair_sentences.ticks(bare)]
    assert names == [COUNTS, MONTHS, GAP, ALIKE, PREVIOUS, REASON]
    assert "not told" not in boxed(claim_editor.explorer(bare).view(**on(*names)))


@pytest.mark.parametrize(
    ("part", "columns", "told"),
    [
        ("earlier_count", {"unit": "children"}, "two counts of one kind of thing. Here one counts children"),
        ("earlier_count", {"value": 1665.0}, "two different counts. Here both are 1,665"),
    ],
)
def test_counts_the_editor_cannot_use_are_refused_in_a_sentence(article, part, columns, told):
    with pytest.raises(NotInStoryError, match=told):
        claim_editor.explorer(changed(article, part, **columns))


@pytest.mark.parametrize("values", [{COUNTS: "yes"}, {COUNTS: 2}, {GAP: None}, {"speed": True}])
def test_a_value_no_control_offers_is_refused_in_a_sentence(article, values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        claim_editor.explorer(article).view(**values)


def test_what_is_left_open_is_marked_and_a_tick_fills_it(article):
    editor = claim_editor.explorer(article)
    _, earlier, together, later = cards(editor.view())
    assert lines(earlier) == lines(later) == dict.fromkeys(("How many", "From when to when", "Who says so"), "not told")
    assert lines(together) == {
        "The later count is": "higher", "The months between": "not told", "The change": "not told"
    }  # fmt: skip
    assert earlier.empty and together.empty and later.empty
    _, earlier, together, later = cards(editor.view(**on(*ALL)))
    assert lines(earlier) == {
        "How many": "1,362 arrests", "How many people": "assumed as many", "From when to when": "Apr 2021 – Mar 2022",
        "Who says so": article.earlier.speaker,
    }  # fmt: skip
    assert lines(together) == {
        "The later count is": "higher", "The months between": "Apr 2022 – Sep 2022: no figure printed",
        "The change": f"assumed +22.2%, if {fair_sentences.counted_alike(article)}",
    }  # fmt: skip
    assert not (earlier.empty or together.empty or later.empty)


def test_what_is_open_in_the_boxes_is_open_in_the_table(story):
    """In every state: the same things are left open, and nothing but what is assumed is marked so."""
    editor = claim_editor.explorer(story)
    labels = {COUNTS: "How many", MONTHS: "From when to when", SOURCE: "Who says so", GAP: "The months between"}
    for key in editor.every_key():
        values = editor.values(key)
        view = editor.view(**values)
        shown = [line for card in cards(view) for line in card.lines]
        open_ = {line.label for line in shown if line.mark == "not told"} - {"The change"}
        assert open_ == {label for name, label in labels.items() if not values[name]}
        assert ("assumed" in {line.mark for line in shown}) == (values[ALIKE] or values[PEOPLE])


def test_the_same_state_is_the_same_twice(story):
    first, second = (claim_editor.explorer(story).view(**on(*ALL)) for _ in range(2))
    assert first == second
    assert first.picture == ""


@pytest.mark.parametrize(
    ("words", "offered"),
    [("the previous year", True), ("the year before", True), ("last year", True), ("the first half of 2021", False),
     ("2021/22", False), ("", False)],
)  # fmt: skip
def test_only_words_that_put_it_just_before_are_offered_and_judged(article, words, offered):
    table = article.table.assign(
        period_printed=article.table["period_printed"].where(article.table["part"] != "earlier_count", words)
    )
    ticks = fair_sentences.ticks(ledger.Ledger("other", table, article.units))
    assert (PREVIOUS in [tick.name for tick in ticks]) is offered
