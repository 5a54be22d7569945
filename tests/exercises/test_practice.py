"""Practice items on both stories: keys and known wrong answers come from figures, replies fit the mistake."""

import re
import tomllib

import pytest

import right_answers
from claimlab.analysis import figures, needs
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.exercises import marking, practice, specs
from claimlab.exercises.templates import fill

STORIES = {name: ledger.load(name) for name in ("undercover_online", "lost_property")}
NOTEBOOKS = sorted(path.stem for path in practice.ITEMS.glob("*.toml"))
ITEMS = [(notebook, item) for notebook in NOTEBOOKS for item in practice.load(notebook).values()]


def every(applies=lambda item: True):
    """Parametrises a test with each story and each of the items it is about."""
    asked = [
        pytest.param(story, item, id=f"{story.story}-{notebook}-{item.name}")
        for story in STORIES.values()
        for notebook, item in ITEMS
        if applies(item) and not needs.lacking(item.needs, story)
    ]
    assert asked
    return pytest.mark.parametrize(("story", "item"), asked)


def has_row_keys(item):
    return any(row.key for row in item.row)


@every()
def test_every_text_of_an_item_fills_in(story, item):
    told = specs.spec(item, story)
    offered = [*told["options"], *(option for row in told["rows"] for option in row["options"])]
    assert "{" not in told["question"] + told["unit"] + "".join(option["text"] for option in offered)
    assert len(specs.hints(item, story, 99)) == len(item.hints)


@every(lambda item: item.key and not item.options)
def test_the_key_is_right_and_only_the_key(story, item):
    written = figures.text_of(item.key, story)
    assert marking.mark(item, story, written)[1] is True
    assert marking.mark(item, story, str(figures.value_of(item.key, story) * 3 + 7))[1] is False


@every(lambda item: item.key and item.options)
def test_the_right_option_is_right_and_no_other(story, item):
    right = right_answers.named_id(item.options, item.key, story)
    offered = [option["id"] for option in specs.offered(item.options, story)]
    assert {id: marking.mark(item, story, id).right for id in offered} == {id: id == right for id in offered}
    assert len(offered) > 1


@every(lambda item: item.wrong)
def test_a_known_wrong_answer_gets_its_own_reply(story, item):
    for wrong in item.wrong:
        answer = wrong.option or figures.text_of(wrong.figure, story).rstrip("%")  # its unit may be another one
        reply, right, *_ = marking.mark(item, story, answer)
        assert right is False
        assert "{" not in reply
        assert reply == fill(wrong.reply, story)


@every(lambda item: not item.key and not has_row_keys(item) and item.kind != "clear")
def test_an_item_that_is_not_marked_says_neither_right_nor_wrong(story, item):
    answer = specs.spec(item, story)["options"][0]["id"] if item.options else "12"
    if item.row:
        answer = {row.id: answer for row in item.row}
    reply, right, rows, *_ = marking.mark(item, story, answer)
    assert right is None
    assert reply
    assert not rows


@every(has_row_keys)
def test_every_row_has_its_key_among_its_options_and_its_own_reply(story, item):
    keys = right_answers.right_rows(item, story)
    assert marking.mark(item, story, keys).right is True
    for at, row in enumerate(item.row):
        other = right_answers.other_id(item.options_of(row), keys[row.id], story)
        marked = marking.mark(item, story, {**keys, row.id: other})
        assert marked.right is False
        assert [bool(reply) for reply in marked.rows] == [place == at for place in range(len(keys))]


@pytest.mark.parametrize("chosen", [{}, {"period": ""}, {"period": "yes", "unit": ""}, {"unit": "yes"}])
def test_rows_without_a_key_are_kept_only_when_each_has_an_answer(chosen):
    rows = (practice.Row("period", "Period"), practice.Row("unit", "Unit"))
    options = {"no": "no", "yes": "yes"}
    item = practice.Item("rubric", "rows", "Rubric", "?", options=options, row=rows, reply="Add them up.")
    with pytest.raises(ReaderError, match="Not all of them"):
        marking.mark(item, ledger.load("undercover_online"), chosen)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("a b c", ""),
        ("a – b – c", ""),
        ("a b c d e", "5 words, at most 3: 2 too many. "),
        ("1,665 a\nb c", "4 words, at"),
    ],
)
def test_an_answer_with_too_many_words_is_told_so_and_kept(answer, told):
    item = practice.Item("headline", "line", "Write", "?", reply="Read it again.", most_words=3)
    marked = marking.mark(item, ledger.load("undercover_online"), answer)
    assert marked.right is None
    assert marked.reply.startswith(told) and marked.reply.endswith("Read it again.")
    assert bool(told) == (marked.reply != "Read it again.")


