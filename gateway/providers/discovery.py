"""What providers publish of themselves: read when needed, kept for some minutes."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from gateway.providers import id_tokens
from gateway.providers.outgoing import CallFailed, Outgoing
from gateway.providers.rules import WELL_KNOWN, fault_of_address

KEPT = 300.0
RETRY_AFTER = 2.0
"""Seconds between two readings that an unknown key or a failure provokes: neither must become traffic."""
MOST = 1000


class Unfit(Exception):
    """The provider does not answer, or not as an OpenID provider does; the text says what is wrong."""


@dataclass(frozen=True)
class Metadata:
    """The addresses of a provider."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str | None
    secret_in_body: bool
    """Whether it takes the client secret in the form only."""
    names_itself: bool
    """Whether it says who it is when it sends somebody back (RFC 9207)."""


@dataclass
class _Entry:
    metadata: Metadata | None = None
    keys: list[dict[str, Any]] = field(default_factory=list)
    metadata_at: float = float("-inf")
    keys_at: float = float("-inf")
    failed_at: float = float("-inf")
    failure: str = ""
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


class Providers:
    """What is known of each issuer."""

    def __init__(self, outgoing: Outgoing, *, loopback: bool) -> None:
        self._outgoing = outgoing
        self._loopback = loopback
        self._entries: dict[str, _Entry] = {}

    def forget(self, issuer: str) -> None:
        """Read everything again at the next use."""
        self._entries.pop(issuer, None)

    async def metadata(self, issuer: str) -> Metadata:
        """The addresses of a provider. Raises: Unfit."""
        entry = self._entry(issuer)
        async with entry.reading:
            if entry.metadata is None or time.monotonic() - entry.metadata_at > KEPT:
                entry.metadata = await self._attempt(entry, self._read_metadata(issuer))
                entry.metadata_at = time.monotonic()
            return entry.metadata

    async def keys(self, issuer: str, *, again: bool = False) -> list[dict[str, Any]]:
        """The published keys; `again`: a key is missing among those known. Raises: Unfit."""
        metadata = await self.metadata(issuer)
        entry = self._entry(issuer)
        async with entry.reading:
            age = time.monotonic() - entry.keys_at
            if age > KEPT or (again and age > RETRY_AFTER):
                entry.keys = await self._attempt(entry, self._read_keys(metadata))
                entry.keys_at = time.monotonic()
            return entry.keys

    def _entry(self, issuer: str) -> _Entry:
        if issuer not in self._entries and len(self._entries) >= MOST:
            self._entries.clear()
        return self._entries.setdefault(issuer, _Entry())

    async def _attempt(self, entry: _Entry, reading: Any) -> Any:
        if time.monotonic() - entry.failed_at < RETRY_AFTER:
            reading.close()
            raise Unfit(entry.failure)
        try:
            return await reading
        except Unfit as error:
            entry.failed_at, entry.failure = time.monotonic(), str(error)
            raise

    async def _read(self, url: str, what: str) -> dict[str, Any]:
        try:
            reply = await self._outgoing.call("GET", url)
        except CallFailed as error:
            raise Unfit(f"{what} cannot be read: {error}") from None
        if reply.status != 200 or not isinstance(reply.content, dict):
            raise Unfit(f"{what} cannot be read: status {reply.status}")
        return reply.content

    async def _read_metadata(self, issuer: str) -> Metadata:
        told = await self._read(issuer.rstrip("/") + WELL_KNOWN, "the description")
        if told.get("issuer") != issuer:
            raise Unfit("the description names another issuer")
        addresses = {name: told.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")}
        if told.get("userinfo_endpoint") is not None:
            addresses["userinfo_endpoint"] = told["userinfo_endpoint"]
        for name, url in addresses.items():
            if not isinstance(url, str) or fault_of_address(url, loopback=self._loopback):
                raise Unfit(f"{name} is missing, or no address that may be called")
        if "code" not in _texts(told.get("response_types_supported", ["code"])):
            raise Unfit("it gives no authorization codes")
        methods = _texts(told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]))
        if not {"client_secret_basic", "client_secret_post"} & methods:
            raise Unfit("it takes no client secret")
        return Metadata(
            **{name: str(url) for name, url in addresses.items() if name != "userinfo_endpoint"},
            userinfo_endpoint=addresses.get("userinfo_endpoint"),
            secret_in_body="client_secret_basic" not in methods,
            names_itself=told.get("authorization_response_iss_parameter_supported") is True,
        )

    async def _read_keys(self, metadata: Metadata) -> list[dict[str, Any]]:
        told = await self._read(metadata.jwks_uri, "the keys")
        listed = told.get("keys")
        keys = [key for key in listed if isinstance(key, dict)] if isinstance(listed, list) else []
        if not any(key.get("kty") in id_tokens.FAMILIES.values() for key in keys):
            raise Unfit("no key is published that signs")
        return keys


def _texts(value: object) -> set[str]:
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()
