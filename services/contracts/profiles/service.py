"""Reading and changing one's own profile."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.errors import NotFound
from services.common.identifiers import parse_id
from services.contracts.people import repository
from services.contracts.people.models import Person
from services.contracts.profiles.schemas import ProfileChange


async def read(session: AsyncSession, caller: Caller) -> Person:
    """The person who calls. Raises: NotFound for a machine client, which has no profile."""
    person = await repository.find(session, caller.organisation_id or UUID(int=0), parse_id(caller.subject))
    if person is None or person.deactivated_at is not None:
        raise NotFound
    return person


async def change(session: AsyncSession, caller: Caller, body: ProfileChange) -> Person:
    """Write what the caller chooses. Raises: NotFound."""
    person = await read(session, caller)
    await repository.change(session, person.id, body.model_dump(exclude_unset=True))
    return await read(session, caller)
