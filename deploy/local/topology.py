"""The processes of an installation, with the settings of each.

Importing this module imports every service: the supervisor does it once, before it forks.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import Any, TypedDict

from pydantic import SecretStr

from deploy.local.installation import Installation
from deploy.local.process import Kind, Process, Stage
from deploy.local.readiness import Readiness, bring_up
from gateway.app import create_app as create_gateway
from gateway.server import GatewayProtocol
from gateway.settings import GatewaySettings
from services.common.server import GatheringProtocol
from services.contracts.app import create_app as create_contracts
from services.contracts.settings import ContractsSettings
from services.feedback.app import create_app as create_feedback
from services.feedback.settings import FeedbackSettings
from services.kpi.app import create_app as create_kpi
from services.kpi.folding.worker import run as fold
from services.kpi.settings import KpiSettings

_INNER_KEEP_ALIVE = 15
"""Seconds; longer than the gateway keeps an idle connection, so that it never sends into one that we close."""

# Imported late by the server that runs the applications; here they are imported before the fork.
_SERVER_PARTS = (
    "uvicorn",
    "uvicorn.lifespan.on",
    "uvicorn.loops.uvloop",
    "uvicorn.protocols.http.httptools_impl",
)


class _Shared(TypedDict):
    """Settings that every service has."""

    database_url: str
    worker_database_url: str
    signing_key: SecretStr
    encryption_keys: list[SecretStr]
    trusted_issuers: dict[str, str]


def processes(installation: Installation) -> Sequence[Process]:
    """All processes of the installation; those that run no application come last."""
    for part in _SERVER_PARTS:
        importlib.import_module(part)
    kpi = kpi_settings(installation)

    def service(name: str, factory: Callable[[Any], Any], settings: Any) -> Process:
        listener = installation.sockets[name]
        return Process(
            name, Kind.APP, Stage.SERVICE, factory, settings, listener,
            keep_alive=_INNER_KEEP_ALIVE, protocol=GatheringProtocol,
        )  # fmt: skip

    gateway = Process(
        name="gateway",
        kind=Kind.APP,
        stage=Stage.GATEWAY,
        factory=create_gateway,
        settings=gateway_settings(installation),
        listener=installation.sockets["gateway"],
        protocol=GatewayProtocol,
    )
    return [
        gateway,
        service("contracts", create_contracts, contracts_settings(installation)),
        service("kpi", create_kpi, kpi),
        service("feedback", create_feedback, feedback_settings(installation)),
        Process("kpi-worker", Kind.WORKER, Stage.WORKER, fold, kpi),
        Process("readiness", Kind.TASK, Stage.GATEWAY, bring_up, Readiness(installation)),
    ]


def gateway_settings(installation: Installation) -> GatewaySettings:
    """Settings of the gateway; it waits for the demonstration only when there is to be one."""
    options, secrets = installation.options, installation.secrets
    return GatewaySettings(
        **_shared(installation, "gateway"),
        contracts_url=installation.url("contracts"),
        kpi_url=installation.url("kpi"),
        feedback_url=installation.url("feedback"),
        public_url=options.base_url,
        ready_file=options.folder.demo_credentials if options.demo else None,
        administrator_client_id=secrets.administrator_id,
        administrator_client_secret=SecretStr(secrets.administrator_secret),
        smtp_url=SecretStr(options.smtp_url) if options.smtp_url else None,
        mail_from=options.mail_from,
    )


def contracts_settings(installation: Installation) -> ContractsSettings:
    """Settings of the contracts service."""
    return ContractsSettings(
        **_shared(installation, "contracts"),
        administrator_client_id=installation.secrets.administrator_id,
        gateway_url=installation.url("gateway"),
        kpi_url=installation.url("kpi"),
        feedback_url=installation.url("feedback"),
    )


def kpi_settings(installation: Installation) -> KpiSettings:
    """Settings of the kpi service and of its worker."""
    return KpiSettings(
        **_shared(installation, "kpi"),
        contracts_url=installation.url("contracts"),
        feedback_url=installation.url("feedback"),
        public_url=installation.options.base_url,
        pseudonym_key=SecretStr(installation.secrets.pseudonym_key),
    )


def feedback_settings(installation: Installation) -> FeedbackSettings:
    """Settings of the feedback service."""
    return FeedbackSettings(
        **_shared(installation, "feedback"),
        contracts_url=installation.url("contracts"),
        kpi_url=installation.url("kpi"),
        public_url=installation.options.base_url,
        pseudonym_key=SecretStr(installation.secrets.pseudonym_key),
    )


def _shared(installation: Installation, service: str) -> _Shared:
    issuers = {"gateway": installation.url("gateway") + "/auth/jwks.json"}
    for other in ("contracts", "kpi", "feedback"):
        issuers[other] = installation.url(other) + "/internal/jwks.json"
    issuers.pop(service, None)
    secrets, urls = installation.secrets, installation.databases[service]
    return _Shared(
        database_url=urls.app,
        worker_database_url=urls.worker,
        signing_key=SecretStr(secrets.signing_keys[service]),
        encryption_keys=[SecretStr(secrets.encryption_keys[service])],
        trusted_issuers=issuers,
    )
