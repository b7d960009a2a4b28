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
        Index(None, "contract_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    side: Mapped[str] = mapped_column(Text)
    version_id: Mapped[UUID | None] = mapped_column(ForeignKey("terms_version.id"))
    """The amendment accepted; without it, the text of the contract."""
    digest: Mapped[str] = mapped_column(Text)
    accepted_by: Mapped[str] = mapped_column(Text)
    """Who accepted: the subject of the token."""
    accepted_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
