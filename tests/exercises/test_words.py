"""Words are counted alike by Python and by the page: a dash or a sign that stands alone is none."""

import re
import sys
import unicodedata
from pathlib import Path

import pytest

import claimlab
from claimlab import text

COUNTER = (Path(claimlab.__file__).parent / "display" / "item.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "count"),
    [("a - b", 2), ("a – b — c", 3), ("up 22.2% (a rise)", 4), (" ", 0), ("“ … ”", 0), ("£5 a-b", 2), ("½ of it", 3)],
)
def test_a_dash_between_spaces_is_no_word(said, count):
    assert text.words(said) == count
    # what the page's own counter does, in Python: letters are the categories L, numbers the categories N
    page = [word for word in re.split(r"\s+", said) if any(unicodedata.category(sign)[0] in "LN" for sign in word)]
    assert len(page) == count


def test_the_page_counts_by_letters_and_numbers():
    assert r".split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length" in COUNTER


def test_python_takes_the_same_signs_for_letters_and_numbers():
    signs = map(chr, range(sys.maxunicode + 1))
    assert not [sign for sign in signs if sign.isalnum() and unicodedata.category(sign)[0] not in "LN"]
