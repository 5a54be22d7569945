"""A printed number with its name and where it comes from."""

from __future__ import annotations

from .. import text
from ..analysis import figures
from ..claims import references
from ..claims.claim import Claim
from ..claims.ledger import Ledger


class Figure(str):
    """A number, or a phrase with one, as a page prints it. `name` is what a text calls it by, `origin` says in words
    where it comes from, `value` is the number, None for a phrase."""

    name: str
    origin: str
    value: float | None

    # The text itself is the str, so it is given before there is an instance.
    def __new__(cls, printed: str, name: str, origin: str, value: float | None = None) -> Figure:
        """A figure as it is printed, its name, its origin, and its number if it is one."""
        figure = super().__new__(cls, printed)
        figure.name, figure.origin, figure.value = name, origin, value
        return figure

    @classmethod
    def printed(cls, claim: Claim, written: str, value: float | None = None) -> Figure:
        """A figure of the ledger: a claim's number or its phrase, and who says so in which paragraph."""
        origin = f"printed in paragraph {claim.paragraph}"
        return cls(written, claim.part or claim.id, f"{origin}, {claim.speaker}" if claim.speaker else origin, value)

    @classmethod
    def worked_out(cls, name: str, ledger: Ledger) -> Figure:
        """A named figure. Raises NotInStoryError where the story lacks a claim for it."""
        known = figures.FIGURES[name]
        value = known.compute(ledger)
        return cls(known.write(value), name, f"worked out: {known.how}", value)

    @classmethod
    def from_outside(cls, id: str) -> Figure:
        """The row of this id in a reference table. Raises KeyError where none has it."""
        for table in references.names():
            rows = references.load(table)
            if id in rows.index:
                origin = f"{rows.at[id, 'source']} (reference table {table.replace('_', ' ')})"
                return cls(str(rows.at[id, "printed"]), id, origin)
        raise KeyError(id)

    @property
    def words(self) -> Figure:
        """The number in words where it has a short one: six, and 1,665."""
        assert self.value is not None, f"{self.name} is a phrase"
        return Figure(text.in_words(self.value), self.name, self.origin, self.value)

    @property
    def without_sign(self) -> Figure:
        """How large it is, for a sentence that says by itself which way it goes."""
        assert self.value is not None, f"{self.name} is a phrase"
        size = abs(self.value)
        return Figure(figures.FIGURES[self.name].write(size), self.name, self.origin, size)
