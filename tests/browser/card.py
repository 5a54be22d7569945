"""An explorer on a page of its own, without Jupyter and Python: all its states at hand, to test its card quickly."""

from __future__ import annotations

import json

from claimlab.display import wire
from claimlab.display.live import MODULE, STYLE
from claimlab.display.words import WORDS
from claimlab.explorers.view import Control, Explorer, Preset, Table, View

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Card</title>
<meta name="viewport" content="width=device-width">
<style>body {{ margin: 0; padding: 8px; background: {page}; }} :root {{ {theme} }}</style><style>{style}</style>
<body {dark}><main></main><script type="module">{module}
const data = {data}, packed = new DataView(new ArrayBuffer(0));
globalThis.face = explorerFace({{ ...data, packed }}, () => false, () => {{}});
document.querySelector("main").append(face.root);
</script></body></html>"""
DARK = (
    "--jp-content-font-color0: #fff; --jp-layout-color0: #111; --jp-layout-color2: #424242; "
    "--jp-border-color1: #616161;"
)
"""The few colours of JupyterLab's dark theme that a face takes over."""

PREDICTION = {
    "label": "Your prediction", "said": "+31%", "answer": "the printed figures: +22.2%", "at": 0.31, "beyond": 0,
}  # fmt: skip
FONT = "font-family: 'DejaVu Sans', sans-serif"


def picture(count: int, shape: str, width: int) -> str:
    """A bar that grows with the count, a mark on its top that can be taken, and a scale for a prediction."""
    top, right = 200 - count * 8, width - 20
    mark = "M 0 5 L 5 0 L 0 -5 L -5 0 z" if shape == "diamond" else "M -4 4 L 4 4 L 4 -4 L -4 -4 z"
    middle = width / 2
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"""<svg {spaces} viewBox="0 0 {width} 280">
<defs><style type="text/css">*{{stroke-linejoin: round}}</style></defs>
<g id="still"><path d="M 0 0 L {width} 0 L {width} 280 L 0 280 z" style="fill: #ffffff"/>
<path d="M 20 200 L {right} 200" style="fill: none; stroke: #000000"/></g>
<g id="bar"><title>The bar: {count} people</title>
<path d="M {middle - 60} 200 L {middle - 60} {top} L {middle + 60} {top} L {middle + 60} 200 z"
 style="fill: url(#h1); stroke: #a34700; stroke-dasharray: 4.8,2.4"/></g>
<defs><pattern id="h1" patternUnits="userSpaceOnUse" x="0" y="0" width="18" height="18">
<rect x="0" y="0" width="18" height="18" fill="#ffffff"/>
<path d="M 0 18 L 18 0" style="stroke: #a34700"/></pattern></defs>
<g id="label"><text x="{middle}" y="{top - 12}" style="font-size: 11px; {FONT}; text-anchor: middle; fill: #a34700">
{count} people</text></g>
<g id="handle-count"><title>The top of the bar: {count}</title><defs><path id="m1" d="{mark}"/></defs>
<g><use xlink:href="#m1" x="{middle}" y="{top}" style="fill: #0b5c8e; stroke: #0b5c8e"/></g></g>
<g id="scale"><path d="M 40 235 L {width - 40} 235" style="fill: none; stroke: #d9d9d9"/></g>
<g id="ends"><text x="40" y="265" style="font-size: 11px; {FONT}; fill: #595959">0%</text>
<text x="{width - 40}" y="265" style="font-size: 11px; {FONT}; text-anchor: end; fill: #595959">100%</text></g>
</svg>"""


def draw(count: int, shape: str, named: bool) -> View:
    """A state with all parts; the table has more columns than a phone has room for."""
    half = "more than half" if count > 10 else "at most half"
    table = Table(
        ("What", "Counted", "Period", "Place", "Source"),
        [("People arrested", str(count), "twelve months", "England and Wales", "paragraph 2"),
         ("People sentenced", "20", "twelve months", "England and Wales", "paragraph 3")],
        numbers=("Counted",),
    )  # fmt: skip
    return View(
        picture(count, shape, 480), f"The bar stands at {count} of 20, which is {half}.", table,
        f"A hatched bar, {count} high, with a {shape} on top.", answer=f"{count * 5}%",
        reasons=(f"{count} of 20 are counted.", "Nothing is known of the others.") if named else (),
        narrow=picture(count, shape, 320),
    )  # fmt: skip


def explorer() -> Explorer:
    """Two controls that matter, and one that can be switched off."""
    counts = tuple(range(21))
    return Explorer(
        "Card",
        (
            Control("slider", "count", "Count", counts, tuple(map(str, counts)), 5),
            Control("radio", "shape", "Shape", ("diamond", "square"), ("diamond", "square"), "diamond"),
            Control("tick", "named", "With reasons", (False, True), ("without", "with"), True, ("shape", "diamond")),
        ),
        draw,
        (Preset("named", "Named case", (("Small", {"count": 2}), ("Large", {"count": 20}))),),
    )


def page(shown: Explorer, theme: str = "light", opened: bool = True, prediction: dict | None = None) -> str:
    """HTML with the explorer, every state in it."""
    states = {key: wire.state(shown.view(**shown.values(key))) for key in shown.every_key()}
    spec = {**wire.explorer(shown), "gate": "Predict first.", "words": WORDS}
    data = {"spec": spec, "states": states, "prediction": prediction, "opened": opened}
    dark = theme == "dark"
    return PAGE.format(
        data=json.dumps(data).replace("<", "\\u003c"), module=MODULE, style=STYLE, theme=DARK if dark else "",
        page="#111" if dark else "#fff", dark='data-jp-theme-light="false"' if dark else "",
    )  # fmt: skip
