"""Bodies of BI keys."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from gateway.bi_keys.rules import MOST_CONTRACTS
from services.common.instants import Instant
from services.common.schemas import RequestBody

_CONTRACT = "0197f3a2-9f42-7e66-a1b2-c3d4e5f60718"
_KEY: dict[str, Any] = {
    "id": "0197f3a2-a053-7f77-b2c3-d4e5f6071829",
    "name": "Power BI du comité",
    "contract_ids": [_CONTRACT],
    "created_at": "2026-11-22T09:00:00Z",
    "created_by": {"subject": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03", "name": "Claire Morel"},
    "expires_at": "2027-11-23T00:00:00Z",
}


class NewBiKey(RequestBody):
    """A key to draw."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": _KEY["name"], "contract_ids": [_CONTRACT], "expires_on": "2027-11-22"}]
        }
    )

    name: Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
    contract_ids: Annotated[list[Annotated[str, Field(max_length=36)]], Field(min_length=1, max_length=MOST_CONTRACTS)]
    """Contracts that your organisation is a party of."""
    expires_on: date | None = None
    """The last day on which it works (UTC): at most a year from today, which is also the default."""


class Author(BaseModel):
    """Who drew a key."""

    subject: str
    name: str | None


class BiKeyView(BaseModel):
    """A BI key; never its secret."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{**_KEY, "last_used_at": "2026-11-22T10:30:00Z", "revoked_at": None}]}
    )

    id: UUID
    name: str
    contract_ids: list[UUID]
    created_at: Instant
    created_by: Author
    expires_at: Instant
    last_used_at: Instant | None
    """To the minute."""
    revoked_at: Instant | None


class DrawnBiKey(BiKeyView):
    """A new BI key with its secret, shown this once: user and password of HTTP Basic are `id` and `secret`."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{**_KEY, "secret": "drawn, shown once", "last_used_at": None, "revoked_at": None}]
        }
    )

    secret: str
