"""Claim editor: tick what you want to say about two counts; the sentence gets as strong as the evidence carries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from .. import text
from ..analysis import fair_sentences, figures
from ..analysis.fair_sentences import ALIKE, COUNTS, GAP, MONTHS, OPEN, PEOPLE, SOURCE, Tick
from ..claims import periods
from ..claims.claim import Claim
from ..claims.ledger import Ledger
from .view import Boxes, Card, Control, Explorer, Line, Table, View

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
    def offered(self) -> set[str]:
        """What could be ticked on this story."""
        return {tick.name for tick in fair_sentences.ticks(self.ledger)}

    @cached_property
    def open(self) -> list[str]:
        """What a reader of the sentence cannot tell."""
        return [words for name, words in OPEN.items() if name in self.offered and name not in self.names]

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
    table = Table(("What you say", "Does the article support it?", "Why, or how much"), _rows(state))
    return View("", _verdict(state), table, _description(state), (_boxes(state),))


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


def _rows(state: _State) -> list[tuple[str, ...]]:
    rows = [(tick.said, SUPPORT[tick.support], tick.because) for tick in state.ticked]
    rows.append(("words in the sentence", "", text.number(text.words(state.sentence))))
    if state.open:
        rows.append(("what a reader cannot tell", "", "; ".join(state.open)))
    if state.predicted:
        rows.append(("your prediction", "", f"“{state.predicted}”"))
    return rows


def _description(state: _State) -> str:
    pair = "; ".join(f"the {which} one {_told(state, claim)}" for which, claim in _claims(state.ledger))
    said = [f"What a reader of the sentence is told of the two counts: {pair}."]
    if GAP in state.names:
        said.append(f"Between them lie the months {_gap(state.ledger)}, marked: no figure.")
    if ALIKE in state.names:
        said.append(f"The change from one to the other is marked {state.change}, if both were counted alike.")
    listed = {"printed": "printed in the article", "assumed": "assumed by you", "refused": "refused and not shown"}
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


# --- the boxes --------------------------------------------------------------------------------------------------------


def _boxes(state: _State) -> Boxes:
    """What a reader of the sentence is told of each count and of what lies between; what is left open is marked."""
    earlier, later = (_count(state, which, claim) for which, claim in _claims(state.ledger))
    return Boxes((earlier, _between(state), later))


def _count(state: _State, which: str, claim: Claim) -> Card:
    names, number = state.names, f"{text.number(claim.value)} {claim.unit.plural}"
    lines = [_line(OPEN[COUNTS], number if COUNTS in names else "")]
    if PEOPLE in names:
        lines.append(Line(f"How many {state.ledger.part('headline').unit.plural}", "as many", "assumed"))
    lines.append(_line(OPEN[MONTHS], str(claim.period) if MONTHS in names else ""))
    if SOURCE in state.offered:
        lines.append(_line(OPEN[SOURCE], (claim.speaker or "nobody named") if SOURCE in names else ""))
    return Card(f"The {which} count", tuple(lines), empty=COUNTS not in names)


def _between(state: _State) -> Card:
    """What the sentence tells of the two together."""
    ledger, names = state.ledger, state.names
    lines = [Line("The later count is", "higher" if ledger.later.value > ledger.earlier.value else "lower")]
    if GAP in state.offered:
        lines.append(_line("The months between", f"{_gap(ledger)}: no figure printed" if GAP in names else ""))
    if ALIKE in names:
        lines.append(Line("The change", f"{state.change}, if both were counted alike", "assumed"))
    else:
        lines.append(Line("The change", "", "not told"))
    return Card("The two together", tuple(lines), empty=GAP not in names and ALIKE not in names)


def _line(label: str, told: str) -> Line:
    return Line(text.capital(label), told, "" if told else "not told")
