"""Pseudonyms of end customers and agents, keyed by contract."""

import hmac
from collections.abc import Callable
from uuid import UUID

from pydantic import SecretStr


def pseudonymiser(root: SecretStr, contract_id: UUID) -> Callable[[str], str]:
    """Contract-keyed pseudonyms (HMAC-SHA-256): the same person is the same within a contract and unknown outside."""
    key = hmac.digest(root.get_secret_value().encode(), contract_id.bytes, "sha256")

    def pseudonym(identity: str) -> str:
        return hmac.digest(key, identity.encode(), "sha256").hex()[:32]

    return pseudonym
