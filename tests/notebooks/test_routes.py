"""Minutes: openings, the table of the README and the routes of the guide agree, and the sums are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import refresh
import word_count
from claimlab.claims import ledger

ROOT = Path(__file__).resolve().parents[2]
MINUTES = {
    path.stem[:2]: int(re.search(r"^(\d+)\+? minutes\.", refresh.read(path).cells[0].source, re.MULTILINE)[1])
    for path in refresh.lessons(ROOT / "notebooks")
}
"""By the number of the notebook, as its opening says."""
GUIDE = (ROOT / "notebooks/teachers/guide.md").read_text(encoding="utf-8")
ROUTES = {
    name: (parts, int(total))
    for name, parts, total in re.findall(r"^\| ([\w ]+) \| (.*\(\d+\).*) \| (\d+) \|$", GUIDE, re.MULTILINE)
}


def test_the_routes_are_there():
    assert list(ROUTES) == ["One lesson", "Double lesson", "Criminology"]
    assert [total for _, total in ROUTES.values()] == [50, 100, 48]


@pytest.mark.parametrize("route", ROUTES)
def test_the_parts_of_a_route_add_up(route):
    parts, total = ROUTES[route]
    assert sum(map(int, re.findall(r"\((\d+)\)", parts))) == total


@pytest.mark.parametrize("route", ROUTES)
def test_a_whole_notebook_takes_the_minutes_of_its_opening(route):
    whole = re.findall(r"\b(0\d) \((\d+)\)", ROUTES[route][0])
    assert whole
    assert {number: int(minutes) for number, minutes in whole} == {number: MINUTES[number] for number, _ in whole}


@pytest.mark.parametrize("path", refresh.lessons(ROOT / "notebooks"), ids=lambda path: path.stem)
def test_the_minutes_of_a_page_are_those_of_the_rule(path):
    """To a minute: word_count.py says the rule, and the guide."""
    counted = word_count.of_page(path, ledger.load(refresh.STORY))
    if re.search(r"^\d+\+ minutes\.", refresh.read(path).cells[0].source, re.MULTILINE):
        return  # a text of one's own takes as long as it takes
    assert abs(MINUTES[path.stem[:2]] - counted.minutes) <= 1


def test_the_guide_says_the_rule():
    """In words, as the constants have it."""
    assert (word_count.MINUTES_OF_A_CHOICE, word_count.MINUTES_OF_A_NUMBER) == (0.5, 1.5)
    assert word_count.MINUTES_OF_AN_ORDER == word_count.MINUTES_OF_A_NUMBER
    assert word_count.MINUTES_TO_WRITE == {"line": 0.5, "text": 1.5, "letter": 1.5}
    told = f"{word_count.WORDS_A_MINUTE} words read in a minute; half a minute for a choice, or for each row; one and a"
    assert told in GUIDE and "for a number to be worked out or an order" in " ".join(GUIDE.split())
    assert word_count.MINUTES_OF_AN_EXPLORER == 2 and "two for an explorer; half a minute for a line" in GUIDE


def test_the_readme_says_the_same_minutes():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| \[(0\d) · .*\| (\d+)\+? \|$", readme, re.MULTILINE)
    assert {number: int(minutes) for number, minutes in told} == MINUTES


@pytest.mark.parametrize("number", re.findall(r"^## (0\d), minute by minute$", GUIDE, re.MULTILINE))
def test_a_notebook_minute_by_minute_adds_up(number):
    section = GUIDE.split(f"## {number}, minute by minute")[1].split("\n## ")[0]
    assert sum(map(int, re.findall(r"^\| [^|]+ \| (\d+) \|", section, re.MULTILINE))) == MINUTES[number]
