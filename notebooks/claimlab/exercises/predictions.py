"""What a student predicted, beside the answer: words for both, and the number on a scale where there is one."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from .. import text
from ..analysis import figures
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from . import typed
from .answers import Answer
from .practice import Item
from .specs import option_text
from .templates import fill

LARGEST = 1e15
"""A typed number beyond this one is not written out."""


class Prediction(NamedTuple):
    """What was predicted, what is said beside it ("" for nothing), and both as numbers, in the unit asked for."""

    said: str
    beside: str = ""
    value: float | None = None
    answer: float | None = None


def of(item: Item, answer: Answer, ledger: Ledger) -> Prediction | None:
    """An answer as a prediction; None where there is nothing to show of it, as of answers in rows.

    Raises NotInStoryError where the story lacks what is said beside it.
    """
    if not isinstance(answer.value, str) or not answer.value:
        return None
    beside = fill(item.beside, ledger)
    if item.kind == "choice":
        return Prediction(_quoted(option_text(item.options, answer.value, ledger)), beside)
    if item.kind not in ("number", "slider"):
        return Prediction(_quoted(answer.value), beside)
    try:
        number = typed.read_answer(answer.value, item, ledger)
    except ReaderError:
        return Prediction(_quoted(answer.value), beside)
    if number.low != number.high:
        return Prediction(_quoted(answer.value), beside)
    compared = figures.value_of(item.compared, ledger) if item.compared else None
    return Prediction(_with_unit(number.value, fill(item.unit, ledger)), beside, number.value, compared)


def _quoted(words: str) -> str:
    """Words in quotation marks, without the full stop of a sentence, which stands behind them."""
    return f"“{words.strip().removesuffix('.')}”"


def _with_unit(number: float, unit: str) -> str:
    """A number with all its digits, thousands set apart, and its unit.

    >>> _with_unit(1000000.0, "items"), _with_unit(-1.0, "%")
    ('1,000,000 items', '−1%')
    """
    if abs(number) > LARGEST:
        return "off the scale"
    written = f"{Decimal(repr(number)).normalize():,f}".replace("-", text.MINUS)
    return f"{written}{unit if unit == '%' else f' {unit}'}".strip()
