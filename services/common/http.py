"""Typed calls from service to service: httpx with a fast transport, own signature, one deadline per call."""

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import httpx
import msgspec
import structlog
from httpx_aiohttp import HttpxAiohttpClient

from services.common.auth.tokens import TokenSigner
from services.common.errors import Unavailable
from services.common.logging import REQUEST_ID_HEADER, current_request_id

TOKEN_LIFE = 60
TOKEN_REUSE = 30
DEADLINE = 5.0

log = structlog.get_logger()


def new_http_client() -> httpx.AsyncClient:
    """A pooled client; its own time-outs are only a net below the deadline of each call."""
    return HttpxAiohttpClient(timeout=httpx.Timeout(60.0, connect=2.0), trust_env=False)


class ServiceClient:
    """The door to one other service."""

    def __init__(self, http: httpx.AsyncClient, base_url: str, audience: str, signer: TokenSigner) -> None:
        self._http = http
        self._base_url = base_url.rstrip("/")
        self._audience = audience
        self._signer = signer
        self._token = ""
        self._signed_at = float("-inf")

    async def call(
        self,
        method: str,
        path: str,
        *,
        body: Any = None,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        deadline: float = DEADLINE,
    ) -> httpx.Response:
        """Send one request and read the whole answer within `deadline` seconds.

        Raises: Unavailable when the other service cannot be reached, is too slow or fails (5xx).
        """
        sent = {"authorization": f"Bearer {self._bearer()}", "content-type": "application/json", **(headers or {})}
        if request_id := current_request_id():
            sent[REQUEST_ID_HEADER] = request_id
        content = None if body is None else msgspec.json.encode(body)
        try:
            async with asyncio.timeout(deadline):
                answer = await self._http.request(
                    method, self._base_url + path, content=content, params=query, headers=sent
                )
        except (httpx.HTTPError, TimeoutError, OSError) as error:
            log.warning("service_unreachable", service=self._audience, error=type(error).__name__)
            raise Unavailable(f"The {self._audience} service cannot be reached.") from None
        if answer.status_code >= 500:
            log.warning("service_failed", service=self._audience, status=answer.status_code)
            raise Unavailable(f"The {self._audience} service failed.")
        return answer

    def _bearer(self) -> str:
        if time.monotonic() - self._signed_at > TOKEN_REUSE:
            self._token = self._signer.sign(
                self._audience, TOKEN_LIFE, {"sub": f"service:{self._signer.issuer}", "functions": [], "roles": []}
            )
            self._signed_at = time.monotonic()
        return self._token
