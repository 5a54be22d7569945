"""What stands around a number: its hedge, the noun it counts, who says so."""

from __future__ import annotations

import re
from typing import NamedTuple

from . import rules

SPEAKERS = "according", "figures_from", "who_says", "says_who"
_NAMES = {said: name for name, every in rules.HEDGES.items() for said in every}


def _find(name: str) -> re.Pattern[str]:
    return rules.pattern("around", name)


class Said(NamedTuple):
    """What was read: a text, and from where to where it stands."""

    text: str
    start: int
    end: int
    sure: float = 0.9


def hedge(text: str, start: int, end: int) -> Said | None:
    """The hedge of a number, by the name a ledger has for it, and its words."""
    behind = text[end : end + 12]
    for name, said in rules.BEHIND.items():
        if found := re.match(rf"\+| (?:{'|'.join(said)})\b", behind, re.IGNORECASE):
            return Said(name, end, end + found.end())
    found = _find("before").search(text, max(0, start - 30), start)
    if not found:
        return None
    return Said(_NAMES[found["said"].lower()], found.start(), found.end("said"))


def noun(text: str, start: int, end: int, sentence: tuple[int, int], kind: str) -> Said | None:
    """The noun that a number counts, for many, as it is printed; None where the sentence does not say."""
    if aside := re.match(r" \([^()]{1,40}\)", text[end : sentence[1]]):
        end += aside.end()
    elif text[end : end + 1] == ")":
        end += 1
    rest = text[end : sentence[1]]
    lead = _find("of").match(rest)
    if kind == "percentage" or (lead and lead["of"].lower() == "of"):
        if kind == "percentage" and not lead:
            return (
                _phrase(text, end, sentence[1])
                if re.match(r"\s+(?:more|fewer)\s", rest) is None
                else _after_more(text, end, sentence[1])
            )
        return _phrase(text, end + (lead.end() if lead else 0), sentence[1])
    if kind == "rate":
        per = _find("per").search(rest)
        return _phrase(text, end, end + per.start() if per else sentence[1]) or (
            _phrase(text, end + per.end(), sentence[1]) if per else None
        )
    if found := _after_more(text, end, sentence[1]) or _phrase(text, end, sentence[1]):
        return found
    if are := _find("are").match(rest):
        return Said(are["noun"].lower(), end + are.start("noun"), end + are.end("noun"), 0.7)
    before = text[sentence[0] : start]
    for match in [*_find("number_of").finditer(before)][-1:]:
        word = match["noun"].split()[-1]
        at = sentence[0] + match.end("noun") - len(word)
        return Said(word.lower(), at, at + len(word), 0.8)
    subject = _find("subject").search(before)
    if subject and is_plural(subject["noun"]):
        return Said(
            subject["noun"].lower(), sentence[0] + subject.start("noun"), sentence[0] + subject.end("noun"), 0.7
        )
    return None


def _after_more(text: str, at: int, until: int) -> Said | None:
    more = _find("more").match(text[at:until])
    return _phrase(text, at + more.end(), until) if more else None


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun for many."""
    low = word.lower().replace("’", "'")
    return low in rules.PLURALS or (
        len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "'s", "ous")) and low not in rules.NO_PLURALS
    )


def _phrase(text: str, at: int, until: int) -> Said | None:
    """The plural at the head of the words that follow, up to a word that ends a noun phrase."""
    head: Said | None = None
    for count, match in enumerate(_find("word").finditer(text, at, until)):
        gap = text[at : match.start()]
        if gap.strip(" \u00a0\t'\"“‘-") or count > 6 or match[0].lower() in rules.STOP:
            break
        if is_plural(match[0]) and match[0].lower() not in rules.STOP:
            head = Said(match[0].lower(), match.start(), match.end())
        elif head:
            break
        at = match.end()
    return head


def speaker(text: str, sentence: tuple[int, int]) -> Said | None:
    """Who says so in a sentence, as far as it says."""
    part = text[sentence[0] : sentence[1]]
    for name in SPEAKERS:
        if found := rules.pattern("speakers", name, re.NOFLAG).search(part):
            start, end = found.span("who")
            return Said(part[start:end].strip(" .,"), sentence[0] + start, sentence[0] + end, 0.7)
    return None
