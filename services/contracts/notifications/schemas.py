"""Bodies of notifications."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.agreements.rules import Side
from services.contracts.notifications.rules import Group, Kind, Rhythm

_ID = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d05"
_CONTRACT = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01"
_ACTION = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d07"
_RHYTHMS: dict[str, Any] = {
    "decisions": "at_once",
    "actions": "by_urgency",
    "voice": "daily",
    "data": "weekly",
    "talks": "off",
}
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:/-]{1,200}$")]


class NotificationView(BaseModel):
    """Something that happened, told to one person."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": _ID,
                    "kind": "action_proposed",
                    "group": "actions",
                    "contract": {"id": _CONTRACT, "title": "Relation client, lot Nord"},
                    "subject": {"id": _ACTION, "title": "Former l'équipe aux retours"},
                    "side": "donneur_ordre",
                    "asks": True,
                    "personal": False,
                    "data": {},
                    "occurred_at": "2026-10-05T08:00:00Z",
                    "told_at": "2026-10-05T08:00:00.2Z",
                    "read_at": "2026-10-05T09:12:00Z",
                    "settled_at": "2026-10-06T07:40:00Z",
                }
            ]
        }
    )

    id: UUID
    kind: Kind
    group: Group
    contract: "ContractNamed"
    subject: "SubjectNamed | None"
    """Null: the contract itself, or a list of it."""
    side: Side | None
    """Of whoever did it; null: nobody did, a date came or a machine told."""
    asks: bool
    """Whether it waits for your side, or for you."""
    personal: bool
    """Whether it names you."""
    data: dict[str, str]
    """Codes and dates, by kind: `outcome`, `due_on`, `period`, `indicator`."""
    occurred_at: Instant
    told_at: Instant
    read_at: Instant | None
    settled_at: Instant | None
    """When what it asks for was done by somebody; it is not unread then."""


class ContractNamed(BaseModel):
    """The contract that it is about."""

    id: UUID
    title: str


class SubjectNamed(BaseModel):
    """The object that it is about; its title where it is an action, as it is now."""

    id: str
    title: str | None


class UnreadCount(BaseModel):
    """How much is unread."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"unread": 3}]})

    unread: int
    """Of a person; counted up to 1,000."""


class Reading(RequestBody):
    """What was read: these, or all that was told until an instant, of one contract or of all."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ids": [_ID]}, {"until": "2026-10-05T08:00:00Z"}]})

    ids: Annotated[list[UUID], Field(max_length=1000)] | None = None
    until: Instant | None = None
    contract_id: UUID | None = None

    @model_validator(mode="after")
    def _says_which(self) -> "Reading":
        if (self.ids is None) == (self.until is None):
            raise ValueError("must name either ids or until")
        return self


class Rhythms(RequestBody):
    """How soon mail tells each group; the application always does at once."""

    model_config = ConfigDict(json_schema_extra={"examples": [_RHYTHMS]})

    decisions: Rhythm
    """What both parties agree on: contract, amendments, baselines, scopes."""
    actions: Rhythm
    voice: Rhythm
    """Words of end customers and the relay."""
    data: Rhythm
    """Sources and indicators."""
    talks: Rhythm
    """Threads and mutual evaluation."""


class PreferencesView(Rhythms):
    """The same as they stand, and when mail leaves."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={"examples": [{**_RHYTHMS, "at": "07:30", "weekday": "monday", "zone": "Europe/Paris"}]},
    )

    at: str
    """Local time of the daily and the weekly letter."""
    weekday: Literal["monday"]
    zone: str
    """Your own, else that of your contracts where they agree."""


class NewEvent(RequestBody):
    """What another service tells of: codes and ids, never words."""

    key: Key
    """What makes it one event, however often it is told."""
    contract_id: UUID
    kind: Kind
    sides: Annotated[list[Side], Field(default_factory=list, max_length=2)]
    people: Annotated[list[str], Field(default_factory=list, max_length=200)]
    """Ids of people; what is none of a person counts for nothing."""
    doer: Annotated[str, StringConstraints(max_length=100)] | None = None
    doer_side: Side | None = None
    subject_id: Code | None = None
    data: Annotated[dict[Code, Code], Field(default_factory=dict, max_length=8)]
    occurred_at: Instant | None = None


def body_of(rhythms: dict[str, str]) -> dict[str, Any]:
    """Every group with what was chosen for it."""
    return {group: rhythms.get(group, Rhythm.BY_URGENCY) for group in Group}
