"""Bodies of the four questions."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.contracts.authors import Author
from services.contracts.fields import Passage

CHECKS: dict[str, Any] = {
    "specific": True,
    "measurable": True,
    "realistic": True,
    "aligned": True,
    "comment": "Mesuré par l'outil du prestataire.",
}
Yes = Annotated[bool, Field(strict=True)]


class Checks(RequestBody):
    """Answers to the four questions about a commitment; "no" says that it is not ready to be promised."""

    model_config = ConfigDict(json_schema_extra={"examples": [CHECKS]})

    specific: Yes
    """It is about the task that was handed over, and nothing else."""
    measurable: Yes
    """The connected source gives what it is computed from."""
    realistic: Yes
    """The provider can keep it with its means."""
    aligned: Yes
    """It serves the objective chosen."""
    comment: Passage | None = None


class CheckView(BaseModel):
    """Answers on record, with who gave them."""

    specific: bool
    measurable: bool
    realistic: bool
    aligned: bool
    comment: str | None
    author: Author
    written_at: Instant
