"""What every connector offers: check a delivery's authenticity, then translate it; three named refusals and no other.

Connector            one object per tool, without state
├── check            SignatureRejected, StaleRejected
└── parse            Malformed
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from services.kpi.tickets.rules.events import NeutralEvent

Headers = Mapping[str, str]
"""Header values by lower-case name."""

Pseudonym = Callable[[str], str]
"""Turns an identifier of a person into the contract's pseudonym for it."""


class Refused(Exception):
    """A delivery that is not accepted; `reason` is short, fixed text that never repeats its content."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SignatureRejected(Refused):
    """The signature is missing, garbled, or made with none of the live secrets."""


class StaleRejected(Refused):
    """Well signed, but at a time too far from its reception."""


class Malformed(Refused):
    """Well signed, but not decodable, or a field that the connector needs is missing or mistyped."""


class InvalidSecret(ValueError):
    """A dictated secret that the tool cannot have made, or that protects nothing."""


class SurveyAnswer(msgspec.Struct, frozen=True):
    """A customer's answer with its free text, for the feedback service alone."""

    kind: Literal["csat", "nps"]
    score: int
    scale_max: int
    comment: str | None
    answered_us: int


SourcedEvent = tuple[int, int, NeutralEvent]
"""(source instant in microseconds, position in the source's batch, event)."""


class ParsedItem(msgspec.Struct, frozen=True):
    """One event of a delivery: what deduplicates it (32 bytes), the SHA-256 of its exact bytes, and what it tells."""

    key: bytes
    digest: bytes
    event_type: str
    ticket_id: str | None = None
    events: list[SourcedEvent] = []
    answer: SurveyAnswer | None = None


class MalformedItem(msgspec.Struct, frozen=True):
    """One event of a batch that cannot be used; the others of the batch are not touched by it."""

    digest: bytes
    reason: str
    raw: bytes
    """Its exact bytes, for the quarantine."""
    media_type: str
    """What it is by itself, outside the batch."""


class Parsed(msgspec.Struct, frozen=True):
    """A delivery translated; a batch has one entry per event, in its order."""

    items: list[ParsedItem | MalformedItem]
    is_batch: bool = False


class Connector(Protocol):
    """One ticketing tool. A connector names it as its base: what has a body here holds for most tools."""

    @property
    def name(self) -> str:
        """The word for the tool in a source's `system`."""

    @property
    def media_types(self) -> frozenset[str]:
        """The media types of its deliveries, lower case, without parameters."""

    @property
    def default_tolerance_s(self) -> int:
        """How far the signed time may be from the reception, in seconds."""

    @property
    def default_window_s(self) -> int | None:
        """For tools without an event id: how long an equal body is the same delivery, in seconds; None: for good."""
        return None

    def draw_secret(self) -> str:
        """A new secret, in the form that the tool takes."""

    def normalise_secret(self, secret: str) -> str:
        """The one form in which a dictated secret is kept. Raises: InvalidSecret."""

    def check(self, headers: Headers, body: bytes, secrets: Sequence[str], received_us: int, tolerance_s: int) -> int:
        """Which of the live secrets signed the raw bytes (its index). Raises: SignatureRejected, StaleRejected."""

    def parse(
        self, headers: Headers, body: bytes, received_us: int, bot_author_ids: frozenset[str], pseudonym: Pseudonym
    ) -> Parsed:
        """What the raw bytes tell. Raises: Malformed."""

    def answer_challenge(
        self,
        query: Mapping[str, str],  # noqa: ARG002 - for the tools that ask
        secrets: Sequence[str],  # noqa: ARG002
    ) -> str | None:
        """What a tool is answered that asks by GET whether the address knows its secret; None: it does not ask."""
        return None
