"""Bodies of providers."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from gateway.providers import rules
from services.common.instants import Instant
from services.common.schemas import RequestBody

_PLAIN = r"^[^\x00-\x20\x7f]+$"


def _domain(text: str) -> str:
    found = rules.domain(text)
    if found is None:
        raise ValueError("must be the domain of addresses, as maison-verlaine.example")
    return found


Domain = Annotated[str, StringConstraints(max_length=254), AfterValidator(_domain)]
Secret = Annotated[str, StringConstraints(min_length=1, max_length=1000, pattern=r"^[^\x00-\x1f\x7f]+$")]


class ProviderChange(RequestBody):
    """The provider of an organisation, as its own console names it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "issuer": "https://login.maison-verlaine.example",
                    "client_id": "copil",
                    "client_secret": "given by the provider",
                    "domains": ["maison-verlaine.example"],
                }
            ]
        }
    )

    issuer: Annotated[str, StringConstraints(min_length=1, max_length=rules.LONGEST_ADDRESS)]
    client_id: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=_PLAIN)]
    client_secret: Secret | None = None
    """Never told again; left out, the one before stays, as long as the issuer does."""
    domains: Annotated[list[Domain], Field(default_factory=list, max_length=50)]
    """Of the addresses that the provider may speak for; empty: any address of the organisation's people."""


class ProviderView(BaseModel):
    """The provider of an organisation; never its secret."""

    issuer: str
    client_id: str
    domains: list[str]
    updated_at: Instant
    updated_by_name: str | None


class ProviderSettings(BaseModel):
    """What an administrator sees, and what the provider's console has to be told."""

    callback_url: str
    """To be registered at the provider, to the letter."""
    sign_in_url: str
    """A link that begins to sign in through this organisation's provider."""
    provider: ProviderView | None


class ProviderCheck(BaseModel):
    """One step of trying a provider out."""

    step: Literal["description", "keys", "client"]
    outcome: Literal["passed", "failed", "not_tried"]
    detail: str | None = None


class ProviderTest(BaseModel):
    """What trying the provider out found, in this order."""

    checks: list[ProviderCheck]


class ProviderSignInStart(RequestBody):
    """Who signs in through their organisation: by their address, or by the organisation that a link names."""

    email: Annotated[str, StringConstraints(min_length=1, max_length=254)] | None = None
    organisation_id: UUID | None = None
    return_to: Annotated[str, StringConstraints(max_length=rules.LONGEST_ADDRESS)] | None = None
    """A page of ours to come back to."""


class ProviderWay(BaseModel):
    """Where the browser goes next."""

    url: str


class BindingView(BaseModel):
    """Somebody whom the provider knows here."""

    person_id: UUID
    bound_at: Instant


class ProviderBindings(BaseModel):
    """Who signed in through the present provider of the organisation, and since when they are known as who they are."""

    items: list[BindingView]
