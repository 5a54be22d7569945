"""Reads what a student has written, by rules over the story's ledger: what is good, and what a reader would ask.

The rules are data (`remarks.toml`, filled for a story by `remark_rules`); here they are only applied.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .. import text
from ..claims.ledger import Ledger
from .remark_rules import Rule, Rules, filled
from .remark_terms import DATA

SAYS: dict[str, str] = DATA["says"]
NUMBERS = DATA["numbers"]
POINTS = 2
"""The points of one line of the rubric."""
TOO_SHORT = "too_short"
"""The kind of remark on what is no attempt yet."""


class Remark(NamedTuple):
    """Something said of a text: its kind, where the words stand that it is about (first, and one after the last
    letter), the sentence, and whether it is praise."""

    kind: str
    words: tuple[int, int]
    says: str
    good: bool = False


def read(written: str, kinds: Sequence[str], ledger: Ledger) -> list[Remark]:
    """What is said of a text, praise first; `kinds` are those that its item asks for, at most one remark of each."""
    if not kinds:
        return []
    cleaned, rules = _clean(written), filled(ledger)
    sentences = [(found.start(), found[0]) for found in _pattern(DATA["sentence"]).finditer(cleaned)]
    found: dict[str, Remark] = {}
    alone = False
    for rule in rules["rules"]:
        if rule["kind"] not in kinds or rule["kind"] in found or (alone and not rule["always"]):
            continue
        place = _place(rule, rules, cleaned, [(0, cleaned)] if rule["whole"] else sentences)
        if place is None:
            continue
        words = written[place[0] : place[1]].strip()
        remark = Remark(rule["kind"], place, rule["says"].replace("{words}", words), rule["good"])
        found[rule["kind"]] = remark
        alone = alone or rule["alone"]
    return sorted(found.values(), key=lambda one: not one.good)


def is_attempt(remarks: Sequence[Remark]) -> bool:
    """Whether a text is more than a few letters."""
    return all(one.kind != TOO_SHORT for one in remarks)


def lines(remarks: Sequence[Remark], kinds: Sequence[str], points: bool) -> list[str]:
    """Remarks as lines of a reply: what is good in one, each question, and the points that can be seen."""
    good = [one.says for one in remarks if one.good]
    told = [SAYS["good"].format(all=text.listed(good))] if good else []
    told += [one.says for one in remarks if not one.good]
    return told + ([_points({one.kind for one in remarks}, kinds)] if points and is_attempt(remarks) else [])


def _points(found: set[str], kinds: Sequence[str]) -> str:
    """The rubric added up as far as the rules can tell."""
    seen: dict[str, int] = {}
    rest: list[str] = []
    for criterion in DATA["criterion"]:
        good, bad = found & set(criterion["good"]), found & set(criterion["bad"])
        if not {*criterion["good"], *criterion["bad"]} & set(kinds):
            continue
        part = found & set(criterion.get("part", []))
        if good or bad or part:
            in_part = part and not bad or good and bad
            seen[criterion["label"]] = 1 if in_part else 0 if bad else POINTS
        else:
            rest.append(criterion["label"])
    told = ", ".join(f"{label} {points}" for label, points in seen.items()) or "none"
    said = SAYS["points"].format(told=told, seen=sum(seen.values()), all=POINTS * (len(seen) + len(rest)))
    return f"{said} {SAYS['rest'].format(rest=text.listed(rest))}" if rest else said


def _place(rule: Rule, rules: Rules, cleaned: str, parts: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """Where the words stand that a rule speaks of; None where it says nothing."""
    if _any(rule["lacks"], cleaned) or (rule["needs"] and not _any(rule["needs"], cleaned)):
        return None
    for pattern in rule["find"]:
        for start, sentence in parts:
            if _any(rule["unless"], sentence):
                continue
            for match in _pattern(pattern).finditer(sentence):
                passed = rule["known"] and _is_known(match, rules)
                if match[0].strip() and not passed and not _any(rule["denied"], _around(match, sentence)):
                    return start + match.start(), start + match.end()
    return None


def _any(patterns: Sequence[str], part: str) -> bool:
    return any(_pattern(one).search(part) for one in patterns)


def _around(match: re.Match[str], sentence: str) -> str:
    """The part of a sentence, between commas or words such as but, in which something stands."""
    start, end = 0, len(sentence)
    for boundary in _pattern(DATA["between"]).finditer(sentence):
        if boundary.end() <= match.start():
            start = boundary.end()
        elif boundary.start() >= match.end():
            end = boundary.start()
            break
    return sentence[start:end]


def _is_known(match: re.Match[str], rules: Rules) -> bool:
    """Whether a number is one of the story, as it is or rounded; a date or a small number is none to look for."""
    about, digits, scale, unit = match.groups()
    if digits is None:
        return True
    times = DATA["scales"][scale.lower()] if scale else 1
    value = _size(digits) * times
    if not unit and value <= NUMBERS["small"]:
        return True
    readings = [value, 1000 * value] if re.match(NUMBERS["point"], digits) else [value]
    known = rules["per_cent"] if unit and "times" not in unit and "fold" not in unit else rules["plain"]
    return any(_is_rounded(reading, exact, bool(about)) for exact in known for reading in readings)


def _size(digits: str) -> float:
    if re.match(NUMBERS["whole"], digits):
        return float(re.sub("[, ']|[.](?=[0-9]{3}[.,]|[0-9]{3}$)", "", digits))
    return float(digits.replace(",", "."))


def _is_rounded(value: float, exact: float, hedged: bool) -> bool:
    """Whether a number is another, or that rounded: to two digits or more, to one where a word such as "about" says so
    or where it lies close by. With such a word it may be rounded either way.

    >>> _is_rounded(22, 22.2467, False), _is_rounded(1700, 1665, False), _is_rounded(1600, 1665, False)
    (True, True, False)
    >>> _is_rounded(1600, 1665, True), _is_rounded(20, 22.2467, True), _is_rounded(300, 303, False)
    (True, True, True)
    """
    off = abs(value - exact)
    if off < 1e-9:
        return True
    step, digits = _step(value)
    if digits == 1:
        return off <= step / 2 and (hedged or off <= NUMBERS["close"] * exact)
    return off < step if hedged and step >= 1 else off <= step / 2 + 1e-9


def _step(value: float) -> tuple[float, int]:
    """The place of the last digit of a number that is not nought, and how many digits it has up to there."""
    place = next(place for place in range(16) if place == 15 or math.isclose(value, round(value, place), rel_tol=1e-12))
    whole = str(round(value * 10**place))
    if place == 0:
        place -= len(whole) - len(whole.rstrip("0"))
    return 10.0**-place, len(whole.rstrip("0"))


def _clean(written: str) -> str:
    for pattern, instead in DATA["clean"]:
        written = re.sub(pattern, instead, written, flags=re.ASCII)
    return written


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII | re.IGNORECASE)  # as JavaScript understands them with its flag i
