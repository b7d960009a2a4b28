"""Settings of the feedback service only."""

from pydantic import PositiveFloat, SecretStr
from pydantic_settings import SettingsConfigDict

from services.common.settings import ServiceSettings


class FeedbackSettings(ServiceSettings):
    """Where the other services are, and how often contracts is asked."""

    model_config = SettingsConfigDict(env_prefix="FEEDBACK_", extra="forbid")

    service_name: str = "feedback"
    contracts_url: str
    kpi_url: str
    public_url: str
    """Address under which the world reaches the gateway: of links to the hosted page and of survey tools."""
    pseudonym_key: SecretStr
    """Root of the contract-keyed pseudonyms, the same as kpi's: a person is the same to both."""
    compare_seconds: PositiveFloat = 30.0
    """A party's access must end within 60 s of its revocation, also when the message about it was lost."""
