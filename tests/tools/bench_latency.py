"""How long from a key press to the new picture, as a ratio to a bare echo through the kernel in the same run.

    python tests/tools/bench_latency.py [notebook] [title of the explorer]

Measured in a real JupyterLab with the notebook's own explorer (its gate is skipped) and the first of its sliders:
`row` when its states have been fetched while idle, `new` when Python has never been asked for them; `echo` is a slider
whose number comes back from the kernel as text. From the key event's own time stamp to the change in the page, style
and layout included. Two passes, the second in reverse order. Carry the ratios from one machine to another, not the
milliseconds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Locator, sync_playwright

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]
from lab import Face, Lab, find_chrome, launch, serve  # noqa: E402

NOTEBOOK = "notebooks/02_the_previous_year.ipynb"
EXPLORER = "Period lab"
STEPS, WARM_UP = 36, 6

ECHO = '''
import anywidget, traitlets
class Echo(anywidget.AnyWidget):
    """A slider, and the number the kernel says it has."""
    sent = traitlets.Int(0).tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    _esm = """
    export default { render({ model, el }) {
      el.innerHTML = "<div role=group aria-label=Echo><input type=range aria-label=Echo min=0 max=200><p></p></div>";
      const [input, said] = [el.querySelector("input"), el.querySelector("p")];
      el.addEventListener("keydown", (event) => event.stopPropagation());
      input.addEventListener("input", () => { model.set("sent", Number(input.value)); model.save_changes(); });
      model.on("change:said", () => { said.textContent = model.get("said"); });
    } };"""
echo = Echo()
echo.observe(lambda change: setattr(echo, "said", str(change.new)), "sent")
echo
'''

# One key press at a time; resolves with the milliseconds to the change of the watched element.
PRESS = """(root, { watched, shadow }) => {
    const target = root.querySelector(watched);
    window.pressed = new Promise((done, fail) => {
        let start = null;
        const giveUp = setTimeout(() => fail(new Error("nothing changed in 5 s")), 5000);
        root.addEventListener("keydown", (event) => { start = event.timeStamp; }, { once: true, capture: true });
        const observer = new MutationObserver(() => {
            if (start === null) return;
            observer.disconnect();
            clearTimeout(giveUp);
            target.getBoundingClientRect();   // style and layout of the new picture belong to the wait
            done(performance.now() - start);
        });
        observer.observe(shadow ? target.shadowRoot : target, { childList: true, characterData: true, subtree: true });
    });
}"""


# Put before the notebook's own cells: the browser waits for ever before it fetches anything ahead.
NOTHING_AHEAD = """
from claimlab import live
assert "idle = 80" in live.MODULE
live._Face._esm = live.MODULE.replace("idle = 80", "idle = 1e9")
"""
VARIANTS = ("echo", "row", "new")


def steps(face: Face, slider: Locator, watched: str, shadow: bool) -> list[float]:
    """Milliseconds of each step of the slider, from its left end on, after a few steps to warm up."""
    slider.focus()
    face.page.keyboard.press("Home")
    face.page.wait_for_timeout(6000)  # time to fetch the row, where that is done
    stops = int(slider.get_attribute("max"))
    times = []
    for _ in range(min(STEPS + WARM_UP, stops)):
        face.root.evaluate(PRESS, {"watched": watched, "shadow": shadow})
        face.page.keyboard.press("ArrowRight")
        times.append(face.page.evaluate("window.pressed"))
        face.page.wait_for_timeout(60)
    return times[WARM_UP:]


def measure(lab: Lab, notebook: str, title: str, variant: str) -> list[float]:
    """One pass of one variant, with a kernel and a page of its own."""
    with lab.open(prepare(lab, notebook, variant)) as opened:
        opened.run_all()
        if variant == "echo":
            face = opened.face("Echo")
            return steps(face, face.control("Echo"), "p", shadow=False)
        face = opened.face(title)
        if (skip := face.root.locator(".cl-gate button")).is_visible():
            skip.click()
        return steps(face, face.root.get_by_role("slider").first, ".cl-picture", shadow=True)


def prepare(lab: Lab, notebook: str, variant: str) -> str:
    """A copy of the notebook for one variant, in the same folder."""
    made = nbformat.read(lab.folder / notebook, as_version=4)
    if variant == "new":
        made.cells.insert(0, nbformat.v4.new_code_cell(NOTHING_AHEAD))
    if variant == "echo":
        made.cells.append(nbformat.v4.new_code_cell(ECHO))
    name = Path(notebook).with_name(f"bench_{variant}.ipynb").as_posix()
    nbformat.write(made, lab.folder / name)
    return name


def main(notebook: str = NOTEBOOK, title: str = EXPLORER) -> None:
    """Measures and prints one line a variant."""
    chrome = find_chrome()
    if chrome is None:
        sys.exit("No Chrome or Chromium was found: install one, or give its path in CHROME.")
    passes = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright, chrome)
        with serve(browser, Path(folder)) as lab:
            for order in (VARIANTS, VARIANTS[::-1]):
                passes.append({variant: measure(lab, notebook, title, variant) for variant in order})
        browser.close()
    print(f"{'':6}{'steps':>6}{'median ms':>11}{'p95 ms':>8}   x echo, pass 1 / 2")
    for variant in VARIANTS:
        times = [time for one in passes for time in one[variant]]
        p95 = statistics.quantiles(times, n=20)[-1]
        ratios = [statistics.median(one[variant]) / statistics.median(one["echo"]) for one in passes]
        shown = " / ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"{variant:6}{len(times):6}{statistics.median(times):11.1f}{p95:8.1f}   {shown}")


if __name__ == "__main__":
    main(*sys.argv[1:])
