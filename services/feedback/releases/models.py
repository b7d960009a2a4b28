"""The table of rules of release."""

from uuid import UUID

from sqlalchemy import FetchedValue, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.feedback.tables import Table, Timestamp


class ReleaseRule(Table):
    """Whether words wait, since when: the newest rule of a contract holds; without one nothing waits."""

    __tablename__ = "release_rule"

    contract_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    required: Mapped[bool]
    set_at: Mapped[Timestamp] = mapped_column(server_default=FetchedValue())
    set_by: Mapped[str | None] = mapped_column(Text)
