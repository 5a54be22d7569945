"""What JupyterLab shows of a saved notebook before any cell is run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nbformat import NotebookNode

SUMMARY = re.compile(r"<details[^>]*>\s*<summary>([^<]*)</summary>")
MARKS = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)
KINDS = "text/html", "text/markdown", "text/plain"
"""In the order in which JupyterLab takes them."""


def in_sight(notebook: NotebookNode) -> list[str]:
    """Of each cell, its source and what its outputs show: a fold shows its summary, a hidden output its first line.

    What sits under a folded heading counts as in sight: one click, or a reader without JupyterLab, opens it.
    """
    return ["\n".join([cell.source, *_outputs(cell)]) for cell in notebook.cells]


def _outputs(cell: NotebookNode) -> Iterator[str]:
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            hidden = cell.metadata.get("jupyter", {}).get("outputs_hidden", False)
            yield output.text.strip().partition("\n")[0] if hidden else output.text
        else:
            kind = next((kind for kind in KINDS if kind in output.get("data", {})), "")
            yield MARKS.sub(" ", unfolded(output.data[kind])) if kind else ""


def unfolded(html: str) -> str:
    """What stands outside all folds, and their summaries."""
    shown, at, depth = [], 0, 0
    for match in re.finditer(r"<details\b[^>]*>|</details>", html):
        if depth == 0:
            shown.append(html[at : match.start()])
        if match[0].startswith("</"):
            depth -= 1
        else:
            if depth == 0 and (summary := SUMMARY.match(html, match.start())):
                shown.append(summary[1])
            depth += 1
        at = match.end()
    return "\n".join([*shown, html[at:]])
