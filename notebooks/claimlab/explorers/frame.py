"""The frame of every explorer: what one setting of its controls has to tell, and what a module offers the registry."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Protocol

from .. import text
from ..claims.ledger import Ledger
from .view import Boxes, Explorer, Table, View


class State(ABC):
    """An explorer at one setting of its controls, which gives all parts of its view.

    A subclass is a frozen dataclass of the values that the controls have and of what they are about.
    """

    def view(self) -> View:
        """The view of this state."""
        return View(
            self.picture(), self.verdict(), self.table(), self.description(), self.boxes(),
            self.answer(), self.reasons(), self.narrow(),
        )  # fmt: skip

    @abstractmethod
    def verdict(self) -> str:
        """One sentence."""

    @abstractmethod
    def table(self) -> Table:
        """The same in numbers, or whatever is said line by line."""

    @abstractmethod
    def description(self) -> str:
        """Two or three sentences that carry the same lesson without picture, boxes and table."""

    def answer(self) -> str:
        """The one word or number that is said large, in front of the verdict."""
        return ""

    def reasons(self) -> tuple[str, ...]:
        """What the verdict rests on, a short sentence each."""
        return ()

    def picture(self) -> str:
        """SVG text, or "" where a picture would not help."""
        return ""

    def narrow(self) -> str:
        """The same picture drawn for a narrow screen."""
        return ""

    def boxes(self) -> tuple[Boxes, ...]:
        """What is shown in place of a picture, if anything."""
        return ()


class ExplorerModule(Protocol):
    """What a module of this package has, to be an explorer that a notebook can call."""

    NEEDS: tuple[str, ...]
    """What the explorer needs of a story (`analysis.needs`)."""

    def explorer(self, ledger: Ledger) -> Explorer:
        """The explorer on a story. Raises ReaderError where it cannot show it."""


LARGEST = 1e15
"""A typed number beyond this one is not written out."""
OFF_THE_SCALE = "off the scale"


def typed_number(predicted: str | None) -> float | None:
    """The number that a student typed as a prediction; None where there is none. Raises ValueError for other words."""
    return text.read_number(predicted) if predicted else None


def written(typed: float) -> str:
    """A number that a student typed, with all its digits and thousands set apart; or that it is off every scale.

    >>> written(1000000.0), written(0.001), written(-1.0), written(1e300)
    ('1,000,000', '0.001', '−1', 'off the scale')
    """
    if abs(typed) > LARGEST:
        return OFF_THE_SCALE
    return f"{Decimal(repr(typed)).normalize():,f}".replace("-", text.MINUS)


def written_percent(typed: float) -> str:
    """A percentage that a student typed, with its sign.

    >>> written_percent(31.0), written_percent(-1.0), written_percent(1000000.0)
    ('+31%', '−1%', '+1,000,000%')
    """
    said = written(typed)
    return said if said == OFF_THE_SCALE else f"{'+' if typed > 0 else ''}{said}%"
