"""The article's ledger, row by row, against what was read off the article by hand: paragraph by paragraph, and no text
of it here."""

from __future__ import annotations

import calendar
import re
from pathlib import Path

import pandas as pd
import pytest

LEDGER = Path(__file__).parents[2] / "data" / "undercover_online" / "claims.csv"
COUNCIL, CONSTABLE = "National Police Chiefs' Council", "assistant chief constable"
AGENCY = "National Crime Agency, deputy director for Child Sexual Abuse"
FOUNDATION, MINISTER = "Internet Watch Foundation, chief executive", "Minister for Security"
CHIEFS, POLICE, ARTICLE = "police chiefs, in a caption", "the police, in a caption", "the article"

# Paragraph: who says it, and how many figures, phrases and details of a case stand in it.
PARAGRAPHS = {
    1: ("headline writer", 1), 2: (CHIEFS, 1), 3: (CHIEFS, 1), 4: ("police chiefs", 2), 5: (ARTICLE, 2),
    6: (COUNCIL, 6), 7: (ARTICLE, 4), 8: (CONSTABLE, 3), 9: (CONSTABLE, 6), 10: (CONSTABLE, 5), 11: (POLICE, 3),
    12: (POLICE, 3), 13: (ARTICLE, 5), 14: ("", 1), 15: (ARTICLE, 4), 16: (ARTICLE, 2), 17: (ARTICLE, 4),
    18: (AGENCY, 4), 19: (AGENCY, 2), 20: ("officials", 4), 21: (AGENCY, 3), 22: (FOUNDATION, 3),
    23: (FOUNDATION, 4), 24: (MINISTER, 2), 25: (MINISTER, 4), 26: (MINISTER, 4),
}  # fmt: skip
PLACES = {8: {"national", "the country"}, 18: {"UK"}}
"""The paragraphs that print a place; no other does."""
KINDS = {
    "statistic": {"count", "total", "range"},
    "date": {"date", "time word"},
    "hedge only": {"ordinal phrase", "time word"},
    "case detail": {"duration", "age", "money", "ordinal phrase"},
}
DETAILS = {5: 1, 10: 1, 13: 3, 14: 1, 15: 2, 16: 1, 17: 3}
"""Details of a case, by paragraph, the two lengths among them."""
TWO_MONTHS = re.compile(r"between (?P<first>\w+ \d{4}) and (?P<last>\w+ \d{4})")


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    read = pd.read_csv(LEDGER, keep_default_na=False, dtype=str)
    return read.assign(paragraph=read["paragraph"].astype(int))


def month(words: str) -> str:
    """October 2022 as 2022-10."""
    name, year = words.split()
    return f"{year}-{list(calendar.month_name).index(name):02}"


def test_every_paragraph_has_its_rows_in_the_order_of_the_paragraphs(table: pd.DataFrame):
    assert table["paragraph"].value_counts().to_dict() == {at: rows for at, (_, rows) in PARAGRAPHS.items()}
    assert table["paragraph"].is_monotonic_increasing


def test_every_paragraph_has_its_speaker(table: pd.DataFrame):
    shown = table[table["speaker"] != ""]
    assert shown.groupby("paragraph")["speaker"].agg(set).to_dict() == {
        at: {speaker} for at, (speaker, _) in PARAGRAPHS.items() if speaker
    }


def test_a_place_stands_only_where_the_paragraph_prints_one(table: pd.DataFrame):
    assert table[table["place"] != ""].groupby("paragraph")["place"].agg(set).to_dict() == PLACES
    for name in ("arrests_2022_23", "arrests_2021_22", "children_safeguarded", "years_of_sentences"):
        assert "o place is printed here" in table.set_index("id").loc[name, "note"]


def test_each_role_has_its_kinds(table: pd.DataFrame):
    assert table.groupby("role")["kind"].agg(set).to_dict() == KINDS
    details = table[table["role"] == "case detail"]
    assert details["paragraph"].value_counts().to_dict() == DETAILS


def test_a_date_fixes_months_or_is_called_loose_and_a_time_word_fixes_none(table: pd.DataFrame):
    dates = table[table["kind"] == "date"]
    assert ((dates["period_start"] != "") | (dates["hedge"] == "loose period")).all()
    assert (table.loc[table["kind"] == "time word", "period_start"] == "").all()
    assert set(table.loc[table["kind"] == "time word", "printed"]) == {
        "at any time", "this very second", "recent", "later", "annual", "emerging",
    }  # fmt: skip


def test_the_printed_months_are_the_months_of_the_row(table: pd.DataFrame):
    told = 0
    for row in table.itertuples():
        for words in (row.printed, row.period_printed):
            if found := TWO_MONTHS.fullmatch(words):
                assert (row.period_start, row.period_end) == (month(found["first"]), month(found["last"]))
                told += 1
    assert told == 4  # two counts of paragraph 6, and a row of their own for the months in 6 and in 7
    both = table[(table["kind"] == "date") & table["printed"].str.startswith("between")]
    assert both["paragraph"].tolist() == [6, 7]


def test_words_that_say_how_sure_or_how_strong_have_a_hedge_that_is_no_number_s(table: pd.DataFrame):
    words = table[table["role"] == "hedge only"]
    assert set(words["hedge"]) == {
        "every", "could", "will", "must", "in our opinion", "fears", "value word", "some degree of", "cause",
        "comparison",
    }  # fmt: skip
    assert words.groupby("hedge")["printed"].agg(set)[["cause", "comparison"]].to_dict() == {
        "cause": {"led to"},
        "comparison": {"up from", "wider", "more effectively", "greater levels", "easier"},
    }
    assert words[["value", "low", "high", "unit"]].eq("").all(axis=None)


def test_of_the_second_case_only_the_month_and_the_length_are_printed(table: pd.DataFrame):
    case = table[table["paragraph"].isin([16, 17]) & (table["printed"] != "")]
    assert case["printed"].tolist() == ["In March 2023", "later", "19 months"]
    start = case.iloc[0]
    assert (start["part"], start["period_start"], start["role"]) == ("second_case_start", "2023-03", "date")
    assert "February 2024" in start["note"] and "or later" in start["note"]
