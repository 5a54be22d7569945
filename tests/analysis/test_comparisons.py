"""What may be combined: the acceptance table of facts.md 8.3, what is allowed, and each rule by itself."""

import dataclasses

import pytest

from claimlab.analysis import comparisons, figures
from claimlab.analysis.comparisons import CHANGE, DIFFERENCE, NO, ONLY_IF, RATIO, SHARE, SUM, YES, compare
from claimlab.analysis.comparisons.comparable import POPULATION, residents
from claimlab.analysis.comparisons.reason import OPERATIONS
from claimlab.claims import ledger, references
from claimlab.claims.errors import ReaderError
from claimlab.claims.periods import period
from claimlab.exercises import templates

ARTICLE, TWIN = (ledger.load(story) for story in ("undercover_online", "lost_property"))
KNOWN = {story.story: {one.part: one for one in comparisons.figures(story)} for story in (ARTICLE, TWIN)}


def twin(name):
    """A named figure of the twin, as it is written."""
    return figures.text_of(name, TWIN)


def asked(operation, first, second, story=ARTICLE):
    return compare(operation, KNOWN[story.story][first], KNOWN[story.story][second])


def people(row):
    """A whole population, by the id of its row in the reference table."""
    return residents(row, references.load(POPULATION).loc[row], ARTICLE)


def against(comparison):
    """The columns that refuse, and those that need something assumed."""
    return tuple({r.column for r in comparison.reasons if r.grade == grade} for grade in ("no", "if"))


