"""The data package: valid, complete, careful with people, and described by its dictionary."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from claimlab.claims import ledger, references
from claimlab.claims.errors import ReaderError
from data_dictionary import dictionary, with_dictionary

DATA = Path(__file__).parents[2] / "data"
STORIES = ["undercover_online", "lost_property"]
OFFICES = {
    "headline writer",
    "the article",
    "officials",
    "police chiefs",
    "police chiefs, in a caption",
    "the police, in a caption",
    "National Police Chiefs' Council",
    "assistant chief constable",
    "National Crime Agency, deputy director for Child Sexual Abuse",
    "Internet Watch Foundation, chief executive",
    "Minister for Security",
    "rail managers",
    "rail managers, in a caption",
    "rail lost property office",
    "rail lost property office, manager",
    "rail passenger survey, analyst",
    "passengers' association, chair",
    "minister for railways",
}
CASE_LENGTHS = {"long_case", "short_case"}
MOST_WORDS = 6
"""The words of a quoted phrase: those of “between” one month and year “and” another."""
SOURCE_CARD = DATA.parent / "seeds" / "source_card.md"
WRITTEN = [*(path for kind in ("csv", "json", "md") for path in sorted(DATA.rglob(f"*.{kind}"))), SOURCE_CARD]
HEADLINE = "Undercover online police snare 1,600 suspected child abusers"
ONLY_IN_A_CITATION = re.compile(r"snar(e|ed|ing)|predator|paedophile|pornograph", re.IGNORECASE)


def claims(story: str) -> pd.DataFrame:
    return pd.read_csv(DATA / story / "claims.csv", keep_default_na=False, dtype=str)


def parts(story: str) -> pd.DataFrame:
    table = claims(story)
    return table[table["part"] != ""].set_index("part")


def found_wrong(folder: Path, *files: str) -> list[str]:
    """What frictionless finds wrong with the package in a folder, or with some of its files; one line an error."""
    package = Package(folder / "datapackage.json")
    reports = (
        [table.validate() for table in package.resources if table.path in files] if files else [package.validate()]
    )
    return [f"{place}: {kind}" for report in reports for place, kind in report.flatten(["fieldName", "type"])]


def told_wrong(folder: Path) -> list[str]:
    """What the kit tells about the stories and the reference tables in a folder."""
    loads = [lambda story=story: ledger.load(story, folder) for story in STORIES]
    loads += [lambda name=name: references.load(name, folder) for name in references.names(folder)]
    told = []
    for load in loads:
        try:
            load()
        except ReaderError as error:
            told += str(error).splitlines()
    return told


def test_the_package_is_valid():
    assert found_wrong(DATA) == []
    assert told_wrong(DATA) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("undercover_online/claims.csv", ',"1,665",1665,', ',"1,665",many,'),
        ("undercover_online/claims.csv", ",2022-10,", ",2022-13,"),
        ("undercover_online/claims.csv", ",children,count,", ",pupils,count,"),
        ("undercover_online/claims.csv", ",almost,", ",nearly,"),
        ("undercover_online/claims.csv", ",hedged_headline,", ",headline,"),
        ("undercover_online/claims.csv", ",arrests_2022_23,", ",arrests_2032,"),
        ("undercover_online/claims.csv", "case_age_5,5,", "case_age_5,,"),
        ("lost_property/claims.csv", "items_2021_22,", "items_2022_23,"),
        ("undercover_online/claims.csv", ",2022-10,", ",Oct-22,"),
        ("undercover_online/claims.csv", '"1,665",1665,', '"1,665","1,665",'),
        ("undercover_online/claims.csv", "case_age_5,5,", "case_age_5,0,"),
        ("units.csv", "arrest,arrests", ",arrests"),
        ("reference/population.csv", "67596281", "67.6 million"),
        ("reference/population.csv", "2022-06-30", "mid-2022"),
        ("reference/population.csv", "2022-06-30", "2022-06-31"),
        ("reference/population.csv", "67596281", "0"),
        ("reference/other_outlets.csv", ",children,", ",pupils,"),
        ("reference/releases_with_counts.csv", ",people,", ",pupils,"),
        ("reference/wider_uk_counts.csv", ",arrests,", ",pupils,"),
        ("reference/earlier_estimates.csv", ",people,", ",pupils,"),
        ("reference/bases.csv", ",uk_adults_2021,", ",uk_adults_1821,"),
        ("reference/court_timeliness.csv", ",csa_report_to_end,", ",csa_report_to_start,"),
        ("reference/sentence_lengths.csv", ",2021-10,", ",Oct-21,"),
    ],
)
def test_a_broken_package_is_seen_by_frictionless_and_by_the_kit(tmp_path: Path, file: str, old: str, new: str):
    broken = shutil.copytree(DATA, tmp_path / "data") / file
    text = broken.read_text(encoding="utf-8")
    assert old in text
    broken.write_text(text.replace(old, new), encoding="utf-8")
    assert found_wrong(tmp_path / "data", file)
    assert told_wrong(tmp_path / "data")


def test_a_template_without_one_of_its_columns_is_seen_by_both(tmp_path: Path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    template = folder / "your_article" / "claims.csv"
    template.write_text(template.read_text(encoding="utf-8").replace(",same_as,", ",same,"), encoding="utf-8")
    assert found_wrong(folder, "your_article/claims.csv")
    with pytest.raises(ReaderError, match="missing: same_as; not known: same"):
        ledger.load("your_article", folder)


def test_the_dictionary_is_the_descriptor():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert readme == with_dictionary(readme, DATA)
    assert "`vintage`" in dictionary(DATA)


def test_every_allowed_word_has_a_meaning_and_every_column_a_description():
    fields = [field for resource in Package(DATA / "datapackage.json").resources for field in resource.schema.fields]
    for field in fields:
        assert field.title, field.name
        assert field.description, field.name
        assert field.constraints.get("enum", []) == list(field.custom.get("meanings", {})), field.name


def test_whoever_writes_a_ledger_is_told_of_every_part_and_that_units_may_be_added():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    own = readme[readme.index("## An article of your own") : readme.index("## Where the figures come from")]
    fields = Package(DATA / "datapackage.json").get_resource("claims-your-article").schema.fields
    parts = next(field.constraints["enum"] for field in fields if field.name == "part")
    assert [part for part in parts if f"`{part}`" not in own] == []
    assert "`units.csv` in the folder of the story" in own


def test_all_26_paragraphs_are_there():
    assert set(claims("undercover_online")["paragraph"].astype(int)) == set(range(1, 27))


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("earlier_count", {"value": "1362", "paragraph": "7", "period_start": "2021-04", "period_end": "2022-03"}),
        ("later_count", {"value": "1665", "paragraph": "6", "period_start": "2022-10", "period_end": "2023-09"}),
        ("headline", {"value": "1600", "paragraph": "1", "hedge": "bare round number"}),
        ("hedged_headline", {"value": "1600", "paragraph": "4", "hedge": "more than"}),
        ("loose_count", {"value": "", "paragraph": "2", "hedge": "hundreds"}),
        ("hedged_count", {"value": "1400", "paragraph": "6", "hedge": "almost", "unit": "children"}),
        ("total_without_count", {"value": "1386", "paragraph": "6", "unit": "years_of_sentence"}),
        ("range", {"low": "680000", "high": "830000", "paragraph": "18", "stock_or_flow": "stock", "unit": "adults"}),
        ("long_case", {"value": "8", "paragraph": "15", "unit": "years_of_sentence"}),
        ("short_case", {"value": "19", "paragraph": "17", "unit": "months"}),
        ("case_start", {"paragraph": "15", "period_start": "2022-01", "period_end": "2022-12"}),
        ("second_case_start", {"paragraph": "16", "period_start": "2023-03", "period_end": "2023-03"}),
        ("founded", {"printed": "2017", "paragraph": "8", "period_start": "2017-01"}),
    ],
)
def test_the_figures_are_the_article_s(part: str, expected: dict[str, str]):
    assert parts("undercover_online").loc[part, list(expected)].to_dict() == expected


def test_one_fact_printed_three_times_is_tied_together():
    table = claims("undercover_online")
    again = table[table["same_as"] == "arrests_2022_23"]
    assert again["paragraph"].tolist() == ["11", "12"]
    assert set(again["value"]) == {"1665"}


@pytest.mark.parametrize("story", STORIES)
def test_same_as_names_the_first_row_of_the_same_fact(story: str):
    table = claims(story).set_index("id")
    for row, first in table.loc[table["same_as"] != "", "same_as"].items():
        assert table.index.get_loc(first) < table.index.get_loc(row)
        assert table.loc[first, "same_as"] == ""
        assert table.loc[first, "printed"] == table.loc[row, "printed"]


def test_case_details_are_blank():
    table = claims("undercover_online")
    details = table[(table["role"] == "case detail") & ~table["part"].isin(CASE_LENGTHS)]
    assert len(details) >= 8
    assert (details.drop(columns=["id", "paragraph", "kind", "role"]) == "").all(axis=None)


@pytest.mark.parametrize("story", STORIES)
def test_every_other_row_says_what_it_is(story: str):
    table = claims(story)
    told = table[(table["role"] != "case detail") | table["part"].isin(CASE_LENGTHS)]
    assert (told[["printed", "status", "speaker", "hedge", "note"]] != "").all(axis=None)
    figures = told[told["role"] == "statistic"]
    assert (figures["unit"] != "").all()


@pytest.mark.parametrize("story", STORIES)
def test_speakers_are_offices_and_no_phrase_is_a_sentence(story: str):
    table = claims(story)
    assert set(table["speaker"]) - {""} <= OFFICES
    for column in ("printed", "period_printed"):
        assert table[column].str.split().str.len().max() <= MOST_WORDS


@pytest.mark.parametrize("story", STORIES)
def test_the_printed_number_is_the_value(story: str):
    table = claims(story)
    table = table[table["value"] != ""]
    digits = table["printed"].str.replace(",", "").replace({"eight years": "8 years"}).str.extract(r"(\d+)")[0]
    assert digits.tolist() == table["value"].tolist()


def test_the_twin_plays_every_part_with_figures_of_its_own():
    article, twin = (parts(story) for story in STORIES)
    assert set(article.index) == set(twin.index)
    numbers = [set(table[["value", "low", "high"]].to_numpy().ravel()) - {""} for table in (article, twin)]
    assert not numbers[0] & numbers[1]
    assert claims("lost_property")["note"].str.startswith("Invented.").all()


def test_the_template_has_the_columns_and_no_rows():
    template = claims("your_article")
    assert template.empty
    assert list(template.columns) == list(claims("undercover_online").columns)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_words_with_care(path: Path):
    text = path.read_text(encoding="utf-8").replace(HEADLINE, "")
    assert not ONLY_IN_A_CITATION.search(text)


def test_the_source_card_has_every_paragraph_and_every_figure():
    card = SOURCE_CARD.read_text(encoding="utf-8")
    assert re.findall(r"^\| (\d+) \|", card, re.MULTILINE) == [str(number) for number in range(1, 27)]
    table = parts("undercover_online")
    for printed in table.loc[table["value"] != "", "printed"]:
        assert printed in card


@pytest.fixture(scope="module")
def people() -> pd.Series:
    table = pd.read_csv(DATA / "reference" / "population.csv")
    return table.set_index(["date", "area", "ages", "vintage"])["value"].sort_index()


@pytest.mark.parametrize(
    ("year", "vintage", "uk", "adults", "over_15", "england_and_wales", "adults_there"),
    [
        (2021, "published Dec 2022", 67_026_292, 53_188_204, 54_711_707, 59_641_829, 47_263_713),
        (2022, "MYE22UK", 67_596_281, 53_646_829, 55_190_347, 60_238_038, 47_731_503),
        (2023, "MYE23UK", 68_265_209, 54_196_443, 55_785_430, 60_854_727, 48_236_113),
        (2024, "MYE24UK", 69_281_437, 55_022_253, 56_685_313, 61_806_682, 49_002_647),
    ],
)
def test_population_as_first_published(people, year, vintage, uk, adults, over_15, england_and_wales, adults_there):
    day = people.xs(f"{year}-06-30").xs(vintage, level="vintage")
    assert day["UK"].reindex(["all ages", "18+", "16+"]).tolist() == [uk, adults, over_15]
    assert day["England and Wales"].reindex(["all ages", "18+"]).tolist() == [england_and_wales, adults_there]
    if year > 2021:
        assert day["UK", "under 18"] + adults == uk


def test_one_day_has_three_totals(people: pd.Series):
    totals = people.xs(("2022-06-30", "UK", "all ages"))
    assert totals.tolist() == [67_596_281, 67_602_761, 67_636_134]
    assert totals.max() - totals.min() == 39_853


def test_the_mid_2023_population_was_revised_up(people: pd.Series):
    totals = people.xs(("2023-06-30", "UK", "all ages"))
    assert totals["MYE24UK"] - totals["MYE23UK"] == 260_974


def test_only_the_mid_2021_population_was_out_when_the_report_ran():
    table = pd.read_csv(DATA / "reference" / "population.csv", parse_dates=["released"])
    out = table[(table["area"] == "UK") & (table["released"] < "2024-02-08")]
    assert set(out["date"]) == {"2021-06-30"}
