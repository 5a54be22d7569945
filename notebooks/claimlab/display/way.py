"""Where a page stands among the others, at its top and at its end: what is answered, what is open, and the next page.

It is HTML and no widget: JupyterLab and Jupyter Notebook open a link to a notebook in their own window only there, and
it can be read before anything is run. It says no word of a story.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from html import escape
from typing import Any

from IPython import get_ipython
from IPython.display import DisplayHandle

from ..claims.ledger import Ledger
from ..exercises import pages
from ..exercises.answers import Answers
from ..exercises.pages import Page, Progress
from .words import WAY

LOG = logging.getLogger(__name__)
Part = Callable[[list[Page], Page, Progress, dict[str, int]], tuple[str, str]]
NOWHERE = "<p></p>", "A page that is not among the notebooks."
"""What is shown of a page that is in no notebook, as when its file has another name: nothing."""


class Told:
    """HTML that a cell shows, and that is told anew in its place whenever it has changed."""

    def __init__(self, make: Callable[[], tuple[str, str]]) -> None:
        self._make, self._handle, self._said = make, DisplayHandle(), ("", "")

    def _ipython_display_(self) -> None:
        self._said = self._make()
        self._handle.display(_bundle(self._said), raw=True)

    def show(self) -> None:
        """Show it in a notebook; elsewhere, nothing."""
        if get_ipython() is not None:
            self._ipython_display_()

    def tell(self) -> None:
        """Show what is to be said now, if it is shown at all and something else was said before."""
        if self._said != ("", "") and (said := self._make()) != self._said:
            self._said = said
            self._handle.update(_bundle(said), raw=True)


def _bundle(said: tuple[str, str]) -> dict[str, Any]:
    html, plain = said
    return {"text/html": html, "text/plain": plain}


class Way:
    """What one page on one story says of its place, at its top and at its end, from what is kept."""

    def __init__(self, notebook: str, ledger: Ledger, answers: Answers) -> None:
        self._notebook, self._ledger, self._answers = notebook, ledger, answers
        self._shown: list[Told] = []

    def top(self) -> Told:
        """The top of the page."""
        return self._told(header)

    def end(self) -> Told:
        """The end of the page."""
        return self._told(end)

    def tell(self) -> None:
        """Have everything that is shown say what is kept now. What goes wrong in that costs no answer."""
        try:
            for one in self._shown:
                one.tell()
        except Exception:
            LOG.exception("telling what is answered in %s", self._notebook)

    @functools.cached_property
    def _questions(self) -> dict[str, tuple[pages.Question, ...]]:
        """What this page asks, by its name; found out once, since looking into a ledger takes its time."""
        return {one.name: pages.questions(one, self._ledger) for one in pages.pages() if one.name == self._notebook}

    def _told(self, part: Part) -> Told:
        def make() -> tuple[str, str]:
            known, kept = pages.pages(), self._answers.kept()
            page = next((one for one in known if one.name == self._notebook), None)
            if page is None or page.name not in self._questions:
                return NOWHERE
            own = pages.progress(page, self._questions[page.name], self._ledger, kept)
            return part(known, page, own, {one.name: pages.answered(one, self._ledger.story, kept) for one in known})

        told = Told(make)
        self._shown.append(told)
        return told


def header(known: list[Page], page: Page, own: Progress, answered: dict[str, int]) -> tuple[str, str]:
    """The top of a page, as HTML and as text: which page it is, what is answered, where to go on, and all pages."""
    at = known.index(page)
    place = WAY["page"].format(number=at + 1, of=len(known))
    parts = [f"<strong>{escape(place)}</strong>", escape(_answered(own)), _on(page, own) or _next(known, at)]
    bar = f'<progress value="{own.done}" max="{own.of}"></progress>' if own.of else ""
    lines = [f"<li>{_listed(one, one == page, own.done if one == page else answered[one.name])}</li>" for one in known]
    html = (
        f'<div class="cl-way"><p>{bar} {" · ".join(part for part in parts if part)}</p>\n'
        f"<details><summary>{escape(WAY['pages'])}</summary><ul>\n{chr(10).join(lines)}\n</ul></details></div>"
    )
    return html, f"{place}. {_answered(own)}."


def end(known: list[Page], page: Page, own: Progress, answered: dict[str, int]) -> tuple[str, str]:
    """The end of a page, as HTML and as text: what is open here, and the next page."""
    at = known.index(page)
    links = [
        f'<li><a href="{_cell(page, one.cell)}">{escape(pages.tagged(page.name, item))}</a></li>'
        for one, item in own.left
    ]
    still = f"<p>{escape(WAY['open'])}</p>\n<ul>\n{chr(10).join(links)}\n</ul>" if links else ""
    html = f'<div class="cl-way"><p>{escape(_answered(own))}. {_next(known, at)}</p>\n{still}</div>'
    return html, f"{_answered(own)}."


def _answered(own: Progress) -> str:
    return WAY["answered"].format(done=own.done, of=own.of)


def _on(page: Page, own: Progress) -> str:
    """A link to the first question of a page that is open; "" where none is."""
    if not own.left:
        return ""
    asked, item = own.left[0]
    words = WAY["go_on" if own.done else "begin"].format(tag=pages.tagged(page.name, item))
    return f'<a href="{_cell(page, asked.cell)}">{escape(words)}</a>'


def _next(known: list[Page], at: int) -> str:
    if at + 1 == len(known):
        return escape(WAY["last"])
    after = known[at + 1]
    return f'<a href="{escape(after.file)}">{escape(WAY["next"].format(title=after.title))}</a>'


def _listed(page: Page, here: bool, answered: int) -> str:
    title = escape(page.title)
    name = f"<strong>{title}</strong>" if here else f'<a href="{escape(page.file)}">{title}</a>'
    return f"{name} ({escape(WAY['listed'].format(done=answered))})"


def _cell(page: Page, cell: str) -> str:
    return escape(f"{page.file}#cell-id={cell}")
