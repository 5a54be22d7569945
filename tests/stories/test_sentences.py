"""Every sentence of every explorer, in every state, on every story: what must never be said, and what has to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from claimlab import text
from claimlab.analysis import comparisons, fair_sentences, hedges
from claimlab.analysis.comparisons import CHANGE, RATIO, SHARE, Comparison
from claimlab.analysis.comparisons.comparable import RESIDENT
from claimlab.analysis.fair_sentences import ALIKE, PEOPLE
from claimlab.claims import ledger
from claimlab.claims.claim import Statistic
from claimlab.claims.ledger import Ledger
from claimlab.explorers import hedge_line, period_lab, registry, two_periods
from claimlab.explorers.view import View
from telling import STORIES, boxed, holes

TOLD = ["undercover_online", "lost_property", *STORIES]
NUMBER = r"\d[\d,]*(?:\.\d+)?"
HEDGES = "almost|nearly|over|about|up to|at least|more than|less than"


@dataclass(frozen=True)
class Shown:
    """One state: which explorer on which story, at which values, and what it shows."""

    story: Ledger
    explorer: str
    values: dict[str, Any]
    view: View

    @cached_property
    def texts(self) -> list[str]:
        table = self.view.table
        cells = [cell for row in (table.columns, *table.rows) for cell in row if cell]
        notes = [line.said for lines in table.notes for line in lines]
        said = [self.view.answer, self.view.verdict, *self.view.reasons, self.view.description]
        return [*filter(None, said), *cells, *notes, *boxed(self.view)]

    @property
    def told(self) -> str:
        """Answer, verdict and reasons, which are read as one."""
        return " ".join([self.view.answer, self.view.verdict, *self.view.reasons])

    def __str__(self) -> str:
        return f"{self.story.story}, {self.explorer}, {self.values}"


@pytest.fixture(scope="module")
def shown(data) -> list[Shown]:
    """Every state of every explorer on every story, without its picture."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimlab.charts.Scene.picture", lambda scene, *parts: "")
        return [one for story in TOLD for one in _states(ledger.load(story, data))]


def _states(story: Ledger) -> Iterator[Shown]:
    for name in registry.EXPLORERS:
        if registry.lacking(name, story):
            continue
        explorer = registry.make(name, story)
        for key in explorer.every_key():
            values = explorer.values(key)
            yield Shown(story, name, values, explorer.view(**values))


@pytest.fixture(scope="module")
def texts(shown) -> dict[str, str]:
    """Every text once, and a state that shows it."""
    found = {said: one for one in shown for said in one.texts}
    return {said: str(one) for said, one in found.items()}


def of(shown: list[Shown], explorer: str) -> list[Shown]:
    found = [one for one in shown if one.explorer == explorer]
    assert found
    return found


def unquoted(said: str) -> str:
    """A text without what stands in quotation marks."""
    return re.sub("“[^”]*”", "“”", said)


# --- every text of every explorer -------------------------------------------------------------------------------------

NEVER = {
    "so many times more": r"\btimes more\b",
    "a hedge after “as”": rf"\bas many as (?:{HEDGES}) ",
    "two hedges in a row": rf"\b(?:{HEDGES}) (?:almost|nearly|over|up to|more than|less than)\b",
    "a power of ten": r"\d[eE][+-]?\d",
    "a minus that is a hyphen": r"(?<![\w-])-\d",
    "a noun for many with one": r"(?<![\d.,–])\b1 (?:arrests|items|people|passengers|children|months|years|weeks)\b",
    "a noun for one with many": r"(?<![\d.,])\b(?:[2-9]|\d{2,}) (?:arrest|item|person|passenger|child|month|week)\b",
    "one with are or were": r"\bone \w+ (?:are|were)\b",
    "a number that is no change": r"\d \w+ (?:is|are) no change",
    "a month, by the month": r"a month, by the month",
    "an empty count": r"\b(?:none|no) (?:of these )?\d+ months? lies\b",
    "a search on an invented story": r"\bwe found\b|\binvented story\b",
    "a name of Python's": r"\b(?:None|nan|inf|True|False)\b(?! of)",
    "two stops": r"[.;,] ?[.;,]|\? ?\.",
}


@pytest.mark.parametrize("what", NEVER)
def test_what_is_never_said(texts, what):
    pattern = re.compile(NEVER[what])
    found = [(said, where) for said, where in texts.items() if pattern.search(said)]
    assert not found, found[:5]


