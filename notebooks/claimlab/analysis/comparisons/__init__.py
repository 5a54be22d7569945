"""May these two figures be combined? Yes, only if you assume something, or no, with every reason.

The figures are the ledger's statistics that carry a part, and some from outside the story; the rules read columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ... import text
from ...claims.claim import Statistic
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from . import ladder, precision, results, rules
from .comparable import comparable
from .reason import CHANGE, DIFFERENCE, OPERATIONS, RATIO, SHARE, SUM, Reason
from .wording import amount, counted_alike, label, printed_of_both, short

YES, ONLY_IF, NO = ANSWERS = "yes", "only if you assume something", "no"
MOST = 14
"""Figures on offer at most: the story's own first."""

__all__ = [
    "ANSWERS", "CHANGE", "DIFFERENCE", "MOST", "NO", "ONLY_IF", "OPERATIONS", "RATIO", "SHARE", "SUM", "YES", "Asked",
    "Comparison", "Statistic", "amount", "compare", "counted_alike", "figures", "label", "ladder", "precision",
    "printed_of_both",
    "results", "rules", "short",
]  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """An operation on two figures, with all that speaks for and against it. `a` and `b` stand as they are combined."""

    operation: str
    a: Statistic
    b: Statistic

    @cached_property
    def reasons(self) -> list[Reason]:
        """Every reason, the graver columns first."""
        return rules.reasons(self.operation, self.a, self.b)

    @property
    def same(self) -> bool:
        """Whether both are one fact, so that there is nothing to compare."""
        return self.a.fact == self.b.fact

    @property
    def answer(self) -> str:
        """One of `ANSWERS`."""
        grades = {reason.grade for reason in self.reasons}
        return NO if self.same or "no" in grades else ONLY_IF if "if" in grades else YES

    @property
    def assumptions(self) -> list[str]:
        """What has to be assumed, as clauses, each once."""
        return list(dict.fromkeys(reason.assume for reason in self.reasons if reason.assume))

    @property
    def asked(self) -> str:
        """What is asked for, as a noun phrase."""
        a, b = amount(self.a), amount(self.b)
        return {
            DIFFERENCE: f"the difference between {a} and {b}",
            CHANGE: f"the change from {a} to {b} in per cent",
            RATIO: f"{a} divided by {b}",
            SHARE: f"{a} as a share of {b}",
            SUM: f"{a} and {b} in one sum",
        }[self.operation]

    def verdict(self, assumed: bool = False) -> str:
        """The answer in one sentence; with `assumed` the result too where it rests on something, which is then said."""
        if self.same:
            return "The same figure stands on both sides: choose another for one of them."
        if self.answer == NO:
            against = [reason for reason in self.reasons if reason.grade == "no"]
            others = list(dict.fromkeys(reason.column for reason in against if reason.column != against[0].column))
            speak = "speak" if len(others) > 1 else "speaks"
            more = f"; {text.listed(others)} {speak} against it too" if others else ""
            return f"No: {against[0].said}{more}."
        apart = [reason.said for reason in self.reasons if (reason.column, reason.grade) == ("period", "note")]
        found = "; ".join([self.result, *apart])
        if self.answer == YES:
            return f"Yes: {found}."
        if assumed:
            return f"If {text.listed(self.assumptions)}, then {found}."
        clauses = text.listed([f"that {clause}" for clause in self.assumptions])
        alike = counted_alike(self.a, self.b) in self.assumptions and self.a.period and self.b.period
        return f"Only if you assume {clauses}{f'; {printed_of_both(self.a, self.b)}' if alike else ''}."

    @property
    def look(self) -> str:
        """Where somebody who answered otherwise should look again; the same whatever the answer is, which it must not
        give away."""
        return (
            f"Put the entries of “{self.a.short}” and “{self.b.short}” side by side, column by column. Where is the "
            "same said of both, where something else, and where nothing? Could you add what is missing?"
        )

    @property
    def result(self) -> str:
        """What follows, as a clause. Only for an answer that is not no."""
        return results.sentence(self.operation, self.a, self.b)


def compare(operation: str, a: Statistic, b: Statistic) -> Comparison:
    """The comparison; a percent change runs forward in time, whichever of the two is named first.

    Raises ValueError, in a sentence, for an operation there is none of.
    """
    if operation not in OPERATIONS:
        raise ValueError(f"There is no operation called {operation!r}. Choose one of: {', '.join(OPERATIONS)}.")
    if operation == CHANGE and a.period and b.period and b.period.start < a.period.start:
        a, b = b, a
    return Comparison(operation, a, b)


def figures(ledger: Ledger) -> list[Statistic]:
    """What can be compared in a story: its statistics that carry a part, then those from outside; at most `MOST`."""
    return comparable(ledger)[:MOST]


class Asked(dict[str, str]):
    """Answers by a name such as "share,later_count,range": an operation and the names of two figures of a story.

    Raises KeyError for a name of another shape, and NotInStoryError for a figure the story does not have.
    """

    def __init__(self, ledger: Ledger, tell: Callable[[Comparison], str]):
        super().__init__()
        self._known = {quantity.part: quantity for quantity in figures(ledger)}
        self._story, self._tell = ledger.story, tell

    def __missing__(self, name: str) -> str:
        operation, *two = name.split(",")
        if operation not in OPERATIONS or len(two) != 2:
            raise KeyError(name)
        for one in two:
            if one not in self._known:
                raise NotInStoryError(f"The story {self._story} has no statistic with the part {one} to compare.")
        return self._tell(compare(operation, *(self._known[one] for one in two)))
