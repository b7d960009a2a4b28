"""Who may order credentials: the contracts service, and nobody else even learns that the address exists."""

from typing import Annotated

from fastapi import Depends, Request

from services.common.auth.authentication import current_caller
from services.common.auth.caller import Caller
from services.common.errors import NotFound, Unauthenticated

ALLOWED = ("contracts",)


async def _from_contracts(request: Request) -> Caller:
    try:
        caller = await current_caller(request)
    except Unauthenticated:
        raise NotFound from None
    if caller.issuer not in ALLOWED or caller.organisation_id is not None:
        raise NotFound
    return caller


_from_contracts.services = ALLOWED  # type: ignore[attr-defined]

FromContracts = Annotated[Caller, Depends(_from_contracts, scope="function")]
