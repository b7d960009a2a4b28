"""The neutral events that a row of an export tells: no more than it says, in the order that counts."""

from services.kpi.ingestion.connectors.base import SourcedEvent
from services.kpi.ticket_imports.rules.rows import Row
from services.kpi.tickets.rules.events import DONE, CreationKnown, Imported, MessageAdded, Rated, StatusChanged


def history_of(row: Row, requester: str | None) -> list[SourcedEvent]:
    """Of a ticket that nothing is known of: creation, first response, last solve, closing, rating, present status.

    A ticket that was opened again, nobody knows when, stays in the stock until its last solve.
    """
    created_us, told_us = row.created_us, row.told_us
    events = creation_of(row, requester)
    events[1] = (created_us, 1, Imported(told_us, row.tells_response, row.replies, _reopens(row)))
    done_us = row.done_us if row.status in DONE else None
    if done_us is not None:
        events.append((done_us, 3, StatusChanged("closed" if row.solved_us is None else "solved")))
        if row.status == "closed" and row.solved_us is not None:
            events.append((max(done_us, row.closed_us or done_us), 4, StatusChanged("closed")))
    elif row.status != "new":
        events.append((told_us, 4, StatusChanged(row.status)))
    if row.score is not None and row.scale_max is not None and row.rated_us is not None:
        events.append((row.rated_us, 5, Rated(row.score, row.scale_max)))
    return events


def creation_of(row: Row, requester: str | None) -> list[SourcedEvent]:
    """Of a ticket whose later life the tool told: its creation, and the first response where the export tells it."""
    created_us = row.created_us
    known = CreationKnown(
        told_us=created_us,
        channel=row.channel,
        group=row.group,
        priority=row.priority,
        tags=row.tags,
        requester=requester,
        brand=row.brand,
        form=row.form,
    )
    events: list[SourcedEvent] = [
        (created_us, 0, known),
        (created_us, 1, Imported(created_us, row.tells_response)),
    ]
    if row.first_response_us is not None:
        events.append((max(created_us, row.first_response_us), 2, MessageAdded("agent", public=True)))
    return events


def _reopens(row: Row) -> int | None:
    """Of a ticket that is not solved and never was, none."""
    if row.reopens is None and row.status not in DONE and row.done_us is None and row.first_solved_us is None:
        return 0
    return row.reopens
