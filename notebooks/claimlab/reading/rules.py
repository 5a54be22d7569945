"""The words and patterns of `rules.toml`, ready to use."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("rules.toml").read_text(encoding="utf-8"))

WORDS: dict[str, list[str]] = _DATA["words"]
STOP, PLURALS, NO_PLURALS = (frozenset(WORDS[name]) for name in ("stop", "plurals", "no_plurals"))
PARTS: dict[str, int] = _DATA["parts"]
CURRENCIES: dict[str, str] = _DATA["currencies"]
HEDGES: dict[str, list[str]] = _DATA["hedges"]
BEHIND: dict[str, list[str]] = _DATA["behind"]
TIMES: dict[str, str] = _DATA["times"]
"""The patterns of words for time by the function that reads them, in the order in which they are tried."""


_NAME = re.compile(r"(?<!\?P)<([a-z_]+)>")
"""What is filled in; the name of a group stands behind ?P."""


def _either(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LISTS = {name: _either(words) for name, words in WORDS.items()} | {
    "parts": _either([*PARTS]),
    "all_hedges": _either([said for all_said in HEDGES.values() for said in all_said]),
}


@lru_cache(maxsize=256)
def pattern(group: str, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern by its group and its name, filled in."""
    return filled(_DATA["patterns"][group][name], group, flags)


def filled(written: str, group: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern with what stands in angle brackets filled in, from the words and from the patterns of its group."""
    known = {**_LISTS, **_DATA["patterns"][group]}
    while _NAME.search(written):
        written = _NAME.sub(lambda found: known[found[1]], written)
    return re.compile(written, flags)
