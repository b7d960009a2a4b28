"""A ticket's events read once in order, and the life of its status that follows from them."""

from collections.abc import Sequence

import msgspec

from services.kpi.scopes.rules import Description
from services.kpi.staff.rules import Written
from services.kpi.tickets.rules.events import (
    DONE,
    REQUESTER_WAITS,
    Answered,
    Created,
    CreationKnown,
    Excluded,
    Exclusion,
    Imported,
    Linked,
    MessageAdded,
    Rated,
    Recommended,
    Restored,
    Status,
    StatusChanged,
    TimedEvent,
    Withdrawn,
    in_order,
)

Change = tuple[int, Status, int, str | None]
"""A status entered: (instant, status, public agent messages before it, what it waits for)."""

Step = tuple[int, int]
"""A step of the stock: (instant, +1 or -1)."""

Interval = tuple[int, int]
"""A half-open stretch of time [start, end)."""

Stretch = tuple[int, int, Status, str | None]
"""A half-open stretch of time in one status: (start, end, status, what a hold waits for)."""


class Story(msgspec.Struct):
    """What the events effective by an instant tell of a ticket."""

    created_us: int | None = None
    created: Created | None = None
    tellings: list[tuple[int, CreationKnown]] = msgspec.field(default_factory=list)
    """The creation as later events told it, each with the instant that it told."""
    created_by_agent: bool = False
    initial: Status = "new"
    public_at_creation: int = 0
    changes: list[Change] = msgspec.field(default_factory=list)
    public_agent_messages: int = 0
    written: list[Written] = msgspec.field(default_factory=list)
    """Those messages one by one, as far as they are not told as a number."""
    first_response_us: int | None = None
    excluded: Exclusion | None = None
    exclusions: list[tuple[int, bool]] = msgspec.field(default_factory=list)
    """When the ticket left every population (True) and came back (False)."""
    rating: Rated | None = None
    rated_us: int | None = None
    recommendation: Recommended | None = None
    recommended_us: int | None = None
    answered: Answered | None = None
    answered_us: int | None = None
    withdrawn: bool = False
    first_event_us: int | None = None
    next_event_us: int | None = None
    imported: Imported | None = None
    """What an export tells of the ticket beside its events, where the ticket rests on one."""
    links: dict[str, str] = msgspec.field(default_factory=dict)
    """Drawn names of customers, by pseudonym."""
    told: list[Created | CreationKnown] | None = None


def read_story(events: Sequence[TimedEvent], as_of_us: int) -> Story | None:
    """The story at an instant; None when nothing is effective yet."""
    story = Story()
    created: Created | None = None
    known: tuple[int, int, bool] | None = None
    messages: set[str] = set()
    events, loaded = in_force(events)
    for item in in_order(events):
        at_us = item.effective_us
        if at_us > as_of_us:
            story.next_event_us = at_us
            break
        event = item.event
        if story.first_event_us is None:
            # Links stand before everything that happened, and are nothing that happened.
            if isinstance(event, Linked):
                story.links[event.requester] = event.customer
                continue
            story.first_event_us = at_us
        if isinstance(event, CreationKnown):
            story.tellings.append((at_us, event))
            if known is None or (at_us, event.told_us) < known[:2]:
                known = (at_us, event.told_us, event.created_by_agent)
        elif isinstance(event, MessageAdded):
            if event.message_id is not None:
                if event.message_id in messages:
                    continue
                messages.add(event.message_id)
            if event.public and event.author == "agent":
                # The replies of an export are told as a number, by its last instant.
                told = story.imported
                if told is None or (item.delivery_id not in loaded and at_us > told.told_us):
                    story.public_agent_messages += 1
                    story.written.append((at_us, event.agent, event.by or None))
                if story.first_response_us is None:
                    story.first_response_us = at_us
        elif isinstance(event, StatusChanged):
            story.changes.append((at_us, event.status, story.public_agent_messages, event.hold_reason))
        elif isinstance(event, Created):
            if created is None:
                created = event
                story.created_us = at_us
                story.public_at_creation = story.public_agent_messages
        else:
            _note(story, event, at_us)
    if story.first_event_us is None:
        return None
    if created is not None:
        story.created = created
        story.created_by_agent, story.initial = created.created_by_agent, created.status
    elif known is not None:
        story.created_us, _, story.created_by_agent = known
    return story


def in_force(events: Sequence[TimedEvent]) -> tuple[Sequence[TimedEvent], frozenset[str]]:
    """The events that count, and the deliveries among them that an export told.

    Where the tool itself told the creation it told everything since, message by message: what an export says gives way.
    """
    loaded = frozenset([item.delivery_id for item in events if type(item.event) is Imported])
    if loaded and any(type(item.event) is Created for item in events):
        return [item for item in events if item.delivery_id not in loaded], frozenset()
    return events, loaded


def describe(story: Story) -> Description:
    """What the ticket was at its creation: of each attribute the first telling that has it, the creation itself first.

    Later events of a tool show the ticket as it became; so whoever moves a ticket does not move it out of a contract.
    """
    told = _told(story)
    brand, form, group, channel, priority = (
        _first_told(told, name) for name in ("brand", "form", "group", "channel", "priority")
    )
    return Description(brand, form, group, channel, told[0].tags if told else (), priority)


class Asked(msgspec.Struct, frozen=True):
    """Who asked, how and about what, as the creation was told; None: not told. `customer` is a pseudonym."""

    customer: str | None = None
    channel: str | None = None
    form: str | None = None
    group: str | None = None


