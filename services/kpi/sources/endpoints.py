"""Sources: the tools that a contract's figures come from."""

from typing import Annotated

from fastapi import APIRouter, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import ContractGate, gate, party_may
from services.common.database import after_commit
from services.common.dependencies import SessionDep
from services.common.errors import Forbidden
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.sources import repository, service
from services.kpi.sources.schemas import NewSecret, NewSource, SecretOut, SourceCreated, SourceOut

router = APIRouter(prefix="/v1/sources", tags=["sources"])


@router.post("", status_code=201)
async def create_source_endpoint(
    wanted: NewSource,
    request: Request,
    session: SessionDep,
    contract: Annotated[ContractGate, gate(Permission.SOURCE_MANAGE)],
    once: OnceDep,
) -> SourceCreated:
    """Connect a ticketing tool to a contract, before or after its activation; the secret is shown this once."""
    access = await contract.open(parse_id(wanted.contract_id))
    organisation_id = access.caller.organisation_id
    if organisation_id is None:
        raise Forbidden
    state = request.app.state

    async def create() -> SourceCreated:
        return await service.create(
            session, state.vault, state.settings.public_url, access.contract_id, organisation_id, wanted
        )

    return await once(SourceCreated, create)


@router.get("")
async def list_sources_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.SOURCE_READ)],
    request: Request,
    session: SessionDep,
    page: PageDep,
) -> Page[SourceOut]:
    """The sources of a contract with their health over the last 30 days."""
    after = page.text_position(1) or [""]
    rows = await repository.list_of_contract(session, access.contract_id, after[0], page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    items = await service.with_health(session, request.app.state.settings.public_url, access.contract_id, shown)
    return Page(items=items, next_cursor=encode_cursor(shown[-1].id) if more else None)


@router.get("/{source_id}")
async def read_source_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_READ)], request: Request, session: SessionDep
) -> SourceOut:
    """One source with its health over the last 30 days."""
    public_url = request.app.state.settings.public_url
    (answer,) = await service.with_health(session, public_url, access.contract.contract_id, [access.source])
    return answer


@router.post("/{source_id}/secrets", status_code=201)
async def rotate_secret_endpoint(
    wanted: NewSecret,
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
    once: OnceDep,
) -> SecretOut:
    """Renew the secret of a source; the one before is accepted until the overlap ends."""

    async def rotate() -> SecretOut:
        return await service.rotate(session, request.app.state.vault, access.source, wanted)

    async def use_it_at_once() -> None:
        request.app.state.sources.forget(access.source.id)

    # Only once it is committed: a delivery in between would read the secret before again, and keep it for a while.
    after_commit(session, use_it_at_once)
    return await once(SecretOut, rotate)
