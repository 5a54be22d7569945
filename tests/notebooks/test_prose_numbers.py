"""Numbers in what a person has written: none in text cells and explorers, bound ones in the teacher's guide."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import prose_numbers
import refresh
import sources
from claimlab.claims import ledger

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = ledger.load(refresh.STORY)
GUIDE = (ROOT / "notebooks/teachers/guide.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fine",
    [
        "20 minutes.",
        "[02 · The previous year](02_the_previous_year.ipynb)",
        "1. First\n2. Second",
        "`story[1]` and <em>words</em>",
        "two counts, three questions, one month and the next",
        "so many for every hundred of the others",
        "the words “in two years”",
        "the twelve months that end there",
    ],
)
def test_a_text_may_print_what_is_no_figure(fine):
    assert prose_numbers.typed(fine) == []


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
        "In 2017.",
        "six months",
        "Six months",
        "the six missing months",
        "two hundred people",
        "half a year",
        "six long missing months",
        "a third of items",
        "twice as many",
        "twice, or two times",
        "a rise of twenty per cent",
    ],
)
def test_a_figure_may_not_stand_in_a_text(wrong):
    assert prose_numbers.typed(wrong)


# --- the guide, which is about the article ----------------------------------------------------------------------------


def test_the_figures_of_the_guide_are_the_articles():
    assert len(prose_numbers.BOUND.findall(GUIDE)) > 8
    assert prose_numbers.bound_wrongly(GUIDE, ARTICLE) == []


@pytest.mark.parametrize("page", [GUIDE, (ROOT / "README.md").read_text(encoding="utf-8")], ids=["guide", "README"])
def test_a_page_prints_no_figure_of_the_article_unbound(page):
    """Pages have numbers of their own (versions, minutes); a figure of the article stands bound, or not at all."""
    assert prose_numbers.unbound(page) == []


def changed_digits():
    """The guide with one digit of one bound figure changed to the next digit, for every one of them."""
    for match in prose_numbers.BOUND.finditer(GUIDE):
        for at in range(*match.span("printed")):
            if GUIDE[at].isdigit():
                yield f"{match['name']}-{at}", GUIDE[:at] + str((int(GUIDE[at]) + 1) % 10) + GUIDE[at + 1 :]


MUTANTS = dict(changed_digits())


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_single_changed_digit_is_caught(mutant):
    assert len(prose_numbers.bound_wrongly(MUTANTS[mutant], ARTICLE)) == 1


@pytest.mark.parametrize("name", ["raise", "rise_percent.low", "headline.prnted", "earlier_count.low"])
def test_a_name_that_is_no_figure_is_told(name):
    assert prose_numbers.bound_wrongly(f'<data value="{name}">1</data>', ARTICLE)


# --- explorers --------------------------------------------------------------------------------------------------------


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


# --- the list of sources ----------------------------------------------------------------------------------------------


def test_html_in_a_ledger_is_text_in_the_sources():
    claims = ARTICLE.table.assign(note="<script>alert(1)</script> | $x$ *bold* [l](m) `c`")
    page = sources.sources_notebook(ledger.Ledger(ARTICLE.story, claims, ARTICLE.units)).cells[1].source
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &#124; &#36;x&#36; &#42;bold&#42; &#91;l&#93;(m) &#96;c&#96;" in page


def test_the_sources_list_every_printed_figure():
    page = "".join(cell.source for cell in sources.sources_notebook(ARTICLE).cells)
    for printed in ARTICLE.table.loc[ARTICLE.table["printed"] != "", "printed"]:
        assert f"| {printed} |" in page
