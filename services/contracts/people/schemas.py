"""Bodies of people."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from services.common.addresses import EmailAddress
from services.common.auth.access import Function
from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.fields import Line
from services.contracts.organisations.schemas import ORGANISATION_ID, each_once

PERSON_ID = "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03"
_CLAIRE: dict[str, Any] = {"email": "claire.morel@maison-verlaine.example", "name": "Claire Morel"}

Functions = Annotated[list[Function], Field(min_length=1, max_length=len(Function)), AfterValidator(each_once)]


class NewPerson(RequestBody):
    """Somebody to add."""

    model_config = ConfigDict(json_schema_extra={"examples": [{**_CLAIRE, "functions": ["manager"]}]})

    email: EmailAddress
    name: Line
    functions: Functions


class PersonChange(RequestBody):
    """What becomes of somebody; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"functions": ["manager", "signatory"]}]})

    name: Line | None = None
    functions: Functions | None = None
    only_contracts: bool | None = None
    """Whether they reach only the contracts for which they were given functions."""

    @model_validator(mode="after")
    def _says_something(self) -> "PersonChange":
        if not self.model_fields_set or None in (getattr(self, name) for name in self.model_fields_set):
            raise ValueError("must change something")
        return self


class PersonView(BaseModel):
    """Somebody who acts, or acted, for an organisation."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [
                {
                    "id": PERSON_ID,
                    **_CLAIRE,
                    "functions": ["manager"],
                    "only_contracts": False,
                    "organisation_id": ORGANISATION_ID,
                    "created_at": "2026-10-01T08:00:00Z",
                    "joined_at": "2026-10-01T08:12:00Z",
                    "invited_until": "2026-10-08T08:00:00Z",
                    "deactivated_at": None,
                }
            ]
        },
    )

    id: UUID
    email: str
    name: str
    functions: list[Function]
    only_contracts: bool
    organisation_id: UUID
    created_at: Instant
    joined_at: Instant | None
    """When they could first sign in; null while they are only invited."""
    invited_until: Instant | None
    """Until when the last invitation is good; null for whoever was given a password."""
    deactivated_at: Instant | None


class PersonCredentials(BaseModel):
    """Somebody new with the drawn password, shown this once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": PERSON_ID,
                    **_CLAIRE,
                    "functions": ["manager"],
                    "organisation_id": ORGANISATION_ID,
                    "password": "drawn by the gateway, shown once",
                }
            ]
        }
    )

    id: UUID
    email: str
    name: str
    functions: list[Function]
    organisation_id: UUID
    password: str
