"""What the contracts service orders."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from gateway.links.schemas import Language
from services.common.addresses import EmailAddress
from services.common.schemas import RequestBody


class KindCount(RequestBody):
    """How many of a kind."""

    kind: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,64}$")]
    count: Annotated[int, Field(ge=1, strict=True)]


class ContractCounts(RequestBody):
    """What happened in one contract."""

    contract_id: UUID
    title: str
    counts: Annotated[list[KindCount], Field(min_length=1, max_length=100)]


class LetterOrder(RequestBody):
    """A letter: there is no field for anybody's words."""

    id: UUID
    """Of the letter: handed in again, it carries the same."""
    email: EmailAddress
    language: Language
    contracts: Annotated[list[ContractCounts], Field(min_length=1, max_length=1000)]


class HandedIn(BaseModel):
    """What became of it."""

    mail: Literal["sent", "failed", "off"]
