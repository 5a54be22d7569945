"""What people type where a number is asked: read as they write it, asked about where it is something else."""

import re

import pytest

from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.claims.errors import ReaderError
from claimlab.exercises import marking, numeric, practice, predictions, typed
from claimlab.exercises.answers import Answer
from shared_patterns import OTHERS

ARTICLE = ledger.load("undercover_online")
NOUNS = tuple(zip(ARTICLE.units["singular"], ARTICLE.units["plural"], strict=True))
ITEMS = {name: item for path in practice.ITEMS.glob("*.toml") for name, item in practice.load(path.stem).items()}
# A large number, which no item asks for now.
ITEMS["range_width"] = practice.Item(
    "range_width", "number", "Check", "?", unit="{{ range.things }}", key="range_width", right="Yes.", otherwise="No."
)
YEARS = "years of prison sentence"


def mark(name, answer):
    return marking.mark(ITEMS[name], ARTICLE, answer)


READ = [
    (".83", "", 0.83), ("14", "%", 14), ("22.2%", "%", 22.2), ("22,2", "%", 22.2), ("22.2 per cent", "%", 22.2),
    ("22.2% more", "%", 22.2), ("14.3 %", "%", 14.3), ("about 14", "%", 14), ("~14", "%", 14), ("approx. 14%", "%", 14),
    ("+22.2", "%", 22.2), ("-3", "", -3), ("minus 3", "", -3), ("\N{MINUS SIGN}3", "", -3), ("2.4% fewer", "%", -2.4),
    ("a fall of 2.4%", "%", -2.4), ("six", "months", 6), ("Eighteen months", "months", 18), ("minus three", "", -3),
    ("1,665", "", 1665), ("1 665", "", 1665), ("1\u202f665", "", 1665), ("1'665", "", 1665), ("1665.", "", 1665),
    ("1,665.5", "", 1665.5), ("1,234,567", "", 1234567), ("1.234.567", "", 1234567), ("150k", "adults", 150000),
    ("150 K", "adults", 150000), ("0.15 million", "adults", 150000), ("17 hundred", "", 1700), ("1.7k", "", 1700),
    ("1.5 years", "months", 18), ("1,5 years", "months", 18), ("1 year and 6 months", "months", 18),
    ("one year six months", "months", 18), ("half a year", "months", 6), ("26 weeks", "months", 6),
    ("2 weeks", "days of storage", 14), ("984 arrests", "arrests", 984), ("1 arrest", "arrests", 1),
    ("303 more arrests", "arrests", 303), ("303 arrests in all", "arrests", 303), ("(303)", "arrests", 303),
    ("0.83 years", YEARS, 0.83), ("0.83 years of prison sentence", YEARS, 0.83), ("4 kinds", "kinds of thing", 4),
    ("65 people", "", 65), ("0,832", YEARS, 0.832), ("three hundred and three", "arrests", 303),
    ("Three hundred and three arrests", "arrests", 303), ("twenty-two per cent", "%", 22), ("ninety", "", 90),
    ("one thousand six hundred and sixty-five", "", 1665), ("a hundred", "", 100), ("seventeen hundred", "", 1700),
    ("a year and a half", "months", 18), ("one and a half years", "months", 18), ("1 year and a half", "months", 18),
    ("two years and a half", "months", 30), ("eighteen months", "months", 18), ("zero", "", 0), ("none", "", 0),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "unit", "value"), READ, ids=[answer for answer, *_ in READ])
def test_a_number_is_read_as_people_write_it(answer, unit, value):
    found = typed.read(answer, unit, "", NOUNS)
    assert found.low == found.high
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize("words", ["one and " * 5000, "seventy-" * 9, "million " * 9, "hundred and a half and a half"])
def test_number_words_without_end_are_a_sentence_and_no_crash(words):
    with pytest.raises(ReaderError):
        typed.read(words, "months")


def test_two_numbers_in_words_are_read():
    assert typed.read("between a hundred and two hundred")[:2] == (100, 200)
    assert typed.read("five-ten")[:2] == (5, 10)
    assert typed.read("fourteen per cent for one year", "%", "year").value == 14


ENDS = ["14.3% to 14.8%", "14.3%-14.8%", "14.3 – 14.8 %", "between 14.3 and 14.8", "from 14.3 to 14.8%", "14.8 to 14.3"]


