"""The table of acceptances; rows are never changed."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Acceptance(Table):
    """One side accepted a text: the contract's, or an amendment's."""

    __tablename__ = "acceptance"
    __table_args__ = (
        CheckConstraint("side IN ('donneur_ordre', 'sous_traitant')", "side"),
        CheckConstraint("num_nonnulls(version_id, objective_id, commitment_id) <= 1", "one_text"),
        Index(None, "contract_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    side: Mapped[str] = mapped_column(Text)
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("terms_version.id"))
    """The parameters accepted; without them and the two that follow, the text of the contract."""
    objective_id: Mapped[UUID | None] = mapped_column(ForeignKey("objective.id"))
    commitment_id: Mapped[UUID | None] = mapped_column(ForeignKey("commitment_version.id"))
    digest: Mapped[str] = mapped_column(Text)
    accepted_by: Mapped[str] = mapped_column(Text)
    """Who accepted: the subject of the token."""
    accepted_name: Mapped[str | None] = mapped_column(Text)
    accepted_scope: Mapped[str | None] = mapped_column(Text)
    """For what they were named in the contract at that instant."""
    comment: Mapped[str | None] = mapped_column(Text)
    accepted_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())

    @property
    def amendment_id(self) -> UUID | None:
        """The amendment accepted, whatever it amends; None for the text of the contract."""
        return self.version_id or self.objective_id or self.commitment_id
