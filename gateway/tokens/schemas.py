"""What the token endpoint answers, and what its OpenAPI says of its form."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from services.common.schemas import Problem


class AccessToken(BaseModel):
    """An access token (RFC 6749, section 5.1)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"access_token": "eyJhbGciOiJFUzI1NiIs…", "token_type": "Bearer", "expires_in": 600}]
        }
    )

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - a kind
    expires_in: int


class TokenProblem(Problem):
    """A refused token request: `error` is the name of RFC 6749, section 5.2."""

    error: str


class PublishedKey(BaseModel):
    """One public key (RFC 7517)."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: str
    y: str
    kid: str
    alg: Literal["ES256"]
    use: Literal["sig"]


class PublishedKeys(BaseModel):
    """The public keys that verify our tokens."""

    keys: list[PublishedKey]


TOKEN_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["grant_type"],
                    "properties": {
                        "grant_type": {"type": "string", "enum": ["client_credentials"]},
                        "client_id": {"type": "string"},
                        "client_secret": {"type": "string", "format": "password"},
                        "scope": {"type": "string"},
                    },
                },
                "example": {
                    "grant_type": "client_credentials",
                    "client_id": "0199d3a8-5b1c-7c32-9a44-2f6f1f0f6a11",
                    "client_secret": "kept-by-the-client",
                },
            }
        },
    },
    "security": [{"basic": []}, {}],
}