@pytest.mark.parametrize("answer", ENDS)
def test_two_ends_are_read(answer):
    assert typed.read(answer, "%")[:2] == (14.3, 14.8)


ASKED = [
    ("22 arrests", "%", "The question asks for per cent; you typed arrests."),
    ("22 percentage points", "%", "The question asks for per cent; you typed percentage points."),
    ("18 weeks", "months", "The question asks for months; you typed weeks."),
    ("65%", "arrests", "The question asks for arrests; you typed per cent."),
    ("303 people", "arrests", "The question asks for arrests; you typed people."),
    ("£303", "arrests", "The question asks for arrests; you typed pounds."),
    ("3 arrests", YEARS, f"The question asks for {YEARS}; you typed arrests."),
    ("65%", "", "The question asks for a number alone; you typed per cent."),
    ("65 months", "", "The question asks for a number alone; you typed months."),
    ("303 arests", "arrests", "This was not understood: “arests”"),
    ("22% a year", "%", "You typed a number for each of something (a year)"),
    ("984 or more", "arrests", "leave open which one"),
    ("at least 984", "arrests", "leave open which one"),
    ("984+", "arrests", "leave open which one"),
    ("almost 984", "arrests", "leave open which one"),
    *((answer, "", "Type one number") for answer in ("", "many", "1 or 2", "12 12 12", "1e5", "nan", "1/2", "9" * 99)),
]


@pytest.mark.parametrize(("answer", "unit", "told"), ASKED, ids=[answer[:20] for answer, *_ in ASKED])
def test_another_unit_and_what_is_no_one_number_are_asked_about(answer, unit, told):
    with pytest.raises(ReaderError) as problem:
        typed.read(answer, unit, "", NOUNS)
    assert told in str(problem.value)


RIGHT = [
    ("yearly_rate", *ENDS[:5], "14-15", "about 14", "14.3% a year", "14.3% per year", "13.8%", "fifteen"),
    ("rise_percent", "22.2% more", "22,2 %", "22.25", "22.24669"),
    ("months_start_to_start", "18", "eighteen", "1.5 years", "78 weeks", "540 days"),
    ("last_year", "nine", "0.75 years"),
    ("tempting", ".83", "10 months", "304 days", "0.83 years per arrest", "0.83 years for each arrest"),
    ("range_width", "150k", "0.15 million", "150 000", "150,000 adults"),
    ("to_nearest", "17 hundred", "1.7k", "1700"),
]


@pytest.mark.parametrize(("name", "answer"), [(name, one) for name, *given in RIGHT for one in given])
def test_a_right_answer_is_right_however_it_is_written(name, answer):
    assert mark(name, answer).right is True


REPLIES = [
    ("yearly_rate", "12.1", "later count as its base. Begin"),
    ("yearly_rate", "202", "That is the number of arrests that falls on one year"),
    ("yearly_rate", "303", "That is the number of arrests, over 18 months"),
    ("yearly_rate", "13", "Too little. The rise took longer than a year"),
    ("yearly_rate", "16 to 20", "Too much."),
    ("rise_percent", "1.22", "how many times the earlier count"),
    ("rise_percent", "81.8", "upside down"),
    ("rise_percent", "18.2", "You divided by the later count"),
    ("rise_percent", "0", "Divide the rise by"),
    ("rise_percent", "22.24", "only the last digit differs"),
    ("rise_percent", "22.3", "only the last digit differs"),
    ("rise_percent", "-22", "A minus sign"),
    ("rise_percent", "22% less", "A minus sign"),
    ("tempting", "1", "Divide 1,386 by 1,665"),
    ("tempting", "1.2", "upside down"),
    ("months_start_to_start", "17", "one month too many or too few"),
    ("months_start_to_start", "19", "one month too many or too few"),
    ("last_year", "8", "one month too many or too few"),
    ("last_year", "10", "one month too many or too few"),
    ("rise", "302", "one more or one less"),
    ("to_nearest", "1.700", "was read with a point before decimals"),
    ("yearly_rate", "14,300", "was read with a comma between thousands"),
]


