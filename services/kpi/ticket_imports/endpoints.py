"""Imports of ticket exports: previewed, compared, loaded with the agreement of both, undone."""

import asyncio
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import Row as DbRow

from services.common.auth.access import Permission
from services.common.dependencies import SessionDep
from services.common.errors import NotFound, PayloadTooLarge, UnsupportedMediaType
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import from_microseconds, to_text
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.common.pseudonyms import pseudonymiser
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.ticket_imports import repository, service
from services.kpi.ticket_imports.rules.tables import MOST_BYTES, SHOWN_ROWS, Cell
from services.kpi.ticket_imports.schemas import (
    ExportColumn,
    FaultyRow,
    ImportCounts,
    ImportPreview,
    ImportReading,
    ImportRowOut,
    NewLoad,
    RowDifference,
    RowFate,
    ShownRow,
    TicketImportOut,
)
from services.kpi.ticket_imports.service import Asking, File, ReadFile

router = APIRouter(prefix="/v1/sources/{source_id}/ticket-imports", tags=["ticket imports"])

_MEDIA_TYPES = ("text/csv", "application/json", "application/x-ndjson")
_FILE = {
    "requestBody": {
        "required": True,
        "content": {
            "text/csv": {
                "schema": {"type": "string"},
                "example": "Id;Status;Requested;Solved\n48213;solved;2026-03-02 09:14:05;2026-03-02 11:40:51\n",
            },
            "application/json": {"schema": {}},
            "application/x-ndjson": {"schema": {"type": "string"}},
        },
    }
}
Managing = Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)]
Answering = Annotated[SourceAccess, source_may(Permission.REPLAY_APPROVE)]
Reading = Annotated[SourceAccess, source_may(Permission.DELIVERY_READ)]


async def _file(
    request: Request,
    name: Annotated[str, Query(min_length=1, max_length=200, description="The name of the file.")] = "export",
    zone: Annotated[
        str | None, Query(max_length=100, description="Zone of instants that are written without an offset.")
    ] = None,
    date_order: Annotated[Literal["dmy", "mdy"], Query(description="Order of dates such as 03/04/2026.")] = "dmy",
    columns: Annotated[
        str | None,
        Query(
            max_length=1000,
            description="Fields by the place of their column, as in `solved_at:7,tags:0`; 0: in none.",
            examples=["solved_at:7,tags:0"],
        ),
    ] = None,
) -> File:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in _MEDIA_TYPES:
        raise UnsupportedMediaType("A ticket export is sent as text/csv, application/json or application/x-ndjson.")
    content = await request.body()
    if len(content) > MOST_BYTES:
        raise PayloadTooLarge(f"At most {MOST_BYTES} bytes are taken here.")
    # A name is shown to both parties: signs that do not print have no place in it.
    shown = "".join(sign for sign in name if sign.isprintable()) or "export"
    return File(content, shown, zone, date_order, columns)


FileDep = Annotated[File, Depends(_file)]


@router.post("/previews", summary="Preview a ticket export", openapi_extra=_FILE)
async def preview_endpoint(access: Managing, request: Request, file: FileDep) -> ImportPreview:
    """Say how a file would be read: its columns, its first rows, the rows that cannot be used. Nothing is kept."""
    found = await _read(access, request, file)
    rows = [fate.row for fate in found.fates if fate.row is not None]
    faulty = [fate for fate in found.fates if fate.row is None]
    field_of = {column: field for field, column in found.reading.columns.items()}
    created = [row.created_us for row in rows]
    return ImportPreview(
        format=found.table.format,
        encoding=found.table.encoding,
        delimiter=found.table.delimiter,
        columns=[
            ExportColumn(position=place, name=name, field=field_of.get(name))
            for place, name in enumerate(found.table.columns, start=1)
        ],
        missing=list(found.reading.missing),
        shown=[
            ShownRow(line=line, cells=[_written(cells.get(name)) for name in found.table.columns])
            for line, cells in found.table.records[:SHOWN_ROWS]
        ],
        rows=len(rows),
        unloadable=sum(row.unloadable is not None for row in rows),
        faulty=len(faulty),
        faults=[
            FaultyRow.model_validate({"line": one.line, "field": one.field, "fault": one.fault})
            for one in faulty[: service.KEPT_FAULTS]
        ],
        first_created_at=from_microseconds(min(created)) if created else None,
        last_created_at=from_microseconds(max(created)) if created else None,
    )


@router.post("", status_code=202, summary="Compare a ticket export", openapi_extra=_FILE)
async def import_endpoint(
    access: Managing, request: Request, session: SessionDep, file: FileDep, once: OnceDep
) -> TicketImportOut:
    """Read a ticket export of the tool and compare it with what the source told; nothing is counted by it.

    Up to 30 MB and 100,000 rows: CSV with a header (`;`, `,` or tabulation), a JSON array, NDJSON, or the list of the
    tool's API. Poll until `state` is `compared`; then it may be loaded. The file itself is not kept.
    """
    asking = _asking(access)

    async def begin() -> TicketImportOut:
        found = await _read(access, request, file)
        async with request.app.state.database.background_session() as background:
            import_id = await service.begin(background, asking, access.source.id, file, found)
        return await _find(session, access, str(import_id))

    return await once(TicketImportOut, begin)


