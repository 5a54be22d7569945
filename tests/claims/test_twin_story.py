"""The invented story: its report prints what its ledger says, it touches no subject of the article, and its numbers
give every lesson its point."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import story_words

DATA = Path(__file__).parents[2] / "data"
STORY = DATA / "lost_property"
REFERENCES = sorted(DATA.glob("reference/*.csv"))


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False, dtype=str)


def its_rows(path: Path) -> pd.DataFrame:
    """The rows of a reference table that are about the invented story."""
    rows = read(path)
    return rows[rows["story"] == "lost_property"] if "story" in rows else rows[:0]


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    return read(STORY / "claims.csv")


@pytest.fixture(scope="module")
def value(table: pd.DataFrame) -> dict[str, int]:
    numbers = table[table["value"] != ""]
    return dict(zip(numbers["part"], numbers["value"].astype(int), strict=True))


def report() -> tuple[str, dict[str, str]]:
    """The first line of the report, and its numbered paragraphs."""
    content = (STORY / "story.md").read_text(encoding="utf-8")
    first, _, rest = content.partition("\n\n")
    found = re.findall(r"^(\d+)\. (.*?)(?=^\d+\. |\Z)", rest, re.MULTILINE | re.DOTALL)
    return first, {number: " ".join(words.split()) for number, words in found}


def test_the_report_says_first_that_it_is_invented():
    first, paragraphs = report()
    assert first.startswith("This report is invented for these lessons")
    assert list(paragraphs) == [str(number) for number in range(1, len(paragraphs) + 1)]
    assert 150 <= len(" ".join(paragraphs.values()).split()) <= 300


def test_every_printed_phrase_stands_in_its_paragraph(table: pd.DataFrame):
    paragraphs = report()[1]
    assert set(table["paragraph"]) == set(paragraphs)
    for row in table.itertuples():
        for phrase in (row.printed, row.period_printed, row.place):
            if phrase:
                assert re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", paragraphs[row.paragraph]), (row.id, phrase)


def test_every_number_of_the_report_has_a_row(table: pd.DataFrame):
    for number, words in report()[1].items():
        shown = " ".join(table.loc[table["paragraph"] == number, "printed"])
        figures = set(re.findall(r"(?<!£)\b\d[\d,]*\b", words))  # £80 is a detail of a case: a blank row
        assert figures <= set(re.findall(r"\d[\d,]*", shown)), number
    money = table[table["kind"] == "money"]
    assert len(money) == "\n".join(report()[1].values()).count("£") == 1
    assert (money.drop(columns=["id", "paragraph", "kind", "role", "note"]) == "").all(axis=None)


def test_nothing_of_the_invented_story_touches_the_article_s_subject(table: pd.DataFrame):
    said = [(STORY / "story.md").read_text(encoding="utf-8"), table.drop(columns="part").to_csv()]
    said += [its_rows(path).drop(columns="part", errors="ignore").to_csv(header=False) for path in REFERENCES]
    units = read(DATA / "units.csv").set_index("unit")
    said.append(units.loc[sorted(set(table["unit"]) - {""})].to_csv())
    assert [found for one in said for found in story_words.words(one)] == []


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.stem)
def test_its_rows_in_the_reference_tables_say_that_they_are_invented(path: Path):
    rows = its_rows(path)
    for row in rows.itertuples():
        assert row.source.startswith("invented by us for the neutral story") and row.confidence == "invented"
    if path.stem in ("bases", "earlier_estimates", "other_outlets", "wider_uk_counts"):
        assert len(rows)


# --- the point of each lesson ----------------------------------------------------------------------------------------


def test_most_rows_hold_no_number(table: pd.DataFrame):
    numbers = (table[["value", "low", "high"]] != "").any(axis=1)
    assert numbers.sum() * 3 < len(table)  # 11 of 44
    assert {"could", "will", "must", "fears", "in our opinion", "cause", "comparison", "value word", "every"} <= set(
        table["hedge"]
    )


def test_the_headline_is_rounded_down_and_the_nearest_hundred_is_another(value: dict[str, int]):
    assert value["headline"] == value["hedged_headline"] == 2900
    assert value["later_count"] // 100 * 100 == 2900
    assert round(value["later_count"] / 100) * 100 == 3000


def test_other_figures_are_of_the_hedged_count_s_size(value: dict[str, int]):
    half_a_step = range(value["hedged_count"] - 50, value["hedged_count"])
    assert {part for part, number in value.items() if number in half_a_step} == {"earlier_count", "total_without_count"}


def test_the_two_years_have_six_months_between_them(table: pd.DataFrame):
    parts = table[table["part"] != ""].set_index("part")
    ends = [parts.loc[part, ["period_start", "period_end"]].tolist() for part in ("earlier_count", "later_count")]
    assert ends == [["2021-03", "2022-02"], ["2022-09", "2023-08"]]


def test_headline_and_count_are_of_things_that_can_be_so(table: pd.DataFrame):
    said = table[table["unit"] != ""].groupby("unit")["status"].agg(set).to_dict()
    assert said["passengers"] == {"lost", "-", "estimated to be missing something"}
    assert said["items"] == {"handed in", "returned"}


def test_the_two_cases_are_as_long_as_the_way_the_lag_explorer_opens_on(table: pd.DataFrame):
    """14 months, and 23 weeks or 5.3 months, on a scale from 2 to 36 that opens at 14; both cases are over by 2024."""
    lengths = table[table["part"].isin(["long_case", "short_case"])].set_index("part")
    assert lengths["printed"].to_dict() == {"long_case": "14 months", "short_case": "23 weeks"}
    assert lengths["unit"].to_dict() == {"long_case": "months_of_storage", "short_case": "weeks"}
    parts = table[table["part"] != ""].set_index("part")
    assert (parts.loc["case_start", "printed"], parts.loc["second_case_start", "printed"]) == (
        "In 2022", "In January 2023",
    )  # fmt: skip
    start, end = parts.loc["later_count", ["period_start", "period_end"]]
    assert start <= parts.loc["second_case_start", "period_start"] <= end


def test_the_earlier_range_holds_the_later_one_so_that_neither_up_nor_down_can_be_read(table: pd.DataFrame):
    ends = table.loc[table["part"] == "range", ["low", "high"]].astype(int).iloc[0]
    before = its_rows(DATA / "reference" / "earlier_estimates.csv")
    before = before[before["low"] != ""]
    assert len(before)
    for row in before.itertuples():
        assert int(row.low) < ends["low"] and ends["high"] < int(row.high)


def test_what_other_outlets_printed_fits_the_story(value: dict[str, int]):
    others = its_rows(DATA / "reference" / "other_outlets.csv").set_index("id")
    assert value["hedged_count"] - 50 <= int(others.loc["returned_elsewhere", "value"]) < value["hedged_count"]
    assert int(others.loc["items_elsewhere", "value"]) == 3000
    assert {"more_elsewhere", "storage_elsewhere"} <= set(others.index)  # a growth and a link, both without a figure
    assert (others.loc[["more_elsewhere", "storage_elsewhere"], "value"] == "").all()
