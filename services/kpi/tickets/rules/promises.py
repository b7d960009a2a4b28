"""The two promised delays of a ticket: kept, broken, when due, and when time alone will break them (D9)."""

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.terms.rules import Sla, Terms
from services.kpi.tickets.rules.timeline import Life


class Promise(msgspec.Struct, frozen=True):
    """`breached` is None without a target; `due_us` is set once decided; `changes_us` is when time will break it."""

    breached: bool | None = None
    due_us: int | None = None
    changes_us: int | None = None


NO_PROMISE = Promise()


def first_response_promise(
    sla: Sla | None, terms: Terms, created_us: int, answered_us: int | None, by_agent: bool, as_of_us: int
) -> Promise:
    """The first response: its clock runs in the schedule of the promise until the answer, or until now."""
    if sla is None or sla.first_response_target_s is None or by_agent:
        return NO_PROMISE
    target_us = sla.first_response_target_s * SECOND_US
    if answered_us is not None:
        breached = terms.elapsed(sla.schedule, created_us, answered_us) >= target_us + SECOND_US
        return Promise(breached, terms.advance(sla.schedule, created_us, target_us))
    # Elapsed is compared in whole seconds, so the promise breaks one second after it was due.
    breaks_us = terms.advance(sla.schedule, created_us, target_us + SECOND_US)
    if breaks_us is not None and breaks_us <= as_of_us:
        return Promise(True, terms.advance(sla.schedule, created_us, target_us))
    return Promise(False, None, breaks_us)


def resolution_promise(sla: Sla | None, terms: Terms, life: Life, contractual_us: int | None, as_of_us: int) -> Promise:
    """The resolution: its clock is the requester's wait in the schedule, until the contractual solve or until now."""
    if sla is None or sla.resolution_target_s is None:
        return NO_PROMISE
    target_us = sla.resolution_target_s * SECOND_US
    spent_us = 0
    due_us: int | None = None
    for start_us, end_us in life.waits:
        if contractual_us is not None and start_us >= contractual_us:
            break
        stretch_us = terms.elapsed(sla.schedule, start_us, end_us)
        if due_us is None and spent_us + stretch_us >= target_us:
            due_us = terms.advance(sla.schedule, start_us, target_us - spent_us)
        spent_us += stretch_us
    breached = spent_us >= target_us + SECOND_US
    if contractual_us is not None:
        return Promise(breached, due_us)
    if breached:
        return Promise(True, due_us)
    if not life.waiting:
        return Promise(False)
    return Promise(False, None, terms.advance(sla.schedule, as_of_us, target_us + SECOND_US - spent_us))
