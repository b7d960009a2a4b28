"""Tickets out of scope: none of the contract's, and visible to both parties all the same."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.pagination import PageDep, encode_cursor
from services.kpi.figures.dependencies import InstantsDep
from services.kpi.out_of_scope import service
from services.kpi.out_of_scope.schemas import REASON, OutOfScopeOut
from services.kpi.out_of_scope.service import Wanted

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["scopes"])
NO_KEY = ("", "")


@router.get("/out-of-scope")
async def list_out_of_scope_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.TICKET_READ)],
    session: SessionDep,
    page: PageDep,
    instants: InstantsDep,
    source: Annotated[
        str | None, Query(description="Only tickets of this source.", max_length=100, pattern=r"^[!-~]+$")
    ] = None,
    reason: Annotated[str | None, Query(description=REASON, max_length=40)] = None,
    ticket: Annotated[str | None, Query(description="Only this ticket.", max_length=200, pattern=r"^[^\x00]+$")] = None,
) -> OutOfScopeOut:
    """Tickets that a scope leaves out, with the condition that did: they count in no figure.

    As last folded; with `as_of` or `known_at` from the events, as of and as known then.
    """
    if reason is not None and not service.is_reason(reason):
        raise Invalid(FieldFault("query.reason", "is no reason to be out of scope"))
    position = page.text_position(2)
    after = (position[0], position[1]) if position else NO_KEY
    wanted = Wanted(source, reason, ticket)
    if instants.as_of is None and instants.known_at is None:
        found = await service.read_live(session, access.contract_id, wanted, after, page.limit)
    else:
        found = await service.read_at(
            session, access.contract_id, wanted, instants.as_of, instants.known_at, after, page.limit
        )
    cursor = None if found.last is None else encode_cursor(*found.last)
    return OutOfScopeOut(counts=found.counts, items=found.items, next_cursor=cursor)
