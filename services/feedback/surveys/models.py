"""Tables of surveys and of invitations to answer them."""

from uuid import UUID

from sqlalchemy import CheckConstraint, FetchedValue, ForeignKeyConstraint, Index, Integer, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class Survey(Table):
    """What is asked of customers, and what they are told beside it."""

    __tablename__ = "survey"
    __table_args__ = (
        CheckConstraint("controller_side IN ('donneur_ordre', 'sous_traitant')", "controller_side"),
        CheckConstraint("changed_side IN ('donneur_ordre', 'sous_traitant')", "changed_side"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(Text)
    brand: Mapped[str] = mapped_column(Text)
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text))
    asks_solved: Mapped[bool]
    asks_comment: Mapped[bool]
    open_days: Mapped[int] = mapped_column(Integer)
    rest_days: Mapped[int] = mapped_column(Integer)
    kept_months: Mapped[int] = mapped_column(Integer)
    controller_side: Mapped[str] = mapped_column(Text)
    controller_name: Mapped[str] = mapped_column(Text)
    rights_contact: Mapped[str] = mapped_column(Text)
    active: Mapped[bool]
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    changed_at: Mapped[Timestamp]
    changed_side: Mapped[str] = mapped_column(Text)
    changed_name: Mapped[str | None] = mapped_column(Text)


class SurveyInvitation(Table):
    """One customer asked once, or not asked because it was too soon; who it is only as a contract-keyed pseudonym."""

    __tablename__ = "survey_invitation"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "survey_id"], ["survey.contract_id", "survey.id"]),
        CheckConstraint("char_length(queue) BETWEEN 1 AND 80", "queue"),
        CheckConstraint("verdict IN ('invited', 'fatigued')", "verdict"),
        CheckConstraint("(verdict = 'invited') = (expires_at IS NOT NULL)", "expires"),
        CheckConstraint(
            "erased_at IS NULL OR coalesce(customer, ticket_id, ticket_url, answer_digest) IS NULL", "erased"
        ),
        Index(
            "uq_survey_invitation_contract_id_survey_id_key_digest",
            "contract_id", "survey_id", "key_digest", unique=True,
        ),
        Index("uq_survey_invitation_id", "id", unique=True),
        Index(None, "contract_id", "customer", "invited_at"),
        Index(None, "contract_id", "survey_id", "invited_at"),
        Index(None, "contract_id", "ticket_id"),
    )  # fmt: skip

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    survey_id: Mapped[UUID]
    key_digest: Mapped[str] = mapped_column(Text)
    """Keyed digest of what the sender called it: tells a repetition, and names nobody."""
    verdict: Mapped[str] = mapped_column(Text)
    customer: Mapped[str | None] = mapped_column(Text)
    ticket_id: Mapped[str | None] = mapped_column(Text)
    ticket_url: Mapped[str | None] = mapped_column(Text)
    channel: Mapped[str | None] = mapped_column(Text)
    queue: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    invited_at: Mapped[Timestamp]
    expires_at: Mapped[Timestamp | None]
    answered_at: Mapped[Timestamp | None]
    answer_digest: Mapped[str | None] = mapped_column(Text)
    """Keyed digest of what was answered: the same form sent twice is told from another answer."""
    refused_at: Mapped[Timestamp | None]
    """When an answer first came too late."""
    erased_at: Mapped[Timestamp | None]
