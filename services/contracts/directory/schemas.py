"""What the other services are told."""

from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.contracts.fields import Amount


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


class ObjectiveSnapshot(BaseModel):
    """An objective that is in force."""

    id: UUID
    statement: str
    metric: str
    baseline_value: Amount
    target_value: Amount
    change: str
    starts_on: date
    due_on: date
    owner_donneur_ordre: str
    owner_sous_traitant: str
    motive: str
    strategic_priority: str | None
    recorded_at: Instant


class CommitmentSnapshot(BaseModel):
    """A version of a commitment that is or was in force."""

    model_config = ConfigDict(serialize_by_alias=True)

    id: UUID
    indicator: str
    variant: str | None
    class_: str = Field(alias="class")
    objective_id: UUID | None
    target: Amount
    tolerance: Amount
    unit: str
    direction: str
    weight: Amount | None
    clause: str
    valid_from: Instant
    recorded_at: Instant
    ends: bool


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
    objectives: list[ObjectiveSnapshot]
    commitments: list[CommitmentSnapshot]


class OrganisationName(BaseModel):
    """An organisation, as people see it."""

    id: UUID
    name: str


class PersonSnapshot(BaseModel):
    """A person as the gateway needs it to let them in."""

    id: UUID
    email: str
    name: str
    organisation: OrganisationName
    functions: list[str]
    roles: list[str]
    """Sides that their organisation holds now in some contract."""
    active: bool
    """Whether they have joined and were not deactivated."""
    invited: bool
    """Whether they may still join."""
    language: str | None
    zone: str | None
    theme: str | None
    contract_functions: dict[UUID, list[str]]
    """What they do now in contracts for which they were given other functions than their own."""
    only_contracts: bool
    """Whether they reach these contracts only."""
    administrators: list[str]
    """Names of a few who give functions in their organisation."""


class Standing(BaseModel):
    """What an organisation holds among the contracts asked for."""

    contract_ids: list[UUID]


class ClientSnapshot(BaseModel):
    """A machine client as the gateway needs it to issue a token."""

    client_id: str
    organisation_id: UUID
    name: str
    functions: list[str]
    roles: list[str]
    """Sides that its organisation holds now in some contract."""
    revoked: bool
