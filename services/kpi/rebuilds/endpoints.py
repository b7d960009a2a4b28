"""Rebuilds: proof that a contract's events, tickets and days come from what was received, while everybody goes on."""

from typing import Annotated, Any

from fastapi import APIRouter
from sqlalchemy import Row

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import NotFound
from services.common.idempotency import OnceDep
from services.common.identifiers import new_id, parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.rebuilds import repository
from services.kpi.rebuilds.schemas import RebuildIn, RebuildOut

router = APIRouter(prefix="/v1/contracts/{contract_id}/rebuilds", tags=["rebuilds"])


@router.post("", status_code=202)
async def create_rebuild_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.REBUILD_CREATE)],
    session: SessionDep,
    once: OnceDep,
    body: RebuildIn | None = None,
) -> RebuildOut:
    """Read every raw delivery again, fold every ticket in the shade, compare, and put right at once what differs.

    With `mode: verify` nothing is put right; what would be is counted the same.
    """
    mode = (body or RebuildIn()).mode

    async def create() -> RebuildOut:
        by, side = access.caller.subject, access.side
        return _rebuild(await repository.add(session, access.contract_id, new_id(), by, mode, side))

    return await once(RebuildOut, create)


@router.get("")
async def list_rebuilds_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)], session: SessionDep, page: PageDep
) -> Page[RebuildOut]:
    """Rebuilds and verifications of a contract, newest first."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    rows = await repository.list_of_contract(session, access.contract_id, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(items=[_rebuild(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None)


@router.get("/{rebuild_id}")
async def read_rebuild_endpoint(
    rebuild_id: str, access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)], session: SessionDep
) -> RebuildOut:
    """How far a rebuild is and what it found."""
    found = await repository.find(session, access.contract_id, parse_id(rebuild_id))
    if found is None:
        raise NotFound
    return _rebuild(found)


def _rebuild(row: Row[Any]) -> RebuildOut:
    identical = None
    if row.state == "done":
        # Of rebuilds made before tickets were compared only the other two are known.
        identical = not (row.changed_tickets or row.differing_tickets or row.differing_days)
    return RebuildOut(
        id=str(row.id),
        contract_id=str(row.contract_id),
        mode=row.mode,
        state=row.state,
        phase=row.phase,
        requested_at=row.requested_at,
        requested_by=row.requested_by,
        requested_by_side=row.requested_by_side,
        started_at=row.started_at,
        finished_at=row.finished_at,
        deliveries=row.deliveries,
        tickets_total=row.tickets_total,
        tickets_done=row.tickets_done,
        waiting_tickets=row.waiting_tickets,
        changed_tickets=row.changed_tickets,
        differing_tickets=row.differing_tickets,
        differing_days=row.differing_days,
        moved_days=row.moved_days,
        identical=identical,
    )
