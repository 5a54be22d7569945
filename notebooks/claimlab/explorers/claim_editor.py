"""Claim editor: tick what you want to say about two counts; the sentence gets as strong as the evidence carries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .. import charts, text
from ..analysis import fair_sentences, figures
from ..analysis.fair_sentences import ALIKE, COUNTS, GAP, MONTHS, OPEN, PEOPLE, SOURCE, Tick
from ..claims import periods
from ..claims.ledger import Claim, Ledger
from .view import Control, Explorer, View

NEEDS: tuple[str, ...] = ("change",)

WITHOUT, WITH = "not ticked", "ticked"
SUPPORT = {"printed": "yes", "assumed": "it does not say", "refused": "no"}
"""What the article does for a tick."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The claim editor on a story; `predicted` is the sentence the student chose, shown beside the one that is carried.

    Raises ReaderError where the story's two counts are of different things, or are the same number.
    """
    ticks = fair_sentences.ticks(ledger)
    controls = tuple(Control("tick", tick.name, tick.label, (False, True), (WITHOUT, WITH), False) for tick in ticks)

    def draw(**ticked: bool) -> View:
        return _view(_State(ledger, tuple(tick for tick in ticks if ticked[tick.name]), predicted))

    return Explorer("Claim editor", controls, draw)


@dataclass(frozen=True)
class _State:
    """Everything one state shows: what is ticked, and the sentence that it carries."""

    ledger: Ledger
    ticked: tuple[Tick, ...]
    predicted: str | None

    @cached_property
    def names(self) -> set[str]:
        """What is ticked and not refused."""
        return {tick.name for tick in self.ticked if tick.support != "refused"}

    @cached_property
    def sentence(self) -> str:
        return fair_sentences.sentence(self.ledger, self.names)

    @cached_property
    def open(self) -> list[str]:
        """What a reader of the sentence cannot tell."""
        offered = [tick.name for tick in fair_sentences.ticks(self.ledger)]
        return [words for name, words in OPEN.items() if name in offered and name not in self.names]

    def of(self, support: str) -> list[Tick]:
        """The ticks for which the article does this."""
        return [tick for tick in self.ticked if tick.support == support]

    @property
    def change(self) -> str:
        """How the later count stands to the earlier one, as far as it is told."""
        if COUNTS in self.names:
            return text.change(figures.change.rise_percent(self.ledger))
        return "more" if self.ledger.later.value > self.ledger.earlier.value else "fewer"


def _view(state: _State) -> View:
    table = pd.DataFrame(_rows(state), columns=["What you say", "Does the article support it?", "Why, or how much"])
    return View(_picture(state), _verdict(state), table, _description(state))


def _verdict(state: _State) -> str:
    quoted = f"“{state.sentence}”"
    if refused := state.of("refused"):
        reasons = "; and ".join(f"{tick.said}, because {tick.because}" for tick in refused)
        return f"Refused: {reasons}; what is left: {quoted}"
    if assumed := state.of("assumed"):
        return f"The article carries this only together with what you assume ({_listed(assumed)}): {quoted}"
    if not state.ticked:
        return f"The article carries this, and it says little: {quoted}"
    return f"The article carries this, and nothing in it is assumed: {quoted}"


def _rows(state: _State) -> list[list[str]]:
    rows = [[tick.said, SUPPORT[tick.support], tick.because] for tick in state.ticked]
    rows.append(["words in the sentence", "", text.number(text.words(state.sentence))])
    if state.open:
        rows.append(["what a reader cannot tell", "", "; ".join(state.open)])
    if state.predicted:
        rows.append(["your prediction", "", f"“{state.predicted}”"])
    return rows


def _description(state: _State) -> str:
    pair = "; ".join(f"the {which} one {_told(state, claim)}" for which, claim in _claims(state.ledger))
    said = [f"What a reader of the sentence can picture is two bars: {pair}."]
    if GAP in state.names:
        said.append(f"Between them a hatched stretch, {_gap(state.ledger)}, marked: no figure.")
    if ALIKE in state.names:
        said.append(f"A dashed arrow leads from one to the other, marked {state.change}, if counted alike.")
    listed = {"printed": "printed in the article", "assumed": "assumed by you", "refused": "refused and not drawn"}
    told = [f"{words}: {_listed(state.of(support))}" for support, words in listed.items() if state.of(support)]
    return " ".join([*said, text.capital(f"{'; '.join(told)}.") if told else "Nothing is ticked."])


def _told(state: _State, claim: Claim) -> str:
    """What the sentence tells of one count, in words."""
    told = [text.number(claim.value) if COUNTS in state.names else "without a number"]
    told.append(f"over {claim.period}" if MONTHS in state.names else "without its months")
    if SOURCE in state.names and claim.speaker:
        told.append(f"from {claim.speaker}")
    return ", ".join(told)


def _claims(ledger: Ledger) -> tuple[tuple[str, Claim], tuple[str, Claim]]:
    return ("earlier", ledger.earlier), ("later", ledger.later)


def _gap(ledger: Ledger) -> str:
    return str(periods.between(ledger.earlier.period, ledger.later.period))


def _listed(ticks: list[Tick]) -> str:
    return ", ".join(tick.said for tick in ticks)


# --- the picture ------------------------------------------------------------------------------------------------------


def _picture(state: _State) -> str:
    """The bars lie on a true axis of months where the months or the gap are told, and side by side where not."""
    ledger, names = state.ledger, state.names
    whole = int(figures.change.months_spanned(ledger))
    highest = max(claim.value / claim.period.months for _, claim in _claims(ledger))
    pair = []
    for (which, claim), plain in zip(_claims(ledger), (0.1, 0.55), strict=True):
        true = MONTHS in names or GAP in names
        start = (claim.period.start - ledger.earlier.period.start).n
        height = claim.value / claim.period.months / highest
        pair.append(
            charts.reader.Bar(
                start if true else plain * whole,
                claim.period.months if true else 0.35 * whole,
                height if COUNTS in names else 0.85 if claim.value < _other(ledger, claim).value else 1,
                COUNTS in names,
                f"{text.number(claim.value)}\n{claim.unit.plural}" if COUNTS in names else "how many?",
                _people(ledger) if PEOPLE in names else "",
                [str(claim.period) if MONTHS in names else f"{which}: when?", *_speaker(state, claim)],
            )
        )
    with charts.drawing():
        figure = charts.canvas(5, 3.2)
        axes = figure.add_axes((0.02, 0.02, 0.96, 0.96))
        charts.reader.bars(axes, pair, whole)
        if GAP in names:
            left = pair[0].left + pair[0].width
            charts.reader.hole(axes, left, pair[1].left - left, "no figure\nprinted")
        if ALIKE in names:
            charts.reader.arrow(axes, pair, f"{state.change}, if both\nwere counted alike")
        return charts.svg(figure)


def _other(ledger: Ledger, claim: Claim) -> Claim:
    return ledger.later if claim == ledger.earlier else ledger.earlier


def _people(ledger: Ledger) -> str:
    return f"as many\n{ledger.part('headline').unit.plural}?"


def _speaker(state: _State, claim: Claim) -> list[str]:
    if SOURCE in state.names:
        return [f"says: {claim.speaker or 'nobody named'}"]
    return ["who says so?"]
