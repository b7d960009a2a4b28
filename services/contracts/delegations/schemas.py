"""Bodies of functions in one contract."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.auth.access import Function
from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.fields import Line, StatedInstant
from services.contracts.people.schemas import PERSON_ID, Functions

_GIVEN: dict[str, Any] = {
    "functions": ["manager", "signatory"],
    "scope": "Avenants de moins de 10 000 € par an",
    "valid_from": "2026-10-01T00:00:00Z",
    "valid_to": "2027-10-01T00:00:00Z",
}


class NewDelegation(RequestBody):
    """What somebody is to do in a contract, in place of what they do elsewhere."""

    model_config = ConfigDict(json_schema_extra={"examples": [_GIVEN]})

    functions: Functions
    scope: Line | None = None
    """What a signatory may sign; required for one."""
    valid_from: StatedInstant | None = None
    """Left out: from now on."""
    valid_to: StatedInstant | None = None
    """Required for an auditor."""


class DelegationView(BaseModel):
    """What somebody does, or did, in a contract."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3a2-9a01-7c21-8f4e-5d6c7b8a9c04",
                    "person_id": PERSON_ID,
                    **_GIVEN,
                    "recorded_at": "2026-09-28T15:00:00Z",
                    "recorded_by": PERSON_ID,
                    "ended_at": None,
                    "ended_by": None,
                }
            ]
        },
    )

    id: UUID
    person_id: UUID
    functions: list[Function]
    scope: str | None
    valid_from: Instant
    valid_to: Instant | None
    recorded_at: Instant
    recorded_by: str
    ended_at: Instant | None
    """When it was replaced or taken back."""
    ended_by: str | None
