"""Whether the whole installation is ready: every service, and whatever has to be there before the world may come."""

import asyncio
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

KEPT_SECONDS = 1.0
DEADLINE = 2.5
"""Seconds; a service takes up to 2 to find its database away."""


class Readiness:
    """Readiness of everything but our own database, kept for a second."""

    def __init__(self, http: httpx.AsyncClient, addresses: Mapping[str, str], ready_file: Path | None) -> None:
        self._http = http
        self._addresses = addresses
        self._ready_file = ready_file
        self._asked_at = float("-inf")
        self._missing: list[str] = []
        self._asking = asyncio.Lock()

    async def missing(self) -> list[str]:
        """What is not ready, by name; empty when all is."""
        async with self._asking:
            if time.monotonic() - self._asked_at > KEPT_SECONDS:
                answers = await asyncio.gather(*(self._ask(address) for address in self._addresses.values()))
                self._missing = [name for name, ready in zip(self._addresses, answers, strict=True) if not ready]
                if self._ready_file is not None and not await asyncio.to_thread(self._ready_file.exists):
                    self._missing.append("installation")
                self._asked_at = time.monotonic()
        return self._missing

    async def _ask(self, address: str) -> bool:
        try:
            return (await self._http.get(f"{address}/readyz", timeout=DEADLINE)).status_code == 200
        except httpx.HTTPError:
            return False
