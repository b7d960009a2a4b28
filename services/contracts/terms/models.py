"""The table of parameter versions."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class TermsVersion(Table):
    """One immutable version: the database refuses any change but its coming into force."""

    __tablename__ = "terms_version"
    __table_args__ = (
        CheckConstraint("state IN ('proposed', 'in_force', 'withdrawn', 'refused')", "state"),
        CheckConstraint("(state = 'in_force') = (recorded_at IS NOT NULL)", "recorded"),
        Index(None, "contract_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    valid_from: Mapped[Timestamp]
    recorded_at: Mapped[Timestamp | None]
    """Written by the database when the version comes into force, whatever is supplied."""
    state: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(Text)
    body: Mapped[dict[str, Any]] = mapped_column(JSONB)
    written_by: Mapped[str] = mapped_column(Text)
    """Who wrote it: the subject of the token."""
    written_side: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    comment: Mapped[str | None] = mapped_column(Text)
    """Said beside it: no part of what is accepted."""
    written_at: Mapped[Timestamp | None] = mapped_column(server_default=FetchedValue())
