"""The face in a real JupyterLab: everything is moved from the keyboard, and compared with what the pure view says."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from claimlab.display.words import WORDS
from claimlab.explorers.view import Explorer
from dummy import HOSTILE, NAME, boxes
from lab import DARK, LIGHT, Lab, Notebook


def test_every_control_moves_from_the_keyboard(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Dummy explorer")
    face.expect_view(pure.view())
    face.press("Count", "ArrowRight", "ArrowRight")
    face.expect_view(pure.view(count=7))
    expect(face.control("Count")).to_have_attribute("aria-valuetext", "7")
    face.press("Count", "End")
    face.expect_view(pure.view(count=20))
    face.press("Share", "Home")
    face.expect_view(pure.view(count=20, share=30))
    face.press("Place", "ArrowDown")
    face.expect_view(pure.view(count=20, share=30, place="country"))
    face.press("darkblue", "ArrowDown")
    # The share now counts with its opening value, is switched off and says why; afterwards it is back where it was.
    face.expect_view(pure.view(count=20, colour="darkgreen", place="country"))
    expect(face.control("Share")).to_be_disabled()
    expect(face.control("Share")).to_have_accessible_description(
        WORDS["only_if"].format(label="Colour", text="darkblue")
    )
    face.press("darkgreen", "ArrowUp")
    face.expect_view(pure.view(count=20, share=30, place="country"))
    # The verdict is also spoken, once the moving stops.
    expect(face.root.locator("[aria-live=polite]")).to_have_text(
        "{0.answer}: {0.verdict}".format(pure.view(count=20, share=30, place="country"))
    )


def test_a_tick_is_a_checkbox_that_the_space_key_sets(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Dummy explorer")
    tick = face.root.get_by_role("checkbox", name="Twice <i>", exact=True)
    expect(tick).not_to_be_checked()
    face.press("Twice <i>", "Space")
    expect(tick).to_be_checked()
    face.expect_view(pure.view(doubled=True))
    face.press("Place", "ArrowDown")
    face.expect_view(pure.view(place="country"))
    expect(tick).to_be_disabled()
    expect(tick).not_to_be_checked()
    expect(tick).to_have_accessible_description(WORDS["only_if"].format(label="Place", text="town"))
    face.press("Place", "ArrowUp")
    face.expect_view(pure.view(doubled=True))
    face.press("Twice <i>", "Space")
    face.expect_view(pure.view())


def test_a_preset_sets_the_controls_until_one_is_moved(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Dummy explorer")
    preset = face.control("Named case")
    expect(preset).to_have_value(WORDS["choose"])
    face.press("Named case", "ArrowDown", "ArrowDown")
    face.expect_view(pure.view(count=20, share=70))
    expect(preset).to_have_value("Large")
    face.press("Count", "ArrowLeft")
    expect(preset).to_have_value(WORDS["choose"])


def test_boxes_are_the_views_words_as_text(notebook: Notebook) -> None:
    face, pure = notebook.face("Boxed explorer"), boxes()
    face.expect_view(pure.view())
    face.press("here", "ArrowDown")
    face.expect_view(pure.view(at="there"))
    root = face.root
    assert root.locator("b, i").count() == 0
    assert root.locator("dd", has_text=HOSTILE).count() == 8
    assert root.get_by_role("group", name="Scale", exact=True).locator(".cl-track").count() == 3
    # A bar lies where its span says.
    track, bar = (root.locator(f".cl-scale > :nth-child(2) {part}").bounding_box() for part in (".cl-track", ".cl-bar"))
    assert abs(bar["x"] - track["x"] - track["width"] * 0.25) < 1
    assert abs(bar["width"] - track["width"] * 0.75) < 1
    assert root.locator("ol > li").count() == 2
    expect(root.locator(".cl-table tbody th").first).to_have_attribute("rowspan", "2")
    expect(root.locator("summary")).to_have_text(["Line by line", WORDS["in_sentences"]])


def test_a_mark_is_told_without_colour(notebook: Notebook) -> None:
    """Its word apart, no two of the four looks of the checker share outline, corners and weight of filling."""
    looks = (
        notebook.face("Boxed explorer")
        .root.locator("dd .cl-mark")
        .evaluate_all("""(all) => all.map((mark) => {
        const { borderStyle, borderRadius, backgroundColor } = getComputedStyle(mark);
        return [mark.dataset.mark, [borderStyle, borderRadius, backgroundColor !== "rgba(0, 0, 0, 0)"].join()];
    })""")
    )
    four = {mark: look for mark, look in looks if mark in ("fits", "with care", "assume", "no")}
    assert len(four) == len(set(four.values())) == 4


def test_only_the_columns_named_hold_numbers(notebook: Notebook) -> None:
    """ "5" and "1,000" in a column that is not named stay on the left."""
    plain = notebook.face("Dummy explorer").root
    assert plain.locator(".cl-number").count() == 0
    numbers = notebook.face("Boxed explorer").root.locator(".cl-number")
    assert numbers.all_text_contents() == ["Left", "a"]


def test_a_failing_view_is_a_sentence_and_heals(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Dummy explorer")
    face.press("Count", *["ArrowRight"] * 8)
    sentence = WORDS["failed"].format(problem="RuntimeError: there is no picture of thirteen")
    expect(face.verdict).to_have_text(sentence)
    face.press("Count", "ArrowLeft")
    face.expect_view(pure.view(count=12))


def test_a_busy_kernel_is_told_in_words(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Dummy explorer")
    face.press("Place", "End")
    face.expect_view(pure.view(place="coast"))
    face.control("Count").evaluate("(slider) => { slider.value = 19; slider.dispatchEvent(new Event('input')); }")
    expect(face.notice).to_have_text(WORDS["busy"], timeout=4000)
    expect(face.root).to_have_class("claimlab cl-stale")
    face.expect_view(pure.view(count=19, place="coast"), timeout=8000)
    expect(face.notice).to_have_text("")


def test_copies_are_independent(notebook: Notebook, pure: Explorer) -> None:
    one, again = notebook.face("Dummy explorer", 0), notebook.face("Dummy explorer", 1)
    other = notebook.face("Second explorer")
    one.press("Count", "Home")
    again.press("Count", "End")
    one.expect_view(pure.view(count=0))
    again.expect_view(pure.view(count=20))
    other.expect_view(pure.view())
    ids = notebook.page.evaluate("[...document.querySelectorAll('.claimlab [id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))


def test_gate_opens_on_skip(notebook: Notebook, pure: Explorer) -> None:
    face = notebook.face("Gated explorer")
    expect(face.root.get_by_text("Predict before you look.")).to_be_visible()
    expect(face.control("Count")).to_be_hidden()
    face.root.get_by_role("button", name=WORDS["skip"]).press("Enter")
    face.expect_view(pure.view())
    expect(face.root.get_by_text("Predict before you look.")).to_be_hidden()
    expect(face.control("Count")).to_be_focused()


def test_no_key_reaches_jupyterlab(notebook: Notebook) -> None:
    cells = notebook.page.locator(".jp-Cell").count()
    notebook.face("Dummy explorer").press("Count", "b", "d", "d", "x", "Enter", "Escape", "ArrowDown")
    notebook.face("Line").press("line?", "b", "d", "d", "x", "ArrowUp")
    assert notebook.page.locator(".jp-Cell").count() == cells
    expect(notebook.face("Line").control("line?")).to_have_value("bddx")
    expect(notebook.face("Line").control("line?")).to_be_focused()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [1280, 380])
def test_axe_finds_nothing_serious(made: Lab, theme: str, width: int) -> None:
    made.theme(theme)
    try:
        with made.open(NAME, width=width) as notebook:
            notebook.run_all()
            face = notebook.face("Dummy explorer")
            face.press("darkblue", "ArrowDown")
            face.root.get_by_text(WORDS["description"]).click()
            notebook.face("Number").answer("number?", "11")
            expect(notebook.face("Number").reply).to_contain_text("Not 11")
            notebook.face("Clear").root.get_by_role("button", name="Clear my work").press("Enter")
            results = Axe().run(notebook.page, context=".claimlab")
            serious = [found for found in results.response["violations"] if found["impact"] in ("serious", "critical")]
            assert serious == []
            wider = notebook.page.locator(".claimlab").evaluate_all(
                "(all) => all.filter((face) => face.scrollWidth > face.clientWidth + 1).length"
            )
            assert wider == 0
    finally:
        made.theme(LIGHT)
