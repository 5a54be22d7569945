"""The predictions of a class, read from pasted text with codes in it or from a tally of hands, and how they spread."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from ..analysis import figures
from ..claims.ledger import Ledger
from . import codes
from .practice import Item
from .specs import offered
from .templates import fill

ENOUGH = 5
"""From this many predictions bars are shown, so that nobody is picked out."""
MOST_BARS = 10
MOST_HANDS = 1000
"""More hands for one answer are not a class."""

_SHAPED = re.compile(
    rf"(?<![\w{codes.DASHES}])\w{{3}}[{codes.DASHES}]\w{{1,14}}[{codes.DASHES}]\w(?![\w{codes.DASHES}])"
)
"""What looks like a code, right or mistyped."""
_UNDASHED = re.compile(r"(?<!\w)\w{5,18}(?!\w)")
_TALLIED = re.compile(r"([-\u2212+]?\d+(?:[.]\d+)?)\s*%?\s*[:x\u00d7]\s*(\d{1,4})", re.IGNORECASE)


class Bar(NamedTuple):
    """A bar: what it is of, in words, and how many predictions are in it."""

    label: str
    predictions: int


class Wall(NamedTuple):
    """What was read: the predictions for the question, numbers or ids of options.

    `repeated` is how many had a code that had come before, `elsewhere` how many codes were of another question or
    story, `mistyped` what looks like a code and is none, `unfit` how many predictions the question does not offer.
    """

    values: tuple[float | str, ...] = ()
    repeated: int = 0
    elsewhere: int = 0
    mistyped: tuple[str, ...] = ()
    unfit: int = 0

    @property
    def missing(self) -> int:
        """How many predictions more it takes until bars are shown."""
        return max(0, ENOUGH - len(self.values))


def read(pasted: str, notebook: str, item: Item, ledger: Ledger) -> Wall:
    """The predictions in a text: all the codes in it, or, where it is nothing but a tally, what that counts.

    A tally is "20: 5, 30: 8", "20 x5" or one such on each line; options are tallied by their place, from 1.
    """
    tallied = _tally(pasted)
    if tallied:
        found = [_tallied(number, item, ledger) for number, hands in tallied for _ in range(hands)]
        values = tuple(one for one in found if one != "")
        return Wall(values, unfit=len(found) - len(values))
    own, contents, mistyped, elsewhere = codes.mark(ledger.story, notebook, item.name), [], [], 0
    for typed, shaped in _candidates(pasted):
        code = codes.read(typed)
        if code is not None and code.mark == own:
            contents.append(code.content)
        elif shaped and code is None:
            mistyped.append(typed)
        elif shaped:
            elsewhere += 1
    found = [codes.option(one, item) if item.kind == "choice" else codes.number(one) for one in contents]
    values = tuple(one for one in found if one != "")
    repeated = len(contents) - len(set(contents))
    return Wall(values, repeated, elsewhere, tuple(dict.fromkeys(mistyped)), len(found) - len(values))


def bars(wall: Wall, item: Item, ledger: Ledger) -> tuple[Bar, ...]:
    """How the predictions spread: a bar for each option, or for each stretch of a round number, ten at most.

    There are none while fewer than five predictions have come.
    """
    if wall.missing:
        return ()
    counts = Counter(wall.values)
    if item.kind == "choice":
        return tuple(Bar(one["text"], counts[one["id"]]) for one in offered(item.options, ledger))
    numbers = _numbers(wall)
    whole = all(number.is_integer() for number in numbers)
    step = _step(min(numbers), max(numbers), 1.0 if whole else 10.0**-codes.PLACES)
    places = Counter(math.floor(number / step) for number in numbers)
    return tuple(
        Bar(_stretch(place * step, step, whole), places[place]) for place in range(min(places), max(places) + 1)
    )


def told(wall: Wall, item: Item, ledger: Ledger) -> tuple[str, ...]:
    """What is said of what was read, a sentence each: how many came, the middle one, and what was not read."""
    count, unit = len(wall.values), fill(item.unit, ledger)
    said = [f"{count} prediction{'' if count == 1 else 's'} for this question."]
    if wall.missing:
        said.append(f"Bars are shown from {ENOUGH} predictions up: {wall.missing} more to come.")
    elif numbers := _numbers(wall):
        said.append(f"The middle prediction is {_written(median(numbers), unit)}.")
    if wall.repeated:
        said.append(f"{wall.repeated} had a code that had come before. Each is counted: two students may agree.")
    if wall.elsewhere:
        said.append(f"Codes of another question or another story, not counted: {wall.elsewhere}.")
    if wall.unfit:
        said.append(f"Predictions this question does not offer, not counted: {wall.unfit}.")
    said += [f"{typed} is not a code: check it character by character." for typed in wall.mistyped]
    return tuple(said)


def answer(wall: Wall, item: Item, ledger: Ledger) -> tuple[str, ...]:
    """The answer in words and, where it is a number and bars are shown, how many predictions were within a tenth.

    Raises NotInStoryError where the story lacks it.
    """
    said = [fill(item.beside, ledger)] if item.beside else []
    compared = figures.value_of(item.compared, ledger) if item.compared else None
    numbers = _numbers(wall)
    if compared and numbers and not wall.missing:
        near = sum(abs(number - compared) <= abs(compared) / 10 for number in numbers)
        said.append(f"Within a tenth of it: {near} of {len(numbers)} predictions.")
    return tuple(said)


def _candidates(pasted: str) -> Iterator[tuple[str, bool]]:
    """What may be a code, and whether it has the dashes of one."""
    for shaped in _SHAPED.findall(pasted):
        yield shaped, True
    for word in _UNDASHED.findall(_SHAPED.sub(" ", pasted)):
        yield word, False


def _tally(pasted: str) -> list[tuple[float, int]]:
    """The answers of a tally and the hands for each; none where there is anything else in the text."""
    parts = [part.strip() for part in re.split(r"[\n;,]", pasted) if part.strip()]
    found = [_TALLIED.fullmatch(part) for part in parts]
    if not all(found):
        return []
    pairs = [(float(one[1].replace("\u2212", "-")), int(one[2])) for one in found if one]
    return pairs if all(hands <= MOST_HANDS for _, hands in pairs) else []


def _tallied(number: float, item: Item, ledger: Ledger) -> float | str:
    """A tallied answer as the question takes it; "" where it does not offer it."""
    if item.kind != "choice":
        return round(number, codes.PLACES)
    ids = {place: one["id"] for place, one in enumerate(offered(item.options, ledger), start=1)}
    return ids.get(int(number), "") if number.is_integer() else ""


def _numbers(wall: Wall) -> list[float]:
    return [value for value in wall.values if isinstance(value, float)]


def _step(low: float, high: float, least: float) -> float:
    """The width of a bar: 1, 2 or 5 times a power of ten, the narrowest with which no more than ten are drawn."""
    power = max(10.0 ** math.floor(math.log10((high - low) / MOST_BARS)), least) if high > low else 1.0
    widths = (power * times for times in (1, 2, 5, 10, 20))
    return next(one for one in widths if math.floor(high / one) - math.floor(low / one) < MOST_BARS)


def _stretch(low: float, step: float, whole: bool) -> str:
    """The label of a bar: a number, or from which to which, the upper end left out where parts are predicted."""
    if whole and step == 1:
        return _written(low)
    return (
        f"{_written(low)} to {_written(low + step - 1)}"
        if whole
        else f"{_written(low)} to under {_written(low + step)}"
    )


def _written(number: float, unit: str = "") -> str:
    words = f"{round(number, codes.PLACES) + 0:,.{codes.PLACES}f}".rstrip("0").rstrip(".").replace("-", "\u2212")
    return f"{words}{unit if unit == '%' else f' {unit}'}".strip()
