"""The table of objectives."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, ForeignKeyConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Objective(Table):
    """One immutable objective: the database refuses any change but its coming into force."""

    __tablename__ = "objective"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'in_force', 'withdrawn', 'refused')", "state"),
        CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "recorded"),
        CheckConstraint("change IN ('relative', 'points')", "change"),
        CheckConstraint("due_on >= starts_on", "dates"),
        # What refers to an objective refers to one of its own contract.
        UniqueConstraint("contract_id", "id"),
        ForeignKeyConstraint(["contract_id", "replaces"], ["objective.contract_id", "objective.id"]),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    statement: Mapped[str] = mapped_column(Text)
    metric: Mapped[str] = mapped_column(Text)
    baseline_value: Mapped[Decimal]
    target_value: Mapped[Decimal]
    change: Mapped[str] = mapped_column(Text)
    starts_on: Mapped[date]
    due_on: Mapped[date]
    owner_donneur_ordre: Mapped[str] = mapped_column(Text)
    owner_sous_traitant: Mapped[str] = mapped_column(Text)
    motive: Mapped[str] = mapped_column(Text)
    strategic_priority: Mapped[str | None] = mapped_column(Text)
    replaces: Mapped[UUID | None]
    state: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[Timestamp | None]
    """Written by the database when the objective comes into force, whatever is supplied."""
    digest: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(Text)
    """Who wrote it: the subject of the token."""
    written_side: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    comment: Mapped[str | None] = mapped_column(Text)
    """Said beside it: no part of what is accepted."""
    written_at: Mapped[Timestamp | None] = mapped_column(server_default=FetchedValue())
