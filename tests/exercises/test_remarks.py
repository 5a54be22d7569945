"""What is said of a written text, by rules that are data: nothing of a model answer, seldom anything wrong."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from claimlab.claims import ledger
from claimlab.exercises import marking, practice, remark_rules, remark_terms, remarks
from claimlab.exercises.remark_terms import DATA
from claimlab.exercises.templates import fill
from shared_patterns import OTHERS

STORIES = {name: ledger.load(name) for name in ("undercover_online", "lost_property")}
ITEMS = {
    f"{path.stem} {name}": item
    for path in practice.ITEMS.glob("[0-9]*.toml")
    for name, item in practice.load(path.stem).items()
    if item.remarks
}
TEXTS = tomllib.loads((Path(__file__).parent / "written_texts.toml").read_text(encoding="utf-8"))["text"]
"""Invented texts of students, labelled by somebody who had not seen the rules."""
LABELS = {
    "no_months": "no_period",
    "undated": "no_period",
    "one_period": "no_period",
    "loose_period": "in_a_year",
    "average": "average_without_count",
    "unit": "people_for_arrests",
    "stage": "convicted_for_arrested",
}
"""What the labels call a kind where they call it otherwise."""
MOST_WRONG, LEAST_FOUND = 0.02, 0.8
"""Parts: of the remarks made, of those that a reader would make."""


def said(written, item="02_the_previous_year rewrite", story="undercover_online"):
    """What is said of a text: its words by kind, questions and praise apart."""
    found = remarks.read(written, ITEMS[item].remarks, STORIES[story])
    words = {one.kind: written[slice(*one.words)].strip() for one in found}
    good = {one.kind for one in found if one.good}
    return {kind: words[kind] for kind in words if kind not in good}, {kind: words[kind] for kind in good}


# --- one text for each kind -------------------------------------------------------------------------------------------

BOTH = "1,665 arrests in Oct 2022 - Sep 2023, 1,362 in Apr 2021 - Mar 2022, says the report"
HEADLINE, FAIR = "07_write_it_fairly headline", "04_years_of_what fair_sentence"
KINDS = [
    ("too_short", "idk", "idk", HEADLINE),
    ("too_short", "no because its more", "no because its more", HEADLINE),
    ("unknown_figure", f"{BOTH}, up by 45%", "by 45%", HEADLINE),
    ("unknown_figure", f"{BOTH}: arrests doubled", "doubled", HEADLINE),
    ("no_noun", "1,665 from Oct 2022 to Sep 2023, says the report", "1,665", HEADLINE),
    ("unit", "1,665 people were arrested", "1,665 people", HEADLINE),
    ("stage", "1,665 arrests? 1,665 convicted", "1,665 convicted", HEADLINE),
    ("no_months", "Arrests rose by 303", "303", HEADLINE),
    ("one_period", "1,665 arrests from Oct 2022 to Sep 2023, against 1,362", "1,362", "02_the_previous_year rewrite"),
    ("loose_period", "Arrests rose by 22% in a year", "in a year", HEADLINE),
    ("loose_period", "1,665 arrests, 1,362 in the previous year", "the previous year", HEADLINE),
    ("cause", f"{BOTH}, because the police work harder", "because", HEADLINE),
    ("strong_verb", "Arrests soared", "soared", HEADLINE),
    ("average", "They got 0.83 years on average", "average", FAIR),
    ("no_source", "1,665 arrests in Oct 2022 - Sep 2023", "1,665", HEADLINE),
    ("undated", "It is the 1,665 arrests of paragraph 6", "1,665", "01_which_number_is_which headline_source"),
]


@pytest.mark.parametrize(("kind", "written", "words", "item"), KINDS)
def test_a_remark_names_the_words_it_is_about(kind, written, words, item):
    assert said(written, item)[0].get(kind) == words


GOOD = {"names_period", "names_source", "names_unit"}


def test_what_is_good_is_said_first():
    item = ITEMS[HEADLINE]
    found = remarks.read(f"{BOTH}, because the police work harder", item.remarks, STORIES["undercover_online"])
    assert {one.kind for one in found if one.good} == GOOD
    assert [one.good for one in found] == sorted((one.good for one in found), reverse=True)
    told = remarks.lines(found, item.remarks, points=False)
    assert told[0].startswith("Good: ") and told[1].startswith("“because”")


@pytest.mark.parametrize(
    "written",
    [
        "The report does not say whether 1,665 people were arrested, and an average can't be worked out.",
        "Nobody can say that it rose because of the police, or that 1,665 are convicted.",
        "“The previous year” is no year before: Apr 2021 - Mar 2022.",
    ],
)
def test_what_is_denied_or_quoted_is_not_asked_about(written):
    assert {"unit", "stage", "cause", "average", "loose_period"} & set(
        said(written, "07_write_it_fairly paragraph")[0]
    ) == set()


@pytest.mark.parametrize(
    "written", ["about 1,700", "22 %", "22,2%", "over 1,600", "1 665", "1.665", "1665", "303", "18"]
)
def test_a_printed_a_computed_and_a_rounded_number_are_known(written):
    assert "unknown_figure" not in said(f"{BOTH}: {written}")[0]


@pytest.mark.parametrize("written", ["1,866", "1,565", "16,650", "33 people of 455", "23%", "1,600,000"])
def test_any_other_number_is_asked_about(written):
    assert "unknown_figure" in said(f"{BOTH}: {written}")[0]


def test_the_points_are_added_up_as_far_as_rules_can_tell():
    item, article = ITEMS[HEADLINE], STORIES["undercover_online"]
    told = marking.mark(item, article, "1,665 people arrested, says the report").remarks[-1]
    assert told.endswith("You decide on the rest, two points each: period and what is not known.")
    assert "accurate 0, what is counted 0, source 2. That is 2 of 10." in told


@pytest.mark.parametrize(
    ("written", "points"),
    [
        (BOTH, 2),
        ("1,665 arrests in Oct 2022 - Sep 2023 against 1,362", 1),
        ("1,665 arrests in Oct 2022 - Sep 2023, 1,362 in the previous year", 1),
        ("Arrests rose by 22% in a year", 0),
    ],
)
def test_a_period_given_for_one_count_alone_is_half_of_it(written, points):
    told = marking.mark(ITEMS["02_the_previous_year rewrite"], STORIES["undercover_online"], written).remarks[-1]
    assert f"period {points}" in told


def test_what_is_no_attempt_gets_neither_points_nor_the_model():
    item, article = ITEMS["02_the_previous_year rewrite"], STORIES["undercover_online"]
    short, whole = (marking.mark(item, article, answer) for answer in ("idk", BOTH))
    assert len(short.remarks) == 1 and short.model == ""
    assert whole.model == fill(item.model, article) and "points" in whole.remarks[-1].lower()


# --- measured ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ITEMS)
def test_a_model_answer_gets_no_remark(story, name):
    item = ITEMS[name]
    found = remarks.read(fill(item.model, story), item.remarks, story) if item.model else []
    assert [one for one in found if not one.good] == []


def measured(texts, good):
    """How many remarks are right, wrong and missed, by the labels."""
    counts = {"right": 0, "wrong": 0, "missed": 0}
    for text in texts:
        made = {LABELS.get(kind, kind) for kind in said(text["written"], text["item"], text["story"])[good]}
        wanted = set(text["good" if good else "found"])
        counts["right"] += len(made & wanted)
        counts["wrong"] += len(made - wanted)
        counts["missed"] += len(wanted - made)
    return counts


@pytest.mark.parametrize("good", [0, 1])
def test_few_remarks_are_wrong_and_most_are_found(good):
    counts = measured(TEXTS, good)
    assert counts["wrong"] <= MOST_WRONG * (counts["right"] + counts["wrong"]), counts
    assert counts["right"] >= LEAST_FOUND * (counts["right"] + counts["missed"]), counts


def test_the_measure_can_fail():
    assert measured([{**TEXTS[0], "written": "1,665 people, because"}], 0)["wrong"] > 0


# --- the tables, which a reader in another language uses too ----------------------------------------------------------


def patterns(own):
    rules = remark_rules.filled(own)["rules"]
    yield from (pattern for rule in rules for name in remark_rules.SETS for pattern in rule[name])
    yield from (pattern for pattern, _ in DATA["clean"])
    yield from (DATA["sentence"], DATA["between"], DATA["numbers"]["whole"], DATA["numbers"]["point"])


def test_a_pattern_is_of_the_kind_that_python_and_javascript_share(story):
    for pattern in set(patterns(story)):
        assert re.compile(pattern)
        assert not re.search(OTHERS, pattern), pattern
        assert not re.search(r"<[a-z_]+>", pattern), pattern


def test_the_rules_are_data(story):
    filled = remark_rules.filled(story)
    assert json.loads(json.dumps(filled)) == filled


def test_an_item_asks_for_kinds_there_are_and_every_kind_is_asked_for():
    assert {kind for item in ITEMS.values() for kind in item.remarks} == set(remark_rules.KINDS)
    assert {kind for one in DATA["criterion"] for kind in (*one["good"], *one["bad"])} <= set(remark_rules.KINDS)


def test_a_remark_asks_and_is_one_short_sentence():
    for rule in DATA["rule"]:
        if not rule.get("good"):
            assert "?" in rule["says"] and rule["says"].startswith("“{words}”") and len(rule["says"].split()) <= 25


def test_a_stretch_of_cleaned_text_is_as_long_as_what_was_written():
    written = "“1\u202f665 – it’s …”\tİstanbul"
    assert len(remarks._clean(written)) == len(written)


def test_a_long_text_is_read_in_a_moment():
    for written in ("the people " * 3000, "1,665 " * 3000, "a'" * 5000):
        assert isinstance(remarks.read(written, remark_rules.KINDS, STORIES["undercover_online"]), list)


def test_a_word_for_twice_as_many_is_known_where_the_counts_bear_it_out():
    assert remark_terms.NEVER not in remark_terms.of_story(STORIES["undercover_online"])["multiplied"]
