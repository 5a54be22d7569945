"""How strong a sentence two printed counts carry: what may be added to it, what the article supports, what is refused.

The sentence is about the earlier and the later count of a story. It begins weak and gets stronger tick by tick.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from .. import text
from ..claims import periods
from ..claims.claim import Count, Statistic
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from . import comparisons, figures
from .comparisons import precision

COUNTS, MONTHS, SOURCE, GAP = "counts", "months", "source", "gap"
ALIKE, PEOPLE, PREVIOUS, REASON = "alike", "people", "previous", "reason"
JUST_BEFORE = re.compile(r"\b(?:previous|before|last|past|preceding|prior)\b", re.IGNORECASE)
"""Words that put one period just before another."""
OPEN = {
    COUNTS: "how many",
    MONTHS: "from when to when",
    SOURCE: "who says so",
    GAP: "which months have no figure",
}
"""What a reader cannot tell where the tick is missing."""


@dataclass(frozen=True)
class Tick:
    """Something a writer may want to say. `support` is what the article does for it, `because` the reason: where it is
    printed, what has to be assumed, or why it is refused."""

    name: str
    label: str
    said: str
    support: Literal["printed", "assumed", "refused"]
    because: str


def ticks(ledger: Ledger) -> list[Tick]:
    """The ticks that have a meaning on a story, at most eight; those the article supports first.

    Raises NotInStoryError where the two counts cannot stand in one sentence.
    """
    _check(ledger)
    found = [_counts(ledger), _months(ledger), _source(ledger), _gap(ledger), _alike(ledger), _people(ledger)]
    return [tick for tick in [*found, _previous(ledger), _reason(ledger)] if tick]


def sentence(ledger: Ledger, chosen: Collection[str]) -> str:
    """The strongest sentence that the chosen ticks carry; what is assumed is said in it, what is refused left out."""
    said = [tick.name for tick in ticks(ledger) if tick.name in chosen and tick.support != "refused"]
    body = _change(ledger, said) if ALIKE in said else _two_counts(ledger, said)
    gap = periods.between(ledger.earlier.period, ledger.later.period)
    if GAP in said and gap:
        body += f"; for {gap}, the {text.months(gap.months)} between the two, the report prints no figure"
    return f"{body}."


def misnamed(ledger: Ledger) -> bool:
    """Whether the words in print for the earlier months put them just before the later ones, where they are not."""
    return any(tick.name == PREVIOUS and tick.support == "refused" for tick in ticks(ledger))


def counted_alike(ledger: Ledger) -> str:
    """What has to be assumed before the two counts may be compared, as a clause."""
    return comparisons.counted_alike(ledger.earlier, ledger.later)


def printed_of_both(ledger: Ledger) -> str:
    """What print gives of the two counts and what it does not, as a clause."""
    return comparisons.printed_of_both(ledger.earlier, ledger.later)


def digits(ledger: Ledger) -> int | None:
    """How many digits a quotient of the two counts may have; None where both are exact."""
    return precision.digits(ledger.earlier, ledger.later)


def written_change(ledger: Ledger) -> str:
    """The change from the earlier to the later count, with its sign."""
    return precision.change(figures.change.rise_percent(ledger), digits(ledger))


def _two_counts(ledger: Ledger, said: Collection[str]) -> str:
    """Two counts side by side: that each was counted, and no word about a change."""
    things, people, once = ledger.later.unit, *_people_words(ledger)
    later, earlier = (_when(ledger, claim, said) + _by(claim, said) for claim in (ledger.later, ledger.earlier))
    if COUNTS in said:
        more = f" (as many {people}, if {once})" if PEOPLE in said else ""
        number, noun = _count(ledger.later), things.noun(ledger.later.value)
        were = "was" if ledger.later.value == 1 else "were"
        return (
            f"{text.capital(number)} {noun}{more} {were} counted in {later} and {_count(ledger.earlier)} in {earlier}"
        )
    word = _more(ledger)
    more = f" (and {word} {people}, if {once})" if PEOPLE in said else ""
    return f"{text.capital(word)} {things.plural}{more} were counted in {later} than in {earlier}"


def _change(ledger: Ledger, said: Collection[str]) -> str:
    """A change from one count to the other, which both being counted alike allows."""
    things, people, once = ledger.later.unit.plural, *_people_words(ledger)
    more = f" (and of {people}, if {once})" if PEOPLE in said else ""
    moved = f"the number of {things}{more} {'rose' if _rose(ledger) else 'fell'}"
    earlier, later = (_when(ledger, claim, said) + _by(claim, said) for claim in (ledger.earlier, ledger.later))
    if COUNTS in said:
        about = "about " if digits(ledger) else ""
        size = precision.percent(abs(figures.change.rise_percent(ledger)), digits(ledger))
        moved += f" by {about}{size}, from {_count(ledger.earlier)} in {earlier} to {_count(ledger.later)} in {later}"
    else:
        moved += f" from {earlier} to {later}"
    return f"If {counted_alike(ledger)}, {moved}"


def _count(claim: Count) -> str:
    """A count as it is printed."""
    return comparisons.short(claim)


def _when(ledger: Ledger, claim: Count, said: Collection[str]) -> str:
    """A claim's months, or no more than that they are earlier or later; “the previous year” where it may be said."""
    first = claim == ledger.earlier
    words = str(claim.period) if MONTHS in said else "an earlier period" if first else "a later period"
    return f"{words} (“{_called(claim)}”)" if first and PREVIOUS in said else words


