"""Numbers as texts print them: digits with marks between them, scales (1.13 million) and plain number words."""

from __future__ import annotations

import math
import re

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: value for value, word in enumerate(ONES)} | {word: 10 * value for value, word in enumerate(TENS, 2)}
LARGE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES = {
    **LARGE, "dozen": 12, "hundred": 100, "lakh": 1e5, "crore": 1e7, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
    "tausend": 1e3, "mio": 1e6, "millionen": 1e6, "millions": 1e6, "mrd": 1e9, "milliarden": 1e9, "milliards": 1e9,
}  # fmt: skip
"""Words that follow digits."""
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
"""Letters that may stand for a scale, and for something else (m: a million, or metres)."""
QUARTERS = {"¼": 0.25, "½": 0.5, "¾": 0.75}

_DIGITS = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d])(?:[.,]\d+)?"  # thousands set apart by spaces
    r"|\d+(?:[.,'’]\d+)*"
)
_THOUSANDS = r"(?!0)\d{{1,3}}(?:{mark}\d{{2,3}})*{mark}\d{{3}}"
_RATIO = re.compile(r"\b(half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?|in|per|twice|times)\b")


def numbers(phrase: str) -> set[float]:
    """Every number that stands in a printed phrase; where digits can be read in two ways, both readings.

    >>> sorted(numbers("680,000 and 830,000")), numbers("1.13 million"), numbers("nineteen months")
    ([680000.0, 830000.0], {1130000.0}, {19.0})
    >>> sorted(numbers("2.914")), numbers("hundreds")
    ([2.914, 2914.0], set())
    """
    phrase = phrase.lower()
    found: set[float] = set()
    open_ended: set[float] = set()  # numbers whose scale may still come: "1.2 to 1.3 million"
    end = 0
    for match in _DIGITS.finditer(phrase):
        if re.sub(r"to|and|or|bis|[-–—\s£$€]", "", phrase[end : match.start()]):
            open_ended = set()
        read = _readings(match[0])
        rest = phrase[match.end() :]
        if rest[:1] in QUARTERS:
            read = {value + QUARTERS[rest[0]] for value in read}
        if phrase[match.start() - 1 : match.start()] in ("-", "−"):
            read |= {-value for value in read}
        scale, certain = _scale(rest)
        found |= {value * scale for value in read | open_ended} | (set() if certain else read)
        open_ended = open_ended | read if scale == 1 else set()
        end = match.end()
    return found | _in_words(phrase)


def has_digits(phrase: str) -> bool:
    """Whether a digit is printed in a phrase."""
    return re.search(r"\d", phrase) is not None


def stands_in(value: float, readings: set[float]) -> bool:
    """Whether a number is one of these, apart from the last digits of a calculation with decimals."""
    return any(math.isclose(value, reading, rel_tol=1e-9) for reading in readings)


def _readings(digits: str) -> set[float]:
    """What digits with marks between them can mean: a mark sets thousands apart or begins the decimals."""
    digits = re.sub(r"[\s'’]", "", digits)
    read = set()
    for thousands, decimal in ((",", "."), (".", ",")):
        apart = _THOUSANDS.format(mark=re.escape(thousands))
        decimals = rf"{re.escape(decimal)}\d+"
        plain = rf"\d+(?:{decimals})?" if decimal == "." else r"\d+(?:,\d{1,2})?"  # 2,914 is no 2.914
        if re.fullmatch(rf"{apart}(?:{decimals})?|{plain}", digits):
            read.add(float(digits.replace(thousands, "").replace(decimal, ".")))
    return read


def _scale(rest: str) -> tuple[float, bool]:
    """The scale that follows a number, 1 where none does, and whether it can be nothing else."""
    word = re.match(r"[\s-]*([^\W\d_]+)", rest)
    if not word:
        return 1, False
    for scale in (word[1], word[1][:1]):  # 万人: the sign stands before the next word without a space
        if scale in SCALES:
            return SCALES[scale], True
    return SHORT.get(word[1], 1), False


def _in_words(phrase: str) -> set[float]:
    """The numbers that plain number words give; none where they are part of a fraction or a ratio."""
    if _RATIO.search(phrase) or has_digits(phrase):
        return set()
    found: set[float] = set()
    total = part = 0.0
    for word in [*re.findall(r"[^\W\d_]+", phrase), ""]:
        if word in WORDS:
            part += WORDS[word]
        elif word in ("dozen", "hundred"):
            part = (part or 1) * SCALES[word]
        elif word in LARGE:
            total, part = total + (part or 1) * LARGE[word], 0.0
        elif word != "and" or total + part < 100:
            found.add(total + part)
            total = part = 0.0
    return found - {0.0}
