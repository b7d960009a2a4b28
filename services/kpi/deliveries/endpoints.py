"""Deliveries: every one with its fate, and those that wait in quarantine."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from sqlalchemy import Row

from services.common.auth.access import Permission
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.instants import to_text
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.deliveries import repository, service
from services.kpi.deliveries.schemas import DeliveryOut, NewRereading, QuarantinedOut, RereadingOut, WaitingOut
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.query_instant import QueryInstant

router = APIRouter(prefix="/v1/sources/{source_id}", tags=["deliveries"])

Verdict = Literal["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"]
Origin = Literal["live", "replay", "held", "import"]


class Released(BaseModel):
    """What a new reading of the quarantine gave."""

    read: int
    still_malformed: int


@router.get("/deliveries")
async def list_deliveries_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.DELIVERY_READ)],
    session: SessionDep,
    page: PageDep,
    verdict: Annotated[Verdict | None, Query()] = None,
    conflict: Annotated[bool | None, Query(description="Whether its key came before with another body.")] = None,
    skewed: Annotated[bool | None, Query(description="Whether the source's clock was ahead.")] = None,
    origin: Annotated[Origin | None, Query()] = None,
    first: Annotated[QueryInstant | None, Query(alias="from", description="Received at this instant or later.")] = None,
    until: Annotated[QueryInstant | None, Query(description="Received before.")] = None,
) -> Page[DeliveryOut]:
    """Deliveries of a source, the last recorded first, each with its verdict and reason."""
    position = page.text_position(2)
    try:
        before = (datetime.fromisoformat(position[0]), UUID(position[1])) if position else None
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
    wanted = repository.Wanted(verdict, conflict, skewed, origin, first, until)
    rows = await repository.list_deliveries(
        session, access.contract.contract_id, access.source.id, wanted, before, page.limit + 1
    )
    shown, more = cut_page(rows, page.limit)
    cursor = encode_cursor(to_text(shown[-1].recorded_at), str(shown[-1].id)) if more else None
    return Page(items=[_delivery(row) for row in shown], next_cursor=cursor)


@router.get("/quarantine")
async def list_quarantine_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.DELIVERY_READ)], session: SessionDep, page: PageDep
) -> Page[QuarantinedOut]:
    """Well-signed deliveries that could not be read, once per body."""
    position = page.text_position(1)
    try:
        after = bytes.fromhex(position[0]) if position else None
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
    rows = await repository.list_quarantine(
        session, access.contract.contract_id, access.source.id, after, page.limit + 1
    )
    shown, more = cut_page(rows, page.limit)
    items = [
        QuarantinedOut(
            receipt_id=str(row.receipt_id),
            sha256=row.sha256.hex(),
            received_at=row.received_at,
            recorded_at=row.recorded_at,
            reason=row.reason,
            released_at=row.released_at,
        )
        for row in shown
    ]
    return Page(items=items, next_cursor=encode_cursor(shown[-1].sha256.hex()) if more else None)


@router.get("/quarantine/waiting")
async def count_waiting_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.DELIVERY_READ)],
    session: SessionDep,
    first: Annotated[QueryInstant | None, Query(alias="from", description="Received at this instant or later.")] = None,
    until: Annotated[QueryInstant | None, Query(description="Received before.")] = None,
) -> WaitingOut:
    """How many deliveries of a span wait in quarantine: those that `rereadings` would read with the same span."""
    choice = repository.Choice(None, first, until)
    row = await repository.count_waiting(session, access.contract.contract_id, access.source.id, choice)
    return WaitingOut(waiting=row.waiting, first_received_at=row.first_at, last_received_at=row.last_at)


@router.post("/quarantine/readings")
async def read_quarantine_again_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)], request: Request
) -> Released:
    """Read what waits in quarantine again, for instance after a connector was corrected."""
    read, still = await service.read_quarantine_again(request.app.state, access.source.id)
    return Released(read=read, still_malformed=still)


@router.post("/rereadings")
async def reread_endpoint(
    wanted: NewRereading,
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
    request: Request,
) -> RereadingOut:
    """Read quarantined deliveries again by the connector as it is now, each as of its own reception.

    What can be read becomes a delivery of origin `replay` and counts; what cannot waits on. Up to 500 in one call.
    """
    try:
        receipts = None if wanted.receipt_ids is None else [UUID(one) for one in wanted.receipt_ids]
    except ValueError:
        raise Invalid(FieldFault("receipt_ids", "must be receipts of deliveries")) from None
    if receipts is not None and (wanted.first or wanted.until):
        raise Invalid(FieldFault("receipt_ids", "cannot be given with a span"))
    choice = repository.Choice(receipts, wanted.first, wanted.until)
    return await service.reread(request.app.state, access.source.id, choice)


def _delivery(row: Row[Any]) -> DeliveryOut:
    return DeliveryOut(
        receipt_id=str(row.id),
        received_at=row.received_at,
        recorded_at=row.recorded_at,
        origin=row.origin,
        verdict=row.verdict,
        conflict=row.conflict,
        reason=row.reason,
        event_type=row.event_type,
        ticket_id=row.ticket_id,
        first_receipt_id=str(row.first_receipt_id) if row.first_receipt_id else None,
        sha256=row.sha256.hex(),
        size=row.size,
        events=row.events,
        skewed=row.skewed,
        secret_slot=row.secret_slot,
        verified_at=row.verified_at,
        verified_verdict=row.verified_verdict,
        verified_receipt_id=str(row.verified_receipt_id) if row.verified_receipt_id else None,
    )