@pytest.mark.parametrize("item", [pytest.param(item, id=f"{book}-{item.name}") for book, item in ITEMS if item.key])
def test_marked_items_have_hints_and_an_answer_to_everything(item):
    assert item.hints and item.otherwise and item.right


def test_no_figure_is_typed_into_an_item():
    for path in practice.ITEMS.glob("*.toml"):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["item"]:
            texts = [said for part, said in entry.items() if isinstance(said, str) and part != "code"]
            texts += [wrong["reply"] for wrong in entry.get("wrong", [])] + [*entry.get("options", {}).values()]
            texts += entry.get("hints", [])
            assert not [said for said in texts if re.search(r"\d", said)], path.name


@pytest.mark.parametrize("answer", ["22", "22%", "22.2", "22,2 %", "22.25", "+22.2 per cent"])
def test_a_percentage_may_be_rounded_to_two_places(answer):
    item = practice.load("02_the_previous_year")["rise_percent"]
    assert marking.mark(item, ledger.load("undercover_online"), answer)[1] is True


@pytest.mark.parametrize("answer", ["22.3", "22.5", "23", "21", "22.24", "-22.2"])
def test_other_percentages_are_not_right(answer):
    item = practice.load("02_the_previous_year")["rise_percent"]
    assert marking.mark(item, ledger.load("undercover_online"), answer)[1] is False


@pytest.mark.parametrize("answer", ["13.8", "13.81%", "14", "14.3", "14.5", "14.8%", "15"])
def test_a_yearly_rate_may_lie_between_the_two_ways_of_steady_growth(answer):
    item = practice.load("02_the_previous_year")["yearly_rate"]
    assert marking.mark(item, ledger.load("undercover_online"), answer)[1] is True


@pytest.mark.parametrize("answer", ["13.7", "13", "15.1", "14.9", "11.1", "22.2"])
def test_a_yearly_rate_beyond_both_ways_is_not_right(answer):
    item = practice.load("02_the_previous_year")["yearly_rate"]
    assert marking.mark(item, ledger.load("undercover_online"), answer)[1] is False


@pytest.mark.parametrize(
    ("answer", "told"),
    [("", "Nothing is written"), ("  ", "Nothing is written")]
    + [(answer, "Type one number") for answer in ("a great many", "1 or 2", "1e5", "nan", "12 12 12", "1" * 400)],
)
def test_what_is_no_number_is_told_so_and_not_marked(answer, told):
    item = practice.load("02_the_previous_year")["rise"]
    with pytest.raises(ReaderError, match=told):
        marking.mark(item, ledger.load("undercover_online"), answer)


def test_a_number_with_a_decimal_comma_is_marked():
    item = practice.load("02_the_previous_year")["rise"]
    assert marking.mark(item, ledger.load("undercover_online"), "1,66").right is False


@pytest.mark.parametrize(("answer", "reply"), [("13", "Too little"), ("1.2", "Too little"), ("25", "Too much")])
def test_a_number_on_the_wrong_side_is_told_which(answer, reply):
    item = practice.load("02_the_previous_year")["yearly_rate"]
    marked = marking.mark(item, ledger.load("undercover_online"), answer)
    assert marked.right is False
    assert marked.reply.startswith(reply)


def test_more_digits_than_asked_are_right_and_a_part_of_one_is_told():
    item, article = practice.load("02_the_previous_year")["rise_percent"], ledger.load("undercover_online")
    assert marking.mark(item, article, "22.246696").right is True
    assert marking.mark(item, article, "0.22").reply.startswith("That is the rise as a part of one")
