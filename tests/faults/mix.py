"""What the tools of many teams send: seven systems by their usual shares, each delivery of a ticket with a story."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tests.factories import tool_stories as stories
from tests.factories.tool_signing import tool_headers
from tests.factories.webhooks import cloud_event, compact, zendesk_event, zendesk_status
from tests.support.newcomers import Agreement, Connected
from tests.support.sending import now_us

SHARES = {"zendesk": 40, "freshdesk": 15, "intercom": 15, "zammad": 10, "chatwoot": 10, "glpi": 5, "generic": 5}
"""Percent of the deliveries, as tools are spread in France."""
SHARE_CREATED = 0.25
LIVING = 2_000
"""Tickets of a system that something still happens to, at most."""
STORY = ("open", "pending", "open", "solved")
MEDIAN_TEXT, SPREAD, LONGEST_TEXT = 1_500, 0.95, 60_000
"""Length of the text in a body, log-normal: with the rest of it 2 to 3 KB in the middle, some 10 KB at the 95th."""
_WORDS = "La livraison prévue hier n'est pas arrivée. "


@dataclass
class Ticket:
    """A ticket that something happens to."""

    number: int
    created_us: int
    steps: int = 0


@dataclass(frozen=True)
class Sending:
    """One request of a tool."""

    source: Connected
    headers: Mapping[str, str]
    body: bytes


class Mix:
    """The tools of one tenant; the same seed sends the same stories, at the times when they are asked for."""

    def __init__(self, sources: Mapping[str, Connected], seed: str) -> None:
        self._sources = sources
        self._draw = Random(seed)
        self._living: dict[str, list[Ticket]] = {system: [] for system in sources}
        self._weights = [SHARES[system] for system in sources]
        self._last = 0

    @classmethod
    def of(cls, agreement: Agreement, seed: str) -> "Mix":
        """One source of every system, connected to a contract."""
        return cls({system: agreement.connect(system) for system in SHARES}, seed)

    @property
    def sources(self) -> Mapping[str, Connected]:
        """By system."""
        return self._sources

    def compose(self) -> Sending:
        """What a tool sends now."""
        (system,) = self._draw.choices(list(self._sources), self._weights)
        ticket, what, at_us = self._happens(system)
        body = _BODIES[system](ticket, what, at_us, self._text())
        return Sending(self._sources[system], tool_headers(system, body, at_us), body)

    def _happens(self, system: str) -> tuple[Ticket, str, int]:
        living, at_us = self._living[system], now_us()
        if not living or (len(living) < LIVING and self._draw.random() < SHARE_CREATED):
            self._last += 1
            living.append(Ticket(self._last, at_us))
            return living[-1], stories.CREATED, at_us
        place = self._draw.randrange(len(living))
        ticket = living[place]
        what = STORY[ticket.steps]
        ticket.steps += 1
        if ticket.steps == len(STORY):
            living[place] = living[-1]
            living.pop()
        return ticket, what, at_us

    def _text(self) -> str:
        length = min(round(MEDIAN_TEXT * math.exp(self._draw.gauss(0, SPREAD))), LONGEST_TEXT)
        return (_WORDS * (length // len(_WORDS) + 1))[:length]


def _zendesk(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    kind, change = ("created", None) if what == stories.CREATED else ("status_changed", _zendesk_change(what))
    detail = {"description": text}
    return zendesk_event(kind, ticket.number, at_us, change, created_us=ticket.created_us, detail=detail)


def _zendesk_change(what: str) -> dict[str, str]:
    return zendesk_status(what.upper(), "PENDING" if what == "open" else "OPEN")


def _freshdesk(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    kind, changes = stories.FRESHDESK[what]
    latest = f"Message de {at_us}. {text}"
    return stories.freshdesk_body(
        kind, **{**changes, "ticket_id": ticket.number, "ticket_latest_public_comment": latest}
    )


def _intercom(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    state = {"pending": "snoozed", "solved": "closed"}.get(what, "open")
    topic = stories.INTERCOM_TOPICS[what]
    item = {"id": str(ticket.number), "title": text}
    return stories.intercom_body(topic, at_us, ticket.created_us, state, **item)


def _zammad(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    state = {stories.CREATED: "new", "open": "open", "pending": "pending reminder", "solved": "closed"}[what]
    return stories.zammad_body(at_us, ticket.created_us, state, id=ticket.number, title=text)


def _chatwoot(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    status = {"pending": "snoozed", "solved": "resolved"}.get(what, "open")
    event = "conversation_created" if what == stories.CREATED else "conversation_status_changed"
    return stories.chatwoot_event(
        event, at_us, ticket.created_us, status, id=ticket.number, additional_attributes={"referer": text}
    )


def _glpi(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    status = {stories.CREATED: 1, "open": 2, "pending": 4, "solved": 5}[what]
    shown = stories.glpi_ticket(at_us, ticket.created_us, status, id=ticket.number, content=text)
    return stories.glpi_body("new" if what == stories.CREATED else "update", shown)


def _generic(ticket: Ticket, what: str, at_us: int, text: str) -> bytes:
    kind, told = (what, {}) if what == stories.CREATED else ("status", {"status": what})
    return compact(cloud_event(kind, ticket.number, at_us, {**told, "note": text}))


_BODIES: Mapping[str, Callable[[Ticket, str, int, str], bytes]] = {
    "zendesk": _zendesk, "freshdesk": _freshdesk, "intercom": _intercom, "zammad": _zammad,
    "chatwoot": _chatwoot, "glpi": _glpi, "generic": _generic,
}  # fmt: skip
