"""/auth/keys: the BI keys of one's organisation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request, Response

from gateway.bi_keys import service
from gateway.bi_keys.schemas import BiKeyView, DrawnBiKey, NewBiKey
from gateway.dependencies import caller_may
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor

router = APIRouter(prefix="/auth/keys", tags=["BI keys"])

ManagerDep = Annotated[Caller, caller_may(Permission.BI_KEY_MANAGE)]


@router.post("", operation_id="draw_bi_key", summary="Draw a BI key", status_code=201)
async def draw_bi_key_endpoint(caller: ManagerDep, body: NewBiKey, request: Request, response: Response) -> DrawnBiKey:
    """Draw a key for some contracts of your organisation. The secret is shown this once.

    A BI tool shows it by HTTP Basic, `id` as user and `secret` as password, below `/bi/v1/` and nowhere else.
    """
    response.headers["cache-control"] = "no-store"
    return await service.draw(request.app.state.database, request.app.state.standing, caller, body)


@router.get("", operation_id="list_bi_keys", summary="List BI keys")
async def list_bi_keys_endpoint(caller: ManagerDep, request: Request, page: PageDep) -> Page[BiKeyView]:
    """Keys of your organisation, revoked and expired ones included; never their secrets."""
    rows = await service.list_keys(request.app.state.database, caller, _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(key) for key in kept], next_cursor=encode_cursor(str(kept[-1].id)) if more else None
    )


@router.delete("/{key_id}", operation_id="revoke_bi_key", summary="Revoke a BI key", status_code=204)
async def revoke_bi_key_endpoint(caller: ManagerDep, key_id: str, request: Request) -> None:
    """Revoke a key for good; it opens nothing within seconds. Revoking it again is a quiet success."""
    await service.revoke(request.app.state.database, request.app.state.bi_keys, caller, parse_id(key_id))


def _position(page: PageRequest) -> UUID | None:
    after = page.text_position(1)
    try:
        return None if after is None else UUID(after[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
