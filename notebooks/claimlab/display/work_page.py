"""My work in a notebook: buttons that show, download and load the page of everything a student has typed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any

from ..claims import ledger as ledgers
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from ..exercises import my_work, specs
from ..exercises.answers import Answers
from .live import LiveItem
from .words import DOWNLOADED, INCOMPLETE, LOADED, LOADED_BEFORE, MY_WORK


def item(notebook: str, ledger: Ledger, kept: Answers, added: Callable[[], None]) -> LiveItem:
    """The item of a notebook that shows what is kept; `added` is called when a page has been loaded."""
    spec: specs.Spec = {
        **specs.blank_spec(f"{notebook}:my_work", ledger.story, "my_work"),
        "tag": "My work",
        "question": MY_WORK,
        "limit": my_work.LIMIT,
    }

    def respond(message: Mapping[str, Any]) -> Mapping[str, Any]:
        state = _respond(message, ledger, kept)
        if message.get("my_work") == "load":
            added()
        return state

    return LiveItem(spec, respond)


def _respond(message: Mapping[str, Any], ledger: Ledger, kept: Answers) -> Mapping[str, Any]:
    wish = message.get("my_work")
    try:
        if wish == "load":
            return {"notice": _load(kept, str(message.get("page", "")))}
        page = _page(kept, ledger)
    except ReaderError as problem:
        return {"notice": str(problem)}
    unread = kept.unread()
    told = [DOWNLOADED] if wish == "download" else []
    told += [unread, INCOMPLETE] if unread else [my_work.SHARED_COMPUTER] if wish == "download" else []
    if len(page) > my_work.LIMIT:
        told.append(my_work.TOO_LONG_TO_LOAD)
    return {"page": page, "notice": " ".join(told)}


def _load(kept: Answers, page: str) -> str:
    """Add the answers of a page; says how many. Raises ReaderError."""
    contents = my_work.read(page)
    added, all_there = kept.add(contents), len(contents.entries) + len(contents.later)
    return (LOADED if added else LOADED_BEFORE).format(added=added, all=all_there)


def _page(kept: Answers, ledger: Ledger) -> str:
    """My work as it stands, answers that could not be written to the file included. Raises ReaderError."""
    contents = kept.everything()
    known = {ledger.story: ledger}
    for story in {one.story for one in contents.entries} - {ledger.story}:
        with contextlib.suppress(ReaderError):  # its answers stand on the page without their questions
            known[story] = ledgers.load(story)
    return my_work.page(contents, known)
