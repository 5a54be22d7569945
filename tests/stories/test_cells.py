"""Every code cell of every notebook, on stories of other shapes: each runs, or tells in a sentence what is lacking."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import refresh
import story_words
from claimlab.display.notice import Notice
from claimlab.exercises import story as stories
from telling import STORIES, collect, holes

pytestmark = pytest.mark.slow

LESSONS = refresh.lessons(refresh.ROOT / "notebooks")
OURS = refresh.STORY, refresh.OTHER_STORY
SENTENCE = re.compile(r"This (?:cell|question|explorer) needs .* Go on to the next cell\.")


@pytest.fixture(scope="module")
def _shell() -> Iterator[InteractiveShell]:
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture
def shell(_shell, data, no_pictures, monkeypatch) -> InteractiveShell:
    """IPython without a kernel, in a folder beside the data, with nothing defined."""
    notebooks = data.parent / "notebooks"
    notebooks.mkdir(exist_ok=True)
    monkeypatch.chdir(notebooks)
    _shell.reset(new_session=False)
    return _shell


def shown(shell: InteractiveShell, source: str) -> tuple[bool, list[str]]:
    """Whether a cell ran to its end, and what it showed."""
    with capture_output() as captured:
        result = shell.run_cell(source)
    texts = [output.data.get("text/plain", "") for output in captured.outputs]
    return result.success, [*captured.stdout.splitlines(), *texts]


def cells(lesson) -> list[tuple[str, str]]:
    """The code cells of a notebook by id."""
    return [(cell.id, cell.source) for cell in refresh.read(lesson).cells if cell.cell_type == "code"]


@pytest.mark.parametrize("story", STORIES)
def test_run_all_goes_on_to_the_end(shell, story):
    stories.choose(story)
    for lesson in LESSONS:
        shell.reset(new_session=False)
        for id, source in cells(lesson):
            done, said = shown(shell, source)
            collect(f"{story} {lesson.stem} cell {id}", said)
            assert done, (lesson.stem, id, said)
            assert not any("Traceback" in text for text in said), (lesson.stem, id, said)
            sentences = [text for text in said if SENTENCE.fullmatch(text)]
            assert not holes(sentences), (lesson.stem, id)
            told = [text for text in said if not text.startswith("interactive(")]  # the name of a widget
            assert not [text for text in told if story_words.words(text)], (lesson.stem, id, said)


@pytest.mark.parametrize("story", OURS)
def test_nothing_is_lacking_in_a_story_of_ours(shell, story):
    """The sentences must not hide a mistake: where a row of the article is gone, its cells fail this."""
    stories.choose(story)
    for lesson in LESSONS:
        shell.reset(new_session=False)
        for id, source in cells(lesson):
            done, said = shown(shell, source)
            assert done and not any(SENTENCE.fullmatch(text) for text in said), (lesson.stem, id, said)


ENDS = re.compile(r"^[\d,.-]+ to [\d,.-]+$")
"""Two ends, as the cell of 03 prints them."""


@pytest.mark.parametrize(
    ("story", "ends"),
    [("a_fall", []), ("no_hedge", []), ("adjacent_years", ["5,950 to 5,999"]), ("two_places", ["250 to 299"])],
)
def test_the_rule_for_almost_is_applied_to_no_other_hedge(shell, story, ends):
    stories.choose(story)
    (lesson,) = [path for path in LESSONS if path.stem.startswith("03")]
    said = {id: shown(shell, source)[1] for id, source in cells(lesson)}["hand-ends"]
    assert [text for text in said if ENDS.match(text)] == ends
    assert ends or any("does not apply" in text or SENTENCE.fullmatch(text) for text in said)


FIRST = """
from claimlab import open_lesson
import pandas as pd
lesson = open_lesson("03_more_than_almost_hundreds", "three_rows")
claims = pd.read_csv("../data/three_rows/claims.csv").set_index("part")
"""


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ('value = claims.loc["hedged_count", "value"]', "the row hedged_count"),
        ('claims.loc[["later_count", "headline", "range"], ["printed"]]', "the rows headline and range"),
        ('claims["value"]["range"]', "the row range"),
    ],
)
def test_a_missing_row_is_told_in_a_sentence(shell, source, sentence):
    assert shown(shell, FIRST)[0]
    told = f"This cell needs {sentence}, which this story does not have. Go on to the next cell."
    assert shown(shell, source) == (True, [told])


def test_what_follows_from_it_is_told_too_until_the_name_is_there(shell):
    shown(shell, FIRST)
    shown(shell, 'value = claims.loc["hedged_count", "value"]')
    done, said = shown(shell, "half = value / 2")
    assert done and said == [
        "This cell needs value from a cell above, which this story has nothing for. Go on to the next cell."
    ]
    assert shown(shell, "half")[1][0].startswith("This cell needs half from a cell above")
    assert shown(shell, "value = 4\nprint(value)") == (True, ["4"])


@pytest.mark.parametrize("source", ['claims.loc["hedged_cuont"]', 'claims["values_"]', "valuex", "1 / 0", "{}[0]"])
def test_any_other_error_stays_a_traceback(shell, source):
    shown(shell, FIRST)
    done, said = shown(shell, source)
    assert not done and "Traceback" in "".join(said)


def test_a_notice_is_escaped_where_it_is_html():
    assert Notice("1 < 2")._repr_mimebundle_() == {"text/plain": "1 < 2", "text/html": "<p>1 &lt; 2</p>"}
