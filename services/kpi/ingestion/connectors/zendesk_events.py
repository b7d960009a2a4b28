"""Zendesk's ticket events: the snapshot and the change of each, read into neutral events."""

from typing import TypedDict

import msgspec
from msgspec import UNSET, Raw

from services.kpi.calendars.instants import InvalidInstant, parse_instant
from services.kpi.ingestion.connectors.base import Malformed, Pseudonym, SourcedEvent
from services.kpi.ingestion.connectors.decoding import (
    decode,
    dig,
    identifier,
    is_present,
    needed_text,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    CreationKnown,
    Excluded,
    Exclusion,
    MessageAdded,
    NeutralEvent,
    Restored,
    Status,
    StatusChanged,
)

_STATUSES: dict[str, Status] = {
    "NEW": "new",
    "OPEN": "open",
    "PENDING": "pending",
    "HOLD": "hold",
    "SOLVED": "solved",
    "CLOSED": "closed",
    "ARCHIVED": "closed",
}
_DELETED_STATUSES = frozenset({"DELETED", "SCRUBBED"})
_EXCLUSIONS: dict[str, Exclusion] = {
    "merged": "merged",
    "marked_as_spam": "spam",
    "soft_deleted": "deleted",
    "permanently_deleted": "deleted",
}

HANDLED = frozenset({"created", "comment_added", "status_changed", "undeleted", *_EXCLUSIONS})
"""The kinds of ticket event that tell something; the others count for nothing."""


class _Detail(msgspec.Struct):
    id: object = UNSET
    status: object = UNSET
    created_at: object = UNSET
    requester_id: object = UNSET
    submitter_id: object = UNSET
    group_id: object = UNSET
    brand_id: object = UNSET
    form_id: object = UNSET
    priority: object = UNSET
    tags: object = UNSET
    via: object = UNSET


class _Author(msgspec.Struct):
    is_staff: bool
    id: object = UNSET


class _Comment(msgspec.Struct):
    is_public: bool
    author: _Author
    id: object = UNSET


class _Commented(msgspec.Struct):
    comment: _Comment


class _Changed(msgspec.Struct):
    current: object = UNSET
    previous: object = UNSET


class _Placed(msgspec.Struct):
    meta: object = UNSET
    target_ticket_id: object = UNSET


_detail = msgspec.json.Decoder(_Detail)
_commented = msgspec.json.Decoder(_Commented)
_changed = msgspec.json.Decoder(_Changed)
_placed = msgspec.json.Decoder(_Placed)


def read_ticket_event(
    kind: str,
    at_us: int,
    detail_json: Raw,
    event_json: Raw,
    bot_author_ids: frozenset[str],
    pseudonym: Pseudonym,
) -> tuple[str, list[SourcedEvent]]:
    """The ticket and what a handled event tells of it, its creation included. Raises: Malformed."""
    if not is_present(detail_json):
        raise Malformed("detail is missing")
    detail = decode(_detail, detail_json, "detail")
    ticket_id = identifier(detail.id, "detail.id")
    placed = decode(_placed, event_json, "event") if _is_object(event_json) else _Placed()
    position = _position(placed.meta)
    changes = _told(kind, event_json, placed, detail, bot_author_ids, pseudonym)
    events: list[SourcedEvent] = [(at_us, position, event) for event in changes]
    # Read for every kind: a snapshot with an impossible creation is not one to count from.
    creation = _creation_known(detail, at_us, pseudonym)
    if creation is not None and kind != "created":
        events.append(creation)
    return ticket_id, events


def _is_object(raw: Raw) -> bool:
    """False for what most kinds can do without: no change at all, or one that is not an object."""
    return bytes(memoryview(raw)[:1]) == b"{"


def _position(meta: object) -> int:
    position = dig(meta, "sequence", "position")
    if isinstance(position, int) and not isinstance(position, bool) and 0 <= position < 2**31:
        return position
    return 0


