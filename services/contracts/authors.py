"""Who wrote a version and when: shown to both parties, never judged by."""

from datetime import datetime
from typing import Any, Literal, Protocol

from pydantic import BaseModel

from services.common.auth.caller import ContractAccess
from services.contracts.agreements.rules import Side

VersionState = Literal["proposed", "in_force", "withdrawn", "refused"]
"""Where a version stands: only what is in force rules, what was withdrawn or refused stays on record."""


class Author(BaseModel):
    """Somebody of one side, or of the platform when there is none; the name is told to the other party."""

    side: Side | None
    name: str | None


class Written(Protocol):
    """What a version says of its writing."""

    @property
    def written_side(self) -> str | None: ...
    @property
    def written_name(self) -> str | None: ...
    @property
    def written_at(self) -> datetime | None: ...
    @property
    def recorded_at(self) -> datetime | None: ...


def columns_of(access: ContractAccess) -> dict[str, Any]:
    """What is kept of who writes; the database notes the instant."""
    return {
        "written_by": access.caller.subject,
        "written_side": access.side,
        "written_name": access.caller.name,
    }


def shown(version: Written) -> dict[str, Any]:
    """What is told of it; of versions older than this record, the instant at which they came into force."""
    author = Author.model_validate({"side": version.written_side, "name": version.written_name})
    return {"author": author, "written_at": version.written_at or version.recorded_at}
