"""Writing tables: JSON with exact numbers, and CSV (RFC 4180) that no spreadsheet takes for a program."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from services.kpi.bi.rules.columns import Cell, Column, Row

_exact = msgspec.json.Encoder(decimal_format="number")
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def json_page(columns: Sequence[Column], rows: Iterable[Row], beside: dict[str, Any]) -> bytes:
    """Rows as objects, decimals digit by digit as numbers, and what goes beside them."""
    names = [column.name for column in columns]
    return _exact.encode({"data": [dict(zip(names, row, strict=True)) for row in rows], **beside})


def csv_header(columns: Sequence[Column]) -> bytes:
    """The first line: UTF-8, comma, CRLF."""
    return _line([harmless(column.name) for column in columns])


def csv_row(row: Row) -> bytes:
    """One more line."""
    return _line([cell_text(cell) for cell in row])


def _line(cells: Sequence[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


def cell_text(cell: Cell) -> str:
    """A cell as CSV holds it: empty for null, a number with a dot, nothing that begins a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | Decimal):
        return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
    return harmless(cell)


def harmless(text: str) -> str:
    """A text that a spreadsheet shows rather than runs: an apostrophe before what would begin a formula."""
    if text.startswith(_BEGINS_A_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
