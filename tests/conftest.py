"""What every test run needs before it starts: an empty work folder, and reports of pictures that can be looked at.

To run one notebook by itself: `.venv/bin/python -m pytest tests/conftest.py notebooks/NAME.ipynb`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

import nbval_pictures
from claimlab.claims import ledger

WORK_FOLDER = "CLAIMLAB_WORK_FOLDER"
_not_run: dict[str, str] = {}

# Kernels inherit it, and it is set before any of them starts, so no kept answer of anybody's is ever seen.
_empty = tempfile.TemporaryDirectory(prefix="claimlab-")
os.environ[WORK_FOLDER] = _empty.name

nbval_pictures.use()


@pytest.fixture(autouse=True)
def work_folder(tmp_path_factory, monkeypatch) -> Path:
    """A fresh empty work folder for each test function, so that no test sees another's answers."""
    folder = tmp_path_factory.mktemp("work")
    monkeypatch.setenv(WORK_FOLDER, str(folder))
    return folder


@pytest.fixture(params=["undercover_online", "lost_property"])
def story(request):
    """The checked ledger of each story in turn."""
    return ledger.load(request.param)


@pytest.fixture
def article():
    """The checked ledger of the article."""
    return ledger.load("undercover_online")


# These two stand here and not beside the browser tests: where several processes run the tests, the one that reports
# reads only this file.
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and report.nodeid.startswith("tests/browser/"):
        _not_run[report.nodeid] = report.longrepr[2].removeprefix("Skipped: ")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _not_run:
        terminalreporter.section("browser tests that did not run")
        for line in (*_not_run, *dict.fromkeys(_not_run.values())):
            terminalreporter.line(line)
