"""What a story is asked for, and what is said where two counts are no change, or have no gap between them."""

from __future__ import annotations

import dataclasses

import pytest

from claimlab.analysis import needs
from claimlab.analysis.needs import two_counts
from claimlab.claims import ledger as ledgers
from claimlab.claims import periods
from claimlab.claims.errors import ReaderError
from claimlab.claims.ledger import Claim


@dataclasses.dataclass(frozen=True)
class TwoCounts:
    """As much of a ledger as the two counts are."""

    earlier: Claim
    later: Claim


def counts(earlier: tuple[str, str], later: tuple[str, str], **changed) -> TwoCounts:
    """The report's two counts, moved to other months; `changed` is for the later one."""
    article = ledgers.load("undercover_online")
    return TwoCounts(
        dataclasses.replace(article.earlier, period=periods.period(*earlier)),
        dataclasses.replace(article.later, period=periods.period(*later), **changed),
    )


YEAR = "2022-01", "2022-12"


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        (("2021-01", "2021-12"), YEAR, "follows Jan 2021 – Dec 2021 directly, so no month lies between them"),
        (YEAR, YEAR, "Here both counts are for the same months, Jan 2022 – Dec 2022."),
        (("2021-04", "2022-03"), YEAR, "Here the two periods share 3 months, Jan 2022 – Mar 2022."),
        (("2023-01", "2023-12"), YEAR, "Here the count called later is for Jan 2022 – Dec 2022, and the one called"),
        (("2020-01", "2020-12"), YEAR, "Here the two counts cover 12 months each, with 12 months between them."),
    ],
)
def test_how_two_periods_lie_is_a_sentence_of_its_own(earlier, later, said):
    found = counts(earlier, later)
    assert said in two_counts.how_they_lie(found)
    assert not two_counts.years_with_a_gap(found)


@pytest.mark.parametrize(
    ("earlier", "later", "changed", "said"),
    [
        (("2021-10", "2021-12"), YEAR, {}, "Here one count covers 3 months and the other 12 months."),
        (("2021-01", "2021-12"), YEAR, {"value": 1362.0}, "Here both are 1,362, so nothing has changed."),
        (YEAR, YEAR, {}, "Here both counts are for the same months, Jan 2022 – Dec 2022."),
    ],
)
def test_what_is_no_change_is_told(earlier, later, changed, said):
    found = counts(earlier, later, **changed)
    assert not two_counts.change(found) and two_counts.no_change(found) == said


def test_counts_of_other_things_or_places_are_told():
    unit = ledgers.load("lost_property").later.unit
    assert two_counts.other_things(counts(YEAR, YEAR, unit=unit)) == "Here one counts arrests and the other items."
    unsaid = counts(YEAR, YEAR, place="the north")
    assert two_counts.same_things(unsaid)
    south = dataclasses.replace(unsaid.earlier, place="the south")
    moved = dataclasses.replace(unsaid, earlier=south)
    assert not two_counts.same_things(moved)
    assert two_counts.other_things(moved) == "Here one is about the south and the other about the north."


def test_a_story_of_ours_lacks_nothing(story):
    everything = [*needs.PARTS, *needs.CONDITIONS]
    assert {need for need in everything if needs.lacking([need], story)} == set()


@pytest.mark.parametrize("need", ["heading", "headline.colour", "headlines.period", "gaps"])
def test_a_need_there_is_none_of_is_told_with_its_place(need):
    with pytest.raises(ReaderError, match=rf"items.toml, item one: found the need '{need}', expected one of: earlier"):
        needs.check(["headline", need], "items.toml, item one")


@pytest.mark.parametrize("part", [*needs.AMOUNTS, *needs.COUNTS, *needs.ENDS])
def test_a_part_with_a_number_below_0_is_lacking(part):
    article = ledgers.load("undercover_online")
    table = article.table.copy()
    table.loc[table["part"] == part, ["value", "low", "high"]] *= -1
    below = dataclasses.replace(article, table=table)
    assert needs.lacking([part], article) == ""
    assert needs.PARTS[part] in needs.lacking([part], below)


def test_cases_that_are_no_lengths_of_time_are_lacking():
    article = ledgers.load("undercover_online")
    table = article.table.copy()
    table.loc[table["part"] == "short_case", "unit"] = "people"
    assert needs.lacking(["cases_of_time"], article) == ""
    assert "two cases with theirs" in needs.lacking(["cases_of_time"], ledgers.Ledger("odd", table, article.units))
