"""Who wrote something and when: shown to both parties, never judged by."""

from typing import Any, Literal

from pydantic import BaseModel

from services.common.auth.caller import ContractAccess

Side = Literal["donneur_ordre", "sous_traitant"]
SIDES: tuple[Side, Side] = ("donneur_ordre", "sous_traitant")


class Author(BaseModel):
    """Somebody of one side; the name is told to the other party."""

    side: Side
    name: str | None


def columns_of(access: ContractAccess) -> dict[str, Any]:
    """What is kept of who writes; the database notes the instant."""
    return {
        "written_by": access.caller.subject,
        "written_side": access.side,
        "written_name": access.caller.name,
    }
