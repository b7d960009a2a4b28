"""Tables of organisations and their machine clients."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Organisation(Table):
    """A company: donneur d'ordre in one contract, sous-traitant in another."""

    __tablename__ = "organisation"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    marker: Mapped[str | None] = mapped_column(Text, unique=True)
    """Names the one organisation that has a fixed part in the platform: its operator."""
    created_at: Mapped[Timestamp]


class Client(Table):
    """A machine that acts for an organisation; its secret is kept by the gateway."""

    __tablename__ = "client"
    __table_args__ = (Index(None, "organisation_id", "id"),)

    id: Mapped[str] = mapped_column(Text, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    name: Mapped[str] = mapped_column(Text)
    functions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    created_at: Mapped[Timestamp]
    revoked_at: Mapped[Timestamp | None]
