"""Numbers written in words, put into digits: "three hundred and three" is 303, "a year and a half" 1.5 years.

The words themselves are read by the package number-parser; here they are found in what was typed.
"""

from __future__ import annotations

import re

import number_parser

UP_TO_NINETEEN = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
SCALES = "hundred", "thousand", "million"

_WORD = rf"(?:{'|'.join((*UP_TO_NINETEEN, *TENS, *SCALES))})(?![a-z])"
# Not after digits, as in "17 hundred"; nor in "14% for one year", where one is no number but a year.
_RUN = re.compile(rf"(?<![\w.,])(?<!\d )(?<!for )(?:an? (?={'|'.join(SCALES)}))?{_WORD}(?:(?: and | |-){_WORD})*")
_TIME = r"(?:day|week|month|year)s?"
_HALVES = (
    (re.compile(rf"\ban? (?={_TIME} and an? half$)"), "1 "),
    (re.compile(rf"(?<=\d)( {_TIME}) and an? half$"), r".5\1"),
    (re.compile(r"(?<=\d) and an? half\b"), ".5"),
)


def in_digits(typed: str) -> str:
    """What was typed, in small letters, with the numbers in it that are whole or end in a half in digits.

    >>> in_digits("three hundred and three"), in_digits("twenty-two per cent"), in_digits("a year and a half")
    ('303', '22 per cent', '1.5 year')
    >>> in_digits("between one and three"), in_digits("17 hundred"), in_digits("nothing at all")
    ('between 1 and 3', '17 hundred', 'nothing at all')
    """
    typed = _RUN.sub(lambda found: _digits(re.sub("^an? ", "one ", found[0])), typed)
    for pattern, instead in _HALVES:
        typed = pattern.sub(instead, typed)
    return typed


def _digits(words: str) -> str:
    """A run of number words in digits; where it is no one number, what stands on both sides of an "and" or a dash."""
    number = number_parser.parse_number(words.replace("-", " "), language="en")
    if number is not None:
        return str(number)
    first, joined, rest = _split(words)
    return f"{_digits(first)}{joined}{_digits(rest)}" if joined else words


def _split(words: str) -> tuple[str, str, str]:
    return words.partition(" and ") if " and " in words else words.partition("-")
