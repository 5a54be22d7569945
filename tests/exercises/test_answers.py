"""A lesson's answers: nothing typed is lost, and "kept" is said of nothing that is not in the file."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import refresh
import right_answers
from claimlab import lesson
from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.display import words
from claimlab.exercises import answers, marking, my_work, practice, specs, templates, work_file
from claimlab.exercises.work_file import Contents, Entry
from claimlab.explorers import registry

STORY, YEAR, FIRST = "undercover_online", "02_the_previous_year", "01_which_number_is_which"
ARTICLE = ledger.load(STORY)
NOTEBOOKS = sorted(path.stem for path in practice.ITEMS.glob("[0-9]*.toml"))
GATES = [
    (path.stem, explorer, after)
    for path in refresh.lessons(refresh.ROOT / "notebooks")
    for cell in refresh.read(path).cells
    for explorer, after in re.findall(r'lesson\.explore\("(\w+)", after="(\w+)"\)', cell.source)
]

CHOICES = [gate for gate in GATES if practice.load(gate[0])[gate[2]].kind == "choice"]


def opened(notebook=YEAR, story=STORY):
    return lesson.open_lesson(notebook, story)


def press(widget, **message):
    widget._hear(widget, message, [])
    return widget.state


def give(widget, value, reason=""):
    return press(widget, answer={"value": value, "reason": reason})


def kept():
    return [(one.item, one.answer["value"]) for one in work_file.read().entries]


def put(notebook, item, value, story=STORY, reason="", **more):
    """A line as a file of today's or of an earlier shape has it."""
    line = {"story": story, "notebook": notebook, "item": item, "answer": {"value": value, "reason": reason}, **more}
    with work_file.path().open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


@pytest.fixture
def full(monkeypatch):
    """A disk without room; what it gives back ends that."""
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", refuse(errno.ENOSPC))
        yield disk


def refuse(number):
    def refused(*_):
        raise OSError(number, os.strerror(number))

    return refused


@pytest.fixture
def items(tmp_path, monkeypatch):
    """A copy of the item files, to change."""
    copy = Path(shutil.copytree(practice.ITEMS, tmp_path / "items"))
    monkeypatch.setattr(practice, "ITEMS", copy)

    def change(notebook, old, new):
        path = copy / f"{notebook}.toml"
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new), encoding="utf-8")

    return change


# --- kept, not kept, cleared ------------------------------------------------------------------------------------------


def test_a_hint_after_a_failed_write_does_not_say_kept(full):
    rise = opened().ask("rise")
    for state in (give(rise, "303"), press(rise, hint=True)):
        assert state["right"] is True
        assert state["kept"] is False
        assert state["notice"] == work_file.NOT_KEPT.format(file="my_work.jsonl", why="the disk is full")
    assert rise.state["hints"]


def test_what_could_not_be_written_is_written_with_the_next_answer(full):
    this = opened()
    rise, carry = this.ask("rise"), this.ask("carry")
    give(rise, "300")
    give(rise, "303")
    full.undo()
    assert give(carry, "which months?")["kept"] is True
    assert kept() == [("rise", "300"), ("rise", "303"), ("carry", "which months?")]
    # It is told beside the answer that had failed, without being asked, so that its draft can go.
    assert (rise.state["kept"], rise.state["notice"], rise.state["value"]) == (True, work_file.KEPT, "303")


def test_an_answer_not_kept_is_there_when_its_cell_runs_again(full):
    this = opened()
    give(this.ask("rise"), "303")
    again = this.ask("rise")
    assert (again.state["value"], again.state["kept"]) == ("303", False)
    assert "the disk is full" in again.state["notice"]


def test_an_answer_not_kept_outlasts_a_lesson_opened_again_and_is_written_from_any_notebook(full):
    give(opened().ask("rise"), "303")
    again = opened().ask("rise")  # the page run from the top
    assert (again.state["value"], again.state["kept"]) == ("303", False)
    assert "the disk is full" in again.state["notice"]
    full.undo()
    other = opened("06_a_range_without_a_method")
    assert give(other.ask("carry"), "who counted?")["kept"] is True
    assert kept() == [("rise", "303"), ("carry", "who counted?")]


