"""The facts of a ticket: a pure function of its events, the terms in force and an instant."""

from collections.abc import Sequence

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.dimensions.rules import Cuts, cuts_of
from services.kpi.scopes.rules import FEED_ENDED, NO_SCOPES, Description, Scopes
from services.kpi.staff.rules import NO_STAFF, NOBODY, NOT_HANDLED, Handled, HandledBy, Staff, handled
from services.kpi.terms.delays import OWNERS, USUAL_CLOCKS, Clocks
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import DONE, Answered, Exclusion, Status, TimedEvent
from services.kpi.tickets.rules.promises import first_response_promise, resolution_promise, time_of
from services.kpi.tickets.rules.sessions import Session, sessions_of
from services.kpi.tickets.rules.timeline import (
    Asked,
    Life,
    Step,
    Story,
    describe,
    open_flow,
    read_asked,
    read_life,
    read_priority,
    read_story,
)
from services.kpi.tickets.rules.untold import told_only

BySchedule = dict[str, int | None]


class TicketFacts(msgspec.Struct, frozen=True):
    """What is true of a ticket at an instant; durations in whole seconds, instants (`…_us`) exact.

    An orphan has only `orphan` and `first_event_us`, an excluded ticket only `created_us`, `excluded` and `flow`, one
    out of scope only `created_us` and what left it out: it is no ticket of the contract. An answer that no ticket
    brought has only `answered`, `answered_us`, `withdrawn` and `first_event_us`.
    `next_change_us` is the earliest later instant at which what the ticket contributes may change without any new
    event arriving.
    """

    orphan: bool = False
    out_of_scope: str | None = None
    """The condition that leaves the ticket out of the contract, one of `REASONS`."""
    scope_id: str | None = None
    description: Description | None = None
    excluded: Exclusion | None = None
    created_us: int | None = None
    next_change_us: int | None = None
    agent_created: bool | None = None
    status: Status | None = None
    first_response_s: int | None = None
    first_response_business_s: BySchedule | None = None
    first_resolution_s: int | None = None
    full_resolution_s: int | None = None
    full_resolution_business_s: BySchedule | None = None
    full_resolution_contractual_s: int | None = None
    requester_wait_s: int | None = None
    requester_wait_business_s: BySchedule | None = None
    agent_wait_s: int | None = None
    public_agent_messages: int | None = None
    one_touch: bool | None = None
    fcr: bool | None = None
    fcr_final: bool | None = None
    reopens: int | None = None
    reopened_within_window: bool | None = None
    csat_satisfied: bool | None = None
    sla_first_response_breached: bool | None = None
    sla_resolution_breached: bool | None = None
    # The instants that the contributions rest on.
    first_response_us: int | None = None
    first_solve_us: int | None = None
    last_solve_us: int | None = None
    contractual_solve_us: int | None = None
    first_response_due_us: int | None = None
    resolution_due_us: int | None = None
    first_response_breaks_us: int | None = None
    """When time alone breaks the promise, while its clock runs; None once it is decided."""
    resolution_breaks_us: int | None = None
    rated_us: int | None = None
    nps_score: int | None = None
    recommended_us: int | None = None
    answered: Answered | None = None
    answered_us: int | None = None
    withdrawn: bool = False
    first_event_us: int | None = None
    sla_schedule: str | None = None
    """The schedule of the promise in force at the creation."""
    asked: Asked | None = None
    sessions: tuple[Session, ...] = ()
    """After the first; of any silence that a version of the terms may count, so each says how long its own was."""
    priority: str | None = None
    """At the creation; it chooses the promise."""
    times_us: tuple[int, ...] | None = None
    """Unsolved time until the instant by whose it was, in the order of `OWNERS`; it sums to the two waits."""
    cuts: Cuts = ()
    """Its values in the dimensions of the contract; one out of scope has none."""
    untold: tuple[str, ...] = ()
    """Indicators that an export, on which the ticket rests, does not tell enough for."""
    flow: tuple[Step, ...] = ()
    """Steps into (+1) and out of (-1) the stock of open tickets, in order."""
    handled: Handled = NOT_HANDLED
    """Public messages of agents by whose they are; of one out of scope none."""

    @property
    def handled_by(self) -> HandledBy | None:
        """Whose agents answered so far."""
        return self.handled.by


