"""Feeds: one connection of a tool for several contracts of the same two parties."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import access_to, party_may
from services.common.dependencies import SessionDep
from services.common.errors import NotFound
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import now
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.agreed.service import asking_of
from services.kpi.feeds import repository, service
from services.kpi.feeds.schemas import FeedOut, NewEnd, NewFeed
from services.kpi.sources import service as sources

router = APIRouter(prefix="/v1/contracts/{contract_id}/feeds", tags=["scopes"])
FIRST = UUID(int=0)


@router.get("")
async def list_feeds_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)], session: SessionDep, page: PageDep
) -> Page[FeedOut]:
    """Sources of other contracts that feed this one, and other contracts that its own sources feed."""
    position = page.text_position(2)
    after = (position[0], parse_id(position[1])) if position else ("", FIRST)
    rows = await repository.list_of(session, access.contract_id, after, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    cursor = encode_cursor(shown[-1].source_id, str(shown[-1].contract_id)) if more else None
    return Page(items=await _feeds(session, access.caller, shown), next_cursor=cursor)


@router.post("", status_code=201)
async def create_feed_endpoint(
    wanted: NewFeed,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
    once: OnceDep,
) -> FeedOut:
    """Count tickets of a source of another contract of the same two parties here too.

    At once before this contract is active; afterwards it waits for the approval of the other party.
    """
    source = await sources.find(session, wanted.source_id)
    await access_to(session, access.caller, source.contract_id, Permission.SOURCE_MANAGE)
    asking = asking_of(access, source.id)

    async def create() -> FeedOut:
        async with request.app.state.database.background_session() as background:
            await service.propose(background, asking, source, wanted)
        return await _find(session, access, source.id)

    return await once(FeedOut, create)


@router.post("/{source_id}/approvals")
async def approve_feed_endpoint(
    source_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SCOPE_APPROVE)],
    request: Request,
    session: SessionDep,
) -> FeedOut:
    """Approve that a source feeds this contract too, as the other party proposed."""
    found = await _known(session, access, source_id)
    await access_to(session, access.caller, found.home_contract_id, Permission.SCOPE_APPROVE)
    async with request.app.state.database.background_session() as background:
        await service.approve(background, asking_of(access, source_id))
    return await _find(session, access, source_id)


@router.post("/{source_id}/refusals")
async def refuse_feed_endpoint(
    source_id: str,
    access: Annotated[ContractAccess, party_may(Permission.SCOPE_APPROVE)],
    request: Request,
    session: SessionDep,
) -> FeedOut:
    """Refuse that a source feeds this contract too, as the other party proposed; it may be proposed again."""
    await _known(session, access, source_id)
    async with request.app.state.database.background_session() as background:
        await service.refuse(background, asking_of(access, source_id))
    return await _find(session, access, source_id)


@router.post("/{source_id}/endings")
async def end_feed_endpoint(
    source_id: str,
    wanted: NewEnd,
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
) -> FeedOut:
    """End a feed: tickets created from an instant on do not count here any more; nothing that was counted changes.

    Either party does so, at once and for good: what ended stays ended.
    """
    await _known(session, access, source_id)
    async with request.app.state.database.background_session() as background:
        await service.end(background, asking_of(access, source_id), wanted)
    return await _find(session, access, source_id)


async def _known(session: AsyncSession, access: ContractAccess, source_id: str) -> Row[Any]:
    """How the source feeds the contract. Raises: NotFound."""
    found = await repository.find(session, access.contract_id, source_id)
    if found is None:
        raise NotFound
    return found


async def _find(session: AsyncSession, access: ContractAccess, source_id: str) -> FeedOut:
    found = await _known(session, access, source_id)
    (answer,) = await _feeds(session, access.caller, [found])
    return answer


async def _feeds(session: AsyncSession, caller: Caller, rows: Sequence[Row[Any]]) -> list[FeedOut]:
    overlapping = await service.overlapping(session, rows) if rows else {}
    return [
        FeedOut(
            source_id=row.source_id,
            home_contract_id=_shown(caller, row.home_contract_id),
            contract_id=_shown(caller, row.contract_id),
            state="ended" if row.ends_at is not None and row.ends_at <= now() else row.state,
            requested_at=row.requested_at,
            requested_by=row.requested_by,
            requested_by_side=row.requested_by_side,
            approved_at=row.approved_at,
            approved_by=row.approved_by,
            recorded_at=row.recorded_at,
            ended_at=row.ended_at,
            ends_at=row.ends_at,
            end_requested_by=row.end_requested_by,
            end_requested_by_side=row.end_requested_by_side,
            refused_at=row.refused_at,
            refused_by=row.refused_by,
            overlaps=overlapping[row.source_id, row.contract_id],
        )
        for row in rows
    ]


def _shown(caller: Caller, contract_id: UUID) -> str | None:
    """The id of a contract that the caller may see by itself: functions may be limited to some contracts."""
    if caller.reaches(contract_id) and caller.holds(Permission.SOURCE_READ, contract_id):
        return str(contract_id)
    return None
