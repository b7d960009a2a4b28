"""The table of functions by contract."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class ContractFunction(Table):
    """What somebody does in one contract; written once, then only ended."""

    __tablename__ = "contract_function"
    __table_args__ = (
        Index(None, "contract_id", "id"),
        Index(
            "uq_contract_function_present",
            "person_id",
            "contract_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.contract_id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    functions: Mapped[list[str]] = mapped_column(ARRAY(Text))
    scope: Mapped[str | None] = mapped_column(Text)
    """In words: what a signatory may sign, what an auditor looks at."""
    valid_from: Mapped[Timestamp]
    valid_to: Mapped[Timestamp | None]
    recorded_at: Mapped[Timestamp]
    recorded_by: Mapped[str] = mapped_column(Text)
    ended_at: Mapped[Timestamp | None]
    ended_by: Mapped[str | None] = mapped_column(Text)
