"""What crosses HTTP about survey tools."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.feedback.survey_tools.rules.mapping import MappedField, fault_of_mapping

System = Literal["formbricks", "typeform", "generic"]
Role = Literal["nps", "csat", "ces", "fcr_declared", "comment", "ticket", "ticket_url", "channel", "queue"]
Side = Literal["donneur_ordre", "sous_traitant"]
Verdict = Literal["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"]
State = Literal["read", "nothing", "unmapped", "quarantined", "held", "refused"]
Secret = Annotated[str, Field(min_length=1, max_length=500)]

EXAMPLE_FIELDS: list[JsonValue] = [
    {"field": "kq1b7", "role": "nps"},
    {"field": "kq2d9", "role": "comment"},
    {"field": "hidden:ticket", "role": "ticket"},
]


class FieldOf(RequestBody):
    """One field of the survey and what it is here."""

    model_config = ConfigDict(from_attributes=True)

    field: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")] = Field(
        description="As the tool calls it: see `questions`."
    )
    role: Role = Field(description="The question, its comment, or what the answer is about.")
    scale_max: Annotated[int, Field(strict=True, ge=1, le=1_000)] | None = Field(
        None, description="Of a satisfaction rating: its highest; left out, 5."
    )


Fields = Annotated[list[FieldOf], Field(max_length=20)]


class FieldsOf(RequestBody):
    """What the fields of a tool are; those that are not named are not read."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"fields": EXAMPLE_FIELDS}]})

    fields: Fields

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        if fault := fault_of_mapping(mapped(self.fields)):
            raise ValueError(fault)
        return self


class NewTool(FieldsOf):
    """A survey tool to connect."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"system": "formbricks", "name": "Formbricks du service clients", "secret_later": True, "fields": []},
                {"system": "typeform", "name": "Enquête après contact", "fields": EXAMPLE_FIELDS},
            ]
        }
    )

    system: System
    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
    secret: Secret | None = Field(None, description="The one that the tool dictates; left out, one is drawn.")
    secret_later: bool = Field(
        default=False,
        strict=True,
        description="The tool dictates one that is not known yet: what comes is held.",
    )
    tolerance_seconds: Annotated[int, Field(strict=True, ge=1, le=7 * 86_400)] | None = Field(
        None, description="How far the signed time may be from the reception; left out, 300. Typeform signs none."
    )
    fields: Annotated[Fields, Field(default_factory=list)]


class NewToolSecret(RequestBody):
    """A secret to put in the place of the present one, which stays good for a while."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"overlap_seconds": 86_400}]})

    secret: Secret | None = None
    overlap_seconds: Annotated[int, Field(strict=True, ge=0, le=30 * 86_400)] = 86_400


class Changed(BaseModel):
    """Who did it, and when: shown to both parties."""

    at: Instant
    side: Side
    name: str | None


class ToolOut(BaseModel):
    """A connected survey tool."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b",
                    "url": "https://copil.example/surveys/5f1c0d3c2e4a9a8b7d2e7c11b5b1f0d3c2e4a9a8b",
                    "system": "formbricks",
                    "name": "Formbricks du service clients",
                    "awaiting_secret": False,
                    "previous_secret_until": None,
                    "tolerance_seconds": 300,
                    "fields": [{"field": "kq1b7", "role": "nps", "scale_max": None}],
                    "created": {"at": "2026-11-03T09:12:00Z", "side": "sous_traitant", "name": "Inès Morel"},
                    "changed": None,
                }
            ]
        }
    )

    id: str
    url: str = Field(description="Where the tool sends its webhooks.")
    system: System
    name: str
    awaiting_secret: bool
    previous_secret_until: Instant | None
    tolerance_seconds: int
    fields: list[FieldOf]
    created: Changed
    changed: Changed | None = Field(description="When its fields were last said.")


class ToolCreated(ToolOut):
    """A tool, and its secret, shown this once."""

    secret: str | None = Field(description="Null while the tool's own is awaited.")


class ToolList(BaseModel):
    """The survey tools of a contract."""

    items: list[ToolOut]


class ToolSecret(BaseModel):
    """The secret, shown this once, and how long the one before is still accepted."""

    id: str
    secret: str
    previous_secret_until: Instant | None


class QuestionOut(BaseModel):
    """A field that the latest deliveries held: never what was answered."""

    id: str
    title: str | None
    form: Literal["number", "text", "boolean", "other"]
    deliveries: int = Field(description="In how many of the latest it was.")
    role: Role | None = Field(description="What it is here.")


class QuestionList(BaseModel):
    """The fields of the latest deliveries."""

    items: list[QuestionOut]


class SurveyDeliveryOut(BaseModel):
    """One delivery and its fate; never what it held."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    received_at: Instant
    verdict: Verdict
    conflict: bool
    reason: str | None
    trial: bool
    event_type: str | None
    first_id: UUID | None = Field(description="Of a duplicate: the delivery that holds the key.")
    sha256: str
    size: int
    state: State = Field(
        description="`read`: its answers are kept. `nothing`: it tells of no finished response. `unmapped`: it answers"
        " no question that is mapped to a score. `quarantined`, `held` (until the secret is known): may be read again."
    )
    stored: int
    known: int
    contradicted: int = Field(description="Answers that were kept before and differ: the first ones stay.")
    reread_at: Instant | None


class RereadWanted(RequestBody):
    """From where to go on."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    began_at: Instant | None = Field(None, description="Of the first batch of this pass, while there is `more`.")


class RereadOut(BaseModel):
    """What another reading made of what waits, a batch at a time."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"read": 12, "waiting": 1, "more": False, "began_at": "2026-11-03T09:20:00Z"}]}
    )

    read: int
    waiting: int = Field(description="Read again, and still waiting.")
    more: bool = Field(description="Whether there are others: ask again with `began_at`.")
    began_at: Instant


class Trial(RequestBody):
    """A response that nobody gave, signed and sent as the tool would; kept as a trial, it makes no answers."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})


class TriedAnswer(BaseModel):
    """An answer that it would have made."""

    kind: Literal["ces", "csat", "nps", "fcr_declared"]
    score: int
    scale_max: int
    comment: bool
    ticket_id: str | None
    channel: str | None
    queue: str | None


class TrialOut(BaseModel):
    """How the trial went through the door that the tool uses."""

    verdict: Verdict
    receipt_id: UUID
    state: State
    reason: str | None
    answers: list[TriedAnswer]


def mapped(fields: list[FieldOf]) -> list[MappedField]:
    """The fields as the rules know them."""
    return [MappedField(one.field, one.role, one.scale_max) for one in fields]


def delivery_of(row: Any) -> SurveyDeliveryOut:
    """A delivery as both parties read it."""
    return SurveyDeliveryOut.model_validate({**row._mapping, "sha256": row.sha256.hex()})
