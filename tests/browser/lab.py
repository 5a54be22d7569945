"""A real JupyterLab and a real Chrome, for the browser tests and the latency benchmark."""

from __future__ import annotations

import itertools
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from claimlab.explorers.view import View
from shown import table_words, words

ROOT = Path(__file__).parents[2]
CHROME_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROME_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)
LAB, NOTEBOOK = "doc/tree", "notebooks"
"""The front ends, by how their addresses begin: JupyterLab, and Jupyter Notebook 7."""
DARK, LIGHT = "JupyterLab Dark", "JupyterLab Light"


def find_chrome() -> str | None:
    """Path of an installed Chrome or Chromium: the environment's CHROME, else the usual names and places."""
    named = [os.environ.get("CHROME"), *map(shutil.which, CHROME_NAMES), *CHROME_PATHS]
    return next((path for path in named if path and Path(path).exists()), None)


def launch(playwright: Playwright, chrome: str) -> Browser:
    """A headless browser that asks the network for nothing."""
    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(executable_path=chrome, args=flags + ["--no-sandbox"] * as_root)


def _setting(folder: Path, plugin: str, **values: object) -> None:
    path = folder / f"{plugin}.jupyterlab-settings"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(values))


class Lab:
    """A JupyterLab server on a copy of the notebooks."""

    def __init__(self, url: str, token: str, folder: Path, settings: Path, browser: Browser) -> None:
        self.url, self.token, self.folder, self._settings, self._browser = url, token, folder, settings, browser
        self.theme(LIGHT)

    def theme(self, name: str) -> None:
        """The theme of the notebooks opened from now on."""
        _setting(self._settings, "@jupyterlab/apputils-extension/themes", theme=name)

    def ask(self, method: str, path: str) -> object:
        """One call of the server's own interface."""
        request = urllib.request.Request(f"{self.url}/{path}", method=method)
        request.add_header("Authorization", f"token {self.token}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            body = answer.read()
        return json.loads(body) if body else None

    @contextmanager
    def open(
        self, notebook: str, width: int = 1280, height: int = 900, front_end: str = LAB, **page: object
    ) -> Iterator[Notebook]:
        """A notebook in a fresh browser profile, its kernel ready; at the end page and kernel are closed.

        `notebook` is a path inside the copy, such as "notebooks/00_start_here.ipynb".
        """
        context = self._browser.new_context(viewport={"width": width, "height": height}, **page)
        try:
            tab = context.new_page()
            tab.goto(f"{self.url}/{front_end}/{notebook}?token={self.token}")
            tab.wait_for_function("window.jupyterapp?.shell.currentWidget?.sessionContext", timeout=60_000)
            opened = Notebook(tab)
            opened.ready()
            yield opened
        finally:
            context.close()
            for session in self.ask("GET", "api/sessions"):
                self.ask("DELETE", f"api/sessions/{session['id']}")


def jumps_back(scrolled: Sequence[int], lines: int = 60) -> list[tuple[int, int]]:
    """Where a page was scrolled back by more than a few lines, in pixels: from where and to where.

    A saved result that is a line shorter when it is new moves the page by that.
    """
    return [(one, other) for one, other in itertools.pairwise(scrolled) if other < one - lines]


class Notebook:
    """A notebook open in JupyterLab or Jupyter Notebook."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.walked: list[tuple[int, int]] = []
        """Where `walk` has been, for tests that share the page."""

    def ready(self) -> None:
        """Waits until the kernel answers and does nothing."""
        self.page.evaluate("""async () => {
            const { context, revealed, sessionContext: session } = jupyterapp.shell.currentWidget;
            await Promise.all([context.ready, revealed, session.ready]);
            const kernel = () => session.session?.kernel;
            while (kernel()?.status !== "idle") await new Promise((done) => setTimeout(done, 50));
            await kernel().info;
        }""")

    def run_all(self) -> None:
        """Runs all cells and waits for the last one."""
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        self.ready()

    def walk(self) -> list[tuple[int, int]]:
        """Runs the page with Shift+Enter, cell by cell; returns which cell was chosen after each, and how far down
        the page was scrolled then, in pixels."""
        content = "jupyterapp.shell.currentWidget.content"
        self.page.evaluate(
            f"() => {{ {content}.activeCellIndex = 0; {content}.mode = 'command'; {content}.activeCell.node.focus(); }}"
        )
        places = []
        for _ in range(self.page.evaluate(f"{content}.widgets.length") - 1):
            self.page.keyboard.press("Shift+Enter")
            self.ready()
            places.append(
                self.page.evaluate(f"""async () => {{
                const frame = () => new Promise((done) => requestAnimationFrame(done)), content = {content};
                const prompts = () => [...content.node.querySelectorAll(".jp-InputPrompt")];
                do for (let i = 0; i < 3; i += 1) await frame();
                while (prompts().some((one) => one.textContent.includes("*")));
                return [content.activeCellIndex, content.node.querySelector(".jp-WindowedPanel-outer").scrollTop];
            }}""")
            )
        return places

    def run_cell(self, number: int) -> None:
        """Starts one cell (counted from 0), without waiting for it."""
        self.page.evaluate(
            """(number) => {
                jupyterapp.shell.currentWidget.content.activeCellIndex = number;
                jupyterapp.commands.execute('notebook:run-cell');
            }""",
            number,
        )

    def restart(self) -> None:
        """Restarts the kernel as a student does: by the menu's command and its question."""
        self.page.evaluate("void jupyterapp.commands.execute('notebook:restart-kernel')")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.page.wait_for_timeout(300)
        self.ready()

    def errors(self) -> list[str]:
        """The texts of all errors and warnings that cells have printed."""
        marks = ("error", "stderr")
        return self.page.locator(
            ", ".join(f'[data-mime-type="application/vnd.jupyter.{mark}"]' for mark in marks)
        ).all_inner_texts()

    def face(self, name: str, copy: int = 0) -> Face:
        """An explorer by its title, or an item by its tag; `copy` counts those that share it."""
        return Face(self.page.get_by_role("group", name=name, exact=True).nth(copy))


class Face:
    """One explorer or item in the page."""

    def __init__(self, root: Locator) -> None:
        self.root, self.page = root, root.page

    def control(self, label: str) -> Locator:
        """A control by its label."""
        return self.root.get_by_label(label, exact=True)

    def press(self, label: str, *keys: str) -> None:
        """Moves a control from the keyboard."""
        self.control(label).focus()
        for key in keys:
            self.page.keyboard.press(key)

    def answer(self, label: str, value: str) -> None:
        """Types an answer into a field and presses Enter."""
        self.control(label).fill(value)
        self.control(label).press("Enter")

    def card(self, row: str, option: str = "") -> Locator:
        """A row's buttons, as a group or the one of an option."""
        group = self.root.get_by_role("radiogroup", name=row, exact=True)
        return group.get_by_role("radio", name=option, exact=True) if option else group

    @property
    def verdict(self) -> Locator:
        return self.root.locator(".cl-verdict")

    @property
    def notice(self) -> Locator:
        return self.root.locator(".cl-notice")

    @property
    def reply(self) -> Locator:
        return self.root.locator(".cl-reply")

    def expect_view(self, view: View, timeout: float = 5000) -> None:
        """Waits until words, picture or boxes, table and description are those of `view`, and none is stale."""
        expect(self.verdict).to_have_text(view.verdict, timeout=timeout)
        expect(self.root).not_to_have_class("claimlab cl-stale")
        assert self.root.locator(".cl-answer").text_content() == view.answer
        assert tuple(self.root.locator(".cl-reasons li").all_text_contents()) == view.reasons
        assert self._shown(".cl-boxes") == _squeezed(words(view.boxes))
        table = self.root.locator(".cl-table")  # folded, where there is a picture
        assert _squeezed(table.text_content()) == _squeezed(table_words(view.table))
        if view.table.rows and not view.table.notes:
            rows = [row.locator("th, td").all_text_contents() for row in table.locator("tr").all()]
            assert rows == [list(row) for row in (view.table.columns, *view.table.rows)]
        assert self.root.locator(".cl-description").text_content() == view.description
        assert self.root.get_by_role("img", name=view.description, exact=True).count() == bool(view.picture)
        if not view.picture:
            expect(self.root.locator(".cl-picture")).to_be_hidden()
            return
        same = self.root.locator(".cl-picture").evaluate(
            """(picture, { wide, narrow }) => {
                const shown = picture.shadowRoot.querySelector("svg").cloneNode(true);
                const isWide = wide.includes(`viewBox="${shown.getAttribute("viewBox")}"`);
                const svg = isWide ? wide : narrow;
                const made = new DOMParser().parseFromString(`<body>${svg}</body>`, "text/html").querySelector("svg");
                for (const name of ["role", "aria-label"]) { shown.removeAttribute(name); made.removeAttribute(name); }
                return shown.isEqualNode(made);
            }""",
            {"wide": view.picture, "narrow": view.narrow},
        )
        assert same, "the picture in the page is not the view's"

    def _shown(self, part: str) -> str:
        """The words of a part of the explorer, without spaces; none where it is hidden."""
        found = self.root.locator(part)
        return _squeezed(found.text_content()) if found.is_visible() else ""


def _squeezed(said: Iterable[str]) -> str:
    return "".join("".join(said).split())


@contextmanager
def serve(browser: Browser, folder: Path, *options: str) -> Iterator[Lab]:
    """A JupyterLab server on a copy of notebooks/ and data/ inside `folder`; nothing of the user's own is read.

    It is started by the environment's FRONT_END_PYTHON, such as that of an environment with older versions, else by the
    Python that runs the tests.
    """
    site = folder / "site"
    for name in ("notebooks", "data"):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, site / name, ignore=ignore)
    settings = folder / "settings"
    _setting(settings, "@jupyterlab/apputils-extension/notification", fetchNews="false", checkForUpdates=False)
    # Cells out of sight would otherwise not be in the page.
    _setting(settings, "@jupyterlab/notebook-extension/tracker", windowingMode="none")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    own = {name: str(folder / name.lower()) for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR",
    )}  # fmt: skip
    work = folder / "work"
    work.mkdir()
    env = {**os.environ, **own, "JUPYTERLAB_SETTINGS_DIR": str(settings), "CLAIMLAB_WORK_FOLDER": str(work)}
    command = [
        os.environ.get("FRONT_END_PYTHON", sys.executable), "-m", "jupyterlab", "--no-browser", "--allow-root",
        "--expose-app-in-browser", "--JupyterNotebookApp.expose_app_in_browser=True",
        "--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={site}",
        *options,
    ]  # fmt: skip
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, env=env, cwd=site, stdout=log, stderr=subprocess.STDOUT)
        try:
            lab = Lab(f"http://127.0.0.1:{port}", token, site, settings, browser)
            _wait_for(lab, server, folder / "server.log")
            yield lab
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_for(lab: Lab, server: subprocess.Popen, log: Path, patience: float = 60) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until and server.poll() is None:
        try:
            lab.ask("GET", "api/status")
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")
