"""How numbers, percentages, months and periods are written and read."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
NO_CHANGE = "no change"


def number(value: float) -> str:
    """A count or a plain number, thousands set apart.

    >>> number(1665), number(113.5), number(-0.001)
    ('1,665', '113.5', '0')
    """
    written = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written.replace("-", MINUS)


def nearest(value: float) -> int:
    """The nearest whole number, halves upwards.

    >>> nearest(832.5), nearest(752.52)
    (833, 753)
    """
    return math.floor(value + 0.5)


def whole(value: float) -> str:
    """A number to the nearest whole one.

    >>> whole(752.5201)
    '753'
    """
    return number(nearest(value))


WORDS = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
"""The whole numbers up to twenty, in words."""


def in_words(value: float) -> str:
    """A whole number up to twenty in words; any other number in digits.

    >>> in_words(6), in_words(18.0), in_words(1665)
    ('six', 'eighteen', '1,665')
    """
    return WORDS[int(value)] if float(value).is_integer() and 0 <= value < len(WORDS) else number(value)


def percent(value: float) -> str:
    """A percentage to one decimal place; `value` is in per cent.

    >>> percent(22.2467)
    '22.2%'
    """
    return f"{value:,.1f}%".replace("-", MINUS)


def month(value: pd.Period) -> str:
    """A month, such as Oct 2022.

    >>> month(pd.Period("2022-10", "M"))
    'Oct 2022'
    """
    return str(value.strftime("%b %Y"))


def months(value: float) -> str:
    """A number of months.

    >>> months(1), months(18)
    ('1 month', '18 months')
    """
    return f"{number(value)} {'month' if value == 1 else 'months'}"


def span(start: pd.Period, end: pd.Period) -> str:
    """A period from its first to its last month.

    >>> span(pd.Period("2022-10", "M"), pd.Period("2023-09", "M"))
    'Oct 2022 – Sep 2023'
    """
    return f"{month(start)} {DASH} {month(end)}"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter; the rest as it is.

    >>> capital("the NCA range")
    'The NCA range'
    """
    return sentence[:1].upper() + sentence[1:]


def listed(phrases: Sequence[str]) -> str:
    """Phrases in a row, with "and" before the last.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return " and ".join([", ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)


def words(said: str) -> int:
    """How many words stand between the spaces; a dash or a sign alone is none.

    >>> words(" from 1,665 – in Oct 2022 "), words("-")
    (5, 0)
    """
    return sum(any(sign.isalnum() for sign in word) for word in said.split())


def digits(value: float) -> str:
    """A number in plain digits, as `read_number` reads it: no thousands set apart, at most six decimal places.

    >>> digits(1665), digits(-0.5), digits(150000.0)
    ('1665', '-0.5', '150000')
    """
    written = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def read_number(written: str) -> float:
    """The number that `digits`, `number`, `whole` or `percent` wrote. What people type is read in the exercises.

    Raises ValueError for anything else.

    >>> read_number("1,665"), read_number("22.2%"), read_number("\N{MINUS SIGN}3")
    (1665.0, 22.2, -3.0)
    """
    try:
        return float(written.strip().removesuffix("%").replace(",", "").replace(MINUS, "-"))
    except ValueError as error:
        raise ValueError("Type one number, such as 12 or 12.5.") from error
