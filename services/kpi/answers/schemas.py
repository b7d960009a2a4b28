"""What feedback tells of the answers it received."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.common.instants import Instant
from services.kpi.tickets.rules.events import EFFORT_SCALE

Score = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]


class MeasurementTold(BaseModel):
    """One answer: nothing of it but what is counted."""

    model_config = ConfigDict(extra="ignore")

    answer_id: UUID
    kind: Literal["ces", "csat", "nps", "fcr_declared"]
    score: Score
    scale_max: Annotated[Score, Field(ge=1)]
    answered_at: Instant
    received_at: Instant
    withdrawn: bool = False
    """It turned out to be an answer that came with a ticket, and counts there."""
    channel: Annotated[str, Field(max_length=50)] | None = None
    """As its sender named it: the value of a dimension of channels."""

    @model_validator(mode="after")
    def _on_its_scale(self) -> Self:
        if self.score > self.scale_max:
            raise ValueError("score lies beyond scale_max")
        if self.kind == "ces" and (self.score < 1 or self.scale_max != EFFORT_SCALE):
            raise ValueError("an effort is told from 1 to 7")
        return self


class MeasurementsTold(BaseModel):
    """Answers of one contract."""

    model_config = ConfigDict(extra="ignore")

    contract_id: UUID
    measurements: Annotated[list[MeasurementTold], Field(max_length=1_000)]


class MeasurementsKept(BaseModel):
    """How many events they added."""

    kept: int
