"""What crosses HTTP about sources."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.kpi.ingestion.connectors import CONNECTORS

SYSTEMS: list[JsonValue] = [*sorted(CONNECTORS)]


class NewSource(RequestBody):
    """A ticketing tool to connect."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "system": "zendesk",
                    "name": "Zendesk du prestataire",
                    "secret": "dGVzdF96ZW5kZXNrX3NpZ25pbmdfc2VjcmV0X2ZpeHR1cmU=",
                    "bot_author_ids": ["31100000000999"],
                },
                {
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "system": "freshdesk",
                    "name": "Freshdesk du service clients",
                    "secret": "copil:motDePasse-a-choisir-2026",
                    "body_hash_window_seconds": 900,
                },
                {
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "system": "glpi",
                    "name": "GLPI du support",
                    "secret_later": True,
                    "signature_tolerance_seconds": 86_400,
                },
            ]
        }
    )

    contract_id: str
    system: str = Field(
        description="The tool; `generic`: CloudEvents with Standard Webhooks signatures.",
        json_schema_extra={"enum": SYSTEMS},
    )
    name: Annotated[str, Field(min_length=1, max_length=200)]
    secret: Annotated[str, Field(min_length=1, max_length=500)] | None = Field(
        default=None, description="The secret that the tool dictates; left out, one is drawn."
    )
    secret_later: bool = Field(
        default=False,
        strict=True,
        description="The tool dictates a secret that is not known yet: what comes before is kept unverified.",
    )
    signature_tolerance_seconds: Annotated[int, Field(ge=1, le=7 * 86_400)] | None = Field(
        default=None,
        description="How far the signed time may be from the reception; left out: 300, for `glpi` 86,400."
        " `freshdesk`, `intercom` and `zammad` sign no time.",
    )
    body_hash_window_seconds: Annotated[int, Field(ge=1, le=86_400)] | None = Field(
        default=None,
        description="How long an equal body is the same delivery; left out: for good, for `freshdesk` 900.",
    )
    bot_author_ids: Annotated[list[Annotated[str, Field(max_length=200)]], Field(default_factory=list, max_length=1000)]


class NewSecret(RequestBody):
    """A secret to put in the place of the present one, which stays good for a while."""

    secret: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    overlap_seconds: Annotated[int, Field(ge=0, le=30 * 86_400)] = 86_400
    beside: bool = Field(
        default=False,
        strict=True,
        description="Of a second webhook of the same tool (Zendesk: triggers): the present secret stays good until the"
        " next renewal.",
    )


class SecretOut(BaseModel):
    """The secret, shown this once, and how long the one before is still accepted."""

    id: str
    secret: str
    previous_secret_until: Instant | None


class SourceCreated(BaseModel):
    """The address to give to the tool, and the secret, shown this once."""

    id: str
    url: str
    secret: str | None = Field(description="Null while the tool's own is awaited.")
    awaiting_secret: bool
    contract_id: str
    system: str
    name: str
    signature_tolerance_seconds: int
    body_hash_window_seconds: int | None
    bot_author_ids: list[str]
    created_at: Instant


class VerdictCount(BaseModel):
    """How many deliveries met one fate in the last 30 days."""

    verdict: str
    conflict: bool
    deliveries: int
    last_received_at: Instant


class SourceOut(BaseModel):
    """A connected tool and its health."""

    id: str
    url: str
    contract_id: str
    system: str
    name: str
    signature_tolerance_seconds: int
    body_hash_window_seconds: int | None
    bot_author_ids: list[str]
    created_at: Instant
    awaiting_secret: bool = Field(description="Whether deliveries wait, unverified, for the tool's secret.")
    previous_secret_until: Instant | None
    last_received_at: Instant | None = Field(description="Last delivery of the last 30 days, whatever its fate.")
    verdicts: list[VerdictCount]
