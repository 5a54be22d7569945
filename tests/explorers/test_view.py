"""Controls, keys and states of an explorer, without drawing anything."""

import pandas as pd
import pytest

from claimlab.explorers.view import Control, Explorer, View


def drawn(**values):
    said = str(sorted(values.items()))
    return View("", said, pd.DataFrame({"a": [said]}), said)


@pytest.fixture
def explorer():
    controls = (
        Control("slider", "n", "How many", (0, 5, 12), ("none", "five", "twelve"), 5),
        Control("radio", "share", "Share", (0.1, 0.5), ("10%", "50%"), 0.5, only_if=("n", 12)),
    )
    return Explorer("Test", controls, drawn)


def test_a_key_names_option_indices_and_reads_back(explorer):
    assert explorer.key({"n": 12, "share": 0.1}) == "2|0"
    assert explorer.values("2|0") == {"n": 12, "share": 0.1}


def test_a_control_that_does_not_matter_stays_at_its_opening_value(explorer):
    assert explorer.key({"n": 0, "share": 0.1}) == "0|1"
    assert list(explorer.every_key()) == ["0|1", "1|1", "2|0", "2|1"]


def test_a_view_is_computed_once(explorer):
    assert explorer.view(n=12) is explorer.view(n=12, share=0.5)
    assert explorer.view(n=12).verdict == "[('n', 12), ('share', 0.5)]"


@pytest.mark.parametrize("key", ["", "0", "0|1|0", "9|0", "-1|0", "a|b", "0|", "1.0|0"])
def test_a_key_of_another_shape_is_refused(explorer, key):
    with pytest.raises(ValueError, match="Test has no state called"):
        explorer.values(key)


def test_a_value_the_control_does_not_offer_is_refused_in_a_sentence(explorer):
    with pytest.raises(ValueError, match=r"How many: 7 is not one of the values .*; they go from none to twelve\."):
        explorer.view(n=7)


def test_a_control_must_name_every_option_and_open_on_one():
    with pytest.raises(ValueError, match="2 options but 1 texts"):
        Control("radio", "x", "X", (1, 2), ("one",), 1)
    with pytest.raises(ValueError, match="is not one of the values"):
        Control("radio", "x", "X", (1, 2), ("one", "two"), 3)


def test_a_tick_has_two_options():
    with pytest.raises(ValueError, match="a tick has two options, and here are 3"):
        Control("tick", "x", "X", (0, 1, 2), ("no", "yes", "perhaps"), 0)