def ticket_facts(
    events: Sequence[TimedEvent],
    terms: Terms,
    as_of_us: int,
    scopes: Scopes = NO_SCOPES,
    staff: Staff = NO_STAFF,
    *,
    by_schedule: bool = True,
) -> TicketFacts | None:
    """The facts at an instant, from the events effective by then; None when there is none yet (see `next_event_us`).

    `by_schedule` False leaves out the durations that no figure rests on: those in other schedules than the promised
    one, and after the first response.
    """
    story = read_story(events, as_of_us)
    if story is None:
        return None
    facts = _facts_of(story, terms, as_of_us, scopes, staff, by_schedule)
    # Only where they are agreed: everybody else's tickets are gone through once.
    if terms.session_silences_us and facts.asked is not None and facts.created_us is not None:
        silence_us = terms.session_silences_us.get(facts.asked.channel or "")
        if silence_us is not None:
            found = sessions_of(events, story.imported, facts.created_us, silence_us, as_of_us)
            facts = msgspec.structs.replace(facts, sessions=found)
    if not terms.dimension_names or facts.out_of_scope is not None:
        return facts
    began_us, description = story.created_us, None
    if began_us is not None:
        description = msgspec.structs.replace(describe(story), handled_by=facts.handled_by or NOBODY)
    elif facts.answered is not None and facts.answered.channel is not None:
        # All that is known of an answer that no ticket brought, by the terms in force when it was given.
        began_us, description = facts.answered_us, Description(channel=facts.answered.channel)
    declared = () if began_us is None else terms.dimensions(began_us)
    return msgspec.structs.replace(facts, cuts=cuts_of(terms.dimension_names, declared, description))


def _facts_of(
    story: Story, terms: Terms, as_of_us: int, scopes: Scopes, staff: Staff, by_schedule: bool
) -> TicketFacts:
    if story.answered is not None or story.withdrawn:
        return TicketFacts(
            answered=story.answered,
            answered_us=story.answered_us,
            withdrawn=story.withdrawn,
            first_event_us=story.first_event_us,
            next_change_us=story.next_event_us,
        )
    if story.created_us is None:
        return TicketFacts(
            orphan=True,
            first_event_us=story.first_event_us,
            next_change_us=story.next_event_us,
            handled=handled(story.written, staff),
        )
    # The promise is made at the creation, and so is the choice of whose ticket it is.
    if scopes.has_ended(story.created_us):
        return TicketFacts(
            created_us=story.created_us,
            out_of_scope=FEED_ENDED,
            description=describe(story),
            next_change_us=story.next_event_us,
        )
    scope = scopes.in_force(story.created_us)
    if scope is not None and scope.conditions:
        description = describe(story)
        fault = scope.fault(description)
        if fault is not None:
            return TicketFacts(
                created_us=story.created_us,
                out_of_scope=fault,
                scope_id=scope.id,
                description=description,
                next_change_us=story.next_event_us,
            )
    if story.excluded is not None:
        return TicketFacts(
            created_us=story.created_us,
            excluded=story.excluded,
            next_change_us=story.next_event_us,
            flow=open_flow(story, read_life(story, story.created_us, as_of_us), story.created_us),
            handled=_handled(story, staff, as_of_us),
        )
    return _counted(story, story.created_us, terms, as_of_us, staff, by_schedule)


def _handled(story: Story, staff: Staff, as_of_us: int) -> Handled:
    """An export tells no authors: its replies are the provider's, or its first response where it tells no number."""
    told = story.imported
    if told is None:
        return handled(story.written, staff)
    replies = told.replies if as_of_us >= told.told_us else None
    return handled(story.written, staff, int(story.first_response_us is not None) if replies is None else replies)


