"""Settings that every service shares; each service adds its own and an environment prefix."""

from pydantic import PositiveInt, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ServiceSettings(BaseSettings):
    """Flat settings of one service; secrets have no default."""

    model_config = SettingsConfigDict(extra="forbid")

    service_name: str
    environment: str = "production"
    log_level: str = "INFO"

    database_url: str
    """Role of requests: row-level security forced."""
    worker_database_url: str
    """Role of background work and ingestion: own policies, never serves reads."""
    database_pool_size: PositiveInt = 8

    signing_key: SecretStr
    """ES256 private key (PEM) with which this service signs its calls to the others."""
    trusted_issuers: dict[str, str]
    """Issuer of internal tokens -> address of its public keys (JWKS)."""
    encryption_keys: list[SecretStr]
    """Fernet keys, newest first: the first encrypts, all decrypt."""
