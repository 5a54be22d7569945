"""What a rule gives, and how two figures may be alike: what all the rules of comparison share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from ...claims.claim import Statistic
from .comparable import RESIDENT
from .ladder import same_stage as one_stage
from .ladder import told

DIFFERENCE, CHANGE, RATIO, SHARE, SUM = OPERATIONS = "difference", "percent change", "ratio", "share", "sum"


class Reason(NamedTuple):
    """What a column says. `grade` "no" refuses; "if" needs the clause `assume` to be true; "note" is only told."""

    column: str
    grade: Literal["no", "if", "note"]
    said: str
    assume: str = ""


Rule = Callable[[str, Statistic, Statistic], Iterator[Reason]]


def same_stage(a: Statistic, b: Statistic) -> bool:
    """Whether both may count the same ones."""
    return one_stage(a.status, b.status)


def like_things(a: Statistic, b: Statistic) -> bool:
    """Whether both count things of one kind, at one stage as far as it is told; whole populations are no such count."""
    one = same_stage(a, b) or not (told(a.status) and told(b.status))
    return a.unit == b.unit and one and RESIDENT not in (a.status, b.status)
