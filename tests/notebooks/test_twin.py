"""Whoever works on another story meets neither a word nor a figure of the article, wherever a page may show one."""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbformat import NotebookNode

import audit
import handouts
import refresh
import story_words
import unrun
from claimlab.analysis import needs
from claimlab.claims import ledger, stories
from claimlab.claims.errors import ReaderError
from claimlab.claims.ledger import Ledger
from claimlab.exercises import letter, marking, passages, practice, specs, templates
from claimlab.explorers import registry
from shown import table_words, words

ROOT = Path(__file__).resolve().parents[2]
LESSONS = refresh.lessons(ROOT / "notebooks")
NAMES = [path.stem for path in LESSONS]
TWIN = refresh.OTHER_STORY
STATES = 40
"""Of each explorer, chosen by chance with a seed of its own, beside the first."""


@functools.cache
def article() -> Ledger:
    return ledger.load(refresh.STORY)


@functools.cache
def run(path: Path) -> NotebookNode:
    """A notebook as it is after it has been run on the invented story."""
    return handouts.about(path, TWIN)


def strange(said: str, own: Ledger) -> list[str]:
    """The words and figures of the article in a text."""
    return [*story_words.words(said), *story_words.figures(said, article(), own)]


def texts_of(item: practice.Item, own: Ledger) -> Iterator[str]:
    """Everything an item may ever say: question, options, hints, and the reply to anything."""
    spec = specs.spec(item, own)
    yield from (spec["question"], spec["unit"], spec["reason"], *(option["text"] for option in spec["options"]))
    for row in spec["rows"]:
        yield from (row["label"], *(option["text"] for option in row["options"]))
    replies = [item.right, item.otherwise, item.below, item.above, item.reply, item.model]
    replies += [one.reply for one in (*item.wrong, *item.row)]
    for reply in replies:
        try:
            yield templates.fill(reply, own)
        except ReaderError:  # a slip that nobody can make on this story
            continue
    yield from specs.hints(item, own, len(item.hints))


def asked(notebook: str, own: Ledger) -> Iterator[practice.Item]:
    for item in practice.load(notebook).values():
        if not needs.lacking(item.needs, own) and marking.fits(item, own):
            yield item


def states(name: str, own: Ledger) -> Iterator[str]:
    """What an explorer says in its first state and in some others."""
    explorer = registry.make(name, own)
    for control in explorer.controls:
        yield from (control.label, *control.texts)
    for preset in explorer.presets:
        yield from (preset.label, *(text for text, _ in preset.choices))
    keys = list(explorer.every_key())
    chosen = random.Random(name).sample(keys, min(STATES, len(keys)))
    for key in dict.fromkeys([explorer.key({}), *chosen]):
        view = explorer.view(**explorer.values(key))
        drawn = re.findall(r"<text[^>]*>([^<]*)</text>", view.picture)
        yield " ".join([view.verdict, view.description, *drawn, *table_words(view.table), *words(view.boxes)])


# --- the pages themselves, run ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_notebook_run_on_the_invented_story_shows_nothing_of_the_article(path):
    notebook, own = run(path), ledger.load(TWIN)
    assert f"The story of this page: {stories.title(TWIN)}" in "".join(audit.strings(notebook.cells))
    for cell in notebook.cells:
        if "@interact(" in cell.source:
            continue  # its output is the name of a widget
        said = [cell.source] if cell.cell_type == "markdown" else []
        for output in cell.get("outputs", []):
            assert output.output_type != "error", (cell.id, output)
            said += audit.strings(output.get("data", {"text": output.get("text", "")}))
        for one in said:
            assert strange(unrun.MARKS.sub(" ", one), own) == [], (cell.id, one[:200])


# --- everything else a story may show ---------------------------------------------------------------------------------


def everything(own: Ledger) -> Iterator[tuple[str, str]]:
    """Where, and what is said there, on a story."""
    for notebook in NAMES:
        for item in asked(notebook, own):
            yield from ((f"{notebook} {item.name}", said) for said in texts_of(item, own))
        for name in passages.names(notebook, own.story):
            try:
                yield f"{notebook} {name}", passages.say(notebook, name, own).plain
            except ReaderError as lacks:
                yield f"{notebook} {name}", str(lacks)
    for name in registry.EXPLORERS:
        if not registry.lacking(name, own):
            yield from ((name, said) for said in states(name, own))
    if not needs.lacking(("later_count",), own):
        yield "letter", letter.letter({}, own)


@pytest.mark.slow
def test_no_item_passage_explorer_or_letter_of_the_invented_story_holds_a_word_of_the_article():
    own = ledger.load(TWIN)
    found = [
        (where, words, said[:120])
        for where, said in everything(own)
        # Which numbers a slider passes is no sign of where they come from.
        if (words := story_words.words(said) if where in registry.EXPLORERS else strange(said, own))
    ]
    assert found == []


def test_the_list_finds_the_article():
    """On the article itself the list is found everywhere: it is no list of words that stand nowhere."""
    found = {word.lower() for _, said in everything(article()) for word in story_words.words(said)}
    assert {"arrests", "children", "police", "sentenced"} <= found


@pytest.mark.slow
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_printed_sheet_of_the_invented_story_holds_no_word_of_the_article(path):
    own = ledger.load(TWIN)
    sheet = handouts.handout(run(path), path.stem, own, set(NAMES)).partition("<body>")[2]
    shown = re.sub(r'src="[^"]*"', "", sheet)
    assert strange(unrun.MARKS.sub(" ", shown), own) == []
    # 08 is about another story and a text of one's own, and there is none here for the invented one.
    assert any(claim.unit.plural in shown for claim in own.statistics) or path.stem.startswith("08")
