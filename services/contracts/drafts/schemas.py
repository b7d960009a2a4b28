"""Bodies of corrections."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, model_validator

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.contracts.agreements.rules import Kind
from services.contracts.authors import Author
from services.contracts.fields import Line, ZoneName

_AFTER: dict[str, Any] = {"title": "Assistance niveau 1 et 2", "starts_on": "2026-11-01"}


class Correction(RequestBody):
    """What a draft is to say of itself; what is left out stays, and only `ends_on` may be null."""

    model_config = ConfigDict(json_schema_extra={"examples": [_AFTER]})

    title: Line | None = None
    kind: Kind | None = None
    donneur_ordre_id: UUID | None = None
    sous_traitant_id: UUID | None = None
    zone: ZoneName | None = None
    starts_on: Day | None = None
    ends_on: Day | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Correction":
        if not self.model_fields_set or None in (getattr(self, name) for name in self.model_fields_set - {"ends_on"}):
            raise ValueError("must change something, and leave nothing empty but ends_on")
        return self


class CorrectedParts(BaseModel):
    """Those parts of a draft that a correction changed; the others are left out."""

    title: str | None = None
    kind: Kind | None = None
    donneur_ordre_id: UUID | None = None
    sous_traitant_id: UUID | None = None
    zone: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None


class CorrectionView(BaseModel):
    """One correction of a draft, the same for both parties."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b2-4e5f-7a6b-8c7d-8e9f0a1b2c11",
                    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    "before": {"title": "Assistance niveau 1", "starts_on": "2026-10-01"},
                    "after": _AFTER,
                    "author": {"side": "donneur_ordre", "name": "Claire Morel"},
                    "written_at": "2026-09-16T08:05:00.123456Z",
                }
            ]
        },
    )

    id: UUID
    contract_id: UUID
    before: CorrectedParts
    after: CorrectedParts
    author: Author
    written_at: Instant
