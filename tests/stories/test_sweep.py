"""Every number item on every story, with a dense grid of numbers: a reply names no mistake that was not made."""

from __future__ import annotations

import pytest

import sweep
from claimlab.analysis import needs
from claimlab.claims import ledger as ledgers
from claimlab.exercises import marking, typed
from telling import STORIES, items

TOLD = ["undercover_online", "lost_property", *STORIES]


@pytest.fixture
def mark(monkeypatch):
    """Marks a typed number and gives the reply as it stands in the item, words not filled in."""
    monkeypatch.setattr(marking, "fill", lambda sentence, _: sentence)
    return lambda item, ledger, number: marking.mark(item, ledger, number)[:2]


@pytest.mark.parametrize("story", TOLD)
def test_a_reply_names_no_mistake_that_was_not_made(data, story, mark):
    ledger, close, tried, wrong = ledgers.load(story), typed.SAYS["close"], 0, []
    assert "less than 2% away" in close
    for notebook, item in items():
        if item.kind == "number" and item.key and not needs.lacking(item.needs, ledger):
            near = tuple(filter(None, (item.near, typed.SAYS["near_whole"], typed.SAYS["near_rounded"])))
            tried += len(sweep.grid(item, ledger))
            wrong += [f"{notebook} {item.name} {fault}" for fault in sweep.faults(item, ledger, mark, near, close)]
    print(f"{story}: {tried} tried, {len(wrong)} wrong")
    assert not wrong, "\n".join(wrong[:20])
