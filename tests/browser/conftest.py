"""Fixtures of the browser tests. Without an installed Chrome or Chromium they are skipped; the last lines say so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import Lab, find_chrome, launch, serve
from playwright.sync_api import Browser, sync_playwright

REMEDY = (
    "No Chrome or Chromium was found. Install Google Chrome or Chromium, or give the path of one in the environment "
    "variable CHROME, and run the tests again."
)
_not_run: list[str] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser for the whole run."""
    chrome = find_chrome()
    if chrome is None and os.environ.get("CI") == "true":
        pytest.fail(REMEDY, pytrace=False)
    if chrome is None:
        pytest.skip(REMEDY)
    with sync_playwright() as playwright:
        running = launch(playwright, chrome)
        yield running
        running.close()


@pytest.fixture(scope="session")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab server on a copy of the notebooks, with an empty folder for the student's work."""
    with serve(browser, Path(tmp_path_factory.mktemp("lab"))) as running:
        yield running


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and REMEDY in str(report.longrepr):
        _not_run.append(report.nodeid)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _not_run:
        terminalreporter.section("browser tests that did not run")
        for name in _not_run:
            terminalreporter.line(name)
        terminalreporter.line(REMEDY)
