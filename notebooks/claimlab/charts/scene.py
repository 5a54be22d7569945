"""A picture in three layers. What stays still is drawn once; a state costs only what moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import matplotlib
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure

from .base import NO_METADATA, canvas, drawing, shortened

Draw = Callable[..., None]
"""Draws on the axes of a scene, which it gets in their order."""

UNDER, MOVING, OVER = "still-under", "moving", "still-over"
"""The ids of the three layers."""

Box = tuple[float, float, float, float]
"""Left, bottom, width and height of axes, as parts of the figure."""


class Scene:
    """The picture of one explorer, from the back: what is still, what moves, and what is still in front of it.

    `width` and `height` are in inches. `under` draws the still part behind, and sets limits and ticks; `over` draws
    what stands in front of all that moves, where the spines and tick labels of the axes stand as well. Both are called
    once, with the first picture.
    """

    def __init__(
        self, width: float, height: float, boxes: Sequence[Box], under: Draw, over: Draw = lambda *axes: None
    ) -> None:
        self._size, self._boxes, self._under, self._over = (width, height), tuple(boxes), under, over

    def picture(self, moving: Draw) -> str:
        """SVG text. Whatever `moving` draws is given an id by its role (`gid`), unique in the picture, and is gone
        afterwards: the same state gives the same bytes, whichever states came before.

        The text holds three groups, `still-under`, `moving` and `still-over`; each child of `moving` has its id.
        """
        with drawing():
            figure, head, under, over = self._still
            artists = _added(figure, moving)
            drawn = _layer(figure, artists, MOVING)[1]
            for artist in artists:
                artist.remove()
        return f"{head}{under}{drawn}{over}</svg>"

    @cached_property
    def _still(self) -> tuple[Figure, str, str, str]:
        """The figure with its axes, the head of the SVG text, and the two still layers."""
        figure = canvas(*self._size)
        frames = [figure.add_axes(box) for box in self._boxes]
        head, under = _layer(figure, [figure.patch, *_added(figure, self._under)], UNDER)
        frame = [part for axes in frames for part in (axes.xaxis, axes.yaxis, *axes.spines.values())]
        over = _layer(figure, [*frame, *_added(figure, self._over)], OVER)[1]
        return figure, head, under, over


def _added(figure: Figure, draw: Draw) -> list[Artist]:
    """What `draw` adds to the figure."""
    before = set(_artists(figure))
    draw(*figure.axes)
    return [artist for artist in _artists(figure) if artist not in before]


def _artists(figure: Figure) -> list[Artist]:
    return [*(child for axes in figure.axes for child in axes.get_children()), *figure.texts]


def _layer(figure: Figure, artists: Iterable[Artist], name: str) -> tuple[str, str]:
    """The head of an SVG document, and these artists as one group in it.

    The renderer is called without its figure, which would draw the axes anew each time. Of the ids only those of what
    moves are kept: the renderer's own are numbers in a row, which two layers would share.
    """
    matplotlib.rcParams["svg.hashsalt"] = f"claimlab-{name}"  # a hatching of one layer is not that of another
    width, height = figure.get_size_inches() * 72
    out = io.StringIO()
    renderer = RendererSVG(width, height, out, image_dpi=72, metadata=NO_METADATA)
    artists = sorted(artists, key=Artist.get_zorder)
    for artist in artists:
        artist.draw(renderer)
    renderer.finalize()
    roles = {artist.get_gid() for artist in artists} if name == MOVING else {}
    drawn = re.sub(r'<g id="([^"]*)"', lambda group: group[0] if group[1] in roles else "<g", shortened(out.getvalue()))
    head, body = drawn.split("</defs>\n", 1)  # the first definitions are the style of the whole document
    return f"{head}</defs>\n", f'<g id="{name}">\n{body.rsplit("</svg>", 1)[0]}</g>\n'
