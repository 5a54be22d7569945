"""Checks the types of the kit's JavaScript with the TypeScript inside Deno: `python tests/tools/javascript_types.py`.

The files are joined into one module, as a notebook loads them, after types.js, which no browser needs. Each error is
told with its file and line.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from deno import find_deno_bin

sys.path.insert(0, str(Path(__file__).parents[2] / "notebooks"))

from claimlab.display import live

OPTIONS = {"checkJs": True, "strict": True, "lib": ["dom", "dom.iterable", "esnext"]}
FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(live.FACE.glob("*.js"))}
FACES = f"{FILES['types.js']}\n{live.MODULE}"
"""The types, and the module of the faces."""
DESK = FACES.replace(FILES["mount.js"], FILES["desk.js"])
"""The same with the module of the desk, which shares files with the faces."""


def errors(module: str, files: dict[str, str]) -> list[str]:
    """The type errors in a module, a line each; `files` are the texts it was joined from, by name."""
    with tempfile.TemporaryDirectory() as folder:
        joined, settings = Path(folder, "joined.js"), Path(folder, "deno.json")
        joined.write_text(module, encoding="utf-8")
        settings.write_text(json.dumps({"compilerOptions": OPTIONS}), encoding="utf-8")
        quiet = {**os.environ, "NO_COLOR": "1", "DENO_NO_UPDATE_CHECK": "1", "DENO_DIR": folder}
        command = [find_deno_bin(), "check", "--quiet", "--no-remote", "--config", settings, joined]
        done = subprocess.run(command, env=quiet, capture_output=True, encoding="utf-8", check=False)
    found = re.findall(r"^(TS\d+) \[ERROR\]: (.*?)\n.*?joined\.js:(\d+):", done.stderr, re.MULTILINE | re.DOTALL)
    if done.returncode and not found:
        return [done.stderr]
    return [f"{_place(module, files, int(line))}: {message} [{code}]" for code, message, line in found]


def _place(module: str, files: dict[str, str], line: int) -> str:
    """The file and the line in it that a line of the joined module came from."""
    starts = {name: module[: module.index(text)].count("\n") for name, text in files.items() if text in module}
    name = max((name for name in starts if starts[name] < line), key=starts.__getitem__)
    return f"{name}:{line - starts[name]}"


if __name__ == "__main__":
    told = [line for module in (FACES, DESK) for line in errors(module, FILES)]
    print("\n".join(told) or "No type errors in the JavaScript.")
    sys.exit(bool(told))
