"""A file as a table: CSV as spreadsheets write it, JSON as an array, as lines, or in the envelope of a tool's list."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

MOST_BYTES = 30_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 500
DEEPEST = 5
SHOWN_ROWS = 10

Encoding = Literal["utf-8", "windows-1252"]
Format = Literal["csv", "json"]
Cell = str | int | float | bool | list[str] | None
Record = tuple[int, Mapping[str, Cell]]
"""(number in the file, cells by column): a line of CSV (its header has number 1), an item of JSON (the first is 1)."""

# Where tools put the items of a list.
_ENVELOPES = ("tickets", "conversations", "results", "data", "payload", "items", "value")


class UnreadableFile(ValueError):
    """Nothing of the file can be read; the text says why and never repeats what was in it."""


class Table(msgspec.Struct, frozen=True):
    """A file, read. `columns` in the order in which they come up."""

    format: Format
    encoding: Encoding
    delimiter: str | None
    columns: tuple[str, ...]
    records: tuple[Record, ...]


def read_table(content: bytes) -> Table:
    """The table of a file; what its first sign is decides between CSV and JSON. Raises: UnreadableFile."""
    text, encoding = _decode(content)
    if text.lstrip()[:1] in ("[", "{"):
        return _json(text, encoding)
    return _csv(text, encoding)


def _decode(content: bytes) -> tuple[str, Encoding]:
    if b"\0" in content:
        raise UnreadableFile("is no text: save it in UTF-8")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        raise UnreadableFile("is written neither in UTF-8 nor in Windows-1252") from None


def _csv(text: str, encoding: Encoding) -> Table:
    first = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = _named(next(reader, []))
        records = tuple(_lines(reader, header))
    except csv.Error:
        raise UnreadableFile("has a cell that is too long or not closed: it may be cut off") from None
    return Table("csv", encoding, delimiter, header, records)


def _named(header: Sequence[str]) -> tuple[str, ...]:
    """The columns; a name that comes again is told apart by its place, as no two columns are one."""
    if len(header) > MOST_COLUMNS:
        raise UnreadableFile(f"has more than {MOST_COLUMNS} columns")
    names: list[str] = []
    for place, cell in enumerate(header, start=1):
        name = cell.strip() or f"#{place}"
        names.append(f"{name} #{place}" if name in names else name)
    if not any(cell.strip() for cell in header):
        raise UnreadableFile("has no line of column names")
    return tuple(names)


def _lines(reader: Any, header: tuple[str, ...]) -> Iterator[Record]:
    kept = 0
    number = reader.line_num + 1
    for row in reader:
        if any(cell.strip() for cell in row):
            kept += 1
            if kept > MOST_ROWS:
                raise UnreadableFile(f"has more than {MOST_ROWS} rows: send it in parts")
            yield number, {name: cell.strip() for name, cell in zip(header, row, strict=False)}
        number = reader.line_num + 1


def _json(text: str, encoding: Encoding) -> Table:
    items = _items(text)
    if len(items) > MOST_ROWS:
        raise UnreadableFile(f"has more than {MOST_ROWS} rows: send it in parts")
    columns: dict[str, None] = {}
    records: list[Record] = []
    for number, item in enumerate(items, start=1):
        cells = _flat(item) if isinstance(item, dict) else {}
        columns.update(dict.fromkeys(cells))
        if len(columns) > MOST_COLUMNS:
            raise UnreadableFile(f"has more than {MOST_COLUMNS} columns")
        records.append((number, cells))
    return Table("json", encoding, None, tuple(columns), tuple(records))


def _items(text: str) -> list[Any]:
    try:
        whole = msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return _ndjson(text)
    found = whole
    for _ in range(2):
        if isinstance(found, dict):
            found = next((found[name] for name in _ENVELOPES if isinstance(found.get(name), list | dict)), found)
    if isinstance(found, dict):
        return [found]
    if not isinstance(found, list):
        raise UnreadableFile("is no list of tickets")
    return found


def _ndjson(text: str) -> list[Any]:
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        return [msgspec.json.decode(line) for line in lines]
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise UnreadableFile("is no JSON, or cut off before its end") from None


def _flat(item: Mapping[str, Any]) -> dict[str, Cell]:
    """Nested objects by dotted paths; of a list of objects the names of all, and the first one under `0`."""
    flat: dict[str, Cell] = {}
    waiting: list[tuple[str, Any, int]] = [("", item, 0)]
    while waiting:
        at, value, depth = waiting.pop()
        if isinstance(value, dict):
            if depth < DEEPEST:
                within = [(f"{at}.{name}" if at else name, inner, depth + 1) for name, inner in value.items()]
                waiting += reversed(within)
        elif isinstance(value, list):
            first = value[0] if value else None
            if isinstance(first, dict):
                waiting.append((f"{at}.0", first, depth + 1))
                value = [one.get("name") for one in value if isinstance(one, dict)]
            flat[at] = [one for one in value if isinstance(one, str)]
        else:
            flat[at] = value
    return flat
