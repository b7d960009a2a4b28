"""Practices: read, proposed by one party, agreed by the other, taken back by either."""

from typing import Annotated

from fastapi import APIRouter, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.practices import repository, service
from services.kpi.practices.schemas import NewPractice, PracticeOut

router = APIRouter(prefix="/v1/contracts/{contract_id}/practices", tags=["practices"])


@router.get("")
async def list_practices_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.PRACTICE_READ)],
    session: SessionDep,
    background: BackgroundSessionDep,
    page: PageDep,
) -> Page[PracticeOut]:
    """Practices of this contract in every state, and those agreed in other contracts of the same two parties."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    sisters = await repository.sisters(background, access.contract_id)
    rows = await repository.page(session, access.contract_id, sisters, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post("", status_code=201)
async def propose_practice_endpoint(
    wanted: NewPractice,
    access: Annotated[ContractAccess, party_may(Permission.PRACTICE_WRITE)],
    session: SessionDep,
    request: Request,
    once: OnceDep,
) -> PracticeOut:
    """Make a practice of a verified action whose effect the figures show; shared once the other party has agreed.

    The comparison of the two stretches of days is computed at this instant and kept. 409 where it does not read
    `better`: nobody is told to repeat what is not shown to help.
    """

    async def propose() -> PracticeOut:
        return await service.propose(session, access, request.app.state.actions, wanted)

    return await once(PracticeOut, propose)


@router.post("/{practice_id}/agreements")
async def agree_to_practice_endpoint(
    practice_id: str, access: Annotated[ContractAccess, party_may(Permission.PRACTICE_WRITE)], session: SessionDep
) -> PracticeOut:
    """Agree to what the other party proposed: from now on all contracts of the same two parties show it."""
    return await service.agree(session, access, parse_id(practice_id))


@router.delete("/{practice_id}", status_code=204)
async def withdraw_practice_endpoint(
    practice_id: str, access: Annotated[ContractAccess, party_may(Permission.PRACTICE_WRITE)], session: SessionDep
) -> None:
    """Refuse a proposal, or share an agreed practice no longer; it stays in the list of its own contract."""
    await service.withdraw(session, access, parse_id(practice_id))
