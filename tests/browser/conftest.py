"""Fixtures of the browser tests. Without an installed Chrome or Chromium they are skipped; the last lines say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, sync_playwright

import dummy
from claimlab import build
from claimlab.display import states
from claimlab.explorers.view import Explorer
from lab import Lab, Notebook, find_chrome, launch, serve

REMEDY = (
    "No Chrome or Chromium was found. Install Google Chrome or Chromium, or give the path of one in the environment "
    "variable CHROME, and run the tests again."
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser for the whole run."""
    chrome = find_chrome()
    if chrome is None and os.environ.get("CI") == "true":
        pytest.fail(REMEDY, pytrace=False)
    if chrome is None:
        pytest.skip(REMEDY)  # no browser may be installed here for anybody; the last lines say what did not run
    with sync_playwright() as playwright:
        running = launch(playwright, chrome)
        yield running
        running.close()


@pytest.fixture(scope="session")
def built() -> None:
    """The states of all explorers, drawn once; where `make test` has done it before, nothing is drawn."""
    build.main(states.HERE)


@pytest.fixture(scope="session")
def lab(built: None, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab server on a copy of the notebooks, with an empty folder for the student's work."""
    with serve(browser, Path(tmp_path_factory.mktemp("lab"))) as running:
        yield running


@pytest.fixture(scope="module")
def pure() -> Explorer:
    """The dummy explorer, without a face."""
    return dummy.explorer()


@pytest.fixture(scope="module")
def made(lab: Lab) -> Lab:
    """The dummy notebook, in the server's copy."""
    shutil.copy(Path(dummy.__file__), lab.folder / "notebooks")
    cells = [nbformat.v4.new_code_cell(source) for source in dummy.CELLS]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), lab.folder / dummy.NAME)
    return lab


@pytest.fixture(scope="module")
def page(made: Lab) -> Iterator[Notebook]:
    """The dummy notebook, open."""
    with made.open(dummy.NAME) as opened:
        yield opened


@pytest.fixture
def notebook(page: Notebook) -> Notebook:
    """The notebook, all cells run anew: every test meets fresh widgets."""
    page.page.evaluate("sessionStorage.clear()")
    page.run_all()
    assert page.errors() == []
    return page
