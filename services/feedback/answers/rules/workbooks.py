"""Workbooks (XLSX): values as the spreadsheet last showed them; nothing is computed, fetched or unpacked at will.

A workbook is a zip of XML from strangers: how much it unpacks to is read before any of it is, entities and programs are
refused, addresses of other files are never followed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from openpyxl import load_workbook

from services.feedback.answers.rules.cells import Fault
from services.feedback.answers.rules.tables import MOST_LINES, Table, UnreadableFile

MOST_UNPACKED = 32 * 1024 * 1024
MOST_PARTS = 1_000
MOST_COLUMNS = 100
MOST_ROWS = 20_000
"""Rows looked at, empty ones too: spreadsheets write those that were only coloured."""
MOST_EXACT = 10**15
"""Beyond, a spreadsheet has rounded the number itself."""
_ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_NOT_READ = "is no workbook that can be read: save it as XLSX, without a password, or as CSV"


def read(content: bytes) -> Table:
    """The first sheet with anything in it. Raises: UnreadableFile."""
    _look_inside(content)
    try:
        # Twice: one reading knows which cells are computed, the other what they last showed.
        written = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        shown = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        pairs = list(zip(written.worksheets, shown.worksheets, strict=True))
        # A sheet that nobody sees is not what somebody means to send.
        pairs = [pair for pair in pairs if pair[1].sheet_state == "visible"]
        for pair in pairs:
            table = _table(*pair, len(pairs))
            if table is not None:
                return table
    except UnreadableFile:
        raise
    except Exception as fault:
        # The library fails in many ways on what strangers send.
        raise UnreadableFile(_NOT_READ) from fault
    raise UnreadableFile("is an empty workbook")


def _look_inside(content: bytes) -> None:
    """Before anything is unpacked by others. Raises: UnreadableFile."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            # Never more is unpacked of a part than it says here.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise UnreadableFile("unpacks to too much: send it in parts, or as CSV")
            if any(part.flag_bits & 1 for part in parts):
                raise UnreadableFile(_NOT_READ)
            if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
                raise UnreadableFile("holds a program (macro): save it as XLSX without macros")
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")) and _declares_entities(archive.read(part)):
                    raise UnreadableFile(_NOT_READ)
    except UnreadableFile:
        raise
    except Exception as fault:
        raise UnreadableFile(_NOT_READ) from fault


def _declares_entities(part: bytes) -> bool:
    """Office writes none; whoever does wants something else, in whichever encoding."""
    if _ENTITIES.search(part):
        return True
    return part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:64]


def _table(written: Any, shown: Any, sheets: int) -> Table | None:
    """A sheet; None when there is nothing in it. Raises: UnreadableFile."""
    header: tuple[str, ...] | None = None
    rows: list[tuple[int, list[str]]] = []
    faults: dict[tuple[int, int], Fault] = {}
    for number, cells in _rows(written, shown):
        texts = _trimmed([_text(value) for _, value, _ in cells])
        wrong = {(number, place): fault for place, cell in enumerate(cells) if (fault := _fault(*cell))}
        if not wrong and not texts:
            continue
        if header is None:
            header = tuple(texts)
            continue
        if len(rows) == MOST_LINES:
            raise UnreadableFile(f"has more than {MOST_LINES} answers: send it in parts")
        rows.append((number, texts))
        faults |= wrong
    return None if header is None else Table(header, rows, None, None, shown.title, sheets, faults)


def _trimmed(texts: list[str]) -> list[str]:
    """Without the empty cells at the end: rows are read as wide as a sheet may be."""
    width = next((place for place in range(len(texts), 0, -1) if texts[place - 1].strip()), 0)
    return texts[:width]


def _rows(written: Any, shown: Any) -> Iterator[tuple[int, list[tuple[str, Any, Any]]]]:
    """(number, [(type of the cell as written, what it shows, what is written)]) of each row."""
    for sheet in (written, shown):
        # What a sheet says of its own size is not believed.
        sheet.reset_dimensions()
    pairs = zip(written.iter_rows(max_col=MOST_COLUMNS), shown.iter_rows(max_col=MOST_COLUMNS), strict=True)
    for number, (as_written, as_shown) in enumerate(pairs, 1):
        if number > MOST_ROWS:
            raise UnreadableFile(f"has more than {MOST_ROWS} rows: delete the empty ones, or send it in parts")
        yield number, [(one.data_type, other.value, one.value) for one, other in zip(as_written, as_shown, strict=True)]


def _fault(kind: str, value: Any, written: Any) -> Fault | None:
    if kind == "f":
        if value is None:
            return "formula"
        return "cell_error" if isinstance(value, str) and value.startswith("#") else None
    return "cell_error" if kind == "e" and written is not None else None


def _text(value: Any) -> str:
    """A value as a person would type it into a CSV of the same spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < MOST_EXACT
        return str(int(value)) if whole else repr(value)
    if isinstance(value, datetime):
        # Days and parts of a day are kept as a binary fraction: the nearest second is what was typed.
        return (value + timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None).isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)
