"""The hedge line on both stories: four parts, one computation."""

import itertools
import re

import pytest

from claimlab import charts, text
from claimlab.analysis import hedges
from claimlab.analysis.hedges import ABOUT, ALMOST, BARE, EXACTLY, HALF, HUNDREDS, MORE_THAN, WHOLE, WORDS
from claimlab.claims import ledger, references
from claimlab.claims.errors import NotInStoryError
from claimlab.explorers import hedge_line
from shown import frame


def test_the_line_opens_on_the_story_s_own_hedge(article):
    line = hedge_line.explorer(article)
    assert line.start == {"phrase": ALMOST, "figure": 1400, "step": 100, "reach": HALF}
    view = line.view()
    assert view.answer == "1,350 to 1,399"
    assert view.verdict == "Under our reading rule, half a step of 100, “almost 1,400” allows 1,350 to 1,399."
    assert view.reasons == (
        "Below 1,400, and at least half-way up to it from 1,300.",
        "The words leave 1,400 itself out; how far below it they reach is our rule.",
        "Of the story's other numbers, 1,362 and 1,386 lie inside, as numbers only.",
    )
    inside = frame(view.table).loc[frame(view.table)["Under this reading"] == "inside", ["What", "Number"]]
    assert inside.values.tolist() == [["arrests, Apr 2021 – Mar 2022", "1,362"], ["years of prison sentence", "1,386"]]


def test_the_number_of_states_is_bounded(story):
    line = hedge_line.explorer(story)
    figures, steps = (len(line.controls[number].options) for number in (1, 2))
    exactly, hundreds, other = figures, len(hedges.REACHES), 4 * figures * (2 * steps + 1)
    assert len(list(line.every_key())) == exactly + hundreds + other <= 1000


@pytest.mark.parametrize("values", [{"phrase": EXACTLY}, {"phrase": HUNDREDS}, {"phrase": ALMOST, "reach": WORDS}])
def test_settings_are_one_state_only_where_they_show_the_same(article, values):
    """The view is drawn here past the explorer, which would give one of the settings that are alike for all."""
    line = hedge_line.explorer(article)
    shown, others = line.view(**values), [control for control in line.controls if control.name not in values]
    for control in others:
        for option in control.options:
            moved = {**line.start, **values, control.name: option}
            assert (line.key(moved) == line.key(values)) == (line.draw(**moved) == shown), moved


@pytest.mark.slow
def test_picture_verdict_table_and_description_tell_the_same(story):
    line = hedge_line.explorer(story)
    for key in list(line.every_key())[::7]:
        values = line.values(key)
        reading = hedges.reading(*values.values())
        view = line.view(**values)
        for words in (view.verdict, view.description, view.picture, view.narrow):
            assert hedges.phrased(values["phrase"], values["figure"]) in words
        assert str(reading) in view.verdict and str(reading) in view.description
        assert text.capital(str(reading)) == view.answer
        assert view.answer in view.picture and view.answer in view.narrow
        for end, row in ((reading.first, 0), (reading.last, 1)):
            assert frame(view.table)["Number"][row] == ("none" if end is None else text.number(end))
        for _, number, place in frame(view.table).iloc[2:].itertuples(index=False):
            assert place.startswith("outside") != reading.allows(text.read_number(number))
            assert all(f">{number}" in drawn and place in drawn for drawn in (view.picture, view.narrow))
        listed = view.description.partition("lie inside:")[2].partition(";")[0]
        for number, place in frame(view.table).iloc[2:, 1:].itertuples(index=False):
            assert (number in listed) == (place == "inside")
        assert ("is ruled out" in view.description) == (reading.low is reading.high is None)


def test_every_other_number_of_the_story_is_listed(article):
    line = hedge_line.explorer(article)
    assert list(frame(line.view(figure=1600).table)["Number"][2:]) == ["1,362", "1,386", "1,400", "1,665"]
    assert list(frame(line.view(phrase=HUNDREDS).table)["Number"][2:]) == ["1,362", "1,386", "1,400", "1,600", "1,665"]


