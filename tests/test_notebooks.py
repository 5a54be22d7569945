"""Audit of everything a reader opens: the notebooks as they are saved, and the links of all pages.

Each rule is a pure function from a notebook to its problems, in sentences. The last part breaks a small notebook once
for each rule and sees the rule complain: an audit that cannot fail shows nothing.
"""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
import refresh
from nbformat import NotebookNode, v4

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = refresh.notebooks(ROOT / "notebooks")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "data/README.md", ROOT / "notebooks/teacher_guide.md"]
PAGES += sorted((ROOT / "seeds").glob("*.md"))
MOST_CELLS = 40
RULES: dict[str, Callable[[NotebookNode], list[str]]] = {}

CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$", re.MULTILINE)
LINK = re.compile(r"""\]\(<?([^)\s>]+)|^\s*\[[^\]^]+\]:\s*<?([^\s>]+)|\b(?:href|src)=["']([^"']+)""", re.MULTILINE)
PICTURE_DATA = re.compile(r"data:image/[\w+.-]+;base64,[A-Za-z0-9+/=]+")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|tmp|work|private|mnt|opt)/\S*|\b[A-Za-z]:\\+Users\S*")


# --- the rules ------------------------------------------------------------------------------------------------------


def rule(check: Callable[[NotebookNode], list[str]]) -> Callable[[NotebookNode], list[str]]:
    RULES[check.__name__] = check
    return check


@rule
def valid(notebook: NotebookNode) -> list[str]:
    try:
        nbformat.validate(copy.deepcopy(notebook))
    except nbformat.ValidationError as error:
        return [f"not a valid notebook: {error.message}"]
    return []


@rule
def own_ids(notebook: NotebookNode) -> list[str]:
    try:
        refresh.check_ids(notebook, "ids")
    except refresh.RefreshError as error:
        return [str(error)]
    return []


@rule
def executed_in_order(notebook: NotebookNode) -> list[str]:
    """The trap of all traps: nbval compares nothing in a cell without a count."""
    counts = [cell.get("execution_count") for cell in notebook.cells if cell.cell_type == "code"]
    return [] if counts == list(range(1, len(counts) + 1)) else [f"cells were not run once each, in order: {counts}"]


@rule
def no_errors(notebook: NotebookNode) -> list[str]:
    return [f"cell {i} shows an error: {o.ename}" for i, o in outputs(notebook) if o.output_type == "error"]


@rule
def one_title(notebook: NotebookNode) -> list[str]:
    titles = [cell for cell, level, _ in headings(notebook) if level == 1]
    return [] if titles == [1] else [f"there is one title, in the first cell; found in cells {titles}"]


@rule
def headings_step_by_step(notebook: NotebookNode) -> list[str]:
    found = headings(notebook)
    pairs = zip(found, found[1:], strict=False)
    return [f"cell {cell}: '{text}' skips a level" for (_, above, _), (cell, level, text) in pairs if level > above + 1]


@rule
def short_enough(notebook: NotebookNode) -> list[str]:
    return [f"{len(notebook.cells)} cells, at most {MOST_CELLS}"] if len(notebook.cells) > MOST_CELLS else []


@rule
def python3(notebook: NotebookNode) -> list[str]:
    name = notebook.metadata.get("kernelspec", {}).get("name")
    return [] if name == "python3" else [f"the kernelspec is {name!r}, not 'python3'"]


@rule
def no_machine_path(notebook: NotebookNode) -> list[str]:
    text = PICTURE_DATA.sub("", "\n".join(strings(notebook)))
    return [f"a path of one machine: {path}" for path in MACHINE_PATH.findall(text)]


@rule
def no_widget_state(notebook: NotebookNode) -> list[str]:
    return ["widget state is saved in the file"] if "widgets" in notebook.metadata else []


@rule
def no_widget_view(notebook: NotebookNode) -> list[str]:
    """With this key, JupyterLab shows "model not found" in place of the picture until the page is run."""
    return [f"cell {i} keeps a widget view" for i, output in outputs(notebook) if refresh.WIDGET_VIEW in data(output)]


