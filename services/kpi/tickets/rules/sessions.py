"""Conversations on one ticket: where its customer wrote again after a silence."""

from collections.abc import Iterable, Iterator, Sequence

from services.kpi.tickets.rules.events import Imported, MessageAdded, TimedEvent, in_order
from services.kpi.tickets.rules.timeline import in_force

Session = tuple[int, int]
"""(instant of the message that begins it, silence before that message), in µs."""


def sessions_of(
    events: Sequence[TimedEvent], imported: Imported | None, created_us: int, silence_us: int, as_of_us: int
) -> tuple[Session, ...]:
    """The sessions of a ticket after its first one, which its creation begins, at an instant; in order.

    An export tells no messages: until its last instant a silence is unknown, and never taken for one.
    """
    begin_us = created_us if imported is None else max(created_us, imported.told_us)
    return sessions_after(_public(events, as_of_us), begin_us, silence_us)


def _public(events: Sequence[TimedEvent], as_of_us: int) -> Iterator[tuple[int, bool]]:
    """Public messages by an instant: (when, whether the customer wrote it); one told twice counts as told first."""
    messages: set[str] = set()
    for item in in_order([one for one in in_force(events)[0] if isinstance(one.event, MessageAdded)]):
        event = item.event
        if item.effective_us > as_of_us or not isinstance(event, MessageAdded):
            return
        if event.message_id is not None:
            if event.message_id in messages:
                continue
            messages.add(event.message_id)
        if event.public:
            yield item.effective_us, event.author == "customer"


def sessions_after(public: Iterable[tuple[int, bool]], begin_us: int, silence_us: int) -> tuple[Session, ...]:
    """Messages of the customer that nobody's message precedes within the silence; `public` by instant.

    Of one instant all messages are alike, whichever of them is told first: none precedes another.
    """
    found: list[Session] = []
    last_us = before_us = begin_us
    for at_us, by_customer in public:
        if at_us <= begin_us:
            continue
        if at_us > last_us:
            before_us, last_us = last_us, at_us
        silent_us = at_us - before_us
        if by_customer and silent_us > silence_us and (not found or found[-1][0] != at_us):
            found.append((at_us, silent_us))
    return tuple(found)
