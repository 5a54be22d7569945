"""The claim cards on both stories: the four parts say the same, nothing is filled in, case details stay blank."""

import pytest

from claimlab import text
from claimlab.analysis import figures
from claimlab.claims import ledger
from claimlab.claims.checks import PARTS_OF
from claimlab.claims.claim import HOW_MANY
from claimlab.claims.errors import NotInStoryError, ReaderError
from claimlab.explorers import claim_cards
from claimlab.explorers.claim_cards import CARD, EVERYTHING, LISTS
from shown import boxed, cards, frame, lines, told


def card(view):
    """The figure's card: its title and what stands in its lines."""
    shown = cards(view)[0]
    return {"Figure": shown.title, **lines(shown)}


def axis(view):
    """The lines on the time axis."""
    return cards(view)[-1].lines


def test_it_opens_on_the_card_of_the_headline(article):
    view = claim_cards.explorer(article).view()
    assert view.verdict == ("In our reading, “1,600” in paragraph 1 counts people, in a bare round number.")
    assert view.answer == "counts people"
    assert view.reasons == ("When: no period given.", "Where: no place given.")
    assert card(view)["Place"] == "not said"
    assert card(view)["Status"].startswith("suspected (")


def test_the_picker_names_each_figure_with_its_paragraph(article):
    picker = claim_cards.explorer(article).controls[0]
    assert dict(zip(picker.options, picker.texts, strict=True))["arrests_caption"] == "1,665 (paragraph 11)"
    assert len(picker.options) == 73


def test_a_card_holds_what_the_ledger_row_holds(article):
    view = claim_cards.explorer(article).view(figure="arrests_2022_23")
    assert card(view) == {
        "Figure": "“1,665”",
        "Kind": "count (how many of something)",
        "Unit": "arrests (an event: one person may be arrested more than once)",
        "Period": "Oct 2022 – Sep 2023 (12 months), printed as “between October 2022 and September 2023”",
        "Place": "not said",
        "Who says it": "National Police Chiefs' Council",
        "Status": "arrested (held on suspicion: neither charged nor convicted by that)",
        "Stock or flow": "flow (how many there were over a length of time)",
        "Exact or hedged": "exactly (printed to the last digit, or a date given plainly, with no word before it)",
        "Paragraph": "6; the same fact again in 11 and 12",
        "Look-alike": "one of the 5 look-alikes, which between them count or add up 4 kinds of thing",
    }


@pytest.mark.parametrize(
    ("id", "period"),
    [
        ("arrests_2021_22",
         "Apr 2021 – Mar 2022 (12 months), printed as “the previous year” and “between April 2021 and March 2022”"),
        ("years_of_sentences",
         "Oct 2022 – Sep 2023 (12 months), printed as “in the same period” and “between October 2022 and September "
         "2023”"),
        ("arrests_caption", "“last year”, no months"),
        ("annual_assessment", "“annual”, no months"),
    ],
)  # fmt: skip
def test_a_card_says_everything_that_is_printed_for_its_months(article, id, period):
    assert card(claim_cards.explorer(article).view(figure=id))["Period"] == period


def test_the_same_fact_leads_back_from_its_repeat(article):
    assert card(claim_cards.explorer(article).view(figure="arrests_caption"))["Paragraph"] == (
        "11; the same fact again in 6 and 12"
    )


def test_the_number_of_states_is_bounded(story):
    assert 50 < len(list(claim_cards.explorer(story).every_key())) <= 1000


def test_card_axis_verdict_and_description_tell_the_same(story):
    explorer = claim_cards.explorer(story)
    for id in explorer.controls[0].options:
        view, claim = explorer.view(figure=id), story.claim(id)
        quoted = f"“{claim.printed}”"
        assert quoted in view.verdict and quoted in view.description
        assert card(view)["Figure"] == quoted
        chosen = [line for line in axis(view) if line.mark == "chosen"]
        assert [line.label for line in chosen] == [quoted]
        if claim.kind in HOW_MANY:
            assert claim.unit.plural in view.verdict
            assert claim.unit.plural in view.description
            assert card(view)["Unit"].startswith(claim.unit.plural)
            assert f"When: {claim.when}." in view.reasons
            assert card(view)["Period"].startswith(claim.when)
            assert chosen[0].text.startswith(claim.when)
            assert claim.when in view.description


def test_every_verdict_says_that_the_sorting_is_ours(story):
    explorer = claim_cards.explorer(story)
    for key in explorer.every_key():
        values = explorer.values(key)
        view = explorer.view(**values)
        said = view.verdict
        assert "in our reading" in told(view).lower() or values["table"] == EVERYTHING
        assert said.endswith(".") and said.count(". ") == 0


def test_only_counts_and_ranges_count(story):
    explorer = claim_cards.explorer(story)
    for id in explorer.controls[0].options:
        said, claim = explorer.view(figure=id).verdict, story.claim(id)
        says_count = "counts nothing" not in said and "no count" not in said
        assert says_count is (claim.kind in HOW_MANY), said


def test_the_lists_share_out_the_ledger(story):
    explorer = claim_cards.explorer(story)
    offered = next(control for control in explorer.controls if control.name == "table").options[1:]
    assert set(offered) == {name for name, (kinds, _) in LISTS.items() if kinds != PARTS_OF}  # it has none of these
    sizes = {name: len(explorer.view(table=name).table.rows) for name in offered}
    assert sizes.pop(EVERYTHING) == sum(sizes.values()) == len(story.claims)
    first = next(iter(LISTS))
    assert text.number(sizes[first]) == figures.text_of("how_many_rows", story)
    assert f"lists {sizes[first]} of the ledger's {len(story.claims)} rows" in explorer.view(table=first).verdict


