"""What contracts tells kpi: kpi's own narrow view of it."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.kpi.commitments.rules import Class, Direction, Unit


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


class ObjectiveTold(Told):
    """An objective that is in force."""

    id: UUID
    statement: str
    recorded_at: datetime


class CommitmentTold(Told):
    """One version of a commitment that is in force."""

    id: UUID
    indicator: str
    variant: str | None
    class_: Class = Field(alias="class")
    objective_id: UUID | None
    target: Decimal
    tolerance: Decimal
    unit: Unit
    direction: Direction
    weight: Decimal | None
    clause: str
    valid_from: datetime
    recorded_at: datetime
    ends: bool


class ContractTold(Told):
    """A contract, whole, at one revision."""

    id: UUID
    revision: int
    title: str
    zone: str
    state: str
    parties: list[PartyTold]
    terms: list[TermsTold]
    # A snapshot of before there were any tells none.
    objectives: list[ObjectiveTold] = []
    commitments: list[CommitmentTold] = []


class ContractsPage(Told):
    """A page of contracts, each to be read by itself: one that is not understood hides no other."""

    items: list[dict[str, Any]]
    next_cursor: str | None
