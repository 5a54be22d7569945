"""Reads what a person types where a number is asked: the number, or two ends, with a sign and a unit.

How people write numbers is data (`typed.toml`); here it is only interpreted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .number_words import in_digits
from .practice import Item
from .templates import fill

FILE = Path(__file__).parent / "typed.toml"
RULES: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
SAYS: dict[str, str] = RULES["says"]
PATTERNS: dict[str, Any] = RULES["patterns"]
SIDES = ("before", "after")
"""On which side of a number a word stands."""


class Typed(NamedTuple):
    """A number from `low` to `high`, the same where one was typed, both 0 or above; `sign` is -1, 1, or 0 for none.

    `factor` is how many of the typed unit make one of the unit asked for, so 12 where months are typed for years.
    `other` is what else a lone comma or point can mean, and `note` the sentence that says how it was read.
    """

    low: float
    high: float
    sign: int = 0
    factor: float = 1
    other: float | None = None
    note: str = ""

    @property
    def value(self) -> float:
        """The number in the unit asked for, with its sign; of two ends, the lower."""
        return (self.sign or 1) * self.low / self.factor


class _Half(NamedTuple):
    """One number as typed, with what its words say."""

    digits: str
    size: float
    unit: str = ""
    sign: int = 0


class _Asked:
    """What a question asks for: its unit, of what the answer is a rate, and every unit there is a word for."""

    def __init__(self, unit: str, per: str, nouns: tuple[tuple[str, str], ...]):
        self._nouns, self.unit = nouns, unit
        self.name = self.forms.get(unit.casefold(), unit)
        self._per = self.forms.get(per.casefold(), per)

    @cached_property
    def forms(self) -> dict[str, str]:
        """The name of each unit by every way to write it; a year of something is a year."""
        forms = {form: name for name, known in RULES["units"].items() for form in known}
        for one, many in (*self._nouns, (self.unit, self.unit)):
            name = forms.get(one.casefold(), forms.get(one.partition(" ")[0], many))
            forms |= {one.casefold(): name, many.casefold(): name}
        own = forms.setdefault(self.unit.casefold(), self.unit)
        for word in self.unit.casefold().split():
            forms.setdefault(word, own)
        return {form: name for form, name in forms.items() if form}

    @cached_property
    def meanings(self) -> dict[str, list[tuple[str, str, str]]]:
        """By the side of the number: a phrase, what kind of phrase it is, and which unit it names; longest first."""
        units = [(form, "unit", name) for form, name in self.forms.items()]
        rates = [(f"{of} {form}", "rate", name) for of in RULES["rates"]["of"] for form, name in self.forms.items()]
        rates += [(form, "rate", name) for name, forms in RULES["rates"]["alone"].items() for form in forms]
        sided = {
            side: [(form, kind, "") for kind in ("fillers", "up", "down", "open") for form in RULES[kind][side]]
            for side in SIDES
        }
        return {
            side: sorted([*units, *(rates if side == "after" else []), *sided[side]], key=lambda one: -len(one[0]))
            for side in SIDES
        }

    def half(self, before: str, digits: str, scale: str | None, after: str) -> _Half:
        """One number and its words. Raises ReaderError for words that are not known, or that leave it open."""
        unit, sign = "", 0
        for side, words in zip(SIDES, (before, after), strict=True):
            for kind, name, typed in self._told(side, words):
                if kind == "open":
                    raise ReaderError(SAYS["open"])
                if kind == "rate" and name != self._per:
                    raise ReaderError(SAYS["rate"].format(typed=typed))
                unit = name if kind == "unit" else unit
                sign = {"up": sign or 1, "down": -1}.get(kind, sign)
        return _Half(digits, _size(digits) * (RULES["scales"][scale] if scale else 1), unit, sign)

    def _told(self, side: str, words: str) -> Iterator[tuple[str, str, str]]:
        """What the words say, phrase by phrase, the longest first: kind, unit, phrase."""
        rest = words.strip(" ,()")
        while rest:
            for phrase, kind, name in self.meanings[side]:
                left = rest[len(phrase) :]
                if rest.startswith(phrase) and not (phrase[-1].isalpha() and left[:1].isalpha()):
                    yield kind, name, phrase
                    break
            else:
                raise ReaderError(SAYS["unread"].format(typed=rest))
            rest = left.strip(" ,()")

    def factor(self, unit: str) -> float:
        """How many of a typed unit make one that is asked for. Raises ReaderError where they do not fit."""
        days: Mapping[str, float] = RULES["days"]
        if unit in ("", self.name):
            return 1
        if unit in days and self.name in days:
            return days[self.name] / days[unit]
        if self.name:
            raise ReaderError(SAYS["unit"].format(asked=self.called, typed=unit))
        if unit in RULES["units"]:
            raise ReaderError(SAYS["alone"].format(typed=unit))
        return 1  # where no unit is asked for, the noun of what is counted does no harm

    @property
    def called(self) -> str:
        """The unit asked for, as a sentence calls it."""
        return self.name if self.unit.casefold() in RULES["units"].get(self.name, ()) else self.unit

    def whole_months(self, half: _Half) -> float | None:
        """Weeks or days as a whole number of months; None where months are not asked for, or others are typed.

        Raises ReaderError where it comes out too far from a whole number.
        """
        if self.name != "months" or half.unit not in ("days", "weeks"):
            return None
        limits, months = RULES["whole_months"], half.size / self.factor(half.unit)
        if abs(months - round(months)) > min(limits["part"] * months, limits["months"]):
            raise ReaderError(SAYS["unit"].format(asked=self.called, typed=half.unit))
        return round(months)


def read(typed: str, unit: str = "", per: str = "", nouns: tuple[tuple[str, str], ...] = ()) -> Typed:
    """What a person typed for a question that asks for `unit`; `nouns` are the other units, for one and for many.

    Raises ReaderError, with the remedy, for what is no number, for words that are not known, for another unit.

    >>> read(" 1,665. ").value, read("22,2 %", "%").value, read("about .83").low, read("1.5 years", "months").value
    (1665.0, 22.2, 0.83, 18.0)
    >>> read("three hundred and three").value, read("a year and a half", "months").value
    (303.0, 18.0)
    >>> read("14.3% to 14.8%", "%")[:2], read("minus three").value, read("17 hundred").value
    ((14.3, 14.8), -3.0, 1700.0)
    """
    cleaned = _clean(typed)
    asked = _asked(unit, per, nouns)
    if len(cleaned) <= RULES["longest"]:
        for two in PATTERNS["two"]:
            if found := re.match(_pattern(two), cleaned):
                return _range(asked.half(*found.groups()[:4]), asked.half(*found.groups()[4:]), asked)
        found = re.match(_pattern(PATTERNS["parts"]), cleaned)
        if found and asked.forms.get(found.group(4).strip()) in RULES["days"]:
            return _parts(asked.half(*found.groups()[:4]), asked.half("", *found.groups()[4:]), asked)
        if found := re.match(_pattern(PATTERNS["one"]), cleaned):
            return _single(asked.half(*found.groups()), asked)
    raise ReaderError(SAYS["one"])


def read_answer(typed: str, item: Item, ledger: Ledger) -> Typed:
    """What a person typed for an item on a story. Raises ReaderError, with the remedy, as `read` does."""
    nouns = tuple(zip(ledger.units["singular"], ledger.units["plural"], strict=True))
    return read(typed, fill(item.unit, ledger), fill(item.per, ledger), nouns)


@lru_cache(maxsize=256)
def _asked(unit: str, per: str, nouns: tuple[tuple[str, str], ...]) -> _Asked:
    return _Asked(unit, per, nouns)


def _clean(typed: str) -> str:
    typed = typed.lower()
    for pattern, instead in RULES["clean"]:
        typed = re.sub(pattern, instead, typed, flags=re.ASCII)
    return in_digits(typed) if len(typed) <= RULES["longest"] else typed


@lru_cache(maxsize=16)
def _pattern(template: str) -> re.Pattern[str]:
    """A pattern with what stands in angle brackets filled in."""
    tables = {name: "|".join(sorted(RULES[f"{name}s"], key=len, reverse=True)) for name in ("word", "scale")}
    for name in ("before", "number", "after", "digits"):
        template = template.replace(f"<{name}>", PATTERNS[name])
    for name, either in tables.items():
        template = template.replace(f"<{name}>", either)
    return re.compile(template, re.ASCII)  # as JavaScript understands a digit and a space


def _size(digits: str) -> float:
    """The number that digits, or a word, stand for."""
    if digits in RULES["words"]:
        return float(RULES["words"][digits])
    if re.match(PATTERNS["grouped"], digits) and not re.match(PATTERNS["point_only"], digits):
        whole, point, decimals = digits.partition(".") if digits.count(".") == 1 else (digits, "", "")
        return float(re.sub(r"\D", "", whole) + point + decimals)
    return float(digits.replace(",", "."))


def _single(half: _Half, asked: _Asked) -> Typed:
    if (months := asked.whole_months(half)) is not None:
        return Typed(months, months, half.sign)
    other, note = None, ""
    for kind, times in (("comma", 1 / 1000), ("point", 1000)):
        if re.match(PATTERNS[f"{kind}_only"], half.digits):
            other, note = half.size * times, SAYS[kind].format(typed=half.digits)
    return Typed(half.size, half.size, half.sign, asked.factor(half.unit), other, note)


def _range(first: _Half, second: _Half, asked: _Asked) -> Typed:
    """Two ends; a unit that stands only after the second goes with both."""
    ends = [first._replace(unit=first.unit or second.unit), second._replace(unit=second.unit or first.unit)]
    low, high = sorted(one.low / one.factor for one in (_single(end, asked) for end in ends))
    return Typed(low, high, first.sign or second.sign)


def _parts(first: _Half, second: _Half, asked: _Asked) -> Typed:
    """A length of time in two units, such as 1 year and 6 months. Raises ReaderError for any other two numbers."""
    days = RULES["days"]
    if first.unit not in days or second.unit not in days or days[first.unit] <= days[second.unit]:
        raise ReaderError(SAYS["one"])
    size = first.size * days[first.unit] / days[second.unit] + second.size
    return _single(second._replace(digits="", size=size, sign=first.sign), asked)
