"""What a student may do with a cell of a lesson: always run it, change it where the page asks for that, never lose it.

A page is read, and its figures rest on its code, so a cell is neither changed nor deleted by accident: JupyterLab and
Jupyter Notebook go by the cell's metadata. What is to be changed says so in its code, and stays open. A cell that only
calls the kit has nothing to read in it, and is folded to one line. Students add cells of their own where they like.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from nbformat import NotebookNode

FOLDED_HEADING = "jp-MarkdownHeadingCollapsed"
"""Shift+Enter opens it, or goes back to the top where a text comes first in it, so that no heading is folded."""
GENERATED = "sources-", "key-"
"""How the ids of cells begin that are made from the data, for teachers."""
CHANGE = "# change this"
"""The comment in the code of a cell that a student is asked to change."""


def metadata(cell: NotebookNode) -> dict[str, Any]:
    """What the metadata of a lesson's cell must say of it."""
    wanted: dict[str, Any] = {"deletable": False}
    if cell.cell_type != "code" or CHANGE not in cell.source:
        wanted["editable"] = False
    if cell.cell_type == "code" and only_calls_the_kit(cell.source):
        wanted["source_hidden"] = True
    return wanted


def only_calls_the_kit(source: str) -> bool:
    """Whether code opens the lesson, or shows a part of it, and does nothing else."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:  # a magic of IPython is none of the kit's
        return False
    return bool(statements) and all(
        (isinstance(one, ast.ImportFrom) and one.module == "claimlab")
        or (isinstance(one, ast.Expr | ast.Assign) and _called(one.value) in ("lesson", "open_lesson"))
        for one in statements
    )


def _called(node: ast.expr) -> str:
    """The name whose call an expression is: of `lesson.ask("rise")`, lesson."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func.value if isinstance(node.func, ast.Attribute) else node.func
    return function.id if isinstance(function, ast.Name) else ""


def said(cell: NotebookNode) -> dict[str, Any]:
    """What the metadata of a cell says of it now."""
    found = {name: cell.metadata[name] for name in ("deletable", "editable") if name in cell.metadata}
    if "source_hidden" in (jupyter := cell.metadata.get("jupyter", {})):
        found["source_hidden"] = jupyter.source_hidden
    if FOLDED_HEADING in cell.metadata:
        found[FOLDED_HEADING] = cell.metadata[FOLDED_HEADING]
    return found


def protect(notebook: NotebookNode) -> None:
    """Write into the cells of a lesson what a student may do with them."""
    for cell in notebook.cells:
        wanted = metadata(cell)
        jupyter = {name: value for name, value in cell.metadata.get("jupyter", {}).items() if name != "source_hidden"}
        if wanted.pop("source_hidden", False):
            jupyter["source_hidden"] = True
        for name in ("deletable", "editable", "jupyter", FOLDED_HEADING):
            cell.metadata.pop(name, None)
        cell.metadata.update(wanted)
        if jupyter:
            cell.metadata.jupyter = jupyter


def protected(notebook: NotebookNode) -> list[str]:
    """A rule of the audit: the cells of a lesson say what a student may do with them."""
    return [
        f"cell {i}: its metadata says {found}, and should say {wanted}"
        for i, cell in enumerate(notebook.cells, 1)
        if not cell.get("id", "").startswith(GENERATED) and (found := said(cell)) != (wanted := metadata(cell))
    ]


def changes_marked(notebook: NotebookNode) -> list[str]:
    """A rule of the audit: what a text asks to be changed is marked in the code below, or else it stays closed."""
    return [
        f"cell {i} is to be changed and has no line with {CHANGE!r}"
        for i, (text, code) in enumerate(zip(notebook.cells, notebook.cells[1:], strict=False), 2)
        if text.cell_type == "markdown" and re.search(r"\b[Cc]hange this:", text.source) and CHANGE not in code.source
    ]
