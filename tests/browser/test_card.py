"""The card of an explorer on a page of its own: what is said, the picture with its motion and handles, the looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

import card
from claimlab.claims import ledger
from claimlab.display.live import FACE
from claimlab.display.words import WORDS
from claimlab.explorers import registry
from claimlab.explorers.view import View

WIDE, MIDDLE, PHONE = (1280, 800), (800, 800), (360, 640)
CHROME = 110
"""What a front end keeps of the height for itself, in pixels."""
PURE = card.explorer()
Open = Callable[..., Page]


@pytest.fixture
def show(browser: Browser) -> Iterator[Open]:
    """Opens the card in a fresh page of its own."""
    contexts = []

    def open_card(size: tuple[int, int] = WIDE, **how: Any) -> Page:
        explorer = how.pop("shown", PURE)
        made = {name: how.pop(name) for name in ("theme", "opened", "prediction") if name in how}
        contexts.append(browser.new_context(viewport={"width": size[0], "height": size[1]}, **how))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.set_content(card.page(explorer, **made))
        page.wait_for_selector(".cl-body[hidden], .cl-said[style], .cl-worded", state="attached")
        return page

    yield open_card
    for context in contexts:
        context.close()


def slider(page: Page) -> Locator:
    return page.get_by_label("Count", exact=True)


def handle(page: Page) -> Locator:
    return page.get_by_role("slider", name=WORDS["handle"].format(label="Count"), exact=True)


def inside(page: Page, script: str) -> Any:
    """What a script finds in the picture; `svg` is the drawing, `over` lies on it."""
    return page.locator(".cl-picture").evaluate(f"""async (host) => {{
        const svg = host.shadowRoot.querySelector("svg"), over = host.shadowRoot.querySelector(".over");
        const after = (time) => new Promise((done) => setTimeout(done, time));
        const slider = document.querySelector("input[type=range]");
        const go = (to) => {{ slider.value = to; slider.dispatchEvent(new Event("input")); }};
        const top = (id) => host.shadowRoot.querySelector(`[id="${{id}}"]`).getBoundingClientRect().top;
        const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        {script}
    }}""")


def test_the_verdict_stands_on_top_and_the_table_is_folded(show: Open) -> None:
    page = show()
    parts = [".cl-answer", ".cl-verdict", ".cl-reasons", ".cl-stage", ".cl-figures > summary"]
    tops = [page.locator(part).bounding_box()["y"] for part in parts]
    assert tops == sorted(tops)
    expect(page.locator(".cl-answer")).to_have_text("25%")
    assert page.locator(".cl-reasons li").all_text_contents() == list(PURE.view().reasons)
    expect(page.locator("table")).to_be_hidden()
    page.get_by_text("The same in numbers").first.click()
    body, table = (page.locator(part).bounding_box() for part in (".cl-body", ".cl-table"))
    assert table["width"] == body["width"]


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_without_a_picture_the_table_is_in_sight_after_the_controls(show: Open, size: tuple[int, int]) -> None:
    def plain(**at: Any) -> View:
        return replace(card.draw(**at), picture="", narrow="")

    page = show(size, shown=replace(PURE, draw=plain, _seen={}))
    table, control = page.locator(".cl-table").bounding_box(), slider(page).bounding_box()
    assert table["y"] > control["y"] if size == PHONE else table["x"] > control["x"]
    expect(page.locator(".cl-place")).to_have_count(0)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, PHONE])
@pytest.mark.parametrize("prediction", [None, card.PREDICTION])
def test_slider_and_picture_are_on_one_screen(show: Open, size: tuple[int, int], prediction: dict | None) -> None:
    page = show(size, prediction=prediction)
    picture, control = page.locator(".cl-stage").bounding_box(), slider(page).bounding_box()
    top = min(picture["y"], control["y"])
    bottom = max(picture["y"] + picture["height"], control["y"] + control["height"])
    assert bottom - top <= size[1] - CHROME
    assert picture["width"] >= (280 if size == PHONE else 400)
    assert (control["x"] > picture["x"] + picture["width"]) == (size != PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.locator(".cl-stage").evaluate("(stage) => stage.style.setProperty('--cl-ratio', 0.6)")  # a tall drawing
    picture, control = page.locator(".cl-stage").bounding_box(), slider(page).bounding_box()
    assert max(picture["y"] + picture["height"], control["y"] + control["height"]) - picture["y"] <= size[1] - CHROME


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_the_picture_stays_where_it_is(show: Open, size: tuple[int, int]) -> None:
    """In every state, whatever is said above it."""
    page = show(size)
    tops = set()
    for named in (True, False):
        page.get_by_label("With reasons", exact=True).set_checked(named)
        for count in range(21):
            slider(page).fill(str(count))
            tops.add(
                page.locator(".cl-stage").evaluate("(stage) => stage.offsetTop + stage.closest('.cl-work').offsetTop")
            )
    assert len(tops) == 1


def test_what_the_last_move_changed_is_marked_and_fades(show: Open) -> None:
    page = show()
    page.get_by_text("The same in numbers").first.click()
    assert page.locator(".cl-changed").count() == 0
    slider(page).press("ArrowRight")
    marked = page.locator(".cl-changed")
    assert marked.all_text_contents() == ["30%", "6", "6", "6"]
    look = "(word) => getComputedStyle(word).textDecorationColor"
    first = marked.first.evaluate(look)
    assert marked.first.evaluate("(word) => getComputedStyle(word).textDecorationLine") == "underline"
    page.wait_for_function(f"({look})(document.querySelector('.cl-changed')) === 'rgba(0, 0, 0, 0)'", timeout=6000)
    assert first != "rgba(0, 0, 0, 0)"
    slider(page).press("End")
    slider(page).press("ArrowLeft")  # right after it: one move, so everything since its start is marked
    assert marked.all_text_contents() == ["95%", "19", "more", "than", "19", "19"]


def test_the_prediction_stands_beside_the_answer_and_in_the_picture(show: Open) -> None:
    page = show(prediction=card.PREDICTION)
    strip = page.locator(".cl-prediction")
    expect(strip).to_have_text("Your prediction: +31% the printed figures: +22.2%")
    assert strip.bounding_box()["y"] < page.locator(".cl-stage").bounding_box()["y"]
    found = inside(page, """
        const line = svg.querySelector("#scale path").getBoundingClientRect();
        const mark = over.querySelector("path").getBoundingClientRect();
        return { share: (mark.left + mark.width / 2 - line.left) / line.width,
                 off: mark.top + mark.height / 2 - line.top, text: over.querySelector("text").textContent };
    """)  # fmt: skip
    assert found["share"] == pytest.approx(0.31, abs=0.01)
    assert abs(found["off"]) < 2
    assert found["text"] == "Your prediction: +31%"


@pytest.mark.parametrize(
    ("at", "beyond", "label"),
    [(0, -1, "Mine"), (0, 0, "Mine"), (0.5, 0, "What was written here before the figures"), (1, 1, "Mine")],
)
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_prediction_is_drawn_whole_and_at_an_edge_as_an_arrow(
    show: Open, size: tuple[int, int], at: float, beyond: int, label: str
) -> None:
    page = show(size, prediction={**card.PREDICTION, "at": at, "beyond": beyond, "label": label})
    found = inside(page, """
        const all = svg.getBoundingClientRect(), parts = [...over.children].map((part) => part.getBoundingClientRect());
        const points = over.querySelector("path").getAttribute("d").match(/[ML]/g).length;
        const letters = parseFloat(over.querySelector("text").getAttribute("font-size")) * unit;
        const cut = parts.some(({ left, right }) => left < all.left || right > all.right);
        return { points, letters, cut, text: over.textContent };
    """)  # fmt: skip
    assert found["points"] == (3 if beyond else 4)
    assert not found["cut"]
    assert found["letters"] >= 11
    assert found["text"] in (f"{label}: +31%", "+31%")


def test_a_prediction_without_a_place_is_only_in_the_strip(show: Open) -> None:
    page = show(prediction={**card.PREDICTION, "at": None})
    expect(page.locator(".cl-prediction")).to_be_visible()
    assert inside(page, "return over.childElementCount") == 0
    page.evaluate("face.predict(null)")
    expect(page.locator(".cl-prediction")).to_be_hidden()


@pytest.mark.parametrize("opened", [True, False])
def test_a_new_prediction_is_the_first_thing_seen(show: Open, opened: bool) -> None:
    page = show(opened=opened)
    page.evaluate("document.querySelector('main').style.marginTop = '900px'")  # below the question, out of sight
    page.evaluate("(given) => { face.predict(given); face.open(true); }", card.PREDICTION)
    expect(page.locator(".cl-prediction")).to_be_in_viewport(ratio=1)
    expect(page.locator(".cl-stage")).to_be_in_viewport(ratio=1)
    expect(page.locator("[aria-live=polite]")).to_have_text("Your prediction: +31% the printed figures: +22.2%")


def test_a_page_does_not_leap_over_other_questions_to_a_new_prediction(show: Open) -> None:
    page = show(opened=False)
    page.evaluate("document.body.style.paddingTop = '3000px'")
    page.evaluate("(given) => { face.predict(given); face.open(true); }", card.PREDICTION)
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    expect(page.locator(".cl-prediction")).to_be_visible()


MOVE = """
    const before = top("handle-count"), bar = top("bar");
    go(15);
    const glides = host.shadowRoot.getAnimations();
    const longest = Math.max(...glides.map((it) => it.effect.getTiming().duration));
    for (const glide of glides) { glide.pause(); glide.currentTime = 50; }  // whatever else the machine is doing
    const on = [top("handle-count"), top("bar")];
    for (const glide of glides) glide.finish();
    const end = [top("handle-count"), top("bar")];
    await Promise.all(glides.map((it) => it.finished));
    const running = host.shadowRoot.getAnimations().length;
    return { before, bar, on, end, running, longest };
