"""Tokens that must open nothing, made with the real keys of a running installation."""

import asyncio
import json
import time
from typing import Any

import asyncpg
from jose import jwt
from pydantic import SecretStr

from services.common.auth.keys import SigningKey
from services.common.auth.tokens import TokenSigner
from services.common.encryption import Vault
from tests.support.copil import Copil
from tests.support.databases import blocking


def _secrets(copil: Copil) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((copil.folder / "secrets.json").read_text())
    return content


async def _sealed_keys(copil: Copil) -> list[bytes]:
    connection = await asyncpg.connect(
        host=(copil.folder / "postgres.socket").read_text().strip(),
        user="postgres",
        password=(copil.folder / "postgres.password").read_text().strip(),
        database="copil_gateway",
    )
    try:
        async with asyncio.timeout(10):
            rows = await connection.fetch("SELECT sealed_pem FROM signing_key ORDER BY signs_from LIMIT 1")
            return [row["sealed_pem"] for row in rows]
    finally:
        await connection.close()


def gateway_key(copil: Copil) -> SigningKey:
    """The key that signs access tokens now."""
    vault = Vault([SecretStr(_secrets(copil)["encryption_keys"]["gateway"])])
    (sealed,) = blocking(_sealed_keys(copil))
    return SigningKey.from_pem(vault.open(sealed).decode())


def expired(copil: Copil, name: str) -> str:
    """A token of that client that was good until a moment ago."""
    claims = jwt.get_unverified_claims(copil.token(name))
    issued = int(time.time()) - 600
    return TokenSigner("copil", gateway_key(copil)).sign("copil", 599, {**claims, "iat": issued, "exp": issued + 599})


def internal(copil: Copil, name: str) -> str:
    """What the gateway hands to the kpi service for that client: good there, not at the front door."""
    claims = jwt.get_unverified_claims(copil.token(name))
    kept: dict[str, Any] = {
        str(claim): claims[claim] for claim in ("sub", "org", "functions", "roles", "scope") if claim in claims
    }
    return TokenSigner("gateway", gateway_key(copil)).sign("kpi", 60, kept)


def garbage(copil: Copil, name: str) -> str:
    """A token of that client with another signature."""
    head, body, _ = copil.token(name).split(".")
    return f"{head}.{body}.{'A' * 86}"
