"""Cells of plain pandas on a story that lacks a row: a sentence in the place of a traceback, and Run All goes on.

Only a missing part of the lessons, or a missing row of a reference table, is told so, and a name that such a cell would
have made. Every other error stays what it is.
"""

from __future__ import annotations

import ast
import re
from types import TracebackType

from IPython import get_ipython
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from IPython.display import display

from ..analysis.needs import PARTS
from ..claims import references
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from .notice import Notice

ROW = "This cell needs {rows}, which this story does not have. Go on to the next cell."
OUTSIDE = "This cell needs a row about this story in a table from outside, which has none. Go on to the next cell."
NAME = "This cell needs {name} from a cell above, which this story has nothing for. Go on to the next cell."
LACKED = "{problem} Go on to the next cell."


class _Lacked:
    """What the story of the lesson that was opened last lacks, and the names that cells could not make for that."""

    def __init__(self) -> None:
        self.parts: set[str] = set()
        self.outside: set[str] = set()
        self.names: set[str] = set()
        self.told: Exception | None = None

    def open(self, ledger: Ledger) -> None:
        self.parts, self.names = {part for part in PARTS if not _has(part, ledger)}, set()
        bases = references.load("bases")
        own = set(bases.loc[bases["story"] == ledger.story, "role"])
        self.outside = (set(bases["role"]) - own) | (set() if own else {ledger.story})

    def sentence(self, error: Exception) -> str:
        """What the error comes of, if it is one of ours; else ""."""
        if isinstance(error, NameError):
            return NAME.format(name=error.name) if error.name in self.names else ""
        ours = isinstance(error, NotInStoryError)
        asked = dict.fromkeys(re.findall(r"\w+" if ours else r"'(\w+)'", str(error)))
        if rows := [name for name in asked if name in self.parts]:
            return ROW.format(rows=_named(rows))
        if ours:
            return LACKED.format(problem=error)
        return OUTSIDE if self.outside & set(asked) else ""


_lacked = _Lacked()


def watch(ledger: Ledger) -> None:
    """From now on, tell in a sentence what a cell needs and this story does not have. Outside a notebook, nothing."""
    shell = get_ipython()
    if shell is None:
        return
    _lacked.open(ledger)
    shell.set_custom_exc((KeyError, NameError, NotInStoryError), _tell)
    shell.events.register("post_run_cell", _go_on)  # IPython registers one function once


def _tell(
    shell: InteractiveShell, kind: type[Exception], error: Exception, trace: TracebackType, tb_offset: int | None = None
) -> None:
    """The sentence, where the error is one of ours; the traceback where it is not."""
    sentence = _lacked.sentence(error)
    if not sentence:
        shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
        return
    display(Notice(sentence))
    _lacked.told = error


def _go_on(result: ExecutionResult) -> None:
    """A cell that was told in a sentence counts as done, so that the cells after it run."""
    if _lacked.told is None or result.info is None or result.error_in_exec is not _lacked.told:
        return
    result.error_in_exec, _lacked.told = None, None
    _lacked.names |= _made_by(result.info.raw_cell)


def _made_by(source: str) -> set[str]:
    """The names that a cell assigns."""
    nodes = ast.walk(ast.parse(source))
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _named(rows: list[str]) -> str:
    """The rows by name: the row a; the rows a, b and c."""
    if len(rows) == 1:
        return f"the row {rows[0]}"
    return f"the rows {', '.join(rows[:-1])} and {rows[-1]}"


def _has(part: str, ledger: Ledger) -> bool:
    try:
        ledger.part(part)
    except NotInStoryError:
        return False
    return True
