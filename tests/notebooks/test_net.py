"""Proof that the net catches: in a copy of the repository one thing is made wrong, and strict nbval must fail.

A later notebook adds a row to MUTANTS for each figure and each drawing it rests on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from nbformat import v4

import nbval_pictures
import pictures
import refresh
from claimlab.exercises import work_file

ROOT = Path(__file__).resolve().parents[2]
KIT = "notebooks/claimlab"
THE_YEAR = "02_the_previous_year"
CLAIMS = "data/undercover_online/claims.csv"


class Mutant(NamedTuple):
    """One wrong thing: in `file`, the only place that reads `old` is made to read `new`; `notebook` must notice."""

    name: str
    notebook: str
    file: str
    old: str
    new: str


MUTANTS = [
    Mutant(
        "a question on another story",
        "08_another_article",
        f"{KIT}/exercises/items/08_another_article.toml",
        "what do these words fix?",
        "what do these words mean?",
    ),
    Mutant(
        "a drawn length",
        "00_start_here",
        f"{KIT}/charts/time.py",
        "marks.bar(axes, left, period.months, -0.3",
        "marks.bar(axes, left, period.months + 1, -0.3",
    ),
    Mutant(
        "a unit in the ledger",
        "01_which_number_is_which",
        CLAIMS,
        '"1,386",1386,,,years_of_sentence',
        '"1,386",1386,,,months',
    ),
    Mutant("a ledger value", THE_YEAR, CLAIMS, '"1,362",1362,', '"1,363",1363,'),
    Mutant(
        "a derived figure",
        THE_YEAR,
        f"{KIT}/analysis/figures/change.py",
        "return rise(ledger) / earlier_count(ledger) * 100",
        "return rise(ledger) / (earlier_count(ledger) + rise(ledger)) * 100",
    ),
    Mutant(
        "one bar of a picture",
        THE_YEAR,
        f"{KIT}/charts/time.py",
        "height = bar.count / bar.period.months\n    left",
        "height = bar.count / bar.period.months + (bar.kind == 'assumed')\n    left",
    ),
    Mutant(
        "a reading rule",
        "03_more_than_almost_hundreds",
        f"{KIT}/analysis/hedges.py",
        "return Reading((value + before) / 2, value, True, False, rule)",
        "return Reading((value + before) / 2, value, True, True, rule)",
    ),
    Mutant("a total", "04_years_of_what", CLAIMS, '"1,386",1386,', '"1,387",1387,'),
    Mutant(
        "a rule of comparison",
        "05_may_i_compare_these",
        f"{KIT}/analysis/comparisons/rules.py",
        "return [reason for rule in rules for reason in rule(operation, a, b)]",
        "return [reason for rule in rules[1:] for reason in rule(operation, a, b)]",
    ),
    Mutant("an end of the range", "06_a_range_without_a_method", CLAIMS, ",,680000,830000,", ",,680000,840000,"),
    Mutant(
        "a word of a sentence",
        "07_write_it_fairly",
        f"{KIT}/analysis/fair_sentences.py",
        'return "more" if _rose(ledger) else "fewer"',
        'return "fewer" if _rose(ledger) else "more"',
    ),
]


@pytest.fixture
def repository(tmp_path) -> Path:
    """A copy of what nbval needs. No byte code comes along: Python could take it for that of a changed file."""
    copy = tmp_path / "copy"
    left_out = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "my_work.jsonl")
    for folder in ("notebooks", "data"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=left_out)
    (copy / "tests/tools").mkdir(parents=True)
    for file in ("tests/conftest.py", "tests/tools/nbval_pictures.py", "tests/tools/nbval_folds.txt", "pyproject.toml"):
        shutil.copy(ROOT / file, copy / file)
    return copy


def nbval(repository: Path, notebook: str) -> subprocess.CompletedProcess[str]:
    """Strict nbval of one notebook, as `make test` runs it, in a process of its own."""
    given = {name: value for name, value in os.environ.items() if name != work_file.FOLDER_VARIABLE}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--color=no", "tests/conftest.py", f"notebooks/{notebook}.ipynb"],
        cwd=repository,
        env={**given, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def mutate(repository: Path, mutant: Mutant) -> None:
    """Put the wrong thing in. Fails where the text to change is not there exactly once."""
    file = repository / mutant.file
    content = file.read_text(encoding="utf-8")
    times = content.count(mutant.old)
    assert times == 1, f"{mutant.file} has {mutant.old!r} {times} times: bring the table of mutants up to date"
    file.write_text(content.replace(mutant.old, mutant.new), encoding="utf-8")


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_nbval_catches(mutant, repository):
    mutate(repository, mutant)
    run = nbval(repository, mutant.notebook)
    # Caught means compared and found different: a copy that cannot even start would fail as well.
    assert run.returncode == pytest.ExitCode.TESTS_FAILED, run.stdout
    assert "Cell outputs differ" in run.stdout, run.stdout


def test_a_wrong_answer_typed_first_changes_nothing(repository, monkeypatch):
    """The unchanged copy passes, and a student's kept work does not reach nbval or refresh."""
    monkeypatch.setenv(work_file.FOLDER_VARIABLE, str(repository / "notebooks"))
    for item in ("predict_rise", "rise", "rewrite"):
        answer = {"value": "999", "reason": "a guess"}
        work_file.append([work_file.new("undercover_online", THE_YEAR, item, answer)])
    run = nbval(repository, THE_YEAR)
    assert run.returncode == pytest.ExitCode.OK, run.stdout
    path = repository / f"notebooks/{THE_YEAR}.ipynb"
    assert refresh.refreshed(path) == path.read_bytes()


