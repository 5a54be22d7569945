"""The rules that every notebook and every page we ship must keep: what tests/notebooks/test_notebooks.py checks.

Each rule is a pure function from a notebook to its problems, in sentences.
"""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import nbformat
from nbformat import NotebookNode

import cells
import prose_numbers
import refresh
import story_words
import unrun
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger

MOST_CELLS = 44
MOST_WORDS = 40
"""Of one text cell, headings and the words of a picture aside."""
RULES: dict[str, Callable[[NotebookNode], list[str]]] = {}

MOST_COLUMNS = 88
BOUND = re.compile("<data\\b[^>]*>")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$", re.MULTILINE)
LINK = re.compile(r"""\]\(<?([^)\s>]+)|^\s*\[[^\]^]+\]:\s*<?([^\s>]+)|\b(?:href|src)=["']([^"']+)""", re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
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
def compared(notebook: NotebookNode) -> list[str]:
    """nbval compares every cell but one kind: `interact` prints into an output of its own, which nbval takes for the
    cell's."""
    return [
        f"cell {i} is tagged {tag}, and is no interact"
        for i, cell in enumerate(notebook.cells, 1)
        for tag in cell.metadata.get("tags", [])
        if tag.startswith("nbval") and not (tag == "nbval-ignore-output" and "@interact(" in cell.source)
    ]


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
        if "<details>" in html and "cl-way" not in html:  # the list of all pages is folded too, and no explorer
            paragraphs = re.findall(r"<p>([^<]+)</p>", html)
            if not paragraphs or not set(alts) <= set(paragraphs):
                problems.append(f"cell {i}: an explorer without its description")
    return problems


@rule
def no_story_in_texts(notebook: NotebookNode) -> list[str]:
    """A text cell prints no figure and none of the article's words: what depends on the story is a passage."""
    return [
        f"cell {i}: {problem}"
        for i, cell in written_cells(notebook)
        for problem in (*prose_numbers.typed(cell.source), *story_words.words(cell.source), *BOUND.findall(cell.source))
    ]


@rule
def short_texts(notebook: NotebookNode) -> list[str]:
    counts = [(i, len(PICTURE.sub("", HEADING.sub("", cell.source)).split())) for i, cell in written_cells(notebook)]
    return [f"cell {i} has {count} words, at most {MOST_WORDS}" for i, count in counts if count > MOST_WORDS]


@rule
def narrow_code(notebook: NotebookNode) -> list[str]:
    return [
        f"cell {i} has a line of {len(line)} columns, at most {MOST_COLUMNS}"
        for i, cell in enumerate(notebook.cells, 1)
        if cell.cell_type == "code"
        for line in cell.source.splitlines()
        if len(line) > MOST_COLUMNS
    ]


@rule
def folded(notebook: NotebookNode) -> list[str]:
    """Before it is run, a page shows neither a result nor a word or figure of the article: all that is folded away."""
    return [
        f"cell {i} shows {problem!r} before it is run"
        for i, (cell, said) in enumerate(zip(notebook.cells, unrun.in_sight(notebook), strict=True), 1)
        if not cell.get("id", "").startswith(cells.GENERATED)
        for problem in (*story_words.words(said), *story_words.figures(said, article()))
    ]


rule(cells.protected)
rule(cells.changes_marked)


def written_cells(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """The text cells that a person has written, with their numbers from 1."""
    for i, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "markdown" and not cell.get("id", "").startswith(cells.GENERATED):
            yield i, cell


@functools.cache
def article() -> Ledger:
    return ledger.load(refresh.STORY)


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
