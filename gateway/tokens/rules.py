"""Reading a token request (RFC 6749, sections 2.3.1 and 4.4), pure."""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote_plus

from gateway.tokens.errors import InvalidClient, InvalidRequest, UnsupportedGrantType

GRANT_TYPE = "client_credentials"
FORM = "application/x-www-form-urlencoded"
MOST_FIELDS = 20
LONGEST = 200


@dataclass(frozen=True)
class ClientProof:
    """Who asks, and the secret shown."""

    client_id: str
    secret: str


def read_request(authorization: str | None, content_type: str, body: bytes) -> ClientProof:
    """The client and its secret. Raises: InvalidRequest, UnsupportedGrantType, InvalidClient."""
    form = _read_form(content_type, body)
    basic = _read_basic(authorization) if authorization is not None else None
    grant = form.get("grant_type")
    if grant is None:
        raise InvalidRequest("grant_type is missing.")
    if grant != GRANT_TYPE:
        raise UnsupportedGrantType(f"Only {GRANT_TYPE} is supported.")
    if basic is None:
        if not form.get("client_id") or "client_secret" not in form:
            raise InvalidClient
        proof = ClientProof(form["client_id"], form["client_secret"])
    else:
        if "client_secret" in form or form.get("client_id", basic.client_id) != basic.client_id:
            raise InvalidRequest("Use HTTP Basic or the form for the client's credentials, not both.")
        proof = basic
    if len(proof.client_id) > LONGEST or len(proof.secret) > LONGEST or "\0" in proof.client_id:
        raise InvalidClient
    return proof


def _read_form(content_type: str, body: bytes) -> dict[str, str]:
    if content_type.partition(";")[0].strip().lower() != FORM:
        raise InvalidRequest(f"The body has to be {FORM}.")
    try:
        fields = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except (ValueError, UnicodeDecodeError):
        raise InvalidRequest("The form cannot be read.") from None
    form = dict(fields)
    if len(form) != len(fields):
        raise InvalidRequest("A parameter is given twice.")
    return form


def _read_basic(authorization: str) -> ClientProof:
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        raise InvalidClient
    try:
        client_id, colon, secret = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        raise InvalidClient from None
    if not colon or not client_id:
        raise InvalidClient
    # Section 2.3.1: both parts are form-encoded before they go into Basic; ours have nothing to encode.
    return ClientProof(unquote_plus(client_id), unquote_plus(secret))
