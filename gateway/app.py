"""create_app(settings): the gateway as one ASGI application."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import timedelta

import httpx
from fastapi import FastAPI
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import State
from starlette.types import ASGIApp

from gateway.bi_keys import endpoints as bi_keys
from gateway.bi_keys.admission import BiKeys
from gateway.bi_keys.standing import Standing
from gateway.callers import Callers
from gateway.credentials import endpoints as credentials
from gateway.credentials import service as credential_service
from gateway.documents import endpoints as documents
from gateway.documents.service import MergedDocument
from gateway.forwarding import Forwarder
from gateway.front import Front
from gateway.identities import INTERNAL_ISSUER, Identities, Revocations
from gateway.journal import endpoints as journal
from gateway.keys.service import Keyring
from gateway.letters import endpoints as letters
from gateway.limits import Limit
from gateway.links import endpoints as links
from gateway.links.service import Links
from gateway.mail import endpoints as mail
from gateway.mail.sender import Mail
from gateway.notices import endpoints as notices
from gateway.pages.app import Pages
from gateway.people import endpoints as people
from gateway.people.directory import People
from gateway.people.passwords import Passwords
from gateway.providers import endpoints as providers
from gateway.providers.bindings import Bindings
from gateway.providers.book import ProviderBook
from gateway.providers.discovery import Providers
from gateway.providers.outgoing import Outgoing
from gateway.providers.service import ProviderSignIns
from gateway.readiness import Readiness
from gateway.second_factor import endpoints as second_factor
from gateway.second_factor.service import SecondFactors
from gateway.sessions import endpoints as sessions
from gateway.sessions.service import Sessions
from gateway.settings import GatewaySettings
from gateway.tokens import endpoints as tokens
from gateway.tokens.clients import Clients
from gateway.upstream import Upstream
from services.common.app import background, build_app
from services.common.auth.tokens import CLOCK_SKEW
from services.common.http import ServiceClient, new_http_client


def create_app(settings: GatewaySettings) -> ASGIApp:
    """Assemble the gateway; nothing is opened before its lifespan starts."""

    async def open_parts(app: FastAPI, stack: AsyncExitStack) -> None:
        await _open(app, settings, stack)

    own = build_app(
        settings,
        title="Copil gateway",
        description="Tokens, sessions and keys.",
        routers=[
            sessions.router,
            second_factor.router,
            journal.router,
            providers.router,
            providers.people,
            links.router,
            mail.router,
            letters.router,
            bi_keys.router,
            tokens.router,
            people.router,
            credentials.router,
            documents.router,
            notices.router,
        ],
        on_startup=open_parts,
        openapi_url=None,
    )
    return Front(
        own,
        lambda: own.state.forwarder,
        lambda: own.state.readiness,
        Pages(settings.frontend_folder),
        encrypted=settings.public_url.startswith("https:"),
    )


async def _open(app: FastAPI, settings: GatewaySettings, stack: AsyncExitStack) -> None:
    state = app.state
    http = await stack.enter_async_context(new_http_client())
    token_life = timedelta(seconds=settings.access_token_seconds + CLOCK_SKEW)
    state.keyring = Keyring(state.database, state.vault, timedelta(days=settings.key_rotation_days), token_life)
    revocations = Revocations(state.database, token_life)
    state.identities = Identities(
        state.keyring, revocations, settings.internal_token_seconds, settings.internal_token_reuse_seconds
    )
    state.token_limit = Limit("token", settings.token_rate)
    door = _door_to_contracts(http, settings, state.keyring)
    state.clients = Clients(door)
    state.standing = Standing(door)
    state.passwords = Passwords()
    stack.callback(state.passwords.close)
    state.people = People(door, settings.person_seconds, settings.access_token_seconds)
    state.sessions = Sessions(state.database, settings.session_idle_seconds, settings.session_seconds)
    state.second_factors = SecondFactors(state.database, state.vault, settings.sign_in_step_seconds)
    await _open_providers(state, settings, stack)
    state.bi_keys = BiKeys(state.database, settings.token_rate)
    smtp_url = settings.smtp_url.get_secret_value() if settings.smtp_url else None
    state.mail = Mail(smtp_url, settings.mail_from, settings.mail_seconds)
    state.links = Links(state.database, settings, state.people, state.passwords, state.mail)
    state.password_request_limit = Limit("password_request", settings.password_request_rate)
    state.sign_in_limit = Limit("sign_in", settings.sign_in_rate)
    state.callers = Callers(state.identities, state.sessions, state.people, state.bi_keys, settings.public_url)
    state.readiness = Readiness(http, settings.services(), settings.ready_file)
    state.merged_document = MergedDocument(http, settings.services(), app.openapi, state.callers.cookie_name)
    upstream = await stack.enter_async_context(Upstream(settings.upstream_seconds, settings.upstream_idle_seconds))
    patient = await stack.enter_async_context(
        Upstream(settings.replay_seconds, settings.upstream_idle_seconds, settings.replay_body_seconds)
    )
    state.forwarder = Forwarder(settings, state.identities, state.callers, upstream, patient)

    if settings.administrator_client_id and settings.administrator_client_secret:
        async with state.database.background_session() as session:
            await credential_service.dictate(
                session, settings.administrator_client_id, settings.administrator_client_secret.get_secret_value()
            )

    async def refresh() -> None:
        if await state.keyring.refresh():
            state.identities.forget()
        await revocations.refresh()
        await state.sessions.refresh()
        await state.bi_keys.refresh()

    async def keep_fresh() -> None:
        while True:
            await asyncio.sleep(settings.refresh_seconds)
            await refresh()

    async def write() -> None:
        # What was used within the last minute is not yet written; a database that is away must not hold the end up.
        for kept in (state.sessions, state.bi_keys):
            with suppress(SQLAlchemyError, OSError, TimeoutError):
                async with asyncio.timeout(1):
                    await kept.write()

    await refresh()
    stack.push_async_callback(write)
    stack.enter_context(background(keep_fresh, "keys_and_revocations"))


async def _open_providers(state: State, settings: GatewaySettings, stack: AsyncExitStack) -> None:
    loopback = settings.providers_on_loopback
    outgoing = await stack.enter_async_context(Outgoing(loopback=loopback))
    known = Providers(outgoing, loopback=loopback)
    state.provider_book = book = ProviderBook(
        state.database, state.vault, outgoing, known, settings.public_url, loopback=loopback
    )
    state.provider_bindings = bindings = Bindings(state.database)
    state.provider_sign_ins = ProviderSignIns(
        state.database, state.people, book, known, outgoing, bindings, settings.sign_in_step_seconds
    )


def _door_to_contracts(
    http: httpx.AsyncClient, settings: GatewaySettings, keyring: Keyring
) -> Callable[[], ServiceClient]:
    """Calls to the contracts service, signed by the key of the moment."""
    present: tuple[str, ServiceClient] | None = None

    def door() -> ServiceClient:
        nonlocal present
        signer = keyring.signer(INTERNAL_ISSUER)
        if present is None or present[0] != signer.key.kid:
            present = signer.key.kid, ServiceClient(http, settings.contracts_url, "contracts", signer)
        return present[1]

    return door
