"""Small invented stories, none of the article's shape, in a data folder of their own beside the project's tables."""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlab import charts
from claimlab.claims import ledger, references, stories, tables
from telling import HERE, STORIES


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Iterator[Path]:
    """A folder with the project's tables and the stories of this one; all that reads `data/` reads it for a while."""
    folder = tmp_path_factory.mktemp("project") / "data"
    shutil.copytree(tables.DATA, folder)
    for story in STORIES:
        shutil.copytree(HERE / story, folder / story)
    with pytest.MonkeyPatch.context() as patch:
        for module in (tables, ledger, references, stories):
            for _, function in inspect.getmembers(module, inspect.isfunction):
                if tables.DATA in (function.__defaults__ or ()):
                    defaults = tuple(folder if one == tables.DATA else one for one in function.__defaults__)
                    patch.setattr(function, "__defaults__", defaults)
        patch.setattr(tables, "DATA", folder)
        yield folder


@pytest.fixture
def no_pictures(monkeypatch) -> None:
    """Explorers that draw nothing: here their words are read, and drawing takes most of the time."""
    monkeypatch.setattr(charts.Scene, "picture", lambda scene, *parts: "")
