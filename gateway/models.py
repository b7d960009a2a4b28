"""Tables of the gateway."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import TIMESTAMP, ForeignKey, Index, LargeBinary, Text, Uuid, func
from sqlalchemy.dialects.postgresql import ARRAY
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


class Account(GatewayBase):
    """What a person proves themselves by; once closed, nothing of them is left but the id."""

    __tablename__ = "account"

    person_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(Uuid)
    email: Mapped[str | None] = mapped_column(Text, unique=True)
    """In its one spelling."""
    password_hash: Mapped[str | None] = mapped_column(Text)
    """argon2id."""
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    closed_at: Mapped[datetime | None] = mapped_column(_TIME)


class SessionRow(GatewayBase):
    """A person signed in somewhere; the cookie itself is kept nowhere."""

    __tablename__ = "session"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    id: Mapped[UUID] = mapped_column(Uuid, server_default=func.gen_random_uuid())
    """By which its owner names it; opens nothing."""
    person_id: Mapped[UUID] = mapped_column(ForeignKey("account.person_id"), index=True)
    address: Mapped[str | None] = mapped_column(Text)
    """Network address that signed in."""
    device: Mapped[str | None] = mapped_column(Text)
    """Browser and system in a few words, as it named them."""
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    seen_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    """Written at most once a minute."""
    expires_at: Mapped[datetime] = mapped_column(_TIME, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME, index=True)


class PersonalLink(GatewayBase):
    """What lets one person in once; the token itself is kept nowhere."""

    __tablename__ = "personal_link"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    purpose: Mapped[str] = mapped_column(Text)
    person_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    organisation_id: Mapped[UUID] = mapped_column(Uuid)
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    expires_at: Mapped[datetime] = mapped_column(_TIME, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)
    """Used, revoked, or replaced by another."""


class SignInTry(GatewayBase):
    """How often somebody tried to sign in lately: by account, network, or both, as a digest."""

    __tablename__ = "sign_in_try"

    key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    tries: Mapped[int]
    since: Mapped[datetime] = mapped_column(_TIME)
    last_at: Mapped[datetime] = mapped_column(_TIME, index=True)


class BiKey(GatewayBase):
    """A key with which a BI tool reads some contracts of an organisation; the secret itself is kept nowhere."""

    __tablename__ = "bi_key"
    __table_args__ = (Index(None, "organisation_id", "id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(Uuid)
    name: Mapped[str] = mapped_column(Text)
    contract_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    secret_sha256: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    created_by: Mapped[str] = mapped_column(Text)
    created_by_name: Mapped[str | None] = mapped_column(Text)
    expires_at: Mapped[datetime] = mapped_column(_TIME)
    used_at: Mapped[datetime | None] = mapped_column(_TIME)
    """Written at most once a minute."""
    revoked_at: Mapped[datetime | None] = mapped_column(_TIME, index=True)
