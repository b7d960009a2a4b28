"""What a message says: an item of the relay and its step, and of the customer's words only what the provider reads."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from services.common.instants import to_text

Event = Literal["item.created", "item.replied", "item.returned", "item.accepted", "praise.created"]
EVENTS: tuple[Event, ...] = ("item.created", "item.replied", "item.returned", "item.accepted", "praise.created")
TRIAL = "hook.test"
ERASED = "item.erased"
"""Told to every tool that was told of the item, whatever else it is told: who was given words is told of their end."""
MOST_BYTES = 64_000

_OF_STEPS: dict[str, Event] = {"reply": "item.replied", "return": "item.returned", "accept": "item.accepted"}


class Told(msgspec.Struct, frozen=True):
    """An item as it is at the instant of sending. `held`: its words wait for the donneur d'ordre."""

    contract_id: UUID
    item_id: UUID
    kind: str
    state: str
    team_id: UUID
    team: str
    question: str
    score: int
    scale_max: int
    channel: str | None
    ticket_id: str | None
    ticket_url: str | None
    answered_at: datetime
    due_at: datetime
    url: str
    themes: tuple[str, ...] = ()
    text: str | None = None
    held: bool = False
    erased: bool = False


def event_of_step(step: str) -> Event | None:
    """What a step is to the tool; None: nothing is said of it."""
    return _OF_STEPS.get(step)


def event_of_item(kind: str) -> Event:
    """What the relaying of an answer is to the tool."""
    return "praise.created" if kind == "praise" else "item.created"


def trial(contract_id: UUID, hook_id: UUID, at: datetime) -> bytes:
    """A message that concerns no customer."""
    return _encoded(TRIAL, at, {"contract_id": str(contract_id), "hook_id": str(hook_id)})


def body_of(event: str, at: datetime, told: Told) -> bytes:
    """The body of a message, of at most 64,000 bytes: longer words are cut, and said to be."""
    data: dict[str, Any] = {
        "item_id": str(told.item_id),
        "contract_id": str(told.contract_id),
        "kind": told.kind,
        "state": told.state,
        "team": {"id": str(told.team_id), "name": told.team},
        "question": told.question,
        "score": told.score,
        "scale_max": told.scale_max,
        "themes": list(told.themes),
        "channel": told.channel,
        "ticket_id": told.ticket_id,
        "ticket_url": told.ticket_url,
        "answered_at": to_text(told.answered_at),
        "due_at": to_text(told.due_at),
        "url": told.url,
        "text": told.text,
        "text_cut": False,
        "text_held": told.held,
        "text_erased": told.erased,
    }
    body = _encoded(event, at, data)
    while len(body) > MOST_BYTES and data["text"]:
        data["text"], data["text_cut"] = data["text"][: len(data["text"]) // 2], True
        body = _encoded(event, at, data)
    return body


def _encoded(event: str, at: datetime, data: dict[str, Any]) -> bytes:
    return msgspec.json.encode({"type": event, "timestamp": to_text(at), "data": data})
