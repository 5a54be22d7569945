"""The figures of the range, its bases and the range before it, against arithmetic done beforehand, on both stories."""

import pandas as pd
import pytest

from claimlab import text
from claimlab.analysis import figures, needs
from claimlab.analysis.figures import estimate
from claimlab.claims import ledger, references
from claimlab.claims.errors import ReaderError

STORIES = ("undercover_online", "lost_property")
CHECKED = {
    "range_width": ("150,000", "15,000"),
    "range_middle": ("755,000", "48,500"),
    "below_range": ("679,000", "40,900"),
    "low_rises_percent": ("11", "11"),
    "high_rises_percent": ("10", "10"),
    "low_rises_by": ("74,800", "4,510"),
    "high_rises_by": ("83,000", "5,600"),
    "one_in_high": ("64", "55"),
    "in_every": ("1,000", "1,000"),
    "share_low": ("13", "13"),
    "share_high": ("16", "18"),
    "share_low_later": ("13", "13"),
    "share_high_later": ("15", "17"),
    "share_low_everyone": ("10", "7"),
    "share_high_everyone": ("12", "9"),
    "share_low_other_place": ("14", "18"),
    "share_high_other_place": ("17", "24"),
    "range_before_low": ("550,000", "34,000"),
    "range_before_high": ("850,000", "61,000"),
    "low_end_moved": ("130,000", "7,000"),
    "high_end_fell": ("20,000", "5,000"),
    "middle_moved": ("55,000", "1,000"),
    "middle_moved_percent": ("7.9%", "2.1%"),
}
OF_THE_RANGE = [name for name, one in figures.FIGURES.items() if one.compute.__module__ == estimate.__name__]


@pytest.mark.parametrize("name", OF_THE_RANGE)
@pytest.mark.parametrize(("place", "story"), list(enumerate(STORIES)))
def test_a_figure_is_as_checked_beforehand(name, place, story):
    assert figures.text_of(name, ledger.load(story)) == CHECKED[name][place]


@pytest.mark.parametrize(
    ("role", "low", "high"),
    [
        ("first", 12.8, 15.6),
        ("later", 12.7, 15.5),
        ("latest", 12.5, 15.3),
        ("other_ages", 12.3, 15.0),
        ("everyone", 10.1, 12.3),
        ("other_place", 14.2, 17.4),
    ],
)
def test_the_shares_are_those_of_the_checked_table(role, low, high):
    base = estimate.bases(ledger.load("undercover_online")).loc[role, "value"]
    shares = estimate.share(680_000, base), estimate.share(830_000, base)
    assert shares == pytest.approx((low, high), abs=0.05)


def test_a_base_is_a_row_of_the_population_table_or_an_invented_count():
    bases, people = references.load("bases"), references.load("population")
    assert (bases["value"].isna() == (bases["population"] != "")).all()
    assert bases.loc[bases["population"] != "", "population"].isin(people.index).all()
    assert ((bases["confidence"] == "invented") == (bases["story"] == "lost_property")).all()
    for _, rows in bases.groupby("story"):
        assert rows["role"].is_unique
        assert set(rows["role"]) == {"first", "later", "latest", "other_ages", "everyone", "other_place"}
        assert rows.set_index("role")["serves"].to_dict() | {"everyone": "no", "other_place": "no", "first": "yes"} == (
            rows.set_index("role")["serves"].to_dict()
        )


def test_a_base_s_words_fit_its_row_of_the_population_table():
    people = references.load("population")
    for row in references.load("bases").query("population != ''").itertuples():
        counted = people.loc[row.population]
        assert counted["area"] in row.printed and counted["date"][:4] in row.printed and row.population in row.source
        named = {"18+": "adults", "16+": "of 16 and over", "all ages": "of all ages"}[counted["ages"]]
        assert named in row.printed


def test_only_the_first_base_had_been_published_when_the_article_ran():
    bases = references.load("bases").query("story == 'undercover_online'").set_index("role")
    released = pd.to_datetime(bases["population"].map(references.load("population")["released"]))
    assert list(released.index[released < "2024-02-08"]) == ["first"]


def test_earlier_estimates_are_the_safe_ones_and_say_how_they_were_read():
    rows = references.load("earlier_estimates").query("story == 'undercover_online'")
    assert rows["printed"].tolist() == ["at least 300,000", "550,000 to 850,000", "550,000 to 850,000"]
    assert rows["confidence"].tolist() == ["V2", "V2", "V"]
    for row in rows.itertuples():
        assert ("as reported" in row.changed) == ("as reported" in row.source) == (row.confidence == "V2")


@pytest.mark.parametrize("story", STORIES)
def test_what_is_printed_of_an_earlier_estimate_is_its_numbers(story):
    for row in references.load("earlier_estimates").query("story == @story").itertuples():
        if row.hedge == "at least":
            assert row.printed == f"at least {text.number(row.value)}"
        else:
            assert row.printed == f"{text.number(row.low)} to {text.number(row.high)}"


@pytest.mark.parametrize(
    ("column", "value"), [("low", None), ("high", None), ("low", 830_000), ("low", 0), ("unit", "")]
)
def test_what_is_no_range_is_told(column, value):
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    claims.loc[claims["part"] == "range", column] = value
    with pytest.raises(ReaderError, match="needs two different ends above 0 and a unit"):
        figures.value_of("range_width", ledger.Ledger("bare", claims, article.units))


@pytest.mark.parametrize("name", ["share_low", "range_before_low"])
def test_a_story_without_bases_or_earlier_ranges_is_told(name):
    article = ledger.load("undercover_online")
    with pytest.raises(ReaderError, match="has no r"):
        figures.value_of(name, ledger.Ledger("your_article", article.table, article.units))


@pytest.mark.parametrize(("low", "high", "wide"), [(100, 110, False), (100, 111, True), (680_000, 830_000, True)])
def test_the_bigger_percentage_is_of_fewer_only_where_the_range_is_wide(low, high, wide):
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    claims.loc[claims["part"] == "range", ["low", "high"]] = low, high
    own = ledger.Ledger("own", claims, article.units)
    assert bool(needs.lacking(["wide_range"], own)) != wide
    assert (figures.value_of("low_rises_by", own) < figures.value_of("high_rises_by", own)) == wide
    assert figures.value_of("low_rises_percent", own) > figures.value_of("high_rises_percent", own)


def test_one_in_so_many_and_so_many_in_a_thousand_are_one_share():
    """830,000 of 53,188,204: 53,188,204 / 830,000 = 64.08, and 1,000 / 64.08 = 15.6, which is 16 to the nearest."""
    article = ledger.load("undercover_online")
    assert figures.value_of("one_in_high", article) == pytest.approx(64.08, abs=0.005)
    assert estimate.EVERY / figures.value_of("one_in_high", article) == figures.value_of("share_high", article)
