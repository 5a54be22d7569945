"""The class wall for a teacher: the codes of a class are pasted and its predictions shown, the answer on demand."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets
from IPython.display import publish_display_data

from ..analysis import needs
from ..claims import ledger
from ..claims.errors import NotInStoryError
from ..claims.ledger import Ledger
from ..exercises import pages, practice, specs, story, wall
from ..exercises.practice import Item
from .live import WIDGET_VIEW
from .saved import STYLE
from .words import WALL

Asked = tuple[str, Item]


def predictions(read: Ledger) -> dict[str, Asked]:
    """The questions with a code that a story can be asked, by what they are called: page, number, question."""
    found: dict[str, Asked] = {}
    for page in pages.pages():
        for item in practice.load(page.name).values():
            if item.tag == "Predict" and not item.row and not needs.lacking(item.needs, read):
                found[f"{pages.tagged(page.name, item)}: {specs.spec(item, read)['question']}"] = page.name, item
    return found


def page_of(pasted: str, asked: Asked, read: Ledger, revealed: bool) -> str:
    """What is shown of a pasted text, as HTML: sentences, bars from five predictions up, and the answer if wanted."""
    notebook, item = asked
    found = wall.read(pasted, notebook, item, read)
    said = "".join(f"<p>{escape(one)}</p>" for one in wall.told(found, item, read))
    bars = wall.bars(found, item, read)
    most = max((bar.predictions for bar in bars), default=0)
    rows = "".join(
        f"<tr><th scope='row'>{escape(bar.label)}</th>"
        f"<td style='width:60%'><div style='width:{100 * bar.predictions / most:.0f}%;height:1.2em;background:#14599c'>"
        f"</div></td><td>{bar.predictions}</td></tr>"
        for bar in bars
    )
    table = f"<table style='width:100%;text-align:left'><caption>{escape(WALL['bars'])}</caption>{rows}</table>"
    return said + (table if bars else "") + (_answer(found, item, read) if revealed else "")


def _answer(found: wall.Wall, item: Item, read: Ledger) -> str:
    try:
        lines = wall.answer(found, item, read)
    except NotInStoryError as lacks:
        lines = (str(lacks),)
    told = "".join(f"<p>{escape(one)}</p>" for one in lines or (WALL["no_answer"],))
    return f"<h4>{escape(WALL['answer'])}</h4>{told}"


def class_wall(name: str = "") -> None:
    """Show the wall, on the story that is chosen or on the one named. It keeps nothing and sends nothing."""
    read = ledger.load(name or story.chosen())
    asked = predictions(read)
    wide = widgets.Layout(width="100%", max_width="46rem")
    question = widgets.Dropdown(options=list(asked), description=WALL["question"], layout=wide)
    pasted = widgets.Textarea(description=WALL["codes"], placeholder=WALL["paste"], rows=8, layout=wide)
    reveal = widgets.ToggleButton(value=False, description=WALL["reveal"], layout=widgets.Layout(width="14rem"))
    shown = widgets.HTML(layout=wide)

    def tell(_change: object = None) -> None:
        shown.value = page_of(pasted.value, asked[question.value], read, reveal.value)

    def another(_change: object) -> None:
        reveal.value = False
        tell()

    question.observe(another, names="value")
    for control in (pasted, reveal):
        control.observe(tell, names="value")
    tell()
    box = widgets.VBox([question, pasted, reveal, shown])
    box.add_class("claimlab")  # so that the saved words give way to it
    told = f"<p>{escape(WALL['saved'])}</p>"
    publish_display_data({"text/html": f'<div class="cl-saved">{told}</div>{STYLE}', "text/plain": WALL["saved"]})
    publish_display_data({WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": box.model_id}})
