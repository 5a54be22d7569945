"""A control that changes nothing is switched off, says why, and comes back where it was left."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

import card
from claimlab.display.words import WORDS
from claimlab.explorers.view import Control, Explorer, Table, View


def test_it_says_why_and_comes_back_where_it_was_left(browser: Browser) -> None:
    controls = (
        Control("radio", "way", "Way", ("up", "still"), ("up", "still"), "up"),
        Control("select", "far", "How far", (1, 2), ("one", "two"), 1, not_if=(("way", "still"),)),
    )
    shown = Explorer("Switched", controls, lambda way, far: View("", f"{way} {far}", Table(("a",)), "d"))
    page = browser.new_page()
    page.set_content(card.page(shown))
    far, verdict = page.get_by_label("How far"), page.locator(".cl-verdict")
    far.select_option("two")
    expect(verdict).to_have_text("up 2")
    page.get_by_label("still").check()
    expect(verdict).to_have_text("still 1")
    expect(far).to_be_disabled()
    expect(far).to_have_accessible_description(WORDS["not_if"].format(label="Way", text="still"))
    page.get_by_label("up").check()
    expect(far).to_be_enabled()
    expect(verdict).to_have_text("up 2")
    page.close()
