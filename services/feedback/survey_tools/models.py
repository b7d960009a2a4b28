"""Tables of survey tools and of what they sent."""

from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Computed,
    FetchedValue,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp

_SIDES = "('donneur_ordre', 'sous_traitant')"


class SurveyTool(Table):
    """A survey tool of a contract. Requests may put its secrets down and never take them up."""

    __tablename__ = "survey_tool"
    __table_args__ = (
        CheckConstraint(f"created_side IN {_SIDES}", "created_side"),
        CheckConstraint(f"changed_side IN {_SIDES}", "changed_side"),
        Index(None, "contract_id"),
    )

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    contract_id: Mapped[UUID]
    system: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_previous_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_secret_until: Mapped[Timestamp | None]
    awaiting_secret: Mapped[bool] = mapped_column(Boolean, Computed("sealed_secret IS NULL", persisted=True))
    tolerance_seconds: Mapped[int] = mapped_column(Integer)
    fields: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Which field is what: `rules.mapping.MappedField`."""
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    created_side: Mapped[str] = mapped_column(Text)
    created_name: Mapped[str | None] = mapped_column(Text)
    changed_at: Mapped[Timestamp | None]
    changed_side: Mapped[str | None] = mapped_column(Text)
    changed_name: Mapped[str | None] = mapped_column(Text)


class SurveyDelivery(Table):
    """What a tool sent: its fate, and while it may be read again its bytes, sealed; they hold personal data."""

    __tablename__ = "survey_delivery"
    __table_args__ = (
        CheckConstraint(
            "verdict IN ('accepted', 'duplicate', 'rejected_signature', 'rejected_stale', 'malformed', 'unverified')",
            "verdict",
        ),
        CheckConstraint("state IN ('read', 'nothing', 'unmapped', 'quarantined', 'held', 'refused')", "state"),
        Index("ix_survey_delivery_tool_id_received_at", "contract_id", "tool_id", "received_at", "id"),
        Index(
            "uq_survey_delivery_key",
            "tool_id",
            "delivery_key",
            unique=True,
            postgresql_where=text("verdict = 'accepted'"),
        ),
        Index(
            "uq_survey_delivery_quarantined",
            "tool_id",
            "sha256",
            unique=True,
            postgresql_where=text("verdict = 'malformed'"),
        ),
        Index("ix_survey_delivery_bodies", "received_at", postgresql_where=text("sealed_body IS NOT NULL")),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    tool_id: Mapped[str] = mapped_column(Text, ForeignKey("survey_tool.id"))
    received_at: Mapped[Timestamp]
    verdict: Mapped[str] = mapped_column(Text)
    conflict: Mapped[bool] = mapped_column(server_default=FetchedValue())
    reason: Mapped[str | None] = mapped_column(Text)
    trial: Mapped[bool] = mapped_column(server_default=FetchedValue())
    """Made and signed by us: it makes no answers."""
    event_type: Mapped[str | None] = mapped_column(Text)
    delivery_key: Mapped[str | None] = mapped_column(Text)
    first_id: Mapped[UUID | None]
    """Of a duplicate: the delivery that holds the key."""
    sha256: Mapped[bytes] = mapped_column(LargeBinary)
    size: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(Text)
    stored: Mapped[int] = mapped_column(Integer, server_default=FetchedValue())
    known: Mapped[int] = mapped_column(Integer, server_default=FetchedValue())
    contradicted: Mapped[int] = mapped_column(Integer, server_default=FetchedValue())
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=FetchedValue())
    """How its fields are called, never what was answered."""
    headers: Mapped[dict[str, str] | None] = mapped_column(JSONB)
    sealed_body: Mapped[bytes | None] = mapped_column(LargeBinary)
    reread_at: Mapped[Timestamp | None]
