"""The table of answers to the four questions; rows are never changed."""

from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class CommitmentCheck(Table):
    """Somebody answered the four questions about one version of a commitment."""

    __tablename__ = "commitment_check"
    __table_args__ = (Index(None, "contract_id", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    commitment_id: Mapped[UUID] = mapped_column(ForeignKey("commitment_version.id"))
    specific: Mapped[bool]
    measurable: Mapped[bool]
    realistic: Mapped[bool]
    aligned: Mapped[bool]
    comment: Mapped[str | None] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(Text)
    written_side: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())

    @property
    def recorded_at(self) -> None:
        """Nothing comes into force by it."""
        return None
