"""What the other services are told."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel

from services.common.instants import Instant


class PartySnapshot(BaseModel):
    """An organisation on one side of a contract; gone once `valid_to` has passed."""

    organisation_id: UUID
    side: str
    valid_from: Instant
    valid_to: Instant | None


class TermsSnapshot(BaseModel):
    """A version of the parameters that is or was in force."""

    id: UUID
    valid_from: Instant
    recorded_at: Instant
    body: dict[str, Any]


class ContractSnapshot(BaseModel):
    """A whole contract at one revision."""

    id: UUID
    revision: int
    title: str
    zone: str
    state: str
    kind: str
    parties: list[PartySnapshot]
    terms: list[TermsSnapshot]


class ClientSnapshot(BaseModel):
    """A machine client as the gateway needs it to issue a token."""

    client_id: str
    organisation_id: UUID
    name: str
    functions: list[str]
    roles: list[str]
    """Sides that its organisation holds now in some contract."""
    revoked: bool
