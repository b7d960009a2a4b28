"""Settings of the contracts service only."""

from pydantic import PositiveFloat
from pydantic_settings import SettingsConfigDict

from services.common.settings import ServiceSettings


class ContractsSettings(ServiceSettings):
    """Where the other services are."""

    model_config = SettingsConfigDict(env_prefix="CONTRACTS_", extra="forbid")

    service_name: str = "contracts"
    gateway_url: str
    kpi_url: str
    feedback_url: str
    administrator_client_id: str | None = None
    """Client of the first administrator, made at start unless it exists; the gateway is given its secret."""
    end_check_seconds: PositiveFloat = 60.0
    """How often contracts whose last day has passed are looked for."""
    deadline_check_seconds: PositiveFloat = 300.0
    """How often dates of actions that come or have passed are looked for."""
