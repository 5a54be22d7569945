"""Items of several rows: cards sorted into groups, a ladder brought into its order, chips marked; and their marks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

import dummy
from claimlab.display.words import WORDS
from lab import DARK, LIGHT, Face, Lab, Notebook

CELLS = "(page) => jupyterapp.shell.currentWidget.content.widgets.map((cell) => [cell.model.id, cell.model.type])"


def group(face: Face, name: str) -> Locator:
    """The cards in a group, by the group's name."""
    return face.root.get_by_role("list", name=name, exact=True).get_by_role("listitem")


def groups(face: Face) -> dict[str, list[str]]:
    """The labels of the cards in each group, those not placed yet first."""
    return face.root.locator(".cl-group").evaluate_all("""(all) => Object.fromEntries(all.map((group) => [
        group.querySelector(".cl-group-title").lastChild.textContent,
        [...group.querySelectorAll("[role=radiogroup]")].map((card) => card.textContent)]))""")


def order(face: Face) -> list[str]:
    return face.root.locator(".cl-rung").all_text_contents()


def middle(of: Locator) -> tuple[float, float]:
    of.scroll_into_view_if_needed()
    box = of.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(card: Locator, to: Locator) -> None:
    """By mouse, in some steps."""
    mouse, (left, top) = card.page.mouse, middle(card)
    x, y = middle(to)
    mouse.move(left, top)
    mouse.down()
    mouse.move(x, y, steps=6)
    mouse.up()


def swipe(grip: Locator, to: Locator) -> None:
    """By finger, with the touches a browser gets from a screen."""
    start, end = middle(grip), middle(to)
    session = grip.page.context.new_cdp_session(grip.page)
    path = [(start[0] + (end[0] - start[0]) * part / 6, start[1] + (end[1] - start[1]) * part / 6) for part in range(7)]
    for at, (x, y) in enumerate(path):
        touch = {"type": "touchMove" if at else "touchStart", "touchPoints": [{"x": x, "y": y}]}
        session.send("Input.dispatchTouchEvent", touch)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def send(face: Face) -> None:
    face.root.get_by_role("button", name="Send").press("Enter")


@pytest.fixture(scope="module")
def small(made: Lab) -> Iterator[Notebook]:
    with made.open(dummy.NAME, width=360, height=640, has_touch=True, is_mobile=True) as opened:
        yield opened


@pytest.fixture
def phone(small: Notebook) -> Notebook:
    """The dummy notebook on a phone, all cells run anew."""
    small.page.evaluate("sessionStorage.clear()")
    small.run_all()
    return small


def test_cards_are_sorted_by_drag(notebook: Notebook) -> None:
    face = notebook.face("Sorting")
    assert groups(face) == {WORDS["unplaced"]: ["Red", "Green", "Blue"], "a": [], "b": [], "c": []}
    box = face.root.locator(".cl-group")
    drag(face.root.locator(".cl-move").filter(has_text="Red"), box.nth(2))
    drag(face.root.locator(".cl-move").filter(has_text="Blue"), box.nth(2))
    assert groups(face) == {WORDS["unplaced"]: ["Green"], "a": [], "b": ["Red", "Blue"], "c": []}
    drag(face.root.locator(".cl-move").filter(has_text="Red"), box.nth(1))
    drag(face.root.locator(".cl-move").filter(has_text="Green"), face.root.locator(".cl-tag"))  # beside every group
    assert groups(face) == {WORDS["unplaced"]: ["Green"], "a": ["Red"], "b": ["Blue"], "c": []}
    expect(face.card("Red", "a")).to_be_checked()
    expect(face.root.locator(".cl-taken")).to_have_count(0)  # a drag is no tap


