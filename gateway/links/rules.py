"""Tokens of links and their addresses (pure)."""

import hashlib
import re
import secrets
from enum import StrEnum

TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


class Purpose(StrEnum):
    """What a link is good for."""

    FIRST_ADMINISTRATOR = "first_administrator"
    INVITATION = "invitation"
    PASSWORD = "password"  # noqa: S105 - a purpose


PAGES = {
    Purpose.FIRST_ADMINISTRATOR: "invitation",
    Purpose.INVITATION: "invitation",
    Purpose.PASSWORD: "mot-de-passe",
}


def draw_token() -> str:
    """What a new link is known by: 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(token: str) -> bytes:
    """What is kept of it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def address(public_url: str, purpose: Purpose, token: str, language: str | None) -> str:
    """Where a link leads. The token stands behind `#`: browsers keep that part to themselves, so no log holds it."""
    query = "?langue=en" if language == "en" else ""
    return f"{public_url.rstrip('/')}/{PAGES[purpose]}{query}#{token}"