def _called(claim: Count) -> str:
    """The story's words for a time, without a comma or a full stop that came along."""
    return claim.period_printed.strip(" ,.;:")


def _by(claim: Count, said: Collection[str]) -> str:
    return f" (source: {claim.speaker})" if SOURCE in said and claim.speaker else ""


def _rose(ledger: Ledger) -> bool:
    return ledger.later.value > ledger.earlier.value


def _more(ledger: Ledger) -> str:
    return "more" if _rose(ledger) else "fewer"


def _people_words(ledger: Ledger) -> tuple[str, str]:
    """The noun of the headline, and the condition under which it may stand for that of the count."""
    headline = _headline(ledger)
    return ("", "") if headline is None else (headline.unit.plural, "none is counted twice")


def _headline(ledger: Ledger) -> Statistic | None:
    """The headline, where it counts something else than the counts do."""
    headline = ledger.parts.get("headline")
    if not isinstance(headline, Statistic) or headline.kind != "count":
        return None
    return headline if headline.unit != ledger.later.unit else None


def _check(ledger: Ledger) -> None:
    earlier, later = ledger.earlier, ledger.later
    if earlier.unit != later.unit:
        raise NotInStoryError(
            "The claim editor needs two counts of one kind of thing. "
            f"Here one counts {earlier.unit.plural} and the other {later.unit.plural}."
        )
    if earlier.value == later.value:
        raise NotInStoryError(f"The claim editor needs two different counts. Here both are {_count(later)}.")


# --- the ticks --------------------------------------------------------------------------------------------------------


def _counts(ledger: Ledger) -> Tick:
    return Tick(COUNTS, "Give both counts in full", "both counts in full", "printed", _printed_in(ledger))


def _months(ledger: Ledger) -> Tick:
    label, said = "Give the first and the last month of both", "the months of both counts"
    return Tick(MONTHS, label, said, "printed", _printed_in(ledger))


def _source(ledger: Ledger) -> Tick | None:
    """Who gives the counts out; no tick where the ledger names nobody."""
    if not (ledger.earlier.speaker or ledger.later.speaker):
        return None
    return Tick(SOURCE, "Say who gives each count", "who gives each count", "printed", _printed_in(ledger))


def _gap(ledger: Ledger) -> Tick | None:
    if not figures.change.months_missing(ledger):
        return None
    because = "it follows from the months that are printed"
    return Tick(GAP, "Say which months have no figure", "which months have no figure", "printed", because)


def _alike(ledger: Ledger) -> Tick:
    alike = counted_alike(ledger)
    because = f"{printed_of_both(ledger)}; you assume that {alike}"
    return Tick(ALIKE, f"Assume that {alike}", f"that {alike}", "assumed", because)


def _people(ledger: Ledger) -> Tick | None:
    """The headline's noun in place of the count's; no tick where they are one."""
    headline = _headline(ledger)
    if headline is None:
        return None
    things, people = ledger.later.unit, headline.unit
    because = f"the exact count is of {things.plural}; you assume that each is of another {people.singular}"
    label = f"Turn {things.plural} into {people.plural}, as the headline does"
    return Tick(PEOPLE, label, f"{people.plural} for {things.plural}", "assumed", because)


def _previous(ledger: Ledger) -> Tick | None:
    """Words in print that put the earlier period just before the later one; right only where it is. No tick for other
    words for a time."""
    earlier, later = ledger.earlier, ledger.later
    if not JUST_BEFORE.search(earlier.period_printed):
        return None
    called = f"“{_called(earlier)}”"
    label, said = f"Call the earlier months {called}", called
    if earlier.period.end + 1 == later.period.start and earlier.period.months == later.period.months:
        return Tick(PREVIOUS, label, said, "printed", f"{_printed_in(ledger)}, and its months agree")
    because = (
        f"the words are printed, but those months ended in {text.month(earlier.period.end)} and the later ones began "
        f"in {text.month(later.period.start)}"
    )
    if missing := figures.change.months_missing(ledger):
        because += f", with {text.months(missing)} between"
    return Tick(PREVIOUS, label, said, "refused", because)


def _reason(ledger: Ledger) -> Tick:
    because = "two counts say how many were counted, not why: the looking or the counting may have changed"
    return Tick(REASON, f"Give a reason: there were {_more(ledger)} to find", "a reason", "refused", because)


def _printed_in(ledger: Ledger) -> str:
    paragraphs = sorted({ledger.earlier.paragraph, ledger.later.paragraph})
    return f"printed in paragraph{'s' * (len(paragraphs) > 1)} {' and '.join(map(str, paragraphs))}"
