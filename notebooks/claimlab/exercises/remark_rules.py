"""The rules on what is written (`remarks.toml`), filled with the terms of a story: plain data, for any reader."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypedDict

from ..analysis import figures
from ..analysis.comparisons import ladder
from ..claims import printed, references
from ..claims.claim import Count, Statistic
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger

FILE = Path(__file__).parent / "remarks.toml"
DATA: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
KINDS: tuple[str, ...] = tuple(dict.fromkeys(rule["kind"] for rule in DATA["rule"]))
"""What an item may ask for in its `remarks`."""
NEVER = "(?!)"
"""A pattern that finds nothing: a story has no word for what stands there."""
YEAR = 12
"""Months from one period to the next where "the previous year" says it rightly."""


class Rule(TypedDict):
    """One rule for one story. `whole` is one that looks at the text as a whole, not sentence by sentence; `alone` one
    that ends the reading; `known` one that passes over the numbers of the story."""

    kind: str
    good: bool
    whole: bool
    alone: bool
    known: bool
    find: list[str]
    unless: list[str]
    lacks: list[str]
    says: str


class Rules(TypedDict):
    """The rules for one story, and the numbers it prints or that are worked out from it, per cent apart from others."""

    rules: list[Rule]
    per_cent: list[float]
    plain: list[float]


def filled(ledger: Ledger) -> Rules:
    """Every rule of `remarks.toml` as it stands for a story; those it has no words for are left out."""
    per_cent, plain = _known(ledger)
    return {"rules": list(_rules(ledger)), "per_cent": per_cent, "plain": plain}


def _rules(ledger: Ledger) -> Iterator[Rule]:
    common = _common(ledger)
    for rule in DATA["rule"]:
        if rule.get("story") == "periods_apart" and not _apart(ledger):
            continue
        for terms in _each(rule.get("each", ""), ledger, common):
            find = [one for one in (_fill(pattern, terms) for pattern in rule["find"]) if NEVER not in one]
            if find:
                yield {
                    "kind": rule["kind"],
                    "good": rule.get("good", False),
                    "whole": rule.get("whole", False),
                    "alone": rule.get("alone", False),
                    "known": rule.get("known", False),
                    "find": find,
                    "unless": [_fill(one, terms) for one in rule.get("unless", [])],
                    "lacks": [_fill(one, terms) for one in rule.get("lacks", [])],
                    "says": rule["says"].format(**terms, words="{words}"),
                }


def _each(what: str, ledger: Ledger, common: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The terms of a rule: those of the story, and of each figure in turn where the rule is filled for each."""
    if not what:
        yield {**common}
        return
    kind = Count if what == "counts" else Statistic
    for claim in ledger.statistics:
        if claim.ends and isinstance(claim, kind):
            yield {**common, **_of_figure(claim, ledger)}


def _fill(pattern: str, terms: Mapping[str, str]) -> str:
    """A pattern with what stands in angle brackets filled in, and what stands in that."""
    while found := re.search(r"<([a-z_]+)>", pattern):
        pattern = pattern.replace(found[0], terms[found[1]])
    return pattern


def _common(ledger: Ledger) -> dict[str, str]:
    units = [claim.unit for claim in ledger.statistics]
    statuses = [claim.status for claim in ledger.statistics if ladder.told(claim.status)]
    terms = {name: "|".join(words) for name, words in DATA["words"].items()}
    numbers = DATA["numbers"]
    number = numbers["about"] + rf"\b({numbers['digits']})" + numbers["scales"] + numbers["per_cent"]
    return {
        **terms,
        "month": terms["months"],
        "multiplied": _either(_multiplied(ledger)),
        "noun": _either(form for unit in units for form in _forms(unit.plural, unit.singular)),
        "any_status": _either(word for status in statuses for word in _called(status)),
        "office": _either(re.escape(_office(one.speaker).split()[-1]) for one in ledger.claims if one.speaker),
        "speakers": _either(form for claim in ledger.claims if claim.speaker for form in _speakers(claim.speaker)),
        "number": f"(?:{'|'.join(numbers['passed'])})|{number}",
    }


