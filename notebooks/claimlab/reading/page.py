"""Pasted text as plain text: a page's tags are taken out, and every kind of line end is one."""

from __future__ import annotations

import re
import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning

_TAG = re.compile(
    r"</?(?:script|style|p|div|br|li|ul|ol|td|tr|table|span|a|h[1-6]|strong|em|b|i|article|section)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCKS = "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "br", "table", "section", "article"
_CELLS = "td", "th"


def plain(pasted: str) -> str:
    """The text of what was pasted. Text that holds no tags of a page stays as it is, line ends apart."""
    text = re.sub(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]", "\n", pasted).replace("\0", "")
    text = re.sub("[\u00a0\u2007\u2009\u202f]", " ", text)
    return _of_page(text) if _TAG.search(text) else text


def _of_page(page: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(page, "html.parser")
    for unseen in soup(["script", "style", "template", "noscript"]):
        unseen.decompose()
    for cell in soup(_CELLS):
        cell.append("\t")
    for block in soup(_BLOCKS):
        block.append("\n")
    lines = (re.sub(r"[ \t]*\t[ \t]*", "\t", re.sub(" +", " ", line)).strip() for line in soup.get_text().splitlines())
    return re.sub("[\u00a0\u2007\u2009\u202f]", " ", "\n".join(line for line in lines if line))
