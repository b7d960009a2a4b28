"""What crosses HTTP about scopes."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.kpi.scopes.rules import Attribute, Operator

Value = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]


class ConditionIn(RequestBody):
    """The ticket has (`includes`) or has not (`excludes`) any of the values, compared as the tool writes them."""

    attribute: Attribute
    operator: Operator
    values: Annotated[list[Value], Field(min_length=1, max_length=200)]


class NewScope(RequestBody):
    """Conditions that all must hold; none: every ticket counts."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "valid_from": "2026-11-30T23:00:00Z",
                    "conditions": [
                        {"attribute": "group", "operator": "includes", "values": ["31100000000044"]},
                        {"attribute": "tag", "operator": "excludes", "values": ["interne"]},
                    ],
                }
            ]
        }
    )

    valid_from: AwareDatetime | None = Field(
        default=None, description="For tickets created from this instant on; left out: from the beginning."
    )
    conditions: Annotated[list[ConditionIn], Field(max_length=20)]

    @model_validator(mode="after")
    def _within_what_can_be_told(self) -> "NewScope":
        if self.valid_from is not None and not 1970 <= self.valid_from.year <= 2200:
            raise ValueError("valid_from is out of the years 1970 to 2200")
        return self


class ConditionOut(BaseModel):
    """One condition."""

    attribute: Attribute
    operator: Operator
    values: list[str]


class ScopeOut(BaseModel):
    """A version of the scope of a source in a contract; the same for both parties."""

    id: str
    contract_id: str
    source_id: str
    state: Literal["proposed", "in_force", "superseded"] = Field(
        description="`proposed`: waits for the other party. `superseded`: gave way to a later proposal."
    )
    valid_from: Instant | None = Field(description="Null: from the beginning.")
    conditions: list[ConditionOut]
    requested_at: Instant
    requested_by: str
    requested_by_side: str
    approved_at: Instant | None
    approved_by: str | None
    recorded_at: Instant | None = Field(description="From when it is known; null until it is in force.")


class ToldValue(BaseModel):
    """A value that tickets of the source were told to have."""

    attribute: Attribute
    value: str
    tickets: int = Field(description="Among those looked at.")


class ToldValues(BaseModel):
    """What conditions may be made of: values of the tickets heard of lately."""

    items: list[ToldValue]
