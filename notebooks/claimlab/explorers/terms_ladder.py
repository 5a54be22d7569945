"""Terms ladder: the stages from the first to the last, filled only where the story prints a figure."""

from __future__ import annotations

from ..analysis.comparisons import ladder
from ..analysis.comparisons.ladder import Rung
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .view import Boxes, Card, Control, Explorer, Line, Table, View

NEEDS: tuple[str, ...] = ("ladder",)

NOTHING, BESIDE = "no figure printed", "Beside the ladder:"


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The ladder of a story, one rung looked at; a prediction is not shown, for nothing is predicted of it.

    Raises ReaderError where no figure of the story stands on a rung.
    """
    found = ladder.rungs(ledger)
    if not any(rung.figures for rung in found if rung.on):
        raise ReaderError(
            f"The terms ladder needs a figure on a rung; {ledger.story} has none. In the column status, write one of: "
            f"{', '.join(ladder.stages(ledger))}."
        )
    names = tuple(rung.status for rung in found)
    start = next(rung.status for rung in found if rung.on and not rung.figures) if _gaps(found) else names[0]
    control = Control("radio", "stage", "Look at", names, names, start)

    def draw(stage: str) -> View:
        return _view(found, next(rung for rung in found if rung.status == stage))

    return Explorer("Terms ladder", (control,), draw)


def _gaps(found: list[Rung]) -> bool:
    return any(rung.on and not rung.figures for rung in found)


def _printed(rung: Rung) -> str:
    return "; ".join(quantity.amount for quantity in rung.figures) or NOTHING


def _view(found: list[Rung], chosen: Rung) -> View:
    rows = [(rung.status, _place(rung, found), _printed(rung)) for rung in found]
    table = Table(("Stage", "Where it stands", "What is printed"), rows)
    return View("", _verdict(found, chosen), table, _description(found), _boxes(found, chosen))


def _place(rung: Rung, found: list[Rung]) -> str:
    if not rung.on:
        return "beside the ladder"
    return f"{ladder.ORDINALS[[one.status for one in found].index(rung.status)]} rung"


def _verdict(found: list[Rung], chosen: Rung) -> str:
    if not chosen.on:
        if chosen.status.startswith(ladder.ESTIMATED):
            why = "nobody is identified there, so it is no stage that anybody reached"
        else:
            why = "it is no stage on the way up"
        return f"“{chosen.status}” ({_printed(chosen)}) stands beside the ladder: {why}."
    if not chosen.figures:
        return f"For “{chosen.status}” no figure is printed, so no rate to this rung or from it can be worked out."
    said = f"At “{chosen.status}” our ledger has {_printed(chosen)}"
    if all(quantity.kind == "total" for quantity in chosen.figures):
        return f"{said}, a total, but not the number {chosen.status}, so no rate to this rung can be worked out."
    above = next((rung for rung in found[found.index(chosen) + 1 :] if rung.on), None)
    if above is None:
        return f"{said}; it is the last rung."
    if above.figures:
        return f"{said}; what is printed on the next rung, “{above.status}”, need not be about the same ones."
    return f"{said}; for the next rung, “{above.status}”, no figure is printed, so nobody can say how many went on."


def _description(found: list[Rung]) -> str:
    on = [rung for rung in found if rung.on]
    full = [f"{rung.status} ({_printed(rung)})" for rung in on if rung.figures]
    empty = [rung.status for rung in on if not rung.figures]
    beside = [f"{rung.status} ({_printed(rung)})" for rung in found if not rung.on]
    told = [
        f"A ladder, its rungs from the bottom up: {', '.join(rung.status for rung in on)}.",
        f"Filled: {'; '.join(full)}." + (f" Empty: {', '.join(empty)}." if empty else ""),
    ]
    return " ".join(told + ([f"Beside it stand {' and '.join(beside)}."] if beside else []))


def _boxes(found: list[Rung], chosen: Rung) -> tuple[Boxes, ...]:
    """The rungs, the last stage on top, and what stands beside them."""
    upwards = [_card(rung, chosen) for rung in reversed(found) if rung.on]
    beside = [_card(rung, chosen) for rung in found if not rung.on]
    return (Boxes(tuple(upwards), ladder=True), *([Boxes(tuple(beside), BESIDE)] if beside else []))


def _card(rung: Rung, chosen: Rung) -> Card:
    lines = [Line("", quantity.amount) for quantity in rung.figures] or [Line("", NOTHING)]
    return Card(rung.status, tuple(lines), "chosen" if rung is chosen else "", empty=not rung.figures)
