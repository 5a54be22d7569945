"""The letter to the press office, made of the lines a student carried along from one lesson to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .. import text
from ..analysis import needs
from ..claims.ledger import Ledger
from . import practice
from .templates import fill

CARRY = "carry"
"""The item whose answer goes into the letter, in the lessons that have one."""

POINTS = {
    "01_which_number_is_which": (
        "What the figures count",
        ("headline_noun", "later_count"),
        "Is the {{ headline.printed }} of the headline the {{ later_count }} {{ things }} of the text, and how "
        "many {{ headline.things }} is that?",
    ),
    "02_the_previous_year": (
        "The two periods",
        ("between",),
        "How many {{ things }} were there in {{ missing_period }}, the months between the two that are printed?",
    ),
    "03_more_than_almost_hundreds": (
        "The hedged number",
        ("hedged", "hedged_count.status"),
        "What is the exact number behind “{{ hedged_count.printed }}” {{ hedged_count.things }} "
        "{{ hedged_count.status }}?",
    ),
    "04_years_of_what": (
        "The total",
        ("total_without_count.status",),
        "How many were {{ total_without_count.status }}, to make a total of {{ total_without_count.printed }} "
        "{{ total_without_count.things }}?",
    ),
    "05_may_i_compare_these": (
        "Comparing the figures",
        ("same_things",),
        "Are the {{ earlier_count }} and the {{ later_count }} {{ things }} counted in the same way and in "
        "the same places?",
    ),
    "06_a_range_without_a_method": (
        "The range",
        ("range",),
        "How were the two ends, {{ range.low }} and {{ range.high }} {{ range.things }}, worked out, and how "
        "sure is it that the "
        "number lies between them?",
    ),
}
"""By notebook: what its point is about, what a question from us needs of a story (`analysis.needs`), and that question,
where the notebook has no line to carry along, or none was."""

ASKING = re.compile(r"(?:how|what|which|when|who|where|why|is|are|was|were|do|does|did|can|could)\b", re.IGNORECASE)
"""A carried line that begins like this is a question."""
OPENING = (
    "Dear press office,\n\nI have read a report that gives {{ later_count }} {{ things }} for {{ later_period }}, and "
    "I should like to quote its figures as they are meant. Could you help me with these points?"
)
CLOSING = (
    "If the answers have been published, a link is all I need. Thank you for your time.\n\nYours faithfully\n\n"
    "[your class and school]"
)
OFFERED = (
    "{missing}The points that you did not write are questions of ours. Put them in your own words, or take them out."
)
MISSING = "No line was kept in {notebooks}. "

Lines = Mapping[str, str]
"""What a student carried along, by notebook: {"02_the_previous_year": "which months"}."""


def letter(lines: Lines, ledger: Ledger) -> str:
    """The letter, in plain text: a numbered point for each lesson, in the student's words where a line was kept.

    A point nobody wrote and the story has no figures for is left out.
    """
    points = [f"{topic}: {words}" for topic, words in _points(lines, ledger)]
    numbered = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return "\n\n".join([fill(OPENING, ledger), numbered, CLOSING])


def carrying() -> list[str]:
    """The notebooks from which a line is carried along."""
    return [name for name in POINTS if CARRY in practice.load(name)]


def offered(lines: Lines, ledger: Ledger) -> str:
    """What is said of the points that are ours, and of the notebooks where a line could have been kept; "" where
    every point is the student's own."""
    ours = [name for name in POINTS if not _line(lines, name) and _ours(name, ledger)]
    if not ours:
        return ""
    missing = [name.partition("_")[0] for name in ours if name in carrying()]
    told = MISSING.format(notebooks=f"notebook{'s' * (len(missing) > 1)} {text.listed(missing)}") if missing else ""
    return OFFERED.format(missing=told)


def _points(lines: Lines, ledger: Ledger) -> list[tuple[str, str]]:
    points = []
    for notebook, (topic, *_) in POINTS.items():
        if words := _line(lines, notebook) or _ours(notebook, ledger):
            points.append((topic, words))
    return points


def _ours(notebook: str, ledger: Ledger) -> str:
    """The question that we offer for a notebook, filled in; "" where the story lacks what it is about."""
    _, needed, question = POINTS[notebook]
    return "" if needs.lacking(needed, ledger) else fill(question, ledger)


def _line(lines: Lines, notebook: str) -> str:
    """The student's line on one line of its own, begun and ended as a sentence; "" where there is none, or where the
    notebook has no line to carry along any more."""
    words = " ".join(lines.get(notebook, "").split()) if notebook in carrying() else ""
    if not words or words[-1] in ".?!…":
        return text.capital(words)
    return text.capital(f"{words}{'?' if ASKING.match(words) else '.'}")
