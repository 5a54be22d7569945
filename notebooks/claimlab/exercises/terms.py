"""Sentences from claims, figures and the assumptions they need."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import text
from ..analysis import comparisons, figures
from ..claims import periods, references, tables
from ..claims.claim import HOW_MANY, Claim
from ..claims.errors import NotInStoryError
from ..claims.ledger import TEMPLATE, Ledger
from ..claims.periods import ReportingPeriod

NO_MONTH = "no month of it"

_PART = next(field for field in tables.schema(TEMPLATE)["fields"] if field["name"] == "part")
PARTS: list[str] = _PART["constraints"]["enum"]
"""The parts that a row of a story may play."""
MAY = {comparisons.YES: "yes", comparisons.ONLY_IF: "only_if", comparisons.NO: "no"}
"""The answers of a comparison, as the ids of options."""

COMPARED: dict[str, Callable[[comparisons.Comparison], str]] = {
    "may": lambda comparison: MAY[comparison.answer],
    "why": lambda comparison: comparison.verdict(),
    "look": lambda comparison: comparison.look,
}
"""What an item can say of the comparison of two parts, by its word."""


class UnknownWordError(LookupError):
    """A word in braces that no story could have: a slip of whoever wrote the sentence, and no lack of a story."""


class PartWords:
    """The words of one claim: what {headline.printed} or {range.low} stand for in an item or a sentence."""

    def __init__(self, claim: Claim, ledger: Ledger):
        self.printed, self.called, self.hedge = claim.printed, claim.period_printed, claim.hedge
        self.paragraph = claim.paragraph
        self.speaker, self.place, self.status = claim.speaker, claim.place, claim.status
        self.value, self.low, self.high = (
            "" if number is None else text.number(number) for number in (claim.value, claim.low, claim.high)
        )
        self.thing, self.things = (claim.unit.singular, claim.unit.plural) if claim.unit else ("", "")
        self.period = str(claim.period) if claim.period else ""
        self.when = claim.when
        self.stock_or_flow = claim.stock_or_flow
        self.how_many = "how_many" if claim.kind in HOW_MANY else "not_how_many"
        self._claim, self._ledger = claim, ledger

    def __str__(self) -> str:
        return self.value or self.printed

    @property
    def in_earlier(self) -> str:
        """The months its period shares with the earlier count's."""
        return self._shared(self._ledger.earlier.period)

    @property
    def in_missing(self) -> str:
        """The months its period shares with those between the two counts."""
        return self._shared(periods.between(self._ledger.earlier.period, self._ledger.later.period))

    @property
    def in_later(self) -> str:
        """The months its period shares with the later count's."""
        return self._shared(self._ledger.later.period)

    def _shared(self, stretch: ReportingPeriod | None) -> str:
        own = self._claim.period
        shared = periods.overlap(own, stretch) if own and stretch else None
        return str(shared) if shared else NO_MONTH


class Terms(dict[str, Any]):
    """What the words in braces of an item or a sentence stand for in one story.

    Fixed words ({things}, {missing_period}, ...), derived figures by name ({rise_percent}), the parts of the ledger by
    name ({headline.printed}, see `PartWords`), the rungs of its ladder ({rungs[first]}), and what the comparison of two
    parts says: {may[share,later_count,range]} is the answer (an id of `MAY`), {why[...]} its sentence, {look[...]}
    where to look again. A part that the story lacks raises NotInStoryError, any other name UnknownWordError.
    """

    def __init__(self, ledger: Ledger):
        earlier, later = ledger.earlier, ledger.later
        super().__init__(
            thing=later.unit.singular,
            things=later.unit.plural,
            earlier_period=str(earlier.period),
            later_period=str(later.period),
            missing_period=str(periods.between(earlier.period, later.period)),
            shared_period=str(periods.overlap(earlier.period, periods.year_before(later.period))),
            year_before=str(periods.year_before(later.period)),
            later_start=text.month(later.period.start),
            later_end=text.month(later.period.end),
            month_before_end=text.month(later.period.end - 1),
            month_after_end=text.month(later.period.end + 1),
            earlier_called=earlier.period_printed,
        )
        self._ledger = ledger

    def __missing__(self, name: str) -> str | PartWords | dict[str, str]:
        if name in PARTS:
            return PartWords(self._ledger.part(name), self._ledger)
        if name in figures.FIGURES:
            return figures.text_of(name, self._ledger)
        if name == "rungs":
            return dict(zip(comparisons.ladder.ORDINALS, comparisons.ladder.stages(self._ledger), strict=True))
        if name in COMPARED:
            return comparisons.Asked(self._ledger, COMPARED[name])
        if name == "bases":
            return _Bases(self._ledger)
        raise UnknownWordError(f"There is no word {{{name}}} for a sentence.")


class _Bases(dict[str, str]):
    """The printed bases of a story by their role."""

    def __init__(self, ledger: Ledger):
        super().__init__(figures.estimate.bases(ledger)["printed"])
        self._story = ledger.story

    def __missing__(self, role: str) -> str:
        if role not in set(references.load("bases")["role"]):
            raise UnknownWordError(f"There is no role {role!r} in the reference table bases.")
        raise NotInStoryError(f"The story {self._story} has no row with the role {role} in the reference table bases.")


def fill(sentence: str, ledger: Ledger) -> str:
    """The sentence with its words in braces filled in for a story.

    Raises NotInStoryError where the story lacks what a word stands for, UnknownWordError where no story could have it.
    """
    try:
        return sentence.format_map(Terms(ledger))
    except (AttributeError, KeyError) as error:
        raise UnknownWordError(f"A word of this sentence is unknown ({error}): {sentence}") from error
