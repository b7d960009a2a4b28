"""The neutral ticket events, schema version 2: what every tool's messages become. No free text, no contact data.

Version 2 tells brand and form too, and of what a ticket may have one of, an empty text where the tool says that it has
none; what the tool does not tell stays null. Events of version 1 read as version 2 that tells less.
"""

from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.staff.rules import Organisation

SCHEMA_VERSION = 2
SKEW_TOLERANCE_US = 120 * SECOND_US

Status = Literal["new", "open", "pending", "hold", "solved", "closed"]
Author = Literal["agent", "customer", "bot", "system"]
Exclusion = Literal["merged", "spam", "deleted"]
Survey = Literal["ces", "csat", "nps", "fcr_declared"]
EFFORT_SCALE = 7
"""CES 2.0: agreement that it was made easy, 1 to 7."""

STATUSES: frozenset[str] = frozenset({"new", "open", "pending", "hold", "solved", "closed"})
DONE: frozenset[str] = frozenset({"solved", "closed"})
REQUESTER_WAITS: frozenset[str] = frozenset({"new", "open", "hold"})


class Created(msgspec.Struct, frozen=True, tag="created", tag_field="kind"):
    """The ticket was created. `requester` is a pseudonym."""

    status: Status = "new"
    created_by_agent: bool = False
    channel: str | None = None
    group: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    requester: str | None = None
    brand: str | None = None
    form: str | None = None


class CreationKnown(msgspec.Struct, frozen=True, tag="creation_known", tag_field="kind"):
    """When and by whom the ticket was created, as a later event told it; weaker than Created.

    `told_us` is the source instant of the event that told it: of several tellings of one creation the earliest counts,
    in whatever order they arrive.
    """

    told_us: int
    created_by_agent: bool = False
    channel: str | None = None
    group: str | None = None
    priority: str | None = None
    tags: tuple[str, ...] = ()
    requester: str | None = None
    brand: str | None = None
    form: str | None = None


class MessageAdded(msgspec.Struct, frozen=True, tag="message_added", tag_field="kind"):
    """A message or a note (`public` false). `agent` is a pseudonym.

    `by`: whose the agent is, where the tool says so itself; it is written only then, so other messages stay as they
    were stored before it existed.
    """

    author: Author
    public: bool
    message_id: str | None = None
    agent: str | None = None
    by: Organisation | msgspec.UnsetType = msgspec.UNSET


class StatusChanged(msgspec.Struct, frozen=True, tag="status_changed", tag_field="kind"):
    """The ticket entered a status."""

    status: Status
    hold_reason: str | None = None


class Excluded(msgspec.Struct, frozen=True, tag="excluded", tag_field="kind"):
    """The ticket left every population."""

    reason: Exclusion
    target_ticket_id: str | None = None


class Restored(msgspec.Struct, frozen=True, tag="restored", tag_field="kind"):
    """The ticket came back, whatever had excluded it."""


class Rated(msgspec.Struct, frozen=True, tag="rated", tag_field="kind"):
    """The requester rated the ticket (CSAT), `score` out of `scale_max`."""

    score: int
    scale_max: int


class Recommended(msgspec.Struct, frozen=True, tag="recommended", tag_field="kind"):
    """The requester answered the recommendation question (NPS), 0 to 10."""

    score: int


class Answered(msgspec.Struct, frozen=True, tag="answered", tag_field="kind", omit_defaults=True):
    """An answer through feedback's own doors, `score` out of `scale_max`; it stands alone, beside no ticket.

    `channel`: as its sender named it; None: not told.
    """

    survey: Survey
    score: int
    scale_max: int
    channel: str | None = None


class Withdrawn(msgspec.Struct, frozen=True, tag="withdrawn", tag_field="kind"):
    """The answer counts elsewhere: it turned out to be one that came with a ticket."""


class Linked(msgspec.Struct, frozen=True, tag="linked", tag_field="kind"):
    """Where the ticket says that `requester` asked, its customer is `customer`, a name drawn at an erasure.

    It happened to nobody and at no time: without another event there is no ticket.
    """

    requester: str
    customer: str


class Imported(msgspec.Struct, frozen=True, tag="imported", tag_field="kind"):
    """What this delivery tells of the ticket comes from an export: what that does not tell is unknown, not absent.

    `told_us`: the last instant that the export tells of. `response`: whether it tells the first response, or that there
    was none. `replies`, `reopens`: how many public replies of agents and how many reopenings by then; None: not told.
    """

    told_us: int
    response: bool = False
    replies: int | None = None
    reopens: int | None = None


NeutralEvent = (
    Created
    | CreationKnown
    | MessageAdded
    | StatusChanged
    | Excluded
    | Restored
    | Rated
    | Recommended
    | Answered
    | Withdrawn
    | Linked
    | Imported
)

ANSWERS_SOURCE = "feedback"
"""Stands where the id of a source does, for answers that no tool of tickets sent; no source has such an id."""

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[NeutralEvent] = msgspec.json.Decoder(NeutralEvent)


def encode_event(event: NeutralEvent) -> bytes:
    """The JSON that is stored."""
    return _encoder.encode(event)


def decode_event(stored: bytes | str) -> NeutralEvent:
    """The event of its stored JSON. Raises: msgspec.DecodeError."""
    return _decoder.decode(stored)


# Read by the ten thousand, and never part of a cycle: the garbage collector need not follow them.
class TimedEvent(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An event at its place: effective time, position in the source's batch, then arrival."""

    effective_us: int
    batch_position: int
    received_us: int
    recorded_us: int
    delivery_id: str
    position: int
    event: NeutralEvent


_ticket_decoder = msgspec.json.Decoder(list[TimedEvent])


def decode_ticket(stored: str) -> list[TimedEvent]:
    """The events of a ticket from a JSON array of arrays, fields in order. Raises: msgspec.DecodeError."""
    return _ticket_decoder.decode(stored)


_place = attrgetter("effective_us", "batch_position", "received_us", "recorded_us", "delivery_id", "position")


def in_order(events: Sequence[TimedEvent]) -> list[TimedEvent]:
    """The events in the one order that counts (D4), whatever order they arrived in."""
    return sorted(events, key=_place)


def effective_instant(source_us: int, received_us: int) -> tuple[int, bool]:
    """The instant at which an event counts, and whether the source's clock was ahead (D3)."""
    if source_us > received_us + SKEW_TOLERANCE_US:
        return received_us, True
    return source_us, False


def next_event_us(events: Sequence[TimedEvent], as_of_us: int) -> int | None:
    """When the first event that is known but not yet effective will count."""
    return min((item.effective_us for item in events if item.effective_us > as_of_us), default=None)