def test_every_lesson_has_a_mutant():
    assert {mutant.notebook for mutant in MUTANTS} == {path.stem for path in refresh.lessons(ROOT / "notebooks")}


def test_a_mutant_whose_text_is_gone_fails_loudly(repository):
    with pytest.raises(AssertionError, match="0 times"):
        mutate(repository, MUTANTS[2]._replace(old="no such text"))


# --- refresh itself, and the two pictures -----------------------------------------------------------------------------


def _write(folder: Path, name: str, *sources: str) -> Path:
    path = folder / name
    path.write_bytes(refresh.written(v4.new_notebook(cells=[v4.new_code_cell(source) for source in sources])))
    return path


def test_refresh_runs_and_then_changes_nothing(tmp_path):
    source = "from ipywidgets import interact\ninteract(lambda k=3: print(k), k=(0, 9));"
    path = _write(tmp_path, "a.ipynb", "print('x')", source)
    made = [*refresh.GENERATED, *pictures.files()]
    assert refresh.refresh(tmp_path) == [path, *(tmp_path / name for name in made)]
    first = path.read_bytes()
    assert b'"execution_count": 2' in first
    assert b"widget-view" not in first
    assert b"widget-state" not in first
    assert refresh.refresh(tmp_path) == []
    assert path.read_bytes() == first


def test_an_error_in_a_cell_is_told_and_nothing_is_written(tmp_path):
    good, bad = _write(tmp_path, "a.ipynb", "1"), _write(tmp_path, "b.ipynb", "1", "1/0")
    before = good.read_bytes(), bad.read_bytes()
    with pytest.raises(refresh.RefreshError, match=r"b.ipynb: cell 2 stopped with ZeroDivisionError"):
        refresh.refresh(tmp_path)
    assert (good.read_bytes(), bad.read_bytes()) == before
    assert sorted(tmp_path.iterdir()) == [good, bad]


def test_a_failing_picture_is_put_where_a_person_can_look_at_it(tmp_path):
    html = '<img alt="" src="data:image/svg+xml;base64,PHN2Zy8+"> <img src="data:image/svg+xml;base64,PHN2Zy8+">'
    paths = nbval_pictures.write_pictures(html, "02-cell-3-now", tmp_path / "failed")
    assert [path.name for path in paths] == ["02-cell-3-now.svg", "02-cell-3-now-2.svg"]
    assert [path.read_text() for path in paths] == ["<svg/>", "<svg/>"]