def test_the_newest_answer_counts_though_an_older_one_is_written_after_it(full):
    late = opened()
    rise = late.ask("rise")
    give(rise, "21")  # cannot be written now
    full.undo()
    later = work_file.new(STORY, YEAR, "rise", {"value": "303", "reason": ""})  # another kernel's
    work_file.append([later._replace(when="2999-01-01T00:00:00+00:00")])
    give(late.ask("carry"), "which months?")
    assert [one.answer["value"] for one in work_file.read().entries if one.item == "rise"] == ["303", "21"]
    assert opened().ask("rise").state["value"] == "303"


def test_after_clearing_no_item_in_sight_says_that_it_is_kept():
    this = opened()
    this.items |= practice.load("00_start_here")
    rise, clear = this.ask("rise"), this.ask("clear")
    give(rise, "303")
    press(clear, clear=True)
    assert (rise.state["value"], rise.state["kept"], rise.state["notice"]) == ("303", False, answers.REMOVED)
    assert clear.state["notice"] == lesson.CLEARED


def test_my_work_says_that_it_is_not_whole_where_the_file_cannot_be_read():
    give(opened().ask("rise"), "303")
    path = work_file.path()
    path.rename(path.with_suffix(".away"))
    path.mkdir()  # whatever the file system's permissions, this cannot be read
    this = opened()
    give(this.ask("carry"), "which months?")
    for wish in ("show", "download"):
        state = press(this.my_work(), my_work=wish)
        assert words.INCOMPLETE in state["notice"]
        assert my_work.SHARED_COMPUTER not in state["notice"]  # nobody is told to clear what is not on the page
        assert "which months?" in state["page"] and "303" not in state["page"].partition("<script")[0]


@pytest.mark.parametrize("clearing", [YEAR, "00_start_here"])
def test_a_hint_after_clearing_does_not_say_kept(clearing):
    rise = opened().ask("rise")
    assert give(rise, "303")["kept"] is True
    this = opened(clearing)  # in a student's hands the button is in another notebook, with a kernel of its own
    this.items |= practice.load("00_start_here")
    press(this.ask("clear"), clear=True)
    state = press(rise, hint=True)
    assert (state["value"], state["right"], state["kept"]) == ("303", True, False)
    assert state["notice"] == answers.REMOVED
    assert give(rise, "303")["notice"] == work_file.KEPT
    assert kept() == [("rise", "303")]


def test_an_answer_of_another_kernel_does_not_make_this_one_kept():
    rise = opened().ask("rise")
    give(rise, "303")
    work_file.clear()
    give(opened().ask("rise"), "304")
    assert press(rise, hint=True)["kept"] is False


def test_nothing_is_kept_of_an_empty_answer_and_half_of_several_rows_is():
    this = opened(FIRST)
    state = give(this.ask("headline_source"), "  ")
    assert (state["notice"], state["kept"]) == ("Nothing is written yet.", False)
    assert not work_file.path().exists()
    words = this.ask("how_sure")
    state = give(words, {"could": "possible", "will": ""})
    assert state["notice"] == f"Not all of them are answered yet. {work_file.KEPT}"
    assert opened(FIRST).ask("how_sure").state["value"]["could"] == "possible"


def test_a_reason_alone_is_kept():
    give(opened().ask("predict_rise"), "", "they look close")
    assert opened().ask("predict_rise").state["reason"] == "they look close"


FAULTS = {
    "disk full": ("write", errno.ENOSPC, "the disk is full"),
    "read-only folder": ("open", errno.EROFS, "its folder may only be read"),
    "no permission": ("open", errno.EACCES, "you have no permission to write there"),
    "disk that breaks": ("write", errno.EIO, os.strerror(errno.EIO)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_the_disk_is_one_sentence_and_loses_nothing(name, monkeypatch):
    call, number, why = FAULTS[name]
    rise = opened().ask("rise")
    give(rise, "300")
    with monkeypatch.context() as disk:
        disk.setattr(os, call, refuse(number))
        state = give(rise, "303")
    assert state["notice"] == work_file.NOT_KEPT.format(file="my_work.jsonl", why=why)
    assert (state["kept"], state["value"], state["right"]) == (False, "303", True)
    assert kept() == [("rise", "300")]
    assert give(rise, "304")["kept"] is True
    assert kept() == [("rise", "300"), ("rise", "303"), ("rise", "304")]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda folder: (folder / "my_work.jsonl").mkdir(), "a folder has its name"),
        (lambda folder: folder.rmdir(), "its folder is not there"),
        (lambda folder: (folder.rmdir(), folder.write_text("a file")), "its folder is not there"),
    ],
)
def test_a_folder_that_is_wrong_is_one_sentence(make, why, work_folder):
    make(work_folder)
    state = give(opened().ask("rise"), "303")
    assert why in state["notice"] and state["right"] is True and state["kept"] is False


