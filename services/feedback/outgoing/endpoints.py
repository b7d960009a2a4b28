"""HTTP of outgoing webhooks."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.feedback.dependencies import VaultDep
from services.feedback.outgoing import messages, service
from services.feedback.outgoing.posting import Poster
from services.feedback.outgoing.schemas import (
    HookCreated,
    HookOut,
    HookSecret,
    HooksOut,
    MessageOut,
    MessageState,
    NewHook,
    NewHookSecret,
    NewHookState,
    Nothing,
    Resent,
)

router = APIRouter(prefix="/v1/contracts/{contract_id}/relay/hooks", tags=["outgoing webhooks"])

Reading = Annotated[ContractAccess, party_may(Permission.RELAY_OVERSEE)]
Managing = Annotated[ContractAccess, party_may(Permission.RELAY_MANAGE)]
REMOVED: dict[int | str, dict[str, Any]] = {
    409: {"model": Problem, "description": "The tool was removed, or the state does not allow it"}
}


def _poster(request: Request) -> Poster:
    poster: Poster = request.app.state.poster
    return poster


PosterDep = Annotated[Poster, Depends(_poster)]


@router.get("", summary="List outgoing webhooks")
async def list_hooks_endpoint(access: Reading, session: SessionDep, vault: VaultDep) -> HooksOut:
    """The provider's tools that are told of the relay. The other party sees that they exist, and their hosts."""
    return await service.list_hooks(session, vault, access)


@router.post(
    "",
    status_code=201,
    summary="Add an outgoing webhook",
    responses={409: {"model": Problem, "description": "There are five already"}},
)
async def create_hook_endpoint(
    body: NewHook, access: Managing, session: SessionDep, vault: VaultDep, poster: PosterDep, once: OnceDep
) -> HookCreated:
    """Tell a tool of the provider, by the provider's managers. The secret is shown this once.

    Refused with `outgoing_address_refused` where the address is not https, on port 443, of a public host by its name.
    Takes an `Idempotency-Key`.
    """
    return await once(HookCreated, lambda: service.create(session, vault, poster, access, body))


@router.put("/{hook_id}", summary="Change an outgoing webhook", responses=REMOVED)
async def change_hook_endpoint(
    hook_id: str, body: NewHook, access: Managing, session: SessionDep, vault: VaultDep, poster: PosterDep
) -> HookOut:
    """Its name, its address, what it is told of; the secret stays."""
    return await service.change(session, vault, poster, access, parse_id(hook_id), body)


@router.put("/{hook_id}/state", summary="Pause an outgoing webhook, or go on", responses=REMOVED)
async def set_hook_state_endpoint(
    hook_id: str, body: NewHookState, access: Managing, session: SessionDep, vault: VaultDep
) -> HookOut:
    """While paused, what happens is kept; it is sent when the tool is active again."""
    return await service.set_state(session, vault, access, parse_id(hook_id), body)


@router.delete("/{hook_id}", status_code=204, summary="Remove an outgoing webhook", responses=REMOVED)
async def remove_hook_endpoint(hook_id: str, access: Managing, session: SessionDep) -> None:
    """Address and secrets are forgotten, nothing more is sent; that it was told, and when, stays to be read."""
    await service.remove(session, access, parse_id(hook_id))


@router.post(
    "/{hook_id}/secrets", status_code=201, summary="Renew the secret of an outgoing webhook", responses=REMOVED
)
async def renew_hook_secret_endpoint(
    hook_id: str, body: NewHookSecret, access: Managing, background: BackgroundSessionDep, vault: VaultDep
) -> HookSecret:
    """Until the overlap is over both secrets sign: a receiver that knows either of them goes on."""
    return await service.renew_secret(background, vault, access, parse_id(hook_id), body)


@router.post("/{hook_id}/tests", status_code=201, summary="Try an outgoing webhook", responses=REMOVED)
async def try_hook_endpoint(hook_id: str, body: Nothing, access: Managing, session: SessionDep) -> MessageOut:
    """Send a signed `hook.test`, which concerns no customer; `messages` tells what became of it."""
    _ = body
    return await messages.try_out(session, access, parse_id(hook_id))


@router.get("/{hook_id}/messages", summary="List messages of an outgoing webhook")
async def list_hook_messages_endpoint(
    hook_id: str,
    access: Reading,
    session: SessionDep,
    page: PageDep,
    state: Annotated[MessageState | None, Query(description="`dead`: not taken, sent again by hand only.")] = None,
) -> Page[MessageOut]:
    """What it was told and every attempt, the newest first; never what was said nor what was answered."""
    return await messages.list_messages(session, access.contract_id, parse_id(hook_id), state, page)


@router.post("/{hook_id}/messages/{message_id}/resend", summary="Send a message again", responses=REMOVED)
async def resend_hook_message_endpoint(
    hook_id: str, message_id: str, body: Nothing, access: Managing, session: SessionDep
) -> MessageOut:
    """Another round of attempts, at once, under the same `webhook-id`, with the words as they are now."""
    _ = body
    return await messages.resend(session, access, parse_id(hook_id), parse_id(message_id))


@router.post("/{hook_id}/resends", summary="Send all that was not taken again", responses=REMOVED)
async def resend_dead_hook_messages_endpoint(
    hook_id: str, body: Nothing, access: Managing, session: SessionDep
) -> Resent:
    """Another round of attempts for up to 1,000 dead messages, the oldest first."""
    _ = body
    return await messages.resend_dead(session, access, parse_id(hook_id))
