"""What a kernel needs until a page's first explorer can be used, with its file and without it, in the same run.

    python tests/tools/bench_kernel.py [notebook]

For each variant, three times: seconds from the first cell to the end of the cell that shows the first explorer, and
the memory of the kernel above that of one that has run nothing. `stored` takes the explorer from its file; `drawn`
draws it, as it was before there were files. `pandas` imports that alone, which the pages' own cells do before their
first explorer.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import nbformat
from jupyter_client.manager import start_new_kernel

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
MEMORY = "import psutil; print(psutil.Process().memory_info().rss)"
FIRST = {
    "bare": "",
    "pandas": "import pandas",
    "stored": "",
    "drawn": """
from claimlab.display import states
states.load = lambda name, story: None
""",
}
KIT = "stored", "drawn"
"""The variants that run the page."""


def cells(notebook: str) -> list[str]:
    """The code of a notebook up to its first explorer."""
    made = nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4)
    code = [cell.source for cell in made.cells if cell.cell_type == "code"]
    return code[: next(i for i, source in enumerate(code) if "lesson.explore" in source) + 1]


def run(notebook: str, variant: str) -> tuple[float, float]:
    """Seconds, and megabytes, of one kernel."""
    manager, client = start_new_kernel(cwd=str(NOTEBOOKS), extra_arguments=["--IPKernelApp.log_level=40"])
    said: list[str] = []

    def listen(message: dict) -> None:
        if message["msg_type"] == "stream":
            said.append(message["content"]["text"])

    try:
        begin = time.perf_counter()
        for source in [FIRST[variant], *(cells(notebook) if variant in KIT else [])]:
            client.execute_interactive(source, output_hook=lambda message: None, stop_on_error=True)
        seconds = time.perf_counter() - begin
        client.execute_interactive(MEMORY, output_hook=listen)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return seconds, int("".join(said)) / 2**20


def main(notebook: str = "02_the_previous_year") -> None:
    """Measures and prints one line a variant."""
    runs = [{variant: run(notebook, variant) for variant in FIRST} for _ in range(3)]
    bare = statistics.median(one["bare"][1] for one in runs)
    for variant in FIRST:
        seconds, memory = (statistics.median(one[variant][i] for one in runs) for i in (0, 1))
        print(f"{variant:6} {seconds:6.2f} s to the first explorer {memory:7.1f} MB, {memory - bare:6.1f} above bare")


if __name__ == "__main__":
    main(*sys.argv[1:])
