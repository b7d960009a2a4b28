"""Inviting people, giving them links, and their joining."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Function
from services.common.auth.caller import Caller
from services.common.errors import NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.gateway import Credentials, DrawnLink
from services.contracts.invitations import repository
from services.contracts.invitations.schemas import InvitationView, Joining, LinkView, MailState, NewInvitation
from services.contracts.organisations import service as organisations
from services.contracts.people import repository as people
from services.contracts.people.errors import EmailTaken
from services.contracts.people.models import Person
from services.contracts.people.service import check_gift


async def invite(
    session: AsyncSession, credentials: Credentials, caller: Caller, organisation_id: UUID, body: NewInvitation
) -> InvitationView:
    """Keep somebody as invited, and have their link drawn.

    Raises: Forbidden, Invalid, EmailTaken, Unavailable.
    """
    await check_gift(session, caller, organisation_id, body.functions)
    person_id = new_id()
    columns = {"id": person_id, "organisation_id": organisation_id, "created_at": now(), **body.model_dump()}
    if not await people.add(session, columns):
        raise EmailTaken
    person = await _person(session, organisation_id, person_id)
    link = await _draw(session, credentials, caller, person)
    return InvitationView(
        **link.model_dump(), id=person.id, email=person.email, name=person.name, functions=body.functions
    )


async def give_link(
    session: AsyncSession, credentials: Credentials, caller: Caller, organisation_id: UUID, person_id: UUID
) -> LinkView:
    """A new link in place of those before: to join, or to choose a new password.

    Raises: NotFound, Forbidden, Invalid, Unavailable.
    """
    person = await _person(session, organisation_id, person_id)
    if person.deactivated_at is not None:
        raise NotFound
    # A link opens all that its person may do: whoever could not give that gives no link to it either.
    await check_gift(session, caller, organisation_id, [Function(name) for name in person.functions])
    return await _draw(session, credentials, caller, person)


async def _person(session: AsyncSession, organisation_id: UUID, person_id: UUID) -> Person:
    person = await people.find(session, organisation_id, person_id)
    if person is None:
        raise NotFound
    return person


async def _draw(session: AsyncSession, credentials: Credentials, caller: Caller, person: Person) -> LinkView:
    organisation = await organisations.read(session, caller, person.organisation_id)
    joined = person.joined_at is not None
    order: dict[str, Any] = {
        "purpose": "password" if joined else "invitation",
        "organisation_id": str(person.organisation_id),
        "mail": {"email": person.email, "language": person.language or "fr", "organisation": organisation.name},
    }
    drawn = await credentials.draw_link(person.id, order)
    if not joined:
        await people.change(session, person.id, {"invited_until": drawn.expires_at})
    return _view(drawn)


async def first_link(session: AsyncSession, credentials: Credentials) -> LinkView:
    """The link by which an installation gets its first administrator. Raises: AdministratorExists, Unavailable."""
    operator = await repository.operator(session)
    await people.lock(session, operator)
    present = await people.acting_with(session, operator, Function.PLATFORM_ADMIN)
    return _view(await credentials.draw_first_link(new_id(), operator, [person.id for person in present]))


def _view(drawn: DrawnLink) -> LinkView:
    return LinkView(url=drawn.url, expires_at=drawn.expires_at, mail=MailState(drawn.mail))


async def join(session: AsyncSession, person_id: UUID, body: Joining) -> None:
    """Somebody invited may act from now on; done twice, the second says how they are called.

    Raises: NotFound, EmailTaken.
    """
    if body.email is not None:
        await _keep_first(session, person_id, body)
    if not await repository.join(session, person_id, body.name, body.language):
        raise NotFound


async def _keep_first(session: AsyncSession, person_id: UUID, body: Joining) -> None:
    operator = await repository.operator(session)
    await people.lock(session, operator)
    if await people.find(session, operator, person_id):
        # Their password was not kept the first time; meanwhile they may have thought better of the address.
        if not await repository.change_address(session, person_id, str(body.email)):
            raise EmailTaken
        return
    columns = {
        "id": person_id,
        "organisation_id": operator,
        "created_at": now(),
        "functions": [Function.PLATFORM_ADMIN],
        "email": body.email,
        "name": body.name,
    }
    if not await people.add(session, columns):
        raise EmailTaken
