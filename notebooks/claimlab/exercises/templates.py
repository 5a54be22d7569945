"""The template language of items and passages: Jinja2 over the words of a story; a name that is none is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, cast

import jinja2
from jinja2.runtime import Context
from jinja2.utils import missing

from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from .terms import Terms

TERMS = "terms"


class UnknownWordError(LookupError):
    """A word that no story could have, or a slip in a template: its author's mistake, and no lack of a story."""


class _Words(Context):
    """Looks names up when they are used: what stands under a condition may not be there on every story."""

    def resolve_or_missing(self, key: str) -> Any:
        """A variable of the template, or a word of the story."""
        if (own := super().resolve_or_missing(key)) is not missing:
            return own
        try:
            return self.parent[TERMS][key]
        except KeyError:
            return missing
        except NotInStoryError as lacks:
            # Jinja asks for every name of a block as the block begins, under whatever condition the name stands there:
            # so what the story lacks is told where the name is used.
            return jinja2.StrictUndefined(str(lacks), exc=cast(type[jinja2.TemplateRuntimeError], NotInStoryError))


def environment(finalize: Callable[[Any], str] = str, loader: jinja2.BaseLoader | None = None) -> jinja2.Environment:
    """An environment over `Terms`; `finalize` makes text of each value that is filled in."""
    made = jinja2.Environment(
        undefined=jinja2.StrictUndefined, finalize=finalize, loader=loader, trim_blocks=True, lstrip_blocks=True
    )
    made.context_class = _Words
    made.globals.clear()  # `range` is a part of a story here, and no function
    return made


_PLAIN = environment()


@lru_cache(maxsize=4096)
def _compiled(sentence: str) -> jinja2.Template:
    return _PLAIN.from_string(sentence)


def variables(ledger: Ledger) -> Mapping[str, Any]:
    """What a template of an `environment` is rendered with."""
    return {TERMS: Terms(ledger)}


def fill(sentence: str, ledger: Ledger) -> str:
    """The sentence with its words filled in for a story, as plain text.

    Raises NotInStoryError where the story lacks what a word stands for, UnknownWordError where no story could have it.
    """
    if "{" not in sentence:
        return sentence
    try:
        return _compiled(sentence).render(variables(ledger))
    except (jinja2.TemplateError, KeyError, TypeError) as error:
        raise UnknownWordError(f"A word of this sentence is unknown ({error}): {sentence}") from error
