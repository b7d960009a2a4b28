"""What an administrator does with the provider of their organisation."""

import base64
from urllib.parse import quote_plus
from uuid import UUID

from gateway.journal import repository as journal
from gateway.journal.rules import Kind
from gateway.models import IdentityProvider
from gateway.providers import repository, rules
from gateway.providers.discovery import Metadata, Providers, Unfit
from gateway.providers.outgoing import CallFailed, Outgoing, Reply
from gateway.providers.schemas import ProviderChange, ProviderCheck, ProviderSettings, ProviderTest, ProviderView
from services.common.auth.caller import Caller
from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import FieldFault, Forbidden, Invalid, NotFound

_NO_CODE = "not a code"


class ProviderBook:
    """The providers of organisations."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        outgoing: Outgoing,
        providers: Providers,
        public_url: str,
        *,
        loopback: bool,
    ) -> None:
        self._database = database
        self._vault = vault
        self._outgoing = outgoing
        self._providers = providers
        self._public_url = public_url.rstrip("/")
        self._loopback = loopback

    @property
    def callback_url(self) -> str:
        """Where providers send people back."""
        return self._public_url + rules.CALLBACK

    async def read(self, caller: Caller) -> ProviderSettings:
        """The provider of one's organisation. Raises: Forbidden."""
        organisation_id = _own(caller)
        async with self._database.request_session(organisation_id, platform=False) as session:
            return self._show(organisation_id, await repository.of_organisation(session, organisation_id))

    async def change(self, caller: Caller, body: ProviderChange) -> ProviderSettings:
        """Set it, in place of the one before. Raises: Forbidden, Invalid."""
        organisation_id = _own(caller)
        if fault := rules.fault_of_issuer(body.issuer, loopback=self._loopback):
            raise Invalid(FieldFault("issuer", fault))
        async with self._database.request_session(organisation_id, platform=False) as session:
            before = await repository.of_organisation(session, organisation_id)
            if body.client_secret is not None:
                sealed = self._vault.seal(body.client_secret.encode())
            elif before is not None and before.issuer == body.issuer:
                # Of another issuer the kept secret is none of its business.
                sealed = before.sealed_client_secret
            else:
                raise Invalid(FieldFault("client_secret", "is missing"))
            columns = {
                "issuer": body.issuer,
                "client_id": body.client_id,
                "sealed_client_secret": sealed,
                "domains": list(dict.fromkeys(body.domains)),
                "updated_by": caller.subject,
                "updated_by_name": caller.name,
            }
            await repository.keep(session, organisation_id, columns)
            await journal.write(session, organisation_id, Kind.PROVIDER_SET, None, caller.subject, caller.name)
            kept = await repository.of_organisation(session, organisation_id)
        self._providers.forget(body.issuer)
        return self._show(organisation_id, kept)

    async def remove(self, caller: Caller) -> None:
        """Let nobody sign in through it any more; quiet without one. Raises: Forbidden."""
        organisation_id = _own(caller)
        async with self._database.request_session(organisation_id, platform=False) as session:
            if await repository.remove(session, organisation_id):
                await journal.write(session, organisation_id, Kind.PROVIDER_REMOVED, None, caller.subject, caller.name)

    async def try_out(self, caller: Caller) -> ProviderTest:
        """Read its description and keys, and show it the client's secret. Raises: Forbidden, NotFound."""
        organisation_id = _own(caller)
        async with self._database.request_session(organisation_id, platform=False) as session:
            found = await repository.of_organisation(session, organisation_id)
        if found is None:
            raise NotFound
        self._providers.forget(found.issuer)
        checks: list[ProviderCheck] = []
        try:
            metadata = await self._providers.metadata(found.issuer)
            checks.append(ProviderCheck(step="description", outcome="passed"))
            await self._providers.keys(found.issuer)
            checks.append(ProviderCheck(step="keys", outcome="passed"))
            checks.append(await self._try_client(found, metadata))
        except Unfit as error:
            failed = "keys" if checks else "description"
            checks.append(ProviderCheck(step=failed, outcome="failed", detail=str(error)))
        tried = {check.step for check in checks}
        left = [step for step in ("description", "keys", "client") if step not in tried]
        checks += [ProviderCheck(step=step, outcome="not_tried") for step in left]
        return ProviderTest(checks=checks)

    async def _try_client(self, found: IdentityProvider, metadata: Metadata) -> ProviderCheck:
        # A code that is none: a provider that knows the client says that the code is wrong, else that the client is.
        try:
            reply = await self.ask_for_tokens(found, metadata, _NO_CODE, rules.Carried.of(_NO_CODE).verifier)
        except CallFailed as error:
            return ProviderCheck(step="client", outcome="failed", detail=str(error))
        said = reply.content.get("error") if isinstance(reply.content, dict) else None
        if said in ("invalid_grant", "invalid_request"):
            return ProviderCheck(step="client", outcome="passed")
        detail = said if isinstance(said, str) and len(said) <= 60 and said.replace("_", "").isalnum() else None
        return ProviderCheck(step="client", outcome="failed", detail=detail or f"status {reply.status}")

    async def ask_for_tokens(self, found: IdentityProvider, metadata: Metadata, code: str, verifier: str) -> Reply:
        """Show a provider an authorization code, and the client's secret. Raises: CallFailed."""
        secret = self._vault.open(found.sealed_client_secret).decode()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.callback_url,
            "code_verifier": verifier,
        }
        headers = {}
        if metadata.secret_in_body:
            form |= {"client_id": found.client_id, "client_secret": secret}
        else:
            # RFC 6749, 2.3.1: both are form-encoded first.
            pair = f"{quote_plus(found.client_id)}:{quote_plus(secret)}"
            headers["authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        return await self._outgoing.call("POST", metadata.token_endpoint, form=form, headers=headers)

    def _show(self, organisation_id: UUID, found: IdentityProvider | None) -> ProviderSettings:
        view = None
        if found is not None:
            view = ProviderView(
                issuer=found.issuer,
                client_id=found.client_id,
                domains=found.domains,
                updated_at=found.updated_at,
                updated_by_name=found.updated_by_name,
            )
        return ProviderSettings(
            callback_url=self.callback_url,
            sign_in_url=f"{self._public_url}/connexion?organisation={organisation_id}",
            provider=view,
        )


def _own(caller: Caller) -> UUID:
    if caller.organisation_id is None:
        raise Forbidden("A provider belongs to an organisation.")
    return caller.organisation_id
