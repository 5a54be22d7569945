"""The words of items and passages: what each stands for in a story."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import text
from ..analysis import comparisons, figures, strength, sure_words
from ..analysis.needs import NOT_SAID, PARTS
from ..claims import periods, references, stories
from ..claims.claim import Claim
from ..claims.errors import NotInStoryError, ReaderError
from ..claims.ledger import Ledger
from ..claims.periods import ReportingPeriod
from .figure import Figure

NO_MONTH = "no_month"
OTHER = figures.OTHER.rstrip(".")
WHICH = {
    (True, True): "every_month",
    (True, False): "first_months",
    (False, False): "middle_months",
    (False, True): "last_months",
}
MAY = {comparisons.YES: "yes", comparisons.ONLY_IF: "only_if", comparisons.NO: "no"}
"""The answers of a comparison, as the ids of options."""

COMPARED: dict[str, Callable[[comparisons.Comparison], str]] = {
    "may": lambda comparison: MAY[comparison.answer],
    "why": lambda comparison: comparison.verdict(),
    "look": lambda comparison: comparison.look,
}
"""What an item can say of the comparison of two parts, by its word."""


class PartWords:
    """The words of one claim: what {{ headline.printed }} or {{ range.low }} stand for in an item or a passage.

    A word that the story does not give raises NotInStoryError, so that no sentence has a hole in it.
    """

    def __init__(self, claim: Claim, ledger: Ledger):
        numbers = {"low": claim.low, "high": claim.high, "value": claim.value}
        self._words: dict[str, Any] = {
            **{name: "" if n is None else Figure.printed(claim, text.number(n), n) for name, n in numbers.items()},
            "printed": Figure.printed(claim, claim.printed),
            "called": claim.period_printed,
            "paragraph": str(claim.paragraph),
            "place": claim.place,
            "status": claim.status,
            "thing": claim.unit.singular if claim.unit else "",
            "things": claim.unit.plural if claim.unit else "",
            "period": str(claim.period) if claim.period else "",
            "stock_or_flow": claim.stock_or_flow,
            "speaker": claim.speaker,
        }
        self._claim, self._ledger = claim, ledger

    def __getattr__(self, word: str) -> Any:
        if word.startswith("_") or word not in self._words:
            raise AttributeError(f"A part has no word {word!r}.")
        if self._words[word] in NOT_SAID:
            raise NotInStoryError(f"The row {self._claim.id} of {self._ledger.story} has nothing for {word}.")
        return self._words[word]

    @property
    def figure(self) -> Figure:
        """Its number, or the phrase as it is printed where it has none."""
        number: Figure = self._words["value"] or self.printed
        return number

    def __str__(self) -> str:
        return self.figure

    @property
    def in_earlier(self) -> str:
        """Which of its months lie in the earlier count's period (`_which`)."""
        return self._which(self._ledger.earlier.period)

    @property
    def in_missing(self) -> str:
        """Which of its months lie between the two counts (`_which`)."""
        return self._which(periods.between(self._ledger.earlier.period, self._ledger.later.period))

    @property
    def in_later(self) -> str:
        """Which of its months lie in the later count's period (`_which`)."""
        return self._which(self._ledger.later.period)

    def _which(self, stretch: ReportingPeriod | None) -> str:
        """Which of its months lie in a stretch of time, as the id of an option: `WHICH`, by whether its first and its
        last month are among them; `NO_MONTH` for none."""
        own = self._claim.period
        shared = periods.overlap(own, stretch) if own and stretch else None
        return WHICH[shared.start == own.start, shared.end == own.end] if own and shared else NO_MONTH


def _moved(rise: str, fall: str) -> Callable[[Ledger], str]:
    """A word for a count that rose, and one for a count that fell."""
    return lambda ledger: rise if ledger.later.value > ledger.earlier.value else fall


def _stretch(of: Callable[[ReportingPeriod, ReportingPeriod], ReportingPeriod | None]) -> Callable[[Ledger], str]:
    """Months worked out from the two periods. Raises NotInStoryError where there are none."""

    def told(ledger: Ledger) -> str:
        found = of(ledger.earlier.period, ledger.later.period)
        if found is None:
            raise NotInStoryError(f"The periods of the two counts of {ledger.story} do not lie like that.")
        return str(found)

    return told


def _starts_apart(ledger: Ledger) -> str:
    """How far apart the two periods start, and whether that is as far as one of them is long."""
    apart, length = (figures.value_of(name, ledger) for name in ("months_start_to_start", "later_months"))
    if apart == length:
        return f"{text.months(apart)}: one period follows the other directly"
    return f"{text.months(apart)}, not {text.number(length)}"


def _rounded_down(ledger: Ledger) -> str:
    """What rounding down makes of the later count, beside rounding to the nearest."""
    down, nearest = (figures.text_of(name, ledger) for name in ("later_rounded_down", "later_to_nearest"))
    if down == nearest:
        return "Rounded down it becomes the same."
    return f"Rounded down instead of to the nearest it becomes {down}."


