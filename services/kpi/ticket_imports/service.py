"""Deciding on imports: a file read and kept as rows; loads and undoings, at once or with the other party."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row as DbRow
from sqlalchemy.ext.asyncio import AsyncSession

from services.common import zones
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.ingestion.connectors.base import Pseudonym
from services.kpi.ticket_imports import repository
from services.kpi.ticket_imports.rules.cells import DateOrder
from services.kpi.ticket_imports.rules.layouts import Field, WrongChoice, places_of, read_choice
from services.kpi.ticket_imports.rules.rows import Fate, Reading, read_rows
from services.kpi.ticket_imports.rules.tables import Table, UnreadableFile, read_table

KEPT_FAULTS = 200
"""Rows that cannot be used are all counted; of so many the first ones are told."""


@dataclass(frozen=True)
class File:
    """What was sent, and how its sender says that it is to be read."""

    content: bytes
    name: str
    zone: str | None
    order: DateOrder
    columns: str | None


@dataclass(frozen=True)
class Asking:
    """Who asks, on which side of which contract."""

    contract_id: UUID
    side: str
    subject: str


class ReadFile(msgspec.Struct, frozen=True):
    """A file, read: its table, how it was read, and every row's fate (none while a needed column is missing)."""

    table: Table
    reading: Reading
    fates: tuple[Fate, ...]


def read(file: File, system: str, pseudonym: Pseudonym) -> ReadFile:
    """Read a whole file; takes seconds of a processor for the largest. Raises: Invalid."""
    try:
        table = read_table(file.content)
        columns = places_of(system, table.columns, read_choice(file.columns))
    except UnreadableFile as fault:
        raise Invalid(FieldFault("body", str(fault))) from None
    except WrongChoice:
        raise Invalid(FieldFault("query.columns", "must be field:place, each once, separated by commas")) from None
    zone = None
    if file.zone is not None:
        if file.zone not in zones.zone_names():
            raise Invalid(FieldFault("query.zone", "must be the name of a time zone"))
        zone = zones.zone(file.zone)
    reading = Reading(system, columns, zone, file.order, to_microseconds(now()))
    fates = () if reading.missing else tuple(read_rows(table, reading, pseudonym))
    return ReadFile(table, reading, fates)


async def begin(session: AsyncSession, asking: Asking, source_id: str, file: File, found: ReadFile) -> UUID:
    """Keep what a file tells, to be compared; of the file itself nothing is kept. Worker role. Raises: Invalid."""
    if found.reading.missing:
        raise Invalid(FieldFault("body", f"lacks the columns: {', '.join(found.reading.missing)}"))
    good = [fate for fate in found.fates if fate.row is not None]
    if not good:
        raise Invalid(FieldFault("body", "has no row that can be used"))
    faulty = [fate for fate in found.fates if fate.row is None]
    created = [fate.row.created_us for fate in good if fate.row is not None]
    import_id = new_id()
    values = {
        "contract": asking.contract_id, "id": import_id, "source": source_id, "name": file.name,
        "sha256": hashlib.sha256(file.content).digest(), "size": len(file.content), "by": asking.subject,
        "side": asking.side, "rows": len(good), "faulty": len(faulty), "first": from_microseconds(min(created)),
        "last": from_microseconds(max(created)), "reading": _reading_json(file, found),
    }  # fmt: skip
    faults = [{"line": one.line, "field": one.field, "fault": one.fault} for one in faulty[:KEPT_FAULTS]]
    await repository.add(session, values, faults, [_kept(fate) for fate in good])
    return import_id


def _kept(fate: Fate) -> dict[str, Any]:
    row = fate.row
    assert row is not None
    return {
        "ticket_id": row.ticket_id, "line": row.line, "created_us": row.created_us, "unloadable": row.unloadable,
        "told": msgspec.to_builtins(row), "requester": fate.requester,
    }  # fmt: skip


def _reading_json(file: File, found: ReadFile) -> str:
    columns: dict[Field, str] = dict(found.reading.columns)
    told = {
        "system": found.reading.system, "format": found.table.format, "encoding": found.table.encoding,
        "delimiter": found.table.delimiter, "zone": file.zone, "date_order": file.order, "columns": columns,
    }  # fmt: skip
    return msgspec.json.encode(told).decode()


async def load(session: AsyncSession, asking: Asking, found: DbRow[Any], *, complete_orphans: bool) -> None:
    """Load what is missing here: at once before the activation, afterwards once the other party approves.

    Worker role. Raises: Conflict.
    """
    counted: dict[str, int] = found.counts or {}
    loadable = counted.get("missing_here", 0) - counted.get("unloadable", 0)
    if complete_orphans:
        loadable += counted.get("orphan_here", 0)
    if found.state == "compared" and not loadable:
        raise Conflict("This import has nothing to load.")
    at_once = await repository.counts_nowhere_yet(session, asking.contract_id, found.source_id)
    values = {
        "contract": asking.contract_id, "id": found.id, "state": "approved" if at_once else "proposed",
        "orphans": complete_orphans, "by": asking.subject, "side": asking.side,
    }  # fmt: skip
    if not await repository.ask(session, values):
        raise Conflict("Only an import that was compared, and not yet loaded, can be loaded.")


async def undo(session: AsyncSession, asking: Asking, found: DbRow[Any]) -> None:
    """Take back what an import brought, from then on: at once before the activation, else with the other party.

    Worker role. Raises: Conflict.
    """
    at_once = await repository.counts_nowhere_yet(session, asking.contract_id, found.source_id)
    values = {
        "contract": asking.contract_id, "id": found.id, "state": "undoing" if at_once else "undo_proposed",
        "by": asking.subject, "side": asking.side,
    }  # fmt: skip
    if not await repository.ask_undo(session, values):
        raise Conflict("Only an import that is loaded can be undone.")


async def answer(session: AsyncSession, asking: Asking, found: DbRow[Any], *, approve: bool) -> None:
    """Approve or refuse the load, or the undoing, that the other party asked for; worker role.

    Raises: Forbidden, Conflict.
    """
    of_undo = found.state == "undo_proposed"
    if not of_undo and found.state != "proposed":
        raise Conflict("This import does not wait for an approval.")
    if asking.side == (found.undo_asked_by_side if of_undo else found.asked_by_side):
        raise Forbidden("The other party answers.")
    values = {"contract": asking.contract_id, "id": found.id, "by": asking.subject}
    if of_undo:
        answered = await repository.answer_undo(session, {**values, "state": "undoing" if approve else "done"})
    else:
        answered = await repository.answer(session, {**values, "state": "approved" if approve else "refused"})
        if answered and not approve:
            await repository.forget(session, asking.contract_id, found.id)
    if not answered:
        raise Conflict("This import was answered in the meantime.")
