"""Bodies of the list of signatories."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.instants import Instant
from services.contracts.agreements.rules import Side


class SignatoryView(BaseModel):
    """Somebody who may sign a contract and its amendments for one side: now, or from an instant to come."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "side": "donneur_ordre",
                    "person_id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
                    "name": "Claire Morel",
                    "scope": "Avenants de moins de 10 000 € par an",
                    "valid_from": "2026-10-01T00:00:00Z",
                    "valid_to": "2027-10-01T00:00:00Z",
                }
            ]
        },
    )

    side: Side
    person_id: UUID | None
    """Of people of one's own organisation only."""
    name: str
    scope: str | None
    """For what they are named in this contract, in the words of their own organisation; null: they sign everywhere."""
    valid_from: Instant | None
    """Null: by a function that is not of this contract alone."""
    valid_to: Instant | None


class SignatoryList(BaseModel):
    """Signatories of both sides, by side and name."""

    items: list[SignatoryView]
