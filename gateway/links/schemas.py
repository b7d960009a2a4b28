"""Bodies of links."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from gateway.links.rules import Purpose
from gateway.sessions.schemas import LONGEST_PASSWORD
from services.common.addresses import EmailAddress
from services.common.instants import Instant
from services.common.schemas import RequestBody

Language = Literal["fr", "en"]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PASSWORD)]
PersonName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")
]


class MailOrder(RequestBody):
    """To whom a link is sent."""

    email: EmailAddress
    language: Language
    organisation: str


class LinkOrder(RequestBody):
    """What a link is drawn for."""

    purpose: Purpose
    organisation_id: UUID
    mail: MailOrder | None = None
    unless: Annotated[list[UUID], Field(default_factory=list, max_length=1000)]
    """No link when one of these people may sign in."""


class DrawnLink(BaseModel):
    """A link, told once."""

    url: str
    expires_at: datetime
    mail: Literal["sent", "failed", "off"]


class LinkToken(RequestBody):
    """What stands behind `#` in a link."""

    token: Token


class LinkView(BaseModel):
    """What a link is good for; nothing of it is told to whoever does not hold it."""

    purpose: Purpose
    name: str | None
    """Of the person; null for the first administrator, whom nobody named yet."""
    email: str | None
    organisation: str | None
    expires_at: Instant


class Joining(BaseModel):
    """Somebody who joins by their link."""

    # Not a RequestBody: white space around a password belongs to it.
    model_config = ConfigDict(extra="forbid")

    token: Token
    name: PersonName
    email: EmailAddress | None = None
    """Only of the first administrator; the others were invited at theirs."""
    password: Password
    language: Language = "fr"


class PasswordRequest(RequestBody):
    """Whose password is forgotten."""

    email: Annotated[str, StringConstraints(min_length=1, max_length=254)]


class PasswordReset(BaseModel):
    """A new password, chosen by a link."""

    model_config = ConfigDict(extra="forbid")

    token: Token
    password: Password


class PasswordChange(BaseModel):
    """A new password, chosen by whoever knows the present one."""

    model_config = ConfigDict(extra="forbid")

    current: Password
    password: Password
