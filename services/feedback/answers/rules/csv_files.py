"""CSV as spreadsheets and survey tools write it, in the encodings that France meets."""

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

from services.feedback.answers.rules.tables import MOST_LINES, Encoding, Table, UnreadableFile

# A long cell is the fault of its line, not of the file; how long a file may be is counted before it comes here.
csv.field_size_limit(64 * 1024 * 1024)


def read(content: bytes) -> Table:
    """The header and the lines that are not empty. Raises: UnreadableFile."""
    text, encoding = _decode(content)
    first = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=first.count)
    # Quotes as spreadsheets write them; an open quote at the end swallows the rest, and that line is told.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = tuple(next(reader, []))
        rows = list(_rows(reader))
    except csv.Error:
        raise UnreadableFile("has a cell that is not closed") from None
    return Table(header, rows, encoding, delimiter)


def _decode(content: bytes) -> tuple[str, Encoding]:
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise UnreadableFile("begins as UTF-16 and does not go on so") from None
    if b"\0" in content:
        raise UnreadableFile("is no text: save it as CSV, in UTF-8 or Windows-1252, or as a workbook (XLSX)")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        raise UnreadableFile("is written neither in UTF-8 nor in UTF-16 nor in Windows-1252") from None


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    kept = 0
    number = reader.line_num + 1  # type: ignore[attr-defined]
    for row in reader:
        if any(cell.strip() for cell in row):
            kept += 1
            if kept > MOST_LINES:
                raise UnreadableFile(f"has more than {MOST_LINES} answers: send it in parts")
            yield number, row
        number = reader.line_num + 1  # type: ignore[attr-defined]
