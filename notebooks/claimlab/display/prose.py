"""A passage as a cell shows it: Markdown, and text alone where no Markdown is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Prose:
    """Markdown that a cell shows and a saved notebook keeps."""

    markdown: str
    plain: str

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/plain": self.plain, "text/markdown": self.markdown}
