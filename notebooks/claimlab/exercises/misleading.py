"""A headline that misleads with true figures, and its repair: the rules on what is written, turned round."""

from __future__ import annotations

from collections.abc import Iterator

from .. import text
from ..claims.ledger import Ledger
from . import remarks
from .remark_terms import DATA
from .remarks import Remark

MISSING: dict[str, str] = DATA["misleading"]["missing"]
PUSHING: dict[str, str] = DATA["misleading"]["pushing"]
UNTRUE: dict[str, str] = DATA["misleading"]["untrue"]
SAYS: dict[str, str] = DATA["misleading"]["says"]
KINDS = (remarks.TOO_SHORT, *UNTRUE, *MISSING, *PUSHING)


def told(written: str, ledger: Ledger) -> list[str]:
    """What misleads in a headline, a line each: what is untrue and so out of the game, the words that are missing,
    those that push. What is no attempt is told so, and nothing else."""
    found = remarks.read(written, KINDS, ledger)
    if not remarks.is_attempt(found):
        return [one.says for one in found]
    untrue, missing = list(_untrue(written, found)), list(_missing(written, found, "missing"))
    lines = [*untrue, *missing, *_pushing(written, found)]
    return [*lines, *([SAYS["fills"]] if missing and not untrue else [])] or [SAYS["tame"]]


def repaired(before: str, after: str, ledger: Ledger) -> list[str]:
    """What has been mended from one headline to the other, what is left, and how many words it took."""
    found = remarks.read(after, KINDS, ledger)
    if not remarks.is_attempt(found):
        return [one.says for one in found]
    if not before.strip():
        return [SAYS["none"]]
    harm = [one for one in remarks.read(before, KINDS, ledger) if one.kind in MISSING or one.kind in PUSHING]
    left = {one.kind for one in found}
    mended = [_named(before, one) for one in harm if one.kind not in left]
    lines = [SAYS["repaired"].format(all=text.listed(mended)) if mended else SAYS["nothing"]] if harm else []
    rest = [*_untrue(after, found), *_missing(after, found, "still"), *_pushing(after, found)]
    counted = SAYS["words"].format(before=text.words(before), after=text.words(after))
    return [*lines, *(rest or [SAYS["whole"]]), counted]


def _untrue(written: str, found: list[Remark]) -> Iterator[str]:
    return (_filled(UNTRUE[one.kind], written, one) for one in found if one.kind in UNTRUE)


def _missing(written: str, found: list[Remark], says: str) -> Iterator[str]:
    named = [_named(written, one) for one in found if one.kind in MISSING]
    if named:
        yield SAYS[says].format(all=text.listed(named))


def _pushing(written: str, found: list[Remark]) -> Iterator[str]:
    return (_filled(PUSHING[one.kind], written, one) for one in found if one.kind in PUSHING)


def _named(written: str, remark: Remark) -> str:
    """What is missing, or the words that push."""
    return _filled(MISSING.get(remark.kind, "“{words}”"), written, remark)


def _filled(says: str, written: str, remark: Remark) -> str:
    start, end = remark.words
    return says.replace("{words}", written[start:end].strip())