# facts.md 8.3, row by row. Two of its nine rows are no pairs (22.2% read as a yearly rise, and two cases as typical):
# notebooks 02 and 04 teach them.
ACCEPTANCE = [
    ("prison years for each arrest", RATIO, "total_without_count", "later_count", NO, {"unit", "status"}, set()),
    ("prison years as a part of arrests", SHARE, "total_without_count", "later_count", NO, {"unit", "status"}, {}),
    ("arrests of the low or high estimate", SHARE, "later_count", "range", NO,
     {"stock or flow", "unit", "status", "period"}, {"place"}),
    ("years to arrest everyone", RATIO, "range", "later_count", NO, {"stock or flow", "status"}, {"place"}),
    ("the range over all residents", SHARE, "range", "resident_people", NO, {"unit"}, set()),
    ("children for every arrest", RATIO, "hedged_count", "later_count", ONLY_IF, set(), {"status"}),
    ("a share of arrests that saved a child", SHARE, "hedged_count", "later_count", NO, {"unit", "status"}, set()),
    ("the two counts in one sum", SUM, "earlier_count", "later_count", ONLY_IF, set(), {"period"}),
    ("a share of the arrests of all the UK", SHARE, "later_count", "wider_count", NO, {"place", "period"}, set()),
    ("beside the arrests of all the UK", RATIO, "later_count", "wider_count", ONLY_IF, set(), {"place", "period"}),
    ("the range less the earlier range", DIFFERENCE, "range", "earlier_range", NO, {"hedge"}, set()),
    ("the range up on the earlier range", CHANGE, "earlier_range", "range", NO, {"hedge", "period"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "operation", "first", "second", "answer", "refused", "assumed"), ACCEPTANCE)
def test_what_must_not_be_combined(name, operation, first, second, answer, refused, assumed):
    comparison = asked(operation, first, second)
    assert comparison.answer == answer
    found_no, found_if = against(comparison)
    assert refused <= found_no
    assert set(assumed) <= found_if
    if answer == NO:
        assert comparison.verdict(assumed=True) == comparison.verdict(assumed=False)
        assert comparison.verdict().startswith("No: ")


def test_the_reasons_are_the_ones_that_matter():
    assert "one needs the number sentenced, which is not printed" in asked(RATIO, *PRISON).verdict()
    assert "is a flow, counted over time" in asked(SHARE, "later_count", "range").verdict()
    assert "the wrong base" in asked(SHARE, "range", "resident_people").verdict()
    assert "24 of 30 months, and for nothing in Apr 2022 – Sep 2022" in asked(SUM, *COUNTS).verdict()
    assert "the two ranges overlap" in asked(DIFFERENCE, "range", "earlier_range").verdict()
    placed = dataclasses.replace(KNOWN[ARTICLE.story]["later_count"], place="national")
    elsewhere = compare(SHARE, placed, KNOWN[ARTICLE.story]["wider_count"])
    assert "“national” and “UK” are not said to be one place" in elsewhere.verdict()


PRISON, COUNTS = ("total_without_count", "later_count"), ("earlier_count", "later_count")

ALLOWED = [
    (asked(DIFFERENCE, *COUNTS), ONLY_IF, " is 303"),
    (asked(CHANGE, *COUNTS), ONLY_IF, "a rise of 22.2%"),
    (asked(RATIO, "later_count", "earlier_count"), ONLY_IF, "are 1.22 times as many as 1,362"),
    (asked(RATIO, "hedged_count", "later_count"), ONLY_IF, "at most about 84 children for every 100 arrests"),
    (asked(RATIO, "wider_hedged_count", "wider_count"), ONLY_IF, "at most about 1.5 children for every arrest"),
    (asked(DIFFERENCE, "headline", "later_count"), ONLY_IF, "is about 65"),
    (asked(DIFFERENCE, "earlier_count", "hedged_headline"), ONLY_IF, "is more than 238"),
    (asked(SHARE, "range", "resident_adults"), ONLY_IF, "about 1.3% to 1.6% of 53.2 million adults (Jun 2021)"),
    (asked(RATIO, "range", "resident_adults"), ONLY_IF, "about 13 to 16 adults for every 1,000 adults"),
    (asked(DIFFERENCE, *COUNTS, TWIN), ONLY_IF, f" is {twin('rise')}"),
    (asked(CHANGE, *COUNTS, TWIN), ONLY_IF, f"a rise of {twin('rise_percent')}"),
    (asked(DIFFERENCE, "headline", "later_count", TWIN), ONLY_IF, f"is about {twin('headline_gap')}"),
    (asked(SUM, *COUNTS, TWIN), ONLY_IF, f"make {twin('counts_together')} items"),
    (compare(SHARE, people("uk_adults_2022"), people("uk_all_2022")), YES, "are about 79.4% of 67.6 million people"),
    (compare(DIFFERENCE, people("uk_all_2021"), people("uk_all_2022")), YES, "is about 600,000"),
    (compare(CHANGE, people("uk_adults_2022"), people("uk_adults_2023")), YES, "a rise of about 1.0%"),
    (compare(RATIO, people("uk_all_2023"), people("uk_all_2022")), YES, "are about 1.01 times as many as 67.6 million"),
]


@pytest.mark.parametrize(("comparison", "answer", "result"), ALLOWED)
def test_what_may_be_combined(comparison, answer, result):
    assert comparison.answer == answer
    assert result in comparison.verdict(assumed=True)
    assert (result in comparison.verdict(assumed=False)) is (answer == YES)


def test_two_counts_of_one_kind_of_thing_are_never_compared_without_the_rule_they_were_counted_by():
    for story in (ARTICLE, TWIN):
        for operation in (DIFFERENCE, CHANGE, RATIO, SUM):
            comparison = asked(operation, *COUNTS, story)
            assert comparison.answer == ONLY_IF
            assert comparisons.counted_alike(comparison.a, comparison.b) in comparison.assumptions


@pytest.mark.parametrize("story", [ARTICLE, TWIN], ids=lambda story: story.story)
def test_every_assumption_stands_in_the_sentence_with_the_result(story):
    figures = list(KNOWN[story.story].values())
    for a in figures:
        for b in figures:
            for operation in OPERATIONS:
                comparison = compare(operation, a, b)
                if comparison.same or comparison.answer != ONLY_IF:
                    continue
                said, asked_for = comparison.verdict(assumed=True), comparison.verdict()
                assert said.startswith("If ") and comparison.result in said
                assert comparison.assumptions
                assert all(clause in said and clause in asked_for for clause in comparison.assumptions)
                assert comparison.result not in asked_for


def test_a_change_runs_forward_in_time_whichever_is_named_first():
    assert asked(CHANGE, *COUNTS) == asked(CHANGE, *COUNTS[::-1])
    placed = [dataclasses.replace(KNOWN[ARTICLE.story][part], place="the country") for part in COUNTS]
    change = compare(CHANGE, *placed)
    assert change.verdict() == (
        "Only if you assume that both were counted in the same way; both counts and their months are printed, how they "
        "were counted is not."
    )
    assert change.verdict(assumed=True) == (
        "If both were counted in the same way, then from 1,362 arrests (Apr 2021 – Mar 2022) to 1,665 arrests "
        "(Oct 2022 – Sep 2023) is a rise of 22.2%; 6 months lie between them, Apr 2022 – Sep 2022."
    )


def test_a_figure_is_not_compared_with_itself():
    assert asked(SUM, "range", "range").answer == NO
    assert "The same figure stands on both sides" in asked(SUM, "range", "range").verdict()


def test_an_operation_there_is_none_of_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="There is no operation called 'product'. Choose one of: difference"):
        asked("product", *COUNTS)


