"""Bodies of sign-in."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from services.common.addresses import LONGEST
from services.common.instants import Instant

LONGEST_PASSWORD = 256


class SignIn(BaseModel):
    """An address and a password; neither is ever echoed."""

    # Not a RequestBody: white space around a password belongs to it.
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"email": "claire.morel@maison-verlaine.example", "password": "xk7mq-p3hwd-8rzna-v5tjc-b2fye"}]
        },
    )

    email: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"^[^\x00]+$")]
    password: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PASSWORD)]


class SessionPerson(BaseModel):
    """Who is signed in."""

    id: UUID
    name: str
    email: str
    language: str | None = None
    """What they chose; null leaves it to the device, as with zone and theme."""
    zone: str | None = None
    theme: str | None = None


class SessionOrganisation(BaseModel):
    """For whom they act."""

    id: UUID
    name: str


class SessionView(BaseModel):
    """The session of this browser."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "person": {
                        "id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
                        "name": "Claire Morel",
                        "email": "claire.morel@maison-verlaine.example",
                    },
                    "organisation": {"id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01", "name": "Maison Verlaine"},
                    "functions": ["manager"],
                    "roles": ["donneur_ordre"],
                    "expires_at": "2026-11-22T20:00:00Z",
                    "second_factor": False,
                }
            ]
        }
    )

    person: SessionPerson
    organisation: SessionOrganisation
    functions: list[str]
    roles: list[str]
    """Sides that the organisation holds now in some contract."""
    expires_at: Instant
    """When it ends if nothing more is asked."""
    second_factor: bool
    """Whether it was opened with a code: what signatories do needs that."""


class CodeAsked(BaseModel):
    """Nothing is open yet: a code is asked for, at `/auth/session/code`."""

    code_asked: Literal[True] = True
    expires_at: Instant
    """Until when the code is waited for."""


class OwnSession(BaseModel):
    """A browser in which somebody is signed in."""

    id: UUID
    current: bool
    """Whether it is the one that asks."""
    device: str | None
    address: str | None
    created_at: Instant
    seen_at: Instant
    """Last use, to the minute."""


class OwnSessions(BaseModel):
    """The browsers in which somebody is signed in, the last used first."""

    items: list[OwnSession]
    next_cursor: None = None
