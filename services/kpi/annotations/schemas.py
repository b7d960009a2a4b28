"""Bodies of annotations."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.kpi.indicator_codes import IndicatorCode

Kind = Literal["cause", "event", "data", "remark"]

_EXAMPLE: JsonDict = {
    "indicator": "fcr_ticket",
    "starts_on": "2026-10-12",
    "ends_on": "2026-10-14",
    "kind": "cause",
    "text": "Panne du transporteur: trois fois plus de relances.",
}


def _visible(text: str) -> str:
    if not text.strip():
        raise ValueError("must hold something to read")
    if "\0" in text:
        raise ValueError("must not hold the null character")
    return text


class NewAnnotation(RequestBody):
    """What somebody knows about days of an indicator; without an end, of one day."""

    model_config = ConfigDict(str_strip_whitespace=False, json_schema_extra={"examples": [_EXAMPLE]})

    indicator: IndicatorCode
    starts_on: Day
    ends_on: Day | None = None
    kind: Kind
    text: Annotated[str, Field(min_length=1, max_length=2_000), AfterValidator(_visible)]
    """Kept and shown as it was written, never interpreted."""

    @field_validator("ends_on")
    @classmethod
    def _in_order(cls, ends_on: date | None, info: ValidationInfo) -> date | None:
        starts_on = info.data.get("starts_on")
        if ends_on is not None and starts_on is not None and ends_on < starts_on:
            raise ValueError("must not lie before starts_on")
        return ends_on


class Author(BaseModel):
    """Who wrote it, as known when it was written."""

    subject: str
    name: str | None
    organisation_id: UUID
    side: Literal["donneur_ordre", "sous_traitant"]


class AnnotationOut(BaseModel):
    """An annotation, the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    **_EXAMPLE,
                    "author": {
                        "subject": "0199c3a0-11aa-7c11-9a8b-5b1f0d3c2e4b",
                        "name": "Claire Morel",
                        "organisation_id": "0199c3a0-22bb-7c11-9a8b-5b1f0d3c2e4c",
                        "side": "donneur_ordre",
                    },
                    "created_at": "2026-10-15T08:12:00.123456Z",
                    "withdrawn_at": None,
                }
            ]
        }
    )

    id: UUID
    indicator: str
    starts_on: date
    ends_on: date | None
    kind: Kind
    text: str
    author: Author
    created_at: Instant
    withdrawn_at: Instant | None
    """When its author's organisation took it back; it stays readable."""
