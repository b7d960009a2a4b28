"""Scopes: which tickets of a source belong to the contract, as both parties set it."""

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
from services.kpi.scopes import service
from services.kpi.scopes.repository import VERSIONS, told_values
from services.kpi.scopes.schemas import ConditionOut, NewScope, ScopeOut, ToldValue, ToldValues

router = APIRouter(prefix="/v1/contracts/{contract_id}/sources/{source_id}", tags=["scopes"])


@router.get("/scopes")
async def list_scopes_endpoint(
    source_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)],
    session: SessionDep,
    page: PageDep,
) -> Page[ScopeOut]:
    """Versions of the scope of a source in a contract, newest first; without any, every ticket counts."""
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    rows, cursor = await agreed.page_of(session, VERSIONS, access.contract_id, feed, page)
    return Page(items=[_scope(access.contract_id, row) for row in rows], next_cursor=cursor)


@router.post("/scopes", status_code=201)
async def set_scope_endpoint(
    source_id: str,
    wanted: NewScope,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
    once: OnceDep,
) -> ScopeOut:
    """Set the scope: at once before the activation; afterwards it waits for the approval of the other party.

    Tickets created from `valid_from` on are judged by it; one that waits already gives way.
    """
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    asking = agreed.asking_of(access, feed.source_id)

    async def propose() -> ScopeOut:
        async with request.app.state.database.background_session() as background:
            version = await agreed.propose(background, VERSIONS, asking, feed, service.content_of(wanted))
        return _scope(access.contract_id, await agreed.read(session, VERSIONS, access.contract_id, feed, version))

    return await once(ScopeOut, propose)


@router.post("/scopes/{scope_id}/approvals")
async def approve_scope_endpoint(
    source_id: str,
    scope_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SCOPE_APPROVE)],
    request: Request,
    session: SessionDep,
) -> ScopeOut:
    """Approve a scope that the other party proposed; from now on it judges tickets."""
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    version = parse_id(scope_id)
    async with request.app.state.database.background_session() as background:
        await agreed.approve(background, VERSIONS, agreed.asking_of(access, feed.source_id), feed, version)
    return _scope(access.contract_id, await agreed.read(session, VERSIONS, access.contract_id, feed, version))


@router.get("/values")
async def list_values_endpoint(
    source_id: str, access: Annotated[ContractAccess, party_may(Permission.DELIVERY_READ)], session: SessionDep
) -> ToldValues:
    """Brands, forms, groups, channels and tags of the tickets that the source told of lately."""
    feed = await agreed.feed_of(session, access.contract_id, source_id)
    told = await told_values(session, feed.home, feed.source_id)
    items = [
        ToldValue(attribute=attribute, value=value, tickets=tickets)
        for attribute, values in sorted(told.items())
        for value, tickets in sorted(values.items(), key=lambda item: (-item[1], item[0]))[:200]
    ]
    return ToldValues(items=items)


def _scope(contract_id: UUID, row: Row[Any]) -> ScopeOut:
    return ScopeOut(
        id=str(row.id),
        contract_id=str(contract_id),
        source_id=row.source_id,
        state=row.state,
        valid_from=agreed.told_from(row.valid_from),
        conditions=[ConditionOut.model_validate(condition) for condition in row.conditions],
        requested_at=row.requested_at,
        requested_by=row.requested_by,
        requested_by_side=row.requested_by_side,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
        recorded_at=row.recorded_at,
    )
