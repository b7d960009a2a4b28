"""The table of commitment versions."""

from decimal import Decimal
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, ForeignKeyConstraint, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class CommitmentVersion(Table):
    """One immutable version: the database refuses any change but its coming into force."""

    __tablename__ = "commitment_version"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'in_force', 'withdrawn', 'refused')", "state"),
        CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "recorded"),
        CheckConstraint("class IN ('contractual', 'observed')", "class"),
        CheckConstraint("direction IN ('higher', 'lower')", "direction"),
        CheckConstraint("tolerance >= 0 AND weight >= 0", "amounts"),
        ForeignKeyConstraint(["contract_id", "objective_id"], ["objective.contract_id", "objective.id"]),
        Index(None, "contract_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    indicator: Mapped[str] = mapped_column(Text)
    variant: Mapped[str | None] = mapped_column(Text)
    class_: Mapped[str] = mapped_column("class", Text)
    objective_id: Mapped[UUID | None]
    target: Mapped[Decimal]
    tolerance: Mapped[Decimal]
    unit: Mapped[str] = mapped_column(Text)
    direction: Mapped[str] = mapped_column(Text)
    weight: Mapped[Decimal | None]
    clause: Mapped[str] = mapped_column(Text)
    valid_from: Mapped[Timestamp]
    ends: Mapped[bool]
    override_reason: Mapped[str | None] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[Timestamp | None]
    """Written by the database when the version comes into force, whatever is supplied."""
    digest: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(Text)
    """Who wrote it: the subject of the token."""
    written_side: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    comment: Mapped[str | None] = mapped_column(Text)
    """Said beside it: no part of what is accepted."""
    written_at: Mapped[Timestamp | None] = mapped_column(server_default=FetchedValue())
