"""Verbatims as both parties read them: the same bytes."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.feedback.themes.schemas import Tag

Kind = Literal["ces", "csat", "nps", "fcr_declared"]
Hidden = Literal[
    "email", "phone", "iban", "card", "nir", "plate", "address", "birth_date", "identifier", "link", "handle", "person"
]


class HiddenOut(BaseModel):
    """How many pieces of one kind of personal data were masked."""

    kind: Hidden
    count: int


class VerbatimOut(BaseModel):
    """One answer with its words."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "kind": "nps",
                    "score": 9,
                    "scale_max": 10,
                    "answered_at": "2026-10-12T12:03:00Z",
                    "channel": "e-mail",
                    "queue": "Livraisons",
                    "source_id": "feedback",
                    "door": "api",
                    "ticket_id": "48213",
                    "ticket_url": "https://outil.example/tickets/48213",
                    "counted": True,
                    "text": "Réponse claire, rappelez-moi au [[phone]].",
                    "hidden": [{"kind": "phone", "count": 1}],
                    "erased": False,
                    "held": False,
                    "themes": [{"code": "information", "by": "rule", "word": "clair"}],
                }
            ]
        }
    )

    id: UUID
    kind: Kind
    score: int
    scale_max: int
    answered_at: Instant
    channel: str | None
    queue: str | None = Field(
        description="The queue that served the customer, when the answer was told; the ticket may have moved since."
    )
    source_id: str = Field(description="The source whose ticket brought it, or `feedback`.")
    door: Literal["ticket", "api", "csv", "xlsx", "tool", "survey"]
    ticket_id: str | None
    ticket_url: str | None = Field(description="The ticket in the tool; http or https.")
    counted: bool = Field(description="False where the same answer counts by another door.")
    text: str | None = Field(
        description="The customer's words, `[[kind]]` in the place of personal data; null without words, or while they"
        " wait to be masked."
    )
    hidden: list[HiddenOut]
    erased: bool = Field(description="The words were erased at the wish of the person; the score stays.")
    held: bool = Field(
        description="The words wait for the donneur d'ordre to read them; until then the provider gets null."
    )
    themes: list[Tag]


class ScoreCount(BaseModel):
    """Answers with one score."""

    kind: Kind
    scale_max: int
    score: int
    answers: int
    with_words: int


class ScoresOut(BaseModel):
    """Answers by question and score, each answer once; what is made of them are kpi's figures."""

    items: list[ScoreCount]


class QueueCount(BaseModel):
    """Answers of one queue; null: those of which none was told."""

    queue: str | None
    answers: int


class QueueCountsOut(BaseModel):
    """Answers by queue, each answer once, those with most answers first."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"items": [{"queue": "Livraisons", "answers": 84}, {"queue": None, "answers": 12}]}]
        }
    )

    items: list[QueueCount] = Field(description="At most 200.")


class ThemeCount(BaseModel):
    """Answers about one theme; one answer may be about several."""

    code: str
    answers: int


class ThemeCountsOut(BaseModel):
    """Answers by theme, each answer once under each of its themes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"items": [{"code": "delay", "answers": 41}], "with_words": 120, "without_theme": 17}]
        }
    )

    items: list[ThemeCount]
    with_words: int = Field(description="Answers with words that were asked for.")
    without_theme: int = Field(description="Those of them that are about none.")
