"""The services' OpenAPI documents: read when needed, kept when a service is down."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import msgspec
import structlog

from gateway.documents.rules import merge
from services.common.errors import Unavailable

KEPT_SECONDS = 30.0
"""Age up to which a service is not asked again."""
DEADLINE = 3.0

log = structlog.get_logger()


class MergedDocument:
    """The merged OpenAPI."""

    def __init__(
        self, http: httpx.AsyncClient, addresses: Mapping[str, str], own: Callable[[], dict[str, Any]], cookie: str
    ) -> None:
        """`cookie`: name of the one that holds a session."""
        self._http = http
        self._addresses = addresses
        self._own = own
        self._cookie = cookie
        self._known: dict[str, dict[str, Any]] = {}
        self._read_at = float("-inf")
        self._merged = b""

    async def read(self) -> bytes:
        """The document. Raises: Unavailable when a service was never heard."""
        if not self._merged or time.monotonic() - self._read_at > KEPT_SECONDS:
            answers = await asyncio.gather(*(self._ask(service) for service in self._addresses))
            if len(self._known) < len(self._addresses):
                missing = ", ".join(sorted(set(self._addresses) - set(self._known)))
                raise Unavailable(f"The description of these services is not there yet: {missing}.")
            # In the table's order, whichever was heard first: the same installation tells the same document.
            known = {service: self._known[service] for service in self._addresses}
            self._merged = msgspec.json.encode(merge(self._own(), known, self._cookie))
            # A service that is down is asked again at the next reading.
            self._read_at = time.monotonic() if all(answers) else float("-inf")
        return self._merged

    async def _ask(self, service: str) -> bool:
        try:
            answer = await self._http.get(f"{self._addresses[service]}/openapi.json", timeout=DEADLINE)
            answer.raise_for_status()
            self._known[service] = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            log.warning("openapi_unreachable", service=service, error=type(error).__name__)
            return False
        return True
