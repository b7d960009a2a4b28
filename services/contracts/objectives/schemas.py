"""Bodies of objectives."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.contracts.authors import Author, VersionState
from services.contracts.fields import Amount, Line, Passage
from services.contracts.indicators.rules import Indicator
from services.contracts.objectives.rules import Change, Motive

OBJECTIVE_ID = "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07"

_EXAMPLE: JsonDict = {
    "statement": "Améliorer la satisfaction des clients de 20 % en un an",
    "metric": "csat",
    "baseline_value": "0.7",
    "target_value": "0.84",
    "change": "relative",
    "starts_on": "2026-10-01",
    "due_on": "2027-09-30",
    "owner_donneur_ordre": "Claire Morel",
    "owner_sous_traitant": "Karim Benali",
    "motive": "quality",
    "strategic_priority": "Fidéliser la clientèle",
}


class ObjectiveParts(BaseModel):
    """What an objective says."""

    statement: Passage
    """Specific."""
    metric: Indicator
    """Measurable, with both values in the unit of this indicator."""
    baseline_value: Amount
    target_value: Amount
    change: Change
    starts_on: Day
    """Dated, with `due_on`."""
    due_on: Day
    owner_donneur_ordre: Line
    """Attainable: somebody on each side answers for it."""
    owner_sous_traitant: Line
    motive: Motive
    """Relevant: it serves one of the reasons of the outsourcing."""
    strategic_priority: Line | None = None
    replaces: UUID | None = None
    """The objective that this one takes the place of: the history of what was proposed stays."""


class NewObjective(RequestBody, ObjectiveParts):
    """An objective to add; refused while one of its parts is missing."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    comment: Passage | None = None
    """Read by both parties; no part of what is accepted."""

    def body(self) -> dict[str, Any]:
        """All of it but the comment, as it is accepted."""
        return self.model_dump(mode="json", exclude={"comment"})


class ObjectiveView(ObjectiveParts):
    """One objective, the same for both parties."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": OBJECTIVE_ID,
                    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    "recorded_at": "2026-09-15T08:10:00.123456Z",
                    "state": "in_force",
                    "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                    "written_at": "2026-09-15T08:10:00.123456Z",
                    "comment": "Convenu en comité du 15 septembre.",
                    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    **_EXAMPLE,
                }
            ]
        },
    )

    id: UUID
    contract_id: UUID
    starts_on: date
    due_on: date
    recorded_at: Instant | None
    """When it came into force; null while it is only proposed."""
    state: VersionState
    digest: str
    author: Author
    written_at: Instant | None
    comment: str | None
