"""With its file an explorer needs no kernel: none while a slider is dragged, and none at all on a page of its own."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from claimlab.claims import ledger
from claimlab.display import live, states, wire
from claimlab.display.words import WORDS
from claimlab.explorers import registry
from lab import Face, Lab

STORY = "undercover_online"

# Every place of the first slider, one a frame; resolves with how many frames showed anything but the state wanted.
DRAG = """async (root) => {
    const slider = root.querySelector("input[type=range]");
    let stale = 0;
    for (let place = 0; place <= Number(slider.max); place += 1) {
        slider.value = String(place);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
        stale += root.classList.contains("cl-stale") ? 1 : 0;
    }
    return stale;
}"""


def test_a_drag_shows_every_state_and_asks_the_kernel_nothing(lab: Lab) -> None:
    sent: list[object] = []
    with lab.open("notebooks/02_the_previous_year.ipynb") as notebook:
        page = notebook.page
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
        page.reload()
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext", timeout=60_000)
        notebook.ready()
        notebook.run_all()
        face = notebook.face("Period lab")
        face.root.get_by_role("button", name=WORDS["skip"]).click()
        page.wait_for_timeout(1000)  # the message of the skip itself
        assert sent
        before = len(sent)
        assert face.root.evaluate(DRAG) == 0
        assert len(sent) == before


PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>No kernel</title>
<style>{style}</style><main></main>
<script>{module}
const data = {data}, bytes = Uint8Array.from(atob("{packed}"), (letter) => letter.charCodeAt(0));
const face = explorerFace({{ ...data, packed: new DataView(bytes.buffer) }}, () => false, () => {{}});
document.querySelector("main").append(face.root);
</script></html>"""
"""A page that asks nobody for anything. The module's one export is what a notebook calls."""


@pytest.fixture
def alone(built: None, browser: Browser, tmp_path: Path) -> Page:
    """The period lab on a page of its own, opened from a file at the width of a phone."""
    stored = states.load("period_lab", STORY)
    assert stored
    data = {
        "spec": {**stored.explorer, "gate": "", "words": WORDS},
        "states": {wire.opening(stored.explorer): stored.state}, "prediction": None, "opened": True,
    }  # fmt: skip
    told = json.dumps(data).replace("<", "\\u003c")
    module = live.MODULE[: live.MODULE.index("export default")]
    packed = base64.b64encode(stored.packed).decode()
    (tmp_path / "page.html").write_text(
        PAGE.format(style=live.STYLE, module=module, data=told, packed=packed), encoding="utf-8"
    )
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto((tmp_path / "page.html").as_uri())
    return page


def test_a_page_without_a_kernel_shows_every_state(alone: Page) -> None:
    explorer = registry.make("period_lab", ledger.load(STORY))
    missing, share, window = explorer.controls
    face = Face(alone.locator(".claimlab"))
    face.press(missing.label, "End")
    face.expect_view(explorer.view(missing=missing.options[-1]))
    face.press(missing.label, "Home")
    face.root.get_by_label(window.texts[0]).check()
    face.expect_view(explorer.view(missing=missing.options[0], window=window.options[0]))
    assert face.root.evaluate(DRAG) == 0
    expect(face.notice).to_be_empty()
    assert alone.evaluate("document.documentElement.scrollWidth") <= 360
