"""Pasted text in, the figures it prints out, and a ledger to begin with.

What the text does not say stays empty. Everything is read by rules, with no network and no model.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from ..analysis import hedges
from ..claims import ledger, tables
from . import around, page, periods, phrases, rules
from .periods import Time
from .phrases import Phrase

LONGEST = 1_000_000
"""So many characters are read; nobody pastes a longer article."""
NO_TEXT = "Nothing was pasted yet."
NO_NUMBERS = "No number was found in this text. Is it the whole article?"
OTHER_SCRIPT = (
    "Most of this text is in a script that this reader does not know. It reads English; fill in the table by hand."
)
TOO_LONG = "This text is very long: only its first part was read. Paste one article at a time."

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.](?=\d|\w\.|[a-z,)])|[.!?](?=[^\s\n]))+[.!?]*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, kw_only=True)
class Found:
    """One figure of a text. `start` and `end` are characters of `Reading.text`; the fields are those of a ledger, with
    "" and None for what the text does not say. `confidence`, from 0 to 1, and `words`, from where to where the words
    stand it was read from, are by field; a field that is not filled is in neither."""

    start: int
    end: int
    printed: str
    paragraph: int
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    hedge: str = ""
    period_start: str = ""
    period_end: str = ""
    period_printed: str = ""
    speaker: str = ""
    same_as: int | None = None
    confidence: Mapping[str, float] = field(default_factory=dict)
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was read: the text (without the tags of a page), its figures in their order, and a sentence where it cannot
    help, or not wholly."""

    text: str
    found: tuple[Found, ...]
    notice: str = ""


def read(text: str) -> Reading:
    """The figures of a text. Never raises."""
    whole = page.plain(text[: LONGEST + 1])
    cut = whole[:LONGEST]
    if not cut.strip():
        return Reading(text=cut, found=(), notice=NO_TEXT)
    letters = [sign for sign in cut[:20_000] if sign.isalpha()]
    if letters and sum(bool(_LATIN.match(sign)) for sign in letters) < len(letters) / 2:
        return Reading(text=cut, found=(), notice=OTHER_SCRIPT)
    found = _repeats(list(_figures(cut)))
    notice = TOO_LONG if len(text) > LONGEST else "" if found else NO_NUMBERS
    return Reading(text=cut, found=tuple(found), notice=notice)


def draft(reading: Reading) -> pd.DataFrame:
    """A ledger's table to begin with, a row a figure, in the columns of the description; blank is what is not said."""
    columns = [one["name"] for one in tables.schema(ledger.TEMPLATE)["fields"]]
    rows = [_row(number, one, reading.found) for number, one in enumerate(reading.found)]
    return pd.DataFrame(rows, columns=columns, dtype=object).fillna("")


def _row(number: int, one: Found, every: tuple[Found, ...]) -> dict[str, object]:
    same = "" if one.same_as is None else f"figure_{one.same_as + 1}"
    told = {name: getattr(one, name) for name in ("paragraph", "printed", "kind", "unit", "hedge", "speaker")}
    told |= {
        name: getattr(one, name) for name in ("value", "low", "high", "period_start", "period_end", "period_printed")
    }
    return {"id": f"figure_{number + 1}", **told, "role": "statistic", "same_as": same}


def _figures(text: str) -> Iterator[Found]:
    starts = _paragraphs(text)
    blocked = deque(match.span() for match in rules.pattern("no_figure", "all").finditer(text))
    for first, last in _sentences(text):
        part = text[first:last]
        times = [replace(one, start=first + one.start, end=first + one.end) for one in periods.find(part)]
        taken = [(one.start - first, one.end - first) for one in times if _is_dated(text, one)]
        while blocked and blocked[0][1] <= first:
            blocked.popleft()
        within = itertools.takewhile(lambda one, last=last: one[0] < last, blocked)  # type: ignore[misc]
        taken += [(start - first, end - first) for start, end in within]
        times = [one for one in times if one.counted]
        numbers = [
            replace(one, start=first + one.start, end=first + one.end, stem=first + (one.stem or one.end))
            for one in phrases.find(part, taken)
        ]
        says = around.speaker(text, (first, last))
        paragraph = bisect.bisect_right(starts, first)
        before: str = ""
        for place, number in enumerate(numbers):
            made = _figure(text, number, (first, last), times, numbers, place, says, paragraph, before)
            before = made.unit if made.kind in ("count", "range") else before
            yield made


