"""What can be done with people."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Function
from services.common.auth.caller import Caller
from services.common.database import after_commit
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.outbox import Relay, tell
from services.contracts.gateway import Credentials, people_path
from services.contracts.organisations import rules as organisation_rules
from services.contracts.organisations import service as organisations
from services.contracts.organisations.bootstrap import OPERATOR
from services.contracts.people import repository, rules
from services.contracts.people.errors import EmailTaken, LastAdministrator
from services.contracts.people.models import Person
from services.contracts.people.schemas import NewPerson, PersonChange, PersonCredentials, PersonView


async def create(
    session: AsyncSession, credentials: Credentials, caller: Caller, organisation_id: UUID, body: NewPerson
) -> PersonCredentials:
    """Add somebody, whose password the gateway draws.

    A password whose person was not kept in the end opens nothing: the gateway asks here who somebody is.
    Raises: Forbidden, Invalid, EmailTaken, Unavailable.
    """
    await check_gift(session, caller, organisation_id, body.functions)
    person_id, present = new_id(), now()
    columns = {"id": person_id, "organisation_id": organisation_id, "created_at": present, "joined_at": present}
    columns |= body.model_dump()
    if not await repository.add(session, columns):
        raise EmailTaken
    return PersonCredentials(
        id=person_id,
        organisation_id=organisation_id,
        password=await credentials.draw_password(person_id, organisation_id, body.email),
        **body.model_dump(),
    )


async def check_gift(
    session: AsyncSession, caller: Caller, organisation_id: UUID, functions: Sequence[Function]
) -> None:
    """Whether the caller may give these functions there. Raises: Forbidden, Invalid."""
    if not organisation_rules.may_give(caller.functions, functions):
        raise Forbidden("Only a platform_admin may give platform_admin.")
    organisation = await organisations.read(session, caller, organisation_id)
    if not rules.may_be_given(functions, to_operator=organisation.marker == OPERATOR):
        raise Invalid(FieldFault("functions", "platform_admin is given to people of the platform's operator only"))


async def list_people(session: AsyncSession, organisation_id: UUID, after: UUID | None, limit: int) -> Sequence[Person]:
    """People of an organisation."""
    return await repository.page(session, organisation_id, after, limit)


async def change(
    session: AsyncSession, caller: Caller, organisation_id: UUID, person_id: UUID, body: PersonChange
) -> PersonView:
    """Change the name or the functions of somebody who may act.

    Raises: NotFound, Forbidden, Invalid, LastAdministrator.
    """
    if body.functions is not None:
        await check_gift(session, caller, organisation_id, body.functions)
    await repository.lock(session, organisation_id)
    person = await repository.find(session, organisation_id, person_id)
    if person is None or person.deactivated_at is not None:
        raise NotFound
    if body.functions is not None:
        await _check_rest(session, person, body.functions)
    await repository.change(session, person_id, body.model_dump(exclude_unset=True))
    return PersonView.model_validate(await repository.find(session, organisation_id, person_id))


async def deactivate(session: AsyncSession, relay: Relay, organisation_id: UUID, person_id: UUID) -> None:
    """Let somebody act no more, here and at the gateway; quiet when it was done before.

    Raises: NotFound, LastAdministrator.
    """
    await repository.lock(session, organisation_id)
    person = await repository.find(session, organisation_id, person_id)
    if person is None:
        raise NotFound
    if person.deactivated_at is None:
        await _check_rest(session, person, ())
        await repository.deactivate(session, person_id)
        await tell(session, "gateway", "DELETE", people_path(person_id), None)
        after_commit(session, relay.deliver_now)


async def _check_rest(session: AsyncSession, person: Person, functions: Sequence[Function]) -> None:
    others = await repository.other_administrators(session, person.organisation_id, person.id)
    if rules.leaves_nobody(person.functions, functions, others):
        raise LastAdministrator("Make somebody else an administrator first.")
