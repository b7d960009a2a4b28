"""Links: drawn, read, and used once."""

import asyncio
from datetime import timedelta
from uuid import UUID

import structlog

from gateway.links import repository, rules
from gateway.links.rules import Purpose
from gateway.links.schemas import DrawnLink, Joining, LinkOrder, LinkView, PasswordChange, PasswordReset
from gateway.mail.rules import link_letter
from gateway.mail.sender import Mail
from gateway.people import repository as accounts
from gateway.people.directory import People, Person
from gateway.people.errors import AccountExists, LinkSpent
from gateway.people.passwords import Passwords
from gateway.sessions import repository as session_rows
from gateway.settings import GatewaySettings
from gateway.tries import service as tries
from services.common.addresses import one_spelling
from services.common.database import Database
from services.common.errors import AppError, FieldFault, Invalid

MOST_AN_HOUR = 5
"""Password links that somebody may ask for; beyond, asking does nothing."""

log = structlog.get_logger()


class Links:
    """The links of people."""

    def __init__(
        self, database: Database, settings: GatewaySettings, people: People, passwords: Passwords, mail: Mail
    ) -> None:
        self._database = database
        self._public_url = settings.public_url
        self._lives = {
            Purpose.FIRST_ADMINISTRATOR: timedelta(seconds=settings.first_administrator_seconds),
            Purpose.INVITATION: timedelta(seconds=settings.invitation_seconds),
            Purpose.PASSWORD: timedelta(seconds=settings.password_link_seconds),
        }
        self._people = people
        self._passwords = passwords
        self._mail = mail
        self._asked: set[asyncio.Task[None]] = set()

    async def draw(self, person_id: UUID, order: LinkOrder) -> DrawnLink:
        """Draw a link for a person, in place of those before. Raises: AccountExists."""
        token = rules.draw_token()
        async with self._database.background_session() as session:
            if order.unless and await accounts.any_open(session, order.unless):
                raise AccountExists
            if order.purpose is Purpose.FIRST_ADMINISTRATOR:
                await repository.end_of_purpose(session, order.purpose)
            await repository.end_of_person(session, person_id)
            expires_at = await repository.keep(
                session,
                rules.digest(token),
                order.purpose,
                person_id,
                order.organisation_id,
                self._lives[order.purpose],
            )
        language = order.mail.language if order.mail else None
        url = rules.address(self._public_url, order.purpose, token, language)
        sent = "off"
        if order.mail and self._mail.is_set:
            letter = link_letter(order.purpose, order.mail.language, order.mail.organisation, url)
            sent = "sent" if await self._mail.send(order.mail.email, letter) else "failed"
        return DrawnLink.model_validate({"url": url, "expires_at": expires_at, "mail": sent})

    async def read(self, token: str) -> LinkView:
        """What a link is good for. Raises: LinkSpent, Unavailable."""
        async with self._database.background_session() as session:
            found = await repository.find(session, rules.digest(token))
        if found is None:
            raise LinkSpent
        purpose = Purpose(found.purpose)
        if purpose is Purpose.FIRST_ADMINISTRATOR:
            return LinkView(purpose=purpose, name=None, email=None, organisation=None, expires_at=found.expires_at)
        person = await self._person(found.person_id, purpose)
        return LinkView(
            purpose=purpose,
            name=person.name,
            email=person.email,
            organisation=person.organisation.name,
            expires_at=found.expires_at,
        )

    async def _person(self, person_id: UUID, purpose: Purpose) -> Person:
        person = await self._people.ask(person_id)
        # Invited and joined: what was written in the other service outlives a failure here, and the link is still good.
        if person is None or not (person.active or (purpose is Purpose.INVITATION and person.invited)):
            raise LinkSpent
        return person

    async def join(self, body: Joining) -> UUID:
        """Let somebody in by their link and keep their password; who it is.

        The link is used in the transaction that keeps the password: until then it stays good, and may be used again.
        Raises: LinkSpent, Invalid, EmailTaken, TooManyRequests, Unavailable.
        """
        proof = rules.digest(body.token)
        async with self._database.background_session() as session:
            found = await repository.find(session, proof)
        if found is None or found.purpose == Purpose.PASSWORD:
            raise LinkSpent
        first = found.purpose == Purpose.FIRST_ADMINISTRATOR
        if first != (body.email is not None):
            raise Invalid(FieldFault("email", "is missing" if first else "is that of the invitation"))
        email = body.email or (await self._person(found.person_id, Purpose.INVITATION)).email
        await self._passwords.check(body.password, body.name, email)
        with self._passwords.place():
            kept = await self._passwords.hash(body.password)
        joining = {"name": body.name, "language": body.language}
        await self._people.join(found.person_id, joining | ({"email": email} if first else {}))
        async with self._database.background_session() as session:
            if not await repository.use(session, proof):
                raise LinkSpent
            await accounts.keep(session, found.person_id, found.organisation_id, one_spelling(email), kept)
        person_id: UUID = found.person_id
        self._people.forget(person_id)
        return person_id

    async def reset(self, body: PasswordReset) -> UUID:
        """Set a password by a link, and end every session of its owner; who it is.

        Raises: LinkSpent, Invalid, TooManyRequests, Unavailable.
        """
        proof = rules.digest(body.token)
        async with self._database.background_session() as session:
            found = await repository.find(session, proof)
        if found is None or found.purpose != Purpose.PASSWORD:
            raise LinkSpent
        person = await self._person(found.person_id, Purpose.PASSWORD)
        await self._passwords.check(body.password, person.name, person.email)
        with self._passwords.place():
            kept = await self._passwords.hash(body.password)
        async with self._database.background_session() as session:
            if not await repository.use(session, proof) or not await accounts.set_password(
                session, found.person_id, kept
            ):
                raise LinkSpent
            await session_rows.end_of_person(session, found.person_id)
        person_id: UUID = found.person_id
        return person_id

    def request(self, email: str) -> None:
        """Send somebody a link for a new password, if there is such a person and mail goes out.

        After the answer: neither its words nor its time tell whether somebody has the address.
        """
        task = asyncio.get_running_loop().create_task(self._send_asked(one_spelling(email)))
        self._asked.add(task)
        task.add_done_callback(self._asked.discard)

    async def _send_asked(self, email: str) -> None:
        if not self._mail.is_set:
            return
        try:
            async with self._database.background_session() as session:
                account = await accounts.by_address(session, email)
                if account is None:
                    return
                drawn = await repository.drawn_since(session, account.person_id, timedelta(hours=1))
            person = await self._people.ask(account.person_id)
            if person is None or not person.active or drawn >= MOST_AN_HOUR:
                return
            order = LinkOrder.model_validate(
                {
                    "purpose": Purpose.PASSWORD,
                    "organisation_id": person.organisation.id,
                    "mail": {
                        "email": person.email,
                        "language": person.language or "fr",
                        "organisation": person.organisation.name,
                    },
                }
            )
            await self.draw(account.person_id, order)
        except (AppError, OSError) as error:
            log.warning("password_link_not_sent", error=type(error).__name__)


async def change_password(
    database: Database, passwords: Passwords, person: Person, body: PasswordChange, address: str
) -> None:
    """Change the password of somebody who knows the present one; their sessions end. A wrong one counts as a try.

    Raises: Invalid, TooManyRequests.
    """
    person_id = UUID(person.id)
    with passwords.place():
        made = await tries.begin(database, one_spelling(person.email), address)
        async with database.background_session() as session:
            account = await accounts.of_person(session, person_id)
        if not await passwords.matches(body.current, account.password_hash if account else None):
            raise Invalid(FieldFault("current", "is not your password"))
        await tries.succeed(database, made)
        await passwords.check(body.password, person.name, person.email)
        kept = await passwords.hash(body.password)
    async with database.background_session() as session:
        await accounts.set_password(session, person_id, kept)
        await repository.end_of_person(session, person_id)
        await session_rows.end_of_person(session, person_id)