def test_no_text_has_a_hole_and_every_quotation_is_closed(texts):
    assert holes(list(texts)) == []
    for said, where in texts.items():
        marks = re.sub("[^“”]", "", said)
        assert marks == "“”" * (len(marks) // 2), (said, where)


def test_a_verdict_is_one_sentence(shown):
    for one in shown:
        verdict = one.view.verdict
        assert re.search(r"[^.?!]\.”?$", verdict), verdict
        assert re.match(r"[A-Z\d“]", verdict), verdict
        assert not re.search(r"[.?!] [A-Z]", unquoted(verdict)), verdict


def test_hedged_words_of_the_story_stand_in_quotation_marks(shown):
    """“almost 1,400” is the story's; a hedge without quotation marks is ours."""
    for story in {one.story.story: one.story for one in shown}.values():
        claims = {claim.printed for claim in comparisons.figures(story) if re.match(r"[a-z].*\d", claim.printed)}
        said = {text for one in shown if one.story is story for text in (one.view.verdict, one.view.description)}
        for words in map(unquoted, said):
            assert not [printed for printed in claims if printed in words], words


# --- the comparison checker -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pair:
    """A state of the checker with its comparison."""

    shown: Shown
    found: Comparison


@pytest.fixture(scope="module")
def pairs(shown) -> list[Pair]:
    stories = {one.story.story: one.story for one in shown}
    known = {name: {figure.part: figure for figure in comparisons.figures(story)} for name, story in stories.items()}
    found = []
    for one in of(shown, "comparison_checker"):
        figures = known[one.story.story]
        names = [one.values["first"], one.values["second"]]
        if one.values["operation"] not in (RATIO, SHARE):  # the order does not matter, and the sentence is one
            names.sort(key=list(figures).index)
        two = [figures[name] for name in names]
        found.append(Pair(one, comparisons.compare(one.values["operation"], *two)))
    return [pair for pair in found if not pair.found.same]


def significant(number: str) -> int:
    """The digits of a written number that say something: without noughts in front, nor those at its end."""
    digits = re.sub(r"\D", "", number)
    return len((digits if "." in number else digits.rstrip("0")).lstrip("0")) or 1


def allowed(*figures: Statistic) -> int | None:
    """The digits that the printed numbers allow: a scale word or a hedge sets a limit, an exact number none."""
    limits = []
    for one in figures:
        if scaled := re.match(r"(\d[\d.,]*) (?:thousand|million|billion)", one.printed):
            limits.append(len(re.sub(r"\D", "", scaled[1])))
        elif one.hedge != "exactly":
            limits += [len(str(int(end)).rstrip("0")) or 1 for end in one.numbers]
    return min(limits, default=None)


def test_a_plain_yes_is_said_of_whole_populations_only(pairs):
    for pair in pairs:
        if pair.found.answer == comparisons.YES:
            assert pair.found.a.status == pair.found.b.status == RESIDENT, pair.shown


def test_like_things_are_compared_only_if_they_were_counted_alike(pairs):
    seen = 0
    for pair in pairs:
        a, b = pair.found.a, pair.found.b
        like = a.unit == b.unit and a.status == b.status != RESIDENT
        if pair.found.answer == comparisons.ONLY_IF and like and pair.found.operation != SHARE:
            seen += 1
            assert comparisons.counted_alike(a, b) in pair.shown.view.verdict, pair.shown
            assert pair.shown.view.verdict.count(" place") <= 1, pair.shown
            assert ("in the same places" in pair.shown.view.verdict) or (a.place and b.place) or a.outside != b.outside
    assert seen > 50


def test_no_quotient_is_more_exact_than_its_figures(pairs):
    seen = 0
    for pair in pairs:
        if pair.found.answer == comparisons.NO or pair.found.operation not in (RATIO, SHARE, CHANGE):
            continue
        limit = allowed(pair.found.a, pair.found.b)
        if limit is None:
            continue
        said = pair.found.result
        told = re.findall(rf"({NUMBER}) times as many as|({NUMBER})%|are (?:\w+ )*({NUMBER}) [\w ]+? for every", said)
        for number in ("".join(groups) for groups in told):
            seen += 1
            leading_one = number.lstrip("0.").startswith("1") and limit == 1
            assert significant(number) <= limit + leading_one, (said, limit)
            assert "about" in said, said
    assert seen > 50


def test_a_flow_for_so_many_residents_has_its_length_of_time(pairs):
    for pair in pairs:
        a, b = pair.found.a, pair.found.b
        if pair.found.answer != comparisons.NO and b.status == RESIDENT and a.stock_or_flow == "flow":
            assert re.search(r"a month for every|in \d+ months?$", pair.found.result), pair.found.result


def test_a_reason_fits_the_pair_it_is_given_for(pairs):
    for pair in pairs:
        if needs := re.search(r"one needs (?:the number ([\w ]+)|their number),", pair.shown.view.verdict):
            totals = [one for one in (pair.found.a, pair.found.b) if one.kind == "total"]
            assert len(totals) == 1 and (needs[1] is None or needs[1] == totals[0].status), pair.shown


def test_unlike_things_are_never_combined_on_the_strength_of_a_stage_that_is_not_told(pairs):
    for pair in pairs:
        a, b = pair.found.a, pair.found.b
        if a.unit != b.unit and {a.status, b.status} & {"", "-"} and b.status != RESIDENT:
            assert pair.found.answer == comparisons.NO, pair.shown


def test_what_is_assumed_stands_in_the_sentence(pairs):
    for pair in pairs:
        verdict, result = pair.shown.view.verdict, pair.shown.values["assumed"]
        if pair.found.answer == comparisons.ONLY_IF:
            assert verdict.startswith("If " if result else "Only if you assume that ")
            assert all(clause in verdict for clause in pair.found.assumptions)


# --- the other explorers ----------------------------------------------------------------------------------------------


def test_the_hedge_line_calls_rounding_what_is_rounding(shown):
    seen = set()
    for one in of(shown, "hedge_line"):
        phrase, value, step, reach = (one.values[name] for name in ("phrase", "figure", "step", "reach"))
        read = hedges.reading(phrase, value, step, reach)
        if phrase in (hedges.ABOUT, hedges.BARE) and reach == hedges.HALF and read.first and read.last:
            rounds = all(text.nearest(end / step) * step == value for end in (read.first, read.last))
            seen.add(rounds)
            assert ("what rounds to it" in one.told.lower()) == rounds, one
            assert ("within half a step of it" in one.told.lower()) == (not rounds), one
        else:
            assert "rounds to it" not in one.told, one
        if read.first is not None and read.last is not None and phrase != hedges.HUNDREDS:
            assert f"allows {read}" in one.view.verdict
    assert seen == {True, False}
    assert hedge_line.NEEDS


def test_one_number_has_one_average(shown):
    for one in of(shown, "missing_denominator"):
        averages: dict[str, set[str]] = {}
        for count, average, _ in one.view.table.rows:
            averages.setdefault(count.removeprefix("about "), set()).add(average.removeprefix("about "))
        assert all(len(found) == 1 for found in averages.values()), (str(one), averages)


def test_the_period_lab_says_all_that_it_assumes(shown):
    for one in of(shown, "period_lab"):
        view, alike = one.view, comparisons.counted_alike(one.story.earlier, one.story.later)
        said = " ".join([view.answer, view.verdict, *view.reasons])
        if "window" not in one.values:
            assert f"Assumed: {alike}." in said or "whole counts say nothing" in said
            assert (one.values["way"] == two_periods.A_MONTH) <= ("a month" in view.verdict)
            continue
        assert f"Assumed: {alike}." in said and f"assumes that {alike}" in view.description
        for words in (said, view.description):
            assert ("spread evenly" in words) == (one.values["window"] == period_lab.HALF_WAY)
        if one.values["window"] != period_lab.AS_PRINTED:
            assert view.verdict.startswith("If all that is assumed holds, ")
            assert f"Assumed: {text.number(one.values['missing'])} " in said


def test_the_claim_editor_keeps_to_the_same_standard(shown):
    for one in of(shown, "claim_editor"):
        verdict, alike = one.view.verdict, fair_sentences.counted_alike(one.story)
        assert (f"“If {alike}, " in verdict) == one.values[ALIKE], one
        assert ("if none is counted twice" in verdict) == one.values.get(PEOPLE, False), one
        assert bool(re.search(r"\b(?:rose|fell)\b", verdict)) == one.values[ALIKE]
        upwards = one.story.later.value > one.story.earlier.value
        wrong = r"\b(?:fewer|fell|lower)\b" if upwards else r"\b(?:more|rose|higher)\b(?! than \d)"
        assert not any(re.search(wrong, said, re.IGNORECASE) for said in one.texts), one


def test_a_sketch_is_called_an_assumption_and_no_search(shown):
    for one in of(shown, "range_sketcher"):
        for said in (one.view.verdict, one.view.description):
            assert "your assumption; the story gives none" in said
