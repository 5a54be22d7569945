"""How numbers, percentages, months and periods are written and read."""

from __future__ import annotations

import math
import re

import pandas as pd

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
NO_CHANGE = "no change"


class Told(ValueError):
    """A problem told to the reader in sentences: a notebook shows them alone, without a traceback."""

    def _render_traceback_(self) -> list[str]:  # IPython's own hook for this
        return str(self).splitlines()


def number(value: float) -> str:
    """A count or a plain number, thousands set apart.

    >>> number(1665), number(113.5)
    ('1,665', '113.5')
    """
    written = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
    return written.replace("-", MINUS)


def nearest(value: float) -> int:
    """The nearest whole number, halves upwards.

    >>> nearest(832.5), nearest(752.52)
    (833, 753)
    """
    return math.floor(value + 0.5)


def whole(value: float) -> str:
    """A number to the nearest whole one.

    >>> whole(752.5201)
    '753'
    """
    return number(nearest(value))


def percent(value: float) -> str:
    """A percentage to one decimal place; `value` is in per cent.

    >>> percent(22.2467)
    '22.2%'
    """
    return f"{value:.1f}%".replace("-", MINUS)


def change(value: float) -> str:
    """A percentage change with its sign, or "no change" where it rounds to nothing; `value` is in per cent.

    >>> change(22.2467), change(-5.31), change(0.04)
    ('+22.2%', '−5.3%', 'no change')
    """
    return NO_CHANGE if f"{abs(value):.1f}" == "0.0" else f"{value:+.1f}%".replace("-", MINUS)


def month(value: pd.Period) -> str:
    """A month, such as Oct 2022.

    >>> month(pd.Period("2022-10", "M"))
    'Oct 2022'
    """
    return value.strftime("%b %Y")


def months(value: float) -> str:
    """A number of months.

    >>> months(1), months(18)
    ('1 month', '18 months')
    """
    return f"{number(value)} {'month' if value == 1 else 'months'}"


def span(start: pd.Period, end: pd.Period) -> str:
    """A period from its first to its last month.

    >>> span(pd.Period("2022-10", "M"), pd.Period("2023-09", "M"))
    'Oct 2022 – Sep 2023'
    """
    return f"{month(start)} {DASH} {month(end)}"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter; the rest as it is.

    >>> capital("the NCA range")
    'The NCA range'
    """
    return sentence[:1].upper() + sentence[1:]


def words(said: str) -> int:
    """How many words stand between the spaces; a dash or a sign alone is none.

    >>> words(" from 1,665 – in Oct 2022 "), words("-")
    (5, 0)
    """
    return sum(any(sign.isalnum() for sign in word) for word in said.split())


_NUMBER = re.compile(r"(?P<sign>[-+\u2212]?)\s*(?P<digits>\d[\d.,\s]*)\s*(?:%|per ?cent|[a-z ]+)?", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}([,\s]\d{3})+(\.\d+)?")


def read_number(typed: str) -> float:
    """The number a person typed: 1,665 or 1665; 22.2%, 22.2 or 22,2; 18 months.

    Raises Told, with the remedy, for anything else.

    >>> read_number(" 1,665. "), read_number("22.2%"), read_number("22,2"), read_number("18 months")
    (1665.0, 22.2, 22.2, 18.0)
    """
    match = _NUMBER.fullmatch(typed.strip().removesuffix("."))
    digits = match["digits"].strip() if match else ""
    if _GROUPED.fullmatch(digits):
        digits = re.sub(r"[,\s]", "", digits)
    if not re.fullmatch(r"\d+([.,]\d+)?", digits):
        raise Told("Type one number, such as 12 or 12.5.")
    value = float(digits.replace(",", "."))
    return -value if match["sign"] in ("-", MINUS) else value


WORDS = {
    # explorers and items
    "busy": "Python has not answered yet. It may be busy with another cell; wait a moment.",
    "lost": "Python was stopped or restarted. To go on, run the cells from the top again (Run menu, Run All Cells).",
    "lost_answer": "Python was stopped or restarted, so this answer was not sent. What you typed is kept: "
    "run the cells from the top again (Run menu, Run All Cells), then send it.",
    "failed": "Nothing to show for this setting: {problem}",
    "failed_answer": "Something went wrong here: {problem}",
    # explorers
    "choose": "choose …",
    "only_if": "Switched off: it matters only when “{label}” is “{text}”.",
    "table": "The same in numbers",
    "description": "The picture in words",
    "opened": "The explorer is open.",
    "skip": "Skip, show it now",
    # items
    "right": "Right.",
    "not_yet": "Not yet.",
    "hint": "Show a hint",
    "next_hint": "Show the next hint",
    "no_more_hints": "No more hints",
    "hints": "Hints",
    "words": "{count} of at most {most} words",
    "words_over": "{count} words, at most {most}: {over} too many",
    "draft": "This is what you had typed; it has not been sent yet.",
    "clear_sure": "This removes all your predictions and answers from this computer. Are you sure?",
    "clear_yes": "Yes, remove them",
    "clear_no": "No, keep them",
    "show_work": "Show my work",
    "hide_work": "Hide my work",
    "download_work": "Download my work",
    "load_work": "Load a page of My work that you downloaded before",
    "my_work": "My work",
    "too_large": "This file is too large to be a page of My work. Choose the file you downloaded here.",
    "unread": "This file could not be read. Choose the file you downloaded here.",
    # the saved forms (no Python running)
    "saved_predict": "Predict first, then open",
    "saved_explorer": "Run this cell to move the controls. They stand at:",
    "saved_item": "Run this cell to answer.",
    "saved_my_work": "Run this cell for the buttons.",
}
"""The fixed sentences and labels of the faces."""
