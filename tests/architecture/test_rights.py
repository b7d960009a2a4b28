"""Every route of every service says in its signature who may call it."""

from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from services.common.app import declared_right
from services.common.auth.access import ACCESS, Permission
from services.contracts.app import create_app as contracts
from services.contracts.settings import ContractsSettings
from services.feedback.app import create_app as feedback
from services.feedback.settings import FeedbackSettings
from services.kpi.app import create_app as kpi
from services.kpi.settings import KpiSettings
from tests.support.apps import api_routes

OPEN = {"/healthz", "/readyz", "/metrics", "/internal/jwks.json"}
"""Health, and public keys: nothing of anybody's."""

_NOWHERE = "http://127.0.0.1:9"
_SHARED: dict[str, Any] = {
    "database_url": "postgresql+asyncpg://nobody@127.0.0.1:9/none",
    "worker_database_url": "postgresql+asyncpg://nobody@127.0.0.1:9/none",
    "signing_key": SecretStr("unused: nothing is opened before the lifespan"),
    "trusted_issuers": {},
    "encryption_keys": [],
}
APPS = [
    contracts(ContractsSettings(**_SHARED, gateway_url=_NOWHERE, kpi_url=_NOWHERE, feedback_url=_NOWHERE)),
    kpi(
        KpiSettings(
            **_SHARED, contracts_url=_NOWHERE, feedback_url=_NOWHERE, public_url=_NOWHERE, pseudonym_key=SecretStr("x")
        )
    ),
    feedback(
        FeedbackSettings(
            **_SHARED, contracts_url=_NOWHERE, kpi_url=_NOWHERE, public_url=_NOWHERE, pseudonym_key=SecretStr("x")
        )
    ),
]


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.title)
def test_every_route_declares_its_right(app: FastAPI) -> None:
    routes = [route for route in api_routes(app) if route.path not in OPEN]
    assert len(routes) > 2
    without = [
        f"{sorted(route.methods or ())} {route.path}" for route in routes if declared_right(route.dependant) is None
    ]
    assert without == []


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.title)
def test_internal_routes_are_for_services_and_are_not_published(app: FastAPI) -> None:
    for route in api_routes(app):
        if route.path not in OPEN:
            internal = route.path.startswith("/internal/")
            assert (declared_right(route.dependant) or "").startswith("service:") == internal, route.path
    assert not [path for path in app.openapi()["paths"] if path.startswith("/internal/")]


def test_every_right_is_held_by_somebody() -> None:
    assert set(ACCESS) == set(Permission)
    assert all(ACCESS.values())
