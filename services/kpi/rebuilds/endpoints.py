"""Rebuilds: proof that a contract's events and days come from what was received."""

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
from services.kpi.rebuilds import repository
from services.kpi.rebuilds.schemas import RebuildOut

router = APIRouter(prefix="/v1/contracts/{contract_id}/rebuilds", tags=["rebuilds"])


@router.post("", status_code=202)
async def create_rebuild_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.REBUILD_CREATE)], session: SessionDep, once: OnceDep
) -> RebuildOut:
    """Read every raw delivery of the contract again, fold every ticket again, and compare the days with the tickets."""

    async def create() -> RebuildOut:
        return _rebuild(await repository.add(session, access.contract_id, new_id(), access.caller.subject))

    return await once(RebuildOut, create)


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
    return RebuildOut(
        id=str(row.id),
        contract_id=str(row.contract_id),
        state=row.state,
        requested_at=row.requested_at,
        requested_by=row.requested_by,
        finished_at=row.finished_at,
        deliveries=row.deliveries,
        changed_tickets=row.changed_tickets,
        differing_days=row.differing_days,
    )
