"""Every state of an explorer in one file, built once, so that no kernel draws while a class works.

A file is two lines of JSON, compressed: the opening (an explorer as `wire` writes it, its one `state`), then all of it
(`pool`, the pieces of SVG that the pictures are made of; `views`, each naming its pieces by number; and `states`, the
number of the view that each setting of the controls shows).
Its name says what it was made from, so that one made from something else is never used.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from ..claims import tables
from ..explorers.view import Explorer
from . import wire

KIT = Path(__file__).resolve().parents[1]
HERE = KIT / "states"
ELSEWHERE = "CLAIMLAB_STATES"
"""The environment variable that names a second folder to look in: one for a class, whose copies then build none."""

MADE_FROM = "text.py", "claims/*.py", "analysis/**/*.py", "charts/*.py", "explorers/*.py", "display/wire.py"
DATA = "units.csv", "*.json", "reference/*.csv"
DRAWN_BY = "matplotlib", "numpy", "pandas"


class Stored(NamedTuple):
    """An explorer from its file."""

    explorer: dict[str, Any]
    state: dict[str, Any]
    """The state it opens with."""
    packed: bytes
    """The file, as the browser gets it."""


def path(name: str, story: str) -> Path:
    """Where the file of an explorer and story stands within a folder of states."""
    return Path(story, f"{name}.{made_from(story)}.json.gz")


def load(name: str, story: str) -> Stored | None:
    """An explorer of a story with all its states; None where no file was made from the kit and ledger of today."""
    within = path(name, story)
    for folder in [HERE, *([Path(os.environ[ELSEWHERE])] if os.environ.get(ELSEWHERE) else [])]:
        try:
            packed = (folder / within).read_bytes()
        except OSError:  # not built, or not to be read: the states are then drawn as they are asked for
            continue
        return Stored(**json.loads(gzip.decompress(packed).split(b"\n", 1)[0]), packed=packed)
    return None


def pack(shown: Explorer) -> bytes:
    """The file of an explorer. The same explorer gives the same bytes before compression."""
    settings = shown.every_setting()
    views = {key: wire.state(shown.view(**shown.values(key))) for key in dict.fromkeys(settings.values())}
    first = _line({"explorer": wire.explorer(shown), "state": views[shown.key({})]})
    pool, order = _Numbers(), _Numbers()
    states = {setting: order[key] for setting, key in settings.items()}
    for view in views.values():
        for drawing in wire.PICTURES:
            view[drawing] = [pool[piece] for piece in view[drawing]]
    all_of_it = _line({"pool": list(pool), "views": list(views.values()), "states": states})
    return gzip.compress(f"{first}\n{all_of_it}".encode(), mtime=0)


class _Numbers(dict[str, int]):
    """A number for each text, in the order in which they are asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def unpack(packed: bytes) -> dict[str, dict[str, Any]]:
    """The state that each setting in a file shows, with its pieces in place."""
    all_of_it = json.loads(gzip.decompress(packed).split(b"\n", 1)[1])
    for view in all_of_it["views"]:
        for drawing in wire.PICTURES:
            view[drawing] = [all_of_it["pool"][number] for number in view[drawing]]
    return {setting: all_of_it["views"][number] for setting, number in all_of_it["states"].items()}


def made_from(story: str) -> str:
    """A short name for all that decides what the explorers of a story show: the kit, the data, what draws."""
    folders = (KIT, MADE_FROM), (tables.DATA, DATA), (tables.DATA / story, ("*",))
    told = hashlib.sha256("".join(f"{package} {version(package)};" for package in DRAWN_BY).encode())
    for folder, patterns in folders:  # wherever the copy stands, in the same order
        for file in sorted(file for pattern in patterns for file in folder.glob(pattern) if file.is_file()):
            told.update(f"{file.relative_to(folder).as_posix()} {file.stat().st_size};".encode())
            told.update(file.read_bytes())
    return told.hexdigest()[:16]


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
