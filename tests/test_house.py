"""The floors of the kit: a module imports only from floors below its own, and no explorer is known by name."""

import ast
from pathlib import Path

import pytest

import claimlab

KIT = Path(claimlab.__file__).parent
FLOORS = [
    {"text"},
    {"periods", "hedges", "view", "work", "tables"},
    {"charts"},
    {"ledger", "references"},
    {"figures", "comparisons"},
    {"scenarios", "sentences", "fair_sentences", "bindings"},
    {"practice", "explorers", "saved", "letter"},
    {"live", "marking"},
    {"my_work"},
    {"lesson"},
    {"__init__"},
]


def floor(name):
    return next(number for number, names in enumerate(FLOORS) if name in names)


def imported(path):
    """Names of the kit's modules that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level > len(path.relative_to(KIT).parts) - 1:
            yield from [node.module.split(".")[0]] if node.module else [name.name for name in node.names]


@pytest.mark.parametrize("path", sorted(KIT.rglob("*.py")), ids=lambda path: path.stem)
def test_a_module_imports_from_below(path):
    name = path.stem if path.parent == KIT else path.parent.name
    for other in imported(path):
        assert floor(other) < floor(name), f"{name} imports {other}"


def test_the_faces_and_the_lesson_know_no_explorer_and_no_story():
    names = [path.stem for path in (KIT / "explorers").glob("[a-z]*.py")] + ["arrest"]
    for path in KIT.rglob("*.py"):
        if path.parent.name != "explorers":
            content = path.read_text(encoding="utf-8")
            assert not [name for name in names if name in content], path.name


def test_files_stay_small():
    for path in KIT.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 260, path.name
