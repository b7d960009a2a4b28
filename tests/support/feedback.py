"""The real feedback service over HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI
from pydantic import SecretStr

from deploy.local.urls import ServiceUrls
from services.common.auth.access import Function
from services.feedback.app import create_app
from services.feedback.settings import FeedbackSettings
from tests.support.apps import serving
from tests.support.callers import Api, TokenDesk
from tests.support.settings import common_settings

PSEUDONYM_KEY = "root of pseudonyms in tests"
"""The same as kpi's, as it is in an installation."""
PUBLIC_URL = "https://copil.example"
NOBODY = "http://127.0.0.1:9"
"""Where nothing listens."""


@dataclass(frozen=True)
class FeedbackHouse:
    """A running feedback service, who may call it, and its database."""

    app: FastAPI
    url: str
    http: httpx.Client
    desk: TokenDesk
    urls: ServiceUrls

    @property
    def stranger(self) -> Api:
        """Somebody without a token."""
        return Api(self.http, self.url)

    def member(self, organisation_id: str, *functions: Function) -> Api:
        """Somebody of an organisation."""
        return Api(self.http, self.url, self.desk.for_member("feedback", organisation_id, *functions))

    def service(self, issuer: str) -> Api:
        """Another service."""
        return Api(self.http, self.url, self.desk.for_service(issuer, "feedback"))


@contextmanager
def feedback_house(
    urls: ServiceUrls,
    desk: TokenDesk,
    keys_url: str,
    *,
    port: int,
    contracts_url: str,
    compare_seconds: float,
    kpi_url: str = NOBODY,
    **more: Any,
) -> Iterator[FeedbackHouse]:
    """Feedback on a migrated database."""
    settings = FeedbackSettings(
        **common_settings("feedback", urls, desk, keys_url),
        contracts_url=contracts_url,
        kpi_url=kpi_url,
        public_url=PUBLIC_URL,
        pseudonym_key=SecretStr(PSEUDONYM_KEY),
        compare_seconds=compare_seconds,
        **more,
    )
    app = create_app(settings)
    with serving(app, port) as url, httpx.Client(timeout=20, trust_env=False) as http:
        yield FeedbackHouse(app, url, http, desk, urls)
