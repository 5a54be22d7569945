"""How long from a key press to the new picture, and what a drag shows, against a bare echo through the kernel.

    python tests/tools/bench_latency.py [notebook] [title of the explorer]

Measured in a real JupyterLab with the notebook's own explorer (its gate is skipped) and the first of its sliders:
`stored` from the file of its states, `drawn` without that file, where Python draws each state as it is asked for;
`echo` is a slider whose number comes back from the kernel as text. From the key event's own time stamp to the change in
the page, style and layout included. Two passes, the second in reverse order. Then a drag: the slider is set 60 times a
second; told are the pictures shown a second, how many of them were stale, and the messages sent to the kernel. Carry
the ratios from one machine to another, not the milliseconds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Locator, sync_playwright

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser"), str(TESTS.parent / "notebooks")]
from lab import Face, Lab, Notebook, find_chrome, launch, serve  # noqa: E402

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


# Put before the notebook's own cells.
NO_FILES = """
from claimlab.display import states
states.load = lambda name, story: None
"""
VARIANTS = ("echo", "stored", "drawn")

# Two seconds of moving a slider with every frame; resolves with what was shown meanwhile.
DRAG = """async (root) => {
    const slider = root.querySelector("input[type=range]"), shadow = root.querySelector(".cl-picture").shadowRoot;
    let pictures = 0, stale = 0, frames = 0, changed = false;
    const observer = new MutationObserver(() => { changed = true; });
    observer.observe(shadow, { childList: true, subtree: true });
    const begin = performance.now();
    for (let place = 0; performance.now() - begin < 2000; place += 1) {
        const steps = Number(slider.max), at = place % (2 * steps);
        slider.value = String(at <= steps ? at : 2 * steps - at);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
        frames += 1;
        pictures += changed ? 1 : 0;
        changed = false;
        stale += root.querySelector(".cl-stale") || root.classList.contains("cl-stale") ? 1 : 0;
    }
    observer.disconnect();
    return { seconds: (performance.now() - begin) / 1000, frames, pictures, stale };
}"""


def steps(face: Face, slider: Locator, watched: str, shadow: bool) -> list[float]:
    """Milliseconds of each step of the slider, from its left end on, after a few steps to warm up."""
    slider.focus()
    face.page.keyboard.press("Home")
    face.page.wait_for_timeout(1000)
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
        face = explorer(opened, title)
        return steps(face, face.root.locator("input[type=range]").first, ".cl-picture", shadow=True)


def drag(lab: Lab, notebook: str, title: str) -> str:
    """What a drag over stored states shows, in a line."""
    with lab.open(prepare(lab, notebook, "stored")) as opened:
        sent: list[object] = []
        opened.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
        opened.page.reload()
        opened.page.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext", timeout=60_000)
        opened.ready()
        opened.run_all()
        face = explorer(opened, title)
        opened.page.wait_for_timeout(1000)
        before = len(sent)
        told = face.root.evaluate(DRAG)
        a_second = told["pictures"] / told["seconds"]
        return (
            f"drag: {a_second:.0f} pictures a second in {told['frames'] / told['seconds']:.0f} frames, "
            f"{told['stale']} of them stale; {len(sent) - before} messages to the kernel"
        )


def explorer(opened: Notebook, title: str) -> Face:
    """The explorer, open."""
    face = opened.face(title)
    if (skip := face.root.locator(".cl-gate button")).is_visible():
        skip.click()
    return face


def prepare(lab: Lab, notebook: str, variant: str) -> str:
    """A copy of the notebook for one variant, in the same folder."""
    made = nbformat.read(lab.folder / notebook, as_version=4)
    if variant == "drawn":
        made.cells.insert(0, nbformat.v4.new_code_cell(NO_FILES))
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
            dragged = drag(lab, notebook, title)
        browser.close()
    print(f"{'':6}{'steps':>6}{'median ms':>11}{'p95 ms':>8}   x echo, pass 1 / 2")
    for variant in VARIANTS:
        times = [time for one in passes for time in one[variant]]
        p95 = statistics.quantiles(times, n=20)[-1]
        ratios = [statistics.median(one[variant]) / statistics.median(one["echo"]) for one in passes]
        shown = " / ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"{variant:6}{len(times):6}{statistics.median(times):11.1f}{p95:8.1f}   {shown}")
    print(dragged)


if __name__ == "__main__":
    main(*sys.argv[1:])
