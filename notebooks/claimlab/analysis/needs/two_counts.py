"""How the two counts of a story lie to one another: whether they make a change, and what is between them."""

from __future__ import annotations

from ... import text
from ...claims import periods
from ...claims.ledger import Ledger
from ...claims.periods import ReportingPeriod
from .. import figures

YEAR = 12
"""Months in a year."""


def change(ledger: Ledger) -> bool:
    """Whether one may speak of a change from the one count to the other, which are of the same things."""
    earlier, later = ledger.earlier, ledger.later
    return (
        earlier.value != later.value
        and earlier.period.months == later.period.months
        and earlier.period.start < later.period.start
    )


def one_later(ledger: Ledger) -> bool:
    """Whether the later count begins later."""
    return ledger.earlier.period.start < ledger.later.period.start


def same_things(ledger: Ledger) -> bool:
    """Whether the two counts are of the same things, in one place as far as it is told."""
    return ledger.earlier.unit == ledger.later.unit and _one_place(ledger)


def other_things(ledger: Ledger) -> str:
    """In which things or places the two counts differ."""
    earlier, later = ledger.earlier, ledger.later
    if earlier.unit != later.unit:
        return f"Here one counts {earlier.unit.plural} and the other {later.unit.plural}."
    return f"Here one is about {earlier.place} and the other about {later.place}."


def _one_place(ledger: Ledger) -> bool:
    return len({ledger.earlier.place, ledger.later.place} - {""}) < 2


def no_change(ledger: Ledger) -> str:
    """What stands in the way of speaking of a change from the one count to the other."""
    earlier, later = ledger.earlier, ledger.later
    if earlier.value == later.value:
        return f"Here both are {text.number(later.value)}, so nothing has changed."
    lengths = [text.months(claim.period.months) for claim in (earlier, later)]
    if lengths[0] != lengths[1]:
        return f"Here one count covers {lengths[0]} and the other {lengths[1]}."
    return how_they_lie(ledger)


def gap(ledger: Ledger) -> ReportingPeriod | None:
    """The months between the two counts, if there are any."""
    return periods.between(ledger.earlier.period, ledger.later.period)


def years_with_a_gap(ledger: Ledger) -> bool:
    """Whether the counts cover a year each, with less than a year between them."""
    missing = gap(ledger)
    return ledger.earlier.period.months == YEAR and missing is not None and missing.months < YEAR


def how_they_lie(ledger: Ledger) -> str:
    """How the two periods lie to one another, in a sentence."""
    earlier, later = ledger.earlier.period, ledger.later.period
    shared, missing = periods.overlap(earlier, later), gap(ledger)
    if earlier == later:
        return f"Here both counts are for the same months, {later}."
    if shared:
        return f"Here the two periods share {text.months(shared.months)}, {shared}."
    if later.start < earlier.start:
        return f"Here the count called later is for {later}, and the one called earlier for {earlier}."
    if missing is None:
        return (
            f"Here {later} follows {earlier} directly, so no month lies between them, and nothing need be assumed "
            "about months without a figure."
        )
    return (
        f"Here the two counts cover {text.months(earlier.months)} each, with {text.months(missing.months)} between "
        "them."
    )


def break_even(ledger: Ledger) -> bool:
    """Whether some number of the months between would mean no change on the year before."""
    return figures.change.break_even(ledger) >= 0
