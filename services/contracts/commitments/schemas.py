"""Bodies of commitments."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.authors import Author, VersionState
from services.contracts.commitments.rules import Class
from services.contracts.fields import Amount, Passage, StatedInstant
from services.contracts.indicators.rules import Direction, Indicator, Unit, Variant
from services.contracts.objectives.schemas import OBJECTIVE_ID
from services.contracts.questions.schemas import CHECKS, Checks, CheckView

REPEATED = ("class_", "target", "tolerance", "unit", "direction", "clause")
"""What every version says, and one that only ends a commitment need not repeat."""

_EXAMPLE: JsonDict = {
    "indicator": "ttr",
    "variant": "p90",
    "class": "contractual",
    "objective_id": OBJECTIVE_ID,
    "target": "14400",
    "tolerance": "1800",
    "unit": "s",
    "direction": "lower",
    "weight": "2",
    "clause": "Article 6.2: neuf demandes sur dix sont résolues en quatre heures.",
    "valid_from": "2026-10-01T00:00:00+02:00",
    "ends": False,
    "override_reason": "Exigé par le régulateur du secteur",
}


class NewCommitment(RequestBody):
    """What is promised on one indicator from an instant on.

    One that `ends` the commitment needs only the indicator, the variant and the instant; the rest is repeated for it.
    """

    model_config = ConfigDict(serialize_by_alias=True, json_schema_extra={"examples": [_EXAMPLE]})

    ends: bool = Field(default=False, strict=True)
    indicator: Indicator
    variant: Variant | None = None
    class_: Class | None = Field(default=None, alias="class")
    objective_id: UUID | None = None
    target: Amount | None = None
    tolerance: Amount | None = None
    unit: Unit | None = None
    direction: Direction | None = None
    weight: Amount | None = None
    clause: Passage | None = None
    valid_from: StatedInstant
    override_reason: Passage | None = None
    """Why an eighth contractual commitment is one too many only at first sight."""
    comment: Passage | None = None
    """Read by both parties; no part of what is accepted."""
    checks: Checks | None = None
    """The four questions: four times yes before the commitment is accepted, now or later."""

    @model_validator(mode="before")
    @classmethod
    def _left_out_is_null(cls, data: Any) -> Any:
        # So that each is judged below, under the name by which it is sent.
        return {**dict.fromkeys(name.rstrip("_") for name in REPEATED), **data} if isinstance(data, dict) else data

    @field_validator(*REPEATED)
    @classmethod
    def _said(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None and not info.data.get("ends", False):
            raise ValueError("is needed, except where the version ends the commitment")
        return value

    @field_validator("tolerance", "weight")
    @classmethod
    def _not_negative(cls, amount: Amount | None) -> Amount | None:
        if amount is not None and amount < 0:
            raise ValueError("must not be negative")
        return amount


class CommitmentText(BaseModel):
    """What a version says, whole: as it is kept, accepted and handed on."""

    model_config = ConfigDict(from_attributes=True, validate_by_name=True, serialize_by_alias=True)

    indicator: Indicator
    variant: Variant | None
    class_: Class = Field(alias="class")
    objective_id: UUID | None
    target: Amount
    tolerance: Amount
    unit: Unit
    direction: Direction
    weight: Amount | None
    clause: str
    valid_from: Instant
    ends: bool
    override_reason: str | None


class CommitmentView(CommitmentText):
    """One version of a commitment, the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
                    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    "recorded_at": "2026-09-15T08:12:00.123456Z",
                    "state": "in_force",
                    "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                    "written_at": "2026-09-15T08:12:00.123456Z",
                    "comment": "Convenu en comité du 15 septembre.",
                    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    **_EXAMPLE,
                    "valid_from": "2026-09-30T22:00:00Z",
                    "checks": [
                        {
                            **CHECKS,
                            "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                            "written_at": "2026-09-15T08:12:00.123456Z",
                        }
                    ],
                    "orphan": False,
                }
            ]
        },
    )

    id: UUID
    contract_id: UUID
    recorded_at: Instant | None
    """When it came into force; null while it is only proposed."""
    state: VersionState
    digest: str
    author: Author
    written_at: Instant | None
    comment: str | None
    checks: list[CheckView]
    """Answers to the four questions, the last ones last; four times yes before it is accepted."""
    orphan: bool
    """Whether it binds without serving an objective: it is kept, and carries neither bonus nor malus."""
