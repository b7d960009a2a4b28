"""Bodies of the internal calls on people."""

from uuid import UUID

from pydantic import BaseModel

from services.common.addresses import EmailAddress
from services.common.schemas import RequestBody


class PasswordOrder(RequestBody):
    """For whom a password is drawn."""

    organisation_id: UUID
    email: EmailAddress


class DrawnPassword(BaseModel):
    """A password, told once."""

    password: str
