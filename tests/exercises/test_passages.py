"""Passages: filled in for a story, each figure with its origin, nothing in a ledger taken for a mark of Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import refresh
from claimlab.analysis import needs
from claimlab.claims import ledger, tables
from claimlab.claims.errors import NotInStoryError, ReaderError
from claimlab.exercises import passages
from claimlab.exercises.figure import Figure
from claimlab.exercises.templates import UnknownWordError

YEAR = "02_the_previous_year"
LESSONS = [path.stem for path in refresh.lessons(refresh.ROOT / "notebooks")]
OURS = [refresh.STORY, refresh.OTHER_STORY]
MOST_WORDS = 45
"""Of a passage in sentences."""
MOST_IN_A_POINT, MOST_POINTS = 35, 6
"""Words of one point of a list, and its points: a list is read by points."""


class _Text(HTMLParser):
    """The text of a page, with nothing else of it."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.tags = "", []

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def read(markdown: str) -> _Text:
    page = _Text()
    page.feed(MarkdownIt("commonmark").render(markdown))
    return page


def said_in(notebook: str) -> list[str]:
    """The passages that a notebook says, in its order."""
    cells = refresh.read(refresh.ROOT / f"notebooks/{notebook}.ipynb").cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    return re.findall(r'^lesson\.say\("(\w+)"\)$', code, re.MULTILINE)


@pytest.fixture
def general(tmp_path, monkeypatch) -> Path:
    """A file for the passages of 02, in the place of ours."""
    monkeypatch.setattr(passages, "GENERAL", tmp_path)
    return tmp_path / f"{YEAR}.md"


# --- what we ship -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("notebook", LESSONS)
def test_a_notebook_says_each_of_its_passages_once_and_every_general_one_is_there(notebook):
    said = said_in(notebook)
    assert said and len(said) == len(set(said))
    for story in OURS:
        assert sorted(said) == sorted(passages.names(notebook, story))
    template = passages._load(passages.GENERAL, notebook, str)
    assert template and set(template.blocks) == set(said), "a story without one of its own must have something to say"


@pytest.mark.parametrize("story", OURS)
@pytest.mark.parametrize("notebook", LESSONS)
def test_a_passage_of_ours_is_whole_and_short(notebook, story):
    own = ledger.load(story)
    for name in passages.names(notebook, story):
        markdown, plain = passages.say(notebook, name, own)
        assert not re.search(r"[{}]|\bNone\b|\bnan\b| [.,;:?!]|“”", plain), (name, plain)
        points = re.split(r"^- ", plain, flags=re.MULTILINE)
        listed = 1 < len(points) <= MOST_POINTS + 1 and all(len(point.split()) <= MOST_IN_A_POINT for point in points)
        assert listed or len(plain.split()) <= MOST_WORDS, (name, len(plain.split()))
        assert " ".join(read(markdown).said.split()) == " ".join(read(plain).said.split()), name


@pytest.mark.parametrize("notebook", LESSONS)
def test_no_figure_is_typed_into_a_passage(notebook):
    """What is not filled in holds no digit but in a date of checking and in numbers to call."""
    files = [passages.GENERAL, *(tables.DATA / story / passages.OWN for story in OURS)]
    for file in (folder / f"{notebook}.md" for folder in files):
        if file.exists():
            written = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
            written = re.sub(r"checked on \d{1,2} \w+ \d{4}|\b0\d{3} \d{3,4}(?: \d{3,4})?\b|\b999\b", "", written)
            written = re.sub(r"\]\([^)]*\)|\b0\d\b", "", written)  # links, and notebooks by number
            assert re.findall(r"\d", re.sub(r"^\s*\d\. ", "", written, flags=re.MULTILINE)) == [], file


@pytest.mark.parametrize("notebook", LESSONS)
def test_the_sources_of_a_page_name_every_figure_of_its_passages(notebook):
    article = ledger.load(refresh.STORY)
    table = passages.sources(notebook, article)
    for name in passages.names(notebook, article.story):
        for match in passages.BOUND.finditer(passages.say(notebook, name, article).markdown):
            assert f"| {match['printed']} | {match['origin']} |" in table.markdown


# --- the machinery ----------------------------------------------------------------------------------------------------


