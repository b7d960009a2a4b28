"""Internal calls of the contracts service on the secrets of machine clients."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from gateway.credentials import service
from gateway.credentials.dependencies import FromContracts
from gateway.credentials.schemas import CredentialOrder, DrawnSecret
from services.common.dependencies import BackgroundSessionDep
from services.common.errors import NotFound

router = APIRouter(prefix="/internal", include_in_schema=False)

ClientId = Annotated[str, Path(min_length=1, max_length=200)]


@router.put("/credentials/{client_id}")
async def draw_secret_endpoint(
    _caller: FromContracts,
    client_id: ClientId,
    order: CredentialOrder,
    session: BackgroundSessionDep,
    response: Response,
) -> DrawnSecret:
    """Draw a secret for a client, in place of the one before."""
    response.headers["cache-control"] = "no-store"
    return DrawnSecret(client_secret=await service.draw(session, client_id, order.organisation_id))


@router.delete("/credentials/{client_id}", status_code=204)
async def revoke_endpoint(_caller: FromContracts, client_id: ClientId, session: BackgroundSessionDep) -> None:
    """Revoke a client; its tokens stop being good within seconds."""
    await service.revoke(session, client_id)


@router.api_route("/{rest:path}", methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
async def nothing_endpoint(_caller: FromContracts) -> None:
    """Nothing else is here, other methods of the addresses above included."""
    raise NotFound
