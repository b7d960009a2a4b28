"""Refusals of the token endpoint: problems that also carry the names of RFC 6749."""

from collections.abc import Mapping
from typing import ClassVar

from services.common.errors import AppError


class TokenRefused(AppError):
    """No token is issued."""

    status = 400
    error: ClassVar[str] = "invalid_request"
    title = "The token request is not valid"

    def __init__(self, detail: str | None = None) -> None:
        super().__init__(detail, code=self.error, error=self.error)


class InvalidRequest(TokenRefused):
    """A parameter is missing, repeated or contradicts another."""

    code = "invalid_request"


class UnsupportedGrantType(TokenRefused):
    """Only client credentials are exchanged for tokens."""

    code = error = "unsupported_grant_type"
    title = "Unsupported grant type"


class InvalidClient(TokenRefused):
    """Unknown client, wrong secret or revoked: which of them is not told."""

    status = 401
    code = error = "invalid_client"
    title = "Client not recognised"

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": 'Basic realm="copil", charset="UTF-8"'}
