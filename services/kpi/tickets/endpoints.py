"""Tickets: the facts that every figure is made of."""

import hashlib
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.instants import now
from services.common.pagination import Page, PageDep, encode_cursor
from services.kpi.query_instant import QueryInstant
from services.kpi.tickets import service
from services.kpi.tickets.schemas import TicketOut

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["tickets"])


@router.get("/tickets", response_model=Page[TicketOut])
async def list_tickets_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.TICKET_READ)],
    request: Request,
    session: SessionDep,
    page: PageDep,
    source: Annotated[
        str | None, Query(description="Only tickets of this source.", max_length=100, pattern=r"^[!-~]+$")
    ] = None,
    as_of: Annotated[QueryInstant | None, Query(description="Facts at this instant; default now.")] = None,
    known_at: Annotated[
        QueryInstant | None, Query(description="Only what was recorded by this instant; default now.")
    ] = None,
) -> Response:
    """One row per ticket created by `as_of`, by ticket id; the same bytes for both parties.

    A pair (`as_of`, `known_at`) in the past always answers the same bytes.
    """
    position = page.text_position(2)
    rows, last = await service.list_tickets(
        session,
        access.contract_id,
        source,
        as_of or now(),
        known_at,
        (position[0], position[1]) if position else None,
        page.limit,
    )
    body = msgspec.json.encode({"items": rows, "next_cursor": encode_cursor(*last) if last else None})
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers={"etag": etag})
    return Response(body, media_type="application/json", headers={"etag": etag, "cache-control": "private, no-cache"})
