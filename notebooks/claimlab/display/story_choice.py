"""Which story a page is about, at its top, and where another can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from IPython import get_ipython
from IPython.display import display

from ..claims import stories
from ..claims.errors import ReaderError
from ..exercises import specs, story
from .live import LiveItem
from .words import CHOOSE_STORY, STORY, STORY_CHOSEN, STORY_NOT_KEPT


def item(notebook: str, current: str, trouble: str = "") -> LiveItem:
    """The folded choice of a story; `trouble` is a sentence about a choice that could not be followed."""
    spec: specs.Spec = {
        **specs.blank_spec(f"{notebook}:{story.ITEM}", "", "story"),
        "question": STORY.format(title=stories.title(current)),
        "options": [{"id": name, "text": title} for name, title in story.stories().items()],
        "button": CHOOSE_STORY,
    }

    def respond(message: Mapping[str, Any]) -> Mapping[str, Any]:
        wanted = str(message.get("answer", {}).get("value", "")) or current
        try:
            story.choose(wanted)
        except ReaderError as problem:
            return {"value": wanted, "notice": STORY_NOT_KEPT.format(problem=problem, notebook=notebook, story=wanted)}
        return {"value": wanted, "kept": True, "notice": STORY_CHOSEN.format(title=stories.title(wanted))}

    return LiveItem(spec, respond, {"value": current, "notice": trouble})


def show(notebook: str, current: str, trouble: str = "") -> None:
    """Show the choice in a notebook; elsewhere, nothing."""
    if get_ipython() is not None:
        display(item(notebook, current, trouble))
