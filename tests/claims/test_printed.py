"""Numbers read from printed text, as newspapers of several countries print them."""

from __future__ import annotations

import pytest

from claimlab.claims import printed

PHRASES = {
    "2,914": {2914}, "almost 1,400": {1400}, "680,000 and 830,000": {680_000, 830_000}, "1.13 million": {1_130_000},
    "19 months": {19}, "16%": {16}, "just under two thirds (65%)": {65}, "39,000 or 4%": {39_000, 4},
    "£11.6 million": {11_600_000}, "8.5 per 100,000": {8.5, 100_000}, "$2,900 and $3,400": {2900, 3400},
    "1.2 to 1.3 million": {1.2, 1_200_000, 1_300_000}, "more than 2 dozen": {24}, "29 Jan 2019": {29, 2019},
    "£1m": {1, 1_000_000}, "5km": {5}, "約2,900人": {2900}, "3万人": {30_000}, "२,९१४": {2914}, "1½ years": {1.5},
    "2 914": {2914}, "2\u202f914,5": {2914.5}, "12'500": {12_500}, "1,13,000": {113_000},
    "3,2 Mio. Euro": {3_200_000},
    "2.914": {2.914, 2914}, "8,5 Prozent": {8.5}, "2.360.000,5": {2_360_000.5}, "0.125": {0.125}, "−7%": {7, -7},
    "six months": {6}, "twenty-five": {25}, "two hundred thousand": {200_000}, "a hundred": {100},
    "three hundred and twelve": {312}, "one million two hundred": {1_000_200}, "six or seven": {6, 7},
    "hundreds": set(), "millions": set(), "two thirds": set(), "one in five": set(), "half a million": set(),
    "twice as many": set(), "the previous year": set(), "": set(), "1.2.3": set(),
}  # fmt: skip


@pytest.mark.parametrize("phrase", PHRASES)
def test_numbers_are_read_as_they_are_printed(phrase):
    assert sorted(printed.numbers(phrase)) == pytest.approx(sorted(PHRASES[phrase]))


def test_digits_are_found_in_every_script():
    assert printed.has_digits("約9人") and printed.has_digits("२") and not printed.has_digits("hundreds")
