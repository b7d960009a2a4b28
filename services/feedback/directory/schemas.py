"""What contracts tells feedback: feedback's own narrow view of it."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.instants import Instant


class Told(BaseModel):
    """A part of what we are told; what we do not use is ignored."""

    model_config = ConfigDict(extra="ignore")


class PartyTold(Told):
    """An organisation on one side of the contract."""

    organisation_id: UUID
    side: Literal["donneur_ordre", "sous_traitant"]
    valid_from: Instant
    valid_to: Instant | None


class ContractTold(Told):
    """A contract at one revision."""

    id: UUID
    revision: int
    zone: str | None = None
    parties: list[PartyTold]


class ContractsPage(Told):
    """A page of contracts, each to be read by itself: one that is not understood hides no other."""

    items: list[dict[str, Any]]
    next_cursor: str | None
