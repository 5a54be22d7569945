"""The rules on what is written (`remarks.toml`), filled with the terms of a story: plain data, for any reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypedDict, cast

from ..analysis import figures
from ..claims import printed, references
from ..claims.claim import Count
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from . import remark_terms
from .remark_terms import DATA

KINDS: tuple[str, ...] = tuple(dict.fromkeys(rule["kind"] for rule in DATA["rule"]))
"""What an item may ask for in its `remarks`."""
FLAGS = "good", "whole", "alone", "always", "known"
SETS = "find", "unless", "denied", "lacks", "needs"
"""The switches of a rule, and its sets of patterns."""


class Rule(TypedDict):
    """One rule for one story. `whole` is one that looks at the text as a whole, not sentence by sentence; `alone` one
    after which only those that are `always` read are left; `known` one that passes over the numbers of the story."""

    kind: str
    good: bool
    whole: bool
    alone: bool
    always: bool
    known: bool
    find: list[str]
    unless: list[str]
    denied: list[str]
    lacks: list[str]
    needs: list[str]
    says: str


class Rules(TypedDict):
    """The rules for one story, and the numbers it prints or that are worked out from it, per cent apart from others."""

    rules: list[Rule]
    per_cent: list[float]
    plain: list[float]


def filled(ledger: Ledger) -> Rules:
    """Every rule of `remarks.toml` as it stands for a story; what it has no words for never matches."""
    per_cent, plain = _known(ledger)
    return {"rules": list(_rules(ledger)), "per_cent": per_cent, "plain": plain}


def _rules(ledger: Ledger) -> Iterator[Rule]:
    common = remark_terms.of_story(ledger)
    for rule in DATA["rule"]:
        if rule.get("story") == "periods_apart" and not remark_terms.periods_apart(ledger):
            continue
        for terms in _each(rule.get("each", ""), ledger, common):
            flags = {name: rule.get(name, False) for name in FLAGS}
            sets = {name: [_fill(one, terms) for one in rule.get(name, [])] for name in SETS}
            said = rule["says"].format(**terms, words="{words}")
            yield cast(Rule, {"kind": rule["kind"], **flags, **sets, "says": said})


def _each(what: str, ledger: Ledger, common: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """The terms of a rule: those of the story, and of each figure in turn where the rule is filled for each."""
    if not what:
        yield {**common}
        return
    compared = [ledger.parts.get(part) for part in ("earlier_count", "later_count")]
    for claim in ledger.statistics:
        kinds = {
            "statistics": True,
            "numbers": claim.ends is not None,
            "counts": isinstance(claim, Count),
            "compared": isinstance(claim, Count) and claim in compared,
        }
        if kinds[what]:
            yield {**common, **remark_terms.of_figure(claim, ledger)}


def _fill(pattern: str, terms: Mapping[str, str]) -> str:
    """A pattern with what stands in angle brackets filled in, and what stands in that."""
    while found := re.search(r"<([a-z_]+)>", pattern):
        pattern = pattern.replace(found[0], terms[found[1]])
    return pattern


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
