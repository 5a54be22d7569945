"""The picture that each page opens on: its question, without a figure and without a word of a story.

Drawn with the charts' own bars, hatchings and marks, so that a student meets again what stands here; written by
`make refresh` into notebooks/pictures. White ground and dark marks can be read in a light and in a dark theme.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Circle

from claimlab.charts import marks
from claimlab.charts.base import ASSUMED, DASHED, INK, OWN, PRINTED, QUIET, RULE
from claimlab.charts.scene import Scene

WIDTH, HEIGHT = 100, 30
"""Of the drawing, in its own units."""
INCHES = 10, 3
FOLDER = "pictures"


class Opening(NamedTuple):
    """The picture of a page: what it shows, in words, and what draws it."""

    alt: str
    draw: Callable[[Axes], None]

    def svg(self) -> bytes:
        """The picture, the same bytes each time."""

        def under(axes: Axes) -> None:
            axes.set_xlim(0, WIDTH)
            axes.set_ylim(0, HEIGHT)
            axes.set(xticks=[], yticks=[])
            axes.spines[:].set_visible(False)
            self.draw(axes)

        return (Scene(*INCHES, [(0, 0, 1, 1)], under).picture() + "\n").encode()


def asks(axes: Axes, at: float, height: float, size: float = 40, colour: str = ASSUMED, said: str = "?") -> None:
    """A question mark, or another large sign, with its middle at a place."""
    look: dict[str, Any] = {"ha": "center", "va": "center", "weight": "bold", "color": colour}
    axes.text(at, height, said, fontsize=size, **look)


def ground(axes: Axes, left: float = 4, right: float = 96, height: float = 4) -> None:
    """The line on which things stand."""
    axes.plot([left, right], [height, height], color=INK, linewidth=1.6)


def steps(axes: Axes) -> None:
    """Boxes in a row: where does it end?"""
    for box in range(8):
        look = marks.PRINTED_BAR if box < 3 else marks.ASSUMED_BAR
        marks.bar(axes, 5 + box * 11.4, 10, 9, 12, **look)
    axes.plot(10, 15, "o", color=PRINTED, markersize=16)
    asks(axes, 89.8, 15)


def cards(axes: Axes) -> None:
    """Cards, each with the same bold sign, and lines that are still empty."""
    for card in range(5):
        left = 4 + card * 19
        marks.bar(axes, left, 16, 3, 24, facecolor="white", edgecolor=QUIET, linewidth=1.4)
        marks.bar(axes, left + 2, 12, 19, 5, **marks.PRINTED_BAR)
        for line in (7, 11):
            axes.plot([left + 2, left + 14], [line, line], color=RULE, linewidth=2.4)
        asks(axes, left + 8, 11, 26)


def gap(axes: Axes) -> None:
    """Two bars in time, and between them a stretch that holds nothing printed."""
    ground(axes)
    marks.bar(axes, 8, 32, 4, 15, **marks.PRINTED_BAR)
    marks.bar(axes, 40, 18, 4, 20, **marks.ASSUMED_BAR)
    marks.bar(axes, 58, 34, 4, 20, **marks.PRINTED_BAR)
    marks.bar(axes, 45, 8, 8, 12, facecolor="white", edgecolor="none")
    asks(axes, 49, 14)


def reach(axes: Axes) -> None:
    """A number line: which numbers belong to a stretch of it is the question, at both its ends."""
    ground(axes, height=10)
    for tick in range(8, 97, 11):
        axes.plot([tick, tick], [9, 11], color=INK, linewidth=1.2)
    marks.bar(axes, 34, 40, 10, 8, **{**marks.ASSUMED_BAR, "edgecolor": "#e3b48f"})
    axes.plot([34, 74], [18, 18], color=ASSUMED, linewidth=4, solid_capstyle="butt")
    for end in (29, 79):
        asks(axes, end, 18)


def shares(axes: Axes) -> None:
    """One long bar, divided by nobody knows how many."""
    marks.bar(axes, 5, 58, 9, 13, **marks.PRINTED_BAR)
    for cut in range(1, 6):
        axes.plot([5 + cut * 58 / 6] * 2, [9, 22], color=ASSUMED, linewidth=2, linestyle=DASHED)
    asks(axes, 71, 15, 44, INK, "÷")
    marks.bar(axes, 79, 16, 7, 17, **marks.ASSUMED_BAR)
    marks.bar(axes, 83, 8, 9, 13, facecolor="white", edgecolor="none")
    asks(axes, 87, 15)


def pair(axes: Axes) -> None:
    """Two things of different kinds, and a question between them."""
    ground(axes, 6, 40)
    for bar, height in enumerate((9, 14, 19)):
        marks.bar(axes, 9 + bar * 10, 8, 4, height, **marks.PRINTED_BAR)
    asks(axes, 50, 15, 52)
    marks.bar(axes, 60, 34, 4, 22, facecolor="white", edgecolor=OWN, linewidth=2)
    marks.bar(axes, 60, 34, 4, 13, facecolor="#e4dcef", edgecolor=OWN, linewidth=2)


def ends(axes: Axes) -> None:
    """Two ends, and between them nothing that is printed."""
    ground(axes, height=6)
    axes.plot([22, 78], [6, 6], color=PRINTED, linewidth=5, solid_capstyle="butt")
    for end in (22, 78):
        axes.plot([end, end], [6, 25], color=PRINTED, linewidth=1.6, linestyle=DASHED)
        axes.plot(end, 6, "o", color=PRINTED, markersize=15)
    for dot in range(7):
        axes.add_patch(
            Circle((29 + dot * 7, 11), 1.7, facecolor="white", edgecolor=ASSUMED, linewidth=1.6, linestyle=DASHED)
        )
    asks(axes, 50, 20)


def carried(axes: Axes) -> None:
    """A bar on a shorter one: what of it is carried?"""
    marks.bar(axes, 6, 52, 4, 9, **marks.PRINTED_BAR)
    marks.bar(axes, 6, 52, 15, 9, facecolor="#e4dcef", edgecolor=OWN, linewidth=1.6)
    marks.bar(axes, 58, 34, 15, 9, **marks.ASSUMED_BAR)
    axes.plot([58, 58], [2, 27], color=INK, linewidth=1.6, linestyle=DASHED)
    marks.bar(axes, 71, 8, 15.6, 7.8, facecolor="white", edgecolor="none")
    asks(axes, 75, 19.5, 34)


def another(axes: Axes) -> None:
    """Lines of a text, some words of it marked, and one that nobody has marked yet."""
    for line, (left, width, look) in enumerate(
        ((22, 16, marks.PRINTED_BAR), (58, 20, marks.PRINTED_BAR), (36, 14, marks.ASSUMED_BAR))
    ):
        at = 24 - 9 * line
        axes.plot([6, 94], [at, at], color=RULE, linewidth=9, solid_capstyle="butt")
        marks.bar(axes, left, width, at - 3, 6, **look)
    asks(axes, 62, 6.5, 34)


OPENINGS = {
    "00": Opening("Eight boxes in a row: three are filled, the others hatched. The last has a question mark.", steps),
    "01": Opening("Five cards. Each has a filled box at its top and empty lines with a question mark under it.", cards),
    "02": Opening("Two bars on a line of time. The stretch between them is hatched and has a question mark.", gap),
    "03": Opening("A stretch of a number line, hatched, with a question mark at both ends.", reach),
    "04": Opening("One long bar, with dashed cuts, divided by a hatched box with a question mark.", shares),
    "05": Opening("Three bars beside a half-filled tank, and a question mark between them.", pair),
    "06": Opening("Two filled ends on a line. Between them are dashed, empty dots and a question mark.", ends),
    "07": Opening("A bar above a shorter one. What reaches beyond it is hatched, with a question mark.", carried),
    "08": Opening("Three lines of a text. Two words are filled, one is hatched and has a question mark.", another),
}
"""By the number of the page."""


def files() -> dict[str, bytes]:
    """The pictures, by their files inside the folder of the notebooks."""
    return {f"{FOLDER}/{number}.svg": opening.svg() for number, opening in OPENINGS.items()}


def shown(number: str) -> str:
    """The line of Markdown that shows the picture of a page."""
    return f"![{OPENINGS[number].alt}]({FOLDER}/{number}.svg)"