def _figure(
    text: str, number: Phrase, sentence: tuple[int, int], times: list[Time], numbers: list[Phrase], place: int,
    says: around.Said | None, paragraph: int, before: str,
) -> Found:  # fmt: skip
    after = numbers[place + 1].start if place + 1 < len(numbers) else sentence[1]
    if text[number.end : after] == " (":  # the next number says the same in another way
        after = sentence[1]
    sure = {"value": 1.0 if number.value is not None or number.low is not None else 0.3}
    words: dict[str, tuple[int, int]] = {"value": (number.start, number.end)}
    hedge = around.hedge(text, number.start, number.end)
    start, end = number.start, number.end
    fields: dict[str, Any] = {"hedge": _unhedged(text, number)}
    if fields["hedge"]:
        sure["hedge"], words["hedge"] = 0.8, (number.start, number.end)
    if hedge:
        fields["hedge"], sure["hedge"], words["hedge"] = hedge.text, hedge.sure, (hedge.start, hedge.end)
        start, end = min(start, hedge.start), max(end, hedge.end)
    noun = around.noun(text, number.start, number.stem, (sentence[0], after), number.kind)
    if number.unit:
        fields["unit"], sure["unit"], words["unit"] = number.unit, 1.0, (number.start, number.end)
    elif noun:
        fields["unit"], sure["unit"], words["unit"] = noun.text, noun.sure, (noun.start, noun.end)
    elif before and number.kind == "count" and _goes_on(text, number, sentence[0]):
        fields["unit"], sure["unit"], words["unit"] = before, 0.5, (number.start, number.end)
    if time := _time(text, times, number, sentence, after, numbers[0].start):
        words_of = text[time.start : time.end]
        fields |= {"period_printed": words_of, "period_start": time.first, "period_end": time.last}
        sure |= {name: 0.8 for name, value in fields.items() if name.startswith("period") and value}
        words |= {name: (time.start, time.end) for name in sure if name.startswith("period")}
    if says:
        fields["speaker"], sure["speaker"], words["speaker"] = says.text, says.sure, (says.start, says.end)
    kind = "count" if number.kind == "duration" and number.value is None and number.low is None else number.kind
    return Found(
        start=start, end=end, printed=text[start:end], paragraph=paragraph, kind=kind, value=number.value,
        low=number.low, high=number.high, confidence=sure, words=words, **fields,
    )  # fmt: skip


def _goes_on(text: str, number: Phrase, start: int) -> bool:
    """Whether a number without a noun goes on counting what the number before it counts."""
    behind = rules.pattern("around", "goes_on_behind").match(text[number.end : number.end + 10])
    ahead = rules.pattern("around", "goes_on").search(text[start : number.start])
    return bool(behind or ahead)


def _unhedged(text: str, number: Phrase) -> str:
    """The hedge of a number that no word goes with: a word of size, a round number, or exactly."""
    if number.value is None:
        return "" if number.low is not None or re.search(r"\d", text[number.start : number.end]) else hedges.HUNDREDS
    scaled = re.search(
        r"\d[ \u00a0]?(?:thousand|million|billion|bn|m|k)\b", text[number.start : number.end], re.IGNORECASE
    )
    whole = number.kind in ("count", "money") and number.value >= 1 and float(number.value).is_integer()
    return hedges.BARE if scaled or (whole and hedges.roundness(number.value) >= hedges.HUNDRED) else hedges.EXACTLY


def _time(
    text: str, times: list[Time], number: Phrase, sentence: tuple[int, int], after: int, first: int
) -> Time | None:
    """The words for time that go with a number: those between it and the next number, else those before the first."""
    behind = [
        one
        for one in times
        if number.end <= one.start < after and not re.search("[,;:].*[^ ]", text[number.end : one.start])
    ]
    own = [one for one in times if one.end <= min(number.start, first) and ";" not in text[one.end : number.start]]
    shared = [one for one in times if one.start >= after and not re.search("[,;:]", text[number.end : one.start])]
    if rules.pattern("around", "from").search(text[sentence[0] : number.start]):
        shared = []
    if number.kind == "duration":  # how long something took is no count of a period named before it
        own = []
    near = behind or own[-1:] or shared[:1]
    return next((one for one in near if _is_dated(text, one)), near[0] if near else None)


def _is_dated(text: str, time: Time) -> bool:
    return bool(time.first or re.search(r"\d", text[time.start : time.end]))


def _repeats(found: list[Found]) -> list[Found]:
    """Figures with `same_as` set where an earlier one has the same number, kind and noun, and no other period."""
    seen: dict[tuple[object, ...], list[int]] = {}
    told: list[Found] = []
    for number, one in enumerate(found):
        key = (one.kind, one.value, one.low, one.high)
        same = None
        if one.value is not None or one.low is not None:
            for other in seen.get(key, []):
                earlier = told[other]
                alike = one.unit == earlier.unit or not (one.unit and earlier.unit)
                times = {(e.period_start, e.period_end) for e in (one, earlier) if e.period_start}
                if alike and len(times) <= 1:
                    same = other
                    break
        told.append(one if same is None else _same(one, same))
        if same is None:
            seen.setdefault(key, []).append(number)
    return told


def _same(one: Found, other: int) -> Found:
    return replace(one, same_as=other)


def _paragraphs(text: str) -> list[int]:
    """Where the lines begin that are not empty."""
    return [match.start() for match in re.finditer(r"(?m)^(?=[^\n]*\S)", text)]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text):
        yield match.span()
