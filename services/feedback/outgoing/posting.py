"""One POST to the provider's tool: the name is asked for once, and only what was answered then is connected to.

aiohttp asks a resolver for names but not for addresses; its socket factory is asked for every connection. Both are
ours here: the resolver answers what was checked, the factory makes sockets for nothing else.
"""

import asyncio
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from services.common.instants import now
from services.feedback.outgoing.rules.addresses import Address, Reach, Refused, Target, allowed, read
from services.feedback.outgoing.rules.schedule import CONTROL, Outcome, Reason, outcome_of

DEADLINE = 15.0
"""Seconds from the question for the name to the head of the answer."""
NAME_DEADLINE = 5.0
MOST_READ = 64 * 1024
READING = 1.0
"""Seconds given to the rest of an answer, so that its sender sees no broken connection; it changes nothing."""
AGENT = "Copil-Webhooks/1"

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """Addresses of a name, as this machine is told. Raises: OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def trust(more: Path | None) -> ssl.SSLContext:
    """Whose certificates are believed: those that this machine does, and an installation's own authority."""
    context = ssl.create_default_context()
    if more is not None:
        context.load_verify_locations(more)
    return context


class Poster:
    """Sends to addresses that may be called, and to no other."""

    def __init__(self, reach: Reach, context: ssl.SSLContext, resolver: Resolve = resolve) -> None:
        self._reach = reach
        self._context = context
        self._resolve = resolver

    async def check(self, url: str) -> Target:
        """The target that a spelling names, looked at as it is now; a name that nobody knows yet is none's fault.

        Raises: Refused.
        """
        target = read(url, self._reach)
        with suppress(OSError, UnicodeError, TimeoutError):
            await self._addresses(target)
        return target

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        """Send once, within the deadline; never fails, never follows, never keeps what was answered."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(DEADLINE):
                outcome = await self._post(url, headers, body)
        except Refused:
            outcome = _failed("refused")
        except TimeoutError:
            outcome = _failed("timeout")
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError):
            outcome = _failed("certificate")
        except (aiohttp.ClientError, OSError, ValueError):
            outcome = _failed("connection")
        duration = int((time.monotonic() - began) * 1_000)
        return Outcome(outcome.status, outcome.reason, outcome.wait_s, duration)

    async def _post(self, url: str, headers: Mapping[str, str], body: bytes) -> Outcome:
        target = read(url, self._reach)
        try:
            addresses = await self._addresses(target)
        except (OSError, UnicodeError, TimeoutError):
            return _failed("no_name")
        connector = aiohttp.TCPConnector(
            resolver=_Answered(target.port, addresses),
            socket_factory=_only(addresses, target.port),
            use_dns_cache=False,
            force_close=True,
            ssl=self._context,
        )
        async with (
            aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=DEADLINE),
                auto_decompress=False,
                trust_env=False,
            ) as session,
            session.post(
                URL(target.url, encoded=True),
                data=body,
                headers={
                    **headers, "content-type": "application/json", "user-agent": AGENT, "accept-encoding": "identity",
                },
                allow_redirects=False,
            ) as answer,
        ):  # fmt: skip
            told = answer.headers
            outcome = outcome_of(answer.status, told.get(CONTROL), told.get("retry-after"), now())
            await _let_finish(answer)
            return outcome

    async def _addresses(self, target: Target) -> list[Address]:
        if target.literal is not None:
            return allowed([str(target.literal)], target.port, self._reach)
        async with asyncio.timeout(NAME_DEADLINE):
            found = await self._resolve(target.host, target.port)
        return allowed(found, target.port, self._reach)


class _Answered(AbstractResolver):
    """Answers what the name was found to stand for, however often it is asked."""

    def __init__(self, port: int, addresses: Sequence[Address]) -> None:
        self._port = port
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=str(one),
                port=port,
                family=_family(one),
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for one in self._addresses
            if family in (socket.AF_UNSPEC, _family(one))
        ]

    async def close(self) -> None:
        return


def _only(addresses: Sequence[Address], port: int) -> Callable[[Any], socket.socket]:
    known = {str(one) for one in addresses}

    def make(info: tuple[Any, Any, int, str, tuple[Any, ...]]) -> socket.socket:
        family, kind, protocol, _, peer = info
        if peer[0] not in known or peer[1] != port:
            raise OSError("not an address that was checked")
        return socket.socket(family, kind, protocol)

    return make


def _family(address: Address) -> socket.AddressFamily:
    return socket.AF_INET if address.version == 4 else socket.AF_INET6


async def _let_finish(answer: aiohttp.ClientResponse) -> None:
    try:
        async with asyncio.timeout(READING):
            left = MOST_READ
            while left > 0 and (part := await answer.content.read(left)):
                left -= len(part)
    except (TimeoutError, aiohttp.ClientError, OSError):
        return


def _failed(reason: Reason) -> Outcome:
    return Outcome(None, reason)
