"""What may be done with the accounts of people."""

from uuid import UUID

from gateway.links import repository as links
from gateway.people import repository, rules
from gateway.people.directory import Person
from gateway.people.passwords import Passwords
from gateway.people.schemas import PasswordOrder
from gateway.sessions import repository as sessions
from gateway.tries import service as tries
from services.common.addresses import one_spelling
from services.common.database import Database
from services.common.errors import FieldFault, Invalid


async def draw(database: Database, passwords: Passwords, person_id: UUID, order: PasswordOrder) -> str:
    """Draw a password for a person, in place of the one before; it is told this once. Raises: TooManyRequests."""
    password = rules.draw_password()
    with passwords.place():
        kept = await passwords.hash(password)
    async with database.background_session() as session:
        await repository.keep(session, person_id, order.organisation_id, order.email, kept)
        await sessions.end_of_person(session, person_id)
    return password


async def prove(database: Database, passwords: Passwords, person: Person, password: str, address: str) -> None:
    """Whether somebody who is signed in knows their password; a wrong one counts as a try.

    Raises: Invalid, TooManyRequests.
    """
    with passwords.place():
        made = await tries.begin(database, one_spelling(person.email), address)
        async with database.background_session() as session:
            account = await repository.of_person(session, UUID(person.id))
        if not await passwords.matches(password, account.password_hash if account else None):
            raise Invalid(FieldFault("password", "is not your password"))
        await tries.succeed(database, made)


async def close(database: Database, person_id: UUID) -> None:
    """Take a person's password away and end their sessions; somebody who has neither is as they should be."""
    async with database.background_session() as session:
        # In this order: a session that is just being made waits for the account and finds it closed, or is ended here.
        await repository.close(session, person_id)
        await links.end_of_person(session, person_id)
        await sessions.end_of_person(session, person_id)
