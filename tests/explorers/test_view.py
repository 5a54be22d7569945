"""Controls, keys and states of an explorer, without drawing anything."""

import pytest

from claimlab.explorers.view import Boxes, Card, Control, Explorer, Line, Table, View


def drawn(**values):
    said = str(sorted(values.items()))
    return View("", said, Table(("a",), [(said,)]), said)


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


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"rows": [("a", "1"), ("b",)]}, "as many cells as the table has columns: What, Count"),
        ({"rows": [("a", "1")], "numbers": ("Counts",)}, "The table has no column Counts"),
        ({"rows": [("a", "1"), ("b", "2")], "notes": [[Line("", "x")]]}, "There are 2 rows and notes for 1"),
    ],
)
def test_a_table_whose_parts_do_not_match_is_refused(parts, told):
    with pytest.raises(ValueError, match=told):
        Table(("What", "Count"), **parts)


@pytest.mark.parametrize("span", [(-0.1, 0.5), (0.5, 0.5), (0.6, 0.5), (0.5, 1.1)])
def test_a_span_lies_on_its_scale(span):
    with pytest.raises(ValueError, match="a span goes upwards inside its axis"):
        Line("a", "b", span=span)


def test_a_view_has_a_picture_or_boxes():
    boxes = (Boxes((Card("a", (Line("", "b"),)),)),)
    assert View("", "v", Table(("a",)), "d", boxes).boxes == boxes
    with pytest.raises(ValueError, match="a picture or boxes, not both"):
        View("<svg/>", "v", Table(("a",)), "d", boxes)


def test_a_line_in_plain_text_has_what_is_there():
    assert Line("Place", "national", "chosen").said == "Place: chosen: national"
    assert (Line("", "", "fits").said, Line("Place", "", "not told").said) == ("fits", "Place: not told")


def test_a_control_that_changes_nothing_counts_with_its_opening_value():
    controls = (
        Control("radio", "way", "Way", ("up", "down", "still"), ("up", "down", "still"), "up"),
        Control("slider", "far", "How far", (1, 2), ("1", "2"), 1, not_if=(("way", "still"),)),
    )
    seen = []

    def draw(way, far):
        seen.append((way, far))
        return drawn(way=way, far=far)

    explorer = Explorer("Switched", controls, draw)
    explorer.view(way="still", far=2)
    explorer.view(way="down", far=2)
    assert seen == [("still", 1), ("down", 2)]
    assert explorer.key({"way": "still", "far": 2}) == explorer.key({"way": "still"})
