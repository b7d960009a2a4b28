"""Bodies of organisations and machine clients."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from services.common.auth.access import Function
from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.fields import Line

ORGANISATION_ID = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d01"
CLIENT_ID = "0197f3a2-7d20-7b11-8c3a-9e8d7c6b5a02"


def each_once(functions: list[Function]) -> list[Function]:
    """Raises: ValueError when a function is named twice."""
    if len(set(functions)) < len(functions):
        raise ValueError("must name each function once")
    return functions


class NewOrganisation(RequestBody):
    """A company to add."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Assurances Lumen"}]})

    name: Line


class OrganisationView(BaseModel):
    """A company."""

    model_config = ConfigDict(
        from_attributes=True,
        json_schema_extra={
            "examples": [{"id": ORGANISATION_ID, "name": "Assurances Lumen", "created_at": "2026-10-01T08:00:00Z"}]
        },
    )

    id: UUID
    name: str
    created_at: Instant


class NewClient(RequestBody):
    """A machine client to add."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "entrepôt de données", "functions": ["bi_reader"]}]}
    )

    name: Line
    functions: Annotated[list[Function], Field(min_length=1, max_length=len(Function)), AfterValidator(each_once)]


class ClientCredentials(BaseModel):
    """A new machine client with its secret, shown this once."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": CLIENT_ID,
                    "client_secret": "drawn by the gateway, shown once",
                    "name": "entrepôt de données",
                    "functions": ["bi_reader"],
                    "organisation_id": ORGANISATION_ID,
                }
            ]
        }
    )

    client_id: str
    client_secret: str
    name: str
    functions: list[Function]
    organisation_id: UUID


class ClientView(BaseModel):
    """A machine client."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": CLIENT_ID,
                    "name": "entrepôt de données",
                    "functions": ["bi_reader"],
                    "organisation_id": ORGANISATION_ID,
                    "created_at": "2026-10-01T08:00:00Z",
                    "revoked_at": "2026-11-02T17:30:00Z",
                }
            ]
        }
    )

    client_id: str
    name: str
    functions: list[Function]
    organisation_id: UUID
    created_at: Instant
    revoked_at: Instant | None
