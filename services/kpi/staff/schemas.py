"""What crosses HTTP about the donneur d'ordre's staff: ids on the way in, a count on the way out."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from services.common.instants import Instant
from services.common.schemas import RequestBody

MOST_PEOPLE = 2_000
AuthorId = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]


class NewStaff(RequestBody):
    """The donneur d'ordre's own staff in a tool, whole: who is not named is the provider's. None: nobody is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"valid_from": "2026-11-30T23:00:00Z", "author_ids": ["31100000000712", "31100000000713"]}]
        }
    )

    valid_from: AwareDatetime | None = Field(
        default=None, description="For messages from this instant on; left out: from the beginning."
    )
    author_ids: Annotated[list[AuthorId], Field(max_length=MOST_PEOPLE)] = Field(
        description="As the tool tells the authors of messages. Kept as pseudonyms only, and answered to nobody."
    )

    @model_validator(mode="after")
    def _within_what_can_be_told(self) -> "NewStaff":
        if self.valid_from is not None and not 1970 <= self.valid_from.year <= 2200:
            raise ValueError("valid_from is out of the years 1970 to 2200")
        return self


class StaffOut(BaseModel):
    """A version of the donneur d'ordre's staff in a source; the same for both parties, and nobody is named."""

    id: str
    contract_id: str
    source_id: str
    state: Literal["proposed", "in_force", "superseded"] = Field(
        description="`proposed`: waits for the other party. `superseded`: gave way to a later proposal."
    )
    valid_from: Instant | None = Field(description="Null: from the beginning.")
    people: int = Field(description="How many author ids it has.")
    requested_at: Instant
    requested_by: str
    requested_by_side: str
    approved_at: Instant | None
    approved_by: str | None
    recorded_at: Instant | None = Field(description="From when it is known; null until it is in force.")