def test_a_disk_that_takes_half_a_line_costs_nothing_else(monkeypatch):
    rise, real = opened().ask("rise"), os.write
    give(rise, "300")
    with monkeypatch.context() as disk:
        taken = iter([lambda file, data: real(file, data[:40]), refuse(errno.ENOSPC)])
        disk.setattr(os, "write", lambda file, data: next(taken)(file, data))
        assert give(rise, "303")["kept"] is False
    assert not work_file.path().read_bytes().endswith(b"\n")
    assert kept() == [("rise", "300")]
    give(rise, "304")
    assert kept() == [("rise", "300"), ("rise", "303"), ("rise", "304")]


def test_where_clearing_fails_nothing_is_said_to_be_removed(monkeypatch):
    rise = opened().ask("rise")
    give(rise, "303")
    with monkeypatch.context() as disk:
        disk.setattr(os, "open", refuse(errno.EROFS))
        state = press(opened("00_start_here").ask("clear"), clear=True)
    assert "could not be emptied (its folder may only be read)" in state["reply"]
    assert state["cleared"] is False
    assert press(rise, hint=True)["kept"] is True


WRITER = """
import sys
from claimlab.exercises import work_file
print("ready", flush=True)
sys.stdin.readline()
for number in range(800):
    answer = {"value": "é" * (number % 90), "reason": ""}
    work_file.append([work_file.new("a_story", sys.argv[1], f"item{number}", answer)])
"""


def test_two_kernels_writing_at_once_lose_nothing():
    kernels = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            cwd=refresh.ROOT / "notebooks",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("02", "03")
    ]
    assert [kernel.stdout.readline() for kernel in kernels] == ["ready\n", "ready\n"]
    for kernel in kernels:  # both are there before either begins
        kernel.stdin.write("go\n")
        kernel.stdin.flush()
    for kernel in kernels:
        kernel.communicate(timeout=60)
        assert kernel.returncode == 0
    lines = work_file.path().read_bytes().splitlines()
    assert len(lines) == 1600 and all(json.loads(line) for line in lines)
    for name in ("02", "03"):
        own = [one for one in work_file.read().entries if one.notebook == name]
        assert [one.item for one in own] == [f"item{number}" for number in range(800)]


def test_adding_nothing_makes_no_file():
    assert work_file.add(Contents()) == 0
    work_file.append([])
    assert not work_file.path().exists()


# --- explorers that wait for an answer --------------------------------------------------------------------------------


def test_an_explorer_that_cannot_be_drawn_at_all_leaves_the_answer_kept(monkeypatch):
    this = opened()
    predict, lab = this.ask("predict_rise"), this.explore("period_lab", after="predict_rise")
    monkeypatch.setattr(registry, "make", refuse(errno.EIO))
    assert give(predict, "31")["kept"] is True
    assert lab.opened and kept() == [("predict_rise", "31")]


def test_an_error_in_marking_leaves_the_answer_kept(monkeypatch, caplog):
    rise = opened().ask("rise")
    monkeypatch.setattr(marking, "mark", refuse(errno.EIO))
    state = give(rise, "303")
    assert (state["value"], state["right"], state["kept"]) == ("303", None, True)
    assert state["notice"].startswith("It could not be marked") and "Traceback" in caplog.text


