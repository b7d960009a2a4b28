"""How fresh and how whole the data of a source are."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant


class DeliveryCounts(BaseModel):
    """Deliveries by their fate, since the source was connected."""

    accepted: int
    duplicate: int
    malformed: int
    rejected_signature: int
    rejected_stale: int
    unverified: int = Field(description="Came while the secret was not known; each is counted again as what it became.")
    conflicts: int = Field(description="Of these: the same key came with another body.")


class Silence(BaseModel):
    """Whether a source lives as usual (rules: `services/kpi/health/rules.py`)."""

    state: Literal["waiting", "learning", "alive", "silent"] = Field(
        description="`waiting`: nothing was accepted yet; `learning`: for two weeks, until its rhythm is known;"
        " `silent`: for longer than its rhythm or the limit of the parties allows."
    )
    since: Instant | None = Field(description="Of a silent one: its last accepted delivery.")
    expected: int | None = Field(description="Of a silent one: deliveries that would usually have come since.")
    rule: Literal["rhythm", "limit"] | None = Field(description="Of a silent one: which of the two was passed first.")
    explanation: Literal["quiet", "made_up"] | None = Field(description="What a manager of a party said of it.")
    alert_minutes: int | None = Field(description="The limit that the parties set; null: only the rhythm.")


class FreshnessOut(BaseModel):
    """One source; the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "name": "Zendesk du prestataire",
                    "system": "zendesk",
                    "last_received_at": "2026-10-31T17:42:03.120417Z",
                    "last_event_at": "2026-10-31T17:42:01Z",
                    "deliveries": {
                        "accepted": 48211,
                        "duplicate": 310,
                        "malformed": 2,
                        "rejected_signature": 1,
                        "rejected_stale": 0,
                        "unverified": 0,
                        "conflicts": 1,
                    },
                    "quarantined": 2,
                    "tickets": 9124,
                    "orphans": 2,
                    "completeness": "0.9998",
                    "replayed": 40000,
                    "silence": {
                        "state": "silent",
                        "since": "2026-10-31T17:42:03.120417Z",
                        "expected": 23,
                        "rule": "rhythm",
                        "explanation": None,
                        "alert_minutes": 120,
                    },
                }
            ]
        }
    )

    source_id: str
    contract_id: str = Field(
        description="Where its deliveries are kept: another one for a source that feeds this one too."
    )
    name: str
    system: str
    last_received_at: Instant | None = Field(description="Last delivery, whatever its fate.")
    last_event_at: Instant | None = Field(description="When what the newest delivery tells took effect.")
    deliveries: DeliveryCounts
    quarantined: int = Field(description="Bodies that wait in quarantine.")
    tickets: int = Field(description="Tickets of this contract heard of, as last folded; none out of its scope.")
    orphans: int = Field(description="Of these: tickets whose creation has not come.")
    completeness: str | None = Field(description="Share of the tickets whose creation has come, 4 decimals.")
    replayed: int = Field(description="Deliveries that came by a replay.")
    silence: Silence
