"""Twenty dots for a range whose method nobody gives: where they lie, by the shape that is assumed."""

from __future__ import annotations

from math import sqrt

DOTS = 20
FLAT, PEAKED, LOW, HIGH = SHAPES = (
    "flat", "peaked in the middle", "most dots near the lower end", "most dots near the upper end",
)  # fmt: skip
BETWEEN = DOTS, DOTS - 1, DOTS - 4
"""Dots that lie between the two ends."""
ROUNDS = 40
"""Steps in which the sides of a peak with unlike sides are found."""


def _cuts(shape: str, between: int) -> tuple[float, float]:
    """The parts of all chances that lie below the lower and above the upper end.

    One dot outside lies above (below where the shape leans up); of four, two lie on either side, or one and three. The
    cuts fall between two dots, never on one.
    """
    outside = (DOTS - between) / DOTS
    if shape in (FLAT, PEAKED) and between == DOTS - 4:
        return outside / 2, outside / 2
    few, many = outside / 4, outside * 3 / 4
    return (many, few) if shape == HIGH else (few, many)


def _place(shape: str, chance: float) -> float:
    """Where this part of all chances is used up, on a stretch from 0 to 1: even, or half a triangle."""
    if shape == FLAT:
        return chance
    return 1 - sqrt(1 - chance) if shape == LOW else sqrt(chance)


def _sides(below: float, above: float) -> tuple[float, float]:
    """How far a triangle with its peak in the middle of the range reaches down and up from there, in widths of it.

    Of all chances, the part `below` lies under the lower end and `above` over the upper one, so the two sides may be
    unlike. Each side fulfils part x side x both = (side - 1/2)^2, which is solved in turn; both settle quickly.
    """
    both = 1.0
    for _ in range(ROUNDS):
        halves = [(1 + part * both) / 2 for part in (below, above)]
        down, up = (half + sqrt(half**2 - 1 / 4) for half in halves)
        both = down + up
    return down, up


def _peaked(chances: list[float], below: float, above: float) -> list[float]:
    """Where these parts of all chances are used up in such a triangle; 0 is the lower end of the range, 1 the upper."""
    down, up = _sides(below, above)
    lower = down / (down + up)
    return [
        1 / 2 - down + down * sqrt(chance / lower)
        if chance < lower
        else 1 / 2 + up - up * sqrt((1 - chance) / (1 - lower))
        for chance in chances
    ]


def sketch(shape: str, between: int) -> list[float]:
    """Where the dots lie: each in the middle of its equal part of all chances; 0 is the lower end, 1 the upper one."""
    below, above = _cuts(shape, between)
    chances = [(dot + 1 / 2) / DOTS for dot in range(DOTS)]
    if shape == PEAKED:
        return _peaked(chances, below, above)
    start, end = _place(shape, below), _place(shape, 1 - above)
    return [(_place(shape, chance) - start) / (end - start) for chance in chances]