def test_what_is_assumed_is_said_every_time(story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    line = hedge_line.explorer(story)
    for key in line.every_key():
        values = line.values(key)
        said = line.view(**values).verdict
        if values["phrase"] == EXACTLY:
            assert said.startswith("Read as it stands")
        elif values["reach"] == WORDS:
            assert said.startswith("By the words alone")
        else:
            assert said.startswith("Under our reading rule")
            assert values["phrase"] == HUNDREDS or f"{values['reach']} of {text.number(values['step'])}" in said
        assert said.endswith(".") and said.count(". ") == 0


def test_what_the_word_fixes_is_told_from_what_is_our_rule(story, monkeypatch):
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
    line = hedge_line.explorer(story)
    for key in line.every_key():
        values = line.values(key)
        ours = [reason for reason in line.view(**values).reasons if "our rule" in reason]
        assert len(ours) == (values["phrase"] != EXACTLY and values["reach"] != WORDS)
        named = f"leave {text.number(values['figure'])} itself out"
        assert all((named in reason) == (values["phrase"] in (ALMOST, MORE_THAN)) for reason in ours)


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"phrase": ALMOST}, 1350),
        ({"phrase": ALMOST, "reach": WHOLE}, 1300),
        ({"phrase": MORE_THAN}, 1450),
        ({"phrase": BARE, "reach": WORDS}, 1400),
        ({"phrase": EXACTLY}, None),
        ({"phrase": HUNDREDS}, None),
    ],
)
def test_the_end_that_is_our_rule_can_be_taken(article, values, end):
    """Where the mark stands is worked out from the scale, the line that a page marks a prediction on."""
    line = hedge_line.explorer(article)
    view = line.view(**values)
    for picture in (view.picture, view.narrow):
        taken = re.search(r'<g id="handle-reach">.*?<use [^>]*x="([\d.]+)"', picture, re.DOTALL)
        assert bool(taken) == (end is not None)
        if taken:
            scale = re.search(r'<g id="scale">\s*<path d="M ([\d.]+) [\d.]+\s+L ([\d.]+)', picture)
            left, right = map(float, scale.groups())
            low, high = line.scale
            assert float(taken[1]) == pytest.approx(left + (end - low) / (high - low) * (right - left), abs=0.2)
        assert ('id="handle-figure"' in picture) == (values["phrase"] != HUNDREDS)


def test_the_scale_of_a_prediction_stays_where_it_is(story):
    line = hedge_line.explorer(story)
    views = [line.view(**line.values(key)) for key in list(line.every_key())[::60]]
    for drawn in ("picture", "narrow"):
        assert len({re.search(r'<g id="scale">.*?</g>', getattr(view, drawn), re.DOTALL)[0] for view in views}) == 1


def test_almost_leaves_the_number_itself_out_in_every_state(story):
    line = hedge_line.explorer(story)
    for step in line.controls[2].options:
        for reach in hedges.REACHES:
            last = frame(line.view(step=step, reach=reach).table).iloc[1]
            assert last["Number"] == text.number(story.part("hedged_count").value - 1)
            assert last["Under this reading"].startswith("open end")


def test_the_ways_to_say_one_count_name_values_the_controls_offer(story):
    line = hedge_line.explorer(story)
    choices = dict(line.presets[0].choices)
    assert len(choices) == 5
    for values in choices.values():
        assert line.settle(values) == {**line.start, **values}
    assert {values["phrase"] for values in choices.values()} == {BARE, MORE_THAN, HUNDREDS, EXACTLY, ALMOST}
    exact = next(values for values in choices.values() if values["phrase"] == EXACTLY)
    assert exact["figure"] == story.later.value


