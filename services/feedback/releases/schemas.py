"""Release of words."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody


class ReleaseRuleIn(RequestBody):
    """Whether somebody of the donneur d'ordre reads words before the provider does."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"required": True}]})

    required: bool


class ReleaseRuleOut(BaseModel):
    """Whether words wait, and how many do."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"required": True, "set_at": "2026-11-02T09:12:00Z", "set_by": "Claire Morel", "waiting": 12}]
        }
    )

    required: bool
    set_at: Instant | None = Field(description="Null: nobody ever set it, and nothing waits.")
    set_by: str | None
    waiting: int = Field(description="Words that the provider does not see yet.")


class WordsToRelease(RequestBody):
    """Answers whose words were read."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"answer_ids": ["0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07"]}]}
    )

    answer_ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]


class Released(BaseModel):
    """How many of them were waiting."""

    released: int
