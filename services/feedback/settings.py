"""Settings of the feedback service only."""

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path

from pydantic import PositiveFloat, SecretStr
from pydantic_settings import SettingsConfigDict

from services.common.settings import ServiceSettings
from services.feedback.outgoing.rules.addresses import HTTPS_PORT, Reach


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
    outgoing_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    """Own networks that outgoing webhooks may reach, as an installation inside one network needs; else public ones."""
    outgoing_ports: tuple[int, ...] = (HTTPS_PORT,)
    """Ports that they may reach; other than that of https in own networks only."""
    outgoing_ca_file: Path | None = None
    """Certificates of an own authority, believed beside those that the machine knows."""

    @property
    def outgoing_reach(self) -> Reach:
        """Where outgoing webhooks may go."""
        return Reach(self.outgoing_networks, frozenset(self.outgoing_ports))
