"""What connectors share that read a ticket as it is now: its description, and the creation that it tells."""

from typing import TypedDict

from services.kpi.ingestion.connectors.base import Pseudonym, SourcedEvent
from services.kpi.ingestion.connectors.decoding import optional_identifier
from services.kpi.tickets.rules.events import CreationKnown


class Described(TypedDict, total=False):
    """A ticket's description; "" where the tool says that it has none, None or absent where it does not tell."""

    channel: str | None
    group: str | None
    priority: str | None
    tags: tuple[str, ...]
    requester: str | None
    brand: str | None
    form: str | None


def creation_known(created_us: int, told_us: int, created_by_agent: bool, described: Described) -> SourcedEvent:
    """The creation as an event of `told_us` tells it."""
    return created_us, 0, CreationKnown(told_us, created_by_agent, **described)


def person(value: object, field: str, pseudonym: Pseudonym) -> str | None:
    """The pseudonym of a person's identifier; None when there is none. Raises: Malformed on NUL."""
    identifier = optional_identifier(value, field)
    return None if identifier is None else pseudonym(identifier)