# --- each rule by itself: two exact counts that fit, with one column changed ------------------------------------------

ONE = dataclasses.replace(KNOWN[ARTICLE.story]["earlier_count"], place="the country")
NEXT = dataclasses.replace(
    KNOWN[ARTICLE.story]["later_count"], place="the country", period=period("2022-04", "2023-03")
)  # fmt: skip
ALIKE = "both were counted in the same way"


def changed(unit=None, **columns):
    return dataclasses.replace(NEXT, unit=ARTICLE.unit(unit) if unit else NEXT.unit, **columns)


def test_two_years_one_after_the_other_fit_in_everything():
    for operation in (DIFFERENCE, CHANGE, RATIO, SUM):
        assert compare(operation, ONE, NEXT).assumptions == [ALIKE]
    assert compare(SUM, ONE, NEXT).verdict(assumed=True).endswith("make 3,027 arrests.")


def test_a_place_that_is_not_stated_is_part_of_the_one_assumption():
    nowhere, next_nowhere = (dataclasses.replace(one, place="") for one in (ONE, NEXT))
    for pair in ((nowhere, next_nowhere), (nowhere, NEXT), (ONE, next_nowhere)):
        for operation in (DIFFERENCE, CHANGE, RATIO, SUM):
            assert compare(operation, *pair).assumptions == [f"{ALIKE} and in the same places"]
    elsewhere = dataclasses.replace(NEXT, place="the UK")
    assert compare(RATIO, ONE, elsewhere).assumptions[0] == ALIKE
    outside = dataclasses.replace(elsewhere, outside=True, id="other")
    assert compare(DIFFERENCE, nowhere, outside).answer == NO
    assert compare(RATIO, nowhere, outside).assumptions[0] == ALIKE
    assert compare(RATIO, nowhere, people("uk_all_2022")).answer == NO  # a base that we chose, for a place not stated
    guessed = [dataclasses.replace(one, status="estimated to be arrested") for one in (ONE, NEXT)]
    assert compare(RATIO, *guessed).assumptions == ["both were estimated in the same way"]


def test_a_stage_that_is_not_told_is_no_stage():
    assert not comparisons.ladder.same_stage("-", "-") and not comparisons.ladder.same_stage("", "")
    untold, next_untold = (dataclasses.replace(one, status="-") for one in (ONE, NEXT))
    assert compare(CHANGE, untold, next_untold).assumptions == [ALIKE]
    assert compare(CHANGE, untold, NEXT).assumptions == [ALIKE, "both count at the same stage"]
    for operation in OPERATIONS:
        unlike = compare(operation, untold, dataclasses.replace(next_untold, unit=ARTICLE.unit("people")))
        assert unlike.answer == NO and "unlike things" in unlike.verdict()


@pytest.mark.parametrize(
    ("columns", "operation", "answer", "column"),
    [
        ({"unit": "children", "status": "safeguarded"}, DIFFERENCE, NO, "unit"),
        ({"unit": "people"}, DIFFERENCE, ONLY_IF, "unit"),
        ({"unit": "people"}, SHARE, NO, "period"),
        ({"place": "UK"}, DIFFERENCE, NO, "place"),
        ({"place": ""}, DIFFERENCE, ONLY_IF, "place"),
        ({"stock_or_flow": "stock"}, DIFFERENCE, NO, "stock or flow"),
        ({"stock_or_flow": ""}, DIFFERENCE, ONLY_IF, "stock or flow"),
        ({"status": "suspected"}, DIFFERENCE, ONLY_IF, "status"),
        ({"status": "sentenced"}, RATIO, NO, "status"),
        ({"status": "charged"}, DIFFERENCE, NO, "status"),
        ({"status": "safeguarded"}, DIFFERENCE, NO, "status"),
        ({"status": "-"}, DIFFERENCE, ONLY_IF, "status"),
        ({"period": None}, DIFFERENCE, ONLY_IF, "period"),
        ({"period": None}, CHANGE, NO, "period"),
        ({"period": None}, SUM, NO, "period"),
        ({"period": period("2021-10", "2022-09")}, SUM, NO, "period"),
        ({"period": ONE.period}, CHANGE, NO, "period"),
        ({"period": ONE.period, "value": 2000.0, "status": "arrested"}, SHARE, ONLY_IF, "status"),
        ({"months": 6, "period": period("2022-04", "2022-09")}, CHANGE, ONLY_IF, "period"),
        ({"value": None, "printed": "hundreds"}, SUM, NO, "hedge"),
        ({"hedge": "up to"}, DIFFERENCE, NO, "hedge"),
        ({"value": 1000.0, "hedge": "more than"}, DIFFERENCE, NO, "hedge"),
        ({"hedge": "about"}, DIFFERENCE, ONLY_IF, "unit"),
    ],
)
def test_one_column_decides(columns, operation, answer, column):
    comparison = compare(operation, ONE, changed(**columns))
    assert comparison.answer == answer
    assert column in {reason.column for reason in comparison.reasons}
    grade = {NO: "no", ONLY_IF: "if", YES: "note"}[answer]
    assert column in {reason.column for reason in comparison.reasons if reason.grade == grade}


