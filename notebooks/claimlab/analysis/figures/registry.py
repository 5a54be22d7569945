"""The register of named figures: what each is, and how it is worked out, as data beside its function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from ... import text
from ...claims import stories
from ...claims.ledger import Ledger

Compute = Callable[[Ledger], float]
C = TypeVar("C", bound=Callable[..., float])


@dataclass(frozen=True)
class NamedFigure:
    """A figure with a name: its `formula` in words, the `unit` of the result, what it `assumes`, and how it is written.

    `compute` raises NotInStoryError for a story without the claims that the formula needs.
    """

    name: str
    formula: str
    unit: str
    assumes: str
    write: Callable[[float], str]
    compute: Compute

    @property
    def how(self) -> str:
        """How it is worked out, in words: formula, unit, and what is assumed."""
        told = f"{self.formula}. Unit: {self.unit}."
        return f"{told} Assumes {self.assumes}." if self.assumes else told


FIGURES: dict[str, NamedFigure] = {}
OTHER = "other."
"""Begins the name of a figure, or of a need, of another story (`stories.another`)."""


def named(
    formula: str, *, unit: str, write: Callable[[float], str] = text.number, assumes: str = "", name: str = ""
) -> Callable[[C], C]:
    """Enter a function among the named figures, under its own name if no other is given."""

    def enter(compute: C) -> C:
        called = name or str(compute.__name__)
        FIGURES[called] = NamedFigure(called, formula, unit, assumes, write, compute)
        return compute

    return enter


def figure(name: str) -> NamedFigure:
    """A figure by name. Raises KeyError for a name that is no figure's."""
    return FIGURES[name.removeprefix(OTHER)]


def value_of(name: str, ledger: Ledger) -> float:
    """The value of a figure, of another story where the name begins with `OTHER`. Raises KeyError for a name that is no
    figure's."""
    return figure(name).compute(stories.another(ledger.story) if name.startswith(OTHER) else ledger)


def text_of(name: str, ledger: Ledger) -> str:
    """The same as it is written."""
    return figure(name).write(value_of(name, ledger))
