"""What every kind of file is read into: a header, and rows of text with the number of their line."""

from typing import Literal

import msgspec

from services.feedback.answers.rules.cells import Fault

Format = Literal["csv", "xlsx"]
Encoding = Literal["utf-8", "utf-16", "windows-1252"]

MOST_LINES = 5_000


class UnreadableFile(ValueError):
    """Nothing of the file can be read."""


class Table(msgspec.Struct, frozen=True):
    """The cells of a file as text. `faults`: cells that hold no value, by line and place (the first at 0)."""

    header: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    encoding: Encoding | None = None
    delimiter: str | None = None
    sheet: str | None = None
    sheets: int = 1
    faults: dict[tuple[int, int], Fault] = {}