def test_a_list_says_whether_the_chosen_figure_is_in_it(story):
    explorer, total = claim_cards.explorer(story), story.part("total_without_count").id
    names = list(LISTS)
    assert explorer.view(figure=total, table=names[0]).verdict.endswith("is not among them.")
    assert explorer.view(figure=total, table=names[1]).verdict.endswith("is among them.")


def test_case_details_show_paragraph_and_kind_only(article):
    explorer = claim_cards.explorer(article)
    blank = article.table[article.table["printed"] == ""]
    assert len(blank) == 10
    assert not set(blank["id"]) & set(explorer.controls[0].options)
    rows = frame(explorer.view(table=EVERYTHING).table).values.tolist()
    hidden = [row for row in rows if row[0] == "not shown"]
    assert hidden == [
        [
            "not shown",
            str(row.paragraph),
            f"{'phrase' if row.kind == 'ordinal phrase' else row.kind}, of one case",
            "not said",
        ]
        for row in blank.itertuples()
    ]


def test_the_cards_of_the_look_alikes_say_so_and_no_other(story):
    explorer = claim_cards.explorer(story)
    alike = {story.part(part).id for part in figures.rows.LOOK_ALIKES}
    for id in explorer.controls[0].options:
        view = explorer.view(figure=id)
        assert ("look-alikes" in view.description) is (id in alike)
        assert ("Look-alike" in card(view)) is (id in alike)


def test_a_repeat_of_a_look_alike_is_no_sixth(article):
    assert "Look-alike" not in card(claim_cards.explorer(article).view(figure="arrests_caption"))


def test_every_bar_lies_on_its_months_and_one_is_chosen(story):
    """The axis goes from the first to the last month of the figures whose months are known."""
    explorer = claim_cards.explorer(story)
    rows = [story.claim(id) for id in explorer.controls[0].options]
    dated = [claim for claim in rows if claim.period and claim.kind != "date"][: claim_cards.MOST_SPANS]
    first, last = min(c.period.start for c in dated), max(c.period.end for c in dated)
    months = (last - first).n + 1
    for chosen in rows:
        drawn = axis(explorer.view(figure=chosen.id))
        assert [line.mark for line in drawn].count("chosen") == 1
        for claim, line in zip(dated if chosen in dated else [*dated, chosen], drawn, strict=True):
            inside = claim.period and claim.period.end >= first and claim.period.start <= last
            assert bool(line.span) is bool(inside)
            if inside:
                left, right = (share * months for share in line.span)
                assert left == pytest.approx(max((claim.period.start - first).n, 0), abs=0.01)
                assert right == pytest.approx(min((claim.period.end - first).n + 1, months), abs=0.01)


def test_the_axis_says_where_it_begins_and_ends(article):
    view = claim_cards.explorer(article).view(figure="arrests_2022_23")
    assert cards(view)[-1].title == "On one time axis, Apr 2021 – Sep 2023"
    spans = {line.label: line.span for line in axis(view)}
    assert spans["“1,362”"] == (0, 0.4) and spans["“1,665”"] == (0.6, 1)


def test_a_period_beyond_the_axis_is_said(article):
    line = axis(claim_cards.explorer(article).view(figure="founded_2017"))[-1]
    assert line.text == "Jan 2017 – Dec 2017, beyond this axis"


def test_without_months_there_is_no_axis_and_nothing_is_said_of_one(article):
    claims = article.table.assign(period_start="", period_end="")
    view = claim_cards.explorer(ledger.Ledger("bare", claims, article.units)).view()
    assert [shown.title for shown in cards(view)] == ["“1,600”"]
    assert "axis" not in view.description + boxed(view)


def test_a_list_takes_the_place_of_the_card(article):
    view = claim_cards.explorer(article).view(table=EVERYTHING)
    assert [shown.title for shown in cards(view)] == ["On one time axis, Apr 2021 – Sep 2023"]
    assert view.table.numbers == ("Paragraph",)
    assert not claim_cards.explorer(article).view().table.rows


def test_a_ledger_of_one_row_has_a_card(article):
    alone = article.table[article.table["id"] == "hundreds_more"]
    view = claim_cards.explorer(ledger.Ledger("one", alone, article.units)).view()
    assert view.verdict.startswith("In our reading, “hundreds” in paragraph 5 stands for people, without a number")


def test_a_ledger_with_nothing_printed_is_told_so(article):
    blank = article.table[article.table["printed"] == ""]
    with pytest.raises(NotInStoryError, match="need a figure to show"):
        claim_cards.explorer(ledger.Ledger("blank", blank, article.units))


@pytest.mark.parametrize(
    "values", [{"figure": "case_age_5"}, {"figure": "no_such_row"}, {"figure": 3}, {"table": "money"}, {"year": 2022}]
)
def test_a_value_no_control_offers_is_refused_in_a_sentence(values, article):
    with pytest.raises(ValueError, match=r"is not one of the values this control offers|has no control called"):
        claim_cards.explorer(article).view(**values)


def test_an_unknown_row_is_told(article):
    with pytest.raises(ReaderError, match="no row with the id nothing"):
        article.claim("nothing")


def test_the_same_state_is_the_same_twice(story):
    views = [claim_cards.explorer(story).view(table=CARD) for _ in range(2)]
    assert views[0] == views[1]
    assert views[0].picture == ""
