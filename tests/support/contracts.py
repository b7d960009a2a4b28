"""The real contracts service over HTTP, and what every test of contracts does first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import httpx
from fastapi import FastAPI

from deploy.local.urls import ServiceUrls, plain
from services.common.auth.access import Function
from services.common.database import Database
from services.common.outbox import Relay
from services.contracts.agreements.service import withdraw_party
from services.contracts.app import create_app
from services.contracts.organisations.bootstrap import PlatformClient, ensure_platform_client
from services.contracts.settings import ContractsSettings
from tests.factories.contracts import contract_body, parameters_body
from tests.support.apps import free_port, serving
from tests.support.callers import Api, TokenDesk
from tests.support.databases import blocking
from tests.support.peers import Peers
from tests.support.settings import common_settings


@dataclass(frozen=True)
class Pair:
    """Two companies, a contract between them, and a manager of each."""

    contract_id: str
    donneur_ordre_id: str
    sous_traitant_id: str
    donneur_ordre: Api
    sous_traitant: Api

    @property
    def path(self) -> str:
        """The contract's address."""
        return f"/v1/contracts/{self.contract_id}"

    def accept(self) -> None:
        """Both accept the present text."""
        for side in (self.donneur_ordre, self.sous_traitant):
            answer = side.post(f"{self.path}/acceptances", {})
            assert answer.is_success, answer.text


@dataclass(frozen=True)
class ContractsHouse:
    """A running contracts service, who may call it, and its database."""

    app: FastAPI
    url: str
    http: httpx.Client
    desk: TokenDesk
    peers: Peers
    urls: ServiceUrls
    operator: PlatformClient

    @property
    def stranger(self) -> Api:
        """Somebody without a token."""
        return Api(self.http, self.url)

    @property
    def platform(self) -> Api:
        """The platform administrator."""
        return self.member(str(self.operator.organisation_id), Function.PLATFORM_ADMIN)

    def member(
        self, organisation_id: str, *functions: Function, subject: str | None = None, **claims_beside: Any
    ) -> Api:
        """Somebody of an organisation."""
        token = self.desk.for_member("contracts", organisation_id, *functions, subject=subject, **claims_beside)
        return Api(self.http, self.url, token)

    def service(self, issuer: str) -> Api:
        """Another service."""
        return Api(self.http, self.url, self.desk.for_service(issuer, "contracts"))

    def organisation(self, name: str = "Maison Vauban") -> str:
        """A new organisation."""
        answer = self.platform.post("/v1/organisations", {"name": name})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def pair(self, **changes: Any) -> Pair:
        """A new draft between two new companies."""
        donneur_ordre_id, sous_traitant_id = self.organisation("Maison Vauban"), self.organisation("Voix du Rhône")
        donneur_ordre = self.member(donneur_ordre_id, Function.MANAGER)
        answer = donneur_ordre.post("/v1/contracts", contract_body(donneur_ordre_id, sous_traitant_id, **changes))
        assert answer.status_code == 201, answer.text
        return Pair(
            answer.json()["id"],
            donneur_ordre_id,
            sous_traitant_id,
            donneur_ordre,
            self.member(sous_traitant_id, Function.MANAGER),
        )

    def withdraw(self, contract_id: str, organisation_id: str) -> None:
        """End an organisation's access, as the operator does."""
        blocking(_withdraw(self.urls, UUID(contract_id), UUID(organisation_id)))

    def lose_messages(self) -> None:
        """Forget everything that is promised and not yet told."""
        blocking(_lose_messages(self.urls))

    def active_pair(self) -> Pair:
        """A new contract with parameters that both have accepted."""
        pair = self.pair()
        assert pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).status_code == 200
        pair.accept()
        return pair


@contextmanager
def contracts_house(
    urls: ServiceUrls, desk: TokenDesk, peers: Peers, peers_url: str, **neighbours: str
) -> Iterator[ContractsHouse]:
    """Contracts on a migrated database; its neighbours are the peers, unless `kpi_url`, … say otherwise."""
    addresses: dict[str, Any] = {f"{name}_url": peers_url for name in ("gateway", "kpi", "feedback")} | neighbours
    settings = ContractsSettings(**common_settings("contracts", urls, desk, peers_url), **addresses)
    app = create_app(settings)
    with serving(app, free_port()) as url, httpx.Client(timeout=20, trust_env=False) as http:
        yield ContractsHouse(app, url, http, desk, peers, urls, blocking(_operator(settings)))


async def _operator(settings: ContractsSettings) -> PlatformClient:
    database = Database(settings.database_url, settings.worker_database_url, 1, "test")
    try:
        return await ensure_platform_client(database, "platform-admin")
    finally:
        await database.dispose()


async def _withdraw(urls: ServiceUrls, contract_id: UUID, organisation_id: UUID) -> None:
    database = Database(urls.app, urls.worker, 1, "test")
    try:
        # Without clients: the running service tells the others.
        await withdraw_party(database, Relay(database, {}), contract_id, organisation_id)
    finally:
        await database.dispose()


async def _lose_messages(urls: ServiceUrls) -> None:
    connection = await asyncpg.connect(plain(urls.worker))
    try:
        await connection.execute("DELETE FROM outbox")
    finally:
        await connection.close()
