"""The tables of notifications."""

from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, FetchedValue, ForeignKey, Index, Text, UniqueConstraint, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class NotificationEvent(Table):
    """Something happened; written with the change, kept once however often it is told."""

    __tablename__ = "notification_event"
    __table_args__ = (
        UniqueConstraint("key"),
        Index("ix_notification_event_untold", "id", postgresql_where=text("told_at IS NULL")),
        Index(None, "contract_id", "subject_id"),
        Index(None, "occurred_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    """What makes it one event: its own id, or an object and a date for what a clock tells."""
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    kind: Mapped[str] = mapped_column(Text)
    sides: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Sides of which everybody is told who holds the kind's right."""
    people: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    """People that it names; told as long as they may read it."""
    doer: Mapped[str | None] = mapped_column(Text)
    """Who did it: never told of it."""
    doer_side: Mapped[str | None] = mapped_column(Text)
    subject_id: Mapped[str | None] = mapped_column(Text)
    data: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default="{}")
    """Codes and dates; never words."""
    occurred_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    told_at: Mapped[Timestamp | None]
    """When those concerned were found and told."""


class Notification(Table):
    """One event, told to one person."""

    __tablename__ = "notification"
    __table_args__ = (
        UniqueConstraint("person_id", "event_id"),
        Index(None, "person_id", "id"),
        Index(None, "event_id"),
        Index(
            "ix_notification_waiting",
            "person_id",
            "id",
            postgresql_where=text("read_at IS NULL AND settled_at IS NULL"),
        ),
        Index(None, "contract_id", "subject_id", postgresql_where=text("settled_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[UUID] = mapped_column(ForeignKey("notification_event.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    kind: Mapped[str] = mapped_column(Text)
    personal: Mapped[bool]
    """Whether it names the person."""
    doer_side: Mapped[str | None] = mapped_column(Text)
    subject_id: Mapped[str | None] = mapped_column(Text)
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    occurred_at: Mapped[Timestamp]
    told_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    read_at: Mapped[Timestamp | None]
    settled_at: Mapped[Timestamp | None]
    """When somebody did what it asks for, or it became pointless: it is not unread any more."""
    letter_id: Mapped[UUID | None]
    """Of the letter that tells it, or is being handed in."""
    mailed_at: Mapped[Timestamp | None]


class Mailbox(Table):
    """How a person wants mail, and when to look next whether there is a letter to write."""

    __tablename__ = "mailbox"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    rhythms: Mapped[dict[str, str]] = mapped_column(JSONB, server_default="{}")
    """Group -> rhythm, of those that were chosen."""
    revision: Mapped[int] = mapped_column(server_default="0")
    look_at: Mapped[Timestamp | None] = mapped_column(index=True)
    letter_id: Mapped[UUID | None]
    """Of the letter that is being handed in: tried again, it carries the same."""
    attempts: Mapped[int] = mapped_column(server_default="0")
    last_error: Mapped[str | None] = mapped_column(Text)
    mailed_at: Mapped[Timestamp | None]
