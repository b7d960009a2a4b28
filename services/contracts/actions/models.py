"""The tables of actions and of their steps; steps are never changed."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey, ForeignKeyConstraint, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Action(Table):
    """An action as it stands; how it came to that is told by its steps."""

    __tablename__ = "action"
    __table_args__ = (Index(None, "contract_id", "origin_kind", "origin_id"),)

    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    cause: Mapped[str] = mapped_column(Text)
    description: Mapped[str | None] = mapped_column(Text)
    owner_donneur_ordre: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    owner_donneur_ordre_name: Mapped[str | None] = mapped_column(Text)
    """As they were called when they were named."""
    owner_sous_traitant: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    owner_sous_traitant_name: Mapped[str | None] = mapped_column(Text)
    due_on: Mapped[date]
    """In the contract's zone, like all dates here."""
    asked_due_on: Mapped[date | None]
    """Another date that one side asks for; `due_on` holds until the other agrees."""
    asked_side: Mapped[str | None] = mapped_column(Text)
    postponed: Mapped[int] = mapped_column(server_default="0")
    effect_indicator: Mapped[str | None] = mapped_column(Text)
    effect_variant: Mapped[str | None] = mapped_column(Text)
    effect_direction: Mapped[str | None] = mapped_column(Text)
    effect_change: Mapped[str | None] = mapped_column(Text)
    effect_amount: Mapped[Decimal | None]
    effect_by: Mapped[date | None]
    origin_kind: Mapped[str] = mapped_column(Text)
    origin_id: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    revision: Mapped[int]
    proposed_side: Mapped[str] = mapped_column(Text)
    """Who last said what it is, as long as it is only proposed; the other side accepts."""
    started_on: Mapped[date | None]
    done_on: Mapped[date | None]
    done_side: Mapped[str | None] = mapped_column(Text)
    """Who said that it was done; the other side verifies."""
    closed_on: Mapped[date | None]
    written_by: Mapped[str] = mapped_column(Text)
    written_side: Mapped[str] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())


class ActionStep(Table):
    """What somebody did to an action, or said about it."""

    __tablename__ = "action_step"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "action_id"], ["action.contract_id", "action.id"]),
        Index(None, "contract_id", "action_id", "id"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    action_id: Mapped[UUID]
    step: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    """After the step."""
    comment: Mapped[str | None] = mapped_column(Text)
    changes: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """Field -> [before, after]."""
    written_by: Mapped[str] = mapped_column(Text)
    written_side: Mapped[str] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
