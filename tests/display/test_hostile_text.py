"""Whatever stands in a ledger's text fields is text: in every explorer, in items, in saved outputs, in the sources."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

import prose_numbers
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger
from claimlab.display import saved
from claimlab.exercises import practice
from claimlab.explorers import registry

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)"> & $x_1$ {rise} =1+1'
EXPLORERS = sorted(registry.EXPLORERS)


@pytest.fixture(scope="module")
def hostile() -> Ledger:
    """The article with hostile phrases, places, speakers and notes, and hostile ends to its nouns."""
    article = ledger.load("undercover_online")
    claims = article.table.copy()
    for column in ("printed", "period_printed", "place", "speaker", "note"):
        claims[column] = claims[column].where(claims[column] == "", HOSTILE)
    return Ledger(article.story, claims, article.units + " " + HOSTILE)


@pytest.mark.parametrize("name", EXPLORERS)
def test_an_explorer_shows_it_as_text(name, hostile):
    explorer = registry.make(name, hostile)
    view = explorer.view()
    for shown in (view.picture, saved.explorer_html(explorer)):
        assert "<script" not in shown
        assert "<img src=x" not in shown
    if view.picture:
        texts = " ".join(ElementTree.fromstring(view.picture).itertext())
        assert "$x_1$" in texts or "alert" not in texts


@pytest.mark.parametrize("notebook", sorted(path.stem for path in practice.ITEMS.glob("[0-9]*.toml")))
def test_an_item_shows_it_as_text(notebook, hostile):
    for item in practice.load(notebook).values():
        spec = practice.spec(item, hostile)
        assert "<script" not in saved.item_html(spec)
        assert "<img src=x" not in saved.item_html(spec)


def test_the_sources_show_it_as_text(hostile):
    for cell in prose_numbers.sources_notebook(hostile).cells:
        assert "<script" not in cell.source
        assert "<img" not in cell.source