def test_a_prediction_that_is_no_number_opens_the_explorer_and_stands_there_as_it_was_typed():
    this = opened()
    predict, lab = this.ask("predict_rise"), this.explore("period_lab", after="predict_rise")
    state = give(predict, "a great many")
    assert lab.opened and (lab.prediction["said"], lab.prediction["at"]) == ("“a great many”", None)
    assert state["notice"].startswith("Type one number") and state["kept"] is True
    give(predict, "31")
    assert lab.prediction["said"] == "31%" and predict.state["notice"] == work_file.KEPT
    assert opened().explore("period_lab", after="predict_rise").prediction == lab.prediction


@pytest.mark.parametrize(("notebook", "explorer", "after"), GATES, ids=[gate[1] for gate in GATES])
@pytest.mark.parametrize("value", ["no such answer", "-0.0001", "1" * 400])
def test_whatever_was_kept_the_explorer_that_waits_for_it_opens(notebook, explorer, after, value):
    item = practice.load(notebook)[after]
    put(notebook, after, value if item.kind != "rows" else json.dumps([value] * len(item.row)))
    assert opened(notebook).explore(explorer, after=after).opened


@pytest.mark.parametrize(("notebook", "explorer", "after"), CHOICES, ids=[gate[1] for gate in CHOICES])
def test_a_choice_is_shown_in_its_explorer_by_its_text(notebook, explorer, after):
    item, this = practice.load(notebook)[after], opened(notebook)
    waiting, shown = this.ask(after), this.explore(explorer, after=after)
    for option in specs.spec(item, ARTICLE)["options"]:
        give(waiting, option["id"])
        assert shown.prediction["said"] == f"“{option['text'].removesuffix('.')}”"


def test_half_of_several_rows_opens_nothing():
    this = opened("05_may_i_compare_these")
    rows, ladder = this.ask("stock_or_flow"), this.explore("terms_ladder", after="stock_or_flow")
    give(rows, {"range": "stock"})
    assert not ladder.opened
    give(rows, right_answers.right_rows(this.items["stock_or_flow"], ARTICLE))
    assert ladder.opened and rows.state["right"] is True


def test_an_explorer_after_no_item_of_the_notebook_is_told():
    with pytest.raises(ReaderError, match="has no item called 'predict_ries'"):
        opened().explore("period_lab", after="predict_ries")


# --- ids: options and rows that change --------------------------------------------------------------------------------


def test_a_reworded_option_is_still_right(items):
    notebook = "03_more_than_almost_hundreds"
    give(opened(notebook).ask("almost_itself"), "below")
    items(notebook, "No, it is below {{ hedged_count.value }}", "No, it stays below {{ hedged_count.value }}")
    state = opened(notebook).ask("almost_itself").state
    assert (state["value"], state["right"], state["kept"]) == ("below", True, True)


@pytest.mark.parametrize(
    ("notebook", "name", "old", "new"),
    [
        ("05_may_i_compare_these", "pairs", '"only if you assume something"', '"only with an assumption"'),
        ("05_may_i_compare_these", "stock_or_flow", '"a stock"', '"it is a stock"'),
    ],
)
def test_a_reworded_option_is_still_right_where_the_key_is_worked_out(notebook, name, old, new, items):
    give(opened(notebook).ask(name), right_answers.right_rows(practice.load(notebook)[name], ARTICLE))
    items(notebook, old, new)
    assert opened(notebook).ask(name).state["right"] is True


def test_reordered_and_new_rows_shift_no_answer(items):
    notebook, name = "04_years_of_what", "case_stretches"
    chosen = right_answers.right_rows(practice.load(notebook)[name], ARTICLE)
    give(opened(notebook).ask(name), chosen)
    path = practice.ITEMS / f"{notebook}.toml"
    content = path.read_text(encoding="utf-8")
    first, second = re.findall(r"(?ms)^\[\[item\.row\]\]\nid = .*?\n\n", content)[:2]
    assert '"earlier_period"' in first and '"missing_period"' in second
    path.write_text(content.replace(first + second, second + first), encoding="utf-8")
    assert opened(notebook).ask(name).state["right"] is True
    option = chosen["earlier_period"]
    added = f'[[item.row]]\nid = "over"\nlabel = "over"\nkey = "{option}"\nreply = "Look again."\n\n'
    path.write_text(content.replace(first, added + first), encoding="utf-8")
    state = opened(notebook).ask(name).state
    assert state["right"] is None and state["value"]["earlier_period"] == option
    assert state["notice"].startswith("Not all of them are answered yet.")
    assert give(opened(notebook).ask(name), {**state["value"], "over": option})["right"] is True


