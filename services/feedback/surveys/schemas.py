"""Bodies of surveys, invitations and how many answered."""

from datetime import timedelta
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.common.addresses import EmailAddress
from services.common.instants import Instant, now
from services.common.schemas import RequestBody
from services.feedback.answers.rules.given import (
    MOST_CHANNEL,
    MOST_KEY,
    MOST_LINK,
    MOST_REFERENCE,
    fault_of_link,
)
from services.feedback.answers.schemas import Queue
from services.feedback.surveys.rules.questions import Language, Side, SurveyKind

LONGEST_OPEN = timedelta(days=366)
Verdict = Literal["invited", "duplicate", "fatigued"]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must hold no control characters")
    return text


def _link(text: str) -> str:
    if fault := fault_of_link(text):
        raise ValueError(fault)
    return text


def _each_once(languages: list[Language]) -> list[Language]:
    if len(set(languages)) < len(languages):
        raise ValueError("must name each language once")
    return languages


def _line(most: int) -> Any:
    return Annotated[str, StringConstraints(min_length=1, max_length=most), AfterValidator(_printable)]


_EXAMPLE: dict[str, Any] = {
    "kind": "nps",
    "brand": "Maison Verlaine",
    "languages": ["fr", "en"],
    "asks_solved": True,
    "asks_comment": True,
    "open_days": 14,
    "rest_days": 30,
    "kept_months": 24,
    "controller_side": "donneur_ordre",
    "controller_name": "Maison Verlaine SAS",
    "rights_contact": "donnees@maison-verlaine.example",
    "active": True,
}
_AUTHOR: dict[str, Any] = {"side": "donneur_ordre", "name": "Claire Besson"}


class SurveyFields(BaseModel):
    """What a survey asks, of whom how often, and what people are told."""

    kind: SurveyKind = Field(description="The question: `nps` from 0 to 10, `csat` from 1 to 5.")
    brand: _line(80) = Field(description="The name that customers know, shown in the question.")  # type: ignore[valid-type]
    languages: Annotated[list[Language], Field(min_length=1, max_length=2), AfterValidator(_each_once)] = Field(
        ["fr", "en"], description="Those in which the page can be read; the first where nothing else decides."
    )
    asks_solved: bool = Field(True, description="Whether « solved at first contact? » follows.")
    asks_comment: bool = Field(True, description="Whether words may be added.")
    open_days: Annotated[int, Field(strict=True, ge=1, le=90)] = Field(
        14, description="Days that an invitation stays open, unless it says otherwise."
    )
    rest_days: Annotated[int, Field(strict=True, ge=0, le=365)] = Field(
        30, description="Days within which a customer of the contract is not invited twice, by whatever survey."
    )
    kept_months: Annotated[int, Field(strict=True, ge=1, le=60)] = Field(
        24, description="Months after which words, pseudonym and ticket of an invitation are erased; scores stay."
    )
    controller_side: Side = Field("donneur_ordre", description="Which party answers for the data.")
    controller_name: _line(120) = Field(description="Its name, as customers are told.")  # type: ignore[valid-type]
    rights_contact: EmailAddress | Annotated[_line(MOST_LINK), AfterValidator(_link)] = Field(  # type: ignore[valid-type]
        description="Where customers write about their rights: an e-mail address or a web address."
    )
    active: bool = Field(True, description="False closes it: no invitation is made and no answer kept any more.")


class SurveyIn(SurveyFields, RequestBody):
    """A survey as it is written."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})


class SurveyAuthor(BaseModel):
    """Who wrote it last."""

    side: Side
    name: str | None


class SurveyOut(BaseModel):
    """A survey, the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "019a1c3e-5b7d-7c02-9f11-3a5e7b9c1d42",
                    "revision": 2,
                    **_EXAMPLE,
                    "created_at": "2026-10-01T08:00:00Z",
                    "changed_at": "2026-10-12T08:00:00Z",
                    "changed_by": _AUTHOR,
                }
            ]
        }
    )

    id: UUID
    revision: int = Field(description="Also its `ETag`: sent as `If-Match` with a change.")
    kind: SurveyKind
    brand: str
    languages: list[Language]
    asks_solved: bool
    asks_comment: bool
    open_days: int
    rest_days: int
    kept_months: int
    controller_side: Side
    controller_name: str
    rights_contact: str
    active: bool
    created_at: Instant
    changed_at: Instant
    changed_by: SurveyAuthor


