"""Tables of the gateway."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import TIMESTAMP, BigInteger, ForeignKey, Index, LargeBinary, Text, Uuid, func
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
    amr: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """How its owner proved who they are: `pwd`, `fed` (their organisation's provider), `otp` (a code)."""
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


class SecondFactor(GatewayBase):
    """What draws the codes of a person, secret sealed."""

    __tablename__ = "second_factor"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("account.person_id", ondelete="CASCADE"), primary_key=True)
    sealed_secret: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    active_at: Mapped[datetime | None] = mapped_column(_TIME)
    """None until its owner has shown a code of it."""
    last_step: Mapped[int] = mapped_column(BigInteger, server_default="0")
    """The last half-minute since 1970 whose code was taken: none is taken twice."""


class RecoveryCode(GatewayBase):
    """What opens once in place of a code; the code itself is kept nowhere."""

    __tablename__ = "recovery_code"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("account.person_id", ondelete="CASCADE"), index=True)
    used_at: Mapped[datetime | None] = mapped_column(_TIME)


class SignInStep(GatewayBase):
    """Somebody who has shown their first proof and is asked for a code; opens nothing by itself."""

    __tablename__ = "sign_in_step"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("account.person_id", ondelete="CASCADE"), index=True)
    amr: Mapped[list[str]] = mapped_column(ARRAY(Text))
    expires_at: Mapped[datetime] = mapped_column(_TIME, index=True)


class IdentityProvider(GatewayBase):
    """Through which OpenID provider people of an organisation may sign in, client secret sealed."""

    __tablename__ = "identity_provider"

    organisation_id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    issuer: Mapped[str] = mapped_column(Text)
    client_id: Mapped[str] = mapped_column(Text)
    sealed_client_secret: Mapped[bytes] = mapped_column(LargeBinary)
    domains: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Of the addresses that it may speak for; empty: any of its organisation's people."""
    updated_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    updated_by: Mapped[str] = mapped_column(Text)
    updated_by_name: Mapped[str | None] = mapped_column(Text)


class ProviderBinding(GatewayBase):
    """Who somebody is at a provider, as a digest: what their first sign-in through it said."""

    __tablename__ = "provider_binding"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("account.person_id", ondelete="CASCADE"), primary_key=True)
    issuer: Mapped[str] = mapped_column(Text, primary_key=True)
    client_id: Mapped[str] = mapped_column(Text, primary_key=True)
    subject_digest: Mapped[bytes] = mapped_column(LargeBinary)
    bound_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())


class ProviderSignIn(GatewayBase):
    """Somebody on their way to their organisation's provider; what they carry is kept nowhere."""

    __tablename__ = "provider_sign_in"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(Uuid)
    return_to: Mapped[str | None] = mapped_column(Text)
    expires_at: Mapped[datetime] = mapped_column(_TIME, index=True)


class JournalEntry(GatewayBase):
    """Something done to how people of an organisation sign in; written once."""

    __tablename__ = "journal_entry"
    __table_args__ = (Index(None, "organisation_id", "id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organisation_id: Mapped[UUID] = mapped_column(Uuid)
    person_id: Mapped[UUID | None] = mapped_column(Uuid)
    """Whom it concerns."""
    kind: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(_TIME, server_default=func.clock_timestamp())
    by: Mapped[str] = mapped_column(Text)
    by_name: Mapped[str | None] = mapped_column(Text)


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
