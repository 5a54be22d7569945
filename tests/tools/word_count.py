"""How long a page is: `python tests/tools/word_count.py` prints its words, its decisions and its minutes.

Words are those displayed on the article's story: text cells, passages where they are said, and items. A decision is an
item to predict or to answer; an item of rows is as many as it has rows, but an order is one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from nbformat import NotebookNode

import refresh
import unrun
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger
from claimlab.exercises import passages, practice, specs
from claimlab.exercises.practice import Item

WORDS_A_MINUTE = 120
"""Read with care, in a language that is not one's first."""
MINUTES_OF_A_CHOICE, MINUTES_OF_A_NUMBER, MINUTES_OF_AN_ORDER, MINUTES_OF_AN_EXPLORER = 0.5, 1.5, 1.5, 2.0
MINUTES_TO_WRITE = {"line": 0.5, "text": 1.5, "letter": 1.5}
"""By the kind of an item. A rubric, rows without a key, is read and ticked like other rows."""

CALL = re.compile(r'^lesson\.(ask|say|explore)\("(\w+)"', re.MULTILINE)
HEADING = re.compile(r"^(#{1,6}) (.*)$", re.MULTILINE)
OPTIONAL = re.compile(r"Going further|\(optional")
"""Headings of what is not in the minutes of a page."""
MARKUP = re.compile(r"<[^>]*>|!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|^#+ |^- |^\d+\. ", re.MULTILINE)
ASIDE = ("clear",)
"""Kinds of items that ask nothing."""


@dataclass
class Count:
    """A page, or a part of one, counted.

    Words of text cells, of passages, of questions, of options and row labels; of text cells and passages before the
    first question or explorer, of a fold its summary alone; decisions; minutes by the rule.
    """

    texts: int = 0
    passages: int = 0
    questions: int = 0
    options: int = 0
    opening: int = 0
    decisions: int = 0
    minutes: float = 0

    @property
    def told(self) -> int:
        """The words that have a limit: all but options and row labels, which stand in drop-downs and lists."""
        return self.texts + self.passages + self.questions

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def words(text: str) -> int:
    """Words of a Markdown text, as displayed: a mark, a number of a list, the address of a link or what a
    picture is called is none."""
    return sum(1 for word in MARKUP.sub(" ", text).split() if re.search(r"\w", word))


def of_page(path: Path, story: Ledger) -> Count:
    """The counts of a notebook. Minutes and decisions are those of the cells outside optional parts."""
    items = practice.load(path.stem)
    count, opened = Count(), False
    for cell, optional in parts(refresh.read(path)):
        made = _of_cell(cell, path.stem, items, story)
        opened = opened or any(verb != "say" for verb, _ in _calls(cell))
        made.opening = 0 if opened else made.opening
        if optional:
            made.decisions, made.minutes = 0, 0
        count += made
    return count


def parts(notebook: NotebookNode) -> Iterator[tuple[NotebookNode, bool]]:
    """Every cell, and whether it is in an optional part: under such a heading, up to the next of its level or above."""
    depth = 0
    for cell in notebook.cells:
        for marks, title in HEADING.findall(cell.source) if cell.cell_type == "markdown" else ():
            if depth == 0 or len(marks) <= depth:
                depth = len(marks) if OPTIONAL.search(title) else 0
        yield cell, depth > 0


def _calls(cell: NotebookNode) -> list[tuple[str, str]]:
    return CALL.findall(cell.source) if cell.cell_type == "code" else []


def _of_cell(cell: NotebookNode, notebook: str, items: dict[str, Item], story: Ledger) -> Count:
    if cell.cell_type == "markdown":
        count = words(cell.source)
        return Count(texts=count, opening=count, minutes=count / WORDS_A_MINUTE)
    count = Count()
    for verb, name in _calls(cell):
        if verb == "say":
            plain = passages.say(notebook, name, story).plain
            said, in_sight = words(plain), words(unrun.unfolded(plain))
            count += Count(passages=said, opening=in_sight, minutes=in_sight / WORDS_A_MINUTE)
        elif verb == "explore":
            count += Count(minutes=MINUTES_OF_AN_EXPLORER)
        elif items[name].kind not in ASIDE:
            count += _of_item(items[name], story)
    return count


def _of_item(item: Item, story: Ledger) -> Count:
    spec = specs.spec(item, story)
    question = words(spec["question"])
    offered = [option["text"] for option in spec["options"]]
    for row in spec["rows"]:
        own = [option["text"] for option in row["options"]]
        offered += [row["label"], *(text for text in own if own != [one["text"] for one in spec["options"]])]
    options = sum(map(words, offered))
    asked = 1 if item.form == "order" else len(spec["rows"]) or 1  # in an order one place follows from another
    minutes = MINUTES_TO_WRITE.get(item.kind, MINUTES_OF_A_CHOICE * asked)
    if item.kind == "number" and item.key:
        minutes = MINUTES_OF_A_NUMBER
    if item.form == "order":
        minutes = MINUTES_OF_AN_ORDER
    return Count(
        questions=question,
        options=options,
        decisions=asked,
        minutes=(question + options) / WORDS_A_MINUTE + minutes,
    )


def rounded(minutes: float) -> int:
    """Minutes as a page says them: the nearest whole one."""
    return math.floor(minutes + 0.5)


def main() -> None:
    story = ledger.load(refresh.STORY)
    counts = {path.stem[:2]: of_page(path, story) for path in refresh.lessons(refresh.ROOT / "notebooks")}
    names = [each.name for each in fields(Count)]
    print("page", *(f"{name:>10}" for name in ("told", *names)))
    for page, count in [*counts.items(), ("all", sum(counts.values(), Count()))]:
        print(f"{page:4}", f"{count.told:10}", *(f"{getattr(count, name):10.4g}" for name in names))


if __name__ == "__main__":
    main()