def test_cards_are_sorted_by_two_taps(phone: Notebook) -> None:
    face = phone.face("Sorting")
    title, card = face.root.locator(".cl-group-title"), face.root.locator(".cl-move").filter(has_text="Green")
    title.nth(2).tap()  # nothing is taken yet
    card.tap()
    expect(face.root.locator("[aria-live=polite].cl-hidden")).to_have_text(WORDS["taken"].format(card="Green"))
    title.nth(2).tap()
    assert groups(face)["b"] == ["Green"]
    card.tap()
    card.tap()  # put back
    title.nth(1).tap()
    assert groups(face)["b"] == ["Green"]


def test_a_finger_drags_by_the_grip_and_scrolls_elsewhere(phone: Notebook) -> None:
    face = phone.face("Sorting")
    card, box = face.root.locator(".cl-move").filter(has_text="Green"), face.root.locator(".cl-group")
    box.nth(2).scroll_into_view_if_needed()
    swipe(card.locator(".cl-grip"), box.nth(1))
    assert groups(face)["a"] == ["Green"]
    card = face.root.locator(".cl-move").filter(has_text="Red")
    swipe(card.get_by_text("Red"), box.nth(2))
    assert groups(face) == {WORDS["unplaced"]: ["Red", "Blue"], "a": ["Green"], "b": [], "c": []}


def test_cards_are_sorted_by_keyboard_and_no_key_reaches_the_notebook(notebook: Notebook) -> None:
    face, keys = notebook.face("Sorting"), notebook.page.keyboard
    before = notebook.page.evaluate(CELLS)
    face.card("Red").get_by_role("radio").first.focus()
    keys.press("ArrowDown")  # from nowhere to the first group
    assert groups(face)["a"] == ["Red"]
    expect(face.card("Red", "a")).to_be_focused()
    keys.press("ArrowDown")
    expect(face.card("Red", "b")).to_be_focused()
    expect(face.root.locator("[aria-live=polite].cl-hidden")).to_have_text("Red: b")
    face.card("Green").get_by_role("radio").first.focus()
    for key in ("b", "d", "d", "x", "9", "Escape", "3"):
        keys.press(key)
    expect(face.card("Green", "c")).to_be_focused()
    assert groups(face) == {WORDS["unplaced"]: ["Blue"], "a": [], "b": ["Red"], "c": ["Green"]}
    assert notebook.page.evaluate(CELLS) == before


def test_a_mark_stands_on_its_card_until_that_card_is_changed(notebook: Notebook) -> None:
    face = notebook.face("Sorting")
    for card, key in (("Red", "1"), ("Green", "3"), ("Blue", "2")):
        face.card(card).get_by_role("radio").first.press(key)
    send(face)
    expect(face.reply).to_contain_text(f"{WORDS['not_yet']} 1 to go.")
    told = face.root.locator(".cl-row-mark")
    marks = {"Red": WORDS["right"], "Green": WORDS["not_yet"], "Blue": WORDS["right"]}
    for card, mark in marks.items():
        expect(face.root.locator(".cl-move").filter(has_text=card).locator(".cl-row-mark")).to_have_text(mark)
    expect(face.card("Green", "c")).to_have_accessible_description("Green: Look at green.")
    face.card("Green", "c").press("2")
    expect(told.filter(has_text=WORDS["not_yet"])).to_have_count(0)
    expect(told.filter(has_text=WORDS["right"])).to_have_count(2)
    expect(face.root.get_by_text("Look at green.")).to_have_count(0)
    expect(face.reply.get_by_text("1 to go.")).to_be_hidden()
    expect(face.reply.get_by_text(WORDS["changed"])).to_be_visible()
    face.card("Green", "b").press("3")  # as it was checked
    expect(face.reply.get_by_text("1 to go.")).to_be_visible()
    expect(face.root.get_by_text("Look at green.")).to_be_visible()
    face.card("Green", "c").press("2")
    send(face)
    expect(face.reply).to_contain_text(f"{WORDS['right']} All of them.")
    expect(face.reply.get_by_text(WORDS["changed"])).to_be_hidden()


