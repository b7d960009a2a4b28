"""The way to an organisation's provider and back: who comes back is somebody of that organisation, or nobody."""

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from gateway.models import IdentityProvider
from gateway.people import repository as accounts
from gateway.people.directory import Known, People
from gateway.providers import id_tokens, repository, rules
from gateway.providers.bindings import Bindings
from gateway.providers.book import ProviderBook
from gateway.providers.discovery import Metadata, Providers, Unfit
from gateway.providers.errors import NoProvider, ProviderRefused, ProviderUnreachable
from gateway.providers.outgoing import CallFailed, Outgoing
from gateway.providers.schemas import ProviderSignInStart
from gateway.sessions import rules as session_rules
from services.common.addresses import one_spelling
from services.common.auth.access import Function
from services.common.database import Database
from services.common.errors import Unauthenticated, Unavailable


@dataclass(frozen=True)
class Way:
    """A sign-in that begins: where to, and what its browser carries."""

    url: str
    token: str


@dataclass(frozen=True)
class Arrival:
    """Somebody who came back, and the page they go to."""

    known: Known
    return_to: str | None


class ProviderSignIns:
    """Sign-ins through providers."""

    def __init__(
        self,
        database: Database,
        people: People,
        book: ProviderBook,
        providers: Providers,
        outgoing: Outgoing,
        bindings: Bindings,
        life: int,
    ) -> None:
        """`life`: seconds that somebody may take at their provider."""
        self._database = database
        self._people = people
        self._book = book
        self._providers = providers
        self._outgoing = outgoing
        self._bindings = bindings
        self._life = timedelta(seconds=life)

    async def begin(self, body: ProviderSignInStart) -> Way:
        """Where somebody signs in. Raises: NoProvider, ProviderUnreachable."""
        email = one_spelling(body.email) if body.email else None
        token = session_rules.draw_token()
        async with self._database.background_session() as session:
            organisation_id = body.organisation_id
            if organisation_id is None and email is not None:
                account = await accounts.by_address(session, email)
                if account is not None:
                    # Only their own: nobody is sent to a provider that somebody else named for their domain.
                    organisation_id = await accounts.organisation_of(session, account.person_id)
                else:
                    # As if: with domains that are told, the answer does not say who is invited here.
                    listed = await repository.of_domain(session, email.rpartition("@")[2])
                    organisation_id = listed[0] if listed else None
            found = await repository.of_organisation(session, organisation_id) if organisation_id else None
            if found is None:
                raise NoProvider
        try:
            metadata = await self._providers.metadata(found.issuer)
        except Unfit:
            raise ProviderUnreachable(retry_after=5) from None
        async with self._database.background_session() as session:
            proof = session_rules.digest(token)
            await repository.begin(session, proof, found.organisation_id, rules.local_path(body.return_to), self._life)
        url = rules.authorization_address(
            metadata.authorization_endpoint,
            found.client_id,
            self._book.callback_url,
            rules.Carried.of(token),
            email,
        )
        return Way(url, token)

    async def finish(self, token: str | None, told: Mapping[str, str]) -> Arrival:
        """Who came back with what the provider gave them. Raises: ProviderRefused, Unavailable."""
        carried = rules.Carried.of(token or "")
        if not token or not hmac.compare_digest(told.get("state", "").encode(), carried.state.encode()):
            raise ProviderRefused("over", "state of no sign-in of this browser")
        async with self._database.background_session() as session:
            # Used up whatever comes of it: an answer is looked at once.
            begun = await repository.take(session, session_rules.digest(token))
            found = await repository.of_organisation(session, begun.organisation_id) if begun else None
        if begun is None or found is None:
            raise ProviderRefused("over", "not on its way, or too late")
        try:
            claims = await self._claims(found, carried, told)
        except (Unfit, CallFailed) as error:
            raise ProviderRefused("unreachable", str(error)) from None
        except id_tokens.Untrusted as error:
            raise ProviderRefused("invalid", str(error)) from None
        known = await self._person(found, claims)
        await self._bindings.hold(found, claims["sub"], known)
        return Arrival(known, begun.return_to)

    async def _claims(
        self, found: IdentityProvider, carried: rules.Carried, told: Mapping[str, str]
    ) -> Mapping[str, Any]:
        metadata = await self._providers.metadata(found.issuer)
        # Another provider that was asked before must not pass its answer off as this one's (RFC 9207).
        if told.get("iss", found.issuer) != found.issuer or (metadata.names_itself and "iss" not in told):
            raise id_tokens.Untrusted("answer of another issuer")
        if "error" in told or not told.get("code"):
            raise ProviderRefused("refused", "the provider gave no code")
        reply = await self._book.ask_for_tokens(found, metadata, told["code"], carried.verifier)
        tokens = reply.content if isinstance(reply.content, dict) else {}
        if reply.status >= 500:
            raise Unfit(f"the token endpoint answers {reply.status}")
        if reply.status != 200 or not isinstance(tokens.get("id_token"), str):
            raise ProviderRefused("refused", f"no token for the code: status {reply.status}")
        claims = await self._verify(found, tokens["id_token"], carried.nonce)
        if "email" not in claims:
            claims = {**await self._userinfo(metadata, tokens.get("access_token"), claims["sub"]), **claims}
        return claims

    async def _verify(self, found: IdentityProvider, token: str, nonce: str) -> dict[str, Any]:
        for again in (False, True):
            keys = await self._providers.keys(found.issuer, again=again)
            try:
                return id_tokens.verify(
                    token, keys, issuer=found.issuer, client_id=found.client_id, nonce=nonce, present=time.time()
                )
            except id_tokens.UnknownKey:
                # Rotated since they were read, perhaps.
                if again:
                    raise
        raise AssertionError("either returned or raised")

    async def _userinfo(self, metadata: Metadata, access_token: object, subject: str) -> dict[str, Any]:
        if metadata.userinfo_endpoint is None or not isinstance(access_token, str):
            return {}
        headers = {"authorization": f"Bearer {access_token}"}
        reply = await self._outgoing.call("GET", metadata.userinfo_endpoint, headers=headers)
        told = reply.content if reply.status == 200 and isinstance(reply.content, dict) else {}
        if told and told.get("sub") != subject:
            raise id_tokens.Untrusted("userinfo of somebody else")
        return told

    async def _person(self, found: IdentityProvider, claims: Mapping[str, Any]) -> Known:
        email = rules.verified_email(claims)
        if email is None:
            raise ProviderRefused("unverified", "no address that the provider vouches for")
        email = one_spelling(email)
        if not rules.speaks_for(found.domains, email):
            raise ProviderRefused("unknown", "address of another domain")
        async with self._database.background_session() as session:
            account = await accounts.by_address(session, email)
            theirs = await accounts.organisation_of(session, account.person_id) if account else None
        # Of another organisation or of nobody: one answer, and nobody is made.
        if account is None or theirs != found.organisation_id:
            raise ProviderRefused("unknown", "nobody of this organisation")
        self._people.forget(account.person_id)
        try:
            known = await self._people.of(account.person_id)
        except Unavailable:
            raise ProviderRefused("unavailable", "who it is cannot be asked now") from None
        except Unauthenticated:
            raise ProviderRefused("unknown", "deactivated") from None
        if UUID(known.person.organisation.id) != found.organisation_id:
            raise ProviderRefused("unknown", "nobody of this organisation")
        if Function.PLATFORM_ADMIN in known.person.functions:
            # An administrator chooses the provider, and could not give this function.
            raise ProviderRefused("platform", "the platform is administered with a password")
        return known
