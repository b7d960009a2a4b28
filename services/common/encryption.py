"""Secrets that must be read again (webhook secrets, stored answers) are encrypted at rest."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, MultiFernet
from pydantic import SecretStr


class Vault:
    """Encrypts with the newest key and decrypts with any of them, so that keys can be renewed."""

    def __init__(self, keys: Sequence[SecretStr]) -> None:
        self._fernet = MultiFernet([Fernet(key.get_secret_value()) for key in keys])

    def seal(self, plain: bytes) -> bytes:
        """Encrypt."""
        return self._fernet.encrypt(plain)

    def open(self, sealed: bytes) -> bytes:
        """Decrypt. Raises: cryptography.fernet.InvalidToken when no key fits."""
        return self._fernet.decrypt(sealed)
