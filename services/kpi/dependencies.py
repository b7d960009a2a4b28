"""What kpi's routes ask for beside the shared dependencies."""

from dataclasses import dataclass
from typing import Any

from fastapi import Depends, Request
from sqlalchemy import Row

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import access_to
from services.common.dependencies import SessionDep
from services.kpi.sources import service as sources


@dataclass(frozen=True)
class SourceAccess:
    """A source that the caller has been found to reach, with the access to its contract."""

    source: Row[Any]
    contract: ContractAccess


def source_may(permission: Permission) -> Any:
    """Dependency: access to the source of the path, for a party of its contract that holds the right."""

    async def check(source_id: str, request: Request, caller: CallerDep, session: SessionDep) -> SourceAccess:
        source = await sources.find(session, source_id)
        resolver = request.app.state.resolve_contract
        return SourceAccess(source, await access_to(session, caller, source.contract_id, permission, resolver))

    check.permission = permission  # type: ignore[attr-defined]
    return Depends(check, scope="function")
