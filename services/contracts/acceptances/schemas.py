"""Bodies of acceptances."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.agreements.rules import Side, State
from services.contracts.fields import Passage

_CONTRACT = "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04"
_VERSION = "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05"
_DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class NewAcceptance(RequestBody):
    """What is accepted: one proposed amendment, or all that is to be accepted now."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    version_id: UUID | None = None
    """Of a version of the parameters, of an objective, or of a version of a commitment."""
    comment: Passage | None = None
    """Read by both parties; no part of what is accepted."""


class AcceptedText(BaseModel):
    """A text that this request accepted."""

    subject: Literal["contract", "amendment"]
    version_id: UUID | None
    digest: str


class AcceptanceResult(BaseModel):
    """Where the caller's side stands now."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "contract_id": _CONTRACT,
                    "side": "sous_traitant",
                    "digest": _DIGEST,
                    "accepted_at": "2026-09-20T09:30:00.123456Z",
                    "contract_state": "active",
                    "accepted": [{"subject": "amendment", "version_id": _VERSION, "digest": _DIGEST}],
                }
            ]
        }
    )

    contract_id: UUID
    side: Side
    digest: str
    """Of the contract's present text."""
    accepted_at: Instant
    contract_state: State
    accepted: list[AcceptedText]
    """What was accepted by this request; empty when all of it was accepted before."""


class ContractTextView(BaseModel):
    """What both parties accept, to the letter: anybody can compute its digest again."""

    digest: str
    """SHA-256 of the canonical JSON of `text`: UTF-8, keys sorted, no white space."""
    revision: int
    """What `If-Match` of an acceptance names, to accept nothing but this text."""
    text: dict[str, Any]


class AcceptanceView(BaseModel):
    """One acceptance on record."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b2-3d4e-7f5a-8b6c-7d8e9f0a1b06",
                    "contract_id": _CONTRACT,
                    "organisation_id": "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d03",
                    "side": "sous_traitant",
                    "version_id": _VERSION,
                    "digest": _DIGEST,
                    "accepted_by": "0197f3a2-7d20-7b11-8c3a-9e8d7c6b5a02",
                    "accepted_name": "Karim Benali",
                    "accepted_scope": "Avenants de moins de 10 000 € par an",
                    "accepted_at": "2026-09-20T09:30:00.123456Z",
                    "comment": "Lu et approuvé.",
                    "void": False,
                }
            ]
        }
    )

    id: UUID
    contract_id: UUID
    organisation_id: UUID
    side: Side
    version_id: UUID | None
    digest: str
    accepted_by: str
    accepted_name: str | None
    """Who it was, as the token named them; null for acceptances older than this record."""
    accepted_scope: str | None
    """For what they were named in this contract, in the words of their own organisation; null: by their function."""
    accepted_at: Instant
    comment: str | None
    void: bool
    """Whether the text changed after it, so that it must be given again."""
