"""The table of contracts; their parties are in `contract_party`, which every policy rests on."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from services.contracts.tables import Table, Timestamp


class Contract(Table):
    """What two organisations agree upon; corrected while it is a draft, then only its life goes on."""

    __tablename__ = "contract"
    __table_args__ = (
        CheckConstraint("donneur_ordre_id <> sous_traitant_id", "two_parties"),
        CheckConstraint("ends_on >= starts_on", "dates"),
        CheckConstraint("num_nonnulls(activated_at, abandoned_at) <= 1", "abandoned"),
        CheckConstraint("kind IN ('specialisee', 'capacite', 'externalisation')", "kind"),
    )

    id: Mapped[UUID] = mapped_column("contract_id", primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    donneur_ordre_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    sous_traitant_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    zone: Mapped[str] = mapped_column(Text)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    created_at: Mapped[Timestamp]
    activated_at: Mapped[Timestamp | None]
    abandoned_at: Mapped[Timestamp | None]
    """When the draft was given up: nobody but the platform reads it since."""
    revision: Mapped[int] = mapped_column(BigInteger)
    """Raised by each change that the other services are told of."""
    change: Mapped[int] = mapped_column(BigInteger, index=True)
    """The number of its last change among the changes of all contracts."""
    state_told: Mapped[str] = mapped_column(Text)
    """The state that the other services were told last."""
