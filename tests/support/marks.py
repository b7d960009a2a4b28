"""Marks by which a test finds its own words again."""

from uuid import uuid4

_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def new_mark() -> str:
    """Ten letters and no digit: digits among customers' words may be somebody's number, which is masked."""
    return uuid4().hex[:10].translate(_LETTERS)
