"""The nine kinds of event that the generic connector knows: the `data` of each, read into a neutral event."""

from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import Malformed, Pseudonym, SurveyAnswer
from services.kpi.ingestion.connectors.decoding import (
    decode,
    optional_comment,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.staff.rules import Organisation
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Recommended,
    Restored,
    Status,
    StatusChanged,
)

LARGEST_SCALE = 1_000

Told = tuple[NeutralEvent, SurveyAnswer | None]
Reader = Callable[[Raw, int, frozenset[str], Pseudonym], Told]


class _CreatedData(msgspec.Struct):
    status: Status | None = None
    created_by: Literal["customer", "agent"] | None = None
    channel: object = UNSET
    group: object = UNSET
    brand: object = UNSET
    form: object = UNSET
    tags: object = UNSET
    priority: object = UNSET
    requester: object = UNSET


class _MessageData(msgspec.Struct):
    author: Author
    public: bool
    message_id: object = UNSET
    author_id: object = UNSET
    author_organisation: Organisation | None = None


class _StatusData(msgspec.Struct):
    status: Status
    hold_reason: object = UNSET


class _CsatData(msgspec.Struct):
    score: int
    scale_max: int | None = None
    comment: object = UNSET


class _NpsData(msgspec.Struct):
    score: int
    comment: object = UNSET


class _MergedData(msgspec.Struct):
    into: object = UNSET
    target_ticket_id: object = UNSET


_created_data = msgspec.json.Decoder(_CreatedData)
_message_data = msgspec.json.Decoder(_MessageData)
_status_data = msgspec.json.Decoder(_StatusData)
_csat_data = msgspec.json.Decoder(_CsatData)
_nps_data = msgspec.json.Decoder(_NpsData)
_merged_data = msgspec.json.Decoder(_MergedData)


def _created(raw: Raw, _at_us: int, _bots: frozenset[str], pseudonym: Pseudonym) -> Told:
    data = decode(_created_data, raw, "data")
    requester = optional_identifier(data.requester, "data.requester")
    created = Created(
        status=data.status or "new",
        created_by_agent=data.created_by == "agent",
        channel=told(data.channel, "data.channel", optional_text),
        group=told(data.group, "data.group", optional_text),
        priority=optional_text(data.priority, "data.priority"),
        tags=optional_tags(data.tags, "data.tags"),
        requester=None if requester is None else pseudonym(requester),
        brand=told(data.brand, "data.brand", optional_text),
        form=told(data.form, "data.form", optional_text),
    )
    return created, None


def _message(raw: Raw, _at_us: int, bots: frozenset[str], pseudonym: Pseudonym) -> Told:
    data = decode(_message_data, raw, "data")
    author_id = optional_identifier(data.author_id, "data.author_id")
    author: Author = "bot" if author_id is not None and author_id in bots else data.author
    agent = pseudonym(author_id) if author == "agent" and author_id is not None else None
    by = UNSET if author != "agent" or data.author_organisation is None else data.author_organisation
    message_id = optional_identifier(data.message_id, "data.message_id")
    return MessageAdded(author, data.public, message_id, agent, by), None


def _status(raw: Raw, _at_us: int, _bots: frozenset[str], _pseudonym: Pseudonym) -> Told:
    data = decode(_status_data, raw, "data")
    return StatusChanged(data.status, optional_text(data.hold_reason, "data.hold_reason")), None


def _csat(raw: Raw, at_us: int, _bots: frozenset[str], _pseudonym: Pseudonym) -> Told:
    data = decode(_csat_data, raw, "data")
    scale_max = 5 if data.scale_max is None else data.scale_max
    if not 1 <= scale_max <= LARGEST_SCALE:
        raise Malformed("data.scale_max is out of range")
    if not 0 <= data.score <= scale_max:
        raise Malformed("data.score is out of range")
    comment = optional_comment(data.comment, "data.comment")
    return Rated(data.score, scale_max), SurveyAnswer("csat", data.score, scale_max, comment, at_us)


def _nps(raw: Raw, at_us: int, _bots: frozenset[str], _pseudonym: Pseudonym) -> Told:
    data = decode(_nps_data, raw, "data")
    if not 0 <= data.score <= 10:
        raise Malformed("data.score is out of range")
    comment = optional_comment(data.comment, "data.comment")
    return Recommended(data.score), SurveyAnswer("nps", data.score, 10, comment, at_us)


def _merged(raw: Raw, _at_us: int, _bots: frozenset[str], _pseudonym: Pseudonym) -> Told:
    data = decode(_merged_data, raw, "data")
    target = optional_identifier(data.into, "data.into")
    if target is None:
        target = optional_identifier(data.target_ticket_id, "data.target_ticket_id")
    return Excluded("merged", target), None


def _plain(event: NeutralEvent) -> Reader:
    return lambda _raw, _at_us, _bots, _pseudonym: (event, None)


READERS: dict[str, Reader] = {
    "created": _created,
    "message": _message,
    "status": _status,
    "csat": _csat,
    "nps": _nps,
    "merged": _merged,
    "spam": _plain(Excluded("spam")),
    "deleted": _plain(Excluded("deleted")),
    "restored": _plain(Restored()),
}
