"""Counts worth a mark beside a total whose count is not printed: each would give every one a length that is known."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from .. import text
from ..claims import references
from ..claims.claim import Amount
from ..claims.ledger import Ledger
from . import figures

CASES = "long_case", "short_case"
NEAR = 0.02
"""Up to this part of a count, the whole number nearest to it may be called “about” it."""
NOT_A_SAMPLE = "chosen by the report, not a sample"


@dataclass(frozen=True)
class MarkedCount:
    """A count worth a mark. `why` says how it comes about, `rests` what it rests on; `kind` chooses the shape."""

    count: float
    why: str
    rests: str
    kind: str

    @property
    def nearest(self) -> int:
        """The whole number nearest to the count."""
        return text.nearest(self.count)

    @property
    def near(self) -> bool:
        """Whether the whole number nearest to the count stands for it."""
        return abs(self.nearest - self.count) <= NEAR * self.count

    @property
    def said(self) -> str:
        """The count, with how near the whole number is."""
        return written_count(self.count)


def marked_counts(ledger: Ledger, total: Amount) -> list[MarkedCount]:
    """Every one like one picked case or the other; an average from outside, where there is one; the later count."""
    each, word = figures.totals.count_if_each, figures.totals.time_word(total.unit)
    marks = []
    for part, kind in zip(CASES, ("long", "short"), strict=True):
        case = ledger.parts.get(part)
        if isinstance(case, Amount) and figures.totals.is_length(case.unit):
            count = each(ledger, figures.totals.length_in_total_unit(ledger, part))
            marks.append(MarkedCount(count, f"if each were {case.printed}", f"a case {NOT_A_SAMPLE}", kind))
    for row in _outside(ledger):
        length = float(row["value"]) * figures.totals.DAYS["month"] / figures.totals.DAYS[word]
        rests = f"an average from outside the report, for {row['offences']}"
        marks.append(MarkedCount(each(ledger, length), f"if each were {row['printed']}", rests, "outside"))
    later = ledger.later
    rests = f"not how many were {total.status}"
    marks.append(MarkedCount(later.value, f"the number of {later.unit.plural}", rests, "other"))
    return marks


def _outside(ledger: Ledger) -> list[dict[Hashable, Any]]:
    """The average length for the last whole year that had ended within the later period; none on another story."""
    rows = references.load("sentence_lengths")
    rows = rows[(rows["story"] == ledger.story) & (rows["period_end"] <= str(ledger.later.period.end))]
    return rows.sort_values("period_end").tail(1).to_dict("records")


def written_count(count: float) -> str:
    """A count that need not be whole: 1,665, about 173, or between 2 and 3."""
    nearest = text.nearest(count)
    if abs(nearest - count) > NEAR * count:
        return f"between {text.number(math.floor(count))} and {text.number(math.ceil(count))}"
    return text.number(nearest) if nearest == count else f"about {text.number(nearest)}"