def _of_figure(claim: Statistic, ledger: Ledger) -> dict[str, str]:
    """The terms of one figure: its number, its nouns and its stage, and those that are others."""
    assert claim.ends
    own = {form for one in ledger.statistics if one.ends == claim.ends for form in _forms(one.things, one.thing)}
    nouns = {form for one in ledger.statistics for form in _forms(one.unit.plural, one.unit.singular)}
    words = DATA["words"]
    counts_people = re.fullmatch("|".join(words["person"]), claim.unit.plural)
    persons = words["guilty"] if counts_people else [*words["guilty"], *words["person"]]
    people = {noun for noun in nouns if counts_people and re.fullmatch("|".join(words["person"]), noun)}
    added_up = set(_last_words(claim)) - own
    others = [*sorted((nouns | added_up) - own - people), *(one for one in persons if one not in own)]
    period = claim.period
    return {
        "value": f"(?:{'|'.join(_written(end) for end in dict.fromkeys(claim.ends))})",
        "own": _either(own),
        "other": _either(others),
        "status": _either(_called(claim.status) if ladder.told(claim.status) else []),
        "further": _either(word for status in _further(claim) for word in _called(status)),
        "beyond": _either(word for status in [*_further(claim), *_beside(claim, ledger)] for word in _called(status)),
        "start": period.start.strftime("%b").lower() + "[a-z]*" if period else NEVER,
        "end": period.end.strftime("%b").lower() + "[a-z]*" if period else NEVER,
        "things": claim.things,
        "stage": claim.status,
    }


def _either(words: Iterator[str] | list[str] | set[str]) -> str:
    """Any of some words, the longest first."""
    return "|".join(sorted(dict.fromkeys(words), key=lambda one: (-len(one), one))) or NEVER


def _forms(plural: str, singular: str) -> list[str]:
    """How a noun may be written: whole, and by its first word: a year for a year of something."""
    return [re.escape(form).replace(r"\ ", " ") for one in (plural, singular) for form in (one, one.split()[0])]


def _last_words(claim: Statistic) -> Iterator[str]:
    """What is added up where a noun says so: sentences, of years of prison sentence."""
    first, *rest = claim.unit.plural.split()
    if rest:
        yield f"{re.escape(rest[-1])}s?"


def _written(value: float) -> str:
    """A number as it may be written: 1,665, 1665, 1 665; 680,000, 680k."""
    digits = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    written = re.escape(digits).replace(",", "[, ]?")
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


def _multiplied(ledger: Ledger) -> list[str]:
    """The words such as doubled that the two counts of a story do not bear out."""
    words: dict[str, float] = DATA["multiples"]
    try:
        times = figures.value_of("later_as_factor", ledger)
    except NotInStoryError:
        return list(words)
    return [word for word, factor in words.items() if abs(times / factor - 1) > DATA["numbers"]["multiple"]]


def _apart(ledger: Ledger) -> bool:
    """Whether the two counts lie otherwise than a year after the other, so that "the previous year" may mislead."""
    try:
        lengths = {ledger.earlier.period.months, ledger.later.period.months}
        return lengths != {YEAR} or figures.value_of("months_start_to_start", ledger) != YEAR
    except NotInStoryError:
        return True


def _known(ledger: Ledger) -> tuple[list[float], list[float]]:
    """The numbers of a story, per cent and others: printed, worked out, or of the reference tables it uses."""
    plain = {number for claim in ledger.claims for number in printed.numbers(claim.printed)}
    plain |= {n for claim in ledger.claims for n in (claim.value, claim.low, claim.high) if n is not None}
    per_cent: set[float] = set()
    for figure in figures.FIGURES.values():
        try:
            value = abs(float(figure.compute(ledger)))
        except NotInStoryError:
            continue
        (per_cent if figure.unit.startswith("per cent") else plain).add(value)
    for table in references.names():
        rows = references.load(table)
        if "story" in rows:
            for said in rows.loc[rows["story"] == ledger.story, "printed"]:
                (per_cent if "%" in str(said) or "per cent" in str(said) else plain).update(printed.numbers(str(said)))
    return sorted(per_cent), sorted(plain)
