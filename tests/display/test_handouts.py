"""The handouts: every notebook as a page to print that needs nothing else, with the solutions apart."""

import re
from html import escape, unescape

import pytest

import handouts
import refresh
from claimlab.claims import ledger
from claimlab.display.words import WORDS
from claimlab.exercises import practice, solutions

pytestmark = pytest.mark.slow

PATHS = refresh.notebooks(refresh.ROOT / "notebooks")
NAMES = {path.stem for path in PATHS}
STORY = ledger.load(refresh.STORY)


def made(path) -> str:
    return handouts.handout(refresh.read(path), path.stem, STORY, NAMES)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_handout_needs_nothing_else_and_is_all_open(path):
    html = made(path)
    assert html == made(path)
    assert not re.search(r"<(script|link|iframe)\b", html)
    assert not re.search(r"""(?:src|href)=["'](?!data:|\.\./notebooks/|#|https?://|[\w.-]+\.html")""", html)
    assert not re.search(r"""src=["'](?!data:)""", html)
    assert "@import" not in html and "url(" not in html
    assert "<details>" not in html
    for unfit in ("open_lesson(", "lesson.ask(", "lesson.explore(", "lesson.my_work(", "interactive(children"):
        assert unfit not in unescape(re.sub("<[^>]+>", "", html))  # highlighting puts code into many elements
    for word in ("saved_item", "saved_explorer", "saved_predict", "saved_my_work"):
        assert WORDS[word] not in html
    assert html.count("<h1") == 1


@pytest.mark.parametrize("path", refresh.lessons(refresh.ROOT / "notebooks"), ids=lambda path: path.stem)
def test_questions_have_room_and_solutions_stand_at_the_end(path):
    html = made(path)
    items = practice.load(path.stem)
    asked = [name for cell in refresh.read(path).cells for name in handouts.ASK.findall(cell.source)]
    questions = [name for name in asked if items[name].kind not in handouts.SCREEN_ONLY]
    assert html.count('<div class="ask">') == len(questions)
    for name in questions:
        assert unescape(handouts.question(handouts.asked_as(path.stem, items[name], STORY))) in unescape(html)
    before, _, solved = html.partition('<section class="solutions">')
    for item in (items[name] for name in asked if items[name].marked):
        lines, code = solutions.solution(item, STORY)
        assert all(escape(line) in solved for line in (*lines, *code.splitlines()))
        assert escape(lines[-1]) not in before


def test_links_lead_to_handouts_or_back_to_the_notebooks():
    assert handouts.moved("00_start_here.ipynb", NAMES) == "00_start_here.html"
    assert handouts.moved("teachers/guide.md", NAMES) == "../notebooks/teachers/guide.md"
    assert handouts.moved("my_own.ipynb", NAMES) == "../notebooks/my_own.ipynb"


def test_it_writes_one_file_a_notebook(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(handouts, "FOLDER", tmp_path / "handouts")
    assert handouts.main() == 0
    assert {path.stem for path in (tmp_path / "handouts").iterdir()} == NAMES
    assert len(capsys.readouterr().out.splitlines()) == len(NAMES)


def test_what_stands_in_an_item_is_text():
    offered = [{"id": "one", "text": "<i>"}]
    spec = {"tag": "<b>", "question": "<script>", "kind": "choice", "options": offered, "unit": "", "reason": "<u>"}
    assert not re.search("<(b|script|i|u)>", handouts.question(spec))
