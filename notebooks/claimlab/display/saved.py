"""What stands in a saved notebook where no Python is running: the opening state of an explorer, or an item, as plain
HTML and as plain text.

Everything here survives JupyterLab's sanitizer, so a notebook that nobody has trusted or run yet shows it too. The
same input gives the same text on every run: the tests of the notebooks compare it.
"""

from __future__ import annotations

import base64
from html import escape

import pandas as pd

from ..exercises.practice import Option, Spec
from ..explorers.view import Explorer
from .words import WORDS

STYLE = (
    '<style class="cl-saved">'
    ".jp-OutputArea-child:has(.cl-saved):has(+ .jp-OutputArea-child .claimlab),"
    ".jp-OutputArea-child:has(.cl-saved) + .jp-OutputArea-child:not(:has(.claimlab)){display:none}"
    "</style>"
)
"""Goes with a saved form whose widget is the next output: one of the two is in sight, the widget if it has come alive.

An untrusted notebook drops the style, and shows no widget either.
"""


def _table_html(table: pd.DataFrame) -> str:
    head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in table.columns)
    body = "".join(
        f'<tr><th scope="row">{escape(str(first))}</th>' + "".join(f"<td>{escape(str(cell))}</td>" for cell in rest)
        for first, *rest in table.itertuples(index=False)
    )
    caption = escape(WORDS["table"])
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _table_text(table: pd.DataFrame) -> list[str]:
    names = [str(column) for column in table.columns[1:]]
    return [
        f"  {first}: " + "; ".join(f"{name} {cell}".strip() for name, cell in zip(names, rest, strict=True))
        for first, *rest in table.itertuples(index=False)
    ]


def _settings(explorer: Explorer) -> list[str]:
    return [f"{control.label}: {control.texts[control.index(control.value)]}" for control in explorer.controls]


def explorer_html(explorer: Explorer, summary: str = "Predict first, then open") -> str:
    """The explorer as it opens, folded under `summary`: picture, verdict, table, description."""
    view = explorer.view()
    parts = [f"<p><strong>{escape(explorer.title)}</strong></p>"]
    if explorer.controls:
        settings = "".join(f"<li>{escape(setting)}</li>" for setting in _settings(explorer))
        parts.append(f"<p>{escape(WORDS['saved_explorer'])}</p><ul>{settings}</ul>")
    parts.append(f"<p>{escape(view.verdict)}</p>")
    if view.picture:
        data = base64.b64encode(view.picture.encode()).decode()
        parts.append(f'<p><img alt="{escape(view.description)}" src="data:image/svg+xml;base64,{data}"></p>')
    if len(view.table):
        parts.append(_table_html(view.table))
    parts.append(f"<p>{escape(view.description)}</p>")
    return f"<details><summary>{escape(summary)}</summary>{''.join(parts)}</details>"


def explorer_text(explorer: Explorer) -> str:
    """The explorer as it opens, in lines of plain text: title, settings, verdict, table, description."""
    view = explorer.view()
    lines = [explorer.title, *(f"  {setting}" for setting in _settings(explorer)), view.verdict]
    return "\n".join([*lines, *_table_text(view.table), view.description])


def item_html(spec: Spec) -> str:
    """A practice item as it opens: tag, question, the options of a choice. No answer, no hint."""
    tag = f"<strong>{escape(spec['tag'])}.</strong> " if spec["tag"] else ""
    lines = [row["label"] for row in spec["rows"]] or _texts(spec["options"])
    listed = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""
    told = WORDS["saved_my_work" if spec["kind"] == "my_work" else "saved_item"]
    run = f"<p><em>{escape(told)}</em></p>"
    return f"<p>{tag}{escape(spec['question'])}</p>{listed}{run}"


def item_text(spec: Spec) -> str:
    """A practice item as it opens, in lines of plain text."""
    tag = f"{spec['tag']}. " if spec["tag"] else ""
    rows = [f"{row['label']}: {' / '.join(_texts(row['options']))}" for row in spec["rows"]]
    return "\n".join([f"{tag}{spec['question']}", *(f"  - {line}" for line in rows or _texts(spec["options"]))])


def _texts(options: list[Option]) -> list[str]:
    return [option["text"] for option in options]
