"""How the figures of a comparison are called in a sentence, and the one standard by which like things are compared."""

from __future__ import annotations

import re

from ... import text
from ...claims import printed
from ...claims.claim import Claim, Statistic
from .ladder import ESTIMATED

_NUMBER_WORDS = {*printed.SCALES, *printed.SHORT, *printed.WORDS, "and", "to"}
"""Words that belong to a number; any other word beside it is a hedge."""
ESTIMATED_ALIKE = "both were estimated in the same way"
"""What has to be assumed before two estimates may be compared."""


def counted_alike(a: Claim, b: Claim) -> str:
    """What has to be assumed before two figures for like things may be compared, as a clause.

    Print gives the numbers and, at best, their months and places; never the rule they were counted by. Where the place
    of one or of both is not stated, the same places are part of what is assumed, but not beside a figure from outside
    the story. This is the wording everywhere.
    """
    where = " and in the same places" if not (a.place and b.place) and a.outside == b.outside else ""
    if a.status.startswith(ESTIMATED) and b.status.startswith(ESTIMATED):
        return f"{ESTIMATED_ALIKE}{where}"
    return f"both were counted in the same way{where}"


def printed_of_both(a: Claim, b: Claim) -> str:
    """What print gives of two dated counts and what it does not, as a clause: the other half of the standard."""
    how = "how and where" if counted_alike(a, b).endswith("places") else "how"
    return f"both counts and their months are printed, {how} they were counted is not"


def short(one: Statistic) -> str:
    """The number as printed, thousands set apart; in quotation marks where a hedge stands beside it."""
    if one.short != one.printed:
        return one.short  # a range, in our own words
    bare = one.value is not None and re.fullmatch(r"[\d.,\s]+", one.printed)
    return text.number(one.value) if bare and one.value is not None else quoted(one.printed)


def quoted(phrase: str) -> str:
    """A printed phrase, in quotation marks where there is more in it than a number.

    >>> quoted("almost 1,400"), quoted("1,665"), quoted("53.2 million")
    ('“almost 1,400”', '1,665', '53.2 million')
    """
    words = re.findall(r"[^\W\d_]+", phrase.lower())
    return f"“{phrase}”" if any(word not in _NUMBER_WORDS for word in words) else phrase


def amount(one: Statistic) -> str:
    """The number and its noun; a word of size and its noun."""
    return f"{short(one)} {'' if one.ends else 'of '}{one.thing if one.value == 1 else one.things}"


def label(one: Statistic, stage: bool = False) -> str:
    """Number, noun and period, in a sentence; the stage as well where that is asked for."""
    said = f"{amount(one)} {one.status}" if stage else amount(one)
    return f"{said} ({one.dated})" if one.period or one.period_printed else said
