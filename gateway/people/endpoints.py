"""Internal calls of the contracts service on the passwords of people."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from gateway.credentials.dependencies import FromContracts
from gateway.links.schemas import DrawnLink, LinkOrder
from gateway.people import service
from gateway.people.schemas import DrawnPassword, PasswordOrder
from services.common.identifiers import parse_id

router = APIRouter(prefix="/internal/people", include_in_schema=False)


@router.put("/{person_id}")
async def draw_password_endpoint(
    _caller: FromContracts, person_id: str, order: PasswordOrder, request: Request, response: Response
) -> DrawnPassword:
    """Draw a password for a person, in place of the one before; their sessions end."""
    response.headers["cache-control"] = "no-store"
    state = request.app.state
    known = parse_id(person_id)
    password = await service.draw(state.database, state.passwords, known, order)
    _forget(request, known)
    return DrawnPassword(password=password)


@router.put("/{person_id}/link")
async def draw_link_endpoint(
    _caller: FromContracts, person_id: str, order: LinkOrder, request: Request, response: Response
) -> DrawnLink:
    """Draw a link for a person, in place of those before, and send it where mail goes out."""
    response.headers["cache-control"] = "no-store"
    drawn: DrawnLink = await request.app.state.links.draw(parse_id(person_id), order)
    return drawn


@router.delete("/{person_id}", status_code=204)
async def close_account_endpoint(_caller: FromContracts, person_id: str, request: Request) -> None:
    """Take a person's password away; their sessions end within seconds everywhere."""
    known = parse_id(person_id)
    await service.close(request.app.state.database, known)
    _forget(request, known)


def _forget(request: Request, person_id: UUID) -> None:
    request.app.state.sessions.forget_person(person_id)
    request.app.state.people.forget(person_id)
