"""Every recorded fixture: its signature verifies, and its body gives the facts that a reader would expect."""

import json
from pathlib import Path
from typing import Any

import pytest

from services.kpi.calendars.instants import parse_instant
from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, ParsedItem, SignatureRejected
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    MessageAdded,
    Rated,
    Recommended,
    StatusChanged,
)
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.tickets.rules.row import ticket_row
from tests.factories.intake import pseudonym, take_in
from tests.factories.tickets import TERMS
from tests.factories.webhooks import Delivery, at

FOLDER = Path(__file__).parents[2] / "fixtures" / "webhooks"
NAMES = [
    (tool, path.stem)
    for tool in CONNECTORS
    for path in sorted((FOLDER / tool).glob("*.json"))
    if path.stem != "signatures"
]
VALID = [(tool, name) for tool, name in NAMES if name != "malformed"]


def signatures(tool: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / tool / "signatures.json").read_text())
    return found


def delivery(tool: str, name: str) -> Delivery:
    entry = signatures(tool)["files"][f"{name}.json"]
    return Delivery(entry["headers"], (FOLDER / tool / f"{name}.json").read_bytes(), parse_instant(entry["sent_at"]))


def parsed(tool: str, name: str) -> ParsedItem:
    sent = delivery(tool, name)
    (item,) = CONNECTORS[tool].parse(sent.headers, sent.body, sent.received_us, frozenset(), pseudonym).items
    assert isinstance(item, ParsedItem)
    return item


def test_all_fixtures_are_here() -> None:
    assert len(NAMES) == 50


@pytest.mark.parametrize(("tool", "name"), NAMES)
def test_the_signature_verifies_and_no_other_byte_does(tool: str, name: str) -> None:
    sent, secret = delivery(tool, name), signatures(tool)["secret"]
    connector = CONNECTORS[tool]
    assert connector.normalise_secret(secret) == secret
    assert connector.check(sent.headers, sent.body, [secret], sent.received_us, 300) == 0
    if tool == "freshdesk":
        return  # shows its password, whatever the body
    with pytest.raises(SignatureRejected):
        connector.check(sent.headers, sent.body + b" ", [secret], sent.received_us, 300)


@pytest.mark.parametrize("tool", list(CONNECTORS))
def test_the_malformed_fixture_is_refused(tool: str) -> None:
    sent = delivery(tool, "malformed")
    with pytest.raises(Malformed):
        CONNECTORS[tool].parse(sent.headers, sent.body, sent.received_us, frozenset(), pseudonym)


def test_every_fixture_has_its_own_key_and_digest() -> None:
    items = [parsed(tool, name) for tool, name in VALID]
    assert len({item.key for item in items}) == len({item.digest for item in items}) == len(VALID)
    assert {len(item.key) for item in items} == {32}


def test_zendesk_created() -> None:
    item = parsed("zendesk", "created")
    assert (item.ticket_id, item.event_type) == ("48120", "zen:event-type:ticket.created")
    created = Created(
        "new", False, "web_service", "31100000000044", "NORMAL", ("livraison", "fr"), "p:31100000000101",
        "31100000000007", "31100000000033",
    )  # fmt: skip
    assert item.events == [(at("2026-10-05T08:12:07.482913+00:00"), 1, created)]


def test_zendesk_events_also_tell_the_creation() -> None:
    item = parsed("zendesk", "first_reply")
    replied_us = at("2026-10-05T08:59:30.482913+00:00")
    (first, second) = item.events
    assert first == (replied_us, 1, MessageAdded("agent", True, "880011", "p:31100000000900"))
    assert second[:2] == (at("2026-10-05T08:12:07+00:00"), 0)
    assert isinstance(second[2], CreationKnown)
    assert second[2].told_us == replied_us
    assert parsed("zendesk", "solved").events[0][2] == StatusChanged("solved")
    assert parsed("zendesk", "reopened").events[0][2] == StatusChanged("open")


def test_zendesk_unicode_is_a_customer_message_in_another_offset() -> None:
    item = parsed("zendesk", "unicode")
    assert item.events[0] == (at("2026-10-05T09:30:44.120000+00:00"), 1, MessageAdded("customer", True, "880012"))


def test_zendesk_rating() -> None:
    item = parsed("zendesk", "csat")
    assert item.events == [(at("2026-10-07T09:30:00+00:00"), 0, Rated(1, 1))]
    assert item.answer is not None
    assert (item.answer.kind, item.answer.comment) == ("csat", "Réponse rapide, merci.")


