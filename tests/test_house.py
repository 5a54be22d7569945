"""The rooms of the kit: a room imports only from rooms below its own, and no explorer is known by name."""

import ast
from pathlib import Path

import pytest

import claimlab

KIT = Path(claimlab.__file__).parent
FILES = sorted(KIT.rglob("*.py"))


def room(path):
    """The folder or module right inside the kit that a file belongs to."""
    return path.relative_to(KIT).parts[0].removesuffix(".py")


def floor(name):
    return next(number for number, names in enumerate((*claimlab.FLOORS, {"__init__"})) if name in names)


def imported(path):
    """The rooms that a module imports from, its own included."""
    package = path.relative_to(KIT).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = package[: len(package) - node.level + 1]
            whole = [*above, *(node.module.split(".") if node.module else [])]
            yield from [whole[0]] if whole else [name.name for name in node.names]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(KIT).as_posix())
def test_a_room_imports_from_below(path):
    for other in imported(path):
        assert other == room(path) or floor(other) < floor(room(path)), f"{path.name} imports from {other}"


def test_the_rooms_are_the_folders_and_the_list_says_so():
    there = {room(path) for path in FILES} - {"__init__"}
    assert there == set().union(*claimlab.FLOORS)
    assert all(name in claimlab.__doc__ for name in there)


def test_display_and_lesson_know_no_explorer_and_no_story():
    names = [path.stem for path in (KIT / "explorers").glob("[a-z]*_*.py")] + ["arrest"]
    for path in FILES:
        if room(path) != "explorers":
            content = path.read_text(encoding="utf-8")
            assert not [name for name in names if name in content], path.name


def test_files_stay_small():
    for path in FILES:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 260, path.name
