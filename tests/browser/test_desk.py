"""The claim desk in a real JupyterLab: a text is pasted, its figures confirmed by the keyboard alone, a story kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claimlab.claims import stories
from claimlab.display.words import DESK, FIELD_LABELS, PART_LABELS
from lab import Lab, Notebook

TEXT = "Deaths fell\n\nThere were 1,732 deaths in 2015, a fall of 2% from 1,775 deaths in 2014. <b>Not 99 tags</b>"


@pytest.fixture(scope="module")
def opened(lab: Lab) -> Iterator[Notebook]:
    with lab.open("notebooks/08_another_article.ipynb", width=1280) as notebook:
        notebook.run_all()
        yield notebook


def test_from_a_pasted_text_to_a_story_with_the_keyboard_alone(opened, lab):
    desk, keys = opened.face(DESK["title"]).root, opened.page.keyboard
    desk.get_by_label(DESK["paste"]).focus()
    keys.insert_text(TEXT)
    keys.press("Tab")
    keys.type("3")
    keys.press("Enter")
    marks = desk.get_by_role("group", name=DESK["text"]).get_by_role("button")
    expect(marks).to_have_text(["1,732", "2%", "1,775", "99"])
    expect(desk).to_contain_text(DESK["found"].format(own=3, found=4))
    assert "<b>" not in desk.inner_text()
    part = desk.get_by_label(FIELD_LABELS["part"])
    part.focus()
    keys.type(PART_LABELS["later_count"])
    expect(part).to_have_value("later_count")
    expect(part).to_be_focused()
    for _ in range(2):
        desk.get_by_role("button", name=DESK["next"]).press("Enter")
    expect(desk.get_by_label(FIELD_LABELS["unit"])).to_have_value("deaths")
    part.focus()
    keys.type(PART_LABELS["earlier_count"])
    expect(desk).to_contain_text("period lab")
    marks.nth(3).press("Enter")
    desk.get_by_role("button", name=DESK["no_figure"]).press("Enter")
    expect(desk.get_by_role("button", name=DESK["is_figure"])).to_be_visible()
    desk.get_by_role("button", name=DESK["save"]).press("Enter")
    expect(desk.locator(".cl-notice")).to_have_text(f"Kept in data/{stories.BLANK}/claims.csv.")
    kept = (lab.folder / "data" / stories.BLANK / "claims.csv").read_text(encoding="utf-8")
    assert "1,732" in kept and "later_count" in kept and ",99," not in kept
    found = Axe().run(opened.page, context=".claimlab").response["violations"]
    assert [one for one in found if one["impact"] in ("serious", "critical")] == []
    assert opened.errors() == []


def test_a_wrong_month_is_told_beside_its_figure_and_nothing_scrolls_sideways_on_a_phone(opened):
    desk = opened.face(DESK["title"]).root
    opened.page.set_viewport_size({"width": 400, "height": 800})
    desk.get_by_role("group", name=DESK["text"]).get_by_role("button").first.press("Enter")
    month = desk.get_by_label(FIELD_LABELS["period_end"])
    month.fill("Oct 22")
    month.press("Tab")
    expect(desk.get_by_role("list").first).to_contain_text("found 'Oct 22', expected something like 20")
    assert desk.evaluate("(root) => root.scrollWidth <= root.clientWidth + 1")
