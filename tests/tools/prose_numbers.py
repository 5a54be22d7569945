"""Numbers in text that a person has written: which may stand there, and whether a bound one is what it says.

Text cells print none at all but those of `ALLOWED`: what depends on a story is a passage. The teacher's guide binds its
figures of the article, as `<data value="rise_percent">22.2%</data>`; the name is what a template would call it.
"""

from __future__ import annotations

import re

from claimlab.claims.ledger import Ledger
from claimlab.exercises.templates import fill

NOUNS = (
    "adults?|days?|hours?|hundred|items?|million|months?|outlets?|passengers?|people|per cent|persons?|thousand|times|"
    "weeks?|years?"
)
"""What a number in words would be a figure of."""
IN_WORDS = re.compile(
    "(?<!every )\\b(?:two|three|four|five|six|"
    "seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half an?|half|"
    "dozen)"
    rf"(?:[ -]\w+){{0,2}}[ -](?:{NOUNS})\b|\b(?:a|one|two) (?:third|quarter)s? of\b|\b(?:twice|double) (?:as|the)\b",
    re.IGNORECASE,
)
"""A figure in words: six months, the six missing months, two hundred people."""
QUOTED = re.compile("“[^”]*”")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[^\n]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"\]\([^)]*\)|<[^>]*>|https?://\S+")
BOUND = re.compile(r'<data value="(?P<name>[^"]*)">(?P<printed>[^<]*)</data>')
ALLOWED = {
    "minutes": re.compile(r"\b\d+\+? minutes\b"),
    "numbers of notebooks": re.compile(r"\b0\d(?: · |\b)"),
    "numbers of lists": re.compile(r"^\s*\d+\. ", re.MULTILINE),
    "a year of twelve months": re.compile(r"\btwelve months\b"),
}
"""What a text cell may print."""


def typed(content: str) -> list[str]:
    """The figures that stand in a text cell and should not, each in its surroundings."""
    rest = TAG.sub(" ", CODE.sub(" ", content))
    for pattern in ALLOWED.values():
        rest = pattern.sub(" ", rest)
    told = [rest[max(0, match.start() - 30) : match.end() + 20].strip() for match in re.finditer(r"\d[\d.,]*", rest)]
    return told + [match[0] for match in IN_WORDS.finditer(QUOTED.sub(" ", rest))]


def bound_wrongly(content: str, ledger: Ledger) -> list[str]:
    """The bound figures of a page that are printed otherwise than the story has them, or that have no source."""
    told = []
    for name, printed in BOUND.findall(content):
        try:
            expected = fill(f"{{{{ {name} }}}}", ledger)
        except (ValueError, LookupError) as problem:
            told.append(f"{name}: {problem}")
            continue
        if printed != expected:
            told.append(f"{name} is printed as {printed!r}, but is {expected!r}")
    return told


def unbound(content: str) -> list[str]:
    """The percentages and the numbers with thousands in a page that are not bound to a source."""
    return re.findall(r"\d[\d,.]*%|\d{1,3}(?:,\d{3})+", TAG.sub(" ", BOUND.sub(" ", CODE.sub(" ", content))))
