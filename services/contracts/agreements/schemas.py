"""Bodies of contracts."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.contracts.agreements.rules import Kind, State
from services.contracts.fields import Line, ZoneName

_EXAMPLE: JsonDict = {
    "title": "Assistance niveau 1",
    "kind": "externalisation",
    "donneur_ordre_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01",
    "sous_traitant_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d03",
    "zone": "Europe/Paris",
    "starts_on": "2026-10-01",
    "ends_on": "2027-09-30",
}


class NewContract(RequestBody):
    """A contract to draft between two organisations."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    title: Line
    kind: Kind
    donneur_ordre_id: UUID
    sous_traitant_id: UUID
    zone: ZoneName
    starts_on: Day
    ends_on: Day | None = None


class ContractView(BaseModel):
    """A contract, the same for both parties."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    **_EXAMPLE,
                    "state": "active",
                    "revision": 3,
                    "created_at": "2026-09-15T08:00:00Z",
                    "activated_at": "2026-09-20T09:30:00Z",
                }
            ]
        },
    )

    id: UUID
    title: str
    kind: Kind
    donneur_ordre_id: UUID
    sous_traitant_id: UUID
    zone: str
    starts_on: date
    ends_on: date | None
    state: State
    revision: int
    created_at: Instant
    activated_at: Instant | None
