"""Passwords and keys of one installation: drawn once, kept in a private file, never changed by themselves."""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local.errors import RunnerError
from deploy.local.files import read_json_object, write_private_json

SERVICES = ("contracts", "kpi", "feedback", "gateway")
DATABASE_ROLES = tuple(f"{service}_{right}" for service in SERVICES for right in ("owner", "app", "worker"))


@dataclass(frozen=True)
class Secrets:
    """Everything secret that the runner hands to the processes."""

    database_passwords: Mapping[str, str]
    """By database role."""
    signing_keys: Mapping[str, str]
    """ES256 private key (PKCS#8 PEM) by service."""
    encryption_keys: Mapping[str, str]
    """Fernet key by service."""
    pseudonym_key: str
    """32 random bytes, base64: root of the keys of requesters' and agents' pseudonyms."""
    administrator_id: str
    administrator_secret: str
    """Client credentials of the platform administrator."""


def load_or_create(path: Path) -> Secrets:
    """Read the secrets and draw those that are missing. Raises: RunnerError when the file cannot be understood."""
    try:
        kept = read_json_object(path) or {}
        complete = _completed(kept)
    except (ValueError, TypeError, AttributeError) as error:
        # Drawing new secrets would make stored data unreadable for ever; a person has to decide.
        raise RunnerError(
            f"{path} cannot be read ({error}); restore it, or delete the data folder to start afresh."
        ) from error
    if complete != kept:
        write_private_json(path, complete)
    return Secrets(
        database_passwords=complete["database_passwords"],
        signing_keys=complete["signing_keys"],
        encryption_keys=complete["encryption_keys"],
        pseudonym_key=complete["pseudonym_key"],
        administrator_id=complete["administrator"]["client_id"],
        administrator_secret=complete["administrator"]["client_secret"],
    )


def _completed(kept: Mapping[str, Any]) -> dict[str, Any]:
    passwords = dict(kept.get("database_passwords", {}))
    signing = dict(kept.get("signing_keys", {}))
    encryption = dict(kept.get("encryption_keys", {}))
    administrator = dict(kept.get("administrator", {}))
    for role in DATABASE_ROLES:
        passwords.setdefault(role, secrets.token_urlsafe(24))
    for service in SERVICES:
        if service not in signing:
            signing[service] = _es256_key()
        encryption.setdefault(service, _random_key())
    administrator.setdefault("client_id", "platform-admin")
    administrator.setdefault("client_secret", secrets.token_urlsafe(32))
    return {
        "database_passwords": passwords,
        "signing_keys": signing,
        "encryption_keys": encryption,
        "pseudonym_key": kept.get("pseudonym_key") or _random_key(),
        "administrator": administrator,
    }


def _random_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def _es256_key() -> str:
    # Imported only when a key is drawn: a second start must not pay for it before PostgreSQL is launched.
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    return (
        ec.generate_private_key(ec.SECP256R1())
        .private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        .decode()
    )
