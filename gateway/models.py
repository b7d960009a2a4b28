"""Tables of the gateway."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import TIMESTAMP, LargeBinary, Text, Uuid, func
from sqlalchemy.orm import Mapped, mapped_column

from services.common.database import Base, new_metadata

_TIME = TIMESTAMP(timezone=True)


class GatewayBase(Base):
    """Tables of the gateway's database."""

    __abstract__ = True
    metadata = new_metadata()


class Credential(GatewayBase):
    """What a machine client proves itself by; the secret itself is kept nowhere."""

    __tablename__ = "credential"

    client_id: Mapped[str] = mapped_column(Text, primary_key=True)
    secret_sha256: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None once revoked."""
    organisation_id: Mapped[UUID | None] = mapped_column(Uuid)
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    revoked_at: Mapped[datetime | None] = mapped_column(_TIME)
    """Tokens issued before are refused."""


class SigningKeyRow(GatewayBase):
    """A key that signs tokens, private half sealed."""

    __tablename__ = "signing_key"

    kid: Mapped[str] = mapped_column(Text, primary_key=True)
    sealed_pem: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    signs_from: Mapped[datetime] = mapped_column(_TIME)
    retires_at: Mapped[datetime | None] = mapped_column(_TIME)
    """When it stops being published; None until its successor signs."""
