"""The files of items: every slip in one is a sentence with the file, the item, what was found and what was expected."""

import pytest

from claimlab.claims.errors import ReaderError
from claimlab.exercises import practice

GOOD = """
[[item]]
name = "share"
kind = "choice"
tag = "Check"
question = "May you?"
options.yes = "yes"
options.no = "no"
key = "no"
right = "Right."
otherwise = "Look again."

[[item.wrong]]
option = "yes"
reply = "Why?"

[[item]]
name = "pairs"
kind = "rows"
tag = "Check"
question = "Which?"
options.a = "one"
options.b = "two"

[[item.row]]
id = "first"
label = "The first"
key = "a"
reply = "Look."

[[item.row]]
id = "second"
label = "The second"
key = "{{ may['share,later_count,range'] }}"
reply = "Look."

[[item]]
name = "rise"
kind = "number"
tag = "Check"
question = "How many?"
key = "rise"

[[item.wrong]]
figure = "rise_percent"
reply = "In number."

[[item]]
name = "months"
kind = "slider"
tag = "Check"
question = "How many?"
slider = { min = 0, max = 24, step = 1 }
"""


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Loads the items of a file with this content."""
    folder = tmp_path / "items"
    folder.mkdir()
    (folder / "shared.toml").write_text("", encoding="utf-8")
    monkeypatch.setattr(practice, "ITEMS", folder)

    def load(content):
        (folder / "02_mine.toml").write_text(content, encoding="utf-8")
        return practice.load("02_mine")

    return load


def test_a_good_file_is_read(load):
    items = load(GOOD)
    assert list(items) == ["share", "pairs", "rise", "months"]
    assert items["share"].options == {"yes": "yes", "no": "no"}
    assert [row.id for row in items["pairs"].row] == ["first", "second"]


SLIPS = {
    "unknown kind": ('"number"', '"digits"', "item 'rise': kind is 'digits', expected one of number, slider, choice"),
    "unknown key": ("otherwise =", "other =", "item 'share': found 'other', expected one of name, kind"),
    "missing key": ('question = "May you?"\n', "", "item 'share': question is missing"),
    "no name": ('name = "rise"\n', "", "item number 3: name is missing"),
    "name twice": ('name = "rise"', 'name = "pairs"', "item 'pairs': there is another item of this name"),
    "key of another type": ('question = "May you?"', "question = 3", "question is 3, expected a text"),
    "key that is no option": ('key = "no"', 'key = "on"', "key is 'on', expected the id of an option: yes, no"),
    "key that is an option's text": ('key = "a"', 'key = "one"', "row 'first': key is 'one', expected the id of an"),
    "wrong answer that is no option": (
        'option = "yes"',
        'option = "maybe"',
        "wrong option is 'maybe', expected the id",
    ),
    "key that is no figure": ('key = "rise"', 'key = "rize"', "key is 'rize', expected the name of a figure"),
    "wrong answer that is no figure": ('"rise_percent"', '"rise_per"', "wrong figure is 'rise_per', expected the name"),
    "wrong answer without a reply": ('reply = "Why?"', "", "in wrong: reply is missing"),
    "unknown key of a wrong answer": ('reply = "Why?"', 'reply = "Why?"\nfigures = "x"', "in wrong: found 'figures'"),
    "keys in some rows": ('key = "a"\n', "", "item 'pairs': some rows have a key and some have none"),
    "row without an id": ('id = "second"\n', "", "row 2: id is missing"),
    "row twice": ('id = "second"', 'id = "first"', "row 'first': there is another row of this id"),
    "rows of another kind": ('kind = "rows"', 'kind = "line"', "an item of kind rows has rows, and no other has"),
    "choice without options": ('options.yes = "yes"\noptions.no = "no"\n', "", "needs two options or more"),
    "option that is no text": ('options.b = "two"', "options.b = 2", "options.b is 2, expected a text"),
    "option twice": ('options.b = "two"', 'options.a = "two"', "cannot be read: Cannot overwrite a value"),
    "slider without ends": ("min = 0, ", "", "in slider: min is missing"),
    "number with a slider": ('key = "rise"', 'key = "rise"\nslider = {}', "an item of kind slider has a table slider"),
    "no TOML": ("[[item]]", "[[item]", "cannot be read"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_a_sentence(name, load):
    old, new, told = SLIPS[name]
    assert old in GOOD
    with pytest.raises(ReaderError) as problem:
        load(GOOD.replace(old, new, 1))
    assert str(problem.value).startswith("items/02_mine.toml")
    assert told in str(problem.value)


def test_every_slip_is_told_at_once(load):
    with pytest.raises(ReaderError) as problem:
        load(GOOD.replace('"number"', '"digits"').replace('key = "no"', 'key = "on"'))
    assert len(str(problem.value).splitlines()) == 2
