"""Every state at hand: what stands in the files is what the explorers show, and files of another day are never used."""

from __future__ import annotations

import gzip
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimlab import build, lesson
from claimlab.claims import ledger, tables
from claimlab.display import states, wire
from claimlab.exercises.story import stories
from claimlab.explorers import registry

ALL = [(name, story) for story in stories() for name in registry.EXPLORERS]
STATES_OF_EACH = 16
LARGEST = 250 * 1024
"""Bytes of one file, packed."""


@pytest.fixture(scope="module", autouse=True)
def built():
    """The files in the copy, which `make test` has built before."""
    build.main(states.HERE)


@pytest.mark.parametrize(("name", "story"), ALL, ids=[f"{name} {story}" for name, story in ALL])
def test_a_file_holds_every_state_as_the_pure_view_shows_it(name, story):
    explorer, stored = registry.make(name, ledger.load(story)), states.load(name, story)
    assert stored.explorer["title"] == explorer.title and len(stored.packed) <= LARGEST
    assert wire.view(stored.state) == explorer.view()
    settings, kept = explorer.every_setting(), states.unpack(stored.packed)
    assert list(settings) == list(kept)
    for setting in random.Random(f"{name} {story}").sample(list(settings), min(STATES_OF_EACH, len(settings))):
        assert wire.view(kept[setting]) == explorer.view(**explorer.values(setting)), setting


def test_at_least_300_states_are_compared():
    counts = [len(states.unpack(states.load(*one).packed)) for one in ALL]
    assert sum(min(STATES_OF_EACH, count) for count in counts) >= 300


def test_the_same_explorer_gives_the_same_bytes():
    explorer = registry.make("hedge_line", ledger.load("lost_property"))
    assert gzip.decompress(states.pack(explorer)) == gzip.decompress(states.load("hedge_line", "lost_property").packed)


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data that may be changed."""
    shutil.copytree(tables.DATA, tmp_path / "data")
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    return tmp_path / "data"


@pytest.mark.parametrize("changed", ["lost_property/claims.csv", "units.csv", "reference/bases.csv"])
def test_a_file_is_not_used_once_the_data_has_changed(copied, changed):
    assert states.load("claim_editor", "lost_property")
    with (copied / changed).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert states.load("claim_editor", "lost_property") is None


def test_another_story_may_change_and_the_file_is_used(copied):
    with (copied / "undercover_online" / "claims.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert states.load("claim_editor", "lost_property")


def test_a_file_is_not_used_once_the_kit_or_what_draws_has_changed(monkeypatch, tmp_path):
    kit = tmp_path / "claimlab"
    shutil.copytree(states.KIT, kit, ignore=shutil.ignore_patterns("states", "__pycache__"))
    monkeypatch.setattr(states, "KIT", kit)
    assert states.load("claim_editor", "lost_property")
    with (kit / "analysis" / "figures" / "change.py").open("a", encoding="utf-8") as file:
        file.write("#\n")
    assert states.load("claim_editor", "lost_property") is None
    monkeypatch.undo()
    monkeypatch.setattr(states, "version", lambda package: "0.0")
    assert states.load("claim_editor", "lost_property") is None


def test_a_class_can_share_one_folder(monkeypatch, tmp_path):
    packed = states.load("claim_editor", "lost_property").packed
    monkeypatch.setattr(states, "HERE", tmp_path / "none")
    assert states.load("claim_editor", "lost_property") is None
    build.build("claim_editor", "lost_property", tmp_path / "shared")
    monkeypatch.setenv(states.ELSEWHERE, str(tmp_path / "shared"))
    assert gzip.decompress(states.load("claim_editor", "lost_property").packed) == gzip.decompress(packed)


def test_building_replaces_what_was_built_before_and_builds_nothing_twice(tmp_path):
    old = tmp_path / "lost_property" / "terms_ladder.0123456789abcdef.json.gz"
    old.parent.mkdir()
    old.write_bytes(b"")
    build.build("terms_ladder", "lost_property", tmp_path)
    assert [file.name for file in old.parent.iterdir()] == [states.path("terms_ladder", "lost_property").name]
    assert ("terms_ladder", "lost_property") not in list(build.wanted(tmp_path))
    assert ("terms_ladder", "undercover_online") in list(build.wanted(tmp_path))


def test_without_a_file_an_explorer_is_drawn_as_it_is_asked_for(monkeypatch, tmp_path):
    monkeypatch.setattr(states, "HERE", tmp_path)
    live = lesson.Lesson("02_the_previous_year", "undercover_online").explore("period_lab")
    explorer = registry.make("period_lab", ledger.load("undercover_online"))
    assert live.packed == b"" and wire.view(live.states[explorer.key({})]) == explorer.view()


PROGRAM = """
import sys
from claimlab import open_lesson
lesson = open_lesson("{notebook}", "undercover_online")
explorers = [lesson.explore(name) for name in {names}]
assert all(explorer.packed for explorer in explorers)
print(*(name for name in ("matplotlib.figure", "pandas") if name in sys.modules))
"""


def test_with_the_files_nothing_that_draws_is_loaded():
    program = PROGRAM.format(notebook="02_the_previous_year", names=list(registry.EXPLORERS))
    kit = Path(states.KIT).parent
    done = subprocess.run([sys.executable, "-c", program], cwd=kit, capture_output=True, text=True, check=True)
    assert "matplotlib" not in done.stdout.splitlines()[-1]
