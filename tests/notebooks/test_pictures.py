"""The picture a page opens on: its own, told in words, and of no story."""

from __future__ import annotations

import re

import pytest

import pictures
import refresh
import story_words

LESSONS = refresh.lessons(refresh.ROOT / "notebooks")


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_page_opens_on_its_picture_before_anything_else(path):
    number = path.name[:2]
    head, picture, *_ = refresh.read(path).cells[0].source.split("\n\n")
    assert head.startswith("# ") and picture == pictures.shown(number)


def test_each_page_has_one_and_it_is_as_it_would_be_drawn_now():
    made = pictures.files()
    assert list(pictures.OPENINGS) == [path.name[:2] for path in LESSONS]
    for name, content in made.items():
        assert (refresh.ROOT / "notebooks" / name).read_bytes() == content, "run `make refresh`"
    assert made == pictures.files()
    assert {path.name for path in (refresh.ROOT / "notebooks/pictures").iterdir()} == {
        name.partition("/")[2] for name in made
    }


@pytest.mark.parametrize("number", pictures.OPENINGS)
def test_it_says_no_figure_and_no_word_of_a_story(number):
    opening = pictures.OPENINGS[number]
    written = re.findall(r"<text[^>]*>([^<]*)</text>", opening.svg().decode())
    assert written and set(written) <= {"?", "÷"}
    assert not re.search(r"\d", opening.alt) and story_words.words(opening.alt) == []
    assert 8 <= len(opening.alt.split()) <= 20


@pytest.mark.parametrize("number", pictures.OPENINGS)
def test_it_stands_on_white_so_that_it_can_be_read_in_the_dark_theme(number):
    svg = pictures.OPENINGS[number].svg().decode()
    first = re.search(r'<path d="M[^"]*"[^>]*style="([^"]*)"', svg)
    assert first and "fill: #ffffff" in first[1]