@pytest.mark.parametrize(
    ("phrase", "reach", "inside"),
    [(BARE, HALF, False), (BARE, WHOLE, True), (MORE_THAN, HALF, False), (MORE_THAN, WORDS, True),
     (HUNDREDS, HALF, False), (HUNDREDS, WORDS, True)],
)  # fmt: skip
def test_which_readings_leave_the_exact_count_outside(article, phrase, reach, inside):
    table = frame(hedge_line.explorer(article).view(phrase=phrase, figure=1600, reach=reach).table).set_index("Number")
    assert (table.loc["1,665", "Under this reading"] == "inside") is inside


def test_about_by_its_words_alone_rules_nothing_out(article):
    table = frame(hedge_line.explorer(article).view(phrase=ABOUT, reach=WORDS).table)
    assert set(table["Under this reading"][2:]) == {"not ruled out"}


@pytest.mark.parametrize(
    "values", [{"phrase": "nearly"}, {"figure": 1401}, {"step": 0}, {"reach": "far"}, {"speed": 1}, {"figure": None}]
)
def test_a_value_no_control_offers_is_refused_in_a_sentence(article, values):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        hedge_line.explorer(article).view(**values)


@pytest.mark.parametrize("value", [None, 1397, 8])
def test_a_story_without_a_rounded_hedge_is_refused_in_a_sentence(article, value):
    claims = article.table.copy()
    claims.loc[claims["part"] == "hedged_count", "value"] = value
    with pytest.raises(NotInStoryError, match="needs a hedged count with a round number"):
        hedge_line.explorer(ledger.Ledger("moved", claims, article.units))


def test_the_same_state_gives_the_same_bytes(story):
    for values in ({}, {"phrase": ABOUT, "reach": WORDS}, {"phrase": HUNDREDS}):
        pictures = {hedge_line.explorer(story).view(**values).picture for _ in range(2)}
        assert len(pictures) == 1
        assert not re.search(r' d="[^"]*\.\d\d', pictures.pop())


# --- what other outlets printed --------------------------------------------------------------------------------------


def test_what_other_outlets_printed_words_a_figure_of_the_story():
    others = references.load("other_outlets")
    for row in others.itertuples():
        claim = ledger.load(row.story).part(row.part)
        invented = row.story == "lost_property"
        assert (row.confidence == "invented") is invented
        assert row.source.startswith("invented by us for the neutral story: " if invented else "reported by ")
        assert not row.unit or row.unit == claim.unit.name
        assert bool(row.unit) is (row.value == row.value)  # a number has a unit, and a phrase has neither


def test_what_others_printed_of_the_article_s_figures():
    others = references.load("other_outlets")
    others = others[others["story"] == "undercover_online"]
    same_months, earlier = others[others["period"] == ""], others[others["period"] == "Apr 2021 – Mar 2022"]
    assert set(same_months["printed"]) == {
        "1,397", "over 1,000", "1,700", "England and Wales", "year-on-year growth", "resulted in",
    }  # fmt: skip
    assert earlier["value"].dropna().tolist() == [1362, 1400, 1130]
    assert set(earlier["printed"]) == {"1,362", "England and Wales", "1,400", "more than 1,130"}
    assert len(same_months) + len(earlier) == len(others)
    for name in ("growth_elsewhere", "sentences_elsewhere"):
        assert others.loc[name, "note"]  # what it leaves out


def test_the_number_reported_elsewhere_lies_inside_our_reading(article):
    exact = references.load("other_outlets").loc["children_elsewhere", "value"]
    hedged = article.part("hedged_count")
    assert hedges.reading(ALMOST, hedged.value, 100, HALF).allows(exact)


@pytest.mark.parametrize("name", ["undercover_online", "lost_property"])
def test_a_control_is_switched_off_where_it_changes_nothing_and_nowhere_else(name):
    shown = hedge_line.explorer(ledger.load(name))
    for values in itertools.product(*(control.options for control in shown.controls)):
        setting = shown.settle(dict(zip((control.name for control in shown.controls), values, strict=True)))
        for control in shown.controls:
            views = {shown.key({**setting, control.name: option}) for option in control.options}
            assert control.is_off(setting) == (len(views) == 1), (control.name, setting)
