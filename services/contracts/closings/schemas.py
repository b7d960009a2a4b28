"""Bodies of closings."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.authors import Author
from services.contracts.fields import Passage

_REASON = "Notre équipe du samedi n'est complète qu'en mars."


class Refusal(RequestBody):
    """Why an amendment is refused: the other side reads it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"comment": _REASON}]})

    comment: Passage


class Withdrawal(RequestBody):
    """Why a proposal is taken back, if anything is said of it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}]})

    comment: Passage | None = None


class ClosingView(BaseModel):
    """An amendment that will not come into force, the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3b6-3d4e-7f5a-8b6c-7d8e9f0a1b12",
                    "contract_id": "0197f3b0-1a2b-7c3d-8e4f-5a6b7c8d9e04",
                    "version_id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
                    "outcome": "refused",
                    "comment": _REASON,
                    "author": {"side": "sous_traitant", "name": "Karim Benali"},
                    "written_at": "2026-11-20T09:30:00.123456Z",
                }
            ]
        },
    )

    id: UUID
    contract_id: UUID
    version_id: UUID
    """Of parameters, of an objective or of a commitment."""
    outcome: Literal["withdrawn", "refused"]
    comment: str | None
    author: Author
    written_at: Instant
