"""Bodies of one's own profile."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, model_validator

from services.common.schemas import RequestBody
from services.contracts.fields import Line, ZoneName
from services.contracts.invitations.schemas import Language
from services.contracts.people.schemas import PERSON_ID

_CHOICES: dict[str, Any] = {"name": "Claire Morel", "language": "fr", "zone": "Europe/Paris", "theme": "dark"}


class Theme(StrEnum):
    """Light or dark pages."""

    LIGHT = "light"
    DARK = "dark"


class ProfileChange(RequestBody):
    """What somebody chooses; what is left out stays, null leaves it to the device."""

    model_config = ConfigDict(json_schema_extra={"examples": [_CHOICES]})

    name: Line | None = None
    language: Language | None = None
    zone: ZoneName | None = None
    theme: Theme | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "ProfileChange":
        if not self.model_fields_set or ("name" in self.model_fields_set and self.name is None):
            raise ValueError("must change something, and keep a name")
        return self


class ProfileView(BaseModel):
    """What somebody said of themselves."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [{"id": PERSON_ID, "email": "claire.morel@maison-verlaine.example", **_CHOICES}]
        },
    )

    id: UUID
    email: str
    name: str
    language: Language | None
    """Null: that of the device."""
    zone: str | None
    """Null: that of the device."""
    theme: Theme | None
    """Null: that of the device."""
