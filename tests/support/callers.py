"""Who calls in a test: internal tokens signed with keys of the test, and an HTTP client that carries them."""

import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from services.common.auth.access import Function
from services.common.auth.keys import SigningKey
from services.common.auth.tokens import TokenSigner
from services.common.http import TOKEN_LIFE
from services.common.identifiers import new_id

RENEWED_SECONDS = 480.0
"""Access tokens live 600 s; tests on a busy machine live longer."""
ISSUERS = ("gateway", "contracts", "kpi", "feedback")


@dataclass(frozen=True)
class TokenDesk:
    """Signs in the name of the gateway and of every service."""

    keys: Mapping[str, SigningKey] = field(default_factory=lambda: {issuer: SigningKey.draw() for issuer in ISSUERS})

    def pem(self, issuer: str) -> str:
        """The private key of an issuer, for the settings of its application."""
        return self.keys[issuer].pem

    def jwks(self, issuer: str) -> dict[str, Any]:
        """The published keys of an issuer."""
        return {"keys": [self.keys[issuer].public_jwk()]}

    def for_member(
        self,
        audience: str,
        organisation_id: UUID | str,
        *functions: Function,
        subject: str | None = None,
        **claims_beside: Any,
    ) -> str:
        """What the gateway hands a service for a caller of that organisation."""
        claims = {
            "sub": subject or str(new_id()),
            "org": str(organisation_id),
            "functions": list(functions),
            "roles": [],
            "scope": "",
            **claims_beside,
        }
        return TokenSigner("gateway", self.keys["gateway"]).sign(audience, TOKEN_LIFE, claims)

    def for_service(self, issuer: str, audience: str) -> str:
        """What a service signs itself for another."""
        claims = {"sub": f"service:{issuer}", "functions": [], "roles": []}
        return TokenSigner(issuer, self.keys[issuer]).sign(audience, TOKEN_LIFE, claims)


class Api:
    """One service as one caller reaches it; without a token, as a stranger does."""

    def __init__(
        self,
        http: httpx.Client,
        base_url: str,
        token: str | Callable[[], str] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> None:
        """`token`: one, or how to sign in, done again before it expires; `fields`: beside it in every request."""
        self._http = http
        self._base_url = base_url
        self._sign_in = token if callable(token) else None
        self._token = token() if callable(token) else token
        self._signed_in_at = time.monotonic()
        self._fields = dict(fields or {})

    @property
    def headers(self) -> dict[str, str]:
        """The header fields of every request of this caller."""
        if self._sign_in is not None and time.monotonic() - self._signed_in_at > RENEWED_SECONDS:
            self._token, self._signed_in_at = self._sign_in(), time.monotonic()
        return self._fields if self._token is None else {"authorization": f"Bearer {self._token}", **self._fields}

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Any request."""
        headers = {**self.headers, **options.pop("headers", {})}
        return self._http.request(method, self._base_url + path, headers=headers, **options)

    def stream(self, path: str) -> AbstractContextManager[httpx.Response]:
        """GET, read as it comes."""
        return self._http.stream("GET", self._base_url + path, headers=self.headers)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET."""
        return self.call("GET", path, **options)

    def post(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        """POST a JSON body."""
        return self.call("POST", path, json=body, **options)

    def put(self, path: str, body: Any = None, **options: Any) -> httpx.Response:
        """PUT a JSON body."""
        return self.call("PUT", path, json=body, **options)

    def delete(self, path: str, **options: Any) -> httpx.Response:
        """DELETE."""
        return self.call("DELETE", path, **options)


def faults(answer: httpx.Response) -> set[str]:
    """The fields that a refusal names."""
    assert answer.status_code == 422, answer.text[:1000]
    return {error["field"] for error in answer.json()["errors"]}
