"""A headline that misleads with true figures, and its repair: what does the damage is named, and what is mended."""

from __future__ import annotations

import pytest

from claimlab import lesson
from claimlab.claims import ledger
from claimlab.exercises import marking, misleading, practice

PAGE = "07_write_it_fairly"
ITEMS = practice.load(PAGE)
ARTICLE = ledger.load("undercover_online")
SAYS, MISSING, PUSHING = misleading.SAYS, misleading.MISSING, misleading.PUSHING
FAIR = "1,665 arrests Oct 2022–Sep 2023, 1,362 Apr 2021–Mar 2022, report says"


@pytest.mark.parametrize(
    ("written", "missing", "pushing"),
    [
        ("22.2% more arrests!", ["undated", "no_source"], {}),
        ("1,665, up from 1,362", ["no_noun", "undated", "no_source"], {}),
        (
            "Arrests soar by 22% in a year",
            ["undated", "no_source"],
            {"loose_period": "in a year", "strong_verb": "soar"},
        ),
        ("Police: 303 more arrests because officers work harder", ["undated"], {"cause": "because"}),
        (
            "Arrests up from 1,362 in the previous year to 1,665, report says",
            ["undated"],
            {"loose_period": "the previous year"},
        ),
        ("Arrests average 0.83 years, says the report", ["undated"], {"average": "average"}),
    ],
)
def test_the_words_that_do_the_damage_are_named(written, missing, pushing):
    told = misleading.told(written, ARTICLE)
    named = [MISSING[kind].replace("{words}", "1,665") for kind in missing]
    listed = " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    pushed = [PUSHING[kind].replace("{words}", words) for kind, words in pushing.items()]
    assert told[0] == SAYS["missing"].format(all=listed)
    assert sorted(told[1:-1]) == sorted(pushed)
    assert told[-1] == SAYS["fills"]


@pytest.mark.parametrize(
    ("written", "kind", "words"),
    [
        ("Arrests up by 500%", "unknown_figure", "by 500%"),
        ("1,665 people arrested", "unit", "1,665 people"),
        ("1,665 arrests, all of them convicted: 1,665 convicted", "stage", "1,665 convicted"),
    ],
)
def test_what_is_untrue_is_out_of_the_game(written, kind, words):
    told = misleading.told(written, ARTICLE)
    assert misleading.UNTRUE[kind].replace("{words}", words) in told
    assert SAYS["fills"] not in told  # something false was said


def test_a_fair_headline_misleads_nobody(story):
    fair = marking.model(ITEMS["headline"], story)
    assert misleading.told(fair, story) == [SAYS["tame"]]
    assert misleading.told(marking.model(ITEMS["mislead"], story), story)[0].startswith(SAYS["missing"].split("{")[0])


def test_what_is_repaired_and_what_is_left_is_told():
    before = "Arrests soar 22% in a year"
    half = misleading.repaired(before, "Arrests rise 22% in a year, report says", ARTICLE)
    assert half == [
        "Repaired: “soar” and who says so.", "Still missing: the months.",
        PUSHING["loose_period"].replace("{words}", "in a year"), "Words: 6 before, 8 now.",
    ]  # fmt: skip
    assert misleading.repaired(before, before, ARTICLE)[0] == SAYS["nothing"]
    whole = misleading.repaired(before, FAIR, ARTICLE)
    assert whole[0].startswith("Repaired: the months") and whole[1] == SAYS["whole"]
    worse = misleading.repaired("22.2% more arrests!", "1,665 people arrested in Oct 2022–Sep 2023", ARTICLE)
    assert misleading.UNTRUE["unit"].replace("{words}", "1,665 people") in worse


@pytest.mark.parametrize("written", ["idk", "!!!", "<b>soar</b>", "٣٠٣", "a" * 5000, "\u202e1,665"])
def test_nothing_that_is_typed_breaks_it(written):
    assert misleading.told(written, ARTICLE) and misleading.repaired(written, written, ARTICLE)
    assert "{" not in "".join(misleading.told(written, ARTICLE))


def test_the_repair_opens_with_the_headline_and_hears_of_a_new_one(story):
    opened = lesson.open_lesson(PAGE, story.story)
    repair, mislead = opened.ask("repair"), opened.ask("mislead")
    assert repair.state["value"] == "" and repair.state["notice"] == SAYS["none"]
    mislead._hear(None, {"answer": {"value": "Many more of them!", "reason": ""}}, None)
    assert repair.state["value"] == "Many more of them!" and not repair.state["kept"]
    assert "Many more of them!" in repair.state["notice"]
    repair._hear(None, {"answer": {"value": "More of them in Oct 2022", "reason": ""}}, None)
    assert repair.state["remarks"][-1] == "Words: 4 before, 6 now."
    mislead._hear(None, {"answer": {"value": "A flood of them, and then some!", "reason": ""}}, None)
    assert repair.state["value"] == "More of them in Oct 2022" and repair.state["kept"]
    assert "A flood of them" in repair.state["notice"]
    again = lesson.open_lesson(PAGE, story.story).ask("repair")
    assert again.state["value"] == "More of them in Oct 2022"
