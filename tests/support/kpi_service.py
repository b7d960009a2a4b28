"""The real kpi service over HTTP, with a workbench on its database."""

from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from pydantic import SecretStr

from deploy.local.urls import ServiceUrls
from services.common.auth.access import Function
from services.common.database import Database
from services.common.identifiers import new_id
from services.kpi.app import create_app
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.settings import KpiSettings
from services.kpi.sources.registry import SourceRegistry
from tests.support.apps import free_port, serving
from tests.support.callers import Api, TokenDesk
from tests.support.kpi import ZONE, Workbench, version
from tests.support.settings import common_settings

PSEUDONYM_KEY = "root of pseudonyms in tests"
PUBLIC_URL = "https://copil.example"


@dataclass(frozen=True)
class KpiPair:
    """A contract that kpi was told, and its parties."""

    contract_id: str
    donneur_ordre_id: str
    sous_traitant_id: str

    @property
    def path(self) -> str:
        """The contract's address."""
        return f"/v1/contracts/{self.contract_id}"


@dataclass(frozen=True)
class KpiHouse:
    """A running kpi service, who may call it, and its database."""

    app: FastAPI
    url: str
    http: httpx.Client
    desk: TokenDesk
    urls: ServiceUrls

    @property
    def stranger(self) -> Api:
        """Somebody without a token."""
        return Api(self.http, self.url)

    def member(
        self, organisation_id: str, *functions: Function, subject: str | None = None, **claims_beside: Any
    ) -> Api:
        """Somebody of an organisation."""
        token = self.desk.for_member("kpi", organisation_id, *functions, subject=subject, **claims_beside)
        return Api(self.http, self.url, token)

    def service(self, issuer: str) -> Api:
        """Another service."""
        return Api(self.http, self.url, self.desk.for_service(issuer, "kpi"))

    def tell(self, snapshot: dict[str, Any]) -> None:
        """Say what contracts says."""
        answer = self.service("contracts").put(f"/internal/contracts/{snapshot['id']}", snapshot)
        assert answer.status_code == 204, answer.text

    def pair(self, **changes: Any) -> KpiPair:
        """A contract between two new organisations, told; `changes` go into its snapshot."""
        told = snapshot(**changes)
        self.tell(told)
        donneur_ordre, sous_traitant = (party["organisation_id"] for party in told["parties"])
        return KpiPair(told["id"], donneur_ordre, sous_traitant)

    @asynccontextmanager
    async def workbench(self) -> Any:
        """Storing and folding on the same database."""
        database = Database(self.urls.app, self.urls.worker, 4, "test")
        state = self.app.state
        sources = SourceRegistry(database, state.vault, SecretStr(PSEUDONYM_KEY))
        try:
            async with database.driver_connections(4) as connections:
                yield Workbench(database, state.vault, sources, IngestionGate(connections))
        finally:
            await database.dispose()


def snapshot(**changes: Any) -> dict[str, Any]:
    """A contract as contracts tells it."""
    return {
        "id": str(new_id()),
        "revision": 1,
        "title": "Service clients",
        "zone": ZONE,
        "state": "active",
        "kind": "externalisation",
        "parties": [
            {"organisation_id": str(new_id()), "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
            for side in ("donneur_ordre", "sous_traitant")
        ],
        "terms": [{**version(), "id": str(new_id())}],
        "objectives": [],
        "commitments": [],
        **changes,
    }


def commitment(**changes: Any) -> dict[str, Any]:
    """Seven in ten resolved at the first contact, since New Year, as contracts tells it."""
    return {
        "id": str(new_id()),
        "indicator": "fcr_ticket",
        "variant": None,
        "class": "contractual",
        "objective_id": None,
        "target": "0.7",
        "tolerance": "0.02",
        "unit": "ratio",
        "direction": "higher",
        "weight": "2",
        "clause": "Article 6.2",
        "valid_from": "2025-12-31T23:00:00Z",
        "recorded_at": "2025-12-01T00:00:00Z",
        "ends": False,
        **changes,
    }


def contract_uuid(pair: KpiPair) -> UUID:
    """The contract's id as the program holds it."""
    return UUID(pair.contract_id)


@contextmanager
def kpi_house(urls: ServiceUrls, desk: TokenDesk, peers_url: str) -> Iterator[KpiHouse]:
    """kpi on a migrated database; its neighbours are the peers."""
    settings = KpiSettings(
        **common_settings("kpi", urls, desk, peers_url),
        contracts_url=peers_url,
        feedback_url=peers_url,
        public_url=PUBLIC_URL,
        pseudonym_key=SecretStr(PSEUDONYM_KEY),
    )
    app = create_app(settings)
    with serving(app, free_port()) as url, httpx.Client(timeout=20, trust_env=False) as http:
        yield KpiHouse(app, url, http, desk, urls)
