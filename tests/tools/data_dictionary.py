"""The columns of the data package as a readable dictionary, written from the descriptor: the two cannot differ."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

START = "<!-- dictionary: generated from datapackage.json -->"
END = "<!-- end of dictionary -->"


def dictionary(package_folder: Path) -> str:
    """Markdown: a table of columns for each schema of the package in the folder, and what each allowed word means.

    Raises FileNotFoundError where the folder has no datapackage.json or lacks a schema file it names.
    """
    package = json.loads((package_folder / "datapackage.json").read_text(encoding="utf-8"))
    files: dict[str, list[str]] = {}
    for resource in package["resources"]:
        files.setdefault(json.dumps(resource["schema"]), []).append(resource["path"])
    return "\n".join(_section(_schema(json.loads(key), package_folder), paths) for key, paths in files.items())


def with_dictionary(readme: str, package_folder: Path) -> str:
    """The text with what stands between the two markers written anew. Raises ValueError where a marker is missing."""
    if START not in readme or END not in readme:
        raise ValueError(f"The text needs the two markers {START} and {END}.")
    before, after = readme.split(START)[0], readme.split(END)[1]
    return f"{before}{START}\n{dictionary(package_folder)}{END}{after}"


def _schema(schema: str | dict[str, Any], folder: Path) -> dict[str, Any]:
    return json.loads((folder / schema).read_text(encoding="utf-8")) if isinstance(schema, str) else schema


def _section(schema: dict[str, Any], paths: list[str]) -> str:
    lines = [f"### {', '.join(f'`{path}`' for path in paths)}", ""]
    lines += ["| column | type | must | what it says | for example |", "| --- | --- | --- | --- | --- |"]
    lines += [_row(field) for field in schema["fields"]]
    for field in schema["fields"]:
        if "meanings" in field:
            lines += ["", f"Words of `{field['name']}`:", ""]
            lines += [f"- **{word}**: {meaning}" for word, meaning in field["meanings"].items()]
    return "\n".join([*lines, ""])


def _row(field: dict[str, Any]) -> str:
    rules = field.get("constraints", {})
    must = [word for word, given in (("be there", rules.get("required")), ("differ", rules.get("unique"))) if given]
    cells = [f"`{field['name']}`", field["type"], ", ".join(must), field["description"], field.get("example", "")]
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")
