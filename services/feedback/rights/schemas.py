"""Bodies of requests of persons."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.feedback.rights.rules import EARLIEST, WITH_REASON, Erasure, Kind, State, Step

Side = Literal["donneur_ordre", "sous_traitant"]
ReferenceKind = Literal["requester", "email", "ticket", "answer"]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must hold no control characters")
    return text


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("must hold no NUL")
    return text


class Reference(RequestBody):
    """One way to name the person."""

    kind: ReferenceKind = Field(
        description="`requester`: the tool's id of the requester; `answer`: the id or the key of an answer."
    )
    value: Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_printable)]

    @model_validator(mode="after")
    def _an_address(self) -> "Reference":
        before, _, after = self.value.partition("@")
        if self.kind == "email" and not (before and "." in after and " " not in self.value):
            raise ValueError("value must be an e-mail address")
        return self


def _since(day: date) -> date:
    if day < EARLIEST:
        raise ValueError("must not lie before the regulation")
    return day


class NewPersonRequest(RequestBody):
    """What an end customer asks for, and how they are found; the references are sealed, and forgotten at the end."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "erasure",
                    "received_on": "2026-11-03",
                    "in_charge": "donneur_ordre",
                    "case_reference": "DPO-2026-14",
                    "references": [{"kind": "email", "value": "camille@exemple.fr"}],
                }
            ]
        }
    )

    kind: Kind
    received_on: Annotated[Day, AfterValidator(_since)]
    in_charge: Side = Field(
        "donneur_ordre", description="Who answers the person: the controller, unless agreed otherwise."
    )
    case_reference: Annotated[str, StringConstraints(max_length=60), AfterValidator(_printable)] | None = Field(
        None, description="Your own number of the case; no name, both parties read it."
    )
    references: Annotated[list[Reference], Field(min_length=1, max_length=10)]


class NextStep(RequestBody):
    """What happens to a request."""

    step: Step
    reason: Annotated[str, StringConstraints(min_length=1, max_length=1_000), AfterValidator(_storable)] | None = Field(
        None, description="Needed to extend and to refuse: it is told to the person. No name."
    )

    @model_validator(mode="after")
    def _with_its_reason(self) -> "NextStep":
        if (self.step in WITH_REASON) != (self.reason is not None):
            raise ValueError("reason is needed to extend and to refuse, and for nothing else")
        return self


class StepTaken(BaseModel):
    """One step, as both parties read it."""

    step: Literal["record", "start", "extend", "erase", "erased", "export", "answer", "refuse"]
    at: Instant
    side: Side | None = Field(description="Who took it; null: Copil.")
    reason: str | None = None


class PersonRequestOut(BaseModel):
    """A request, the same for both parties; who the person is is not in it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "kind": "erasure",
                    "state": "in_progress",
                    "received_on": "2026-11-03",
                    "due_on": "2026-12-03",
                    "extended": False,
                    "in_charge": "donneur_ordre",
                    "case_reference": "DPO-2026-14",
                    "identified_by": ["email"],
                    "pseudonyms": ["6d0f…"],
                    "erasure": "waiting",
                    "erased": None,
                    "steps": [
                        {"step": "record", "at": "2026-11-03T10:00:00Z", "side": "donneur_ordre", "reason": None}
                    ],
                }
            ]
        }
    )

    id: UUID
    kind: Kind
    state: State
    received_on: date
    due_on: date = Field(description="One month after the reception, three once extended (article 12.3).")
    extended: bool
    in_charge: Side
    case_reference: str | None
    identified_by: list[ReferenceKind]
    pseudonyms: list[str] = Field(description="Of the references, keyed by contract: tells one person, names nobody.")
    erasure: Erasure | None = Field(
        description="`ordered`, `waiting` (raw contents are erased), `words` (answers are), `done`; null: not ordered."
    )
    erased: dict[str, int] | None = Field(description="How much was erased: `tickets`, `contents`, `answers`.")
    steps: list[StepTaken]


class Findings(BaseModel):
    """How much is held about the person now; what is in it is in the export."""

    tickets: int
    contents: int
    answers: int
    words: int
    truncated: bool


class AnswerHeld(BaseModel):
    """An answer of the person, with their words as they came."""

    id: UUID
    source_id: str
    answer_key: str
    ticket_id: str | None
    ticket_url: str | None
    kind: str
    score: int
    scale_max: int
    channel: str | None
    queue: str | None
    answered_at: Instant
    recorded_at: Instant
    comment: str | None
    comment_as_shown: str | None


class InvitationHeld(BaseModel):
    """An invitation of the person to answer a hosted survey."""

    survey_id: UUID
    ticket_id: str | None
    ticket_url: str | None
    channel: str | None
    queue: str | None
    invited_at: Instant
    expires_at: Instant | None
    answered_at: Instant | None


class PersonExport(BaseModel):
    """All that Copil holds about a person in a contract: article 15."""

    contract_id: UUID
    request_id: UUID
    made_at: Instant
    tickets: list[dict[str, Any]] = Field(
        description="Each with its neutral events, in which the person is a pseudonym."
    )
    deliveries: list[dict[str, Any]] = Field(description="What the tools sent, as it came.")
    answers: list[AnswerHeld]
    invitations: list[InvitationHeld]
    truncated: bool = Field(description="More deliveries were found than one answer holds: ask the operator.")


class ErasureTold(BaseModel):
    """What kpi erased, and of which tickets."""

    model_config = ConfigDict(extra="ignore")

    contract_id: UUID
    tickets: list[tuple[str, str]]
    contents: int


class TicketsErased(BaseModel):
    """Tickets (source, ticket) of which kpi erased the deliveries; not those of a request in this contract."""

    model_config = ConfigDict(extra="ignore")

    contract_id: UUID
    tickets: list[tuple[str, str]]
