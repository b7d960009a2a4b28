"""The table of corrections of masks."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKeyConstraint, Index, Integer, LargeBinary, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, deferred, mapped_column

from services.feedback.tables import Table, Timestamp


class MaskCorrection(Table):
    """What somebody said of one mask, or of words without one."""

    __tablename__ = "mask_correction"
    __table_args__ = (
        CheckConstraint("action IN ('hide', 'show')", "action"),
        CheckConstraint("state IN ('asked', 'confirmed', 'applied', 'refused', 'obsolete')", "state"),
        CheckConstraint("side IN ('donneur_ordre', 'sous_traitant')", "side"),
        CheckConstraint("(action = 'show') = (place IS NOT NULL)", "place"),
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
        Index(None, "contract_id", "answer_id"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID]
    action: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    place: Mapped[int | None] = mapped_column(Integer)
    marks: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """The marks of the text when it was asked: a place means nothing in another text."""
    sealed_piece: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    """The words it is about, sealed: the role of requests may put them down and never take them up."""
    state: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    name: Mapped[str | None] = mapped_column(Text)
    side: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    answered_by: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[Timestamp | None]
