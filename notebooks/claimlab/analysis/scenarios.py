"""What the months without a figure could have been, and what follows."""

from __future__ import annotations

from dataclasses import dataclass

from .. import text
from ..claims import periods
from ..claims.ledger import Ledger
from . import figures

SHARES = (0.6, 0.8, 1.0, 1.2, 1.4)
"""Shares of the earlier count on offer, as multiples of an even spread. Our judgement."""
LOW, HIGH = 0.30, 0.54
"""The low and the high round scenario, as parts of the later count. Our judgement."""
STEPS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000)


@dataclass(frozen=True)
class Scenario:
    """A named assumption: what the missing months held, and the share of the earlier count in the months before (%)."""

    label: str
    missing: int
    share: float


def shares(ledger: Ledger) -> list[float]:
    """Shares of the earlier count that may fall in the year actually before (%), rising; steady growth's is one."""
    even = figures.change.even_share(ledger)
    return sorted(
        {round(min(even * part, 100), 1) for part in SHARES} | {round(figures.change.steady_share(ledger), 1)}
    )


def written_share(share: float, ledger: Ledger) -> str:
    """A share in per cent, with what it stands for where it has a name."""
    said = f"{text.number(share)}%"
    if share == figures.change.even_share(ledger):
        return f"{said} (even)"
    return f"{said} (steady growth)" if share == round(figures.change.steady_share(ledger), 1) else said


def steady(ledger: Ledger) -> Scenario:
    """The scenario in which every month grew by the same percentage, with the share that goes with it."""
    missing, share = figures.change.steady_missing(ledger), figures.change.steady_share(ledger)
    return Scenario("steady growth all the way", text.nearest(missing), round(share, 1))


def evenly(ledger: Ledger) -> Scenario:
    """The scenario in which the months without a figure held as many as the months before them, if spread evenly."""
    even = figures.change.even_share(ledger)
    return Scenario("as many as in the months before, if even", int(figures.change.even_shared(ledger)), even)


def named(ledger: Ledger) -> list[Scenario]:
    """The named scenarios for the months without a figure. Which ones are named is our judgement, not the article's.

    All but steady growth take the earlier count as evenly spread.
    """
    coarse, even, later = 4 * _step(ledger), figures.change.even_share(ledger), figures.change.later_count(ledger)
    low, high = (text.nearest(part * later / coarse) * coarse for part in (LOW, HIGH))
    return [
        Scenario("a low round figure", low, even),
        evenly(ledger),
        steady(ledger),
        Scenario("as fast as the later period", text.nearest(figures.change.half_of_later(ledger)), even),
        Scenario("a high round figure", high, even),
    ]


def breaks(ledger: Ledger) -> dict[float, int]:
    """What the missing months held if there was no change, by share; a share that leaves less than none is left out."""
    found = {share: int(figures.change.break_even_with(ledger, share)) for share in shares(ledger)}
    return {share: missing for share, missing in found.items() if missing >= 0}


def missing_options(ledger: Ledger) -> list[int]:
    """What the missing months may have held: even steps from 0, the named scenarios, the break-even of every share."""
    step = _step(ledger)
    steps = range(0, _top(ledger) + 1, step)
    return sorted({*steps, *(scenario.missing for scenario in named(ledger)), *breaks(ledger).values()})


def windows(ledger: Ledger) -> list[periods.ReportingPeriod]:
    """Twelve-month windows to compare the later period with: as printed, half-way, and the year actually before."""
    gap = int(figures.change.months_missing(ledger))
    first = ledger.earlier.period
    return [first, first.moved(gap // 2), periods.year_before(ledger.later.period)]


def window_count(ledger: Ledger, window: periods.ReportingPeriod, missing: int, share: float) -> float:
    """How many the window held, as a whole number: `window_held`, rounded once, at the end."""
    return float(text.nearest(window_held(ledger, window, missing, share)))


def window_held(ledger: Ledger, window: periods.ReportingPeriod, missing: int, share: float) -> float:
    """How many the window held, not rounded: what a change is worked out from.

    `missing` is assumed for the months without a figure, spread evenly over them; `share` per cent of the earlier count
    is assumed for the months it shares with the year actually before, spread evenly there, and the rest likewise.
    The two of steady growth stand for what they are rounded from.
    """
    earlier, before = ledger.earlier.period, periods.year_before(ledger.later.period)
    growth = steady(ledger)
    held: float = missing
    if (missing, share) == (growth.missing, growth.share):
        held, share = figures.change.steady_missing(ledger), figures.change.steady_share(ledger)
    late = figures.change.earlier_count(ledger) * share / 100
    pieces = [
        (periods.overlap(earlier, before), late),
        (periods.ReportingPeriod(earlier.start, before.start - 1), figures.change.earlier_count(ledger) - late),
        (periods.between(earlier, ledger.later.period), held),
    ]
    return sum(_part(piece, count, window) for piece, count in pieces if piece)


def _part(piece: periods.ReportingPeriod, count: float, window: periods.ReportingPeriod) -> float:
    shared = periods.overlap(piece, window)
    return count * shared.months / piece.months if shared else 0.0


def _top(ledger: Ledger) -> int:
    """A tenth above the largest break-even, up to a round number."""
    largest = max(figures.change.break_even_with(ledger, share) for share in shares(ledger)) * 1.1
    coarse = 4 * _step(ledger)
    return int(-(-largest // coarse) * coarse)


def _step(ledger: Ledger) -> int:
    """The round step that takes about sixty to reach the later count."""
    return next((step for step in STEPS if figures.change.later_count(ledger) / step <= 70), STEPS[-1])
