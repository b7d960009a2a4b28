"""Where versions of scopes are, and what conditions may be made of."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.agreed.repository import Versions
from services.kpi.scopes.rules import Attribute

VERSIONS = Versions("scope_version", "conditions", "jsonb", shown="conditions")
# The newest deliveries, and the first events by their key for tools that send batches: no more rows than that are read.
_TOLD = text(
    "SELECT DISTINCT ON (ticket_id) event FROM ("
    " SELECT e.ticket_id, e.event FROM (SELECT id, ticket_id FROM delivery WHERE contract_id = :home"
    "   AND source_id = :source AND verdict = 'accepted' AND ticket_id IS NOT NULL"
    "   ORDER BY recorded_at DESC, id DESC LIMIT :most) d"
    # Looked up one by one: while the table has no statistics yet, a join may read it as often as there are deliveries.
    "  CROSS JOIN LATERAL (SELECT ticket_id, event FROM ticket_event WHERE contract_id = :home"
    "   AND source_id = :source AND ticket_id = d.ticket_id AND delivery_id = d.id OFFSET 0) e"
    " UNION ALL (SELECT ticket_id, event FROM ticket_event WHERE contract_id = :home AND source_id = :source"
    "   LIMIT :most)) AS told WHERE event->>'kind' IN ('created', 'creation_known')"
    " ORDER BY ticket_id, event->>'kind'"
)
MOST_LOOKED_AT = 2_000
"""Deliveries and events looked at for the values that are proposed."""


async def told_values(session: AsyncSession, home: UUID, source_id: str) -> dict[Attribute, dict[str, int]]:
    """What tickets of a source were told to be lately: tickets by value, by attribute."""
    found: dict[Attribute, dict[str, int]] = {}
    names: dict[str, Attribute] = {"brand": "brand", "form": "form", "group": "group", "channel": "channel"}
    for event in await session.scalars(_TOLD, {"home": home, "source": source_id, "most": MOST_LOOKED_AT}):
        told: list[tuple[Attribute, str]] = [(names[name], event[name]) for name in names if event.get(name)]
        told += [("tag", tag) for tag in event.get("tags", ())]
        for attribute, value in told:
            held = found.setdefault(attribute, {})
            held[value] = held.get(value, 0) + 1
    return found
