"""Patterns that Python and JavaScript share: what a table for both must not use."""

OTHERS = r"\(\?(?![:=!])|[*+?}]\+|\\[AZzGKQEXRhHpP]"
"""What Python's patterns and JavaScript's do not share, or do not mean alike: named groups, inline flags, lookbehind,
atomic groups, possessive quantifiers, anchors and classes of one of the two."""
