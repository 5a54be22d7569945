"""No label of any picture is cut or lies on another, in any state, in the wide and in the narrow drawing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from claimlab.claims import ledger
from claimlab.display import states, wire
from claimlab.exercises.story import stories
from claimlab.explorers import registry

ALL = [(name, story) for story in stories() for name in registry.EXPLORERS]

# Draws each picture at its own size and reads the boxes of its letters: which reach out of the picture, and which share
# more than a sliver. Letters are lower than their boxes, so a box loses a fifth of its height.
FAULTS = """(pictures) => {
    const stage = document.querySelector("main"), faults = new Set();
    for (const picture of pictures) {
        stage.innerHTML = picture;
        const svg = stage.querySelector("svg"), frame = svg.getBoundingClientRect();
        const letters = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
            const box = text.getBoundingClientRect(), slim = box.height / 10;
            return { said: text.textContent, left: box.left, right: box.right, top: box.top + slim,
                     bottom: box.bottom - slim };
        });
        letters.forEach((one, i) => {
            const beside = one.left < frame.left - 1 || one.right > frame.right + 1;
            if (beside || one.top < frame.top || one.bottom > frame.bottom) faults.add(`cut: ${one.said}`);
            for (const other of letters.slice(i + 1)) {
                const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
                const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
                if (wide > 1 && high > 1) faults.add(`${one.said} / ${other.said}`);
            }
        });
    }
    return [...faults];
}"""


@pytest.fixture(scope="module")
def stage(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 700, "height": 700})
    page.set_content("<style>body { margin: 20px } svg { display: block }</style><main></main>")
    yield page
    page.close()


def faults(stage: Page, pictures: list[str]) -> list[str]:
    return [fault for i in range(0, len(pictures), 50) for fault in stage.evaluate(FAULTS, pictures[i : i + 50])]


@pytest.mark.parametrize("drawing", wire.PICTURES)
@pytest.mark.parametrize(("name", "story"), ALL, ids=[f"{name} {story}" for name, story in ALL])
def test_no_label_is_cut_or_lies_on_another(built: None, stage: Page, name: str, story: str, drawing: str) -> None:
    stored = states.load(name, story)
    assert stored, "the states were built, and are not there"
    # Of pictures with the same letters in the same places one is enough.
    pictures = {
        "".join(piece for piece in state[drawing] if "<text" in piece): "".join(state[drawing])
        for state in states.unpack(stored.packed).values()
    }
    found = faults(stage, [picture for picture in pictures.values() if picture])
    assert sorted(set(found)) == []


def test_a_label_on_another_and_a_cut_one_are_seen(stage: Page) -> None:
    explorer = registry.make("reporting_period", ledger.load("lost_property"))
    picture = explorer.view().picture
    assert faults(stage, [picture]) == []
    twice = picture.replace("</svg>", '<text x="60" y="25" font-size="10">' + "on another " * 5 + "</text></svg>")
    assert any("on another" in fault for fault in faults(stage, [twice]))
    cut = picture.replace("</svg>", '<text x="340" y="50" font-size="10">far too long</text></svg>')
    assert faults(stage, [cut]) == ["cut: far too long"]
