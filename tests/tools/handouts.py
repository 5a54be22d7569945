"""Print the notebooks: one HTML file each in the git-ignored folder handouts/, for paper: `make handouts`.

Made from the saved outputs, so nothing is run and nothing is asked of a network; for another story than the article
(`make handouts STORY=lost_property`) the notebooks are run first. What a student opens on the screen
is open here, after a turn of the page where a prediction comes first; solutions are on a page of their own at the end.
"""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode
from traitlets.config import Config

import folds
import refresh
from claimlab.analysis import needs
from claimlab.claims import ledger
from claimlab.claims.ledger import Ledger
from claimlab.display import saved
from claimlab.display.words import WORDS
from claimlab.exercises import marking, pages, practice, solutions, specs
from claimlab.exercises.templates import fill

FOLDER = refresh.ROOT / "handouts"
ASK = re.compile(r'lesson\.ask\("(\w+)"\)')
SCREEN_ONLY = ("clear", "my_work")
"""Kinds of items that are no questions."""
LINES = {"text": 4, "letter": 16}
"""Lines to write on, by the kind of an item."""
NO_CODE = "no-code"
SHOWN = "The controls stand at:"
STYLE = """
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff;
  font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; margin: 1.4em 0 0; break-after: avoid; } h1 { margin-top: 0; }
p, ul, ol { margin: 0.5em 0; } img { max-width: 100%; } li p { margin: 0; }
pre { white-space: pre-wrap; margin: 0.3em 0; } .input pre { padding-left: 0.75em; border-left: 2px solid #bdbdbd;
  font-size: 0.75em; }
table { border: 0; border-collapse: collapse; margin: 0.6em 0; font-size: 0.9em; break-inside: avoid; }
caption { text-align: left; font-weight: 600; }
th, td { padding: 0.2em 0.8em 0.2em 0; border: 0; border-bottom: 1px solid #bdbdbd; text-align: left !important;
  vertical-align: baseline; font-weight: 400; }
thead th { font-weight: 600; } summary { font-weight: 600; list-style: none; }
.ask { margin: 0.8em 0; padding: 0.5em 0.9em; border: 1px solid #767676; border-radius: 6px; break-inside: avoid; }
.ask ul { list-style: "\\25A1  "; } .blank { height: 1.6em; border-bottom: 1px solid #767676; }
.row { display: flex; gap: 0.6em; align-items: baseline; } .row .blank { flex: 1; } .blank.short { max-width: 12em; }
.solutions pre { margin-bottom: 1em; } .name { float: right; } .output_subarea img { break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } @page { margin: 1.8cm; }
  .overleaf, .solutions { break-before: page; } }
.solutions { margin-top: 3em; border-top: 3px solid #767676; }
"""


def about(path: Path, story: str) -> NotebookNode:
    """A notebook about a story. What is saved is about the article; for another story the notebook is run."""
    notebook = refresh.read(path)
    if story != refresh.STORY:
        refresh.execute(notebook, path.name, path.parent, kept=refresh.choice(story))
        refresh.normalise(notebook)
    return notebook


def handout(notebook: NotebookNode, name: str, story: Ledger, names: set[str]) -> str:
    """A notebook about a story as a page to print. `names` are the notebooks that have a handout, for the links between
    them."""
    cells = [cell for cell in (on_paper(cell, name, story) for cell in notebook.cells) if cell]
    body = rendered(cells) + solved(name, notebook, story)
    body = re.sub(r'src="(pictures/[^"]+)"', lambda picture: f'src="{inlined(picture[1])}"', body)
    body = re.sub(r'href="([^"#:]+)"', lambda link: f'href="{moved(link[1], names)}"', body)
    # It tells what the questions before it ask.
    body = body.replace("<h2>What we found", '<h2 class="overleaf">What we found')
    title = re.search(r"^# (.+)$", notebook.cells[0].source, re.MULTILINE)[1]
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style></head>
<body><main>
<p class="name">Name: ______________________</p>
{body}
</main></body>
</html>
"""


def on_paper(cell: NotebookNode, notebook: str, story: Ledger) -> NotebookNode | None:
    """A cell as it is printed; None where there is nothing to print, as for a set-up cell or a button."""
    if cell.cell_type != "code":
        return cell
    if "open_lesson(" in cell.source:
        return None
    cell = nbformat.from_dict(cell)
    cell.metadata.tags = [NO_CODE] if cell.source.startswith("lesson.") else []
    if asked := ASK.match(cell.source):
        item = practice.load(notebook)[asked[1]]
        if needs.lacking(item.needs, story) or not marking.fits(item, story):
            return None
        spec = asked_as(notebook, item, story)
        cell.outputs = [nbformat.v4.new_output("display_data", {"text/html": question(spec)})]
        return None if spec["kind"] in SCREEN_ONLY else cell
    if cell.source.startswith(("lesson.my_work(", "lesson.way_on(")):
        return None
    # What shows nothing but its name is a widget.
    cell.outputs = [
        one for one in cell.outputs if one.output_type != "display_data" or list(one.data) != ["text/plain"]
    ]
    for output in cell.outputs:
        for kind in ("text/html", "text/markdown"):
            if shown := output.get("data", {}).get(kind):
                output.data[kind] = opened(folds.opened(shown))
    return cell


def opened(html: str) -> str:
    """An explorer's saved form without its fold and without its words for the screen."""
    html = html.removesuffix(saved.STYLE)
    first = f"<details><summary>{escape(WORDS['saved_predict'])}</summary>"
    if html.startswith(first):
        html = f'<div class="overleaf">{html.removeprefix(first).removesuffix("</details>")}</div>'
    return html.replace(escape(WORDS["saved_explorer"]), SHOWN)


