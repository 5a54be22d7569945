"""Claimlab: the kit behind the notebooks. Claims go in, views come out.

The rooms, from the ground up; a room imports only from rooms below its own:

    text                        numbers, percentages, months, lists: written and read
    claims                      what is printed: files in, typed claims out
    analysis, charts            what follows from the claims; drawings on a given figure
    reading                     pasted text in, the figures it prints out
    explorers, exercises        controls to views; questions to replies, typed text to kept answers
    desk                        the figures of a pasted text, confirmed one at a time, and the ledger they make
    display                     showing both: in a notebook, in the saved file, on paper
    lesson, build               what a notebook talks to; every state of every explorer, drawn once
"""

import gc
import logging

from .claims.errors import ReaderError

MISSING = (
    "The package {package} is not installed in the Python that runs this notebook. If you can choose another kernel, "
    "it may have it (Kernel menu, Change Kernel). To install it, run this line in a cell of its own:\n"
    "%pip install -r ../requirements.txt\n"
    "Then restart the kernel (Kernel menu, Restart Kernel) and run the cells from the top."
)

# Where the home folder cannot be written, matplotlib takes a temporary one, which will do, and says so twice in red.
logging.getLogger("matplotlib").addFilter(lambda record: record.funcName != "_get_config_or_cache_dir")

try:
    from .lesson import open_lesson
except ModuleNotFoundError as missing:
    package = str(missing.name).partition(".")[0]
    if package == __name__:
        raise
    raise ReaderError(MISSING.format(package=package)) from None

# Nothing imported so far will ever be garbage. Without this, one drawing in fourteen waits for a look at all of it.
gc.collect()
gc.freeze()

# What a student is told in a sentence, its traceback is in the log; nobody sees that log who has not asked for it.
logging.getLogger(__name__).addHandler(logging.NullHandler())

FLOORS = (
    {"text"}, {"claims"}, {"analysis", "charts"}, {"reading"}, {"explorers", "exercises"}, {"desk"}, {"display"},
    {"lesson", "build"},
)  # fmt: skip

__all__ = ["FLOORS", "open_lesson"]