WORDS: dict[str, Callable[[Ledger], str]] = {
    "thing": lambda ledger: ledger.later.unit.singular,
    "things": lambda ledger: ledger.later.unit.plural,
    "earlier_period": lambda ledger: str(ledger.earlier.period),
    "later_period": lambda ledger: str(ledger.later.period),
    "missing_period": _stretch(periods.between),
    "shared_period": _stretch(lambda earlier, later: periods.overlap(earlier, periods.year_before(later))),
    "year_before": lambda ledger: str(periods.year_before(ledger.later.period)),
    "later_start": lambda ledger: text.month(ledger.later.period.start),
    "later_end": lambda ledger: text.month(ledger.later.period.end),
    "month_before_end": lambda ledger: text.month(ledger.later.period.end - 1),
    "month_after_end": lambda ledger: text.month(ledger.later.period.end + 1),
    "earlier_called": lambda ledger: PartWords(ledger.earlier, ledger).called,
    "published": lambda ledger: text.month(figures.publication.month(ledger)),
    "year_before_publication": lambda ledger: str(figures.publication.last_year(ledger).start.year),
    "starts_apart": _starts_apart,
    "rounded_down": _rounded_down,
    "story_title": lambda ledger: stories.title(ledger.story),
    "sentences_carried": lambda ledger: strength.which(ledger, "printed"),
    "sentences_carried_if": lambda ledger: strength.which(ledger, "assumed"),
    "sentences_refused": lambda ledger: strength.which(ledger, "refused"),
    # words for a change, whichever way it goes
    "rise_or_fall": _moved("rise", "fall"),
    "rose_or_fell": _moved("rose", "fell"),
    "more_or_fewer": _moved("more", "fewer"),
    "added": _moved("added", "taken away"),
    "beyond_a_hundred": _moved("what lies above one hundred", "what is missing from one hundred"),
    "growth": _moved("growth", "decline"),
    "change": lambda ledger: Figure.worked_out("rise", ledger).without_sign,
    "change_percent": lambda ledger: Figure.worked_out("rise_percent", ledger).without_sign,
}
"""The fixed words."""


class Terms:
    """What the words of a template stand for in one story.

    Fixed words ({{ things }}, {{ missing_period }}, see `WORDS`), derived figures by name ({{ rise_percent }}),
    the parts of the ledger by name ({{ headline.printed }}, see `PartWords`), the rungs of its ladder
    ({{ rungs['first'] }}), and what the comparison of two parts says: {{ may['share,later_count,range'] }} is the
    answer (an id of `MAY`), {{ why[...] }} its sentence, {{ look[...] }} where to look again. A word that holds no
    number is {{ word['could'].printed }}, see `sure_words`. Rows of the ledger and of the reference tables by id
    ({{ row.ID.printed }}, {{ outside.ID }}) are for passages of one story. All of them are said of another story, too:
    {{ other.later_count }}.
    """

    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def __getitem__(self, name: str) -> Any:
        """What a word stands for. Raises NotInStoryError where the story has nothing for it, KeyError for any name that
        no story could have."""
        if name in WORDS:
            return WORDS[name](self._ledger)
        if name in PARTS:
            return PartWords(self._ledger.part(name), self._ledger)
        if name in figures.FIGURES:
            return Figure.worked_out(name, self._ledger)
        if name == OTHER:
            return Terms(stories.another(self._ledger.story))
        if name == "rungs":
            return dict(zip(comparisons.ladder.ORDINALS, comparisons.ladder.stages(self._ledger), strict=True))
        if name in COMPARED:
            return comparisons.Asked(self._ledger, COMPARED[name])
        if name in _TABLES:
            return _TABLES[name](self._ledger)
        raise KeyError(name)


class _Words:
    """The rows of words that hold no number: {{ word['could'].paragraph }}."""

    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def __getitem__(self, word: str) -> PartWords:
        return PartWords(sure_words.row(word, self._ledger), self._ledger)


class _Rows:
    """The rows of a ledger by id: {{ row.ID.printed }}, for what only one story says."""

    def __init__(self, ledger: Ledger):
        self._ledger = ledger

    def __getattr__(self, id: str) -> PartWords:
        try:
            return PartWords(self._ledger.claim(id), self._ledger)
        except ReaderError as problem:
            raise AttributeError(str(problem)) from None


class _Outside:
    """The rows of all reference tables by id: {{ outside.ID }}."""

    def __init__(self, _ledger: Ledger):
        pass

    def __getattr__(self, id: str) -> Figure:
        try:
            return Figure.from_outside(id)
        except KeyError:
            raise AttributeError(f"No reference table has a row with the id {id!r}.") from None


class _Bases(dict[str, str]):
    """The bases of a story's range by role, as they are printed.

    Raises NotInStoryError for a role it has none for, KeyError for a role that no story has.
    """

    def __init__(self, ledger: Ledger):
        super().__init__(figures.estimate.bases(ledger)["printed"])
        self._story = ledger.story

    def __missing__(self, role: str) -> str:
        if role not in set(references.load("bases")["role"]):
            raise KeyError(role)
        raise NotInStoryError(f"The story {self._story} has no row with the role {role} in the reference table bases.")


_TABLES: dict[str, Callable[[Ledger], Any]] = {"bases": _Bases, "row": _Rows, "outside": _Outside, "word": _Words}
"""Words that are looked up further, by a name of their own."""