@pytest.mark.parametrize(("name", "answer", "told"), REPLIES)
def test_each_mistake_gets_its_own_reply(name, answer, told):
    marked = mark(name, answer)
    assert marked.right is False
    assert told in marked.reply


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("break_even", "984 to 1,000", "Type one number, and not two"),
        ("yearly_rate", "10 to 20", "Narrow it"),
        ("yearly_rate", "13-14", "Narrow it"),
        ("predict_rise", "20-25", "Type one number, and not two"),
    ],
)
def test_two_numbers_are_right_within_the_key_and_else_asked_to_be_one(name, answer, told):
    with pytest.raises(ReaderError, match=told):
        mark(name, answer)


def test_a_lone_comma_or_point_is_told_only_where_the_other_reading_lies_nearer():
    assert "was read" not in mark("rise", "1,362").reply
    assert "was read" not in mark("rise_percent", "33.333").reply


@pytest.mark.parametrize(
    ("name", "answer", "shown"),
    [
        ("predict_average", "36 months", ("3 years of prison sentence", 3)),
        ("predict_rise", "about 22,5 %", ("22.5%", 22.5)),
        ("predict_rise", "-1000000", ("−1,000,000%", -1000000)),
        ("predict_rise", "1" * 30, ("off the scale", float("1" * 30))),
        ("predict_rise", "30 arrests", ("“30 arrests”", None)),
        ("predict_rise", "20-25", ("“20-25”", None)),
        ("predict_rise", "no idea.", ("“no idea”", None)),
    ],
)
def test_a_prediction_is_shown_in_the_unit_that_was_asked_for(name, answer, shown):
    prediction = predictions.of(ITEMS[name], Answer(answer, ""), ARTICLE)
    assert (prediction.said, prediction.value) == shown


# --- the tables, which a reader in another language uses too ----------------------------------------------------------


def patterns():
    templates = [*(one for _, one in sorted(typed.PATTERNS.items()) if isinstance(one, str)), *typed.PATTERNS["two"]]
    yield from (pattern for pattern, _ in typed.RULES["clean"])
    yield from (typed._pattern(template).pattern for template in templates)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_a_pattern_is_of_the_kind_that_python_and_javascript_share(pattern):
    assert re.compile(pattern)
    assert not re.search(OTHERS, pattern)
    assert not re.search(r"<[a-z]+>", pattern)


@pytest.mark.parametrize("other", ["(?P<a>x)", "(?<=x)y", "(?i)x", "x++", "(?>x)", r"\Ax", r"x\Z", r"\p{L}"])
def test_the_check_of_patterns_can_fail(other):
    assert re.search(OTHERS, other)


def test_the_tables_are_lower_case_and_hold_no_code():
    def leaves(value):
        inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        yield from (leaf for one in inside for leaf in leaves(one))
        if not isinstance(value, dict | list):
            yield value

    assert all(isinstance(leaf, str | int | float) for leaf in leaves(typed.RULES))
    for name in ("words", "scales", "units"):
        assert all(key == key.lower() for key in typed.RULES[name])


# --- close, and not right ---------------------------------------------------------------------------------------------

CLOSE = "Very close"
MARKED = [item for item in ITEMS.values() if item.kind in ("number", "slider") and item.key]


@pytest.mark.parametrize(
    ("name", "answer"), [("rise", "300"), ("rise", "304"), ("rise_percent", "22.6"), ("yearly_rate", "15.05")]
)
def test_a_number_close_to_the_key_is_told_so(name, answer):
    marked = mark(name, answer)
    assert marked.right is False and CLOSE in marked.reply


@pytest.mark.parametrize(("name", "answer"), [("rise", "310"), ("rise_percent", "25"), ("rise", "1,362")])
def test_any_other_number_is_not_close(name, answer):
    assert CLOSE not in mark(name, answer).reply


@pytest.mark.parametrize("item", MARKED, ids=lambda item: item.name)
def test_a_right_number_is_never_called_close(story, item):
    if needs.lacking(item.needs, story):
        return
    key = numeric.accepted(item, story)
    for part in range(-200, 201):  # every half per cent around it, and the key as it may be written
        for places in (0, 1, 2, 4):
            answer = f"{(key.low + key.high) / 2 * (1 + part / 200):.{places}f}"
            marked = marking.mark(item, story, answer)
            assert not (marked.right and CLOSE in marked.reply), answer
