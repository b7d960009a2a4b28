"""Bodies of the journal."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from gateway.journal.rules import Kind
from services.common.instants import Instant


class JournalAuthor(BaseModel):
    """Who did it."""

    subject: str
    name: str | None


class JournalEntryView(BaseModel):
    """Something done to how people of your organisation sign in."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "id": "0197f3a2-b164-7088-8c3d-e5f607182930",
                    "kind": "second_factor_reset",
                    "person_id": "0197f3a2-8e31-7d44-8b5c-1f2e3d4c5b03",
                    "recorded_at": "2026-11-22T09:00:00Z",
                    "by": {"subject": "0197f3a2-9e31-7d44-8b5c-1f2e3d4c5b04", "name": "Ada Fontaine"},
                }
            ]
        }
    )

    id: UUID
    kind: Kind
    person_id: UUID | None
    """Whom it concerns."""
    recorded_at: Instant
    by: JournalAuthor
