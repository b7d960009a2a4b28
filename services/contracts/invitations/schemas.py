"""Bodies of invitations and links."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.addresses import EmailAddress
from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.fields import Line
from services.contracts.people.schemas import PERSON_ID, Functions

_LINK: dict[str, Any] = {
    "url": "https://copil.example/invitation#…",
    "expires_at": "2026-10-08T08:00:00Z",
    "mail": "sent",
}


class Language(StrEnum):
    """A language of the pages and of mail."""

    FRENCH = "fr"
    ENGLISH = "en"


class MailState(StrEnum):
    """What became of the mail with the link."""

    SENT = "sent"
    FAILED = "failed"
    OFF = "off"
    """The installation sends no mail: the link has to be handed over."""


class NewInvitation(RequestBody):
    """Somebody to invite."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "email": "claire.morel@maison-verlaine.example",
                    "name": "Claire Morel",
                    "functions": ["administrator"],
                    "language": "fr",
                }
            ]
        }
    )

    email: EmailAddress
    name: Line
    """As they are called; they may correct it when they join."""
    functions: Functions
    language: Language = Language.FRENCH
    """Of the mail, and of their pages until they choose."""


class LinkView(BaseModel):
    """A link that lets one person in once, shown this once."""

    model_config = ConfigDict(json_schema_extra={"examples": [_LINK]})

    url: str
    expires_at: Instant
    mail: MailState


class InvitationView(LinkView):
    """Somebody invited, with their link."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    **_LINK,
                    "id": PERSON_ID,
                    "email": "claire.morel@maison-verlaine.example",
                    "name": "Claire Morel",
                    "functions": ["administrator"],
                }
            ]
        }
    )

    id: UUID
    email: str
    name: str
    functions: Functions


class Joining(RequestBody):
    """Who has just proved by a link that they are the one it was for."""

    name: Line
    language: Language
    email: EmailAddress | None = None
    """Chosen by the first administrator, whom nobody invited."""