class PreviewOut(BaseModel):
    """The page as customers see it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"url": "https://copil.example/s/Ahk-XZ…", "expires_at": "2026-10-12T09:00:00Z"}]
        }
    )

    url: str = Field(description="Nothing that is said on it is kept.")
    expires_at: Instant


class NewInvitation(RequestBody):
    """One customer to be asked once."""

    key: _line(MOST_KEY) = Field(  # type: ignore[valid-type]
        description="Yours: sent again it is the same invitation, with the same link as long as it opens."
    )
    customer_key: _line(MOST_REFERENCE) = Field(  # type: ignore[valid-type]
        description="Tells one customer from another, as the requester's id in your tool: kept only as a pseudonym."
    )
    ticket_id: _line(MOST_REFERENCE) | None = None  # type: ignore[valid-type]
    ticket_url: Annotated[_line(MOST_LINK), AfterValidator(_link)] | None = None  # type: ignore[valid-type]
    channel: _line(MOST_CHANNEL) | None = Field(  # type: ignore[valid-type]
        None, description="How the customer was served: kept with the answer."
    )
    queue: Queue | None = Field(None, description="The queue that served the customer: kept with the answer.")
    language: Language | None = Field(None, description="Of the customer; without it, what their browser asks for.")
    answer_by: Instant | None = Field(
        None, description="Until when the link is open; `open_days` from now unless said."
    )

    @model_validator(mode="after")
    def _ahead(self) -> Self:
        at = now()
        if self.answer_by is not None and not at < self.answer_by <= at + LONGEST_OPEN:
            raise ValueError("answer_by must lie ahead, by a year at most")
        return self


class NewInvitations(RequestBody):
    """Invitations to make: one, or a batch."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "invitations": [
                        {
                            "key": "cloture-48213",
                            "customer_key": "client-7731",
                            "ticket_id": "48213",
                            "channel": "e-mail",
                            "queue": "Livraisons",
                            "language": "fr",
                        }
                    ]
                }
            ]
        }
    )

    invitations: Annotated[list[NewInvitation], Field(min_length=1, max_length=500)]


class InvitationFate(BaseModel):
    """What became of one."""

    key: str
    verdict: Verdict = Field(
        description="`duplicate`: made before under this key. `fatigued`: this customer was invited too recently."
    )
    url: str | None = Field(description="For this customer alone, to be sent by you; null when there is none to send.")
    expires_at: Instant | None


class InvitationCounts(BaseModel):
    """How many of each."""

    invited: int
    duplicate: int
    fatigued: int


class InvitationsMade(BaseModel):
    """One fate per invitation, in order."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "items": [
                        {
                            "key": "cloture-48213",
                            "verdict": "invited",
                            "url": "https://copil.example/s/AZmhw6h9LnwRmotb…",
                            "expires_at": "2026-10-26T12:03:00Z",
                        }
                    ],
                    "summary": {"invited": 1, "duplicate": 0, "fatigued": 0},
                }
            ]
        }
    )

    items: list[InvitationFate]
    summary: InvitationCounts


class IntervalOut(BaseModel):
    """Where the rate of many such months lies (Wilson)."""

    low: str
    high: str
    level: Literal["0.95"] = "0.95"


class ResponsesOfMonth(BaseModel):
    """What became of the invitations of a month; the rate is answered of invited."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "period": "2026-10",
                    "invited": 120,
                    "fatigued": 9,
                    "answered": 31,
                    "expired": 80,
                    "open": 9,
                    "refused": 2,
                    "rate": "0.2583",
                    "interval": {"low": "0.1886", "high": "0.3433", "level": "0.95"},
                    "provisional": True,
                }
            ]
        }
    )

    period: str = Field(description="The month of the invitations, in the contract's zone.")
    invited: int
    fatigued: int = Field(description="Not invited: too short a time after the last invitation.")
    answered: int
    expired: int = Field(description="Over without an answer.")
    open: int
    refused: int = Field(description="Invitations by which somebody tried to answer once they were over.")
    rate: str | None = Field(description="0 to 1, 4 decimals; null without invitations.")
    interval: IntervalOut | None
    provisional: bool = Field(description="Some are still open.")


class Responses(BaseModel):
    """Month by month, the newest first."""

    items: list[ResponsesOfMonth]
