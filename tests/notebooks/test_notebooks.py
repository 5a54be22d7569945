"""Audit of everything a reader opens: the notebooks as they are saved, and the links of all pages.

The second part breaks a small notebook once for each rule and sees the rule complain: an audit that cannot fail shows
nothing.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode, v4

import refresh
from audit import MOST_CELLS, MOST_COLUMNS, MOST_WORDS, RULES, broken_links
from cells import protect
from claimlab.claims import ledger
from claimlab.explorers import registry

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = refresh.notebooks(ROOT / "notebooks")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data/README.md", ROOT / "notebooks/teachers/guide.md"]
ARTICLE = ledger.load(refresh.STORY)
PAGES += sorted((ROOT / "seeds").glob("*.md"))


# --- what we ship ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_keeps_every_rule(path):
    notebook = refresh.read(path)
    assert [f"{name}: {problem}" for name, check in RULES.items() for problem in check(notebook)] == []


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=lambda path: path.name)
def test_local_links_resolve(path):
    assert broken_links(path, ROOT) == []


@pytest.mark.parametrize("path", refresh.lessons(ROOT / "notebooks"), ids=lambda path: path.stem)
def test_a_text_names_controls_and_headings_that_are_there(path):
    cells = refresh.read(path).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    explorers = [registry.make(name, ARTICLE) for name in re.findall(r'lesson\.explore\("(\w+)"', code)]
    named = [one.label for explorer in explorers for one in (*explorer.controls, *explorer.presets)]
    named += re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    assert explorers or "lesson.desk()" in code
    for wanted in re.findall(r"\b[Uu]nder “([^”]+)”", text):
        assert any(name.startswith(wanted) for name in named), wanted


def test_refresh_changes_no_byte(tmp_path):
    """The saved files are what refresh made of themselves, so a second refresh changes nothing either."""
    for folder in ("notebooks", "data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    assert refresh.refresh(tmp_path / "notebooks") == [], "run `make refresh` and look at what changed"


# --- the audit can fail -----------------------------------------------------------------------------------------------

EXPLORER = '<details><summary>Predict first</summary><img alt="Two bars." src="x"><p>Two bars.</p></details>'


def small_notebook() -> NotebookNode:
    """A notebook that keeps every rule."""
    shown = v4.new_output("display_data", {"text/html": EXPLORER, "text/plain": "Two bars."})
    cells = [
        v4.new_markdown_cell("# Title\n\n```\n# no heading\n```", id="title"),
        v4.new_code_cell("show()", id="show", execution_count=1, outputs=[shown]),
        v4.new_markdown_cell("## Part\n\n[up](#Title)", id="part"),
        v4.new_code_cell("1", id="one", execution_count=2),
    ]
    notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": refresh.KERNELSPEC})
    protect(notebook)
    return notebook


def _html(notebook: NotebookNode, old: str, new: str) -> None:
    shown = notebook.cells[1].outputs[0].data
    shown["text/html"] = shown["text/html"].replace(old, new)


BREAKS: list[tuple[str, Callable[[NotebookNode], object]]] = [
    ("valid", lambda n: n.cells[1].pop("outputs")),
    ("own_ids", lambda n: n.cells[3].update(id="show")),
    ("own_ids", lambda n: n.cells[3].pop("id")),
    ("executed_in_order", lambda n: n.cells[3].update(execution_count=None)),
    ("executed_in_order", lambda n: n.cells[3].update(execution_count=3)),
    ("no_errors", lambda n: n.cells[3].outputs.append(v4.new_output("error", ename="E", evalue="", traceback=[]))),
    ("one_title", lambda n: n.cells[2].update(source="# Another")),
    ("one_title", lambda n: n.cells[0].update(source="No title")),
    ("headings_step_by_step", lambda n: n.cells[2].update(source="### Part")),
    ("short_enough", lambda n: n.cells.extend(v4.new_markdown_cell("more") for _ in range(MOST_CELLS))),
    ("python3", lambda n: n.metadata.kernelspec.update(name="mine")),
    ("no_machine_path", lambda n: n.cells[1].outputs[0].data.update({"text/plain": "/home/me/a.csv"})),
    ("no_machine_path", lambda n: n.cells[3].update(source=r"open('C:\\Users\\me\\a.csv')")),
    ("compared", lambda n: n.cells[3].metadata.update(tags=["nbval-ignore-output"])),
    ("compared", lambda n: n.cells[3].metadata.update(tags=["nbval-skip"])),
    ("no_widget_state", lambda n: n.metadata.update(widgets={})),
    ("no_widget_view", lambda n: n.cells[1].outputs[0].data.update({refresh.WIDGET_VIEW: {}})),
    ("no_story_in_texts", lambda n: n.cells[2].update(source="## Part\n\nThere were 1,665 of them.")),
    ("no_story_in_texts", lambda n: n.cells[2].update(source="## Part\n\nThere were six months between.")),
    ("no_story_in_texts", lambda n: n.cells[2].update(source="## Part\n\nThe number of arrests.")),
    ("no_story_in_texts", lambda n: n.cells[2].update(source='## Part\n\n<data value="x">many</data> of them.')),
    ("short_texts", lambda n: n.cells[2].update(source="## Part\n\n" + "more " * (MOST_WORDS + 1))),
    ("narrow_code", lambda n: n.cells[3].update(source="1" * (MOST_COLUMNS + 1))),
    ("folded", lambda n: n.cells[1].outputs[0].data.update({"text/html": "<p>The arrests.</p>"})),
    ("folded", lambda n: n.cells[1].outputs[0].data.update({"text/html": f"{EXPLORER}<p>1,665</p>"})),
    ("folded", lambda n: n.cells[1].outputs.append(v4.new_output("stream", text="A result:\n1,665\n"))),
    ("folded", lambda n: n.cells[3].update(source="# 1,665 of them")),
    ("protected", lambda n: n.cells[0].metadata.pop("editable")),
    ("protected", lambda n: n.cells[3].metadata.update(deletable=True)),
    ("protected", lambda n: n.cells[3].update(source='lesson.ask("rise")')),
    ("protected", lambda n: n.cells[3].update(source="n = 1  # change this")),
    ("protected", lambda n: n.cells[2].metadata.update({"jp-MarkdownHeadingCollapsed": True})),
    ("changes_marked", lambda n: n.cells[2].update(source="## Part\n\nChange this: the number.")),
    ("pictures_described", lambda n: _html(n, 'alt="Two bars."', 'alt=""')),
    ("pictures_described", lambda n: _html(n, 'alt="Two bars."', "")),
    ("pictures_described", lambda n: _html(n, "<p>Two bars.</p>", "")),
    ("pictures_described", lambda n: n.cells[1].outputs[0].data.update({"image/png": "iVBORw0KGgo="})),
]


def test_small_notebook_keeps_every_rule():
    assert {name: check(small_notebook()) for name, check in RULES.items()} == {name: [] for name in RULES}


@pytest.mark.parametrize(("name", "spoil"), BREAKS)
def test_rule_complains(name, spoil):
    notebook = small_notebook()
    spoil(notebook)
    assert RULES[name](notebook)


def test_every_rule_has_been_seen_to_complain():
    assert {name for name, _ in BREAKS} == set(RULES)


def test_broken_links_are_found(tmp_path):
    page = tmp_path / "page.md"
    good = "# A title\n\n[a](#a-title) [b](page.md#a-title) [c](https://example.org) `[d](no.md)`\n\n[e]: page.md\n"
    bad = '[x](no.md) [y](#nowhere) [z](../) <a href="no.html">w</a>\n\n[v]: gone.md\n'
    page.write_text(good + bad, encoding="utf-8")
    assert broken_links(page, tmp_path) == ["no.md", "#nowhere", "../", "no.html", "gone.md"]
    notebook = small_notebook()
    notebook.cells[2].source += " [down](#part)"
    (tmp_path / "small.ipynb").write_bytes(refresh.written(notebook))
    assert broken_links(tmp_path / "small.ipynb", tmp_path) == ["#part"]
