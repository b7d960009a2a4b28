"""Settings of the kpi service only."""

from pydantic import PositiveInt, SecretStr
from pydantic_settings import SettingsConfigDict

from services.common.settings import ServiceSettings


class KpiSettings(ServiceSettings):
    """Where the other services are, and the bounds of ingestion."""

    model_config = SettingsConfigDict(env_prefix="KPI_", extra="forbid")

    service_name: str = "kpi"
    contracts_url: str
    feedback_url: str
    public_url: str
    """Address under which ticketing tools reach the gateway; source addresses begin with it."""
    pseudonym_key: SecretStr
    """Root of the contract-keyed pseudonyms of requesters and agents; renewing it starts new pseudonyms."""
    ingestion_writers: PositiveInt = 2
    """Two: one prepares while the other waits for the disk; more only split the group commits."""
    ingestion_queue: PositiveInt = 5_000
    """Deliveries waiting for a writer; beyond, senders are told to come back."""
    content_months: PositiveInt = 13
    """Raw contents are kept for that many months after they were recorded, then dropped month by month."""
