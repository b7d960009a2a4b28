"""What contracts tells kpi: kpi's own narrow view of it."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Told(BaseModel):
    """A part of what we are told; what we do not use is ignored."""

    model_config = ConfigDict(extra="ignore")


class PartyTold(Told):
    """An organisation on one side of the contract."""

    organisation_id: UUID
    side: Literal["donneur_ordre", "sous_traitant"]
    valid_from: datetime
    valid_to: datetime | None = None


class TermsTold(Told):
    """One version of the terms that is in force."""

    id: UUID
    valid_from: datetime
    recorded_at: datetime
    body: dict[str, Any]


class ContractTold(Told):
    """A contract, whole, at one revision."""

    id: UUID
    revision: int
    title: str
    zone: str
    state: str
    parties: list[PartyTold]
    terms: list[TermsTold]


class ContractsTold(Told):
    """A page of contracts."""

    items: list[ContractTold]
    next_cursor: str | None