def test_a_typed_answer_that_is_changed_is_not_called_wrong(notebook: Notebook) -> None:
    face = notebook.face("Number")
    face.answer("number?", "11")
    said = face.reply.get_by_text("Not 11: count again.")
    expect(said).to_be_visible()
    face.control("number?").fill("12")
    expect(said).to_be_hidden()
    expect(face.reply).not_to_have_text(WORDS["not_yet"], use_inner_text=True)
    expect(face.reply.get_by_text(WORDS["changed"])).to_be_visible()
    face.control("number?").fill("11")
    expect(said).to_be_visible()


def test_a_ladder_is_ordered_by_buttons_arrows_and_drag(notebook: Notebook) -> None:
    face, keys = notebook.face("Ladder"), notebook.page.keyboard
    before = notebook.page.evaluate(CELLS)
    assert order(face) == ["Red", "Green", "Blue"]
    up = face.root.get_by_role("button", name=f"{WORDS['up']}: Blue")
    up.press("Enter")
    expect(up).to_be_focused()
    assert order(face) == ["Red", "Blue", "Green"]
    expect(face.root.locator("[aria-live=polite].cl-hidden")).to_have_text("Blue: b")
    keys.press("ArrowUp")
    keys.press("ArrowUp")  # on top already
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    keys.press("d")
    keys.press("d")
    assert order(face) == ["Blue", "Red", "Green"]
    rung = face.root.locator(".cl-rung")
    drag(rung.nth(0), rung.nth(2))
    assert order(face) == ["Red", "Green", "Blue"]
    drag(rung.nth(2), rung.nth(0))
    send(face)
    expect(face.reply).to_contain_text(f"{WORDS['right']} All of them.")
    assert notebook.page.evaluate(CELLS) == before


def test_a_finger_moves_a_rung(phone: Notebook) -> None:
    face = phone.face("Ladder")
    rungs = face.root.locator(".cl-move")
    rungs.nth(1).scroll_into_view_if_needed()
    swipe(rungs.nth(0).locator(".cl-grip"), rungs.nth(2))
    assert order(face) == ["Green", "Blue", "Red"]


def test_an_order_and_sorted_cards_come_back_as_drafts(notebook: Notebook) -> None:
    ladder, sorting = notebook.face("Ladder"), notebook.face("Sorting")
    ladder.root.get_by_role("button", name=f"{WORDS['down']}: Red").click()
    drag(sorting.root.locator(".cl-move").filter(has_text="Blue"), sorting.root.locator(".cl-group").nth(3))
    notebook.restart()
    notebook.run_all()
    assert order(ladder) == ["Green", "Red", "Blue"]
    assert groups(sorting)["c"] == ["Blue"]
    for face in (ladder, sorting):
        expect(face.notice).to_have_text(WORDS["draft"])


def test_cards_glide_only_where_motion_is_wanted(notebook: Notebook) -> None:
    face, moves = notebook.face("Ladder"), "() => document.getAnimations().filter((one) => !one.animationName).length"
    down = face.root.get_by_role("button", name=f"{WORDS['down']}: Red")
    counted = f"(button) => {{ button.click(); return ({moves})(); }}"
    notebook.page.emulate_media(reduced_motion="no-preference")
    assert down.evaluate(counted) > 0
    notebook.page.emulate_media(reduced_motion="reduce")
    try:
        notebook.page.wait_for_timeout(300)
        assert down.evaluate(counted) == 0
    finally:
        notebook.page.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_nothing_is_wider_than_a_phone_and_a_grip_is_large_enough(made: Lab, theme: str) -> None:
    made.theme(theme)
    try:
        with made.open(dummy.NAME, width=360, height=640) as notebook:
            notebook.run_all()
            for name in ("Sorting", "Ladder", "Several"):
                root = notebook.face(name).root
                assert root.evaluate("(face) => face.scrollWidth <= face.clientWidth + 1"), name
                for taken in root.locator(".cl-move, .cl-chip").all():
                    assert taken.bounding_box()["height"] >= 38, name
    finally:
        made.theme(LIGHT)
