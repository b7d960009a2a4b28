"""Chatwoot's events: conversations as they are, messages, and the answers to its surveys."""

import msgspec
from msgspec import UNSET

from services.kpi.ingestion.connectors.base import Malformed, Pseudonym, SourcedEvent, SurveyAnswer
from services.kpi.ingestion.connectors.decoding import (
    dig,
    identifier,
    instant,
    needed_text,
    optional_comment,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.ingestion.connectors.snapshots import Described, creation_known, person
from services.kpi.tickets.rules.events import Author, Created, MessageAdded, Rated, Status, StatusChanged

CONVERSATIONS = frozenset({"conversation_created", "conversation_status_changed", "conversation_updated"})
MESSAGES = frozenset({"message_created", "message_updated"})
"""The events that tell something; others count for nothing."""

# `pending`: a bot holds the conversation, and the customer waits for a person as one does for a new ticket.
_STATUSES: dict[str, Status] = {"open": "open", "pending": "new", "snoozed": "pending", "resolved": "solved"}
_TYPES = {0: "incoming", 1: "outgoing", 2: "activity", 3: "template"}
_SCALE = 5


class Conversation(msgspec.Struct):
    """A conversation: a body of its own, or within that of a message."""

    id: object = UNSET
    status: object = UNSET
    created_at: object = UNSET
    updated_at: object = UNSET
    channel: object = UNSET
    inbox_id: object = UNSET
    labels: object = UNSET
    priority: object = UNSET
    meta: object = UNSET
    messages: object = UNSET


class Message(msgspec.Struct):
    """A message with its conversation."""

    conversation: Conversation
    private: bool
    message_type: str | int
    id: object = UNSET
    created_at: object = UNSET
    content_type: object = UNSET
    content_attributes: object = UNSET
    additional_attributes: object = UNSET
    sender: object = UNSET


def conversation_events(kind: str, conversation: Conversation, pseudonym: Pseudonym) -> tuple[str, list[SourcedEvent]]:
    """A conversation as it is; an assignment may change the status and say only `conversation_updated`.

    Raises: Malformed.
    """
    ticket_id = identifier(conversation.id, "id")
    word = needed_text(conversation.status, "status")
    if word not in _STATUSES:
        raise Malformed("status is unknown")
    created_us, at_us = instant(conversation.created_at, "created_at"), instant(conversation.updated_at, "updated_at")
    described = _description(conversation, "", pseudonym)
    if kind == "conversation_created":
        by_agent = _is_written_by_agent(conversation.messages)
        return ticket_id, [(created_us, 0, Created(_STATUSES[word], by_agent, **described))]
    known = creation_known(created_us, at_us, False, described)
    return ticket_id, [(at_us, 0, StatusChanged(_STATUSES[word])), known]


def _is_written_by_agent(messages: object) -> bool:
    """Whether a conversation began with a person's message to the customer; its body shows the first one."""
    if not isinstance(messages, list) or not messages:
        return False
    first = messages[0]
    return dig(first, "message_type") in (1, "outgoing") and dig(first, "sender", "type") == "user"


def message_events(
    kind: str, message: Message, bot_author_ids: frozenset[str], pseudonym: Pseudonym
) -> tuple[str, list[SourcedEvent]]:
    """The conversation and what its message tells. Raises: Malformed."""
    conversation = message.conversation
    ticket_id = identifier(conversation.id, "conversation.id")
    message_id = identifier(message.id, "id")
    created_us = instant(conversation.created_at, "conversation.created_at")
    sent_us = instant(_with_offset(message.created_at), "created_at")
    told_us = instant(conversation.updated_at, "conversation.updated_at")
    known = creation_known(created_us, told_us, False, _description(conversation, "conversation.", pseudonym))
    message_type = _TYPES.get(message.message_type) if isinstance(message.message_type, int) else message.message_type
    if message_type is None or message_type not in _TYPES.values():
        raise Malformed("message_type is unknown")
    if kind == "message_updated":
        score = _score(message)
        # The message was created when the survey was sent; the answer is what updates the conversation.
        return ticket_id, [known] if score is None else [(told_us, 0, Rated(score, _SCALE)), known]
    if message_type == "activity":
        return ticket_id, [known]  # a line of the log, no message
    author = _author(message, message_type, bot_author_ids)
    author_id = optional_identifier(dig(message.sender, "id"), "sender.id")
    agent = pseudonym(author_id) if author == "agent" and author_id is not None else None
    return ticket_id, [(sent_us, 0, MessageAdded(author, not message.private, message_id, agent)), known]


def _with_offset(time: object) -> object:
    """A time as Chatwoot's own handbook shows it, with the word UTC in place of an offset."""
    return time.removesuffix(" UTC") + "Z" if isinstance(time, str) and time.endswith(" UTC") else time


def _author(message: Message, message_type: str, bot_author_ids: frozenset[str]) -> Author:
    """A person of the team only where one wrote: not a bot, a rule, a campaign or a template."""
    if message_type == "template":
        return "system"
    sender = dig(message.sender, "type")
    sender_id = optional_identifier(dig(message.sender, "id"), "sender.id")
    if sender != "contact" and sender_id is not None and sender_id in bot_author_ids:
        return "bot"
    if message_type == "incoming":
        return "customer"
    by_rule = dig(message.content_attributes, "automation_rule_id") or dig(message.additional_attributes, "campaign_id")
    return "agent" if sender == "user" and not by_rule else "bot"


def _survey(message: Message) -> object:
    if message.content_type != "input_csat":
        return None
    return dig(message.content_attributes, "submitted_values", "csat_survey_response")


def _score(message: Message) -> int | None:
    """The rating that an answered survey has, None when there is no answer yet. Raises: Malformed."""
    survey = _survey(message)
    if survey is None:
        return None
    field = "content_attributes.submitted_values.csat_survey_response.rating"
    rating = dig(survey, "rating")
    if not isinstance(rating, int) or isinstance(rating, bool):
        raise Malformed(f"{field} is {'missing' if rating is None else 'mistyped'}")
    if not 1 <= rating <= _SCALE:
        raise Malformed(f"{field} is out of range")
    return rating


def survey_answer(events: list[SourcedEvent], message: Message) -> SurveyAnswer | None:
    """The answer that goes with a rating. Raises: Malformed on NUL."""
    for at_us, _, event in events:
        if isinstance(event, Rated):
            comment = optional_comment(dig(_survey(message), "feedback_message"), "feedback_message")
            return SurveyAnswer("csat", event.score, event.scale_max, comment, at_us)
    return None


def _description(conversation: Conversation, at: str, pseudonym: Pseudonym) -> Described:
    channel = optional_text(conversation.channel, f"{at}channel")
    team = dig(conversation.meta, "team")
    return {
        "channel": None if channel is None else channel.removeprefix("Channel::"),
        "group": told(dig(team, "name"), f"{at}meta.team.name", optional_text) if _tells_team(conversation) else None,
        "priority": optional_text(conversation.priority, f"{at}priority"),
        "tags": optional_tags(conversation.labels, f"{at}labels"),
        "requester": person(dig(conversation.meta, "sender", "id"), f"{at}meta.sender.id", pseudonym),
        # An inbox is what a brand is elsewhere: the door that the customer came through.
        "brand": optional_identifier(conversation.inbox_id, f"{at}inbox_id"),
    }


def _tells_team(conversation: Conversation) -> bool:
    return isinstance(conversation.meta, dict) and "team" in conversation.meta
