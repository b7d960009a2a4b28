"""The right of a route, written in its signature: `Annotated[..., may(Permission.X)]`.

Order of refusal: 401 (no token), 404 (no party of the contract), 403 (party without the function).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import Depends, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.auth.caller import Caller, ContractAccess
from services.common.dependencies import SessionDep
from services.common.errors import NotFound
from services.common.identifiers import parse_id

_SIDE = text(
    "SELECT side FROM contract_party WHERE contract_id = :contract AND organisation_id = :organisation"
    " AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now()) ORDER BY side LIMIT 1"
)
_EXISTS = text("SELECT true FROM contract_party WHERE contract_id = :contract LIMIT 1")

ContractResolver = Callable[[UUID], Awaitable[bool]]


def may(permission: Permission) -> Any:
    """Dependency: a caller that holds the right, for routes that concern no contract."""

    async def check(caller: CallerDep) -> Caller:
        caller.require(permission)
        return caller

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


def party_may(permission: Permission) -> Any:
    """Dependency: access to the contract of the path, for a party of it that holds the right."""

    async def check(contract_id: str, request: Request, caller: CallerDep, session: SessionDep) -> ContractAccess:
        resolver: ContractResolver | None = getattr(request.app.state, "resolve_contract", None)
        return await access_to(session, caller, parse_id(contract_id), permission, resolver)

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


@dataclass(frozen=True)
class ContractGate:
    """Opens for a contract that is named in the body rather than in the path."""

    session: AsyncSession
    caller: Caller
    permission: Permission
    resolver: ContractResolver | None

    async def open(self, contract_id: UUID) -> ContractAccess:
        """Access to that contract. Raises: NotFound, Forbidden."""
        return await access_to(self.session, self.caller, contract_id, self.permission, self.resolver)


def gate(permission: Permission) -> Any:
    """Dependency: the right, to be checked on the contract that the body names."""

    async def check(request: Request, caller: CallerDep, session: SessionDep) -> ContractGate:
        return ContractGate(session, caller, permission, getattr(request.app.state, "resolve_contract", None))

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")


async def access_to(
    session: AsyncSession,
    caller: Caller,
    contract_id: UUID,
    permission: Permission,
    resolver: ContractResolver | None = None,
) -> ContractAccess:
    """Check scope and party first, function second; `resolver` fetches a contract that this service never heard of.

    Raises: NotFound, Forbidden.
    """
    if not caller.reaches(contract_id):
        raise NotFound
    access = await _find(session, caller, contract_id, permission)
    if access is None and resolver is not None and await resolver(contract_id):
        access = await _find(session, caller, contract_id, permission)
    if access is None:
        raise NotFound
    caller.require(permission, contract_id)
    return access


async def _find(
    session: AsyncSession, caller: Caller, contract_id: UUID, permission: Permission
) -> ContractAccess | None:
    side = await session.scalar(_SIDE, {"contract": contract_id, "organisation": caller.organisation_id})
    if side is not None:
        return ContractAccess(contract_id, caller, side)
    if caller.holds_everywhere(permission) and await session.scalar(_EXISTS, {"contract": contract_id}):
        return ContractAccess(contract_id, caller, None)
    return None


def from_service(*names: str) -> Any:
    """Dependency of internal routes: only these services, by their own signature."""

    async def check(caller: CallerDep) -> Caller:
        if caller.issuer not in names or caller.organisation_id is not None:
            raise NotFound
        return caller

    check.services = names  # type: ignore[attr-defined]
    return Depends(check, scope="function")
