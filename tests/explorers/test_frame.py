"""The frame of every explorer: a state gives all parts of its view, and the registry has every explorer there is."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from claimlab import explorers
from claimlab.explorers import registry
from claimlab.explorers.frame import State
from claimlab.explorers.view import Boxes, Card, Line, Table, View

BOXES = (Boxes((Card("A box", (Line("", "one line"),)),)),)


@dataclass(frozen=True)
class Plain(State):
    number: int

    def verdict(self) -> str:
        return f"It is {self.number}."

    def table(self) -> Table:
        return Table(("Number",), [[str(self.number)]])

    def description(self) -> str:
        return "A number, and nothing else."


class Drawn(Plain):
    def picture(self) -> str:
        return f"<svg>{self.number}</svg>"


class Said(Plain):
    def answer(self) -> str:
        return "three"

    def reasons(self) -> tuple[str, ...]:
        return ("Because.",)

    def narrow(self) -> str:
        return f"<svg>narrow {self.number}</svg>"


class Boxed(Plain):
    def boxes(self) -> tuple[Boxes, ...]:
        return BOXES


def test_a_view_has_every_part_of_its_state():
    told = Table(("Number",), [["3"]])
    said = "It is 3.", told, "A number, and nothing else."
    assert Plain(3).view() == View("", *said)
    assert Drawn(3).view() == View("<svg>3</svg>", *said)
    assert Boxed(3).view() == View("", *said, BOXES)
    assert Said(3).view() == View("", *said, (), "three", ("Because.",), "<svg>narrow 3</svg>")


@pytest.mark.parametrize("part", ["verdict", "table", "description"])
def test_a_state_that_leaves_out_a_part_is_no_state(part):
    lacking = type("Lacking", (Plain,), {part: getattr(State, part)})
    with pytest.raises(TypeError, match=part):
        lacking(3)


def test_the_registry_has_every_explorer_there_is():
    modules = {
        path.stem for path in Path(explorers.__file__).parent.glob("*.py") if "\ndef explorer(" in path.read_text()
    }
    assert set(registry.EXPLORERS) == modules
    assert all(module.__name__ == f"{explorers.__name__}.{name}" for name, module in registry.EXPLORERS.items())