def test_an_option_that_is_gone_is_shown_and_is_neither_right_nor_wrong(items):
    notebook = "03_more_than_almost_hundreds"
    give(opened(notebook).ask("almost_itself"), "itself")
    items(notebook, "options.itself =", "options.exactly =")
    items(notebook, 'option = "itself"', 'option = "exactly"')
    state = opened(notebook).ask("almost_itself").state
    assert (state["value"], state["right"], state["reply"]) == ("", None, "")
    assert state["notice"] == f"{lesson.GONE.format(gone='itself')} {work_file.KEPT}"
    assert "What you had answered:" in my_work.page(work_file.read(), {STORY: ARTICLE})


def test_an_item_that_is_gone_disturbs_nothing():
    put(YEAR, "no_such_item", {"a": "b"}, version=2)
    put("08_gone", "rise", "303", version=2)
    this = opened()
    assert give(this.ask("rise"), "303")["kept"] is True
    page = press(this.my_work(), my_work="show")["page"]
    assert "no_such_item" in page and my_work.read(page).entries == work_file.read().entries


def test_options_that_read_the_same_are_one():
    options = {"a": "{{ things }}", "b": "arrests", "c": "{{ headline.things }}"}
    item = practice.Item("x", "choice", "Check", "?", options=options, key="b", right="Yes.", otherwise="No.")
    assert [one["id"] for one in specs.offered(options, ARTICLE)] == ["a", "c"]
    assert [marking.mark(item, ARTICLE, id).right for id in options] == [True, True, False]
    entry = work_file.new(STORY, YEAR, "x", {"value": "b", "reason": ""})
    assert answers.understood(entry, item, ARTICLE).value == "a"


def test_a_key_that_gives_no_option_makes_no_answer_wrong():
    item = practice.Item(
        "x", "choice", "Check", "?", options={"a": "yes", "b": "no"}, key="{{ things }}", otherwise="No."
    )
    with pytest.raises(marking.UnfitKeyError, match="gives none of the options"):
        marking.mark(item, ARTICLE, "a")


def test_a_slip_in_a_sentence_is_no_lack_of_the_story():
    for sentence in ("{{ no_such_word }}", "{{ headline.prnted }}", "{{ bases['seventh'] }}", "{{ may['share'] }}"):
        with pytest.raises(templates.UnknownWordError):
            templates.fill(sentence, ARTICLE)


def test_my_work_does_not_take_a_slip_for_a_lack(items):
    give(opened().ask("rise"), "303")
    items(YEAR, "{{ more_or_fewer }} {{ things }}", "{{ more_or_fewer }} {{ thinsg }}")
    with pytest.raises(templates.UnknownWordError):
        my_work.page(work_file.read(), {STORY: ARTICLE})


# --- files of other versions ------------------------------------------------------------------------------------------


def old_rows(item, story):
    ids = right_answers.right_rows(item, story)
    return json.dumps([templates.fill(item.options_of(row)[ids[row.id]], story) for row in item.row])


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_file_without_versions_is_read(notebook, story):
    chosen = [item for item in practice.load(notebook).values() if item.row or item.options]  # the shared one, at least
    marked = [item for item in chosen if not needs.lacking(item.needs, story)]
    for item in marked:
        if item.row:
            put(notebook, item.name, old_rows(item, story), story.story)
        else:
            id = right_answers.named_id(item.options, item.key, story)
            put(notebook, item.name, templates.fill(item.options[id], story), story.story, reason="so")
    lines = work_file.path().read_bytes()
    this = opened(notebook, story.story)
    for item in marked:
        state = this.ask(item.name).state
        has_key = bool(item.key or any(row.key for row in item.row))
        assert (state["right"], state["kept"]) == (True if has_key else None, True)
        assert state["reason"] == ("" if item.row else "so")
        given = [*state["value"].values()] if item.row else [state["value"]]
        assert all(given), item.name
    assert {one.version for one in work_file.read().entries} == {1}
    assert work_file.path().read_bytes() == lines  # nobody's file is rewritten by being read


