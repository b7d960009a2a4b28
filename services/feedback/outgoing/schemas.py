"""What crosses HTTP about outgoing webhooks."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.feedback.outgoing.rules.addresses import LONGEST
from services.feedback.outgoing.rules.payload import EVENTS, Event
from services.feedback.outgoing.rules.schedule import OffReason, Reason
from services.feedback.themes.schemas import Line

HookState = Literal["active", "paused", "switched_off", "removed"]
MessageState = Literal["waiting", "delivered", "dead"]
LONGEST_OVERLAP_S = 30 * 86_400


def _each_once(values: list[Any]) -> list[Any]:
    if len(set(values)) < len(values):
        raise ValueError("each once")
    return values


Url = Annotated[str, Field(min_length=1, max_length=LONGEST)]

_WANTED: JsonDict = {
    "name": "GLPI du prestataire",
    "url": "https://glpi.prestataire.example/copil?cle=8f2c",
    "events": ["item.created", "item.returned"],
    "teams": None,
}


class NewHook(RequestBody):
    """A tool of the provider to tell, or what is to be changed of one."""

    model_config = ConfigDict(json_schema_extra={"examples": [_WANTED]})

    name: Line
    url: Url = Field(
        description="https on port 443, a host by its public name; the path may be a secret and is told to nobody else."
    )
    events: Annotated[list[Event], Field(min_length=1, max_length=len(EVENTS)), AfterValidator(_each_once)] = Field(
        default_factory=lambda: list(EVENTS)
    )
    teams: Annotated[list[UUID], Field(min_length=1, max_length=100), AfterValidator(_each_once)] | None = Field(
        None, description="Only what concerns these teams; null: all of them."
    )


class NewHookState(RequestBody):
    """Let a tool be told, or not for now."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"state": "paused"}]})

    state: Literal["active", "paused"] = Field(
        description="`paused`: what happens is kept and sent later. `active` also takes back that it was switched off."
    )


class NewHookSecret(RequestBody):
    """Another secret in the place of the present one, which signs beside it for a while."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"overlap_seconds": 86_400}]})

    overlap_seconds: Annotated[int, Field(strict=True, ge=0, le=LONGEST_OVERLAP_S)] = 86_400


class Nothing(RequestBody):
    """Nothing more is to be said."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})


class HookOut(BaseModel):
    """A tool of the provider that is told. To the other party only its host of where it is."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e11",
                    "host": "glpi.prestataire.example",
                    **_WANTED,
                    "state": "active",
                    "off_reason": None,
                    "failing_since": None,
                    "previous_secret_until": None,
                    "waiting": 0,
                    "dead": 1,
                    "created_at": "2026-11-03T09:12:00Z",
                    "created_name": "Inès Morel",
                    "changed_at": None,
                    "changed_name": None,
                }
            ]
        }
    )

    id: UUID
    name: str
    host: str
    url: str | None = Field(description="Null for the other party, and of a tool that was removed.")
    events: list[Event]
    teams: list[UUID] | None
    state: HookState = Field(
        description="`switched_off`: by the tool's own answer, or after five days in which it took nothing."
    )
    off_reason: OffReason | None
    failing_since: Instant | None = Field(description="Since when it has taken nothing; null after a success.")
    previous_secret_until: Instant | None = Field(description="Until then messages carry two signatures.")
    waiting: int = Field(description="Messages that are still to be sent.")
    dead: int = Field(description="Messages that it did not take and that are sent again by hand only.")
    created_at: Instant
    created_name: str | None
    changed_at: Instant | None
    changed_name: str | None


class HookCreated(HookOut):
    """A tool, and its secret, shown this once."""

    secret: str


class HooksOut(BaseModel):
    """The tools of a contract; those that were removed come last, so that both parties see where words went."""

    items: list[HookOut]


class HookSecret(BaseModel):
    """The secret, shown this once, and how long the one before signs as well."""

    secret: str
    previous_secret_until: Instant | None


class AttemptOut(BaseModel):
    """One attempt; never what was answered."""

    number: int
    ended_at: Instant
    duration_ms: int
    status: int | None = Field(description="Of the answer, if there was one.")
    reason: Reason | None = Field(description="Why it failed; null: it was taken.")


class MessageOut(BaseModel):
    """Something that a tool was told, or is to be told; its words are looked up when it is sent and are not kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0199d1a0-7d2e-7c11-9a8b-5b1f0d3c2e21",
                    "event": "item.created",
                    "item_id": "0197f3c0-4d5e-7f6a-8b7c-8d9e0f1a2b07",
                    "created_at": "2026-11-03T09:12:00Z",
                    "state": "waiting",
                    "next_attempt_at": "2026-11-03T09:17:10Z",
                    "ended_at": None,
                    "reason": "status",
                    "attempts": [
                        {
                            "number": 1,
                            "ended_at": "2026-11-03T09:12:01Z",
                            "duration_ms": 212,
                            "status": 500,
                            "reason": "status",
                        }
                    ],
                }
            ]
        }
    )

    id: UUID = Field(description="What the tool gets as `webhook-id`, at every attempt.")
    event: Event | Literal["item.erased", "hook.test"]
    item_id: UUID | None
    created_at: Instant
    state: MessageState
    next_attempt_at: Instant | None = Field(description="While it waits.")
    ended_at: Instant | None
    reason: Reason | None = Field(description="Why the last attempt failed, or why there is none.")
    attempts: list[AttemptOut] = Field(description="The newest first.")


class Resent(BaseModel):
    """How many messages begin another round of attempts, and whether there are others."""

    resent: int
    more: bool
