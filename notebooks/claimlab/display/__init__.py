"""Showing: explorers and items as widgets, in the saved file and on paper."""
