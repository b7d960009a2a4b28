"""The table of closings; rows are never changed."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class AmendmentClosing(Table):
    """A proposed amendment will not come into force, and why."""

    __tablename__ = "amendment_closing"
    __table_args__ = (
        CheckConstraint("outcome IN ('withdrawn', 'refused')", "outcome"),
        CheckConstraint("outcome = 'withdrawn' OR comment IS NOT NULL", "reason"),
        CheckConstraint("num_nonnulls(version_id, objective_id, commitment_id) = 1", "one_text"),
        Index(None, "contract_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("terms_version.id"))
    objective_id: Mapped[UUID | None] = mapped_column(ForeignKey("objective.id"))
    commitment_id: Mapped[UUID | None] = mapped_column(ForeignKey("commitment_version.id"))
    outcome: Mapped[str] = mapped_column(Text)
    comment: Mapped[str | None] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(Text)
    written_side: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())

    @property
    def recorded_at(self) -> None:
        """Nothing comes into force by it."""
        return None

    @property
    def amendment_id(self) -> UUID | None:
        """The amendment, whatever it was to amend."""
        return self.version_id or self.objective_id or self.commitment_id
