"""What tells the key of a question is folded, on a page that runs as in its file, or comes after the question.

A passage is folded wherever it stands, for it is in sight of the question when a whole page has been run. What a cell
of plain Python prints or shows comes after the question, or prints no key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from nbformat import NotebookNode

import folds
import refresh
import unrun
from claimlab.analysis import figures
from claimlab.claims import ledger as ledgers
from claimlab.claims.ledger import Ledger
from claimlab.exercises import pages, passages, practice, specs
from claimlab.exercises.practice import Item
from claimlab.exercises.templates import fill

LESSONS = {path.stem: refresh.read(path) for path in refresh.lessons(refresh.ROOT / "notebooks")}
STORIES = [refresh.STORY, refresh.OTHER_STORY]
SAY = re.compile(r'^lesson\.say\("(\w+)"\)', re.MULTILINE)
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
FEW = 5
"""Words: a shorter piece of a solution is no sentence that could be known again."""


def keys(item: Item, story: Ledger) -> Iterator[str]:
    """What tells the key: its number with what belongs to it, the right options, and what the solution says of them."""
    if item.kind in ("number", "slider"):
        for name in filter(None, (item.key, item.key_to)):
            yield figures.text_of(name, story).lstrip("+−")
    elif item.key:
        yield specs.option_text(item.options, item.key, story)
    for line in fill(item.solution or item.right, story).splitlines():
        yield from (piece for piece in re.split(r"[.:;?!]\s|[“”]", f"{line} ") if len(piece.split()) >= FEW)


def tells(item: Item, story: Ledger, text: str) -> list[str]:
    """Which of the keys of an item stand in a text, but not in its question."""
    text, question = _plain(text), _plain(fill(item.question, story))
    return [key for key in keys(item, story) if _stands(_plain(key), text) and not _stands(_plain(key), question)]


def _stands(key: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\w.,-]){re.escape(key)}(?![\w]|[.,]\d)", text))


def _plain(text: str) -> str:
    return " ".join(unrun.MARKS.sub(" ", text).casefold().split())


def asked(page: str, story: Ledger) -> list[Item]:
    one = next(one for one in pages.pages() if one.name == page)
    return [item for _, item in pages.questions(one, story) if item.marked]


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("page", LESSONS)
def test_a_passage_that_tells_a_key_is_folded(page, name):
    story, found = ledgers.load(name), []
    for said in (name for cell in LESSONS[page].cells for name in SAY.findall(cell.source)):
        in_sight = unrun.unfolded(passages.say(page, said, story).markdown)
        for item in asked(page, story):
            filled = story
            found += [f"{said} tells {item.name}: {key}" for key in tells(item, filled, in_sight)]
    assert not found


@pytest.mark.parametrize("page", LESSONS)
def test_what_is_printed_before_a_question_tells_no_key(page):
    """As it is on a page that has been run from top to bottom, and nothing answered."""
    story, found = ledgers.load(refresh.STORY), []
    before: list[tuple[str, str]] = []
    items = {item.name: item for item in asked(page, story)}
    for cell in LESSONS[page].cells:
        for item in (items[name] for name in pages.ASK.findall(cell.source) if name in items):
            filled = story
            found += [f"{id} tells {item.name}: {key}" for id, text in before for key in tells(item, filled, text)]
        if not cell.source.startswith("lesson.") and "open_lesson(" not in cell.source:
            before.append((cell.id, f"{cell.source}\n{printed(cell)}"))
    assert not found


def printed(cell: NotebookNode) -> str:
    """What a cell of plain Python shows, its saved folds open; what sits in a fold of the kit is out of sight."""
    texts = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        shown = next((data[kind] for kind in unrun.KINDS if kind in data), "")
        texts.append(output.text if output.output_type == "stream" else unrun.unfolded(folds.opened(shown)))
    return "\n".join(texts)


def test_a_key_is_known_again():
    story, items = ledgers.load(refresh.STORY), practice.load("02_the_previous_year")
    assert tells(items["rise"], story, "<p>It is <b>303</b> more.</p>") == ["303"]
    assert not tells(items["rise"], story, "1,303 or 303.5 or 303,000 or row-303")
    assert tells(items["rise_percent"], story, "by 22.2%, then") == ["22.2%"]
    said = "People say: nothing: it does not say what the ends mean!"
    assert tells(practice.load("06_a_range_without_a_method")["just_outside"], story, said)


def test_every_fold_is_a_passage_of_some_page():
    known = {said for notebook in LESSONS for said in passages.names(notebook, refresh.STORY)}
    assert set(passages.FOLDS) <= known
