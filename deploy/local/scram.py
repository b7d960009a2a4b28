"""Password verifiers computed by us, so that no password travels in a statement that a server may log."""

import base64
import hashlib
import hmac
import secrets

_ITERATIONS = 4096


def verifier(password: str) -> str:
    """What PostgreSQL stores for an ASCII password under SCRAM-SHA-256 (RFC 5802, 7677)."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode("ascii"), salt, _ITERATIONS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    parts = (base64.b64encode(part).decode() for part in (salt, stored, server))
    return "SCRAM-SHA-256${}:{}${}:{}".format(_ITERATIONS, *parts)
