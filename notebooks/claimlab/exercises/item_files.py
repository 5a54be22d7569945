"""The files of `items/`: read, and checked before anybody is asked anything.

Every problem is a sentence with the file and the item. What depends on the story (the words in braces) is checked by
the tests, on every story.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from ..analysis import figures
from ..claims.errors import ReaderError
from . import remark_rules

Table = dict[str, Any]
"""A table of a TOML file."""

TEXTS = ("name", "kind", "tag", "question", "unit", "reason", "button", "key", "key_to", "right", "otherwise", "below")
NEEDED = ("name", "kind", "tag", "question")
TYPES: dict[str, type] = {
    **dict.fromkeys(
        (*TEXTS, "above", "near", "per", "reply", "model", "beside", "compared", "solution", "code", "repairs"), str
    ),
    **dict.fromkeys(("needs", "places", "hints", "wrong", "row", "remarks"), list),
    **dict.fromkeys(("options", "slider"), dict),
    "form": str,
    "most_words": int,
    "points": bool,
    "misleads": bool,
}
"""What an item may have, and of which type."""
ROW = {"id": str, "label": str, "key": str, "reply": str, "options": dict}
WRONG = {"reply": str, "figure": str, "option": str}
WRITTEN = "line", "text", "letter"
"""The kinds of item that are written, and read by `remarks`."""
SLIDER = {"min": int, "max": int, "step": int}
NAMES: dict[type, str] = {str: "a text", list: "a list", dict: "a table", int: "a whole number", bool: "true or false"}


def read(path: Path, kinds: Collection[str], forms: Collection[str]) -> list[Table]:
    """The items of a file, as they stand there. Raises ReaderError, with a sentence for every problem."""
    file = f"{path.parent.name}/{path.name}"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("item", [])
    except (OSError, ValueError) as error:
        raise ReaderError(f"{file} cannot be read: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ReaderError(f"{file}: every item begins with a line [[item]].")
    problems = [f"{file}, {problem}" for problem in _problems(entries, kinds, forms)]
    if problems:
        raise ReaderError("\n".join(problems))
    return entries


def _problems(entries: list[Table], kinds: Collection[str], forms: Collection[str]) -> Iterator[str]:
    seen: set[object] = set()
    for number, entry in enumerate(entries, 1):
        name = entry.get("name")
        where = f"item {name!r}" if isinstance(name, str) else f"item number {number}"
        shape = list(_shape(entry, TYPES, NEEDED))
        if isinstance(name, str) and name in seen:
            shape.append("there is another item of this name. Give each its own")
        seen.add(name if isinstance(name, str) else number)
        # What an item means is looked at only where it has the shape of one.
        for problem in shape or _meaning(entry, kinds, forms):
            yield f"{where}: {problem}."


def _shape(table: Table, types: Mapping[str, type], needed: Collection[str]) -> Iterator[str]:
    """What is unknown, missing or of another type in one table."""
    for key, value in table.items():
        if key not in types:
            yield f"found {key!r}, expected one of {', '.join(types)}"
        elif not isinstance(value, types[key]):
            yield f"{key} is {value!r}, expected {NAMES[types[key]]}"
    for key in needed:
        if key not in table:
            yield f"{key} is missing"


def _meaning(entry: Table, kinds: Collection[str], forms: Collection[str]) -> Iterator[str]:
    kind, options, rows = entry["kind"], entry.get("options", {}), entry.get("row", [])
    if kind not in kinds:
        yield f"kind is {kind!r}, expected one of {', '.join(kinds)}"
        return
    if bool(rows) != (kind == "rows"):
        yield "an item of kind rows has rows, and no other has"
    if options and kind not in ("choice", "rows"):
        yield f"an item of kind {kind} has no options"
    if kind == "choice" and len(options) < 2:
        yield "an item of kind choice needs two options or more"
    if (kind == "slider") != ("slider" in entry):
        yield "an item of kind slider has a table slider, and no other has"
    for part, found, types in (("slider", [entry.get("slider")], SLIDER), ("wrong", entry.get("wrong", []), WRONG)):
        needed = SLIDER if part == "slider" else ("reply",)
        for table in found:
            if isinstance(table, dict):
                yield from (f"in {part}: {problem}" for problem in _shape(table, types, needed))
            elif table is not None:
                yield f"{part} is {table!r}, expected a table"
    yield from _texts("options", options)
    yield from _remarks(entry)
    yield from _keys(entry, options)
    yield from _rows(rows, options)
    yield from _form(entry, forms)


def _remarks(entry: Table) -> Iterator[str]:
    """Kinds of remark that there are none of, and remarks on what is chosen."""
    for kind in entry.get("remarks", []):
        if kind not in remark_rules.KINDS:
            yield f"remarks has {kind!r}, expected any of {', '.join(remark_rules.KINDS)}"
    if entry.get("remarks") and entry["kind"] not in WRITTEN:
        yield f"an item of kind {entry['kind']} has no remarks, only {', '.join(WRITTEN)}"


def _texts(what: str, options: Table) -> Iterator[str]:
    for id, text in options.items():
        if not isinstance(text, str):
            yield f"{what}.{id} is {text!r}, expected a text"


def _keys(entry: Table, options: Table) -> Iterator[str]:
    """Keys and known wrong answers that name no figure, or no option."""
    wrong = [one for one in entry.get("wrong", []) if isinstance(one, dict)]
    if entry["kind"] in ("number", "slider"):
        named = [(key, entry.get(key)) for key in ("key", "key_to", "compared")]
        for key, name in [*named, *(("wrong figure", one.get("figure", "")) for one in wrong)]:
            if name is not None and name.removeprefix(figures.OTHER) not in figures.FIGURES:
                yield f"{key} is {name!r}, expected the name of a figure"
    else:
        for key, name in [("key", entry.get("key")), *(("wrong option", one.get("option", "")) for one in wrong)]:
            if name is not None:
                yield from _option(key, name, options)


def _option(key: str, name: object, options: Table) -> Iterator[str]:
    if name not in options and not ("{" in str(name) and options):
        yield f"{key} is {name!r}, expected the id of an option: {', '.join(options) or 'it has none'}"


def _form(entry: Table, forms: Collection[str]) -> Iterator[str]:
    """A form that there is none of, or that does not go with the item's rows and options."""
    form, options = entry.get("form", ""), entry.get("options", {})
    rows = [row for row in entry.get("row", []) if isinstance(row, dict)]
    if form not in forms:
        yield f"form is {form!r}, expected one of {', '.join(filter(None, forms))}"
    elif form and not rows:
        yield "only an item of kind rows has a form"
    elif form in ("sort", "order") and any("options" in row for row in rows):
        yield f"in the form {form} the rows share the item's options, and have none of their own"
    elif form == "order" and len(options) != len(rows):
        yield f"in the form order the options are places, found {len(options)} for {len(rows)} rows"
    elif form == "order" and [row.get("key") for row in rows] == list(options):
        yield "the rows stand in the right order already. Write them in another"


def _rows(rows: list[Any], options: Table) -> Iterator[str]:
    keys, seen = set(), set()
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            yield f"row is {row!r}, expected a table"
            continue
        where = f"row {row.get('id', number)!r}"
        shape = list(_shape(row, ROW, ("id", "label")))
        yield from (f"{where}: {problem}" for problem in shape)
        if shape:
            continue
        own = row.get("options", options)
        yield from _texts(f"{where}, options", row.get("options", {}))
        if len(own) < 2:
            yield f"{where} needs two options or more, its own or the item's"
        if row["id"] in seen:
            yield f"{where}: there is another row of this id. Give each its own"
        seen.add(row["id"])
        keys.add("key" in row)
        if "key" in row:
            yield from (f"{where}: {problem}" for problem in _option("key", row["key"], own))
    if len(keys) > 1:
        yield "some rows have a key and some have none, expected a key in each or in none"
