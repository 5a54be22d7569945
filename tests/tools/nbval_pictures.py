"""One help with nbval: its report on two different pictures is forty thousand letters of base64.

Here it names two files to look at.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from nbval.plugin import IPyNbCell

FAILED = Path(__file__).parents[1] / "failed"
"""Where the two pictures of a failing comparison are put; ignored by git."""
PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def _report_with_pictures(self, key, left, right, _report=IPyNbCell.format_output_compare):
    """nbval's own report, with a fingerprint for each picture and the pictures where a person can look at them."""
    where = []
    if isinstance(left, str) and isinstance(right, str):
        cell = f"{Path(self.parent.path).stem}-cell-{self.cell_num}"
        where = write_pictures(left, f"{cell}-saved") + write_pictures(right, f"{cell}-now")
        left, right = (PICTURE.sub(lambda found: f"picture {_fingerprint(found[1])}", side) for side in (left, right))
    _report(self, key, left, right)
    self.comparison_traceback += [f"\n  Look at {path}" for path in where]


def write_pictures(html: str, name: str, folder: Path = FAILED) -> list[Path]:
    """Write every SVG that sits in `html` as a data URI to `folder`, and say where: NAME.svg, NAME-2.svg, ..."""
    paths = []
    for number, data in enumerate(PICTURE.findall(html), start=1):
        folder.mkdir(exist_ok=True)
        paths.append(folder / (f"{name}.svg" if number == 1 else f"{name}-{number}.svg"))
        paths[-1].write_bytes(base64.b64decode(data))
    return paths


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def use() -> None:
    """Report so, for the rest of this process."""
    IPyNbCell.format_output_compare = _report_with_pictures
