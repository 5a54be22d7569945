"""Terms ladder: the stages from the first to the last, filled only where the story prints a figure."""

from __future__ import annotations

from dataclasses import dataclass

from .. import text
from ..analysis.comparisons import amount, ladder
from ..analysis.comparisons.ladder import Rung
from ..claims.ledger import Ledger
from .frame import State
from .view import Boxes, Card, Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ("ladder",)

NOTHING, BESIDE = "no figure printed", "Beside the ladder:"


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The ladder of a story, one rung looked at; a prediction is not shown, for nothing is predicted of it.

    Raises NotInStoryError where no figure of the story stands on a rung.
    """
    found = tuple(ladder.rungs(ledger))
    names = tuple(rung.status for rung in found)
    start = next((rung.status for rung in found if rung.on and not rung.figures), names[0])
    control = Control("radio", "stage", "Look at", names, names, start)

    def draw(stage: str) -> View:
        return _State(found, found[names.index(stage)]).view()

    return Explorer("Terms ladder", (control,), draw)


@dataclass(frozen=True)
class _State(State):
    """The rungs, the first stage first, and the one that is looked at."""

    rungs: tuple[Rung, ...]
    chosen: Rung

    def table(self) -> Table:
        rows = [(rung.status, self.place(rung), _printed(rung)) for rung in self.rungs]
        return Table(("Stage", "Where it stands", "What is printed"), rows)

    def place(self, rung: Rung) -> str:
        return f"{ladder.ORDINALS[self.rungs.index(rung)]} rung" if rung.on else "beside the ladder"

    def verdict(self) -> str:
        chosen = self.chosen
        if not chosen.on:
            if chosen.status.startswith(ladder.ESTIMATED):
                why = "it is an estimate, and no stage on the way up"
            else:
                why = "it is no stage on the way up"
            return f"“{chosen.status}” ({_printed(chosen)}) stands beside the ladder: {why}."
        if not chosen.figures:
            return f"For “{chosen.status}” no figure is printed, so no rate to this rung or from it can be worked out."
        said = f"At “{chosen.status}” our ledger has {_printed(chosen)}"
        if all(quantity.kind == "total" for quantity in chosen.figures):
            return f"{said}, a total, but not the number {chosen.status}, so no rate to this rung can be worked out."
        above = next((rung for rung in self.rungs[self.rungs.index(chosen) + 1 :] if rung.on), None)
        if above is None:
            return f"{said}; it is the last rung."
        if above.figures:
            return f"{said}; what is printed on the next rung, “{above.status}”, need not be about the same ones."
        untold = f"for the next rung, “{above.status}”, no figure is printed"
        return f"{said}; {untold}, so how many went on cannot be worked out here."

    def description(self) -> str:
        on = [rung for rung in self.rungs if rung.on]
        full = [f"{rung.status} ({_printed(rung)})" for rung in on if rung.figures]
        empty = [rung.status for rung in on if not rung.figures]
        beside = [f"{rung.status} ({_printed(rung)})" for rung in self.rungs if not rung.on]
        told = [
            f"A ladder, its rungs from the bottom up: {', '.join(rung.status for rung in on)}.",
            f"Filled: {'; '.join(full)}." + (f" Empty: {', '.join(empty)}." if empty else ""),
        ]
        return " ".join(told + ([f"Beside it stand {' and '.join(beside)}."] if beside else []))

    def boxes(self) -> tuple[Boxes, ...]:
        """The rungs, the last stage on top, and what stands beside them."""
        upwards = [self.card(rung) for rung in reversed(self.rungs) if rung.on]
        beside = [self.card(rung) for rung in self.rungs if not rung.on]
        return (Boxes(tuple(upwards), ladder=True), *([Boxes(tuple(beside), BESIDE)] if beside else []))

    def card(self, rung: Rung) -> Card:
        lines = [Line("", amount(quantity)) for quantity in rung.figures] or [Line("", NOTHING)]
        return Card(rung.status, tuple(lines), "chosen" if rung is self.chosen else "", empty=not rung.figures)


def _printed(rung: Rung) -> str:
    return text.listed([amount(quantity) for quantity in rung.figures]) if rung.figures else NOTHING
