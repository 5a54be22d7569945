"""Comparison checker: may these two figures be combined? Yes, only if you assume something, or no, and why."""

from __future__ import annotations

from typing import Any

from .. import text
from ..analysis import comparisons
from ..analysis.comparisons import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, Comparison, Statistic
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .view import Control, Explorer, Line, Mark, Preset, Table, View

NEEDS: tuple[str, ...] = ("two_figures",)

READ = "unit", "period", "place", "stock or flow", "status", "hedge"
"""The columns in the order in which a reader meets them."""
OPENING = SHARE, "later_count", "range"
"""The pair the notebook asks a prediction about."""
INVITED = (
    OPENING,
    (RATIO, "hedged_count", "later_count"),
    (SUM, "earlier_count", "later_count"),
    (CHANGE, "earlier_count", "later_count"),
    (SHARE, "range", "resident_adults"),
    (SHARE, "range", "resident_people"),
    (RATIO, "later_count", "wider_count"),
    (DIFFERENCE, "earlier_range", "range"),
)
"""Pairs worth trying, where a story has both figures. Which ones are named is our judgement."""
LABELS = {
    DIFFERENCE: "difference: how far the two are apart",
    CHANGE: "percent change: from the earlier to the later",
    RATIO: "ratio: the first divided by the second",
    SHARE: "share: the first as a part of the second",
    SUM: "sum: both added up",
}

FITS: Mark = "fits"
MARKS: dict[str, Mark] = {"no": "no", "if": "assume", "note": "with care"}
"""How what a column says is marked, the gravest first; a column that says nothing fits."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The checker on a story; `predicted` is the answer the student expected for the opening pair, shown beside ours.

    Raises ReaderError where the story has fewer than two statistics that carry a part.
    """
    figures = {quantity.part: quantity for quantity in comparisons.figures(ledger)}
    if len(figures) < 2:
        raise ReaderError(
            f"The comparison checker needs two figures; {ledger.story} has {text.number(len(figures))}. "
            "Give a second statistic a part, in the column part of its row."
        )
    names, options = tuple(figures), tuple(quantity.option for quantity in figures.values())
    operation, first, second = OPENING if {*OPENING[1:]} <= {*names} else (RATIO, *names[:2])
    controls = (
        Control("select", "first", "First figure", names, options, first),
        Control("select", "second", "Second figure", names, options, second),
        Control("radio", "operation", "What to make of them", tuple(LABELS), tuple(LABELS.values()), operation),
        Control("tick", "assumed", "Assume what has to be assumed", (False, True), ("not assumed", "assumed"), False),
    )  # fmt: skip

    def compared(values: dict[str, Any]) -> Comparison:
        two = [values["first"], values["second"]]
        dated = all(figures[name].period for name in two)
        if values["operation"] in (DIFFERENCE, SUM) or (values["operation"] == CHANGE and not dated):
            two.sort(key=names.index)  # the order does not matter, so the sentence is the same either way round
        return comparisons.compare(values["operation"], *(figures[name] for name in two))

    def alike(values: dict[str, Any]) -> dict[str, Any]:
        return _alike(values, compared(values))

    def draw(**values: Any) -> View:
        foreseen = predicted if (values["operation"], values["first"], values["second"]) == OPENING else None
        pair = figures[values["first"]], figures[values["second"]]
        return _view(compared(values), pair, values["assumed"], foreseen)

    return Explorer("Comparison checker", controls, draw, presets=_presets(figures), alike=alike)


def _alike(values: dict[str, Any], comparison: Comparison) -> dict[str, Any]:
    """The setting that stands for all that show the same: nothing assumed where nothing has to be, and one operation
    for a figure on both sides."""
    if comparison.same:
        return {**values, "operation": DIFFERENCE, "assumed": False}
    return {**values, "assumed": values["assumed"] and comparison.answer == comparisons.ONLY_IF}


def _presets(figures: dict[str, Statistic]) -> tuple[Preset, ...]:
    choices = [
        (
            text.capital(comparisons.compare(operation, figures[first], figures[second]).asked),
            {"first": first, "second": second, "operation": operation, "assumed": False},
        )
        for operation, first, second in INVITED
        if first in figures and second in figures
    ]
    return (Preset("tempting", "Try a tempting pair (our choice)", tuple(choices)),) if choices else ()


def _view(comparison: Comparison, pair: tuple[Statistic, Statistic], assumed: bool, predicted: str | None) -> View:
    """The table is what is drawn: the two figures side by side, in the order chosen, and under each line its marks."""
    first, second = pair
    rows = [(column, _said(first, column), _said(second, column)) for column in READ]
    if comparison.same:
        notes = [(Line("", "", "the same"),) for _ in READ]
        description = "The same figure stands twice, side by side; one figure cannot be compared with itself."
    else:
        rows.append(("the answer", "", ""))
        notes = [*(_notes(comparison, column) for column in READ), (Line("", _answer(comparison, assumed)),)]
        if predicted:
            rows.append(("your prediction", "", ""))
            notes.append((Line("", predicted),))
        description = _description(comparison, pair, predicted)
    table = Table(("Looked at", first.amount, second.amount), rows, notes=notes, caption="The two, line by line")
    return View("", comparison.verdict(assumed), table, description)


def _answer(comparison: Comparison, assumed: bool) -> str:
    """The answer in a cell of the table, with the result where there is one to show."""
    if comparison.answer == comparisons.YES:
        return f"yes: {comparison.result}"
    if assumed:
        return f"if all that is assumed: {comparison.result}"
    return comparison.answer


def _said(quantity: Statistic, column: str) -> str:
    """What a figure has in a column, in words."""
    told = {
        "unit": quantity.things,
        "period": quantity.dated,
        "place": quantity.place,
        "stock or flow": quantity.stock_or_flow,
        "status": "" if quantity.status == "-" else quantity.status,
        "hedge": quantity.hedge,
    }[column]
    return told or "not told"


def _notes(comparison: Comparison, column: str) -> tuple[Line, ...]:
    """What a column says for or against, the gravest first."""
    lines = [
        Line("", reason.assume if grade == "if" else reason.said, mark)
        for grade, mark in MARKS.items()
        for reason in comparison.reasons
        if (reason.column, reason.grade) == (column, grade)
    ]
    return tuple(lines) or (Line("", "", FITS),)


def _description(comparison: Comparison, pair: tuple[Statistic, Statistic], predicted: str | None) -> str:
    words = {
        FITS: "They fit in", "with care": "They fit, with care, in",
        "assume": "Something has to be assumed about", "no": "They do not fit in",
    }  # fmt: skip
    gravest = {column: _notes(comparison, column)[0].mark for column in READ}
    groups = {mark: [column for column in READ if gravest[column] == mark] for mark in words}
    told = [f"{words[mark]} {', '.join(columns)}." for mark, columns in groups.items() if columns]
    ends = {
        comparisons.YES: f"So {comparison.asked} may be worked out.",
        comparisons.ONLY_IF: f"So {comparison.asked} may be worked out only with what is assumed in the same sentence.",
        comparisons.NO: f"So {comparison.asked} is not worked out here.",
    }
    foreseen = f" Your prediction was “{predicted}”." if predicted else ""
    cards = f"Two cards side by side, {pair[0].label} and {pair[1].label}, compared line by line."
    return f"{cards} {' '.join(told)} {ends[comparison.answer]}{foreseen}"