def test_flows_over_unlike_times_are_compared_by_the_month():
    half = changed(period=period("2022-04", "2022-09"), months=6, value=681.0, printed="681")
    said = compare(RATIO, half, ONE).verdict(assumed=True)
    assert said.startswith(f"If {ALIKE} and each was spread evenly over its months, then 681 arrests")
    assert "are as many as 1,362" in said and said.endswith(", worked out by the month.")
    apart = compare(DIFFERENCE, dataclasses.replace(half, value=600.0), ONE)
    assert "is 13.5, worked out by the month" in apart.verdict(assumed=True)
    faster = compare(DIFFERENCE, dataclasses.replace(half, value=700.0), ONE)
    assert "is 3.17, worked out by the month" in faster.verdict(assumed=True)


@pytest.mark.parametrize(
    ("columns", "result"),
    [({"hedge": "about"}, "is about 303"), ({"hedge": "more than"}, "is more than 303"),
     ({"hedge": "almost"}, "is less than 303"), ({"hedge": "exactly"}, "is 303")],
)  # fmt: skip
def test_a_hedge_goes_on_into_the_result(columns, result):
    assert result in compare(DIFFERENCE, ONE, changed(**columns)).verdict(assumed=True)


def test_no_change_is_called_no_change():
    assert "there is no change" in compare(CHANGE, ONE, changed(value=1362.0)).verdict(assumed=True)
    assert "a fall of 26.6%" in compare(CHANGE, ONE, changed(value=1000.0, printed="1,000")).verdict(assumed=True)


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ({"value": 1400.0, "hedge": "almost"}, {"value": 1665.0}, "0.84 times as many as"),
        ({"value": 14400.0, "hedge": "about"}, {"value": 1400.0, "hedge": "almost"}, "about 10 times as many as"),
        ({"value": 12.0, "hedge": "about"}, {"value": 7000.0, "hedge": "bare round number"}, "about 0.0017 times"),
        ({"value": 1665.0}, {"value": 1600.0, "hedge": "bare round number"}, "are about as many as"),
        ({"value": 400.0, "hedge": "bare round number"}, {"value": 300.0, "hedge": "almost"}, "about 1.3 times"),
        ({"value": 1665.0}, {"value": 1362.0}, "are 1.22 times as many as"),
        ({"value": 3.0}, {"value": 7000.0}, "are 0.00043 times as many as"),
        ({"value": 1130000.0, "printed": "1.13 million"}, {"value": 980000.0}, "are 1.15 times as many as"),
        ({"value": 1130000.0, "printed": "1.1 million"}, {"value": 980000.0}, "are 1.2 times as many as"),
    ],
)
def test_a_quotient_has_no_more_digits_than_the_rougher_of_its_figures(first, second, written):
    one = dataclasses.replace(ONE, **first, id="one")
    assert written in compare(RATIO, one, changed(**second)).verdict(assumed=True)


def test_hedged_words_of_the_story_stand_in_quotation_marks():
    rough = changed(hedge="more than", printed="more than 1,600", value=1600.0)
    said = compare(RATIO, ONE, rough).verdict(assumed=True)
    assert "times as many as “more than 1,600” arrests" in said and "1,362 arrests" in said
    for printed, written in (("1.13 million", "1.13 million"), ("nine", "nine"), ("over 800", "“over 800”")):
        assert comparisons.amount(changed(printed=printed)) == f"{written} arrests"


def test_a_flow_for_every_resident_names_its_length_of_time():
    everyone = people("uk_all_2022")
    said = compare(RATIO, dataclasses.replace(ONE, place="UK"), everyone).verdict(assumed=True)
    assert said.endswith("arrests for every 1,000,000 people in 12 months.")
    undated = dataclasses.replace(ONE, place="UK", period=None, months=None)
    assert compare(RATIO, undated, everyone).answer == NO


