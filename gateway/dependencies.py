"""The right of a route of the gateway itself, written in its signature."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import Depends, Request

from gateway.callers import Callers, Visitor
from gateway.identities import INTERNAL_ISSUER
from gateway.people import repository as accounts
from services.common.auth.access import Permission
from services.common.auth.authentication import caller_from
from services.common.auth.caller import Caller
from services.common.errors import NotFound
from services.common.identifiers import parse_id


def caller_may(permission: Permission) -> Any:
    """Dependency: a caller, by session or token, that holds the right."""

    async def check(request: Request) -> Caller:
        caller = await _caller_of(request)
        caller.require(permission)
        return caller

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


@dataclass(frozen=True)
class Colleague:
    """Somebody of the caller's organisation, or of any for the platform."""

    person_id: UUID
    organisation_id: UUID
    caller: Caller


def colleague_may(permission: Permission) -> Any:
    """Dependency: the person of the path, for members of their organisation or the platform, that hold the right.

    A stranger gets the 404 of a missing person, whatever its function.
    """

    async def check(person_id: str, request: Request) -> Colleague:
        caller = await _caller_of(request)
        wanted = parse_id(person_id)
        async with request.app.state.database.background_session() as session:
            organisation_id = await accounts.organisation_of(session, wanted)
        if organisation_id is None or not (caller.is_platform_admin or caller.organisation_id == organisation_id):
            raise NotFound
        caller.require(permission)
        return Colleague(wanted, organisation_id, caller)

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


async def _caller_of(request: Request) -> Caller:
    callers: Callers = request.app.state.callers
    identity = await callers.of(Visitor.of(request.scope))
    return caller_from({**identity.claims, "iss": INTERNAL_ISSUER})
