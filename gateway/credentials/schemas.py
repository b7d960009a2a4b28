"""Bodies of the internal calls on credentials."""

from uuid import UUID

from pydantic import BaseModel

from services.common.schemas import RequestBody


class CredentialOrder(RequestBody):
    """For which organisation a secret is drawn."""

    organisation_id: UUID


class DrawnSecret(BaseModel):
    """A secret, told once."""

    client_secret: str
