"""Run the notebooks and write their outputs, opening pictures, lists of sources, and the dictionary in data/README.md.

This is `make refresh`. The same sources give the same bytes, so a second run changes nothing, and a change in a file is
a change of meaning.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "notebooks"))  # the kit is not installed: it lies beside the notebooks

# isort: off
import pictures
from answer_key import answer_key
from cells import protect
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.exercises import story, work_file
from data_dictionary import with_dictionary
from folds import fold
from sources import sources_notebook
# isort: on

WORK_FOLDER = "CLAIMLAB_WORK_FOLDER"
SECONDS_A_CELL = 120
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
STORY, OTHER_STORY = "undercover_online", "lost_property"
"""The story the texts are about, whose ledger has the sources of their figures; and its invented twin."""
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


GENERATED = {
    "teachers/sources.ipynb": lambda: sources_notebook(ledger.load(STORY)),
    "teachers/answer_key.ipynb": lambda: answer_key(ledger.load(STORY), ledger.load(OTHER_STORY)),
}
"""Notebooks of text alone for teachers that are made from the data, each by its function."""


class RefreshError(Exception):
    """Why a file could not be refreshed, in a sentence."""


def notebooks(folder: Path) -> list[Path]:
    """The notebooks we ship, lessons first; what JupyterLab calls a new or a duplicated one is a student's own."""
    found = [*sorted(folder.glob("*.ipynb")), *sorted(folder.glob("teachers/*.ipynb"))]
    return [path for path in found if not path.name.startswith("Untitled") and "-Copy" not in path.name]


def lessons(folder: Path) -> list[Path]:
    """The notebooks that are lessons, without the generated ones."""
    return [path for path in notebooks(folder) if path.parent == folder]


def read(path: Path) -> NotebookNode:
    """A notebook exactly as it stands: nbformat's own reader would repair cell ids, with new random ones."""
    return nbformat.v4.reads(path.read_text(encoding="utf-8"))


def written(notebook: NotebookNode) -> bytes:
    """The one way a notebook is written."""
    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode()


def check_ids(notebook: NotebookNode, name: str) -> None:
    """Raises RefreshError where a cell has no id, or shares it: then no two versions could be compared."""
    ids = Counter(cell.get("id", "") for cell in notebook.cells)
    if ids.pop("", 0):
        raise RefreshError(f"{name}: a cell has no id; open and save the notebook in JupyterLab, which gives it one.")
    if double := [id for id, times in ids.items() if times > 1]:
        raise RefreshError(f"{name}: two cells have the id {double[0]!r}; give one of them another.")


def execute(notebook: NotebookNode, name: str, folder: Path, kept: str = "") -> None:
    """Run every cell of a notebook in its own folder, with no kept answers but these, and keep the outputs in it.

    Raises RefreshError with the notebook and the cell for an error in a cell, a cell that takes too long or a kernel
    that dies. A cell tagged raises-exception may raise.
    """
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    place = {"index": 0}
    # The kernel is the Python that runs this, whatever kernels a person has installed under the same name.
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    client = NotebookClient(
        notebook,
        km=manager,
        timeout=SECONDS_A_CELL,
        record_timing=False,
        store_widget_state=True,  # nbclient needs it to run `interact`; normalise() drops it again
        coalesce_streams=True,
        extra_arguments=["--IPKernelApp.log_level=40"],
        on_cell_start=lambda cell, cell_index: place.update(index=cell_index),
        resources={"metadata": {"path": str(folder)}},
    )
    with tempfile.TemporaryDirectory(prefix="claimlab-") as empty:
        Path(empty, "my_work.jsonl").write_text(kept, encoding="utf-8")
        try:
            # nbclient leaves a manager that it is given running, unless told.
            client.execute(env={**os.environ, WORK_FOLDER: empty}, cleanup_kc=True)
        except CellExecutionError as error:
            why = f"stopped with {error.ename}: {error.evalue}"
        except CellTimeoutError:
            why = f"took more than {SECONDS_A_CELL} seconds"
        except DeadKernelError:
            why = "made the kernel die"
        else:
            return
    source = notebook.cells[place["index"]].source.strip()
    raise RefreshError(f"{name}: cell {place['index'] + 1} {why}\n\n{source}\n")


def choice(name: str) -> str:
    """What the file of kept answers holds where a story has been chosen, and nothing else."""
    return json.dumps(work_file.new("", "", story.ITEM, {"value": name})._asdict()) + "\n"


def normalise(notebook: NotebookNode) -> None:
    """Drop what differs from run to run or from machine to machine, and what only a live widget needs."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.kernelspec = nbformat.from_dict(KERNELSPEC)
    notebook.metadata.language_info = nbformat.from_dict({"name": "python"})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
        if "nbval-ignore-output" in cell.metadata.get("tags", []):
            cell.outputs = []  # what is not compared is not kept either: it would say nothing but its widget's name
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if output.get("data") != {}]


def refreshed(path: Path) -> bytes:
    """What the notebook's file should hold. Raises RefreshError."""
    name = path.relative_to(path.parents[1]).as_posix()
    if name in GENERATED:
        notebook = GENERATED[name]()
    else:
        notebook = read(path)
        check_ids(notebook, path.name)
        execute(notebook, path.name, path.parent)
        fold(notebook)
        protect(notebook)
    normalise(notebook)
    return written(notebook)


def refresh(folder: Path) -> list[Path]:
    """Refresh every notebook of a folder; returns those that changed. Raises RefreshError, and then writes nothing."""
    try:
        contents = {
            path: refreshed(path)
            for path in dict.fromkeys([*notebooks(folder), *(folder / name for name in GENERATED)])
        }
    except ReaderError as problem:
        raise RefreshError(str(problem)) from problem
    contents |= {folder / name: content for name, content in pictures.files().items()}
    return [path for path, content in contents.items() if replace(path, content)]


def replace(path: Path, content: bytes) -> bool:
    """Put `content` into the file in one step, so that it is never half-written; says whether it was new."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
    return True


def refresh_dictionary(readme: Path) -> bool:
    """Write the generated part of data/README.md; says whether it was new. Raises RefreshError without its markers."""
    try:
        content = with_dictionary(readme.read_text(encoding="utf-8"), readme.parent)
    except ValueError as error:
        raise RefreshError(f"{readme.name}: {error}") from error
    return replace(readme, content.encode())


def main() -> int:
    """Refresh this repository; one line a changed file."""
    try:
        changed = refresh(ROOT / "notebooks")
        if refresh_dictionary(readme := ROOT / "data/README.md"):
            changed.append(readme)
    except RefreshError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"{path.relative_to(ROOT)} rewritten" for path in changed) or "Nothing has changed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
