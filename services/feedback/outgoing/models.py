"""Tables of outgoing webhooks."""

from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    FetchedValue,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class OutgoingHook(Table):
    """The provider's own tool, which is told. Requests may put its secrets down and never take them up."""

    __tablename__ = "outgoing_hook"
    __table_args__ = (
        CheckConstraint("state IN ('active', 'paused', 'switched_off', 'removed')", "state"),
        CheckConstraint("off_reason IN ('gone', 'disabled', 'failing')", "off_reason"),
        CheckConstraint("(state = 'switched_off') = (off_reason IS NOT NULL)", "off"),
        CheckConstraint("state = 'removed' OR (sealed_url IS NOT NULL AND sealed_secret IS NOT NULL)", "sealed"),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    host: Mapped[str] = mapped_column(Text)
    """All that the other party is told of the address."""
    sealed_url: Mapped[bytes | None] = mapped_column(LargeBinary)
    """A path is often a password: kept as one."""
    sealed_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed_previous_secret: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_secret_until: Mapped[Timestamp | None]
    events: Mapped[list[str]] = mapped_column(ARRAY(Text))
    teams: Mapped[list[UUID] | None] = mapped_column(ARRAY(Uuid))
    """Null: all."""
    state: Mapped[str] = mapped_column(Text, server_default=FetchedValue())
    off_reason: Mapped[str | None] = mapped_column(Text)
    failing_since: Mapped[Timestamp | None]
    """Since when nothing was taken; null after a success."""
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    created_name: Mapped[str | None] = mapped_column(Text)
    changed_at: Mapped[Timestamp | None]
    changed_name: Mapped[str | None] = mapped_column(Text)
    """Null with an instant: nobody, it was switched off."""


class OutgoingMessage(Table):
    """Something that a tool is to be told; what it says is looked up when it is sent, and is not kept."""

    __tablename__ = "outgoing_message"
    __table_args__ = (
        ForeignKeyConstraint(["contract_id", "hook_id"], ["outgoing_hook.contract_id", "outgoing_hook.id"]),
        ForeignKeyConstraint(
            ["contract_id", "answer_id"], ["relay_item.contract_id", "relay_item.answer_id"], ondelete="CASCADE"
        ),
        CheckConstraint("state IN ('waiting', 'delivered', 'dead')", "state"),
        CheckConstraint("(answer_id IS NULL) = (event = 'hook.test')", "about"),
        Index("ix_outgoing_message_page", "contract_id", "hook_id", "created_at", "id"),
        Index(
            "ix_outgoing_message_due",
            "contract_id",
            "hook_id",
            "next_attempt_at",
            postgresql_where=text("state = 'waiting'"),
        ),
        Index("ix_outgoing_message_answer", "contract_id", "answer_id"),
        Index(
            "uq_outgoing_message_created",
            "contract_id",
            "hook_id",
            "answer_id",
            unique=True,
            postgresql_where=text("event IN ('item.created', 'praise.created')"),
        ),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    """What the tool gets as `webhook-id`, at every attempt."""
    hook_id: Mapped[UUID]
    answer_id: Mapped[UUID | None]
    event: Mapped[str] = mapped_column(Text)
    created_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    state: Mapped[str] = mapped_column(Text, server_default=FetchedValue())
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=FetchedValue())
    """Attempts of the present round: sending again by hand begins another one."""
    next_attempt_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    sending_until: Mapped[Timestamp | None]
    """Somebody is at it; who did not say by then how it went has died, and it is sent again."""
    ended_at: Mapped[Timestamp | None]
    reason: Mapped[str | None] = mapped_column(Text)
    """Why the last attempt failed."""


class OutgoingAttempt(Table):
    """One attempt at telling a tool, and what became of it; never what it answered."""

    __tablename__ = "outgoing_attempt"
    __table_args__ = (
        ForeignKeyConstraint(
            ["contract_id", "message_id"], ["outgoing_message.contract_id", "outgoing_message.id"], ondelete="CASCADE"
        ),
    )

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    message_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ended_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    duration_ms: Mapped[int] = mapped_column(Integer)
    status: Mapped[int | None] = mapped_column(SmallInteger)
    reason: Mapped[str | None] = mapped_column(Text)
