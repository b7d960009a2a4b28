"""The donneur d'ordre's own staff in a source, as both parties set it."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import Row

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.kpi.agreed import service as agreed
from services.kpi.staff import service
from services.kpi.staff.repository import VERSIONS
from services.kpi.staff.schemas import NewStaff, StaffOut

router = APIRouter(prefix="/v1/contracts/{contract_id}/sources/{source_id}", tags=["staff"])


@router.get("/staff")
async def list_staff_endpoint(
    source_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)],
    session: SessionDep,
    page: PageDep,
) -> Page[StaffOut]:
    """Versions of the donneur d'ordre's own staff in a source, newest first: how many people, never who.

    Without any, every public message of an agent is the provider's.
    """
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    rows, cursor = await agreed.page_of(session, VERSIONS, access.contract_id, feed, page)
    return Page(items=[_staff(access.contract_id, row) for row in rows], next_cursor=cursor)


@router.post("/staff", status_code=201)
async def set_staff_endpoint(
    source_id: str,
    wanted: NewStaff,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
    once: OnceDep,
) -> StaffOut:
    """Set it: at once before the activation; afterwards it waits for the approval of the other party.

    Messages written from `valid_from` on are judged by it; a version that waits already gives way.
    """
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    asking = agreed.asking_of(access, feed.source_id)

    async def propose() -> StaffOut:
        state = request.app.state
        content = service.content_of(wanted, feed.home, state.pseudonym_key)
        async with state.database.background_session() as background:
            version = await agreed.propose(background, VERSIONS, asking, feed, content)
        return _staff(access.contract_id, await agreed.read(session, VERSIONS, access.contract_id, feed, version))

    return await once(StaffOut, propose)


@router.post("/staff/{staff_id}/approvals")
async def approve_staff_endpoint(
    source_id: str,
    staff_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SCOPE_APPROVE)],
    request: Request,
    session: SessionDep,
) -> StaffOut:
    """Approve a version that the other party proposed; from now on it judges messages."""
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    version = parse_id(staff_id)
    async with request.app.state.database.background_session() as background:
        await agreed.approve(background, VERSIONS, agreed.asking_of(access, feed.source_id), feed, version)
    return _staff(access.contract_id, await agreed.read(session, VERSIONS, access.contract_id, feed, version))


def _staff(contract_id: UUID, row: Row[Any]) -> StaffOut:
    return StaffOut(
        id=str(row.id),
        contract_id=str(contract_id),
        source_id=row.source_id,
        state=row.state,
        valid_from=agreed.told_from(row.valid_from),
        people=row.people,
        requested_at=row.requested_at,
        requested_by=row.requested_by,
        requested_by_side=row.requested_by_side,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
        recorded_at=row.recorded_at,
    )