def _told(
    kind: str,
    event: Raw,
    placed: _Placed,
    detail: _Detail,
    bot_author_ids: frozenset[str],
    pseudonym: Pseudonym,
) -> list[NeutralEvent]:
    if kind == "created":
        return _created(detail, pseudonym)
    if kind == "undeleted":
        return [Restored()]
    if kind in _EXCLUSIONS:
        target = optional_identifier(placed.target_ticket_id, "event.target_ticket_id") if kind == "merged" else None
        return [Excluded(_EXCLUSIONS[kind], target)]
    if not is_present(event):
        raise Malformed("event is missing")
    if kind == "comment_added":
        return [_message(decode(_commented, event, "event").comment, bot_author_ids, pseudonym)]
    return _status_changed(decode(_changed, event, "event"))


def _created(detail: _Detail, pseudonym: Pseudonym) -> list[NeutralEvent]:
    status = needed_text(detail.status, "detail.status")
    deleted = status in _DELETED_STATUSES
    if not deleted and status not in _STATUSES:
        raise Malformed("detail.status is unknown")
    created = Created(
        status="new" if deleted else _STATUSES[status],
        created_by_agent=_created_by_agent(detail),
        **_description(detail, pseudonym),
    )
    return [created, Excluded("deleted")] if deleted else [created]


def _creation_known(detail: _Detail, told_us: int, pseudonym: Pseudonym) -> SourcedEvent | None:
    created_us = _created_us(detail)
    if created_us is None:
        return None
    known = CreationKnown(told_us, _created_by_agent(detail), **_description(detail, pseudonym))
    return created_us, 0, known


def _created_us(detail: _Detail) -> int | None:
    """The creation that a snapshot tells, if it tells one. Raises: Malformed when what it tells is no instant."""
    if detail.created_at is UNSET or detail.created_at is None:
        return None
    try:
        return parse_instant(detail.created_at)
    except InvalidInstant as error:
        raise Malformed(f"detail.created_at is {error}") from None


def _created_by_agent(detail: _Detail) -> bool:
    submitter = optional_identifier(detail.submitter_id, "detail.submitter_id")
    requester = optional_identifier(detail.requester_id, "detail.requester_id")
    return submitter is not None and requester is not None and submitter != requester


class _Description(TypedDict):
    channel: str | None
    group: str | None
    priority: str | None
    tags: tuple[str, ...]
    requester: str | None
    brand: str | None
    form: str | None


def _description(detail: _Detail, pseudonym: Pseudonym) -> _Description:
    requester = optional_identifier(detail.requester_id, "detail.requester_id")
    return {
        "channel": optional_text(dig(detail.via, "channel"), "detail.via.channel"),
        "group": told(detail.group_id, "detail.group_id", optional_identifier),
        "priority": optional_text(detail.priority, "detail.priority"),
        "tags": optional_tags(detail.tags, "detail.tags"),
        "requester": None if requester is None else pseudonym(requester),
        "brand": told(detail.brand_id, "detail.brand_id", optional_identifier),
        "form": told(detail.form_id, "detail.form_id", optional_identifier),
    }


def _message(comment: _Comment, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> MessageAdded:
    author_id = optional_identifier(comment.author.id, "event.comment.author.id")
    author: Author = "agent" if comment.author.is_staff else "customer"
    if author_id is not None and author_id in bot_author_ids:
        author = "bot"
    agent = pseudonym(author_id) if author == "agent" and author_id is not None else None
    message_id = optional_identifier(comment.id, "event.comment.id")
    return MessageAdded(author, comment.is_public, message_id, agent)


def _status_changed(change: _Changed) -> list[NeutralEvent]:
    current = needed_text(change.current, "event.current")
    if current in _DELETED_STATUSES:
        return [Excluded("deleted")]
    if current not in _STATUSES:
        raise Malformed("event.current is unknown")
    changed = StatusChanged(_STATUSES[current])
    # A ticket that leaves the status DELETED is back, also when its `undeleted` event was lost.
    if isinstance(change.previous, str) and change.previous in _DELETED_STATUSES:
        return [Restored(), changed]
    return [changed]