"""


def test_marks_glide_and_are_at_rest_within_200_ms(show: Open) -> None:
    page = show()
    found = inside(page, MOVE)
    for start, on, end in zip((found["before"], found["bar"]), found["on"], found["end"], strict=True):
        assert start > on + 5 > end + 5, "the mark has not been on its way"
    assert found["running"] == 0 and 0 < found["longest"] <= 200
    assert inside(page, "return svg.outerHTML.includes('translate')") is False


def test_a_glide_that_is_interrupted_sets_out_from_where_things_are(show: Open) -> None:
    page = show()
    at, on = inside(page, """
        go(20);
        await after(60);
        const at = top("handle-count");
        go(5);
        return [at, top("handle-count")];
    """)  # fmt: skip
    assert abs(at - on) < 12
    at, on = inside(page, "go(20); await after(60); const at = top('bar'); go(5); return [at, top('bar')];")
    assert abs(at - on) < 12


def test_nothing_glides_where_less_motion_is_wanted(show: Open) -> None:
    found = inside(show(reduced_motion="reduce"), MOVE)
    assert found["on"] == found["end"]


def test_a_drag_does_not_wait_for_motion(show: Open) -> None:
    """Fifty pictures a second: each is in the page before the next is asked for, and takes half its time."""
    page = show()
    slow, wrong = inside(page, """
        const times = [], wrong = [];
        for (let i = 0; i < 60; i++) {
            const to = i % 20 + 1, start = performance.now();
            go(to);
            host.getBoundingClientRect();
            times.push(performance.now() - start);
            const words = host.shadowRoot.querySelector('[id="label"]').textContent.trim();
            if (words !== `${to} people`) wrong.push(words);
            await after(20 - Math.min(20, performance.now() - start));
        }
        return [times.sort((a, b) => a - b)[30], wrong];
    """)  # fmt: skip
    assert wrong == []
    assert slow < 10


def drag(page: Page, share: float, steps: int = 12) -> None:
    """Takes the mark and moves it to a share of the way from the foot of the picture to where 20 stands."""
    box, stage = handle(page).bounding_box(), page.locator(".cl-stage").bounding_box()
    foot, head = (stage["y"] + stage["height"] * at / 280 for at in (200, 40))
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 40, foot + (head - foot) * share, steps=steps)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_mark_is_taken_with_the_pointer(show: Open, size: tuple[int, int]) -> None:
    page = show(size)
    assert handle(page).evaluate("(grip) => getComputedStyle(grip).cursor") == "grab"
    drag(page, 0.75)
    assert handle(page).evaluate("(grip) => getComputedStyle(grip).cursor") == "grabbing"
    expect(slider(page)).to_have_value("15")
    expect(page.locator(".cl-answer")).to_have_text("75%")
    page.mouse.up()
    page.mouse.move(10, 10)
    expect(slider(page)).to_have_value("15")
    grip = handle(page).bounding_box()
    page.wait_for_timeout(250)
    middle = inside(
        page, "return top('handle-count') + svg.querySelector('#handle-count').getBoundingClientRect().height / 2"
    )
    assert abs(grip["y"] + grip["height"] / 2 - middle) < 3
    page.get_by_role("button", name=WORDS["undo"]).click()
    expect(slider(page)).to_have_value("5")  # a drag is one move


def test_a_mark_taken_beside_its_middle_does_not_jump(show: Open) -> None:
    page = show()
    box = handle(page).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 3)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 2, box["y"] + 3)
    expect(slider(page)).to_have_value("5")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 40)
    expect(slider(page)).not_to_have_value("5")


def test_a_mark_is_taken_with_a_finger(show: Open) -> None:
    page = show(PHONE, has_touch=True, is_mobile=True)
    handle(page).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    box = handle(page).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    for kind, down in (("touchStart", 0), *(("touchMove", -10.0 * step) for step in range(1, 9))):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y + down}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert int(slider(page).input_value()) > 10
    assert page.evaluate("scrollY") == before
    assert min(box["width"], box["height"]) >= 44


def test_a_mark_is_moved_from_the_keyboard(show: Open) -> None:
    page = show()
    for key, value in (
        ("ArrowUp", 6),
        ("ArrowRight", 7),
        ("ArrowLeft", 6),
        ("End", 20),
        ("ArrowUp", 20),
        ("PageDown", 18),
    ):
        handle(page).press(key)
        expect(handle(page)).to_have_attribute("aria-valuetext", str(value))
        expect(slider(page)).to_have_value(str(value))
        expect(handle(page)).to_be_focused()
    handle(page).press("Tab")
    expect(handle(page)).not_to_be_focused()


def test_what_was_moved_comes_back(show: Open) -> None:
    page = show()
    undo, reset = (page.get_by_role("button", name=WORDS[name], exact=True) for name in ("undo", "reset"))
    assert [button.get_attribute("aria-disabled") for button in (undo, reset)] == ["true", "true"]
    slider(page).press("End")
    page.get_by_label("square", exact=True).check()
    undo.click()
    expect(page.get_by_label("diamond", exact=True)).to_be_checked()
    expect(slider(page)).to_have_value("20")
    slider(page).press("Control+z")
    expect(slider(page)).to_have_value("5")
    slider(page).press("Control+z")  # nothing is left, and nothing happens
    expect(slider(page)).to_have_value("5")
    page.get_by_label("Named case", exact=True).select_option("Large")
    page.get_by_label("square", exact=True).check()
    reset.press("Enter")
    expect(slider(page)).to_have_value("5")
    expect(page.get_by_label("diamond", exact=True)).to_be_checked()
    expect(page.get_by_label("Named case", exact=True)).to_have_value(WORDS["choose"])
    expect(reset).to_be_focused()
    undo.click()
    expect(slider(page)).to_have_value("20")


def test_undo_stays_in_the_explorer(show: Open) -> None:
    page = show()
    page.evaluate("document.addEventListener('keydown', () => { globalThis.heard = true; })")
    slider(page).press("End")
    page.get_by_label("square", exact=True).check()
    page.keyboard.press("Control+z")
    expect(page.get_by_label("diamond", exact=True)).to_be_checked()
    expect(slider(page)).to_have_value("20")
    page.keyboard.press("Control+z")
    expect(slider(page)).to_have_value("5")
    assert page.evaluate("globalThis.heard") is None


def test_a_mark_says_what_it_is(show: Open) -> None:
    page = show()
    line = page.locator(".cl-told")
    expect(line).to_have_text(WORDS["point"])
    stage = page.locator(".cl-stage").bounding_box()
    page.mouse.move(stage["x"] + stage["width"] / 2 - 40, stage["y"] + stage["height"] * 185 / 280)
    expect(line).to_have_text("The bar: 5 people")
    slider(page).press("ArrowRight")
    expect(line).to_have_text("The bar: 6 people")
    page.mouse.move(stage["x"] + 5, stage["y"] + 5)
    expect(line).to_have_text(WORDS["point"])
    handle(page).hover()
    expect(line).to_have_text("The top of the bar: 6")
    page.get_by_role("button", name="The bar: 6 people").focus()
    expect(line).to_have_text("The bar: 6 people")
    page.keyboard.press("ArrowRight")
    expect(line).to_have_text("The top of the bar: 6")
    expect(page.get_by_role("button", name="The top of the bar: 6")).to_be_focused()


def test_a_mark_is_tapped(show: Open) -> None:
    page = show(PHONE, has_touch=True)
    stage = page.locator(".cl-stage").bounding_box()
    page.touchscreen.tap(stage["x"] + stage["width"] / 2 - 40, stage["y"] + stage["height"] * 185 / 280)
    expect(page.locator(".cl-told")).to_have_text("The bar: 5 people")


COLOURS = """
    const shown = (id, part) => getComputedStyle(svg.querySelector(`[id="${id}"] path`))[part];
    return { paper: shown("still", "fill"), hatching: getComputedStyle(svg.querySelector("pattern path")).stroke,
             behind: getComputedStyle(svg.querySelector("pattern rect")).fill,
             text: getComputedStyle(svg.querySelector("#label text")).fill };
