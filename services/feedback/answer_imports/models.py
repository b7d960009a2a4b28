"""The table of imports."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class AnswerImport(Table):
    """A file of answers that one party sent: whose it is, what came of it, and whether it was taken back."""

    __tablename__ = "answer_import"
    __table_args__ = (
        CheckConstraint("side IN ('donneur_ordre', 'sous_traitant')", "side"),
        CheckConstraint("format IN ('csv', 'xlsx')", "format"),
        CheckConstraint("(undone_at IS NULL) = (withdrawn IS NULL)", "undone"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID]
    side: Mapped[str] = mapped_column(Text)
    author_subject: Mapped[str] = mapped_column(Text)
    author_name: Mapped[str | None] = mapped_column(Text)
    file_name: Mapped[str | None] = mapped_column(Text)
    format: Mapped[str] = mapped_column(Text)
    digests: Mapped[list[bytes]] = mapped_column(ARRAY(LargeBinary))
    """SHA-256 of each part, in the order of their arrival."""
    stored: Mapped[int] = mapped_column(Integer)
    duplicate: Mapped[int] = mapped_column(Integer)
    conflict: Mapped[int] = mapped_column(Integer)
    refused: Mapped[int] = mapped_column(Integer)
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    undone_at: Mapped[Timestamp | None]
    undone_name: Mapped[str | None] = mapped_column(Text)
    withdrawn: Mapped[int | None] = mapped_column(Integer)
