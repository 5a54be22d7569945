"""Tables made in spreadsheet programs, as people save them."""

from __future__ import annotations

import pytest

from claimlab import lesson
from claimlab.claims.errors import ReaderError
from claimlab.desk import importing, standing

HEAD = "id,paragraph,printed,value,unit,kind,part,period_start,period_end"
ROWS = [
    'later,2,"1,732",1732,deaths,count,later_count,2015-01,2015-12',
    'earlier,2,"1,775",1775,deaths,count,earlier_count,2014-01,2014-12',
]
PLAIN = "\n".join([HEAD, *ROWS]) + "\n"
GERMAN = "\r\n".join([
    HEAD.replace(",", ";"), "later;2;1,732;1.732;deaths;count;later_count;Jan-15;Dez-15",
    "earlier;2;1,775;1.775;deaths;count;earlier_count;Jan 2014;Dec 2014",
]).replace("Dez-15", "Dec-15")  # fmt: skip


def story(content: bytes):
    _, sheet, told = importing.loaded(content)
    read = standing.ledger_of(sheet)
    assert (read.earlier.value, read.later.value) == (1775, 1732)
    assert (str(read.earlier.period), str(read.later.period)) == ("Jan 2014 – Dec 2014", "Jan 2015 – Dec 2015")
    return told


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        GERMAN.encode("cp1252"),
        f"sep=;\n{GERMAN}".encode(),
        "\n".join(["\t".join(row.replace('"', "").split(",")) for row in [HEAD]]).encode()
        + b"\nlater\t2\t1,732\t1732\tdeaths\tcount\tlater_count\t01/2015\t2015-12-01"
        + b"\nearlier\t2\t1,775\t1775\tdeaths\tcount\tearlier_count\tJanuary 2014\t2014/12",
        ("A title of our own,,\n\n" + PLAIN).encode(),
        PLAIN.replace("\n", ",,\n").encode(),
        PLAIN.replace(ROWS[0], f"{',' * 8}\n{ROWS[0]}").encode(),
        PLAIN.replace("printed", "Printed").replace("period_start", "Period start").encode(),
        PLAIN.replace('"1,732"', '"1\u00a0732"').encode(),
    ],
    ids=[
        "plain",
        "bom",
        "unicode text",
        "semicolons",
        "sep",
        "tabs",
        "a title",
        "empty columns",
        "empty row",
        "letter case",
        "space",
    ],
)
def test_a_table_is_read_as_it_was_saved(content):
    assert story(content) == ""


def test_columns_of_ones_own_are_left_out_and_said():
    told = story(PLAIN.replace("period_end", "period_end,colour").replace("-12\n", "-12,red\n").encode())
    assert told == importing.LEFT_OUT.format(names="colour")


def test_what_can_be_read_in_two_ways_is_asked_and_not_guessed():
    split = PLAIN.replace("2015-01,2015-12", "2022/23,2022/23").replace("1732,", "03.04,", 1)
    _, sheet, _ = importing.loaded(split.encode())
    problems = standing.standing(sheet).problems[0]
    assert any("found '2022/23', expected something like" in said for said in problems)
    assert any(said.startswith("value: ") for said in problems)
    assert importing._month("2011/12") == "2011/12" and importing._month("2011-12") == "2011-12"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a,b,c\n1,2,3", b"\x00\x01\x02" * 50, b'"' * 99])
def test_what_is_no_table_is_told(content):
    with pytest.raises(ReaderError, match="No row with the names of the columns"):
        importing.loaded(content)
    with pytest.raises(ReaderError, match="workbook"):
        importing.loaded(b"PK\x03\x04rest")


def test_the_desk_loads_a_table_and_says_what_is_none():
    made = lesson.open_lesson("08_another_article", "lost_property").desk()
    made._hear(None, {"file": "mine.csv"}, [memoryview(PLAIN.encode())])
    assert [row["cells"]["part"] for row in made.state["rows"]] == ["later_count", "earlier_count"]
    assert made.state["text"] == "1,732\n1,775" and made.state["asks"] > 0
    made._hear(None, {"file": "mine.xlsx"}, [memoryview(b"PK")])
    assert made.state["notice"] == importing.WORKBOOK
