"""Tables of survey answers, their sealed comments and their readable words."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    FetchedValue,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class SurveyAnswer(Table):
    """One answer of an end customer, whichever door it came through."""

    __tablename__ = "survey_answer"
    __table_args__ = (
        CheckConstraint("kind IN ('ces', 'csat', 'nps', 'fcr_declared')", "kind"),
        CheckConstraint("score BETWEEN 0 AND scale_max", "score"),
        CheckConstraint("kind <> 'ces' OR (score >= 1 AND scale_max = 7)", "effort"),
        CheckConstraint("char_length(queue) BETWEEN 1 AND 80", "queue"),
        CheckConstraint("door IN ('ticket', 'api', 'csv', 'xlsx', 'tool', 'survey')", "door"),
        Index(
            "uq_survey_answer_contract_id_source_id_answer_key", "contract_id", "source_id", "answer_key", unique=True
        ),
        Index(None, "contract_id", "answered_at", "id"),
        Index(None, "contract_id", "ticket_id"),
        Index("ix_survey_answer_import", "contract_id", "import_id", postgresql_where=text("import_id IS NOT NULL")),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(Text)
    answer_key: Mapped[str] = mapped_column(Text)
    ticket_id: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    score: Mapped[int] = mapped_column(Integer)
    scale_max: Mapped[int] = mapped_column(Integer)
    has_comment: Mapped[bool]
    answered_at: Mapped[Timestamp]
    recorded_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    door: Mapped[str] = mapped_column(Text, server_default=FetchedValue())
    channel: Mapped[str | None] = mapped_column(Text)
    queue: Mapped[str | None] = mapped_column(Text)
    """The queue that served the customer, as whoever told the answer names it; a ticket that moves does not move it."""
    ticket_url: Mapped[str | None] = mapped_column(Text)
    erased_at: Mapped[Timestamp | None]
    """When its words were erased at the wish of the person; score, question and instant stay."""
    same_as: Mapped[UUID | None]
    """The answer that this one is, told through another door: only that one counts."""
    import_id: Mapped[UUID | None]
    """The import that brought it."""
    delivery_id: Mapped[UUID | None]
    """The delivery of a survey tool that brought it."""
    withdrawn_at: Mapped[Timestamp | None]
    """When the import that brought it was taken back: it is shown nowhere and counts for nothing."""


class AnswerComment(Table):
    """The free text of an answer, encrypted; the role of requests may add one and never read one."""

    __tablename__ = "answer_comment"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)


class Verbatim(Table):
    """The words of an answer as both parties read them: personal data replaced by marks, counted by kind."""

    __tablename__ = "verbatim"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
        Index(None, "rules"),
        Index(None, "contract_id", "themed"),
        Index(None, "search", postgresql_using="gin"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    hidden: Mapped[dict[str, Any]] = mapped_column(JSONB)
    rules: Mapped[int] = mapped_column(Integer)
    """Number of the set of rules that masked it."""
    masked_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    released_at: Mapped[Timestamp | None]
    """When somebody of the donneur d'ordre let the provider see it; asked for by some contracts only."""
    released_by: Mapped[str | None] = mapped_column(Text)
    search: Mapped[str] = mapped_column(
        TSVECTOR,
        Computed("to_tsvector('french', folded(text)) || array_to_tsvector(ARRAY['=' || contract_id::text])"),
        deferred=True,
    )
    """Stems of the masked words, made by the database whenever the words change, so that neither outlives the other."""
    themed: Mapped[int] = mapped_column(Integer, server_default=FetchedValue(), deferred=True)
    """Number of the set of themes that tagged it; 0: none yet."""