def _counted(
    story: Story, created_us: int, terms: Terms, as_of_us: int, staff: Staff, by_schedule: bool
) -> TicketFacts:
    life = read_life(story, created_us, as_of_us)
    done = life.status in DONE

    answered_us = None if story.created_by_agent else story.first_response_us
    if answered_us is not None and answered_us < created_us:
        answered_us = created_us
    first_us = life.solves[0][0] if life.solves else None
    last_us = life.solves[-1][0] if done else None
    contractual_us = contractual_solve(life, terms)

    version = terms.in_force(created_us)
    sla = version.sla if version is not None else None
    priority = read_priority(story)
    if sla is not None and sla.priorities:
        sla = sla.of(priority)
    clocks = version.clocks if version is not None else USUAL_CLOCKS
    names = terms.schedule_names(as_of_us) if by_schedule else ()
    promised = names if by_schedule or sla is None or sla.schedule is None else (sla.schedule,)
    response = first_response_promise(
        sla, clocks, terms, life, created_us, answered_us, story.created_by_agent, as_of_us
    )
    resolution = resolution_promise(sla, clocks, terms, life, created_us, contractual_us, as_of_us)
    one_touch, fcr, fcr_final, reopened, window_end_us = _first_solve(story, life, terms, as_of_us)
    rating = story.rating
    recommendation = story.recommendation

    changes = (story.next_event_us, response.changes_us, resolution.changes_us, window_end_us)
    facts = TicketFacts(
        orphan=False,
        excluded=None,
        created_us=created_us,
        next_change_us=min((change for change in changes if change is not None), default=None),
        agent_created=story.created_by_agent,
        status=life.status,
        first_response_s=_seconds(created_us, answered_us),
        first_response_business_s=_business(terms, promised, created_us, answered_us),
        first_resolution_s=_seconds(created_us, first_us),
        full_resolution_s=_seconds(created_us, last_us),
        full_resolution_business_s=_business(terms, names, created_us, last_us),
        full_resolution_contractual_s=_contractual_seconds(life, clocks, created_us, contractual_us),
        requester_wait_s=sum(end_us - start_us for start_us, end_us in life.waits) // SECOND_US,
        requester_wait_business_s={
            name: sum(terms.elapsed(name, start_us, end_us) for start_us, end_us in life.waits) // SECOND_US
            for name in names
        },
        agent_wait_s=life.agent_wait_us // SECOND_US,
        public_agent_messages=story.public_agent_messages,
        one_touch=one_touch,
        fcr=fcr,
        fcr_final=fcr_final,
        reopens=len(life.reopens),
        reopened_within_window=reopened,
        csat_satisfied=None if rating is None else is_satisfied(rating.score, rating.scale_max),
        sla_first_response_breached=response.breached,
        sla_resolution_breached=resolution.breached,
        first_response_us=answered_us,
        first_solve_us=first_us,
        last_solve_us=last_us,
        contractual_solve_us=contractual_us,
        first_response_due_us=response.due_us,
        resolution_due_us=resolution.due_us,
        first_response_breaks_us=response.changes_us,
        resolution_breaks_us=resolution.changes_us,
        rated_us=story.rated_us,
        nps_score=None if recommendation is None else recommendation.score,
        recommended_us=story.recommended_us,
        first_event_us=story.first_event_us,
        sla_schedule=None if sla is None else sla.schedule,
        asked=read_asked(story),
        priority=priority,
        times_us=_times(life, clocks),
        flow=open_flow(story, life, created_us),
        handled=_handled(story, staff, as_of_us),
    )
    return facts if story.imported is None else told_only(facts, story, life, story.imported, as_of_us)


def is_satisfied(score: int, scale_max: int) -> bool:
    """Top 2 of 5, 8 or more of 10, good of good and bad: four fifths of any scale (D13)."""
    return score * 10 >= scale_max * 8


def contractual_solve(life: Life, terms: Terms) -> int | None:
    """The solve that the contract counts (D8): reopens are followed only within the window of the solve before them."""
    for index, (solve_us, _) in enumerate(life.solves):
        if index == len(life.reopens):
            return solve_us
        if life.reopens[index] - solve_us > terms.reopen_window_us(solve_us):
            return solve_us
    return None


def _first_solve(
    story: Story, life: Life, terms: Terms, as_of_us: int
) -> tuple[bool | None, bool | None, bool | None, bool | None, int | None]:
    """(one_touch, fcr, fcr_final, reopened_within_window, instant when the window has passed if still to come)."""
    if not life.solves:
        return None, None, None, None, None
    solve_us, public_before = life.solves[0]
    window_end_us = solve_us + terms.reopen_window_us(solve_us)
    reopened = bool(life.reopens) and life.reopens[0] <= window_end_us
    final = as_of_us > window_end_us
    return (
        life.status in DONE and story.public_agent_messages == 1,
        public_before <= 1 and not reopened,
        final,
        reopened,
        None if final else window_end_us + 1,
    )


def _seconds(created_us: int, instant_us: int | None) -> int | None:
    return None if instant_us is None else (instant_us - created_us) // SECOND_US


def _contractual_seconds(life: Life, clocks: Clocks, created_us: int, contractual_us: int | None) -> int | None:
    if contractual_us is None or not clocks.time_leaves_out:
        return _seconds(created_us, contractual_us)
    left_out_us = time_of(life, clocks, clocks.time_leaves_out, contractual_us)
    return (contractual_us - created_us - left_out_us) // SECOND_US


def _times(life: Life, clocks: Clocks) -> tuple[int, ...]:
    provider_us = 0
    others = dict.fromkeys(OWNERS, 0)
    for start_us, end_us, status, reason in life.stretches:
        if status in ("pending", "hold"):
            others[clocks.owner(status, reason)] += end_us - start_us
        else:
            provider_us += end_us - start_us
    others["sous_traitant"] += provider_us
    return tuple(others.values())


def _business(terms: Terms, names: tuple[str, ...], created_us: int, instant_us: int | None) -> BySchedule:
    if instant_us is None:
        return dict.fromkeys(names)
    return {name: terms.elapsed(name, created_us, instant_us) // SECOND_US for name in names}
