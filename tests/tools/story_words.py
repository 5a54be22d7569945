"""Words and figures of the article that no page of another story may show."""

from __future__ import annotations

import re

from claimlab.claims.ledger import Ledger

WORDS = (
    r"arrest\w*", r"child\w*", r"polic(?:e|ing)\w*", r"prison\w*", r"jail\w*", r"courts?", r"crown",
    r"sentenc(?:ed|ing)", r"slavery", r"abus\w+", r"crim\w+", r"offence\w*", r"offend\w*", r"offensive",
    r"suspect\w*", r"convict\w*", r"custod\w+", r"officers?",
    r"agency", r"agencies", r"charged", r"predator\w*", r"snare\w*", r"groom\w*", r"safeguard\w*", r"sexual\w*",
    r"undercover", r"helplines?", r"childline", r"nspcc", r"victims?", r"constable\w*", r"home office",
    r"england", r"wales", r"risk to", r"years_of_sentence",
)  # fmt: skip
"""What the article's ledger, its passages and its reference tables are about, as patterns of whole words."""
ANY = re.compile(rf"(?<![^\W_])(?:{'|'.join(WORDS)})(?![^\W_])", re.IGNORECASE)
"""Names such as court_timeliness are read word by word, too."""
SMALLEST = 100
"""Numbers below it may stand anywhere: 18 months are 18 months in more than one story."""


def words(content: str) -> list[str]:
    """The article's words in a text."""
    return ANY.findall(content)


def figures(content: str, article: Ledger, own: Ledger | None = None) -> list[str]:
    """The figures of the article's ledger in a text, but for those that the text's own story prints."""

    def printed(of: Ledger) -> set[str]:
        numbers = [n for claim in of.claims for n in (claim.value, claim.low, claim.high) if n and n >= SMALLEST]
        return {f"{number:,.0f}" for number in numbers}

    others = printed(article) - (printed(own) if own else set())
    return sorted(others & set(re.findall(r"\d{1,3}(?:,\d{3})+|\d{3,}", content)))
