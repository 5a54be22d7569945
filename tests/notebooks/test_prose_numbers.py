"""The numbers a reader sees: bound and as their sources say, in texts, items, explorers and pages. And the proof."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import bindings
import prose_numbers
import refresh
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ledger.load(refresh.STORY)
PAGES = [ROOT / "README.md", ROOT / "notebooks/teachers/guide.md"]


def text_cells(name):
    return [cell for cell in refresh.read(ROOT / f"notebooks/{name}.ipynb").cells if cell.cell_type == "markdown"]


# --- the proof: one character changed -------------------------------------------------------------------------------


def changed_digits():
    """Every digit of every figure printed in the text cells of the first notebooks, each changed to the next digit."""
    for path in refresh.notebooks(ROOT / "notebooks"):
        if path.stem[:2] not in ("00", "01", "02"):
            continue
        for cell in text_cells(path.stem):
            if cell.id == prose_numbers.SOURCES_CELL:
                continue
            for match in bindings.BOUND.finditer(cell.source):
                for at in range(*match.span("printed")):
                    if cell.source[at].isdigit():
                        wrong = str((int(cell.source[at]) + 1) % 10)
                        yield f"{path.stem}-{cell.id}-{at}", cell.source[:at] + wrong + cell.source[at + 1 :]


MUTANTS = dict(changed_digits())


def test_there_are_at_least_twenty_mutants():
    assert len(MUTANTS) >= 20


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_single_changed_character_is_caught(mutant):
    assert len(prose_numbers.problems(MUTANTS[mutant], ARTICLE)) == 1


# --- what may stand unbound -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fine",
    [
        "20 minutes.",
        "[02 · The previous year](02_the_previous_year.ipynb)",
        "Childline: 0800 1111, or 999; checked on 23 November 2026",
        "1. First\n2. Second",
        "From April to September 2022; Oct 2022 and later.",
        "In 2017.",
        "`story[1]` and <em>words</em>",
        "two counts, three questions, one month and the next",
        "so many for every hundred of the arrests",
        "06: prediction, range and first question (10), exit question (5)",
        "the words “in two years”",
    ],
)
def test_other_numbers_may_stand_unbound(fine):
    assert prose_numbers.problems(fine, ARTICLE) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "1,665 arrests",
        "22.2%",
        "18 months",
        "In May 2019",
        "680,000",
        "about 14 in 1,000",
        "(1665) arrests",
        "(20)",
        "1950 arrests",
        "2021 arrests",
        "six months",
        "Six months",
        "the six missing months",
        "two hundred people",
        "half a year",
        "(2010) arrests",
        "2010 recorded arrests",
        "six long missing months",
        "a third of arrests",
        "twice as many",
        "twice, or two times",
        "a rise of twenty per cent",
    ],
)
def test_a_figure_may_not(wrong):
    assert prose_numbers.problems(wrong, ARTICLE)


def test_a_figure_in_a_title_is_not_taken_for_a_printed_one():
    titled = bindings.titled('<data value="rise">303</data>', ARTICLE)
    assert 'title="worked out: Later count - earlier count.' in titled
    assert prose_numbers.problems(titled, ARTICLE) == []
    assert bindings.titled(titled, ARTICLE) == titled


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("arrests_2022_23", "1,665"),
        ("children_safeguarded", "almost 1,400"),
        ("children_safeguarded.value", "1,400"),
        ("rise_percent", "22.2%"),
        ("months_missing.words", "six"),
        ("uk_adults_2022", "53.6 million"),
    ],
)
def test_every_kind_of_name_resolves(name, printed):
    source = bindings.resolve(name, ARTICLE)
    assert source.printed == printed
    assert source.origin


@pytest.mark.parametrize("name", ["", "arrests", "arrests_2022_23.low", "arrests_2022_23.paragraph", "rise.value"])
def test_a_name_that_is_no_figure_is_told(name):
    with pytest.raises(ReaderError, match="No figure is called"):
        bindings.resolve(name, ARTICLE)


# --- explorers and pages --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks/claimlab/explorers").glob("*.py")), ids=lambda path: path.stem
)
def test_no_figure_is_typed_into_an_explorer(path):
    """Every number an explorer says is computed: no text in its source holds a digit. (Docstrings may.)"""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and isinstance(node.body[0], ast.Expr)
    }
    specs = {id(part) for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec
             for part in ast.walk(node.format_spec)}  # fmt: skip
    typed = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings | specs
    ]
    assert [said for said in typed if re.search(r"\d", said)] == []


@pytest.mark.parametrize("path", [page for page in PAGES if page.exists()], ids=lambda path: path.name)
def test_a_page_prints_no_figure_of_the_article_unbound(path):
    """Pages have numbers of their own (versions, minutes); a figure of the article stands bound, or not at all."""
    content = path.read_text(encoding="utf-8")
    told = [problem for problem in prose_numbers.problems(content, ARTICLE) if "unbound" not in problem]
    rest = prose_numbers.unbound(content, ARTICLE)[1]
    figures = re.findall(r"\d[\d,.]*%|\d{1,3}(?:,\d{3})+", rest)
    assert told + figures == []


# --- the list of sources --------------------------------------------------------------------------------------------


def test_html_in_a_ledger_is_text_in_the_sources():
    claims = ARTICLE.table.assign(note="<script>alert(1)</script> | $x$ *bold* [l](m) `c`")
    page = prose_numbers.sources_notebook(ledger.Ledger(ARTICLE.story, claims, ARTICLE.units)).cells[1].source
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &#124; &#36;x&#36; &#42;bold&#42; &#91;l&#93;(m) &#96;c&#96;" in page


def test_the_sources_list_every_printed_figure():
    page = "".join(cell.source for cell in prose_numbers.sources_notebook(ARTICLE).cells)
    for printed in ARTICLE.table.loc[ARTICLE.table["printed"] != "", "printed"]:
        assert f"| {printed} |" in page
