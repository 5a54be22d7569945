"""What is told to a reader in sentences, in place of a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_PROBLEMS = 20
"""So many sentences are shown; a file with more has one mistake many times over."""


class ReaderError(ValueError):
    """A problem told to the reader in sentences: a notebook shows them alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:  # IPython's own hook for this
        return str(self).splitlines()


class NotInStoryError(ReaderError):
    """A story lacks what a question, an explorer or a figure needs. The message says what it lacks."""


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, where, and what was expected. `row` counts as a spreadsheet does: headings are 1."""

    file: str
    message: str
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        place = [self.file, self.row and f"row {self.row}", self.column and f"column {self.column}"]
        return f"{', '.join(str(part) for part in place if part)}: {self.message}"


class TableError(ReaderError):
    """A file that cannot be used. `problems` holds each reason; the message has one sentence a problem."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        shown = [str(problem) for problem in self.problems[:MOST_PROBLEMS]]
        more = len(self.problems) - len(shown)
        super().__init__("\n".join(shown + ([f"... and {more} more of the kind."] if more else [])))