@rule
def pictures_described(notebook: NotebookNode) -> list[str]:
    """Every picture has an alternative text; an explorer, which sits folded, says the same in a paragraph too."""
    problems = []
    for i, output in outputs(notebook):
        html = data(output).get("text/html", "")
        pictures = re.findall(r"<img\b[^>]*>", html)
        alts = [found[1] if (found := re.search(r'\balt="([^"]*)"', tag)) else "" for tag in pictures]
        if not all(alt.strip() for alt in alts):
            problems.append(f"cell {i}: a picture without an alternative text")
        if "image/png" in data(output) or "image/svg+xml" in data(output):
            problems.append(f"cell {i}: a bare picture, which cannot carry an alternative text")
        if "<details" in html:
            paragraphs = re.findall(r"<p>([^<]+)</p>", html)
            if not paragraphs or not set(alts) <= set(paragraphs):
                problems.append(f"cell {i}: an explorer without its description")
    return problems


def outputs(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """Every output, with the number of its cell from 1."""
    return ((i, output) for i, cell in enumerate(notebook.cells, 1) for output in cell.get("outputs", []))


def data(output: NotebookNode) -> dict[str, str]:
    return output.get("data", {})


def headings(notebook: NotebookNode) -> list[tuple[int, int, str]]:
    """Every heading: number of its cell from 1, level, text."""
    texts = ((i, cell.source) for i, cell in enumerate(notebook.cells, 1) if cell.cell_type == "markdown")
    return [(i, len(marks), text) for i, source in texts for marks, text in HEADING.findall(CODE.sub("", source))]


def strings(node: object) -> Iterator[str]:
    """Every text in a notebook, wherever it stands."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for part in node.values() if isinstance(node, dict) else node:
            yield from strings(part)


# --- links ----------------------------------------------------------------------------------------------------------


def prose(path: Path) -> str:
    """What a page says: a Markdown file, or the text cells of a notebook."""
    if path.suffix != ".ipynb":
        return path.read_text(encoding="utf-8")
    return "\n\n".join(cell.source for cell in refresh.read(path).cells if cell.cell_type == "markdown")


def anchors(text: str, jupyter: bool) -> set[str]:
    """Where a link into a page can point: JupyterLab keeps the heading but for its spaces, GitHub makes it a slug."""
    titles = [re.sub(r"[*_`]|\]\([^)]*\)|\[", "", title) for _, title in HEADING.findall(CODE.sub("", text))]
    slugs = [t.replace(" ", "-") if jupyter else re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titles]
    return {*slugs, *re.findall(r"""\b(?:id|name)=["']([^"']+)""", text)}


def broken_links(path: Path, root: Path) -> list[str]:
    """The local links of a page that lead nowhere, or out of the repository."""
    broken = []
    for found in LINK.findall(CODE.sub("", text := prose(path))):
        target = next(filter(None, found))
        if re.match(r"[a-z][a-z0-9+.-]*:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        page = (path.parent / file).resolve() if file else path.resolve()
        inside = page.exists() and page.is_relative_to(root.resolve())
        known = anchors(prose(page) if file else text, page.suffix == ".ipynb") if inside and anchor else {anchor}
        if not inside or anchor not in known:
            broken.append(target)
    return broken


# --- what we ship ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_keeps_every_rule(path):
    notebook = refresh.read(path)
    assert [f"{name}: {problem}" for name, check in RULES.items() for problem in check(notebook)] == []


@pytest.mark.parametrize("path", [*NOTEBOOKS, *PAGES], ids=lambda path: path.name)
def test_local_links_resolve(path):
    assert broken_links(path, ROOT) == []


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
    return v4.new_notebook(cells=cells, metadata={"kernelspec": refresh.KERNELSPEC})


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
    ("no_widget_state", lambda n: n.metadata.update(widgets={})),
    ("no_widget_view", lambda n: n.cells[1].outputs[0].data.update({refresh.WIDGET_VIEW: {}})),
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
    page.write_text(good + '[x](no.md) [y](#nowhere) [z](../) <a href="no.html">w</a>\n\n[v]: gone.md\n', encoding="utf-8")
    assert broken_links(page, tmp_path) == ["no.md", "#nowhere", "../", "no.html", "gone.md"]
    notebook = small_notebook()
    notebook.cells[2].source += " [down](#part)"
    (tmp_path / "small.ipynb").write_bytes(refresh.written(notebook))
    assert broken_links(tmp_path / "small.ipynb", tmp_path) == ["#part"]