def read_asked(story: Story) -> Asked:
    """Of each attribute the first telling that has it, as `describe` reads it; told to be none is not told."""
    told = _told(story)
    customer, channel, form, group = (
        _first_told(told, name) or None for name in ("requester", "channel", "form", "group")
    )
    return Asked(customer and story.links.get(customer, customer), channel, form, group)


def read_priority(story: Story) -> str | None:
    """The priority at the creation, read as `describe` reads; None where it was not told, or told to be none."""
    return _first_told(_told(story), "priority") or None


def _told(story: Story) -> list[Created | CreationKnown]:
    """Every telling of the creation, the creation itself first; put in order once for all that ask."""
    if story.told is None:
        created = [story.created] if story.created else []
        story.told = [*created, *(known for _, known in sorted(story.tellings, key=_telling_order))]
    return story.told


def _first_told(told: Sequence[Created | CreationKnown], name: str) -> str | None:
    return next((value for item in told if (value := getattr(item, name)) is not None), None)


def _telling_order(telling: tuple[int, CreationKnown]) -> tuple[object, ...]:
    """The order of tellings; those of one instant by what they tell, whichever came first."""
    at_us, known = telling
    return (
        at_us,
        known.told_us,
        *(getattr(known, name) or "" for name in ("brand", "form", "group", "channel", "priority")),
        known.tags,
        known.requester or "",
        known.priority or "",
    )


def _note(
    story: Story,
    event: Excluded | Restored | Rated | Recommended | Answered | Withdrawn | Linked | Imported,
    at_us: int,
) -> None:
    if isinstance(event, Rated):
        story.rating, story.rated_us = event, at_us
    elif isinstance(event, Recommended):
        story.recommendation, story.recommended_us = event, at_us
    elif isinstance(event, Answered):
        story.answered, story.answered_us = event, at_us
    elif isinstance(event, Withdrawn):
        story.withdrawn = True
    elif isinstance(event, Linked):
        pass
    elif isinstance(event, Imported):
        story.imported = event
    elif isinstance(event, Excluded):
        story.excluded = event.reason
        story.exclusions.append((at_us, True))
    else:
        story.excluded = None
        story.exclusions.append((at_us, False))


class Life(msgspec.Struct):
    """The life of a ticket's status until an instant."""

    status: Status
    hold_reason: str | None
    """What it waits for, while it is on hold and was told."""
    solves: list[tuple[int, int]]
    """Entries into solved or closed: (instant, public agent messages before it)."""
    reopens: list[int]
    """Exits from solved or closed; the n-th follows the n-th solve."""
    stretches: list[Stretch]
    """All the time that it was not solved, in order, the last one up to the instant if still so."""
    waits: list[Interval]
    """When the requester was waiting (new, open, hold), the last one up to the instant if still so."""
    agent_wait_us: int


def read_life(story: Story, created_us: int, as_of_us: int) -> Life:
    """Follow the status from the creation to the instant; changes told before the creation count from it."""
    status, reason = story.initial, None
    life = Life(status, None, [], [], [], [], 0)
    if status in DONE:
        life.solves.append((created_us, story.public_at_creation))
    since_us = waits_us = created_us
    for change_us, entered, public_before, waited_for in story.changes:
        # A status told again is no change, unless it tells that a hold waits for something else now.
        if entered == status and (entered != "hold" or waited_for in (None, reason)):
            continue
        at_us = max(change_us, created_us)
        if entered in DONE:
            if status not in DONE:
                life.solves.append((at_us, public_before))
        elif status in DONE:
            life.reopens.append(at_us)
        _end_stretch(life, status, reason, since_us, at_us)
        # One wait runs through new, open and hold: fewer intervals to measure in each schedule.
        if status not in REQUESTER_WAITS or entered not in REQUESTER_WAITS:
            _close(life, status, waits_us, at_us)
            waits_us = at_us
        since_us, status, reason = at_us, entered, waited_for if entered == "hold" else None
    _end_stretch(life, status, reason, since_us, as_of_us)
    _close(life, status, waits_us, as_of_us)
    life.status, life.hold_reason = status, reason
    return life


def _end_stretch(life: Life, status: Status, reason: str | None, start_us: int, end_us: int) -> None:
    if status not in DONE and end_us > start_us:
        life.stretches.append((start_us, end_us, status, reason))


def _close(life: Life, status: Status, start_us: int, end_us: int) -> None:
    if status == "pending":
        life.agent_wait_us += end_us - start_us
    elif status in REQUESTER_WAITS and end_us > start_us:
        life.waits.append((start_us, end_us))


def open_flow(story: Story, life: Life, created_us: int) -> tuple[Step, ...]:
    """Steps into (+1) and out of (-1) the stock (D12): created, neither solved nor yet excluded; in order."""
    moves = [(created_us, "open", True)]
    for index, (solve_us, _) in enumerate(life.solves):
        moves.append((solve_us, "open", False))
        moves += [(reopen_us, "open", True) for reopen_us in life.reopens[index : index + 1]]
    moves += [(max(at_us, created_us), "excluded", excluded) for at_us, excluded in story.exclusions]
    # The order of sorting is stable: solves and reopens of one instant stay in turn.
    state = {"open": False, "excluded": False}
    steps: list[Step] = []
    held = False
    for at_us, what, value in sorted(moves, key=lambda move: move[0]):
        state[what] = value
        counted = state["open"] and not state["excluded"]
        if counted != held:
            steps.append((at_us, 1 if counted else -1))
            held = counted
    return tuple(steps)
