"""Conditions that a question or an explorer may need and that are about figures of a story taken together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ... import text
from ...claims.errors import NotInStoryError
from ...claims.ledger import Ledger
from .. import comparisons, fair_sentences, figures, hedges, sure_words
from ..comparisons import ladder
from . import two_counts

MOST_MONTHS = 50
"""The longest stretch of months, from the earlier count to the total, that one picture has room for."""
HEDGED = "almost", "more than", "at least", "up to", "about"
"""Hedges that stand before a number."""
FLOORS = "more than", "at least"
"""Hedges that pin the lower end alone."""


@dataclass(frozen=True)
class Condition:
    """A noun phrase for what is needed, and whether a story has it. `met` may rely on the needs `of`; `why` says in a
    sentence what this story has instead."""

    phrase: str
    met: Callable[[Ledger], bool]
    of: tuple[str, ...] = ()
    why: Callable[[Ledger], str] | None = None


BOTH = "earlier_count", "later_count"


def _roundness(ledger: Ledger, part: str) -> int:
    """The step the number of a part stands on; 1 where it is not round, or no whole number."""
    value = ledger.part(part).value
    return hedges.roundness(value) if value and float(value).is_integer() else 1


def _is_length(ledger: Ledger, part: str) -> bool:
    try:
        figures.totals.time_word(ledger.amount(part).unit)
    except NotInStoryError:
        return False
    return True


def _undated(ledger: Ledger, part: str, words: bool) -> bool:
    """Whether a part has no months; and whether it has words for its time."""
    claim = ledger.part(part)
    return claim.period is None and bool(claim.period_printed) == words


FLOWS = "total_without_count", "hedged_count"
"""The parts that are to be flows beside the later count."""


def _stocks_and_flows(ledger: Ledger) -> bool:
    flows = all(ledger.part(part).stock_or_flow == "flow" for part in ("later_count", *FLOWS))
    return flows and ledger.part("range").stock_or_flow == "stock" and _undated(ledger, "range", words=True)


def _total_beside(ledger: Ledger) -> bool:
    total, later = ledger.amount("total_without_count"), ledger.later
    return total.period == later.period and total.value < later.value


def _short_span(ledger: Ledger) -> bool:
    spans = ledger.earlier.period, ledger.later.period, ledger.count("total_without_count").period
    return (max(span.end for span in spans) - min(span.start for span in spans)).n < MOST_MONTHS


def _called_last_year(ledger: Ledger) -> bool:
    called = {claim.period_printed for claim in ledger.claims if claim.fact == ledger.later.id}
    try:
        figures.publication.month(ledger)
    except NotInStoryError:
        return False
    return "last year" in called


def _nested(ledger: Ledger) -> bool:
    moved = (getattr(figures.estimate, name)(ledger) for name in ("low_end_moved", "high_end_fell", "middle_moved"))
    return all(by > 0 for by in moved)


def _ranges_before(ledger: Ledger) -> int:
    return len(figures.estimate.earlier(ledger).dropna(subset=["low", "high"]))


def _stands_on_a_ladder(ledger: Ledger) -> bool:
    return any(ladder.ladder_of(claim.status) for claim in ledger.statistics)


def _differ(ledger: Ledger, one: str, other: str, word: str) -> bool:
    return bool(getattr(ledger.part(one), word) != getattr(ledger.part(other), word))


CONDITIONS = {
    "same_things": Condition(
        "two counts of the same things in the same place", two_counts.same_things, BOTH, two_counts.other_things
    ),
    "change": Condition(
        "two different counts over equally long periods, one later than the other",
        two_counts.change, ("same_things",), two_counts.no_change,
    ),
    "misnamed": Condition(
        "words that put the earlier period just before the later one, where it is not", fair_sentences.misnamed,
        ("change", "earlier_count.period_printed"),
    ),
    "one_later": Condition(
        "two counts of the same things, one of which begins later than the other",
        two_counts.one_later, ("same_things",), two_counts.how_they_lie,
    ),
    "gap": Condition(
        "two counts over twelve months each, with one to eleven months between them",
        two_counts.years_with_a_gap, ("change",), two_counts.how_they_lie,
    ),
    "break_even": Condition(
        "a later count that is not below the part of the earlier one in the twelve months before it",
        two_counts.break_even, ("gap",),
    ),
    "between": Condition(
        "months between the two counts, for which it prints no figure",
        lambda ledger: two_counts.gap(ledger) is not None, BOTH, two_counts.how_they_lie,
    ),
    "later_year": Condition(
        "a later count over twelve months",
        lambda ledger: ledger.later.period.months == two_counts.YEAR, ("later_count",),
    ),
    "last_year": Condition(
        "a later count that is also called that of “last year”, and a month of publication",
        _called_last_year, ("later_year",),
    ),
    "exact_count": Condition(
        "a later count printed to the last digit",
        lambda ledger: ledger.later.hedge == hedges.EXACTLY, ("later_count",),
    ),
    "headline_below": Condition(
        "a headline that prints a smaller number than the text below it",
        lambda ledger: ledger.amount("headline").value < ledger.later.value, ("headline", "later_count"),
    ),
    "headline_noun": Condition(
        "a headline about other things than the later count",
        lambda ledger: _differ(ledger, "headline", "later_count", "unit"), ("headline", "later_count"),
    ),
    "round_headline": Condition(
        "a headline with a round number", lambda ledger: _roundness(ledger, "headline") >= 10, ("headline",)
    ),
    "bare_headline": Condition(
        "a headline without a period and a place",
        lambda ledger: _undated(ledger, "headline", words=False) and not ledger.part("headline").place, ("headline",),
    ),
    "floor_headline": Condition(
        "a headline's figure with the words “more than” or “at least” before it",
        lambda ledger: ledger.part("hedged_headline").hedge in FLOORS, ("hedged_headline",),
    ),
    "hedged": Condition(
        "a count with a word such as “almost” before it",
        lambda ledger: ledger.part("hedged_count").hedge in HEDGED, ("hedged_count",),
    ),
    "almost": Condition(
        "a count with the word “almost” before it",
        lambda ledger: ledger.part("hedged_count").hedge == hedges.ALMOST, ("hedged_count",),
    ),
    "round_hedge": Condition(
        "a hedged count with a round number", lambda ledger: _roundness(ledger, "hedged_count") >= 10, ("hedged",)
    ),
    "total_of_time": Condition(
        "a total of lengths of time",
        lambda ledger: _is_length(ledger, "total_without_count"), ("total_without_count",),
    ),
    "total_of_others": Condition(
        "a total of other things than the hedged count",
        lambda ledger: _differ(ledger, "total_without_count", "hedged_count", "unit"),
        ("total_without_count", "hedged_count"),
    ),
    "cases_of_time": Condition(
        "a total of lengths of time, and two cases with theirs",
        lambda ledger: all(_is_length(ledger, part) for part in ("long_case", "short_case")),
        ("total_of_time", "long_case", "short_case"),
    ),
    "exact_total": Condition(
        "a total printed to the last digit",
        lambda ledger: ledger.part("total_without_count").hedge == hedges.EXACTLY, ("total_without_count",),
    ),
    "two_stages": Condition(
        "a total counted at another stage than the later count",
        lambda ledger: _differ(ledger, "total_without_count", "later_count", "status"),
        ("total_without_count.status", "later_count.status"),
    ),
    "total_beside": Condition(
        "a total for the months of the later count, and a smaller number than that", _total_beside,
        ("total_without_count.period", "later_count"),
    ),
    "short_span": Condition(
        f"two counts and a total that lie within {text.months(MOST_MONTHS)}",
        _short_span, (*BOTH, "total_without_count.period"),
    ),
    "stocks_and_flows": Condition(
        "three figures that are flows, and a range that is a stock of a time named in words", _stocks_and_flows,
        ("later_count", *(f"{part}.period" for part in FLOWS), "range"),
    ),
    "estimated_range": Condition(
        "a range that is an estimate",
        lambda ledger: ledger.part("range").status.startswith(ladder.ESTIMATED), ("range.status",),
    ),
    "sure_words": Condition(
        f"a row each for {text.listed([f'“{word}”' for word in sure_words.SURE_WORDS])}", sure_words.all_there
    ),
    "wide_range": Condition(
        "a range whose upper end is more than a tenth above its lower one",
        lambda ledger: ledger.range("range").high > figures.estimate.WIDE * ledger.range("range").low, ("range",),
    ),
    "ladder": Condition("a figure counted at a stage that others come before or after", _stands_on_a_ladder),
    "two_figures": Condition(
        "two figures to compare", lambda ledger: len(comparisons.figures(ledger)) > 1
    ),
    "bases": Condition(
        "a base to divide by, among the tables from outside",
        lambda ledger: {"first", "everyone", "other_place"} <= set(figures.estimate.bases(ledger).index), ("range",),
    ),
    "estimate_before": Condition(
        "an earlier estimate, among the tables from outside",
        lambda ledger: len(figures.estimate.earlier(ledger)) > 0, ("range",),
    ),
    "range_before": Condition(
        "an earlier range around its own, among the tables from outside",
        lambda ledger: _ranges_before(ledger) > 0 and _nested(ledger), ("range",),
    ),
}  # fmt: skip
"""By name. A sentence says: this question needs PHRASE, which this story does not have."""
