"""What stands in an item before it is answered for the first time, where that comes from other answers."""

from __future__ import annotations

import contextlib

from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import letter
from .answers import Answers
from .misleading import SAYS
from .practice import Item


def opening(item: Item, answers: Answers, ledger: Ledger) -> dict[str, str]:
    """The text an item opens with, and a sentence about it; neither for most. Nothing is kept by that."""
    if item.kind == "letter":
        return _letter(answers, ledger)
    return (
        {"value": before(item, answers), "notice": answers.trouble() or handed(item, answers)} if item.repairs else {}
    )


def before(item: Item, answers: Answers) -> str:
    """What was kept in the item that this one repairs; "" where nothing was."""
    entry = answers.newest(item.repairs) if item.repairs else None
    written = entry.answer.get("value") if entry else ""
    return written if isinstance(written, str) else ""


def handed(item: Item, answers: Answers) -> str:
    """A sentence with what is to be repaired, or that there is none yet; "" for an item that repairs nothing."""
    if not item.repairs:
        return ""
    written = before(item, answers)
    return SAYS["handed"].format(written=written) if written else SAYS["none"]


def _letter(answers: Answers, ledger: Ledger) -> dict[str, str]:
    """The letter to begin with, made of the lines kept in every notebook, and a sentence about those that are ours."""
    lines: dict[str, str] = {}
    with contextlib.suppress(ReaderError):  # the sentence about an unreadable file is the notice
        for one in answers.everything().newest():
            line = one.answer.get("value")
            if (one.story, one.item) == (ledger.story, letter.CARRY) and isinstance(line, str):
                lines[one.notebook] = line
    return {"value": letter.letter(lines, ledger), "notice": answers.trouble() or letter.offered(lines, ledger)}
