"""Corrections of masks."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.feedback.masking.rules.spans import Kind

Place = Annotated[int, Field(strict=True, ge=0, le=100_000)]


class PieceToHide(RequestBody):
    """Words of a masked text that name or reach somebody."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"action": "hide", "start": 6, "piece": "Tokyniaina", "kind": "person"}]}
    )

    action: Literal["hide"]
    start: Place = Field(description="Where it begins in the text as it is shown, in characters (code points).")
    piece: Annotated[str, Field(min_length=1, max_length=200)] = Field(description="The words, as they are shown.")
    kind: Kind


class MarkToShow(RequestBody):
    """A mark that hides nobody."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"action": "show", "place": 0}]})

    action: Literal["show"]
    place: Place = Field(description="Which of the marks of the text, the first is 0.")


NewCorrection = Annotated[PieceToHide | MarkToShow, Field(discriminator="action")]


class CorrectionAnswer(RequestBody):
    """Whether the words under a mark are shown."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"shown": True}]})

    shown: bool


class CorrectionAuthor(BaseModel):
    """Who asked."""

    subject: str
    name: str | None
    side: Literal["donneur_ordre", "sous_traitant"]


class CorrectionOut(BaseModel):
    """A correction as both parties read it; never the words it is about."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b31",
                    "answer_id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "action": "show",
                    "kind": "person",
                    "place": 0,
                    "state": "asked",
                    "author": {
                        "subject": "0197f3c0-1111-7f6a-8b7c-8d9e0f1a2b07",
                        "name": "Hanae Roy",
                        "side": "sous_traitant",
                    },
                    "asked_at": "2026-11-02T09:12:00Z",
                    "answered_by": None,
                    "answered_at": None,
                }
            ]
        },
    )

    id: UUID
    answer_id: UUID
    action: Literal["hide", "show"]
    kind: Kind
    place: int | None
    state: Literal["asked", "confirmed", "applied", "refused", "obsolete"] = Field(
        description="`confirmed`: shown in a moment. `obsolete`: the text was masked anew meanwhile."
    )
    author: CorrectionAuthor
    asked_at: Instant
    answered_by: str | None
    answered_at: Instant | None
