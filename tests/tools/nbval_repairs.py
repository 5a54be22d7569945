"""Three repairs to nbval, and one help: what it does differently from Jupyter makes unchanged notebooks fail.

1. Output that an Output widget takes (`interact`) is counted as the cell's own.
2. A semicolon at the end of a cell does not silence its value.
3. A report on two different pictures is forty thousand letters of base64; here it names two files to look at.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell, IPyNbFile

FAILED = Path(__file__).parents[1] / "failed"
"""Where the two pictures of a failing comparison are put; ignored by git."""
PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


class CapturedOutput:
    """What a notebook's Output widgets hold, learnt from the messages that pass.

    `interact` prints into an Output widget: the widget announces the request whose output it takes. Jupyter honours
    that; nbval does not, and reports output that the saved cell does not have although nothing has changed.
    """

    TAKEN = {"stream", "display_data", "execute_result", "clear_output", "error"}

    def __init__(self) -> None:
        self.request_of: dict[str, str] = {}

    def takes(self, message: dict) -> bool:
        """Whether the message belongs to a widget and not to the cell."""
        kind, content = message["msg_type"], message["content"]
        state = content.get("data", {}).get("state", {}) if kind in ("comm_open", "comm_msg") else {}
        opened = kind == "comm_open" and state.get("_model_name") == "OutputModel"
        if opened or (content.get("comm_id") in self.request_of and "msg_id" in state):
            self.request_of[content["comm_id"]] = state.get("msg_id", "")
        parent = message["parent_header"].get("msg_id")
        return kind in self.TAKEN and bool(parent) and parent in self.request_of.values()


def _execute_as_jupyter_does(self, cell_input, allow_stdin=None):
    """With history, which nbval leaves out: without it a semicolon at a cell's end silences nothing."""
    return self.kc.execute(cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False)


def _message_for_the_cell(self, timeout=None, stream="iopub", _next_message=IPyNbFile.get_kernel_message):
    """nbval's own method, passing over what an Output widget takes."""
    captured = self.__dict__.setdefault("captured_output", CapturedOutput())
    while captured.takes(message := _next_message(self, timeout=timeout, stream=stream)):
        pass
    return message


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


def make() -> None:
    """Make the repairs, for the rest of this process."""
    RunningKernel.execute_cell_input = _execute_as_jupyter_does
    IPyNbFile.get_kernel_message = _message_for_the_cell
    IPyNbCell.format_output_compare = _report_with_pictures