def test_an_average_is_worked_out_where_its_number_is_printed():
    years = changed(unit="years_of_sentence", kind="total", status="sentenced", value=4558.0, period=ONE.period)
    jailed = dataclasses.replace(ONE, unit=ARTICLE.unit("people"), status="sentenced", value=1046.0)
    assert "4.36 years of prison sentence for every person" in compare(RATIO, years, jailed).verdict(assumed=True)
    assert "needs the number sentenced" in compare(RATIO, years, ONE).verdict()
    assert "needs the number" not in compare(RATIO, ONE, years).verdict()


def test_rules_see_columns_and_neither_names_nor_numbers():
    """With names, facts and values of its own, a pair gets the same answer for the same reasons."""
    for one, other in (COUNTS, PRISON, ("later_count", "range"), ("headline", "later_count")):
        a, b = KNOWN[ARTICLE.story][one], KNOWN[ARTICLE.story][other]
        masked = [
            dataclasses.replace(claim, part=f"x{i}", id=f"y{i}", same_as="", printed=f"no. {i}")
            for i, claim in enumerate((a, b))
        ]
        for operation in OPERATIONS:
            seen = [[(r.column, r.grade) for r in compare(operation, *pair).reasons] for pair in ((a, b), masked)]
            assert seen[0] == seen[1]


# --- what is on offer ---------------------------------------------------------------------------------------------


def test_only_statistics_that_carry_a_part_are_on_offer():
    parts = ARTICLE.table.loc[ARTICLE.table["role"] == "statistic", "part"]
    own = [one.part for one in comparisons.figures(ARTICLE) if not one.outside]
    assert own == [part for part in parts if part]
    assert not {"long_case", "short_case"} & set(own)
    assert all(len(comparisons.figures(story)) <= comparisons.MOST for story in (ARTICLE, TWIN))


def test_figures_from_outside_are_those_of_the_story_and_of_its_places():
    assert {one.part for one in comparisons.figures(ARTICLE) if one.outside} == {
        "wider_count", "wider_hedged_count", "earlier_range", "resident_adults", "resident_people",
    }  # fmt: skip
    assert [one.part for one in comparisons.figures(TWIN) if one.outside] == [
        "wider_count", "wider_hedged_count", "earlier_range",
    ]  # fmt: skip
    assert KNOWN[ARTICLE.story]["earlier_range"].label == "550,000 to 850,000 people (said in Oct 2022)"
    assert {KNOWN[ARTICLE.story][f"resident_{ages}"].printed for ages in ("adults", "people")} == {
        "53.2 million", "67.0 million",
    }  # fmt: skip


def test_the_wider_figures_are_the_safe_ones():
    every = references.load("wider_uk_counts")
    assert ((every["confidence"] == "invented") == (every["story"] == TWIN.story)).all()
    wider = every[every["story"] == ARTICLE.story]
    assert wider["printed"].tolist() == ["over 800", "nearly 1,200"]
    assert set(wider["confidence"]) == {"V"}
    assert wider["source"].str.contains("nationalcrimeagency.gov.uk").all()
    assert set(wider["unit"]) <= set(ARTICLE.units.index)
    assert not every.duplicated(["story", "part"]).any()


def test_items_ask_by_name():
    look = (
        "Put the entries of “{:,}” and “{:,}” side by side, column by column. Where is the same said of both, where "
        "something else, and where nothing? Could you add what is missing?"
    )
    later, earlier = int(TWIN.later.value), int(TWIN.earlier.value)
    headline = int(TWIN.amount("headline").value)
    looks = "{{ look['ratio,later_count,earlier_count'] }} {{ look['difference,headline,later_count'] }}"
    assert templates.fill("{{ may['share,later_count,range'] }}; " + looks, TWIN) == (
        f"no; {look.format(later, earlier)} {look.format(headline, later)}"
    )
    assert templates.fill("{{ why['sum,later_count,range'] }}", ARTICLE) == asked(SUM, "later_count", "range").verdict()
    may = comparisons.Asked(TWIN, lambda comparison: comparison.answer)
    assert may["share,later_count,range"] == NO
    with pytest.raises(
        ReaderError, match="The story lost_property has no statistic with the part resident_people to compare"
    ):
        may["share,later_count,resident_people"]
    with pytest.raises(KeyError):
        may["share,later_count"]
