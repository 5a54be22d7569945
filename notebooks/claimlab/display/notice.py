"""A sentence in the place of an item, an explorer or a result that a story has nothing for."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True)
class Notice:
    """A sentence that a cell shows and a saved notebook keeps."""

    said: str

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/plain": self.said, "text/html": f"<p>{escape(self.said)}</p>"}
