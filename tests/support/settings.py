"""What the settings of every service have in common in tests."""

from typing import Any

from cryptography.fernet import Fernet

from deploy.local.urls import ServiceUrls
from tests.support.callers import ISSUERS, TokenDesk


def common_settings(service: str, urls: ServiceUrls, desk: TokenDesk, keys_url: str) -> dict[str, Any]:
    """Database, keys and trust of one service; every issuer's keys are published below `keys_url`."""
    return {
        "environment": "test",
        "log_level": "ERROR",
        "database_url": urls.app,
        "worker_database_url": urls.worker,
        "signing_key": desk.pem(service),
        "trusted_issuers": {issuer: f"{keys_url}/keys/{issuer}.json" for issuer in ISSUERS if issuer != service},
        "encryption_keys": [Fernet.generate_key().decode()],
    }