def test_generic_fixtures() -> None:
    created = parsed("generic", "created")
    assert (created.ticket_id, created.event_type) == ("T-9001", "kpi.ticket.created.v1")
    assert created.events == [(at("2026-10-05T08:00:00+00:00"), 0, Created("new", channel="phone"))]
    assert parsed("generic", "first_reply").events[0][2] == MessageAdded("agent", True)
    assert parsed("generic", "unicode").events[0][:1] == (at("2026-10-05T08:03:00.250000+00:00"),)
    assert parsed("generic", "csat").events[0][2] == Rated(4, 5)
    nps = parsed("generic", "nps")
    assert nps.events[0][2] == Recommended(9)
    assert nps.answer is not None
    assert (nps.answer.kind, nps.answer.score, nps.answer.scale_max, nps.answer.comment) == ("nps", 9, 10, None)


def row_of(tool: str, ticket_id: str) -> dict[str, Any]:
    tickets = take_in(
        CONNECTORS[tool], signatures(tool)["secret"], [delivery(tool, name) for _, name in VALID if _ == tool]
    )
    facts = ticket_facts(tickets[ticket_id], TERMS, at("2026-11-01T00:00:00+00:00"))
    assert facts is not None
    return ticket_row(ticket_id, facts)


def test_facts_of_the_zendesk_ticket() -> None:
    row = row_of("zendesk", "48120")
    expected = {
        "created_at": "2026-10-05T08:12:07.482913Z",
        "agent_created": False,
        "status": "open",
        "first_response_s": 2_843,
        "first_response_business_s": {"night": 0, "office": 2_843},
        "first_resolution_s": 23_273,
        "full_resolution_s": None,
        "full_resolution_contractual_s": None,
        "public_agent_messages": 1,
        "one_touch": False,
        "fcr": False,
        "fcr_final": True,
        "reopens": 1,
        "reopened_within_window": True,
        "csat_satisfied": True,
        "sla_first_response_breached": False,
        "sla_resolution_breached": True,
    }
    assert {name: row[name] for name in expected} == expected
    other = row_of("zendesk", "48121")
    assert (other["created_at"], other["status"], other["orphan"]) == ("2026-10-05T08:12:07Z", "new", False)


def test_facts_of_the_generic_ticket() -> None:
    row = row_of("generic", "T-9001")
    assert (row["first_response_s"], row["first_resolution_s"], row["reopens"]) == (180, 1_200, 1)
    assert (row["csat_satisfied"], row["fcr"], row["status"]) == (True, False, "open")
    assert row_of("generic", "T-9002")["orphan"] is True


@pytest.mark.parametrize(
    ("tool", "ticket_id", "first_response_s", "first_resolution_s", "csat"),
    [
        ("freshdesk", "3301", 1_890, 6_230, True),
        ("intercom", "215500001", 930, 1_800, True),
        ("zammad", "5101", 2_529, 102_600, None),
        ("chatwoot", "640", 260, 1_800, True),
        ("glpi", "7701", 1_500, 7_800, None),
    ],
)
def test_facts_of_the_other_tools(
    tool: str, ticket_id: str, first_response_s: int, first_resolution_s: int, csat: bool | None
) -> None:
    row = row_of(tool, ticket_id)
    assert (row["first_response_s"], row["first_resolution_s"]) == (first_response_s, first_resolution_s)
    assert (row["csat_satisfied"], row["status"], row["reopens"]) == (csat, "open", 1)
    assert (row["reopened_within_window"], row["public_agent_messages"], row["agent_created"]) == (True, 1, False)


@pytest.mark.parametrize(("tool", "ticket_id", "excluded"), [("zammad", "5102", "merged"), ("glpi", "7702", "deleted")])
def test_tickets_that_left(tool: str, ticket_id: str, excluded: str) -> None:
    assert row_of(tool, ticket_id)["excluded"] == excluded


@pytest.mark.parametrize(
    ("tool", "ticket_id", "orphan"),
    [
        ("freshdesk", "3302", True),
        ("intercom", "215500002", False),
        ("zammad", "5103", False),
        ("chatwoot", "641", False),
        ("glpi", "7703", False),
    ],
)
def test_tickets_known_by_a_later_event(tool: str, ticket_id: str, orphan: bool) -> None:
    assert row_of(tool, ticket_id)["orphan"] is orphan