def test_an_old_answer_that_fits_no_option_is_shown_and_is_neither_right_nor_wrong():
    old = ["arrests, the earlier figure", "years of prison sentence", "chairs", "people, in the headline", "arrests"]
    put(FIRST, "look_alikes", json.dumps(old))
    put("06_a_range_without_a_method", "up_or_not", "It went sideways")
    state = opened(FIRST).ask("look_alikes").state
    assert state["right"] is None and state["rows"] == ()
    assert state["value"]["headline"] == "headline" and state["value"]["hedged_count"] == ""
    assert "chairs" in state["notice"]
    state = opened("06_a_range_without_a_method").ask("up_or_not").state
    assert "“It went sideways”" in state["notice"] and state["right"] is None
    page = my_work.page(work_file.read(), {STORY: ARTICLE})
    assert "It went sideways" in page and "chairs" in page


@pytest.mark.parametrize("value", ["", "not json", "[1, 2]", "{}", "[" * 5000, '["one"]'])
def test_old_rows_of_another_shape_lose_nothing(value):
    put(FIRST, "look_alikes", value)
    state = opened(FIRST).ask("look_alikes").state
    assert state["right"] is None and state["value"] == {}
    assert value.strip('[]"') in state["notice"]


def test_a_page_of_an_earlier_version_is_loaded_and_replaces_nothing_newer():
    old = '{"story": "undercover_online", "notebook": "%s", "item": "%s", "answer": {"value": "%s"}, "when": "%s"}'
    lines = (
        old % (YEAR, "carry", "an old line", "2026-11-23T10:00:00+00:00"),
        old % (YEAR, "rise", "1", "2026-11-23T10:00:00+00:00"),
        old % ("06_a_range_without_a_method", "up_or_not", "Yes, the middle went up", ""),
    )
    html = f'<script type="application/json" id="my-work-answers">[{",".join(lines)}]</script>'
    this = opened()
    rise = this.ask("rise")
    give(rise, "303")
    assert "Answers added: 2 of 3" in press(this.my_work(), my_work="load", page=html)["notice"]
    assert opened().ask("rise").state["value"] == "303"
    assert opened().ask("carry").state["value"] == "an old line"
    assert opened("06_a_range_without_a_method").ask("up_or_not").state["value"] == "middle_up"
    assert press(this.my_work(), my_work="load", page=html)["notice"] == words.LOADED_BEFORE.format(all=3)


LATER = {"version": 3, "story": STORY, "notebook": YEAR, "item": "rise", "answer": ["something", {"new": 1}]}


def test_a_line_of_a_later_version_is_left_as_it_is_and_told():
    work_file.path().write_text(json.dumps(LATER) + "\n" + '{"version": 9}\n', encoding="utf-8")
    before = work_file.path().read_bytes()
    this = opened()
    rise = this.ask("rise")
    assert rise.state["notice"] == answers.LATER.format(file="my_work.jsonl")
    assert give(rise, "303")["kept"] is True
    assert work_file.path().read_bytes().startswith(before)
    page = press(this.my_work(), my_work="show")["page"]
    assert my_work.LATER in page
    assert my_work.read(page).later == (LATER, {"version": 9})
    work_file.clear()
    assert press(this.my_work(), my_work="load", page=page)["notice"].startswith("Answers added: 3 of 3")
    assert work_file.read().later == (LATER, {"version": 9})
    assert press(this.my_work(), my_work="load", page=page)["notice"] == words.LOADED_BEFORE.format(all=3)


@pytest.mark.parametrize("version", [0, -1, True, "2", None, 2.0])
def test_a_version_that_is_none_is_passed_over(version):
    put(YEAR, "rise", "1", version=version)
    assert work_file.read() == Contents()


def test_every_line_written_now_says_its_version():
    give(opened().ask("rise"), "303")
    assert json.loads(work_file.path().read_bytes())["version"] == work_file.VERSION == 2
    assert work_file.read().entries[0] == Entry(
        STORY, YEAR, "rise", {"value": "303", "reason": ""}, work_file.read().entries[0].when
    )
