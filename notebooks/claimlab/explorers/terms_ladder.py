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


def explorer(ledger: Ledger) -> Explorer:
    """The ladder of a story, one rung looked at.

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
        return f"{ladder.ORDINALS[self.rungs.index(rung)]} step" if rung.on else "beside the ladder"

    @property
    def totals_only(self) -> bool:
        """Whether all that is printed for the stage adds up lengths, so that nobody is counted."""
        return bool(self.chosen.figures) and all(quantity.kind == "total" for quantity in self.chosen.figures)

    @property
    def above(self) -> Rung | None:
        return next((rung for rung in self.rungs[self.rungs.index(self.chosen) + 1 :] if rung.on), None)

    def answer(self) -> str:
        if not self.chosen.on:
            return "beside the ladder"
        if self.totals_only:
            return "a total, no count"
        return f"{text.number(len(self.chosen.figures))} printed" if self.chosen.figures else NOTHING

    def verdict(self) -> str:
        chosen = self.chosen
        if not chosen.on:
            return f"“{chosen.status}” is no stage on the way up, so it stands beside the ladder."
        if not chosen.figures:
            return f"For “{chosen.status}” no figure is printed, so no rate to this step or from it can be worked out."
        if self.totals_only:
            return f"The number “{chosen.status}” is not printed, so no rate to this step can be worked out."
        if self.above is None:
            return f"“{chosen.status}” is the last step."
        if self.above.figures:
            return f"“{chosen.status}” and the next step, “{self.above.status}”, need not be about the same ones."
        return (
            f"How many went on from “{chosen.status}” to “{self.above.status}” is not printed and cannot be worked out."
        )

    def reasons(self) -> tuple[str, ...]:
        chosen = self.chosen
        said = [f"Printed for “{chosen.status}”: {amount(quantity)}." for quantity in chosen.figures]
        if not chosen.on and chosen.status.startswith(ladder.ESTIMATED):
            said.append("It is an estimate: nobody is identified.")
        return tuple(said)

    def description(self) -> str:
        on = [rung for rung in self.rungs if rung.on]
        full = [f"{rung.status} ({_printed(rung)})" for rung in on if rung.figures]
        empty = [rung.status for rung in on if not rung.figures]
        beside = [f"{rung.status} ({_printed(rung)})" for rung in self.rungs if not rung.on]
        told = [
            f"A ladder, its steps from the bottom up: {', '.join(rung.status for rung in on)}.",
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
