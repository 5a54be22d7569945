"""A short code for a prediction, to be typed or pasted where a class's predictions are put together.

A code such as 2R2-28K-7 says of which question it is (the number of the notebook and two characters of a checksum of
story, notebook and item), what was predicted, and, in its last character, whether it is typed as it was given. It holds
nothing of who predicted. The characters are those of Crockford's base 32: capital or small is the same, I and L are
read as 1, O as 0, and there is no U.
"""

from __future__ import annotations

import re
import zlib
from decimal import Decimal
from typing import NamedTuple

from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import typed
from .answers import Answer
from .practice import Item

CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("ILO", "110")
TAG = "Predict"
PLACES = 4
"""Decimal places of a number that a code keeps."""
LARGEST = 10**12
"""A number beyond this one has no code."""
MARK = 3
"""Characters that say of which question a code is."""
DASHES = "\\-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Every dash a code may be typed with, as they stand in a class of a pattern."""


class Code(NamedTuple):
    """A code as it was read: the mark of its question, and what was predicted, as `number` or `option` reads it."""

    mark: str
    content: int


def of(notebook: str, item: Item, answer: Answer, ledger: Ledger) -> str:
    """The code of an answer; "" where the item is no prediction, or the answer is neither a number nor an option."""
    content = _content(item, answer, ledger) if item.tag == TAG else None
    return "" if content is None else write(mark(ledger.story, notebook, item.name), content)


def mark(story: str, notebook: str, item: str) -> str:
    """The characters a code of this question begins with; the first is the last digit of the notebook's number."""
    checksum = zlib.crc32(f"{story}/{notebook}/{item}".encode())
    return notebook[1] + CHARACTERS[checksum >> 27] + CHARACTERS[checksum >> 22 & 31]


def write(mark: str, content: int) -> str:
    """A code: its mark, a content of 0 or above, and the character that checks both."""
    digits = ""
    while content or not digits:
        content, rest = divmod(content, 32)
        digits = CHARACTERS[rest] + digits
    return f"{mark}-{digits}-{CHARACTERS[_check(mark + digits)]}"


def read(code: str) -> Code | None:
    """A code as typed, capital or small, with or without its dashes; None where it is none, or has a slip in it."""
    cleaned = re.sub(f"[{DASHES}\\s]", "", code).upper().translate(LOOK_ALIKES)
    if len(cleaned) < MARK + 2 or not set(cleaned) <= set(CHARACTERS):
        return None
    content, check = cleaned[:-1], cleaned[-1]
    if CHARACTERS[_check(content)] != check:
        return None
    number = 0
    for character in content[MARK:]:
        number = number * 32 + CHARACTERS.index(character)
    return Code(content[:MARK], number)


def number_content(number: float) -> int | None:
    """A number as the content of a code, to four decimal places; None where it is too large.

    >>> [number(number_content(one)) for one in (20, -1.5, 0.0)]
    [20.0, -1.5, 0.0]
    """
    if not abs(number) <= LARGEST:
        return None
    exact = round(Decimal(repr(float(number))), PLACES)
    places = next(count for count in range(PLACES + 1) if exact == round(exact, count))
    return (int(abs(exact).scaleb(places)) * (PLACES + 1) + places) * 2 + (exact < 0)


def number(content: int) -> float:
    """The number of a content."""
    rest, negative = divmod(content, 2)
    digits, places = divmod(rest, PLACES + 1)
    return float(Decimal(-digits if negative else digits).scaleb(-places))


def option(content: int, item: Item) -> str:
    """The id of the option of a content; "" where the item has no such option."""
    ids = list(item.options)
    return ids[content] if content < len(ids) else ""


def _content(item: Item, answer: Answer, ledger: Ledger) -> int | None:
    if not isinstance(answer.value, str) or not answer.value:
        return None
    if item.kind == "choice":
        ids = list(item.options)
        return ids.index(answer.value) if answer.value in ids else None
    if item.kind not in ("number", "slider"):
        return None
    try:
        read_as = typed.read_answer(answer.value, item, ledger)
    except ReaderError:
        return None
    return number_content(read_as.value) if read_as.low == read_as.high else None


def _check(content: str) -> int:
    """The sum of the characters in the field of 32 elements, each times another power of 2.

    No two of 31 places in a row have the same factor and none has 0, so one wrong character, or two that changed
    places, always give another sum.
    """
    total, factor = 0, 2  # the check character itself has the factor 1
    for character in content:
        total ^= _times(CHARACTERS.index(character), factor)
        factor = _times(factor, 2)
    return total


def _times(one: int, other: int) -> int:
    """A product in the field of 32 elements, made with x⁵ + x² + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one, other = one << 1, other >> 1
        if one & 32:
            one ^= 0b100101
    return product
