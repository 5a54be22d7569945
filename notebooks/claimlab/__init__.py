"""Claimlab: the kit behind the notebooks. Claims go in, views come out."""

from .lesson import open_lesson

__all__ = ["open_lesson"]
