"""Saved results are folded, so that whoever opens a page meets neither its answers nor its subject before running it.

Tables and passages sit in a `<details>`, which nbval is told to pass over (`nbval_folds.txt`). What is printed cannot
be folded so; JupyterLab hides it, and shows its first line until the cell is run.
"""

from __future__ import annotations

import re
from pathlib import Path

from nbformat import NotebookNode

PASSED_OVER = Path(__file__).with_name("nbval_folds.txt")
"""What nbval takes out of both outputs before it compares them."""
SUMMARIES = {
    "text/markdown": "Saved text: open it, or run the page",
    "text/html": "Saved table: open it, or run the page",
}
BEGINS, ENDS = '<details class="saved"><summary>{summary}</summary>\n\n', "\n\n</details><!--saved-->"
FOLDED = re.compile(r'<details class="saved"><summary>[^<]*</summary>\n\n(.*)\n\n</details><!--saved-->', re.DOTALL)


def fold(notebook: NotebookNode) -> None:
    """Fold the saved results of a notebook that has been run."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            for kind, summary in SUMMARIES.items():
                # What the kit shows is folded already, or says nothing of a story.
                if (
                    kind in data
                    and (kind == "text/markdown" or "dataframe" in data[kind])
                    and "<details" not in data[kind]
                ):
                    data[kind] = BEGINS.format(summary=summary) + data[kind] + ENDS
        if cell.cell_type == "code":
            hide(cell, any(output.output_type == "stream" for output in cell.outputs))


def hide(cell: NotebookNode, hidden: bool) -> None:
    """Have JupyterLab hide the outputs of a cell until it is run."""
    for name in ("collapsed", "jupyter"):
        cell.metadata.pop(name, None)
    if hidden:
        cell.metadata.collapsed = True
        cell.metadata.jupyter = {"outputs_hidden": True}


def opened(content: str) -> str:
    """A saved result without its fold."""
    return FOLDED.sub(r"\1", content)
