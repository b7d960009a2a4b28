"""The right of a route that concerns one organisation, written in its signature."""

from typing import Any
from uuid import UUID

from fastapi import Depends

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.dependencies import SessionDep
from services.common.errors import NotFound
from services.common.identifiers import parse_id
from services.contracts.organisations import service


def member_may(permission: Permission) -> Any:
    """Dependency: the organisation of the path, for its own members or the platform, that hold the right.

    A stranger gets the 404 of a missing organisation, whatever its function.
    """

    async def check(organisation_id: str, caller: CallerDep, session: SessionDep) -> UUID:
        wanted = parse_id(organisation_id)
        if not caller.is_platform_admin and caller.organisation_id != wanted:
            raise NotFound
        found = await service.read(session, caller, wanted)
        caller.require(permission)
        return found.id

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")
