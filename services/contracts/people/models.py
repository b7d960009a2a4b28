"""The table of people."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Person(Table):
    """Somebody who acts for an organisation."""

    __tablename__ = "person"
    __table_args__ = (
        Index(None, "organisation_id", "id"),
        Index("uq_person_email", "email", unique=True, postgresql_where=text("deactivated_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    email: Mapped[str] = mapped_column(Text)
    """In its one spelling; unique among those who may act."""
    name: Mapped[str] = mapped_column(Text)
    functions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[Timestamp]
    joined_at: Mapped[Timestamp | None]
    """When they could first sign in; until then they are invited and may do nothing."""
    invited_until: Mapped[Timestamp | None]
    """Until when the last link given to somebody invited is good."""
    language: Mapped[str | None] = mapped_column(Text)
    zone: Mapped[str | None] = mapped_column(Text)
    theme: Mapped[str | None] = mapped_column(Text)
    only_contracts: Mapped[bool] = mapped_column(default=False)
    """Whether they reach only the contracts for which they were given functions."""
    deactivated_at: Mapped[Timestamp | None]
