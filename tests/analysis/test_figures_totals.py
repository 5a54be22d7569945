"""The figures of a total without its count, against arithmetic done beforehand, and the tables behind it."""

import pytest

from claimlab.analysis import figures
from claimlab.analysis.figures import totals
from claimlab.claims import ledger, references
from claimlab.claims.errors import ReaderError

ARTICLE, TWIN = ledger.load("undercover_online"), ledger.load("lost_property")

CHECKED = {
    "total_per_later": ("0.83", "0.8"),
    "later_per_total": ("1.2", "1.24"),
    "count_if_long": ("173", "170"),
    "count_if_short": ("875", "451"),
    "short_in_total_unit": ("1.58", "5.29"),
    "case_middle": ("4.79", "9.64"),
    "released_average": ("4.36", "4.36"),
}
OF_TOTALS = [name for name, figure in figures.FIGURES.items() if figure.compute.__module__ == totals.__name__]


@pytest.mark.parametrize("name", OF_TOTALS)
def test_a_figure_is_as_checked_beforehand(name):
    assert tuple(figures.text_of(name, story) for story in (ARTICLE, TWIN)) == CHECKED[name]


@pytest.mark.parametrize(("months", "people"), [(19, 875), (22.8, 729), (23.3, 714), (30, 554), (48, 346.5), (96, 173)])
def test_how_many_people_the_total_would_be(months, people):
    assert totals.count_if_each(ARTICLE, months / 12) == pytest.approx(people, abs=0.5)


def test_units_that_are_no_length_of_time_are_refused_in_a_sentence():
    claims = ARTICLE.table.copy()
    claims.loc[claims["part"] == "short_case", "unit"] = "children"
    with pytest.raises(ReaderError, match="Children are no length of time; one begins with day, week, month, year"):
        figures.value_of("count_if_short", ledger.Ledger("moved", claims, ARTICLE.units))


def test_a_total_without_a_value_is_refused_in_a_sentence():
    claims = ARTICLE.table.assign(value=float("nan"))
    claims.loc[claims["part"] == "later_count", "value"] = 5
    with pytest.raises(ReaderError, match="years_of_sentences of moved needs a value above 0 and a unit"):
        figures.value_of("total_per_later", ledger.Ledger("moved", claims, ARTICLE.units))


# --- the reference tables ---------------------------------------------------------------------------------------------


def test_court_days_as_published_and_as_revised():
    table = references.load("court_timeliness")
    quarters = table[table["clock"] == "from offence to completion"]
    assert quarters.groupby("period")["value"].apply(list).to_dict() == {
        "2022 Q4": [371, 370],
        "2023 Q1": [398],
        "2023 Q2": [387, 400],
        "2023 Q3": [374, 382],
    }
    for quarter in ("2022_q4", "2023_q2", "2023_q3"):
        first, revised = quarters.loc[f"court_days_{quarter}_first"], quarters.loc[f"court_days_{quarter}"]
        assert (first["vintage"], revised["vintage"]) == ("first published", "as revised")


def test_every_figure_of_the_courts_names_the_day_of_its_release():
    table = references.load("court_timeliness")
    quarters = table[table["clock"] == "from offence to completion"]
    days = quarters["source"].str.extract(r"(\d{1,2} \w+ 20\d\d) \(gov\.uk\)$")[0].tolist()
    assert days == [
        "30 March 2023", "29 June 2023", "29 June 2023", "28 September 2023", "14 December 2023", "14 December 2023",
        "28 March 2024",
    ]  # fmt: skip


def test_the_parts_of_a_length_add_up_to_it():
    table = references.load("court_timeliness")
    parts = table[table["part_of"] != ""].groupby("part_of")["value"].sum()
    assert parts.to_dict() == {"csa_report_to_end": 614}
    assert table.loc[parts.index, "value"].tolist() == parts.tolist()


def test_average_sentences_as_published():
    table = references.load("sentence_lengths")
    assert table["value"].tolist() == [24.8, 23.0, 22.8, 23.3]
    assert table["period_end"].tolist() == ["2022-09", "2022-12", "2023-06", "2023-12"]


def test_releases_with_their_counts():
    table = references.load("releases_with_counts")
    assert table["value"].to_dict() == {
        "regional_people_jailed": 1046,
        "regional_years": 4558,
        "midlands_arrested": 110,
        "midlands_convicted": 45,
        "midlands_years": 130,
    }


@pytest.mark.parametrize("name", ["court_timeliness", "sentence_lengths", "releases_with_counts"])
def test_what_is_printed_is_the_value_and_the_story_is_named(name):
    table = references.load(name)
    digits = table["printed"].str.replace(",", "").str.extract(r"([\d.]+)")[0].astype(float)
    assert digits.tolist() == table["value"].tolist()
    assert set(table["story"]) == {"undercover_online"}


def test_lengths_from_outside_stand_on_the_article_alone():
    assert [(length.written, length.clock) for length in totals.lengths_outside(ARTICLE)] == [
        ("370–400 days", "from offence to completion"),
        ("614 days", "from report to court conclusion"),
    ]
    assert totals.lengths_outside(TWIN) == []
