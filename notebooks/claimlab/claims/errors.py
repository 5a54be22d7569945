"""What is told to a reader in sentences, in place of a traceback."""

from __future__ import annotations


class ReaderError(ValueError):
    """A problem told to the reader in sentences: a notebook shows them alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:  # IPython's own hook for this
        return str(self).splitlines()


class NotInStoryError(ReaderError):
    """A story lacks what a question, an explorer or a figure needs. The message says what it lacks."""
