"""What a question or an explorer needs of a story, as data, and the sentence about what a story lacks of it.

A need is a part ("headline"), a part with one of its words ("headline.period"), or one of `CONDITIONS`, which are about
figures taken together. Parts are those of the data dictionary, and its meanings are what a sentence calls them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...claims import stories, tables
from ...claims.errors import NotInStoryError, ReaderError
from ...claims.ledger import TEMPLATE, Ledger
from ..figures.registry import OTHER
from .conditions import CONDITIONS

PARTS: dict[str, str] = next(f for f in tables.schema(TEMPLATE)["fields"] if f["name"] == "part")["meanings"]
"""The parts there are, and what each is called."""

AMOUNTS = "headline", "hedged_headline", "hedged_count", "total_without_count", "long_case", "short_case"
"""The parts that need a number above 0 and its unit."""
COUNTS = "earlier_count", "later_count"
"""The parts that need a number above 0, its unit and its period."""
ENDS = ("range",)
"""The part that needs two different ends and their unit."""

WORDS = {
    "period": "its months",
    "period_printed": "words for its time",
    "place": "its place",
    "status": "the stage at which it is counted",
}
"""What a part may have besides its number, and how a sentence calls it."""

NOT_SAID = "", "-"


@dataclass(frozen=True)
class _Need:
    """A noun phrase for what is needed, and whether a story has it; `of` are the needs it takes for granted."""

    phrase: str
    met: Callable[[Ledger], bool]
    of: tuple[str, ...] = ()
    why: Callable[[Ledger], str] | None = None


def check(needs: Iterable[str], where: str) -> None:
    """Raises ReaderError, in a sentence that begins with `where`, for a need there is none of."""
    for need in needs:
        if _known(need) is None:
            words = ", ".join(f"PART.{word}" for word in WORDS)
            raise ReaderError(
                f"{where}: found the need {need!r}, expected one of: {', '.join([*PARTS, *CONDITIONS])}, or {words}."
            )


def lacking(needs: Iterable[str], ledger: Ledger, what: str = "question") -> str:
    """What the story lacks for a question or an explorer (`what`) with these needs, in two sentences; "" where it has
    all it needs."""
    missing = list(dict.fromkeys(one for need in needs for one in _missing(need, ledger)))
    if not missing:
        return ""
    reasons = [why(ledger) for need in missing if (why := _need(need).why)]
    phrases = _and([_need(need).phrase for need in missing])
    because = f" {' '.join(reasons)}" if reasons and len(missing) == 1 else ""
    return f"This {what} needs {phrases}, which this story does not have.{because} Go on to the next cell."


def _missing(need: str, ledger: Ledger) -> list[str]:
    """What of a need is lacking: where something it takes for granted is, that alone."""
    found = _need(need)
    below = [one for other in found.of for one in _missing(other, ledger)]
    return below or ([] if found.met(ledger) else [need])


def _need(need: str) -> _Need:
    found = _known(need)
    if found is None:
        raise KeyError(need)
    return found


def _known(need: str) -> _Need | None:
    if need.startswith(OTHER):
        return _in_another(need.removeprefix(OTHER))
    if need in CONDITIONS:
        condition = CONDITIONS[need]
        return _Need(condition.phrase, condition.met, condition.of, condition.why)
    part, dot, word = need.partition(".")
    if part not in PARTS:
        return None
    if not dot:
        return _Need(PARTS[part], lambda ledger: _has(part, ledger))
    if word not in WORDS:
        return None
    return _Need(f"{PARTS[part]}, with {WORDS[word]}", lambda ledger: _says(part, word, ledger), (part,))


def _in_another(need: str) -> _Need | None:
    """The same need of another story."""
    found = _known(need)
    if found is None:
        return None

    def met(ledger: Ledger) -> bool:
        try:
            return not _missing(need, stories.another(ledger.story))
        except NotInStoryError:
            return False

    return _Need(f"another story with {found.phrase}", met)


def _has(part: str, ledger: Ledger) -> bool:
    """Whether the story has the part, with the numbers the lessons take from it."""
    try:
        if part in ENDS:
            ledger.range(part)
        elif part in COUNTS:
            ledger.count(part)
        elif part in AMOUNTS:
            ledger.amount(part)
        else:
            ledger.part(part)
    except NotInStoryError:
        return False
    return True


def _says(part: str, word: str, ledger: Ledger) -> bool:
    said = getattr(ledger.part(part), word)
    return said is not None and said not in NOT_SAID


def _and(phrases: list[str]) -> str:
    """Phrases that may have commas in them, in a row."""
    return "; and ".join(["; ".join(phrases[:-1]), phrases[-1]] if len(phrases) > 1 else phrases)
