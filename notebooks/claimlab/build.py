"""Draw every state of every explorer and story once: `python -m claimlab.build`, in the folder of the notebooks.

With a folder behind it the files go there, for a class whose copies of the notebooks are told of it by the environment
variable CLAIMLAB_STATES. What is there already, made from the same kit and ledgers, is not drawn again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from .claims import ledger
from .claims.errors import ReaderError
from .display import states
from .exercises.story import stories
from .explorers import registry


def wanted(folder: Path) -> Iterator[tuple[str, str]]:
    """The explorers and stories whose states the folder does not hold yet; a ledger that cannot be read has none."""
    for story in stories():
        try:
            told = ledger.load(story)
        except ReaderError as problem:
            print(problem, file=sys.stderr)
            continue
        for name in registry.EXPLORERS:
            if not (folder / states.path(name, story)).exists() and not registry.lacking(name, told):
                yield name, story


def build(name: str, story: str, folder: Path) -> None:
    """Write the states of an explorer and story into the folder, and remove those of an earlier kit or ledger."""
    packed = states.pack(registry.make(name, ledger.load(story)))
    file = folder / states.path(name, story)
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(packed)
    for old in file.parent.glob(f"{name}.*.json.gz"):
        old.unlink()
    unfinished.replace(file)  # at once, so that nobody reads half a file


def main(folder: Path) -> None:
    """Build what is wanted, in as many processes as there are cores, and say how far it has come."""
    todo = list(wanted(folder))
    with ProcessPoolExecutor() as pool:
        running = [pool.submit(build, name, story, folder) for name, story in todo]
        for number, one in enumerate(as_completed(running), 1):
            one.result()
            print(f"\rDrawing the explorers, once: {number} of {len(todo)}", end="", file=sys.stderr, flush=True)
    if todo:
        print(file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else states.HERE)
