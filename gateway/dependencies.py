"""The right of a route of the gateway itself, written in its signature."""

from typing import Any

from fastapi import Depends, Request

from gateway.callers import Callers, Visitor
from gateway.identities import INTERNAL_ISSUER
from services.common.auth.access import Permission
from services.common.auth.authentication import caller_from
from services.common.auth.caller import Caller


def caller_may(permission: Permission) -> Any:
    """Dependency: a caller, by session or token, that holds the right."""

    async def check(request: Request) -> Caller:
        callers: Callers = request.app.state.callers
        identity = await callers.of(Visitor.of(request.scope))
        caller = caller_from({**identity.claims, "iss": INTERNAL_ISSUER})
        caller.require(permission)
        return caller

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")
