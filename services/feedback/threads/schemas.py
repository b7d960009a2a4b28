"""Bodies of threads."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from services.common.instants import Day, Instant
from services.common.schemas import RequestBody
from services.common.words import LongWords, ShortWords
from services.feedback.authors import Author, Side
from services.feedback.threads.rules import Kind, State

Confidentiality = Literal["managers", "everyone"]
AboutKind = Literal["figure", "verbatim", "action", "free"]

_SUBJECT: JsonDict = {
    "kind": "concern",
    "subject": "Délais du transporteur le samedi",
    "confidentiality": "everyone",
    "about": {"kind": "figure", "id": "fcr_ticket/2026-10"},
}
_TEXT = "Le transporteur ne répond plus le samedi. Que pouvons-nous dire aux clients ?"
_MESSAGE: JsonDict = {
    "id": "0199d1b0-7d2e-7c11-9a8b-5b1f0d3c2e4b",
    "text": _TEXT,
    "asks": True,
    "answer_by": "2026-12-04",
    "closes": False,
    "author": {"side": "sous_traitant", "name": "Karim Benali"},
    "written_at": "2026-11-27T09:30:00.123456Z",
    "read_at": "2026-11-27T10:02:00Z",
}


class About(BaseModel):
    """What it is about; the id is opaque, of the service that keeps the thing."""

    model_config = ConfigDict(extra="forbid")

    kind: AboutKind
    id: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$")] | None = None

    @model_validator(mode="after")
    def _of_something(self) -> "About":
        if (self.id is None) != (self.kind == "free"):
            raise ValueError("figure, verbatim and action have an id, free has none")
        return self


class NewMessage(RequestBody):
    """Something to say in a thread; kept and shown as it was written."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "Nous posons la question au transporteur lundi.", "asks": False}]}
    )

    text: LongWords
    asks: bool = Field(False, description="Whether the other party is to answer.")
    answer_by: Day | None = Field(None, description="By when, in the contract's zone; of a message that asks.")
    closes: bool = Field(False, description="These are the last words: the thread is closed.")

    @model_validator(mode="after")
    def _one_of_them(self) -> "NewMessage":
        if self.asks and self.closes:
            raise ValueError("who closes a thread asks nothing more")
        if self.answer_by is not None and not self.asks:
            raise ValueError("answer_by belongs to a message that asks")
        return self


class NewThread(RequestBody):
    """A thread to open, with its first message."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{**_SUBJECT, "text": _TEXT, "asks": True, "answer_by": "2026-12-04"}]}
    )

    kind: Kind
    subject: ShortWords
    confidentiality: Confidentiality = Field(
        "everyone",
        description="`managers`: of either party only managers, signatories and administrators know that it exists.",
    )
    about: About = About(kind="free")
    text: LongWords
    asks: bool = Field(True, description="Whether the other party is to answer.")
    answer_by: Day | None = Field(None, description="By when, in the contract's zone; of a thread that asks.")

    @model_validator(mode="after")
    def _asking(self) -> "NewThread":
        if self.answer_by is not None and not self.asks:
            raise ValueError("answer_by belongs to a thread that asks")
        return self


class Unread(BaseModel):
    """Messages of the other party that nobody of a side has read yet."""

    donneur_ordre: int
    sous_traitant: int


_VIEW: JsonDict = {
    "id": "0199d1b0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
    **_SUBJECT,
    "state": "open",
    "awaits": "donneur_ordre",
    "answer_by": "2026-12-04",
    "days_late": 0,
    "message_count": 1,
    "unread": {"donneur_ordre": 0, "sous_traitant": 0},
    "author": {"side": "sous_traitant", "name": "Karim Benali"},
    "written_at": "2026-11-27T09:30:00.123456Z",
    "spoke_at": "2026-11-27T09:30:00.123456Z",
}


class ThreadView(BaseModel):
    """A thread, the same for both parties."""

    model_config = ConfigDict(json_schema_extra={"examples": [_VIEW]})

    id: UUID
    contract_id: UUID
    kind: Kind
    subject: str
    confidentiality: Confidentiality
    about: About
    state: State = Field(description="`open` until the other party has answered, or said something at all.")
    awaits: Side | None = Field(description="The side whose answer is waited for.")
    answer_by: date | None
    days_late: int = Field(description="Days past `answer_by`, today in the contract's zone; 0: in time.")
    message_count: int
    unread: Unread
    author: Author
    written_at: Instant
    spoke_at: Instant = Field(description="When the last message was written.")


class MessageView(BaseModel):
    """A message; it never changes."""

    model_config = ConfigDict(json_schema_extra={"examples": [_MESSAGE]})

    id: UUID
    text: str
    asks: bool
    answer_by: date | None
    closes: bool
    author: Author
    written_at: Instant
    read_at: Instant | None = Field(description="When somebody of the other party first read it.")


class ThreadWithMessages(ThreadView):
    """A thread with its messages, the first one first."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_VIEW, "messages": [_MESSAGE]}]})

    messages: list[MessageView]


class DelayView(BaseModel):
    """How long answers take."""

    seconds: int
    at_least: bool = Field(description="What is not answered yet may move it up; it counts with the time so far.")


class DelaysOfSide(BaseModel):
    """What one side was asked, and how long its answers took."""

    side: Side = Field(description="The side that was to answer.")
    month: str | None = Field(description="Of the question, in the contract's zone; null: the whole period.")
    asked: int
    answered: int
    waiting: int
    withdrawn: int = Field(description="Taken back by who had asked: counts in no delay.")
    late: int = Field(description="Answered after the date asked for, or not yet and past it.")
    median: DelayView | None
    p90: DelayView | None


class DelaysView(BaseModel):
    """Answer delays of both sides, by the same rule."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "period": "2026-11",
                    "items": [
                        {
                            "side": "donneur_ordre",
                            "month": "2026-11",
                            "asked": 4,
                            "answered": 3,
                            "waiting": 1,
                            "withdrawn": 0,
                            "late": 1,
                            "median": {"seconds": 86400, "at_least": False},
                            "p90": {"seconds": 259200, "at_least": True},
                        }
                    ],
                }
            ]
        }
    )

    period: str
    items: list[DelaysOfSide]
