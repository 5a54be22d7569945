"""Sentences from claims, figures and the assumptions they need."""

from __future__ import annotations

from . import figures, periods, text
from .ledger import Ledger


class Terms(dict):
    """What the words in braces of an item or a sentence stand for in one story: {things}, {rise_percent}, ...

    A name that is neither a term nor a derived figure raises KeyError.
    """

    def __init__(self, ledger: Ledger):
        earlier, later = ledger.earlier, ledger.later
        missing = periods.between(earlier.period, later.period)
        shared = periods.overlap(earlier.period, periods.year_before(later.period))
        super().__init__(
            thing=later.unit.singular,
            things=later.unit.plural,
            earlier_period=str(earlier.period),
            later_period=str(later.period),
            missing_period=str(missing),
            shared_period=str(shared),
            year_before=str(periods.year_before(later.period)),
            later_start=text.month(later.period.start),
            later_end=text.month(later.period.end),
            month_before_end=text.month(later.period.end - 1),
            month_after_end=text.month(later.period.end + 1),
            earlier_called=earlier.period_printed,
        )
        self._ledger = ledger

    def __missing__(self, name: str) -> str:
        return figures.text_of(name, self._ledger)


def fill(sentence: str, ledger: Ledger) -> str:
    """The sentence with its words in braces filled in for a story. Raises KeyError for an unknown word."""
    return sentence.format_map(Terms(ledger))


def rise_or_fall(percent: float) -> str:
    """A percentage change as the end of a sentence: "a rise of 22.2%", "a fall of 5.3%", "no change"."""
    if text.change(percent) == text.NO_CHANGE:
        return text.NO_CHANGE
    return f"a {'rise' if percent > 0 else 'fall'} of {text.percent(abs(percent))}"
