"""My work: everything a student has typed, as one HTML page that prints, needs nothing else, and can be loaded again.

What stands on the page is text: everything is escaped, and the page may run no script. The answers are in it a second
time, as JSON, for `read`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from html import escape

from .. import text
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import marking, practice
from .work_file import Entry, entry

TITLE = "My work · Reading the Figures"
LIMIT = 1_000_000
"""The most characters of a page that is loaded again."""
SHARED_COMPUTER = (
    "On a shared computer: clear your answers in notebook 00 before you leave; take a copy of this file with you, "
    "then delete the one on the computer."
)
TOO_LARGE = "This file is too large to be a page of My work. Choose the file you downloaded here."
NOTHING = "Nothing is kept yet: answer a question first."
TOO_LONG_TO_LOAD = "This page is too long to be loaded again here, but it can be read and printed."
NO_PAGE = "This file is not a page of My work. Choose the file you downloaded here; its name begins with my_work."
DAMAGED = "This page of My work is damaged, so nothing was loaded from it. Is there another copy?"
NO_ANSWERS = "There are no answers on this page of My work."

_BLOCK = "my-work-answers"
_ANSWERS = re.compile(rf'<script[^>]*\bid="?{_BLOCK}"?[^>]*>(.*?)</script', re.DOTALL | re.IGNORECASE)
_STYLE = """
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff;
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; } h2 { margin: 2rem 0 0; padding-bottom: 0.25rem; border-bottom: 2px solid #767676; font-size: 1.2rem; }
h3 { margin: 0; font-size: 1rem; font-weight: 400; } p, ul { margin: 0.35rem 0 0; }
section { margin: 1.2rem 0; break-inside: avoid; } h2, h3 { break-after: avoid; }
.tag { color: #14599c; font-weight: 600; } .small { font-size: 0.9rem; }
.answer { padding-left: 0.75rem; border-left: 4px solid #bdbdbd; white-space: pre-wrap; overflow-wrap: anywhere; }
.name { display: none; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } .name { display: block; margin-top: 1rem; }
  .screen { display: none; } @page { margin: 2cm; } }
"""


def page(entries: Collection[Entry], ledgers: Mapping[str, Ledger]) -> str:
    """The page, from the newest answer to each item and the ledgers of their stories by name.

    An answer to a question that is no longer there stands under the item's name. Raises ReaderError without answers.
    """
    if not entries:
        raise ReaderError(NOTHING)
    groups = sorted({(one.notebook, one.story) for one in entries})
    several = len({story for _, story in groups}) > 1
    parts = []
    for notebook, story in groups:
        answers = {one.item: one.answer for one in entries if (one.notebook, one.story) == (notebook, story)}
        name = f" ({story.replace('_', ' ')})" if several else ""
        parts.append(f"<h2>{escape(heading(notebook) + name)}</h2>")
        parts += _answers(_items(notebook), answers, ledgers.get(story))
    return _whole("\n".join(parts), entries)


def read(html: str) -> list[Entry]:
    """The answers on a page that was downloaded. Raises ReaderError, and gives none, where the file is something
    else, too long or damaged."""
    if len(html) > LIMIT:
        raise ReaderError(TOO_LARGE)
    found = _ANSWERS.search(html)
    if not found:
        raise ReaderError(DAMAGED if TITLE in html else NO_PAGE)
    try:
        listed = json.loads(found[1])
    except (ValueError, RecursionError):
        raise ReaderError(DAMAGED) from None
    entries = [entry(one) for one in listed] if isinstance(listed, list) else [None]
    if None in entries:
        raise ReaderError(DAMAGED)
    if not entries:
        raise ReaderError(NO_ANSWERS)
    return entries


def heading(notebook: str) -> str:
    """A notebook's name as a heading.

    >>> heading("02_the_previous_year")
    '02 · The previous year'
    """
    number, _, words = notebook.partition("_")
    return f"{number} · {text.capital(words.replace('_', ' ').replace(' i ', ' I '))}" if words else notebook


def _whole(body: str, entries: Iterable[Entry]) -> str:
    # "<" and its like written as \u003c: no answer can end the block it stands in.
    listed = json.dumps([one._asdict() for one in entries])
    data = re.sub("[<>&]", lambda sign: f"\\u{ord(sign[0]):04x}", listed)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{TITLE}</title>
<style>{_STYLE}</style>
</head>
<body><main>
<h1>My work</h1>
<p>Reading the Figures: what I predicted, answered and wrote.</p>
<p class="name">Name: ______________________________</p>
<p class="small screen">{SHARED_COMPUTER}
To go on another day, load this file where you downloaded it: in notebook 00 or 07.</p>
{body}
</main>
<script type="application/json" id="{_BLOCK}">{data}</script>
</body>
</html>
"""


def _items(notebook: str) -> dict[str, practice.Item]:
    """The items of a notebook; none where it is not here any more, or the name is somebody's invention."""
    known = {path.stem for path in practice.ITEMS.glob("[0-9]*.toml")}
    return practice.load(notebook) if notebook in known else {}


def _answers(items: Mapping[str, practice.Item], answers: Mapping[str, dict], ledger: Ledger | None) -> Iterable[str]:
    """The answered items in the notebook's order, and after them the answers that have no item."""
    for name in sorted(answers, key=[*items, *answers].index):
        try:
            if ledger is None or name not in items:
                raise KeyError(name)
            yield _asked(items[name], answers[name], ledger)
        except (KeyError, ReaderError):  # the story does not have this question (any more)
            lines = [_line(value) for value in answers[name].values() if value]
            yield f"<section><h3>{escape(name)}</h3>{''.join(lines)}</section>"


def _asked(item: practice.Item, answer: Mapping[str, str], ledger: Ledger) -> str:
    """One question, what was answered, why, and whether it is right. Raises ReaderError or KeyError where the
    story lacks what the question needs."""
    spec, value, reason = practice.spec(item, ledger), answer.get("value", ""), answer.get("reason", "")
    try:
        marked = marking.mark(item, ledger, value)
    except ReaderError:
        marked = marking.Marked("", None)
    parts = [f'<h3><span class="tag">{escape(spec["tag"])}</span> {escape(spec["question"])}</h3>']
    if item.kind == "rows":
        # Without a mark nothing is said of a row.
        told = [_mark(not reply) for reply in marked.rows] or [""] * len(item.row)
        rows = zip(spec["rows"], marking.chosen(value), told, strict=False)
        listed = [f"<li>{escape(row['label'])}: {escape(choice)} {mark}</li>" for row, choice, mark in rows]
        parts.append(f"<ul>{''.join(listed)}</ul>")
    else:
        unit = f" {spec['unit']}" if spec["unit"] and value[-1:].isdigit() else ""
        parts.append(_line(value + unit))
        if marked.right is not None:
            parts.append(f"<p>{_mark(marked.right)}</p>")
    if reason:
        parts.append(f'<p class="small">{escape(spec["reason"])}</p>{_line(reason)}')
    return f"<section>{''.join(parts)}</section>"


def _line(words: str) -> str:
    """What a student typed, in its own direction of writing."""
    return f'<p class="answer" dir="auto">{escape(words)}</p>'


def _mark(right: bool) -> str:
    return f"<strong>{escape(marking.RIGHT if right else marking.NOT_YET)}</strong>"
