"""Zammad and GLPI: tickets as they are, and what a reader of them may get wrong."""

from typing import Any

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, ParsedItem
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Restored,
    StatusChanged,
)
from tests.factories.intake import pseudonym
from tests.factories.tool_signing import tool_headers
from tests.factories.tool_stories import glpi_body, glpi_followup, glpi_ticket, zammad_article, zammad_body
from tests.factories.webhooks import at

NOW = at("2026-10-05T10:00:00+00:00")
BORN = at("2026-10-05T08:00:00+00:00")


def parse(system: str, body: bytes, bots: tuple[str, ...] = (), headers: dict[str, str] | None = None) -> ParsedItem:
    signed = tool_headers(system, body, NOW) | (headers or {})
    (item,) = CONNECTORS[system].parse(signed, body, NOW, frozenset(bots), pseudonym).items
    assert isinstance(item, ParsedItem)
    return item


def told(system: str, body: bytes, bots: tuple[str, ...] = ()) -> list[NeutralEvent]:
    return [event for _, _, event in parse(system, body, bots).events if not isinstance(event, CreationKnown)]


# ------------------------------------------------------------------ Zammad


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("new", "new"),
        ("open", "open"),
        ("pending reminder", "pending"),
        ("pending close", "pending"),
        ("closed", "closed"),
        ("Open", "open"),
    ],
)
def test_zammad_states(state: str, status: Any) -> None:
    assert told("zammad", zammad_body(NOW, BORN, state)) == [Restored(), StatusChanged(status)]
    (created,) = told("zammad", zammad_body(BORN, BORN, state))
    assert isinstance(created, Created)
    assert created.status == status


def test_zammad_exclusions() -> None:
    assert told("zammad", zammad_body(NOW, BORN, "merged")) == [Excluded("merged")]
    assert told("zammad", zammad_body(NOW, BORN, "removed")) == [Excluded("deleted")]


def test_zammad_description() -> None:
    (_, _, created) = parse("zammad", zammad_body(BORN, BORN, tags=["colis"])).events[0]
    expected = Created("open", False, "email", "Niveau 1", "2 normal", ("colis",), "p:41")
    assert created == expected
    (_, _, created) = parse("zammad", zammad_body(BORN, BORN, create_article_sender="Agent")).events[0]
    assert isinstance(created, Created)
    assert created.created_by_agent is True


@pytest.mark.parametrize(
    ("sender", "internal", "bots", "expected"),
    [
        ("Agent", False, (), MessageAdded("agent", True, "51", "p:9")),
        ("Agent", True, (), MessageAdded("agent", False, "51", "p:9")),
        ("Agent", False, ("9",), MessageAdded("bot", True, "51")),
        ("Customer", False, (), MessageAdded("customer", True, "51")),
        ("System", False, (), MessageAdded("system", True, "51")),
    ],
)
def test_zammad_articles(sender: str, internal: bool, bots: tuple[str, ...], expected: MessageAdded) -> None:
    article = zammad_article(51, NOW, sender, internal=internal)
    assert told("zammad", zammad_body(NOW, BORN, "open", article), bots)[0] == expected


def test_a_closed_ticket_that_was_reopened_is_not_closed_by_its_first_close() -> None:
    body = zammad_body(NOW, BORN, "open", close_at="2026-10-05T09:00:00Z", last_close_at="2026-10-05T09:00:00Z")
    assert told("zammad", body) == [Restored(), StatusChanged("open")]


def test_a_retry_of_zammad_has_the_key_of_the_first_attempt_whatever_it_shows() -> None:
    job, other = {"x-zammad-delivery": "job-1"}, {"x-zammad-delivery": "job-2"}
    body, rebuilt = zammad_body(NOW, BORN, "open"), zammad_body(NOW + 10**7, BORN, "closed")
    first, later = parse("zammad", body, headers=job), parse("zammad", rebuilt, headers=job)
    assert (first.key == later.key, first.digest == later.digest) == (True, False)
    assert parse("zammad", body, headers=other).key != first.key
    unnamed = CONNECTORS["zammad"].parse({}, body, NOW, frozenset(), pseudonym)
    assert len(unnamed.items) == 1


