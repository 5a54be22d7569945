"""Whatever stands in a ledger's text fields is text: in every explorer, in items, in saved outputs, in the sources."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

import sources
from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger
from claimlab.display import saved, wire
from claimlab.exercises import practice, specs
from claimlab.explorers import registry
from shown import table_words, words

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=\"alert(2)\"> <b>& *a* _b_ $x_1$ {rise} 'q' =1+1 \u05d0\u05d1 "
    + "w" * 400
)
"""Tags, Markdown, a formula, a placeholder, quotes, letters written from the right, and a word of 400 letters."""
EXPLORERS = sorted(registry.EXPLORERS)


@pytest.fixture(scope="module")
def hostile() -> Ledger:
    """The article with hostile phrases, places, speakers and notes, and hostile ends to its nouns."""
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    for column in ("printed", "period_printed", "place", "speaker", "note"):
        claims[column] = claims[column].where(claims[column] == "", HOSTILE)
    return Ledger(article.story, claims, article.units + " " + HOSTILE)


class Page(HTMLParser):
    """The tags, the alternative texts and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        self.tags.add(tag)

    def handle_data(self, words: str) -> None:
        self.words += words


OURS = {
    "details", "summary", "p", "strong", "em", "br", "ul", "ol", "li", "dl", "dt", "dd", "img",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""The elements that a saved form is made of."""


@pytest.mark.parametrize("name", EXPLORERS)
def test_an_explorer_shows_it_as_text(name, hostile):
    """Every text of the view stands in the saved form letter by letter, and nothing in it became an element."""
    explorer = registry.make(name, hostile)
    view = explorer.view()
    page = Page(saved.explorer_html(wire.explorer(explorer), view))
    assert page.tags <= OURS
    squeezed = "".join(page.words.split())
    said = [view.answer, view.verdict, *view.reasons, *words(view.boxes), *table_words(view.table), view.description]
    assert [one for one in said if "".join(one.split()) not in squeezed] == []
    usual = registry.make(name, ledger.load("undercover_online")).view()
    assert HOSTILE in " ".join(said) or view == usual  # one explorer shows no word of a ledger
    plain = saved.explorer_text(wire.explorer(explorer), view)
    cells = [cell for row in view.table.rows for cell in row]
    for one in (view.verdict, view.description, *words(view.boxes), *cells):
        assert one in plain


@pytest.mark.parametrize("name", EXPLORERS)
def test_a_picture_shows_it_as_text(name, hostile):
    """Compared with the same picture of harmless text: the same elements; and the hostile letters are text in it."""
    harmless = ledger.load("undercover_online")
    drawn, usual = registry.make(name, hostile).view().picture, registry.make(name, harmless).view().picture
    assert bool(drawn) is bool(usual)
    if drawn:
        kinds = {re.sub(r"{.*}", "", element.tag) for element in ElementTree.fromstring(drawn).iter()}
        assert kinds == {re.sub(r"{.*}", "", element.tag) for element in ElementTree.fromstring(usual).iter()}
        texts = "".join("".join(ElementTree.fromstring(drawn).itertext()).split())
        assert ("alert(1)" in texts) == ("$x_1$" in texts)


@pytest.mark.parametrize("notebook", sorted(path.stem for path in practice.ITEMS.glob("[0-9]*.toml")))
def test_an_item_shows_it_as_text(notebook, hostile):
    known = practice.load(notebook).values()
    # A word that is sought as it is printed is not found where something else is printed.
    asked = [item for item in known if not needs.lacking(item.needs, hostile)]
    assert len(asked) > len(known) / 2
    for item in asked:
        spec = specs.spec(item, hostile)
        assert "<script" not in saved.item_html(spec)
        assert "<img src=x" not in saved.item_html(spec)


def test_the_sources_show_it_as_text(hostile):
    for cell in sources.sources_notebook(hostile).cells:
        assert "<script" not in cell.source
        assert "<img" not in cell.source
