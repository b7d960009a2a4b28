"""A ticket's events read once in order, and the life of its status that follows from them."""

from collections.abc import Sequence

import msgspec

from services.kpi.tickets.rules.events import (
    DONE,
    REQUESTER_WAITS,
    Created,
    CreationKnown,
    Excluded,
    Exclusion,
    MessageAdded,
    Rated,
    Recommended,
    Restored,
    Status,
    StatusChanged,
    TimedEvent,
    in_order,
)

Change = tuple[int, Status, int]
"""A status entered: (instant, status, public agent messages before it)."""

Interval = tuple[int, int]
"""A half-open stretch of time [start, end)."""


class Story(msgspec.Struct):
    """What the events effective by an instant tell of a ticket."""

    created_us: int | None = None
    created_by_agent: bool = False
    initial: Status = "new"
    public_at_creation: int = 0
    changes: list[Change] = msgspec.field(default_factory=list)
    public_agent_messages: int = 0
    first_response_us: int | None = None
    excluded: Exclusion | None = None
    rating: Rated | None = None
    rated_us: int | None = None
    recommendation: Recommended | None = None
    recommended_us: int | None = None
    next_event_us: int | None = None


def read_story(events: Sequence[TimedEvent], as_of_us: int) -> Story | None:
    """The story at an instant; None when nothing is effective yet."""
    story = Story()
    created: Created | None = None
    known: tuple[int, int, bool] | None = None
    messages: set[str] = set()
    visible = False
    for item in in_order(events):
        at_us = item.effective_us
        if at_us > as_of_us:
            story.next_event_us = at_us
            break
        visible = True
        event = item.event
        if isinstance(event, CreationKnown):
            if known is None or (at_us, event.told_us) < known[:2]:
                known = (at_us, event.told_us, event.created_by_agent)
        elif isinstance(event, MessageAdded):
            if event.message_id is not None:
                if event.message_id in messages:
                    continue
                messages.add(event.message_id)
            if event.public and event.author == "agent":
                story.public_agent_messages += 1
                if story.first_response_us is None:
                    story.first_response_us = at_us
        elif isinstance(event, StatusChanged):
            story.changes.append((at_us, event.status, story.public_agent_messages))
        elif isinstance(event, Created):
            if created is None:
                created = event
                story.created_us = at_us
                story.public_at_creation = story.public_agent_messages
        else:
            _note(story, event, at_us)
    if not visible:
        return None
    if created is not None:
        story.created_by_agent, story.initial = created.created_by_agent, created.status
    elif known is not None:
        story.created_us, _, story.created_by_agent = known
    return story


def _note(story: Story, event: Excluded | Restored | Rated | Recommended, at_us: int) -> None:
    if isinstance(event, Rated):
        story.rating, story.rated_us = event, at_us
    elif isinstance(event, Recommended):
        story.recommendation, story.recommended_us = event, at_us
    elif isinstance(event, Excluded):
        story.excluded = event.reason
    else:
        story.excluded = None


class Life(msgspec.Struct):
    """The life of a ticket's status until an instant."""

    status: Status
    solves: list[tuple[int, int]]
    """Entries into solved or closed: (instant, public agent messages before it)."""
    reopens: list[int]
    """Exits from solved or closed; the n-th follows the n-th solve."""
    waits: list[Interval]
    """When the requester was waiting (new, open, hold), the last one up to the instant if still so."""
    waiting: bool
    agent_wait_us: int


def read_life(story: Story, created_us: int, as_of_us: int) -> Life:
    """Follow the status from the creation to the instant; changes told before the creation count from it."""
    status = story.initial
    life = Life(status, [], [], [], False, 0)
    if status in DONE:
        life.solves.append((created_us, story.public_at_creation))
    since_us = created_us
    for change_us, entered, public_before in story.changes:
        if entered == status:
            continue
        at_us = max(change_us, created_us)
        if entered in DONE:
            if status not in DONE:
                life.solves.append((at_us, public_before))
        elif status in DONE:
            life.reopens.append(at_us)
        # One wait runs through new, open and hold: fewer intervals to measure in each schedule.
        if status not in REQUESTER_WAITS or entered not in REQUESTER_WAITS:
            _close(life, status, since_us, at_us)
            since_us = at_us
        status = entered
    _close(life, status, since_us, as_of_us)
    life.status, life.waiting = status, status in REQUESTER_WAITS
    return life


def _close(life: Life, status: Status, start_us: int, end_us: int) -> None:
    if status == "pending":
        life.agent_wait_us += end_us - start_us
    elif status in REQUESTER_WAITS and end_us > start_us:
        life.waits.append((start_us, end_us))
