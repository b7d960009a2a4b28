"""Bodies of survey answers."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.common.instants import Instant

Text = Annotated[str, Field(min_length=1, max_length=500)]
Score = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]


class AnswerTold(BaseModel):
    """One answer, as kpi found it with a ticket."""

    answer_key: Text
    ticket_id: Text
    kind: Literal["csat", "nps"]
    score: Score
    scale_max: Annotated[Score, Field(ge=1)]
    comment: str | None = None
    answered_at: Instant
    recorded_at: Instant | None = None
    """When kpi recorded it; without it, when we do."""

    @model_validator(mode="after")
    def _on_its_scale(self) -> Self:
        if self.score > self.scale_max:
            raise ValueError("score lies beyond scale_max")
        return self


class AnswersTold(BaseModel):
    """Answers of one source of one contract."""

    contract_id: UUID
    source_id: Text
    answers: Annotated[list[AnswerTold], Field(max_length=1_000)]


class AnswersKept(BaseModel):
    """How many of the answers were new."""

    kept: int


class AnswerView(BaseModel):
    """One answer, without its free text."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "source_id": "src_Zk3v9",
                    "ticket_id": "48213",
                    "kind": "csat",
                    "score": 5,
                    "scale_max": 5,
                    "answered_at": "2026-10-12T14:03:00Z",
                    "recorded_at": "2026-10-12T14:03:02.512Z",
                    "has_comment": True,
                }
            ]
        },
    )

    id: UUID
    source_id: str
    ticket_id: str
    kind: Literal["csat", "nps"]
    score: int
    scale_max: int
    answered_at: Instant
    recorded_at: Instant
    has_comment: bool
