"""Comparison checker: may these two figures be combined? Yes, only if you assume something, or no, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .. import text
from ..analysis import comparisons
from ..analysis.comparisons import CHANGE, DIFFERENCE, RATIO, SHARE, SUM, Comparison, Statistic
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from .frame import State
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


def explorer(ledger: Ledger) -> Explorer:
    """The checker on a story.

    Raises NotInStoryError where the story has fewer than two statistics that carry a part.
    """
    figures = {quantity.part: quantity for quantity in comparisons.figures(ledger)}
    if len(figures) < 2:
        raise NotInStoryError(
            f"The comparison checker needs two figures; {ledger.story} has {text.number(len(figures))}. "
            "Give a second statistic a part, in the column part of its row."
        )
    names, options = tuple(figures), tuple(_option(quantity) for quantity in figures.values())
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
        return _alike(values, compared(values))

    def draw(**values: Any) -> View:
        first, second = figures[values["first"]], figures[values["second"]]
        return _State(compared(values), first, second, values["assumed"]).view()

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


@dataclass(frozen=True)
class _State(State):
    """The two figures in the order chosen, what their comparison comes to, and whether what it takes is assumed."""

    comparison: Comparison
    first: Statistic
    second: Statistic
    assumed: bool

    @cached_property
    def notes(self) -> dict[str, tuple[Line, ...]]:
        """What each column says for or against, the gravest first."""
        found = {
            column: tuple(
                Line("", reason.assume if grade == "if" else reason.said, mark)
                for grade, mark in MARKS.items()
                for reason in self.comparison.reasons
                if (reason.column, reason.grade) == (column, grade)
            )
            for column in READ
        }
        return {column: lines or (Line("", "", FITS),) for column, lines in found.items()}

    @property
    def shows_result(self) -> bool:
        return not self.comparison.same and (self.assumed or self.comparison.answer == comparisons.YES)

    def answer(self) -> str:
        if self.comparison.same:
            return "the same figure twice"
        return {comparisons.ONLY_IF: "if all listed is true" if self.assumed else "only if"}.get(
            self.comparison.answer, self.comparison.answer
        )

    def verdict(self) -> str:
        found = self.comparison
        if found.same:
            return "One figure cannot be compared with itself: choose another for one of them."
        asked = text.capital(found.asked)
        if found.answer == comparisons.NO:
            return f"{asked} is not worked out here."
        if found.answer == comparisons.ONLY_IF and not self.assumed:
            return f"{asked} may be worked out only if you assume what is listed."
        result = found.result
        for one in (found.a, found.b):
            result = result.replace(f" ({one.dated})", "")  # when it was stands among the reasons
        return text.capital(f"{'then ' if self.assumed and not result.startswith('with ') else ''}{result}.")

    def reasons(self) -> tuple[str, ...]:
        """What speaks against it, the gravest first, or what has to be assumed; then what is to be known as well."""
        found = self.comparison
        if found.same:
            return ()
        if found.answer == comparisons.NO:
            return tuple(f"{text.capital(one.said)}." for one in found.reasons if one.grade == "no")
        said = [f"You assume that {clause}." for clause in found.assumptions]
        if comparisons.counted_alike(found.a, found.b) in found.assumptions and found.a.period and found.b.period:
            said.append(f"{text.capital(comparisons.printed_of_both(found.a, found.b))}.")
        if self.shows_result:
            said += [
                f"{text.capital(comparisons.amount(one))}: {one.dated}." for one in (found.a, found.b) if one.dated
            ]
        return (*said, *(f"{text.capital(one.said)}." for one in found.reasons if one.grade == "note"))

    def table(self) -> Table:
        """What is drawn: the two figures side by side, and under each line its mark."""
        rows = [(column, _said(self.first, column), _said(self.second, column)) for column in READ]
        alike: tuple[Line, ...] = (Line("", "", "the same"),)
        notes = [alike for _ in READ] if self.comparison.same else list(self.notes.values())
        if self.shows_result:
            rows.append(("the result", "", ""))
            notes.append((Line("", self.comparison.result),))
        columns = "Looked at", comparisons.amount(self.first), comparisons.amount(self.second)
        return Table(columns, rows, notes=notes, caption="The two, line by line")

    def description(self) -> str:
        if self.comparison.same:
            return "The same figure stands twice, side by side; one figure cannot be compared with itself."
        words = {
            FITS: "They fit in", "with care": "They fit, with care, in",
            "assume": "Something has to be assumed about", "no": "They do not fit in",
        }  # fmt: skip
        groups = {mark: [column for column, lines in self.notes.items() if lines[0].mark == mark] for mark in words}
        told = [f"{words[mark]} {', '.join(columns)}." for mark, columns in groups.items() if columns]
        asked = self.comparison.asked
        ends = {
            comparisons.YES: f"So {asked} may be worked out.",
            comparisons.ONLY_IF: f"So {asked} may be worked out only with what is assumed in the same sentence.",
            comparisons.NO: f"So {asked} is not worked out here.",
        }
        cards = (
            f"Two cards side by side, {comparisons.label(self.first)} and {comparisons.label(self.second)}, "
            "compared line by line."
        )
        return f"{cards} {' '.join(told)} {ends[self.comparison.answer]}"


def _option(quantity: Statistic) -> str:
    """A figure among others to choose from, short enough for a list; its months and place stand in the table."""
    return f"{comparisons.amount(quantity)}{' (not in the article)' if quantity.outside else ''}"


def _said(quantity: Statistic, column: str) -> str:
    """What a figure has in a column, in words."""
    told = {
        "unit": quantity.things,
        "period": quantity.dated,
        "place": quantity.place,
        "stock or flow": quantity.stock_or_flow,
        "status": quantity.status if comparisons.ladder.told(quantity.status) else "",
        "hedge": quantity.hedge,
    }[column]
    return told or "not told"
