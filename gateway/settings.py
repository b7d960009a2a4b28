"""Settings of the gateway only."""

from pathlib import Path

from pydantic import Field, PositiveFloat, PositiveInt, SecretStr
from pydantic_settings import SettingsConfigDict

from services.common.auth.keys import SigningKey
from services.common.settings import ServiceSettings

FRONTEND = Path(__file__).resolve().parents[1] / "frontend" / "dist"


def _unused_key() -> SecretStr:
    return SecretStr(SigningKey.draw().pem)


class GatewaySettings(ServiceSettings):
    """Where the services are, how long keys and tokens live, and every limit."""

    model_config = SettingsConfigDict(env_prefix="GATEWAY_", extra="forbid")

    service_name: str = "gateway"
    signing_key: SecretStr = Field(default_factory=_unused_key)
    """Signs nothing: the gateway's keys are rows of its database, shared by its replicas and rotated."""

    contracts_url: str
    kpi_url: str
    feedback_url: str
    public_url: str
    """Address under which the world reaches the gateway."""
    ready_file: Path | None = None
    """`/readyz` stays 503 until this file exists."""

    operator_name: str | None = None
    """Who runs this installation, as its notices tell; what is not set is told as missing. So are the next ones."""
    operator_address: str | None = None
    operator_registration: str | None = None
    operator_contact: str | None = None
    operator_publication_director: str | None = None
    operator_host: str | None = None
    operator_data_protection_contact: str | None = None

    administrator_client_id: str | None = None
    administrator_client_secret: SecretStr | None = None
    """Credential of the first administrator, kept as given at each start; 32 characters or more."""

    access_token_seconds: PositiveInt = 600
    internal_token_seconds: PositiveInt = 60
    internal_token_reuse_seconds: PositiveFloat = 30.0
    key_rotation_days: PositiveFloat = 90.0
    refresh_seconds: PositiveFloat = 2.0
    """How often keys and revocations are read again: the longest that what was revoked elsewhere stays good."""

    session_idle_seconds: PositiveInt = 12 * 3600
    session_seconds: PositiveInt = 7 * 86_400
    person_seconds: PositiveFloat = 25.0
    """How long a person's functions are kept; while contracts is away, as long as an access token."""
    sign_in_rate: str = "300/minute"
    """Of one address, right or wrong; wrong ones also wait longer each time."""

    sign_in_step_seconds: PositiveInt = 300
    """How long a sign-in waits for its code, or for somebody to come back from their organisation's provider."""

    providers_on_loopback: bool = False
    """Whether an organisation's OpenID provider may be this machine, by http: for tests and development only."""

    smtp_url: SecretStr | None = None
    """`smtps://`, `smtp://` (STARTTLS, required) or `smtp+plain://` (this machine only), `[USER:PASSWORD@]HOST[:PORT]`;
    without it links are handed over by hand."""
    mail_from: str = "Copil <copil@localhost>"
    mail_seconds: PositiveFloat = 5.0
    """Time that the mail server has for one letter."""
    invitation_seconds: PositiveInt = 7 * 86_400
    first_administrator_seconds: PositiveInt = 86_400
    password_link_seconds: PositiveInt = 1800
    password_request_rate: str = "120/hour"  # noqa: S105 - a rate
    """Of one address on the network."""

    frontend_folder: Path | None = FRONTEND
    """What people see, as it was built; without it there is only the API."""

    client_rate: str = "6000/minute"
    hook_rate: str = "60000/minute"
    page_rate: str = "6000/minute"
    """Of pages that people open by a link, from one address; a proxy before us makes one of all."""
    token_rate: str = "120/minute"  # noqa: S105 - a rate
    """Of one client or BI key from one address, failures included."""

    body_bytes: PositiveInt = 1_000_000
    replay_body_bytes: PositiveInt = 64 * 1024 * 1024
    body_seconds: PositiveFloat = 10.0
    """Time that a whole small body may take, and the longest silence within a large one."""
    replay_body_seconds: PositiveFloat = 300.0

    upstream_seconds: PositiveFloat = 10.0
    """Time that a service has to begin its answer."""
    replay_seconds: PositiveFloat = 120.0
    upstream_idle_seconds: PositiveFloat = 4.0
    """Below the 5 s after which uvicorn closes an idle connection, so that we are the ones who close it."""
    upstream_in_flight: PositiveInt = 256
    """Calls under way to one service; beyond, callers are told to come back."""
    replays_in_flight: PositiveInt = 8
    tables_in_flight: PositiveInt = 16
    """Whole tables for BI tools, and answers at other instants, under way; they have as long as replays."""

    def services(self) -> dict[str, str]:
        """Name -> address of every service behind the gateway."""
        return {"contracts": self.contracts_url, "kpi": self.kpi_url, "feedback": self.feedback_url}
