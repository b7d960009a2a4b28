"""Tables of sets of themes and of the themes of answers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, FetchedValue, ForeignKeyConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class ThemeSet(Table):
    """The themes that a contract wrote, each time all of them; the newest version holds."""

    __tablename__ = "theme_set"

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    themes: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    written_by: Mapped[str] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_side: Mapped[str] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())


class AnswerTheme(Table):
    """A theme of an answer; what a person said of it takes the place of what a rule says."""

    __tablename__ = "answer_theme"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
        CheckConstraint("by IN ('rule', 'person')", "by"),
        CheckConstraint("present OR by = 'person'", "present"),
        Index(None, "contract_id", "code", "answer_id", postgresql_where=text("present")),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Text, primary_key=True)
    by: Mapped[str] = mapped_column(Text)
    present: Mapped[bool] = mapped_column(Boolean, server_default=FetchedValue())
    """False: a person took it away."""
    word: Mapped[str | None] = mapped_column(Text)
    """The word of the rule that found it."""
    written_by: Mapped[str | None] = mapped_column(Text)
    written_name: Mapped[str | None] = mapped_column(Text)
    written_side: Mapped[str | None] = mapped_column(Text)
    written_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
