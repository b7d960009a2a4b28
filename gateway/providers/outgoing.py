"""The only module that calls a provider: public addresses only, looked at after their names were resolved, no
redirection, within a time and a size. Whoever sets a provider up chooses where we call: they must reach nothing of
ours.
"""

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp
import msgspec
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from gateway.providers.rules import fault_of_address, may_be_called

LONGEST_ANSWER = 262_144
SECONDS = 5.0


class CallFailed(Exception):
    """No answer that can be read; the text says why, without anything of the answer."""


@dataclass(frozen=True)
class Reply:
    """What a provider answered."""

    status: int
    content: Any
    """The JSON; None when there is none."""


class _Guarded(AbstractResolver):
    """Resolves names to addresses that may be called: the connection goes to these, and is asked for nothing else."""

    def __init__(self, *, loopback: bool) -> None:
        self._inner = ThreadedResolver()
        self._loopback = loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        # One that may not be called among several is a name that somebody plays with.
        if not found or not all(may_be_called(one["host"], loopback=self._loopback) for one in found):
            raise OSError("leads into a private network")
        return found

    async def close(self) -> None:
        await self._inner.close()


class Outgoing:
    """Calls to providers."""

    def __init__(self, *, loopback: bool) -> None:
        """`loopback`: this machine may be called too, for tests and development."""
        self._loopback = loopback

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=_Guarded(loopback=self._loopback), use_dns_cache=False, limit=20, force_close=True
        )
        self._session = aiohttp.ClientSession(
            connector=connector, trust_env=False, cookie_jar=aiohttp.DummyCookieJar(), raise_for_status=False
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def call(
        self,
        method: str,
        url: str,
        *,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """One request. Raises: CallFailed."""
        if fault := fault_of_address(url, loopback=self._loopback):
            raise CallFailed(fault)
        sent = {"accept": "application/json", "accept-encoding": "identity", **(headers or {})}
        try:
            async with (
                asyncio.timeout(SECONDS),
                self._session.request(method, url, data=form, headers=sent, allow_redirects=False) as answer,
            ):
                body = bytearray()
                async for piece in answer.content.iter_chunked(16_384):
                    body += piece
                    if len(body) > LONGEST_ANSWER:
                        raise CallFailed("answers too much")
                return Reply(answer.status, _json(bytes(body)))
        except TimeoutError:
            raise CallFailed("no answer in time") from None
        except (aiohttp.ClientError, OSError, ValueError):
            # In few words: what lies behind an address is nobody's business here.
            raise CallFailed("no connection") from None


def _json(body: bytes) -> Any:
    try:
        return msgspec.json.decode(body)
    except (msgspec.MsgspecError, RecursionError):
        return None
