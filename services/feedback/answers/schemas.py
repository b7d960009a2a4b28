"""Bodies of survey answers."""

from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.common.instants import Instant, now
from services.common.schemas import RequestBody
from services.feedback.answers.rules.given import (
    MOST_CHANNEL,
    MOST_COMMENT,
    MOST_KEY,
    MOST_LINK,
    MOST_QUEUE,
    MOST_REFERENCE,
    Given,
    fault_of_instant,
    fault_of_link,
    fault_of_score,
    scale_of,
)

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
    queue: Annotated[str, Field(min_length=1, max_length=MOST_QUEUE)] | None = None
    """Of its ticket, as kpi knew it then."""

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
                    "door": "ticket",
                    "channel": None,
                    "queue": "Livraisons",
                    "ticket_url": None,
                    "same_as": None,
                }
            ]
        },
    )

    id: UUID
    source_id: str
    ticket_id: str | None
    kind: Literal["ces", "csat", "nps", "fcr_declared"]
    score: int
    scale_max: int
    answered_at: Instant
    recorded_at: Instant
    has_comment: bool
    door: Literal["ticket", "api", "csv", "xlsx", "tool", "survey"] = Field(
        description="How it came: with a ticket, to us by API or file, from a survey tool, or by our own page."
    )
    channel: str | None
    queue: str | None
    ticket_url: str | None
    same_as: UUID | None = Field(
        description="The answer that this one is, told through another door: only that one counts."
    )


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must hold no control characters")
    return text


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("must hold no NUL")
    return text


def _link(text: str) -> str:
    if fault := fault_of_link(text):
        raise ValueError(fault)
    return text


def _past(at: Instant) -> Instant:
    if fault := fault_of_instant(at, now()):
        raise ValueError(fault)
    return at


def _line(most: int) -> Any:
    return Annotated[str, StringConstraints(min_length=1, max_length=most), AfterValidator(_printable)]


Queue = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_QUEUE),
    AfterValidator(_printable),
]
"""A queue by a name that both parties know; blanks around it are none of it."""


class NewAnswer(RequestBody):
    """One answer of an end customer."""

    key: _line(MOST_KEY) = Field(  # type: ignore[valid-type]
        description="Yours: an answer sent again under the same key is kept once."
    )
    kind: Literal["ces", "csat", "nps", "fcr_declared"] = Field(
        description="`fcr_declared`: was it solved at first contact? 1 for yes, 0 for no. `ces`: was it made easy? from"
        " 1 (not at all) to 7 (entirely), as CES 2.0 asks it."
    )
    score: Annotated[int, Field(strict=True, ge=0, le=1_000)]
    scale_max: Annotated[int, Field(strict=True, ge=1, le=1_000)] | None = Field(
        None, description="The highest rating: 5 unless said; 10 for `nps`, 7 for `ces`, 1 for `fcr_declared`."
    )
    answered_at: Annotated[Instant, AfterValidator(_past)]
    comment: Annotated[str, StringConstraints(max_length=MOST_COMMENT), AfterValidator(_storable)] | None = None
    ticket_id: _line(MOST_REFERENCE) | None = None  # type: ignore[valid-type]
    ticket_url: Annotated[_line(MOST_LINK), AfterValidator(_link)] | None = Field(  # type: ignore[valid-type]
        None, description="The ticket in the tool: http or https only; shown as a link, never opened by us."
    )
    channel: _line(MOST_CHANNEL) | None = None  # type: ignore[valid-type]
    queue: Queue | None = Field(
        None, description="The queue that served the customer, by a name that both parties know; never an agent's."
    )

    @model_validator(mode="after")
    def _on_its_scale(self) -> Self:
        if fault := fault_of_score(self.kind, self.score, self.scale_max):
            raise ValueError(fault)
        return self

    def given(self) -> Given:
        """The answer as our rules know it."""
        return Given(
            self.key, self.kind, self.score, scale_of(self.kind, self.scale_max), self.answered_at,
            self.comment or None, self.ticket_id, self.ticket_url, self.channel, self.queue,
        )  # fmt: skip


class NewAnswers(RequestBody):
    """Answers to keep: one, or a batch; all of them are right, or none is kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "answers": [
                        {
                            "key": "enquete-7731",
                            "kind": "nps",
                            "score": 9,
                            "answered_at": "2026-10-12T14:03:00+02:00",
                            "comment": "Réponse claire, rappelez-moi au 06 39 98 00 00.",
                            "ticket_id": "48213",
                            "ticket_url": "https://outil.example/tickets/48213",
                            "channel": "e-mail",
                            "queue": "Livraisons",
                        }
                    ]
                }
            ]
        }
    )

    answers: Annotated[list[NewAnswer], Field(min_length=1, max_length=500)]


Verdict = Literal["stored", "duplicate", "conflict"]


class AnswerFate(BaseModel):
    """What became of one answer."""

    model_config = ConfigDict(from_attributes=True)

    key: str
    verdict: Verdict = Field(
        description="`duplicate`: kept before, unchanged. `conflict`: the key came with another answer, which stays."
    )
    id: UUID | None
    counted: bool = Field(description="False where the same answer counts already: it came with its ticket.")


class Summary(BaseModel):
    """How many of each."""

    stored: int
    duplicate: int
    conflict: int


class AnswersReceived(BaseModel):
    """One fate per answer, in order."""

    items: list[AnswerFate]
    summary: Summary
