"""Conversations on one ticket: where its customer wrote again after a silence."""

from collections.abc import Iterable

from services.kpi.tickets.rules.timeline import Story

Session = tuple[int, int]
"""(instant of the message that begins it, silence before that message), in µs."""


def sessions_of(story: Story, created_us: int, silence_us: int) -> tuple[Session, ...]:
    """The sessions of a ticket after its first one, which its creation begins; in order.

    An export tells no messages: until its last instant a silence is unknown, and never taken for one.
    """
    begin_us = created_us if story.imported is None else max(created_us, story.imported.told_us)
    return sessions_after(story.public, begin_us, silence_us)


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
