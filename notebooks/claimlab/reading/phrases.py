"""Number phrases in a text: where they stand, of which kind they are, and which numbers they print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..claims import printed
from . import rules


def _is(name: str, text: str) -> re.Match[str] | None:
    """Whether the pattern of this name is found in a text."""
    return rules.pattern("numbers", name).search(text)


@dataclass(frozen=True)
class Phrase:
    """A number phrase: from where to where it stands, its kind as a ledger has it, its number or its two ends, both
    None where they can be read in two ways or none is printed."""

    start: int
    end: int
    kind: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    stem: int = 0
    """Where the number itself ends: a rate goes on, to what it is per."""


def find(text: str, taken: list[tuple[int, int]]) -> Iterator[Phrase]:
    """The number phrases of a text, in their order; none is what stands in a place that is `taken`, as by a date."""
    decimal_comma = _settled(text)
    at = 0
    blocked = iter(sorted(taken))
    block = next(blocked, None)
    while match := rules.pattern("numbers", "found").search(text, at):
        while block and block[1] <= match.start():
            block = next(blocked, None)
        if block and block[0] < match.end():
            at = max(block[1], match.start() + 1)
            continue
        at = max(_whole(match, text), at + 1)
        for phrase in _phrases(match, text, decimal_comma):
            at = max(at, phrase.end)
            yield phrase


def _whole(match: re.Match[str], text: str) -> int:
    """Where to look on: behind the first of two numbers that are no range."""
    if match["range"] is None or _is_range(match, text):
        return match.end()
    return match.end("t1") if match["t1"] else match.end("a")


def _phrases(match: re.Match[str], text: str, decimal_comma: bool | None) -> Iterator[Phrase]:
    start, end = match.span()
    if match["size"]:
        yield Phrase(start, end, "count")
    elif match["fraction"]:
        if phrase := _fraction(match, text):
            yield phrase
    elif match["one"]:
        if phrase := _one(text, start, match["m3"], match["c"], match["t3"], decimal_comma):
            yield phrase
    elif _is_range(match, text):
        low, high = (_value(match[name], decimal_comma) for name in ("a", "b"))
        low, high = _same_scale(match["a"], match["b"], low, high)
        kind = _kind(match["m1"] or match["m2"], match["t1"] or match["t2"], text, start, end, ranged=True)
        if low is not None and high is not None and low < high:
            yield Phrase(start, end, kind, None, low, high, _money(match["m1"] or match["m2"]))
        else:
            yield from _apart(match, text, decimal_comma)
    elif phrase := _one(text, start, match["m1"], match["a"], match["t1"], decimal_comma):
        yield phrase


def _apart(match: re.Match[str], text: str, decimal_comma: bool | None) -> Iterator[Phrase]:
    for money, number, tail in (("m1", "a", "t1"), ("m2", "b", "t2")):
        start = match.start(money) if match[money] else match.start(number)
        if phrase := _one(text, start, match[money], match[number], match[tail], decimal_comma):
            yield phrase


def _is_range(match: re.Match[str], text: str) -> bool:
    """Whether two numbers beside each other are the two ends of one figure."""
    before = text[: match.start()][-40:].lower()
    join = match["join"].strip().lower()
    if join == "and":
        between = _is("between", before)
        # Two large round numbers side by side, with one noun for both, are two ends, too.
        ends = all(re.fullmatch(r"\d{1,3}(?:,\d{3})*,\d00", match[name]) for name in ("a", "b"))
        return bool(between or ends)
    if join == "to":
        return not _is("moved_from", before)
    return not re.search(r"[\w-]$", before)


def _one(text: str, start: int, money: str | None, number: str, tail: str | None, comma: bool | None) -> Phrase | None:
    """One number, or None where it is a name, a bare year or a word such as one."""
    end = start + len(money or "") + len(number) + len(tail or "")
    if not money and not tail and _is_name(text, start, end, number):
        return None
    kind = _kind(money, tail, text, start, end)
    rate = rules.pattern("numbers", "rate").match(text, end) if kind in ("count", "percentage", "money") else None
    if rate and kind != "percentage":
        return Phrase(start, rate.end(), "rate", _value(number, comma), unit=_money(money), stem=end)
    return Phrase(start, end, kind, _value(number, comma), unit=_money(money), stem=end)


def _is_name(text: str, start: int, end: int, number: str) -> bool:
    before, after = text[max(0, start - 30) : start], text[end : end + 30]
    if _is("glued_before", before) or _is("glued_behind", after):
        return not _is("age_behind", after) and not _is("with_length", after)
    low = number.lower()
    if low in ("one", "two", "three") and not _is("length", after) and not _is("several", after):
        return True
    if low == "one" and not _is("length", after):
        return True
    short, counted = re.fullmatch(r"\d{1,4}[a-z]?", low), _is("counted", after)
    if short and _is("name", before):
        return True
    perhaps = _is("perhaps_name", before)
    capital = re.search(r"[a-z,] (?!I )[A-Z][^\W\d_]+ $", before)
    if short and (perhaps or capital) and not counted:
        return True
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", low):  # a year, unless a noun for what is counted follows directly
        return True
    return bool(_is("in_a_list", before) and _is("listed", after))


def _fraction(match: re.Match[str], text: str) -> Phrase | None:
    said, start, end = match["fraction"].lower(), *match.span()
    before, after = text[max(0, start - 30) : start].lower(), text[end : end + 12].lower()
    if said == "half":
        if _is("part_of_year", before) or _is("half_of_time", after):
            return None
        if not (_is("half_of", after) or _is("half_hedged", before)):
            return None
        return Phrase(start, end, "percentage", 50.0)
    ratio = re.fullmatch(r"(\S+) (?:out of|in) (?:every )?(.+)", said)
    if ratio:
        part, whole = (_value(one, False) for one in ratio.groups())
        return Phrase(start, end, "percentage", 100 * part / whole) if part and whole and part < whole else None
    count, part_name = re.split(r"[ -]", said, maxsplit=1)
    if part_name.rstrip("s") == "quarter" and count in ("a", "one") and not re.match(r" of\b", after):
        return None
    if part_name.rstrip("s") not in rules.PARTS or re.search(r"\bin $", before) and not re.match(r" of\b", after):
        return None
    size = 1.0 if count in ("a", "an", "one") else printed.WORDS.get(count, 0)
    return Phrase(start, end, "percentage", 100 * size / rules.PARTS[part_name.rstrip("s")]) if size else None


def _kind(money: str | None, tail: str | None, text: str, start: int, end: int, ranged: bool = False) -> str:
    before, after = text[max(0, start - 60) : start], text[end : end + 50]
    if _is("average", before) or _is("average_behind", after):
        return "average"
    if tail:
        return "percentage"
    if money or _is("currency_behind", after):
        return "money"
    if _is("age_before", before) or _is("age_behind", after):
        return "age"
    if ranged:
        return "range"
    return "duration" if _is("length", after) else "count"


def _money(sign: str | None) -> str:
    return rules.CURRENCIES.get((sign or "").strip()[-1:], "")


def _settled(text: str) -> bool | None:
    """Whether this text writes decimals with a comma, by what can be read in one way alone; None where nothing says."""
    points, commas = _is("points_settle", text), _is("commas_settle", text)
    return None if bool(points) == bool(commas) else bool(commas)


def _value(number: str, decimal_comma: bool | None) -> float | None:
    """The number that is printed; None where it can be read in two ways and the text does not settle which."""
    digits = rules.pattern("numbers", "digits").match(number)
    if digits and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits[0]):
        if decimal_comma is None:
            return None
        number = number.replace(".", "") if decimal_comma else number
    elif digits and decimal_comma and re.fullmatch(r"\d{1,3},\d{3}", digits[0]):
        number = number.replace(",", ".")
    elif digits and re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits[0]) and digits[0].count(".") > 1:
        number = number.replace(".", "").replace(",", ".")
    elif digits:
        whole, comma, rest = digits[0].partition(",")
        if comma and not re.fullmatch(r"(?:\d{3})(?:,\d{3})*(?:\.\d+)?", rest):
            number = number.replace(",", ".", 1)
    return _read(number)


def _read(number: str) -> float | None:
    digits = rules.pattern("numbers", "digits").match(number)
    if not digits:
        found = printed.numbers(number if number.lower() not in rules.WORDS["scales"] else f"one {number}")
        return max(found) if found else None
    value = float(re.sub(r"[,'’\u00a0\u2009\u202f ]", "", digits[0]).replace("·", "."))
    scale = number[digits.end() :].strip().lower()
    return round(value * printed.SCALES.get(scale, printed.SHORT.get(scale, 1.0)), 6)


def _same_scale(first: str, second: str, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The scale behind the second number holds for the first, too: 1.2 to 1.3 million."""
    scale = _is("last_scale", second.strip())
    bare = rules.pattern("numbers", "digits").fullmatch(first.strip())
    if scale and bare and low is not None and high is not None and low < high / 100:
        low = low * printed.SCALES.get(scale[0].lower(), printed.SHORT.get(scale[0].lower(), 1.0))
    return low, high
