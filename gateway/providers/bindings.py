"""Who somebody is at their provider: bound at their first sign-in, the same ever after, until it is released."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gateway.journal import repository as journal
from gateway.journal.rules import Kind
from gateway.models import IdentityProvider
from gateway.people.directory import Known
from gateway.providers import repository
from gateway.providers.errors import ProviderRefused
from gateway.providers.schemas import BindingView, ProviderBindings
from gateway.sessions import repository as sessions
from services.common.database import Database


class Bindings:
    """What ties people to their subject at a provider (issuer and client: to another client it may be another)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def hold(self, found: IdentityProvider, subject: str, known: Known) -> None:
        """Bind somebody who comes for the first time; whoever has been bound must be the same.

        An address that was given to somebody else at the provider opens nothing here. Raises: ProviderRefused.
        """
        digest = hashlib.sha256(subject.encode()).digest()
        person, name = known.person_id, known.person.name
        async with self._database.background_session() as session:
            held = await repository.bind(session, person, found.issuer, found.client_id, digest)
            same = held is None or hmac.compare_digest(held, digest)
            if held is None or not same:
                kind = Kind.PROVIDER_BOUND if same else Kind.PROVIDER_SUBJECT_REFUSED
                # Who was refused is not this person: it was the provider that said so.
                by, by_name = (str(person), name) if same else (found.issuer, None)
                await journal.write(session, found.organisation_id, kind, person, by, by_name)
        if not same:
            raise ProviderRefused("subject", "the address is somebody else's at the provider than before")

    async def of_organisation(self, organisation_id: UUID) -> ProviderBindings:
        """Whom of an organisation its present provider knows here."""
        async with self._database.background_session() as session:
            rows: Sequence[tuple[UUID, datetime]] = await repository.bindings(session, organisation_id)
        return ProviderBindings(items=[BindingView(person_id=person, bound_at=since) for person, since in rows])

    async def release(self, person_id: UUID, organisation_id: UUID, by: str, by_name: str | None) -> None:
        """Let somebody's next sign-in through a provider bind them anew; their sessions end. Quiet without any."""
        async with self._database.background_session() as session:
            if await repository.release(session, person_id):
                await journal.write(session, organisation_id, Kind.PROVIDER_RELEASED, person_id, by, by_name)
                await sessions.end_of_person(session, person_id)
