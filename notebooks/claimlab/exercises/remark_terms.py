"""What the angle brackets of `remarks.toml` stand for in a story: its numbers, nouns, months, stages and speakers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from .. import text
from ..analysis import figures
from ..analysis.comparisons import ladder
from ..claims.claim import Count, Range, Statistic, Unit
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger

FILE = Path(__file__).parent / "remarks.toml"
DATA: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
NEVER = "(?!)"
"""A pattern that finds nothing: a story has no word for what stands there."""
YEAR = 12
"""Months from one period to the next where "the previous year" says it rightly."""


def of_story(ledger: Ledger) -> dict[str, str]:
    """The tables of words and the terms of the story as a whole, as patterns by name."""
    units = [claim.unit for claim in ledger.statistics]
    statuses = [claim.status for claim in ledger.statistics if ladder.told(claim.status)]
    counts = {part: ledger.parts.get(f"{part}_count") for part in ("earlier", "later")}
    numbers = DATA["numbers"]
    number = numbers["about"] + rf"\b({numbers['digits']})" + numbers["scales"] + numbers["per_cent"]
    multiples, parts = _far_from("later_as_factor", "multiples", ledger), _far_from("rise_as_fraction", "parts", ledger)
    return {
        **{name: "|".join(words) for name, words in DATA["words"].items()},
        **{part: _value(claim, ledger) if isinstance(claim, Count) else NEVER for part, claim in counts.items()},
        "month": "<months>",
        "multiplies": "|".join(DATA["multiples"]),
        "multiplied": _either(multiples),
        "parted": _either(parts),
        "noun": _either(form for unit in units for form in _forms(unit)),
        "any_status": _either(word for status in statuses for word in _called(status)),
        "office": _either(re.escape(_office(one.speaker).split()[-1]) for one in ledger.claims if one.speaker),
        "speakers": _either(form for claim in ledger.claims if claim.speaker for form in _speakers(claim.speaker)),
        "quotient": _quotient(ledger),
        "untold": _either([_untold(claim, ledger) for claim in counts.values() if isinstance(claim, Count)]),
        "number": f"(?:{'|'.join(numbers['passed'])})|{number}",
    }


def of_figure(claim: Statistic, ledger: Ledger) -> dict[str, str]:
    """The terms of one figure: its number, its nouns and its stage, and those that are others."""
    own = {form for one in ledger.statistics if one.ends == claim.ends for form in _forms(one.unit)}
    nouns = {form for one in ledger.statistics for form in _forms(one.unit)}
    words = DATA["words"]
    counts_people = _are_people(claim.unit.plural)
    people = {noun for noun in nouns if counts_people and _are_people(noun)}
    generic = [*words["guilty"], *words["other"], *([] if counts_people else words["person"])]
    others = [*(nouns | set(_last_words(claim.unit)) - own) - own - people, *(one for one in generic if one not in own)]
    told, further = _told(claim.unit), _further(claim)
    stage = _called(claim.status) if ladder.told(claim.status) else []
    return {
        "value": _value(claim, ledger),
        "own": _either(own),
        "others": _either(others),
        "noun_told": _either(told if " " in claim.unit.plural else [*_one_word(nouns), *stage]),
        "own_told": _either(told if " " in claim.unit.plural else own),
        "told_alone": _either(_alone(claim.unit) if _is_clear(claim, ledger) else []),
        "status": _either(stage),
        "further": _either(word for status in further for word in _called(status)),
        "beyond": _either(word for status in [*further, *_beside(claim, ledger)] for word in _called(status)),
        "presumed": "|".join(words["guilty"]) if _may_be_presumed(claim, ledger) else NEVER,
        "start": _month(claim.period.start) if claim.period else NEVER,
        "end": _month(claim.period.end) if claim.period else NEVER,
        "things": claim.things,
        "stage": claim.status,
    }


def _one_word(nouns: set[str]) -> list[str]:
    """Nouns of one word: the years of something are none of it."""
    first = {noun.split()[0] for noun in nouns if " " in noun}
    return sorted(noun for noun in nouns if " " not in noun and noun not in first)


def _are_people(noun: str) -> bool:
    return bool(re.fullmatch("|".join(DATA["words"]["person"]), noun))


def _is_clear(claim: Statistic, ledger: Ledger) -> bool:
    """Whether a noun says what is counted wherever it stands: that of a count or a range, and of no figure beside."""
    loose = {one.unit for one in ledger.statistics if not isinstance(one, Count | Range)}
    return isinstance(claim, Count | Range) and claim.unit not in loose


def _may_be_presumed(claim: Statistic, ledger: Ledger) -> bool:
    """Whether a word that takes guilt for granted says more of those counted than the story does."""
    stage: str = DATA["presumed"]["stage"]
    ladders = [ladder.ladder_of(one.status) for one in ledger.statistics]
    beside = claim.status.startswith(ladder.ESTIMATED) or not ladder.told(claim.status)
    return stage in _further(claim) or (beside and any(stage in rungs for rungs in ladders))


def _month(month: pd.Period) -> str:
    """A month as it may be written, by its name or its number."""
    return rf"{month.strftime('%b').lower()}[a-z]*|0?{month.month}[/.](?:{month.year}|{month.year % 100})"


def _untold(count: Count, ledger: Ledger) -> str:
    """A pattern of a text that gives a count and neither its first month nor its last."""
    months = f"{_month(count.period.start)}|{_month(count.period.end)}"
    return rf"^(?=[\s\S]*\b{_value(count, ledger)}\b)(?![\s\S]*\b(?:{months})\b)"


def _quotient(ledger: Ledger) -> str:
    """The total for each of the later count, as it may be written, rounded."""
    try:
        written = f"{figures.value_of('total_per_later', ledger):.2f}"
    except NotInStoryError:
        return NEVER
    return re.escape(written).replace("0\\.", "0?[.,]").rstrip("0") + r"\d*"


def _value(claim: Statistic, ledger: Ledger) -> str:
    """The number of a figure, or its word of size, as it may be written; of a count also to the nearest hundred, where
    no other figure has that."""
    if claim.ends is None:
        return re.escape(claim.printed)
    values = list(dict.fromkeys(claim.ends))
    round_number = 100.0 * text.nearest(values[0] / 100)
    taken = {end for one in ledger.statistics if one.ends for end in one.ends}
    if isinstance(claim, Count) and values[0] >= 1000 and round_number not in taken:
        values.append(round_number)
    return f"(?:{'|'.join(map(_written, values))})"


def _told(unit: Unit) -> list[str]:
    """Words that say what is counted: the noun; of years or months of something, the something."""
    if " " not in unit.plural:
        return _forms(unit)
    return [form for word in unit.plural.split()[2:] for form in (f"{word}s?", *DATA["synonyms"].get(word, []))]


def _either(words: Iterator[str] | list[str] | set[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(sorted(dict.fromkeys(words), key=lambda one: (-len(one), one))) or NEVER


def _forms(unit: Unit) -> list[str]:
    """How a noun may be written: whole, and by its first word: a year for a year of something."""
    return [form for one in (unit.plural, unit.singular) for form in (one, one.split()[0])]


def _alone(unit: Unit) -> list[str]:
    """How a noun stands by itself; of years of something, the years and the something near each other."""
    if " " not in unit.plural:
        return _forms(unit)
    first, told = f"{unit.singular.split()[0]}s?", "|".join(_told(unit))
    return [f"{first}[a-z ]{{0,20}}(?:{told})", f"(?:{told})[a-z ]{{0,20}}[0-9.,' ]*{first}"]


def _last_words(unit: Unit) -> Iterator[str]:
    """What is added up where a noun says so: sentences, of years of prison sentence."""
    _, *rest = unit.plural.split()
    if rest:
        yield f"{rest[-1]}s?"


def _written(value: float) -> str:
    """A number as it may be written: 1,665, 1665, 1 665, 1.665; 680,000, 680k."""
    digits = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    written = re.escape(digits).replace(",", "[, .']?")
    thousands = rf"|{value / 1000:.0f}(?:k| thousand)" if value >= 10000 and not value % 1000 else ""
    return f"{written}{thousands}"


def _called(status: str) -> list[str]:
    return [status, *DATA["stages"].get(status, [])]


def _further(claim: Statistic) -> list[str]:
    """The stages that come after that of a figure."""
    rungs = ladder.ladder_of(claim.status)
    return rungs[rungs.index(claim.status) + 1 :] if rungs else []


def _beside(claim: Statistic, ledger: Ledger) -> list[str]:
    """The stages of the story's other figures that stand on no ladder, where that of this one stands on one."""
    rungs = ladder.ladder_of(claim.status)
    beside = [one.status for one in ledger.statistics if rungs and one.status not in rungs and ladder.told(one.status)]
    return [status for status in dict.fromkeys(beside) if not status.startswith(ladder.ESTIMATED)]


