"""What every connector offers: check a delivery's authenticity, then read it; three named refusals and no other.

Connector            one object per tool, without state
├── check            SignatureRejected, StaleRejected
└── read             Malformed
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, Protocol

import msgspec

Headers = Mapping[str, str]
"""Header values by lower-case name."""

Value = str | int | Decimal | bool
"""What somebody answered to one question, as the tool writes it."""


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
    """Well signed, but not decodable, or a field that is needed is missing, mistyped, or not what the mapping says."""


class InvalidSecret(ValueError):
    """A dictated secret that the tool cannot have made, or that protects nothing."""


class Question(msgspec.Struct, frozen=True):
    """A field that a delivery holds: how it is called, never what was answered."""

    id: str
    title: str | None
    form: Literal["number", "text", "boolean", "other"]


class Response(msgspec.Struct, frozen=True):
    """A finished response. `values`: what was answered, by the field's id in the tool."""

    id: str
    answered_at: datetime
    values: dict[str, Value]


class Told(msgspec.Struct, frozen=True):
    """A delivery, read. `key` names it among those of the tool: sent again it has the same.

    `response`: None when it tells of no finished response (a beginning, a test, an event of no interest here).
    """

    key: str
    event_type: str
    response: Response | None = None
    questions: tuple[Question, ...] = ()


class Connector(Protocol):
    """One survey tool."""

    @property
    def name(self) -> str:
        """The word for the tool in a survey tool's `system`."""

    @property
    def media_types(self) -> frozenset[str]:
        """The media types of its deliveries, lower case, without parameters."""

    @property
    def default_tolerance_s(self) -> int:
        """How far the signed time may be from the reception, in seconds; of no effect where none is signed."""

    def draw_secret(self) -> str:
        """A new secret, in the form that the tool takes."""

    def normalise_secret(self, secret: str) -> str:
        """The one form in which a dictated secret is kept. Raises: InvalidSecret."""

    def check(
        self, headers: Headers, body: bytes, secrets: Sequence[str], received_at: datetime, tolerance_s: int
    ) -> None:
        """Whether one of the live secrets signed the raw bytes, lately. Raises: SignatureRejected, StaleRejected."""

    def read(self, headers: Headers, body: bytes) -> Told:
        """What the raw bytes tell. Raises: Malformed."""

    def sample(self, response_id: str, answered_at: datetime, values: Mapping[str, Value]) -> bytes:
        """The body that the tool would send of such a response."""

    def sign(self, body: bytes, secret: str, at: datetime, delivery_id: str) -> dict[str, str]:
        """The header fields that the tool would send with it."""
