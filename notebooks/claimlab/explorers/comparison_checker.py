"""Comparison checker: may these two figures be combined? Yes, only if you assume something, or no, and why."""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import charts, text
from ..analysis import comparisons
from ..analysis.comparisons import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, Comparison, Quantity, Reason
from ..charts import pair
from ..claims.errors import ReaderError
from ..claims.ledger import Ledger
from .view import Control, Explorer, Preset, View

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


FITS = "fits"
MARKS = {"no": "no", "if": "assume", "note": "with care"}
"""How what a column says is marked, the gravest first; a column that says nothing fits."""


def explorer(ledger: Ledger, predicted: str | None = None) -> Explorer:
    """The checker on a story; `predicted` is the answer the student expected for the opening pair, shown beside ours.

    Raises ReaderError where the story has fewer than two statistics that carry a part.
    """
    figures = {quantity.name: quantity for quantity in comparisons.figures(ledger)}
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
        return comparisons.compare(values["operation"], figures[values["first"]], figures[values["second"]])

    def alike(values: dict[str, Any]) -> dict[str, Any]:
        return _alike(values, compared(values), names)

    def draw(**values: Any) -> View:
        foreseen = predicted if (values["operation"], values["first"], values["second"]) == OPENING else None
        return _view(compared(values), values["assumed"], foreseen)

    return Explorer("Comparison checker", controls, draw, presets=_presets(figures), alike=alike)


def _alike(values: dict[str, Any], comparison: Comparison, names: tuple[str, ...]) -> dict[str, Any]:
    """The setting that stands for all that show the same: nothing assumed where nothing has to be, and the two figures
    in the order in which they are combined, or in the story's order where it does not matter."""
    if comparison.same:
        return {"first": names[0], "second": names[0], "operation": DIFFERENCE, "assumed": False}
    two = [comparison.a.name, comparison.b.name]
    dated = comparison.a.period and comparison.b.period
    if comparison.operation in (DIFFERENCE, SUM) or (comparison.operation == CHANGE and not dated):
        two.sort(key=names.index)
    assumed = values["assumed"] and comparison.answer == comparisons.ONLY_IF
    return {**values, "first": two[0], "second": two[1], "assumed": assumed}


def _presets(figures: dict[str, Quantity]) -> tuple[Preset, ...]:
    choices = [
        (
            text.capital(comparisons.compare(operation, figures[first], figures[second]).asked),
            {"first": first, "second": second, "operation": operation, "assumed": False},
        )
        for operation, first, second in INVITED
        if first in figures and second in figures
    ]
    return (Preset("tempting", "Try a tempting pair (our choice)", tuple(choices)),) if choices else ()


def _view(comparison: Comparison, assumed: bool, predicted: str | None) -> View:
    if comparison.same:
        nothing = pd.DataFrame(columns=["Looked at", "What follows"])
        return View(
            "", comparison.verdict(), nothing, "One figure cannot be compared with itself, so nothing is drawn."
        )
    rows = [_row(comparison, column) for column in READ]
    rows.append(["the answer", "", "", _answer(comparison, assumed)])
    if predicted:
        rows.append(["your prediction", "", "", predicted])
    table = pd.DataFrame(rows, columns=["Looked at", comparison.a.amount, comparison.b.amount, "What follows"])
    return View(_picture(comparison), comparison.verdict(assumed), table, _description(comparison, predicted))


def _answer(comparison: Comparison, assumed: bool) -> str:
    """The answer in a cell of the table, with the result where there is one to show."""
    if comparison.answer == comparisons.YES:
        return f"yes: {comparison.result}"
    if assumed:
        return f"if all that is assumed: {comparison.result}"
    return comparison.answer


def _said(quantity: Quantity, column: str) -> str:
    """What a figure has in a column, in words."""
    told = {
        "unit": quantity.things,
        "period": quantity.when,
        "place": quantity.place,
        "stock or flow": quantity.flow,
        "status": "" if quantity.status == "-" else quantity.status,
        "hedge": quantity.hedge,
    }[column]
    return told or "not told"


def _of(comparison: Comparison, column: str) -> list[Reason]:
    return [reason for reason in comparison.reasons if reason.column == column]


def _mark(comparison: Comparison, column: str) -> str:
    """The gravest thing a column says, as the picture and the table mark it."""
    grades = {reason.grade for reason in _of(comparison, column)}
    return next((mark for grade, mark in MARKS.items() if grade in grades), FITS)


def _row(comparison: Comparison, column: str) -> list[str]:
    follows = [
        f"assume that {reason.assume}" if reason.grade == "if" else f"{MARKS[reason.grade]}: {reason.said}"
        for reason in _of(comparison, column)
    ]
    return [column, _said(comparison.a, column), _said(comparison.b, column), "; ".join(follows) or FITS]


def _picture(comparison: Comparison) -> str:
    heads = comparison.a.amount, comparison.b.amount
    lines = [
        pair.Line(column, _said(comparison.a, column), _said(comparison.b, column), _mark(comparison, column))
        for column in READ
    ]
    with charts.drawing():
        figure = charts.canvas(5, pair.height(heads, lines))
        pair.cards(figure.add_axes((0.01, 0.0, 0.98, 1.0)), heads, lines)
        return charts.svg(figure)


def _description(comparison: Comparison, predicted: str | None) -> str:
    words = {
        FITS: "They fit in", "with care": "They fit, with care, in",
        "assume": "Something has to be assumed about", "no": "They do not fit in",
    }  # fmt: skip
    groups = {mark: [column for column in READ if _mark(comparison, column) == mark] for mark in words}
    told = [f"{words[mark]} {', '.join(columns)}." for mark, columns in groups.items() if columns]
    ends = {
        comparisons.YES: f"So {comparison.asked} may be worked out.",
        comparisons.ONLY_IF: f"So {comparison.asked} may be worked out only with what is assumed in the same sentence.",
        comparisons.NO: f"So {comparison.asked} is not worked out here.",
    }
    foreseen = f" Your prediction was “{predicted}”." if predicted else ""
    cards = f"Two cards side by side, {comparison.a.label} and {comparison.b.label}, compared line by line."
    return f"{cards} {' '.join(told)} {ends[comparison.answer]}{foreseen}"