def _speakers(speaker: str) -> Iterator[str]:
    """How a speaker may be named: by the last two words before the comma, or by the capitals of all of them."""
    office = _office(speaker)
    if " " in office:  # "officials" alone, or "police", may stand in any text
        yield re.escape(" ".join(office.split()[-2:])).replace(r"\ ", " ").replace("'", "'?")
    capitals = "".join(re.findall(r"\b[A-Z]", office))
    if len(capitals) > 2:
        yield rf"\b{capitals}\b"


def _office(speaker: str) -> str:
    return re.sub(r"^the ", "", speaker).partition(",")[0]


def _far_from(figure: str, table: str, ledger: Ledger) -> list[str]:
    """The words of a table, such as doubled, that a figure of the story does not bear out."""
    words: dict[str, float] = DATA[table]
    try:
        size = abs(figures.value_of(figure, ledger))
    except NotInStoryError:
        return list(words)
    return [word for word, value in words.items() if abs(size / value - 1) > DATA["numbers"]["multiple"]]


def periods_apart(ledger: Ledger) -> bool:
    """Whether the two counts lie otherwise than a year after the other, so that "the previous year" may mislead."""
    try:
        lengths = {ledger.earlier.period.months, ledger.later.period.months}
        return lengths != {YEAR} or figures.value_of("months_start_to_start", ledger) != YEAR
    except NotInStoryError:
        return True
