"""The whole numbers a phrase such as "almost 1,400" allows, under a reading rule that is ours and can be moved.

The words fix few of these ends: "almost" and "more than" leave the number itself out. Everything else is how far a
phrase may reach, and that is chosen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .. import text

EXACTLY, ALMOST, MORE_THAN, ABOUT, HUNDREDS, BARE = PHRASES = (
    "exactly", "almost", "more than", "about", "hundreds", "bare round number",
)  # fmt: skip
"""The phrases, called as the column hedge of a ledger calls them."""

HALF, WHOLE, WORDS = REACHES = "half a step", "a whole step", "the words alone"
"""How far a phrase may reach: the movable part of our rule. The words alone set no end that they do not name."""

HUNDRED = 100


@dataclass(frozen=True)
class Reading:
    """What a phrase allows: from `low` to `high`, None where there is no end; a closed end is allowed itself.

    `rule` says it in words. Counts are whole numbers from 0, so `first` and `last` are the whole numbers at the ends.
    """

    low: float | None
    high: float | None
    low_closed: bool
    high_closed: bool
    rule: str

    def allows(self, number: float) -> bool:
        """Whether the number lies inside."""
        above = self.low is None or number > self.low or (self.low_closed and number == self.low)
        below = self.high is None or number < self.high or (self.high_closed and number == self.high)
        return above and below

    @property
    def first(self) -> int | None:
        """The smallest whole number allowed; None where there is no lower end."""
        if self.low is None:
            return None
        return math.ceil(self.low) if self.low_closed else math.floor(self.low) + 1

    @property
    def last(self) -> int | None:
        """The largest whole number allowed; None where there is no upper end."""
        if self.high is None:
            return None
        return math.floor(self.high) if self.high_closed else math.ceil(self.high) - 1

    def __str__(self) -> str:
        if self.first is None:
            return "what is near, no end named" if self.last is None else f"every number up to {text.number(self.last)}"
        if self.last is None:
            return f"every number from {text.number(self.first)} on"
        if self.first == self.last:
            return f"{text.number(self.first)} and nothing else"
        return f"{text.number(self.first)} to {text.number(self.last)}"


def roundness(value: float) -> int:
    """The step a round number stands on: the largest power of ten that divides it.

    Raises ValueError for what is not a whole number above 0.

    >>> roundness(1400), roundness(680000), roundness(1665)
    (100, 10000, 1)
    """
    if value <= 0 or not float(value).is_integer():
        raise ValueError(f"A round number is a whole number above 0, and {value:g} is none.")
    step = 1
    while value % (step * 10) == 0:
        step *= 10
    return step


def phrased(phrase: str, value: float) -> str:
    """The phrase with its number, as a text would print it.

    >>> phrased("almost", 1400), phrased("bare round number", 1600), phrased("hundreds", 1600)
    ('almost 1,400', '1,600', 'hundreds')
    """
    if phrase == HUNDREDS:
        return phrase
    return text.number(value) if phrase == BARE else f"{phrase} {text.number(value)}"


def reading(phrase: str, value: float, step: float, reach: str) -> Reading:
    """What a phrase with the number `value` allows in steps of `step`, reaching as far as `reach`.

    The number and the step do not matter to "hundreds", nor the step and the reach to "exactly". Raises ValueError with
    a sentence for a phrase or a reach not known here, a number below 0, and a step of 2 or less: half of that holds no
    whole number.

    >>> str(reading("almost", 1400, 100, "half a step"))
    '1,350 to 1,399'
    >>> str(reading("more than", 1600, 100, "the words alone"))
    'every number from 1,601 on'
    """
    if phrase not in PHRASES:
        raise ValueError(f"There is no rule for the phrase {phrase!r}. Choose one of: {', '.join(PHRASES)}.")
    if reach not in REACHES:
        raise ValueError(f"The rule cannot reach {reach!r}. Choose one of: {', '.join(REACHES)}.")
    if not (value >= 0 and step > 2):
        raise ValueError(
            f"The number must not be below 0 and the step must be above 2; they are {value:g} and {step:g}."
        )
    if phrase == EXACTLY:
        return Reading(value, value, True, True, "the number itself, whatever the rule")
    if phrase == HUNDREDS:
        return _hundreds(reach)
    if phrase == ALMOST:
        return _almost(value, step, reach)
    if phrase == MORE_THAN:
        return _more_than(value, step, reach)
    return _around(phrase, value, step, reach)


def _almost(value: float, step: float, reach: str) -> Reading:
    here, before = text.number(value), max(value - step, 0)
    if reach == WORDS:
        return Reading(None, value, False, False, f"below {here}; how far below, the words do not say")
    if reach == WHOLE:
        return Reading(before, value, False, False, f"below {here} and above {text.number(before)}")
    rule = f"below {here}, and at least half-way up to it from {text.number(before)}"
    return Reading((value + before) / 2, value, True, False, rule)


def _more_than(value: float, step: float, reach: str) -> Reading:
    here, beyond = text.number(value), text.number(value + step)
    if reach == WORDS:
        return Reading(value, None, False, False, f"above {here}; how far above, the words do not say")
    if reach == WHOLE:
        return Reading(value, value + step, False, False, f"above {here} and below {beyond}")
    return Reading(value, value + step / 2, False, False, f"above {here}, and less than half-way from it to {beyond}")


def _around(phrase: str, value: float, step: float, reach: str) -> Reading:
    """About, and a round number printed bare: alike where they are read as rounded, unlike in the words alone."""
    if reach == WORDS and phrase == BARE:
        return Reading(value, value, True, True, "the number itself, for nothing in print says that it is rounded")
    if reach == WORDS:
        return Reading(None, None, False, False, "near, and how near the word does not say")
    if reach == WHOLE:
        low, high = max(value - step, 0), value + step
        said = f"less than a step away on either side, so above {text.number(low)} and below {text.number(high)}"
        return Reading(low, high, False, False, said)
    low, high = max(value - step / 2, 0), value + step / 2
    why = "what rounds to it" if value % step == 0 else "within half a step of it"  # 1,362 is no multiple of 10
    said = f"{why}, so from {text.number(low)} to below {text.number(high)}"
    return Reading(low, high, True, False, said)


def _hundreds(reach: str) -> Reading:
    low = 2 * HUNDRED
    said = f"at least two of them, so from {text.number(low)}"
    if reach == WORDS:
        return Reading(low, None, True, False, f"{said}; how many more, the word does not say")
    high = 10 * HUNDRED if reach == HALF else 20 * HUNDRED
    why = "where a thousand begins" if reach == HALF else "where thousands begin"
    return Reading(low, high, True, False, f"{said}, to below {text.number(high)}, {why}")