def test_a_figure_carries_its_origin(general, article):
    general.write_text(
        "{% block one %}{{ rise_percent }}, {{ headline.printed }}, {{ months_missing.words }}{% endblock %}"
    )
    markdown, plain = passages.say(YEAR, "one", article)
    assert plain == "22.2%, 1,600, six"
    found = [(match["name"], match["printed"]) for match in passages.BOUND.finditer(markdown)]
    assert found == [("rise_percent", "22.2%"), ("headline", "1,600"), ("months_missing", "six")]
    assert 'title="printed in paragraph 1, headline writer"' in markdown


def test_a_story_of_its_own_says_its_own(general, article, monkeypatch, tmp_path):
    general.write_text("{% block one %}For all.{% endblock %}{% block two %}Two.{% endblock %}")
    own = tmp_path / article.story / passages.OWN
    own.mkdir(parents=True)
    (own / f"{YEAR}.md").write_text("{% block one %}Its own {{ later_count }}.{% endblock %}")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    assert [passages.say(YEAR, name, article).plain for name in ("one", "two")] == ["Its own 1,665.", "Two."]


@pytest.mark.parametrize(
    "word", ["lader_count", "headline.prnted", "row.nobody.printed", "outside.nothing", "range(3)"]
)
def test_an_unknown_word_is_an_error(general, article, word):
    general.write_text(f"{{% block one %}}{{{{ {word} }}}}{{% endblock %}}")
    with pytest.raises(UnknownWordError):
        passages.say(YEAR, "one", article)


def test_an_unknown_condition_is_an_error(general, article):
    general.write_text('{% block one %}{% if has("gaps") %}x{% endif %}{% endblock %}')
    with pytest.raises(UnknownWordError):
        passages.say(YEAR, "one", article)


def test_what_a_story_lacks_is_told_and_a_passage_of_nothing_says_so(general, article):
    general.write_text('{% block one %}{{ case_start.place }}{% endblock %}{% block two %}{% if not has("change") %}x'
                       "{% endif %}{% endblock %}")  # fmt: skip
    with pytest.raises(NotInStoryError):
        passages.say(YEAR, "one", article)
    assert passages.say(YEAR, "two", article).plain == passages.NOTHING


@pytest.mark.parametrize("word", ["range.low", "range_width", "missing_period", "total_per_later", "bases['later']"])
def test_a_word_under_a_condition_is_asked_for_only_where_the_condition_is_met(general, word):
    claims = ledger.load(refresh.OTHER_STORY).table.query("part == 'headline'")
    bare = ledger.Ledger("bare", claims, ledger.load(refresh.OTHER_STORY).units)
    general.write_text(
        f'{{% block one %}}Told.{{% if has("range") %}} {{{{ {word} }}}}{{% endif %}}{{% endblock %}}'
        f"{{% block two %}}{{{{ {word} }}}}{{% endblock %}}"
    )
    assert passages.say(YEAR, "one", bare).plain == "Told."
    with pytest.raises(NotInStoryError):
        passages.say(YEAR, "two", bare)


def test_a_passage_there_is_none_of_is_told_with_those_there_are(general, article):
    general.write_text("{% block one %}x{% endblock %}")
    with pytest.raises(ReaderError, match="no passage called 'two'. It has: one"):
        passages.say(YEAR, "two", article)


def test_a_file_that_is_no_template_is_told(general, article):
    general.write_text("{% block one %}")
    with pytest.raises(ReaderError, match="cannot be read"):
        passages.say(YEAR, "one", article)


@pytest.mark.parametrize(
    "value",
    ["$2,900 and $3,400", "*a* _b_ `c`", "<script>alert(1)</script>", "a | b", "[x](y)", "1 < 2 & 3", "\\ ~~x~~"],
)
@pytest.mark.parametrize("figure", [True, False])
def test_whatever_is_filled_in_is_text(value, figure):
    filled = passages._marked(Figure(value, "x", value) if figure else value)
    page = read(f"Between {filled} and")
    assert page.said.strip() == f"Between {value} and"
    assert set(page.tags) <= {"p", "data", "span"}
    assert not re.search(r"\$[^<]*\$", re.sub(r'title="[^"]*"', "", filled).replace("&#36;", "$")), (
        "taken for a formula"
    )


def test_the_conditions_of_passages_are_those_of_needs():
    assert needs.lacking(("gap",), ledger.load(refresh.STORY)) == ""
