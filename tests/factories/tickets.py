"""Timed neutral events and terms, for tests of the pure rules."""

from typing import Any

from hypothesis import strategies as st

from services.kpi.terms.rules import Terms, TermsVersion, parse_terms
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Recommended,
    Restored,
    StatusChanged,
    TimedEvent,
)
from tests.factories.webhooks import at

SECOND = 1_000_000
HOUR = 3_600 * SECOND
DAY = 24 * HOUR

OFFICE = {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4], "intervals": [["09:00", "18:00"]], "holidays": ["2026-10-14"]}
NIGHT = {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4, 5, 6], "intervals": [["20:00", "06:00"]], "holidays": []}
MONDAY = at("2026-10-05T10:00:00+02:00")

AGENT_SAYS = MessageAdded("agent", public=True)


def timed(
    effective_us: int, event: NeutralEvent, *, position: int = 0, arrival: int = 0, delivery: str = ""
) -> TimedEvent:
    """An event at its place; it arrives a second after it happened, or in the given order."""
    return TimedEvent(effective_us, position, effective_us + SECOND, arrival, delivery, 0, event)


def story(*steps: tuple[float, NeutralEvent]) -> list[TimedEvent]:
    """Events at so many hours after Monday 5 October 2026, 10:00 in Paris."""
    return [timed(MONDAY + round(hours * HOUR), event, arrival=n) for n, (hours, event) in enumerate(steps)]


def terms_version(version_id: str = "v1", recorded_at_us: int = 0, **changes: Any) -> TermsVersion:
    """Terms valid since January: office hours and nights, 168 h, an SLA of 1 h and 8 h in office hours."""
    document = {
        "valid_from": "2026-01-01T00:00:00Z",
        "schedules": {"office": OFFICE, "night": NIGHT},
        "reopen_window_hours": 168,
        "sla": {"schedule": "office", "first_response_target_seconds": 3_600, "resolution_target_seconds": 28_800},
        **changes,
    }
    return parse_terms(document, version_id, recorded_at_us)


TERMS = Terms([terms_version()])

CLOCKS = {
    "pending": "customer",
    "hold": "third_party",
    "hold_reasons": {"head office": "donneur_ordre", "Parts": "sous_traitant"},
    "first_response_stops": ["donneur_ordre"],
    "resolution_stops": ["customer", "donneur_ordre"],
    "time_leaves_out": ["customer"],
}
PRIORITIES = [
    {"names": ["Urgent", "P1"], "first_response_target_seconds": 900, "resolution_target_seconds": 7_200},
    {"names": ["low"], "schedule": "night", "resolution_schedule": "office", "resolution_target_seconds": 36_000},
]
AGREED = Terms(
    [
        terms_version(
            sla={
                "schedule": "office",
                "first_response_target_seconds": 3_600,
                "resolution_target_seconds": 28_800,
                "priorities": PRIORITIES,
            },
            clocks=CLOCKS,
        )
    ]
)
"""Terms where priorities have delays of their own and waiting is somebody's."""

TOLD: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.sampled_from([None, "", "A", "B", "C"]) for name in ("brand", "form", "group", "channel")},
    "tags": st.sampled_from([(), ("A",), ("B", "C"), ("A", "C")]),
}
"""What a creation tells of its ticket, for scopes."""

PRIORITY = st.sampled_from([None, "", "urgent", "Low"])

neutral_events: st.SearchStrategy[NeutralEvent] = st.one_of(
    st.builds(
        Created,
        status=st.sampled_from(["new", "open", "pending", "solved"]),
        created_by_agent=st.booleans(),
        priority=PRIORITY,
        **TOLD,
    ),
    st.builds(
        CreationKnown,
        told_us=st.integers(MONDAY, MONDAY + 20 * DAY),
        created_by_agent=st.booleans(),
        priority=PRIORITY,
        **TOLD,
    ),
    st.builds(
        MessageAdded,
        author=st.sampled_from(["agent", "agent", "customer", "bot", "system"]),
        public=st.booleans(),
        message_id=st.sampled_from([None, "m1", "m2", "m3"]),
    ),
    st.builds(StatusChanged, status=st.sampled_from(["new", "open", "pending", "hold", "solved", "closed"])),
    st.builds(StatusChanged, status=st.sampled_from(["open", "solved"])),
    st.builds(StatusChanged, status=st.just("hold"), hold_reason=st.sampled_from([None, "Head office", "parts"])),
    st.builds(Excluded, reason=st.sampled_from(["merged", "spam", "deleted"])),
    st.just(Restored()),
    st.builds(Rated, score=st.integers(0, 5), scale_max=st.just(5)),
    st.builds(Recommended, score=st.integers(0, 10)),
)
"""Any neutral event, whether or not a tool would send it."""

_offsets = st.one_of(
    st.integers(0, 20 * DAY),
    # Round distances put reopens and answers exactly on the edges of windows and targets.
    st.sampled_from([0, HOUR, 2 * HOUR, 8 * HOUR, 168 * HOUR, 168 * HOUR + 1, 169 * HOUR, 176 * HOUR]),
)


@st.composite
def ticket_events(draw: st.DrawFn, *, created: bool = False) -> list[TimedEvent]:
    """Up to twelve events within twenty days, no two at the same place of the order."""
    places = draw(st.lists(st.tuples(_offsets, st.integers(0, 3)), max_size=12, unique=True))
    events = [
        timed(MONDAY + offset, draw(neutral_events), position=position, arrival=n, delivery=f"d{n}")
        for n, (offset, position) in enumerate(places)
    ]
    if created:
        events.append(timed(MONDAY, Created(), position=9, delivery="creation"))
    return events
