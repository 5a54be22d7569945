"""The items of notebook 04: what is right, on both stories, and replies about the mistake that was made."""

import pytest

from claimlab.claims import ledger
from claimlab.exercises import marking, practice
from claimlab.exercises.templates import fill

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")
ITEMS = practice.load("04_years_of_what")
CALENDAR_YEAR = ledger.Ledger(
    TWIN.story, TWIN.table.replace({"period_start": {"2021-03": "2021-01"}, "period_end": {"2022-02": "2021-12"}}),
    TWIN.units,
)  # fmt: skip
"""The twin with an earlier count that shares no month with the year of the case."""


def test_the_look_alikes_return_at_the_start():
    assert "look_alikes" in ITEMS


@pytest.mark.parametrize(
    ("story", "stretches"),
    [
        (ARTICLE, ["Jan 2022 – Mar 2022", "Apr 2022 – Sep 2022", "Oct 2022 – Dec 2022"]),
        (TWIN, ["Jan 2022 – Feb 2022", "Mar 2022 – Aug 2022", "Sep 2022 – Dec 2022"]),
        (CALENDAR_YEAR, ["no month of it", "Jan 2022 – Aug 2022", "Sep 2022 – Dec 2022"]),
    ],
)
def test_a_case_dated_by_its_year_may_lie_in_every_stretch_that_shares_a_month(story, stretches):
    item = ITEMS["case_stretches"]
    assert [practice.option_text(item.options, row.key, story) for row in item.row] == stretches


def test_a_part_without_months_shares_none():
    assert fill("{{ headline.in_earlier }}, {{ headline.in_missing }}, {{ headline.in_later }}", ARTICLE) == (
        "no month of it, no month of it, no month of it"
    )


@pytest.mark.parametrize("answer", ["0.83", "0,83", "0.8", "0.832", "0.83 years"])
def test_the_tempting_division_may_be_rounded(answer):
    assert marking.mark(ITEMS["tempting"], ARTICLE, answer).right is True


@pytest.mark.parametrize(
    ("answer", "reply"),
    [("1.2", "upside down"), ("1.20", "upside down"), ("2", "Divide the total")],
)
def test_a_slip_in_the_division_gets_a_reply_about_it(answer, reply):
    marked = marking.mark(ITEMS["tempting"], ARTICLE, answer)
    assert marked.right is False
    assert reply in marked.reply


def test_two_of_the_four_are_reasons_and_each_row_has_its_own_reply():
    item = ITEMS["not_average"]
    assert [row.key for row in item.row] == ["reason", "reason", "no_reason", "no_reason"]
    turned = {row.id: {"reason": "no_reason", "no_reason": "reason"}[row.key] for row in item.row}
    marked = marking.mark(item, ARTICLE, turned)
    assert marked.right is False
    assert len(set(marked.rows)) == 4 and all(marked.rows)


def test_asking_for_the_count_that_is_printed_is_told_so():
    item = ITEMS["missing_fact"]
    marked = marking.mark(item, ARTICLE, "count_printed")
    assert marked.right is False
    assert "printed already: 1,665" in marked.reply
    assert marking.mark(item, ARTICLE, "count_missing").right is True


def test_what_is_written_is_never_marked():
    for name in ("predict_average", "predict_lag", "in_window", "fair_sentence", "carry"):
        assert marking.mark(ITEMS[name], ARTICLE, "12").right is None