@pytest.mark.parametrize(
    ("changes", "article", "reason"),
    [
        ({"id": None}, None, "ticket.id is missing"),
        ({"state": None}, None, "ticket.state is missing"),
        ({"state": "en attente du transporteur"}, None, "ticket.state is unknown"),
        ({"state": {"id": 2}}, None, "ticket.state is mistyped"),
        ({"updated_at": None}, None, "ticket.updated_at is missing"),
        ({"created_at": "2026-10-05T10:00:00"}, None, "ticket.created_at is not"),
        ({}, [{}], "article is mistyped"),
        ({}, {"id": 1}, "article.sender is missing"),
        ({}, zammad_article(1, NOW, "Robot"), "article.sender is unknown"),
        ({}, zammad_article(1, NOW, "Agent") | {"internal": "false"}, "article.internal is mistyped"),
        ({}, zammad_article(1, NOW, "Agent") | {"created_at": None}, "article.created_at is missing"),
    ],
)
def test_malformed_snapshots_of_zammad(changes: dict[str, Any], article: Any, reason: str) -> None:
    with pytest.raises(Malformed, match=f"^{reason}"):
        parse("zammad", zammad_body(NOW, BORN, article=article, **changes))


# ------------------------------------------------------------------ GLPI


@pytest.mark.parametrize(
    ("number", "status"), [(1, "new"), (2, "open"), (3, "open"), (4, "pending"), (5, "solved"), (6, "closed")]
)
def test_glpi_statuses(number: int, status: Any) -> None:
    assert told("glpi", glpi_body("update", glpi_ticket(NOW, BORN, number))) == [Restored(), StatusChanged(status)]
    (created,) = told("glpi", glpi_body("new", glpi_ticket(BORN, BORN, number)))
    assert isinstance(created, Created)
    assert created.status == status


def test_glpi_description_names_entities_with_those_above_them() -> None:
    (created,) = told("glpi", glpi_body("new", glpi_ticket(BORN, BORN)))
    expected = Created("new", False, "Helpdesk", "Niveau 1", "3", (), "p:210", "Racine > Client", "Accès")
    assert created == expected
    (bare,) = told("glpi", glpi_body("new", glpi_ticket(BORN, BORN, category=None, team=[], request_type=None)))
    assert isinstance(bare, Created)
    assert (bare.form, bare.group, bare.channel, bare.requester) == ("", "", "", None)


def test_glpi_deleted_and_back() -> None:
    binned = glpi_ticket(NOW, BORN, 2, is_deleted=True)
    assert told("glpi", glpi_body("delete", binned)) == [Excluded("deleted")]
    assert told("glpi", glpi_body("update", binned)) == [Excluded("deleted")]
    assert told("glpi", glpi_body("delete", glpi_ticket(NOW, BORN, 2))) == [Excluded("deleted")]
    assert told("glpi", glpi_body("update", glpi_ticket(NOW, BORN, 2)))[0] == Restored()


@pytest.mark.parametrize(
    ("user", "bots", "author"),
    [(35, (), "agent"), (210, (), "customer"), (99, (), "agent"), (35, ("35",), "bot")],
)
def test_glpi_followups_are_of_whose_side_the_team_says(user: int, bots: tuple[str, ...], author: Any) -> None:
    """A group has the number of the requester here: it is no person. Who is not named answers for a group."""
    body = glpi_body("new", glpi_followup(5, NOW, user), glpi_ticket(NOW, BORN, 2))
    agent = f"p:{user}" if author == "agent" else None
    assert told("glpi", body, bots)[0] == MessageAdded(author, True, "followup:5", agent)


def test_glpi_observers_are_customers_and_who_is_assigned_is_not() -> None:
    roles = [("observer", "customer"), ("assigned", "agent")]
    for role, author in roles:
        team = [{"id": 7, "type": "User", "role": role}, {"id": 7, "type": "User", "role": "requester"}]
        body = glpi_body("new", glpi_followup(5, NOW, 7), glpi_ticket(NOW, BORN, 2, team=team))
        message = told("glpi", body)[0]
        assert isinstance(message, MessageAdded)
        assert message.author == author


