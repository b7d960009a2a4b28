"""Setting up the provider's tools: by its managers alone; the other party sees that they exist and where they are."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.encryption import Vault
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.feedback.outgoing import repository
from services.feedback.outgoing.errors import AddressRefused, HookRemoved, NoMoreHooks
from services.feedback.outgoing.posting import Poster
from services.feedback.outgoing.rules.addresses import Fault, Refused, Target
from services.feedback.outgoing.rules.signing import draw_secret
from services.feedback.outgoing.schemas import (
    HookCreated,
    HookOut,
    HookSecret,
    HooksOut,
    NewHook,
    NewHookSecret,
    NewHookState,
)

MOST_HOOKS = 5
MOST_SHOWN = 50
_FAULTS: dict[Fault, str] = {
    "too_long": "is too long",
    "characters": "holds a sign that no address has; write other alphabets in their ASCII form (xn--)",
    "not_https": "must begin with https://",
    "userinfo": "must hold no name or password before the host",
    "fragment": "must hold no #",
    "name": "must name a public host in full",
    "literal": "must name its host, not give its address",
    "port": "must be on port 443",
    "path": "has a path that is not written as one",
    "forbidden": "leads to an address that is not public",
}


async def list_hooks(session: AsyncSession, vault: Vault, access: ContractAccess) -> HooksOut:
    """All tools, as the caller's party sees them."""
    rows = await repository.hooks(session, access.contract_id, MOST_SHOWN)
    return HooksOut(items=[show(row, vault, access) for row in rows])


async def create(
    session: AsyncSession, vault: Vault, poster: Poster, access: ContractAccess, wanted: NewHook
) -> HookCreated:
    """Add a tool, and draw its secret. Raises: Forbidden, NoMoreHooks, AddressRefused, Invalid."""
    only_the_provider(access)
    await repository.lock(session, access.contract_id)
    if await repository.count(session, access.contract_id) >= MOST_HOOKS:
        raise NoMoreHooks(f"A contract has {MOST_HOOKS} tools at most.")
    hook_id, secret = new_id(), draw_secret()
    values = await _values(session, vault, poster, access, hook_id, wanted)
    await repository.add(session, values | {"secret": vault.seal(secret.encode())})
    return HookCreated.model_validate({**await _shown(session, vault, access, hook_id), "secret": secret})


async def change(
    session: AsyncSession, vault: Vault, poster: Poster, access: ContractAccess, hook_id: UUID, wanted: NewHook
) -> HookOut:
    """Change what a tool is told and where. Raises: NotFound, Forbidden, HookRemoved, AddressRefused, Invalid."""
    await find_to_change(session, access, hook_id)
    await repository.change(session, await _values(session, vault, poster, access, hook_id, wanted))
    return HookOut.model_validate(await _shown(session, vault, access, hook_id))


async def set_state(
    session: AsyncSession, vault: Vault, access: ContractAccess, hook_id: UUID, wanted: NewHookState
) -> HookOut:
    """Pause a tool, or go on with one. Raises: NotFound, Forbidden, HookRemoved."""
    await find_to_change(session, access, hook_id)
    values = {"contract": access.contract_id, "id": hook_id, "state": wanted.state, "author": access.caller.name}
    await repository.set_state(session, values)
    return HookOut.model_validate(await _shown(session, vault, access, hook_id))


async def remove(session: AsyncSession, access: ContractAccess, hook_id: UUID) -> None:
    """Forget address and secret of a tool; that it was told stays. Raises: NotFound, Forbidden, HookRemoved."""
    await find_to_change(session, access, hook_id)
    await repository.remove(session, {"contract": access.contract_id, "id": hook_id, "author": access.caller.name})


async def renew_secret(
    session: AsyncSession, vault: Vault, access: ContractAccess, hook_id: UUID, wanted: NewHookSecret
) -> HookSecret:
    """Draw another secret; both sign until the overlap is over. Worker role only. Raises: as `find_to_change`."""
    await find_to_change(session, access, hook_id)
    secret = draw_secret()
    values = {
        "contract": access.contract_id,
        "id": hook_id,
        "secret": vault.seal(secret.encode()),
        "overlap": wanted.overlap_seconds,
        "author": access.caller.name,
    }
    row = await repository.rotate(session, values)
    if row is None:
        raise HookRemoved
    return HookSecret(secret=secret, previous_secret_until=row.previous_secret_until)


async def find(session: AsyncSession, contract_id: UUID, hook_id: UUID) -> Row[Any]:
    """One tool. Raises: NotFound."""
    row = await repository.hook(session, contract_id, hook_id)
    if row is None:
        raise NotFound
    return row


async def find_to_change(session: AsyncSession, access: ContractAccess, hook_id: UUID) -> Row[Any]:
    """One tool that the caller may change. Raises: NotFound, Forbidden, HookRemoved."""
    row = await find(session, access.contract_id, hook_id)
    only_the_provider(access)
    if row.state == "removed":
        raise HookRemoved
    return row


def only_the_provider(access: ContractAccess) -> None:
    """Raises: Forbidden for the other party."""
    if access.side != "sous_traitant":
        raise Forbidden("The provider sets up its own tools.")


def show(row: Row[Any], vault: Vault, access: ContractAccess) -> HookOut:
    """A tool as the caller's party sees it."""
    told = row.sealed_url is not None and access.side == "sous_traitant"
    url = vault.open(row.sealed_url).decode() if told else None
    return HookOut.model_validate({**row._mapping, "url": url})


async def _shown(session: AsyncSession, vault: Vault, access: ContractAccess, hook_id: UUID) -> dict[str, Any]:
    return show(await find(session, access.contract_id, hook_id), vault, access).model_dump()


async def _values(
    session: AsyncSession, vault: Vault, poster: Poster, access: ContractAccess, hook_id: UUID, wanted: NewHook
) -> dict[str, Any]:
    if wanted.teams and await repository.unknown_teams(session, access.contract_id, wanted.teams):
        raise Invalid(FieldFault("teams", "names a team that there is not"))
    target = await _target(poster, wanted.url)
    return {
        "contract": access.contract_id,
        "id": hook_id,
        "title": wanted.name,
        "host": target.host,
        "url": vault.seal(target.url.encode()),
        "events": list(wanted.events),
        "teams": wanted.teams,
        "author": access.caller.name,
    }


async def _target(poster: Poster, url: str) -> Target:
    try:
        return await poster.check(url)
    except Refused as refusal:
        raise AddressRefused(FieldFault("url", _FAULTS[refusal.fault])) from None