"""


def test_the_picture_follows_the_theme(show: Open) -> None:
    light, dark = (inside(show(theme=theme), COLOURS) for theme in ("light", "dark"))
    assert light == {"paper": "rgb(255, 255, 255)", "hatching": "rgb(163, 71, 0)", "behind": "rgb(255, 255, 255)",
                     "text": "rgb(163, 71, 0)"}  # fmt: skip
    assert dark["paper"] == dark["behind"] == "rgb(17, 17, 17)"
    assert dark["hatching"] == dark["text"] == "rgb(242, 173, 114)"


def test_forced_colours_are_the_systems(show: Open) -> None:
    page = show(theme="dark", forced_colors="active")
    found = inside(page, COLOURS)
    assert found["paper"] != found["hatching"] == found["text"]
    canvas, text = page.evaluate("""["Canvas", "CanvasText"].map((colour) => {
        const probe = document.body.appendChild(document.createElement("p"));
        probe.style.color = colour;
        return getComputedStyle(probe).color;
    })""")
    assert (found["paper"], found["text"]) == (canvas, text)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_a_picture_has_its_own_in_the_dark() -> None:
    known = re.findall(r'"(#[0-9a-f]{6})": "(\w+)"', (FACE / "picture.js").read_text(encoding="utf-8"))
    article = ledger.load("undercover_online")
    drawn = "".join(registry.make(name, article).view().picture for name in registry.EXPLORERS)
    assert set(re.findall(r"#[0-9a-f]{6}\b", drawn)) <= {colour for colour, _ in known}
    rules = re.findall(r"--cl-picture-(\w+): (#[0-9a-f]{6})", (FACE / "face.css").read_text(encoding="utf-8"))
    names = {name for _, name in known} - {"paper"}
    (light, dark), paper = (dict(rules[i * len(names) : (i + 1) * len(names)]) for i in (0, 1)), ("#ffffff", "#111111")
    for theme, page in zip((light, dark), paper, strict=True):
        assert theme.keys() == names
        for name in ("ink", "quiet", "printed", "assumed", "own"):
            assert contrast(theme[name], page) >= 4.5, name
        assert contrast(theme["printed"], theme["pale"]) >= 4.5


@pytest.mark.parametrize(("size", "width"), [(WIDE, 480), (MIDDLE, 320), (PHONE, 320)])
def test_the_drawing_fits_the_width(show: Open, size: tuple[int, int], width: int) -> None:
    page = show(size)
    found = inside(
        page, "return [svg.viewBox.baseVal.width, 10 * unit, unit * svg.viewBox.baseVal.width / host.offsetWidth]"
    )
    assert found[0] == width
    assert found[1] >= 9.5
    assert found[2] == pytest.approx(1, abs=0.01)


def test_a_table_on_a_phone_is_stacked_and_still_a_table(show: Open) -> None:
    page = show(PHONE)
    page.get_by_text("The same in numbers").first.click()
    table = page.locator(".cl-table")
    assert table.evaluate("(table) => table.scrollWidth <= table.clientWidth")
    # Where rows and cells are no boxes of a table, not every browser takes them for such without their roles.
    counts = {"table": 1, "rowgroup": 2, "row": 3, "columnheader": 5, "rowheader": 2, "cell": 8}
    assert {role: page.locator(f".cl-table [role={role}]").count() for role in counts} == counts
    cells = page.locator("tbody td").all()
    assert min(cell.bounding_box()["width"] for cell in cells) > 8 * 7
    assert "Counted" in cells[0].evaluate("(cell) => getComputedStyle(cell, '::before').content")
    page.set_viewport_size({"width": 900, "height": 800})
    expect(table).not_to_have_class(re.compile("cl-stacked"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, MIDDLE, PHONE])
def test_axe_finds_nothing(show: Open, theme: str, size: tuple[int, int]) -> None:
    page = show(size, theme=theme, prediction=card.PREDICTION)
    for name in ("The same in numbers", WORDS["description"]):
        page.locator("summary", has_text=name).click()
    slider(page).press("ArrowRight")
    found = Axe().run(page, context=".claimlab").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
