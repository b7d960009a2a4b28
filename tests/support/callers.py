"""Who calls in a test: internal tokens signed with keys of the test, and an HTTP client that carries them."""

from collections.abc import Mapping
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
        self, http: httpx.Client, base_url: str, token: str | None = None, fields: Mapping[str, str] | None = None
    ) -> None:
        """`fields`: header fields of every request beside the token's."""
        self._http = http
        self._base_url = base_url
        self._headers = {} if token is None else {"authorization": f"Bearer {token}"}
        self._headers |= fields or {}

    @property
    def headers(self) -> dict[str, str]:
        """The header fields of every request of this caller."""
        return dict(self._headers)

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Any request."""
        headers = {**self._headers, **options.pop("headers", {})}
        return self._http.request(method, self._base_url + path, headers=headers, **options)

    def stream(self, path: str) -> AbstractContextManager[httpx.Response]:
        """GET, read as it comes."""
        return self._http.stream("GET", self._base_url + path, headers=self._headers)

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