def asked_as(notebook: str, item: practice.Item, story: Ledger) -> specs.Spec:
    """An item as it is asked on paper: with the number that it has on the screen."""
    return {**specs.spec(item, story), "tag": pages.tagged(notebook, item)}


def question(spec: Mapping[str, Any]) -> str:
    """A practice item with room to answer it in writing."""
    if spec["kind"] in LINES:
        room = '<p class="blank"></p>' * LINES[spec["kind"]]
    elif spec["kind"] == "choice":
        room = ticks(texts(spec["options"]))
    elif spec["kind"] == "rows":
        together = len({tuple(texts(row["options"])) for row in spec["rows"]}) == 1
        room = f"<p>{escape(' / '.join(texts(spec['rows'][0]['options'])))}</p>" if together else ""
        for row in spec["rows"]:
            label = f"<span>{escape(row['label'])}</span>"
            room += (
                f'<div class="row">{label}<p class="blank"></p></div>'
                if together
                else label + ticks(texts(row["options"]))
            )
    elif spec["unit"]:
        room = f'<div class="row"><p class="blank short"></p><span>{escape(spec["unit"])}</span></div>'
    else:
        room = '<p class="blank"></p>'
    reason = f'<p>{escape(spec["reason"])}</p><p class="blank"></p>' if spec["reason"] else ""
    asked = f"<p><strong>{escape(spec['tag'])}.</strong> {escape(spec['question'])}</p>"
    return f'<div class="ask">{asked}{room}{reason}</div>'


def texts(options: list[specs.Option]) -> list[str]:
    """The texts of options as they are offered."""
    return [option["text"] for option in options]


def ticks(options: list[str]) -> str:
    """Options to tick."""
    return f"<ul>{''.join(f'<li>{escape(option)}</li>' for option in options)}</ul>"


def solved(name: str, notebook: NotebookNode, story: Ledger) -> str:
    """The solutions of what a notebook asks, on a sheet of their own; "" where nothing is marked."""
    items = practice.load(name) if name in practice.notebooks() else {}
    asked = [items[one] for cell in notebook.cells for one in ASK.findall(cell.source)]
    marked = [one for one in asked if one.marked and not needs.lacking(one.needs, story) and marking.fits(one, story)]
    parts = "".join(_solved(name, one, story) for one in marked)
    return f'<section class="solutions"><h2>Solutions</h2>{parts}</section>' if parts else ""


def _solved(notebook: str, item: practice.Item, story: Ledger) -> str:
    lines, code = solutions.solution(item, story)
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    worked = f"<pre>{escape(code)}</pre>" if code else ""
    tag = escape(pages.tagged(notebook, item))
    return f"<p><strong>{tag}.</strong> {escape(fill(item.question, story))}</p>{told}{worked}"


def rendered(cells: list[NotebookNode]) -> str:
    """Cells as HTML, folds open."""
    without = Config(TagRemovePreprocessor={"enabled": True, "remove_input_tags": {NO_CODE}})
    exporter = HTMLExporter(config=without, template_name="basic", exclude_anchor_links=True)
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    body, _ = exporter.from_notebook_node(nbformat.v4.new_notebook(cells=cells))
    return body.replace("<details>", "<details open>")


def inlined(picture: str) -> str:
    """A picture that lies beside the notebooks, as a part of the page itself."""
    content = (refresh.ROOT / "notebooks" / picture).read_bytes()
    return f"data:image/svg+xml;base64,{base64.b64encode(content).decode()}"


def moved(link: str, names: set[str]) -> str:
    """A link of a notebook as it leads from the handouts: to a handout, or back among the notebooks."""
    stem = link.removesuffix(".ipynb")
    return f"{stem}.html" if stem in names and stem != link else f"../notebooks/{link}"


def main(story: str = refresh.STORY) -> int:
    """Write all handouts of a story; one line each. The teachers' pages are about the article."""
    told = ledger.load(story)
    paths = (refresh.notebooks if story == refresh.STORY else refresh.lessons)(refresh.ROOT / "notebooks")
    names = {path.stem for path in paths}
    folder = FOLDER if story == refresh.STORY else FOLDER / story
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        written = folder / f"{path.stem}.html"
        written.write_text(handout(about(path, story), path.stem, told, names), encoding="utf-8")
        print(Path(FOLDER.name, *written.relative_to(FOLDER).parts).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
