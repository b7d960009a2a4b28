"""Bodies of second factors."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from gateway.sessions.schemas import LONGEST_PASSWORD
from services.common.instants import Instant
from services.common.schemas import RequestBody

Code = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PASSWORD)]


class CodeBody(RequestBody):
    """A code: six digits of the authenticator, or a recovery code."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"code": "492039"}]})

    code: Code


class SecondFactorView(BaseModel):
    """One's own second factor."""

    active: bool
    active_since: Instant | None
    recovery_codes_left: int
    used_in_this_session: bool
    """Whether this session was opened with it."""


class EnrolmentStart(BaseModel):
    """Whoever sets a second factor up knows the password."""

    # Not a RequestBody: white space around a password belongs to it.
    model_config = ConfigDict(extra="forbid")

    password: Password


class Enrolment(BaseModel):
    """A new secret, told once; nothing asks for its codes before one of them was shown."""

    secret: str
    """For typing it by hand (base32)."""
    address: str
    """`otpauth://…`, what the picture holds."""
    picture: list[str]
    """Rows of the QR code, `1` is dark; without its quiet border."""


class RecoveryCodes(BaseModel):
    """Ten codes that each open once in place of a code, shown this once; those before open nothing any more."""

    recovery_codes: list[str]


class Removal(BaseModel):
    """Whoever takes their second factor away knows the password and has a code."""

    model_config = ConfigDict(extra="forbid")

    password: Password
    code: Code


class ColleagueView(BaseModel):
    """Somebody of one's organisation who has a second factor."""

    person_id: UUID
    active_since: Instant


class Colleagues(BaseModel):
    """Who of one's organisation has a second factor."""

    items: list[ColleagueView]
    next_cursor: None = None
