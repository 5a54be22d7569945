"""The register of named figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...claims.ledger import Ledger


class Derived(NamedTuple):
    """A named figure: how it is computed from a ledger and how it is written."""

    compute: Callable[[Ledger], float]
    write: Callable[[float], str]


FIGURES: dict[str, Derived] = {}


def named(write: Callable[[float], str]):
    """Enter a function among the named figures, written with `write`."""

    def enter(compute: Callable[..., float]) -> Callable[..., float]:
        FIGURES[compute.__name__] = Derived(compute, write)
        return compute

    return enter


def value_of(name: str, ledger: Ledger) -> float:
    """A figure by name. Raises KeyError for a name that is no figure's."""
    return FIGURES[name].compute(ledger)


def text_of(name: str, ledger: Ledger) -> str:
    """A figure by name, as it is written. Raises KeyError for a name that is no figure's."""
    return FIGURES[name].write(value_of(name, ledger))
