"""Claimlab: the kit behind the notebooks. Claims go in, views come out.

The rooms, from the ground up; a room imports only from rooms below its own:

    text                        numbers, percentages, months, lists: written and read
    claims                      what is printed: files in, typed claims out
    analysis, charts            what follows from the claims; drawings on a given figure
    explorers, exercises        controls to views; questions to replies, typed text to kept answers
    display                     showing both: in a notebook, in the saved file, on paper
    lesson                      what a notebook talks to
"""

import logging

from .lesson import open_lesson

# What a student is told in a sentence, its traceback is in the log; nobody sees that log who has not asked for it.
logging.getLogger(__name__).addHandler(logging.NullHandler())

FLOORS = ({"text"}, {"claims"}, {"analysis", "charts"}, {"explorers", "exercises"}, {"display"}, {"lesson"})

__all__ = ["FLOORS", "open_lesson"]
