"""Words for time in a text: where they stand, and the months they name, where they name any."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pandas as pd

from . import rules

Months = tuple[str, str]
NONE: Months = "", ""
PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4}
COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3, "six": 6, "6": 6, "nine": 9, "9": 9, "12": 12, "twelve": 12}
LENGTHS = {"year": 12, "quarter": 3}


@dataclass(frozen=True)
class Time:
    """Words for a time: from where to where they stand, and the first and the last month; "" where none is named."""

    start: int
    end: int
    first: str = ""
    last: str = ""
    counted: bool = True
    """Whether a figure can be about it; a day by which something is to be done is none."""


def _month(year: str | int, name: str | int) -> str:
    months = rules.WORDS["months"]
    number = (
        name if isinstance(name, int) else next(i for i, one in enumerate(months, 1) if one[:3] == name.lower()[:3])
    )
    return f"{int(year):04d}-{number:02d}"


def between(found: re.Match[str]) -> Months:
    """October 2022 to September 2023; the first year may be left out."""
    first = _month(found["y1"] or found["y2"], found["m1"])
    last = _month(found["y2"], found["m2"])
    return (first if found["y1"] or first <= last else _month(int(found["y2"]) - 1, found["m1"])), last


def up_to(found: re.Match[str]) -> Months:
    """The year to March 2022."""
    last, said = _month(found["year"], found["month"]), found["length"].lower()
    months = LENGTHS.get(said) or COUNTS.get(said.split()[0], 6)
    return str(pd.Period(last, "M") - (months - 1)), last


def part_of_year(found: re.Match[str]) -> Months:
    """The first half of 2023; Q2 2023."""
    size = 6 if (found["size"] or found["letter"]).lower() in ("half", "h") else 3
    place = int(found["number"]) if found["number"] else PLACES.get(found["part"].lower(), 12 // size)
    if place > 12 // size:
        return NONE
    year = found["year"] or found["letter_year"]
    return _month(year, (place - 1) * size + 1), _month(year, place * size)


def some_quarters(found: re.Match[str]) -> Months:
    """The first two quarters of 2022."""
    return _month(found["year"], 1), _month(found["year"], 3 * COUNTS[found["count"].lower()])


def split_year(found: re.Match[str]) -> Months:
    """2022/23 names no months: with which month such a year begins is not said. 2019-2022 is three years and more."""
    first, second = int(found["y1"]), found["y2"]
    if len(second) == 4 and int(second) > first + 1:
        return _month(first, 1), _month(second, 12)
    return NONE


def years(found: re.Match[str]) -> Months:
    """Between 2010 and 2022."""
    return _month(found["y1"], 1), _month(found["y2"], 12)


def days(found: re.Match[str]) -> Months:
    """21 to 27 January 2019."""
    return _month(found["year"], found["m1"] or found["month"]), _month(found["year"], found["month"])


def one_month(found: re.Match[str]) -> Months:
    """In May 2023; on 9 May 2023."""
    named = found.groupdict()
    month = _month(found["year"], named["month"] or named["american"])
    return month, month


def one_year(found: re.Match[str]) -> Months:
    """In 2015."""
    year = found["year"] or found["bare"]
    return _month(year, 1), _month(year, 12)


READS: dict[str, Callable[[re.Match[str]], Months]] = {
    "between": between, "up_to": up_to, "part_of_year": part_of_year, "some_quarters": some_quarters,
    "split_year": split_year, "years": years, "week": one_month, "days": days, "one_month": one_month,
    "one_year": one_year,
}  # fmt: skip
"""What the words name; those that are not here name no months."""
DEADLINE = "deadline"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: rules.filled(written, "times") for name, written in rules.TIMES.items()}


def find(text: str) -> Iterator[Time]:
    """The words for time in a text, in their order; no word is taken twice."""
    taken: list[Time] = []
    for name, pattern in _patterns().items():
        for match in pattern.finditer(text):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            if any(start < one.end and one.start < match.end() for one in taken):
                continue
            first, last = READS[name](match) if name in READS else NONE
            months = (first, last) if first <= last else NONE
            taken.append(Time(start, match.end(), *months, counted=name != DEADLINE))
    yield from sorted(taken, key=lambda one: one.start)
