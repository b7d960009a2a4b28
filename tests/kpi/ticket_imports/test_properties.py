"""An export made of what a tool told compares equal; one loaded elsewhere gives the facts that it tells, no other."""

from random import Random

import pytest

from services.kpi.ticket_imports.rules.comparing import compare
from services.kpi.ticket_imports.rules.history import history_of
from services.kpi.ticket_imports.rules.layouts import places_of
from services.kpi.ticket_imports.rules.rows import Reading, Row, read_rows
from services.kpi.ticket_imports.rules.tables import read_table
from services.kpi.tickets.rules.events import Created, MessageAdded, NeutralEvent, StatusChanged, TimedEvent
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from tests.factories.tickets import TERMS
from tests.factories.webhooks import at, rfc3339
from tests.kpi.ticket_imports.support import csv_of

START = at("2026-03-02T08:00:00+00:00")
NOW = at("2026-06-02T08:00:00+00:00")
SECOND = 1_000_000


def life(draw: Random) -> list[tuple[int, NeutralEvent]]:
    """What a tool tells of one ticket: answered or not, solved or not, opened again or not."""
    moment = START + draw.randrange(10**9) * 1000
    events: list[tuple[int, NeutralEvent]] = [(moment, Created())]
    for _ in range(draw.randrange(6)):
        moment += draw.randrange(1, 90_000) * SECOND + draw.randrange(SECOND)
        events.append(
            (moment, MessageAdded("agent", public=True))
            if draw.random() < 0.4
            else (moment, StatusChanged(draw.choice(("open", "pending", "hold", "solved", "closed"))))
        )
    return events


def timed(events: list[tuple[int, NeutralEvent]], delivery: str) -> list[TimedEvent]:
    """As stored."""
    return [TimedEvent(us, place, NOW, NOW, delivery, place, event) for place, (us, event) in enumerate(events)]


def facts_of(events: list[TimedEvent], as_of_us: int = NOW) -> TicketFacts:
    """The facts at an instant."""
    facts = ticket_facts(events, TERMS, as_of_us)
    assert facts is not None
    return facts


def exported(number: int, facts: TicketFacts, written: str) -> dict[str, str]:
    """The ticket as an export of its tool tells it; `written`: to the second, to the minute, or with decimals."""

    def text(us: int | None) -> str:
        if us is None:
            return ""
        if written == "exact":
            return rfc3339(us)
        whole = rfc3339(us - us % SECOND)
        return whole if written == "seconds" else f"{whole[:16]}Z"

    return {
        "ticket_id": str(number),
        "created_at": text(facts.created_us),
        "status": facts.status or "",
        "first_response_at": text(facts.first_response_us),
        "solved_at": text(facts.last_solve_us),
        "reopens": str(facts.reopens),
        "replies": str(facts.public_agent_messages),
    }


def read(rows: list[dict[str, str]]) -> list[Row]:
    """Every row of an export."""
    table = read_table(csv_of(rows))
    reading = Reading("generic", places_of("generic", table.columns, {}), None, "dmy", NOW)
    fates = list(read_rows(table, reading, str))
    assert [fate for fate in fates if fate.row is None] == []
    return [fate.row for fate in fates if fate.row is not None]


@pytest.mark.parametrize("written", ["exact", "seconds", "minutes"])
def test_an_export_of_what_was_told_compares_equal(written: str) -> None:
    """given 300 random lives / when their tool exports them as finely or coarsely as tools do / then all are equal."""
    draw = Random(11)
    known = [facts_of(timed(life(draw), "live")) for _ in range(300)]
    rows = read([exported(number, facts, written) for number, facts in enumerate(known)])
    assert len(rows) == 300
    for row, facts in zip(rows, known, strict=True):
        assert compare(row, facts) == ("equal", ())


def test_a_loaded_ticket_has_the_facts_that_its_export_tells() -> None:
    """given the same lives / when loaded where nothing is known / then told facts are the same, and others unknown."""
    draw = Random(12)
    known = [facts_of(timed(life(draw), "live")) for _ in range(300)]
    loaded = 0
    for row, facts in zip(read([exported(n, f, "exact") for n, f in enumerate(known)]), known, strict=True):
        if row.unloadable is not None:
            continue
        loaded += 1
        history = [(us, event) for us, _, event in history_of(row, None)]
        got = facts_of(timed(history, "import"))
        assert compare(row, got)[0] == "equal"
        assert (got.status, got.last_solve_us, got.reopens) == (facts.status, facts.last_solve_us, facts.reopens)
        assert (got.first_response_s, got.sla_first_response_breached) == (
            facts.first_response_s, facts.sla_first_response_breached,
        )  # fmt: skip
        assert got.public_agent_messages == facts.public_agent_messages
        assert (got.requester_wait_s, got.agent_wait_s, got.sla_resolution_breached) == (None, None, None)
        if facts.reopens == 0:
            assert got.first_solve_us == facts.first_solve_us
            assert got.full_resolution_contractual_s == facts.full_resolution_contractual_s
            assert got.one_touch == facts.one_touch
        elif facts.status in ("solved", "closed"):
            assert (got.first_solve_us, got.fcr, got.one_touch) == (None, None, None)
        # What the tool told takes the place of it, whole.
        assert facts_of(timed(history, "import") + timed([(facts.created_us or 0, Created())], "live")) == facts_of(
            timed([(facts.created_us or 0, Created())], "live")
        )
    assert loaded > 200


def test_numbers_are_unknown_before_the_instant_that_they_are_of() -> None:
    (row,) = read(
        [
            {
                "ticket_id": "1", "created_at": "2026-03-02T08:00:00Z", "status": "solved", "replies": "1",
                "first_response_at": "2026-03-02T09:00:00Z", "solved_at": "2026-03-04T08:00:00Z", "reopens": "0",
            }
        ]
    )  # fmt: skip
    events = timed([(us, event) for us, _, event in history_of(row, None)], "import")
    between = facts_of(events, at("2026-03-03T08:00:00+00:00"))
    assert (between.status, between.public_agent_messages, between.reopens) == ("new", None, None)
    assert (between.first_response_s, between.sla_first_response_breached) == (3600, False)
    after = facts_of(events)
    assert (after.public_agent_messages, after.reopens, after.fcr, after.one_touch) == (1, 0, True, True)