def test_glpi_solutions_are_the_words_of_the_team() -> None:
    solution = {"id": 5, "itemtype": "Ticket", "items_id": 7, "content": "<p>Réparé</p>"}
    body = glpi_body("new", solution, glpi_ticket(NOW, BORN, 5))
    assert told("glpi", body) == [MessageAdded("agent", True, "solution:5"), Restored(), StatusChanged("solved")]


@pytest.mark.parametrize(
    ("event", "item", "parent"),
    [
        ("new", {"id": 3, "tickets_id": 7, "state": 1, "is_private": False}, glpi_ticket(NOW, BORN)),
        ("new", glpi_followup(3, NOW, 35, itemtype="Change"), glpi_ticket(NOW, BORN)),
        ("new", {name: value for name, value in glpi_ticket(NOW, BORN).items() if name != "type"}, None),
        ("purge", glpi_ticket(NOW, BORN), None),
    ],
)
def test_other_items_of_glpi_count_for_nothing(event: str, item: dict[str, Any], parent: dict[str, Any] | None) -> None:
    found = parse("glpi", glpi_body(event, item, parent))
    assert (found.ticket_id, found.events) == (None, [])


def test_a_changed_followup_is_no_second_message() -> None:
    found = told("glpi", glpi_body("update", glpi_followup(5, NOW, 35), glpi_ticket(NOW, BORN, 2)))
    assert found == [Restored(), StatusChanged("open")]


def test_the_key_of_glpi_is_its_signature() -> None:
    body = glpi_body("new", glpi_ticket(BORN, BORN))
    once = parse("glpi", body, headers={"x-glpi-signature": "aa"})
    assert once.key == parse("glpi", body + b"\n", headers={"x-glpi-signature": "aa"}).key
    assert once.key != parse("glpi", body, headers={"x-glpi-signature": "ab"}).key


def test_glpi_tells_its_own_offset_on_the_night_of_the_change() -> None:
    late = glpi_ticket(NOW, BORN, 2, date_mod="2026-10-25T02:15:00+01:00")
    early = glpi_ticket(NOW, BORN, 2, date_mod="2026-10-25T02:15:00+02:00")
    times = [parse("glpi", glpi_body("update", one)).events[1][0] for one in (late, early)]
    assert times[0] - times[1] == 3_600_000_000


@pytest.mark.parametrize(
    ("item", "parent", "reason"),
    [
        (glpi_ticket(NOW, BORN, 9), None, "item.status.id is unknown"),
        (glpi_ticket(NOW, BORN) | {"status": 1}, None, "item.status is mistyped"),
        (glpi_ticket(NOW, BORN, "2"), None, "item.status.id is mistyped"),
        (glpi_ticket(NOW, BORN) | {"status": None}, None, "item.status is missing"),
        (glpi_ticket(NOW, BORN) | {"id": None}, None, "item.id is missing"),
        (glpi_ticket(NOW, BORN) | {"date_creation": "2026-10-05 10:00:00"}, None, "item.date_creation is not"),
        (glpi_followup(5, NOW, 35) | {"user": None}, glpi_ticket(NOW, BORN), "item.user.id is missing"),
        (glpi_followup(5, NOW, 35, is_private=1), glpi_ticket(NOW, BORN), "item.is_private is mistyped"),
        (glpi_followup(5, NOW, 35) | {"id": None}, glpi_ticket(NOW, BORN), "item.id is missing"),
        (glpi_followup(5, NOW, 35), glpi_ticket(NOW, BORN) | {"status": None}, "parent_item.status is missing"),
    ],
)
def test_malformed_items_of_glpi(item: dict[str, Any], parent: dict[str, Any] | None, reason: str) -> None:
    with pytest.raises(Malformed, match=f"^{reason}"):
        parse("glpi", glpi_body("new", item, parent))
