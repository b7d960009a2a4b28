"""Rows of an export: what each tells of a ticket, or why it cannot be read."""

from collections.abc import Iterator, Mapping
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.ingestion.connectors.base import Pseudonym
from services.kpi.ingestion.connectors.decoding import LONGEST_ID, LONGEST_TEXT, MOST_TAGS
from services.kpi.ticket_imports.rules.cells import (
    MINUTE_US,
    DateOrder,
    Fault,
    WrongCell,
    is_empty,
    read_identifier,
    read_instant,
    read_whole,
)
from services.kpi.ticket_imports.rules.layouts import FIELDS, NEEDED, SCALES, SCORES, Field, status_of
from services.kpi.ticket_imports.rules.tables import Cell, Table
from services.kpi.tickets.rules.events import DONE, SKEW_TOLERANCE_US, Status

Unloadable = Literal["solve_not_told", "reopening_not_told"]
_INSTANTS: tuple[Field, ...] = (
    "created_at", "first_response_at", "first_solved_at", "solved_at", "closed_at", "reopened_at", "updated_at",
    "satisfaction_at",
)  # fmt: skip
_OF_THE_PAST: tuple[Field, ...] = ("first_response_at", "first_solved_at", "solved_at", "closed_at")


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one row tells of a ticket; instants in microseconds. No free text, no contact data."""

    line: int
    ticket_id: str
    created_us: int
    status: Status
    first_response_us: int | None = None
    first_solved_us: int | None = None
    solved_us: int | None = None
    closed_us: int | None = None
    updated_us: int | None = None
    tells_response: bool = False
    """Whether the export says when the first response was, so that none means none."""
    reopens: int | None = None
    replies: int | None = None
    channel: str | None = None
    group: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    brand: str | None = None
    form: str | None = None
    score: int | None = None
    scale_max: int | None = None
    rated_us: int | None = None
    by_minute: tuple[str, ...] = ()
    """Fields whose instant is written without seconds."""

    @property
    def done_us(self) -> int | None:
        """The last solve: the instant of the solve, of the closing where there is no other."""
        return self.closed_us if self.solved_us is None else self.solved_us

    @property
    def told_us(self) -> int:
        """The last instant that the row tells of."""
        told = (
            self.created_us, self.first_response_us, self.solved_us, self.closed_us, self.updated_us, self.rated_us,
        )  # fmt: skip
        return max(instant for instant in told if instant is not None)

    @property
    def unloadable(self) -> Unloadable | None:
        """Why no history can be made of the row: when it was solved, or opened again, must be known for the stock."""
        if self.status in DONE:
            return "solve_not_told" if self.done_us is None else None
        return None if self.done_us is None and self.first_solved_us is None else "reopening_not_told"


class Fate(msgspec.Struct, frozen=True):
    """A row that can be used, with the pseudonym of who asked; or the field and why not."""

    line: int
    row: Row | None = None
    requester: str | None = None
    field: str | None = None
    fault: Fault | None = None


class Reading(msgspec.Struct, frozen=True):
    """How a file is to be read. `columns`: which column holds what; `zone`: of instants without an offset."""

    system: str
    columns: Mapping[Field, str]
    zone: ZoneInfo | None
    order: DateOrder
    now_us: int

    @property
    def missing(self) -> tuple[Field, ...]:
        """Fields that a ticket needs and that no column tells."""
        return tuple(field for field in NEEDED if field not in self.columns)


def read_rows(table: Table, reading: Reading, pseudonym: Pseudonym) -> Iterator[Fate]:
    """Every row in order. A ticket that comes again is told, and the first row of it counts."""
    known: set[str] = set()
    for line, cells in table.records:
        try:
            row, requester = _row(line, cells, reading, pseudonym)
            if row.ticket_id in known:
                raise WrongCell("ticket_id", "twice")
        except WrongCell as wrong:
            yield Fate(line, field=wrong.field, fault=wrong.fault)
            continue
        known.add(row.ticket_id)
        yield Fate(line, row, requester)


def _row(line: int, cells: Mapping[str, Cell], reading: Reading, pseudonym: Pseudonym) -> tuple[Row, str | None]:
    found: dict[str, Cell] = {
        field: cells[column]
        for field in FIELDS
        if (column := reading.columns.get(field)) is not None and not is_empty(cells.get(column))
    }
    for field in NEEDED:
        if field not in found:
            raise WrongCell(field, "missing")
    told = {
        field: read_instant(field, found[field], reading.zone, reading.order) for field in _INSTANTS if field in found
    }
    instants = {field: us for field, (us, _) in told.items()}
    by_minute = [field for field, (_, precision) in told.items() if precision == MINUTE_US]
    created_us = instants["created_at"]
    if "first_response_minutes" in found and "first_response_at" not in found:
        minutes = read_whole("first_response_minutes", found["first_response_minutes"])
        instants["first_response_at"] = created_us + minutes * MINUTE_US
        by_minute.append("first_response_minutes")
    _check(instants, reading.now_us, created_us)
    system = reading.system
    status = status_of(system, str(found["status"]))
    if status is None:
        raise WrongCell("status", "status")
    score, scale = _rating(system, found.get("satisfaction"))
    row = Row(
        line=line,
        ticket_id=read_identifier("ticket_id", found["ticket_id"], LONGEST_ID),
        created_us=created_us,
        status=status,
        first_response_us=instants.get("first_response_at"),
        first_solved_us=instants.get("first_solved_at"),
        solved_us=instants.get("solved_at"),
        closed_us=instants.get("closed_at"),
        updated_us=instants.get("updated_at"),
        tells_response=not reading.columns.keys().isdisjoint(("first_response_at", "first_response_minutes")),
        replies=read_whole("replies", found["replies"]) if "replies" in found else None,
        channel=_channel(_word(found.get("channel"))),
        group=_word(found.get("group")),
        priority=_word(found.get("priority")),
        tags=_tags(found.get("tags")),
        brand=_word(found.get("brand")),
        form=_word(found.get("form")),
        score=score,
        scale_max=scale,
        rated_us=instants.get("satisfaction_at") if score is not None else None,
        by_minute=tuple(by_minute),
    )
    reopens = _reopens(found, instants, row, tells_reopening="reopened_at" in reading.columns)
    requester = _requester(system, found.get("requester"), pseudonym)
    return msgspec.structs.replace(row, reopens=reopens), requester


def _check(instants: Mapping[Field, int], now_us: int, created_us: int) -> None:
    for field, instant in instants.items():
        if instant > now_us + SKEW_TOLERANCE_US:
            raise WrongCell(field, "future")
        if field in _OF_THE_PAST and instant < created_us - created_us % MINUTE_US:
            raise WrongCell(field, "before_creation")


def _reopens(
    found: Mapping[str, Cell], instants: Mapping[Field, int], row: Row, *, tells_reopening: bool
) -> int | None:
    """How often it was opened again: as told, or never where the first solve is the last one."""
    if "reopens" in found:
        return read_whole("reopens", found["reopens"])
    if row.status not in DONE:
        return None
    if tells_reopening and "reopened_at" not in instants:
        return 0
    first = row.first_solved_us
    return 0 if first is not None and first == row.done_us else None


def _word(cell: Cell) -> str | None:
    if isinstance(cell, int) and not isinstance(cell, bool):
        cell = str(cell)
    return cell if isinstance(cell, str) and len(cell) <= LONGEST_TEXT and cell.isprintable() else None


def _channel(word: str | None) -> str | None:
    """As the webhooks of Chatwoot are read; no other tool writes such a prefix."""
    return None if word is None else word.removeprefix("Channel::")


def _tags(cell: Cell) -> tuple[str, ...]:
    told = cell if isinstance(cell, list) else cell.replace(";", ",").split(",") if isinstance(cell, str) else ()
    words = (_word(tag.strip()) for tag in told)
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_TAGS]


def _requester(system: str, cell: Cell, pseudonym: Pseudonym) -> str | None:
    """The pseudonym that the webhooks of the tool lead to; of Freshdesk the address is the name."""
    word = _word(cell)
    if word is None:
        return None
    return pseudonym(word.strip().lower() if system == "freshdesk" else word.strip())


def _rating(system: str, cell: Cell) -> tuple[int | None, int | None]:
    """(score, scale); (None, None) when nobody rated."""
    if cell is None:
        return None, None
    words = SCORES.get(system)
    if words is not None:
        return words.get(str(cell).strip().lower(), (None, None))
    scale = SCALES.get(system)
    if scale is None:
        return None, None
    score = read_whole("satisfaction", cell)
    if score > scale:
        raise WrongCell("satisfaction", "whole_number")
    return score, scale
