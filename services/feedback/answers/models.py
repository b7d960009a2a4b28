"""Tables of survey answers and their comments."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKeyConstraint, Index, Integer, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class SurveyAnswer(Table):
    """One answer of an end customer, whichever door it came through."""

    __tablename__ = "survey_answer"
    __table_args__ = (
        CheckConstraint("kind IN ('csat', 'nps')", "kind"),
        CheckConstraint("score BETWEEN 0 AND scale_max", "score"),
        Index(
            "uq_survey_answer_contract_id_source_id_answer_key", "contract_id", "source_id", "answer_key", unique=True
        ),
        Index(None, "contract_id", "answered_at", "id"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(Text)
    answer_key: Mapped[str] = mapped_column(Text)
    ticket_id: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    score: Mapped[int] = mapped_column(Integer)
    scale_max: Mapped[int] = mapped_column(Integer)
    has_comment: Mapped[bool]
    answered_at: Mapped[Timestamp]
    recorded_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())


class AnswerComment(Table):
    """The free text of an answer, encrypted; the role of requests has no access to it until masking exists."""

    __tablename__ = "answer_comment"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "answer_id"], ["survey_answer.contract_id", "survey_answer.id"]),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    answer_id: Mapped[UUID] = mapped_column(primary_key=True)
    sealed_text: Mapped[bytes] = mapped_column(LargeBinary)