@router.get("", summary="List imports of ticket exports")
async def list_endpoint(access: Reading, session: SessionDep, page: PageDep) -> Page[TicketImportOut]:
    """Imports of a source, newest first: those that wait for an approval among them."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    rows = await repository.list_of_source(session, access.source.id, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(items=[_import(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None)


@router.get("/{import_id}", summary="Read an import of a ticket export")
async def read_endpoint(import_id: str, access: Reading, session: SessionDep) -> TicketImportOut:
    """How far an import is, and what it found."""
    return await _find(session, access, import_id)


@router.get("/{import_id}/rows", summary="List the tickets of an import")
async def list_rows_endpoint(
    import_id: str,
    access: Reading,
    session: SessionDep,
    page: PageDep,
    fate: Annotated[RowFate | None, Query(description="Only those that compare so.")] = None,
) -> Page[ImportRowOut]:
    """Tickets of an import in the order of their ids: equal, different with both values, missing here or there."""
    found = await _row(session, access, import_id)
    after = page.text_position(1) or [""]
    rows = await repository.rows_of(session, found.contract_id, found.id, fate, after[0], page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    items = [_ticket(row) for row in shown]
    return Page(items=items, next_cursor=encode_cursor(shown[-1].ticket_id) if more else None)


@router.post("/{import_id}/loads", status_code=202, summary="Load an import")
async def load_endpoint(
    import_id: str, wanted: NewLoad, access: Managing, request: Request, session: SessionDep
) -> TicketImportOut:
    """Load the tickets that are missing here: at once before the activation, else once the other party approves.

    What the source told stays as it told it.
    """
    found = await _row(session, access, import_id)
    async with request.app.state.database.background_session() as background:
        await service.load(background, _asking(access), found, complete_orphans=wanted.complete_orphans)
    return await _find(session, access, import_id)


@router.post("/{import_id}/undoings", status_code=202, summary="Undo an import")
async def undo_endpoint(import_id: str, access: Managing, request: Request, session: SessionDep) -> TicketImportOut:
    """Take back what an import brought, from now on: before the activation at once, else with the other party.

    What was known until then stays readable as known then.
    """
    found = await _row(session, access, import_id)
    async with request.app.state.database.background_session() as background:
        await service.undo(background, _asking(access), found)
    return await _find(session, access, import_id)


@router.post("/{import_id}/approvals", status_code=202, summary="Approve an import")
async def approve_endpoint(import_id: str, access: Answering, request: Request, session: SessionDep) -> TicketImportOut:
    """Approve the load, or the undoing, that the other party asked for; it then runs."""
    return await _answer(import_id, access, request, session, approve=True)


@router.post("/{import_id}/refusals", status_code=202, summary="Refuse an import")
async def refuse_endpoint(import_id: str, access: Answering, request: Request, session: SessionDep) -> TicketImportOut:
    """Refuse the load, or the undoing, that the other party asked for; nothing changes then."""
    return await _answer(import_id, access, request, session, approve=False)


async def _answer(
    import_id: str, access: SourceAccess, request: Request, session: SessionDep, *, approve: bool
) -> TicketImportOut:
    found = await _row(session, access, import_id)
    async with request.app.state.database.background_session() as background:
        await service.answer(background, _asking(access), found, approve=approve)
    return await _find(session, access, import_id)


async def _read(access: SourceAccess, request: Request, file: File) -> ReadFile:
    pseudonym = pseudonymiser(request.app.state.pseudonym_key, access.contract.contract_id)
    # Seconds of a processor for the largest: other requests go on meanwhile.
    return await asyncio.to_thread(service.read, file, access.source.system, pseudonym)


def _asking(access: SourceAccess) -> Asking:
    if access.contract.side is None:
        raise NotFound
    return Asking(access.contract.contract_id, access.contract.side, access.contract.caller.subject)


async def _row(session: SessionDep, access: SourceAccess, import_id: str) -> DbRow[Any]:
    found = await repository.find(session, access.source.id, parse_id(import_id))
    if found is None:
        raise NotFound
    return found


async def _find(session: SessionDep, access: SourceAccess, import_id: str) -> TicketImportOut:
    return _import(await _row(session, access, import_id))


def _written(cell: Cell) -> str:
    return "" if cell is None else ", ".join(cell) if isinstance(cell, list) else str(cell)


def _import(row: DbRow[Any]) -> TicketImportOut:
    told = {name: value for name, value in row._mapping.items() if name != "loaded_before"}
    return TicketImportOut.model_validate(
        {
            **told,
            "id": str(row.id),
            "contract_id": str(row.contract_id),
            "sha256": bytes(row.sha256).hex(),
            "reading": ImportReading.model_validate(row.reading),
            "counts": None if row.counts is None else ImportCounts.model_validate(row.counts),
            "already_loaded_by": None if row.loaded_before is None else str(row.loaded_before),
        }
    )


def _ticket(row: DbRow[Any]) -> ImportRowOut:
    return ImportRowOut(
        ticket_id=row.ticket_id,
        line=row.line,
        created_at=row.created_at,
        fate=row.fate,
        differences=[_difference(one) for one in row.differences or []],
        unloadable=row.unloadable,
        loaded=row.loaded_by is not None,
    )


def _difference(told: dict[str, Any]) -> RowDifference:
    def value(one: Any) -> Any:
        return to_text(from_microseconds(one)) if told["field"].endswith("_at") and isinstance(one, int) else one

    return RowDifference.model_validate(
        {"field": told["field"], "there": value(told["there"]), "here": value(told["here"])}
    )
