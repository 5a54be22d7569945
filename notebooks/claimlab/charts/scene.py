"""A picture in three layers. What stays still is drawn once; a state costs only what moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Hashable, Iterable, Sequence, Set
from functools import cached_property
from html import escape

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure

from .base import NO_METADATA, canvas, drawing, shortened

Draw = Callable[..., None]
Box = tuple[float, float, float, float]
"""Left, bottom, width and height of axes, as parts of the figure."""
Part = tuple[int, Draw, tuple[Hashable, ...], str]


def part(axes: int, draw: Draw, *told: Hashable, says: str = "") -> Part:
    """One thing that moves: what draws it, on the axes of which number, and what it is told beside the axes.

    `says` is what the mark is, for whoever points at it.

    Equal parts are drawn once, so `draw` must draw the same for the same. It gives whatever it draws an id by its role
    (`gid`), which no other part of the picture has.
    """
    return axes, draw, told, says


class Scene:
    """The picture of one explorer, from the back: what is still, what moves, and what is still in front of it.

    `width` and `height` are in inches. `under` and `over` get all the axes, and are called once, with the first
    picture. `under` draws the still part behind, and sets limits and ticks; `over` draws what stands in front of all
    that moves, where the spines and tick labels of the axes stand as well.
    """

    def __init__(
        self, width: float, height: float, boxes: Sequence[Box], under: Draw, over: Draw = lambda *axes: None
    ) -> None:
        self._size, self._boxes, self._under, self._over = (width, height), tuple(boxes), under, over
        self._drawn: dict[Part, str] = {}

    def picture(self, *parts: Part) -> str:
        """SVG text with these parts between the still layers, the first farthest back.

        It holds three groups, `still-under`, `moving` and `still-over`. The same parts give the same bytes, whichever
        states came before.
        """
        with drawing():
            _, head, under, over = self._still
            moving = "".join(self._once(one) for one in parts)
        return f'{head}{under}<g id="moving">\n{moving}</g>\n{over}</svg>'

    def _once(self, part: Part) -> str:
        if part not in self._drawn:
            number, draw, told, says = part
            figure = self._still[0]
            artists = _added(figure, lambda *axes: draw(axes[number], *told))
            drawn = _rendered(figure, artists, {artist.get_gid() for artist in artists})[1]
            title = f"<title>{escape(says)}</title>" if says else ""
            self._drawn[part] = re.sub(r'<g id="[^"]*"[^>]*>', lambda group: group[0] + title, drawn)
            for artist in artists:
                artist.remove()
        return self._drawn[part]

    @cached_property
    def _still(self) -> tuple[Figure, str, str, str]:
        """The figure with its axes, the head of the SVG text, and the two still layers."""
        figure = canvas(*self._size)
        figure.patch.set_zorder(-10)  # the white of the picture, behind all that lies below the axes
        frames = [figure.add_axes(box) for box in self._boxes]
        head, under = _rendered(figure, [figure.patch, *_added(figure, self._under)], {"still-under"})
        frame = [line for axes in frames for line in (axes.xaxis, axes.yaxis, *axes.spines.values())]
        over = _rendered(figure, [*frame, *_added(figure, self._over)], {"still-over"})[1]
        return figure, head, f'<g id="still-under">\n{under}</g>\n', f'<g id="still-over">\n{over}</g>\n'


def _added(figure: Figure, draw: Draw) -> list[Artist]:
    """What `draw` adds to the figure."""
    before = set(_artists(figure))
    draw(*figure.axes)
    return [artist for artist in _artists(figure) if artist not in before]


def _artists(figure: Figure) -> list[Artist]:
    return [child for axes in figure.axes for child in axes.get_children()]


def _rendered(figure: Figure, artists: Iterable[Artist], roles: Set[str | None]) -> tuple[str, str]:
    """The head of an SVG document, and these artists as they stand in it.

    The renderer is called without its figure, which would draw the axes anew each time. Of the ids of groups only
    `roles` are kept: the renderer's own are numbers in a row, which another part would have as well. Those of markers,
    hatchings and clip paths, which groups refer to, are told apart by the salt.
    """
    matplotlib.rcParams["svg.hashsalt"] = f"claimlab {sorted(map(str, roles))}"
    width, height = figure.get_size_inches() * 72
    out = io.StringIO()
    renderer = RendererSVG(width, height, out, image_dpi=72, metadata=NO_METADATA)
    for artist in sorted(artists, key=Artist.get_zorder):
        artist.draw(renderer)
    renderer.finalize()
    drawn = re.sub(r'<g id="([^"]*)"', lambda group: group[0] if group[1] in roles else "<g", shortened(out.getvalue()))
    head, body = drawn.split("</defs>\n", 1)  # the first definitions are the style of the whole document
    return f"{head}</defs>\n", body.rsplit("</svg>", 1)[0]
