"""What the export of each tool tells, in the shape that the tool writes it in; every value is invented."""

import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ticket_imports.rules.layouts import places_of
from services.kpi.ticket_imports.rules.rows import Fate, Reading, Row, read_rows
from services.kpi.ticket_imports.rules.tables import read_table
from tests.factories.webhooks import at

PARIS = ZoneInfo("Europe/Paris")
NOW = at("2026-11-15T00:00:00+00:00")


def rows_of(system: str, content: bytes, zone: ZoneInfo | None = PARIS, order: str = "dmy") -> list[Fate]:
    """Every row of a file, as the tool's own names have it."""
    table = read_table(content)
    reading = Reading(system, places_of(system, table.columns, {}), zone, order, NOW)  # type: ignore[arg-type]
    assert reading.missing == ()
    return list(read_rows(table, reading, lambda identity: f"p({identity})"))


def only(system: str, content: bytes) -> tuple[Row, str | None]:
    """The one row of a file."""
    (fate,) = rows_of(system, content)
    assert fate.row is not None, fate
    return fate.row, fate.requester


def as_json(document: Any) -> bytes:
    """As an API answers."""
    return json.dumps(document).encode()


def test_zendesk_tickets_with_their_metrics() -> None:
    ticket = {
        "id": 48213, "created_at": "2026-03-02T08:14:05Z", "updated_at": "2026-03-09T08:00:00Z", "status": "closed",
        "via": {"channel": "email", "source": {"from": {"address": "a@exemple.fr"}}}, "group_id": 360001,
        "requester_id": 41000000000101, "subject": "Ma commande", "tags": ["livraison", "retard"], "brand_id": 7,
        "satisfaction_rating": {"score": "good", "comment": "Merci"},
        "metric_set": {
            "solved_at": "2026-03-03T10:40:51Z", "reopens": 1, "replies": 3,
            "reply_time_in_minutes": {"calendar": 21, "business": 15},
        },
    }  # fmt: skip
    row, requester = only("zendesk", as_json({"tickets": [ticket], "next_page": None}))
    assert (row.ticket_id, row.status, row.reopens, row.replies) == ("48213", "closed", 1, 3)
    assert row.first_response_us == at("2026-03-02T08:35:05+00:00")
    assert "first_response_minutes" in row.by_minute
    assert (row.done_us, row.channel, row.group) == (at("2026-03-03T10:40:51+00:00"), "email", "360001")
    assert (row.tags, row.score, row.scale_max, row.rated_us) == (("livraison", "retard"), 1, 1, None)
    assert requester == "p(41000000000101)"
    assert "Ma commande" not in repr(row)


def test_a_zendesk_view_as_csv() -> None:
    content = (
        "Id,Status,Requester,Requested,Updated,Solved\r\n"
        '48213,Solved,"Durand, Zoé",2026-03-02 09:14,2026-03-09 09:00,2026-03-03 11:40\r\n'
    ).encode()
    row, requester = only("zendesk", content)
    assert (row.created_us, row.solved_us) == (at("2026-03-02T08:14:00+00:00"), at("2026-03-03T10:40:00+00:00"))
    assert set(row.by_minute) == {"created_at", "solved_at", "updated_at"}
    # The view tells no first response, no replies and no reopenings; and the name of a person is no identifier.
    assert (row.tells_response, row.replies, row.reopens, requester) == (False, None, None, None)


def test_a_freshdesk_export_and_the_tickets_of_its_api() -> None:
    content = (
        "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,"
        "Last update time,Initial response time,Agent interactions,Tags,Email,Product\n"
        "3301,Bonjour,Resolved,Low,Email,Question,Léo,N1,2026-03-02 09:14:05,2026-03-02 11:40:51,,"
        '2026-03-02 11:40:51,2026-03-02 09:30:00,2,"livraison,retard",Zoe@Exemple.fr,Boutique\n'
    ).encode()
    row, requester = only("freshdesk", content)
    assert (row.ticket_id, row.status, row.group, row.brand) == ("3301", "solved", "N1", "Boutique")
    assert row.first_response_us == at("2026-03-02T08:30:00+00:00")
    assert (row.reopens, row.replies, requester) == (None, None, "p(zoe@exemple.fr)")
    ticket = {
        "id": 3301, "status": 5, "priority": 1, "source": 2, "created_at": "2026-03-02T08:14:05Z",
        "updated_at": "2026-03-04T08:00:00Z", "tags": [], "requester_id": 9,
        "stats": {
            "first_responded_at": "2026-03-02T08:30:00Z", "resolved_at": "2026-03-02T10:40:51Z",
            "closed_at": "2026-03-04T08:00:00Z", "reopened_at": None,
        },
    }  # fmt: skip
    row, requester = only("freshdesk", as_json([ticket]))
    assert (row.status, row.reopens, row.solved_us) == ("closed", 0, at("2026-03-02T10:40:51+00:00"))
    assert requester is None


def test_intercom_conversations() -> None:
    conversation = {
        "type": "conversation", "id": "215468", "created_at": 1772439245, "updated_at": 1772448051, "state": "closed",
        "source": {"type": "conversation", "body": "<p>Bonjour</p>"}, "team_assignee_id": 814,
        "priority": "not_priority",
        "contacts": {"type": "contact.list", "contacts": [{"type": "contact", "id": "65f0c7"}]},
        "tags": {"type": "tag.list", "tags": [{"type": "tag", "id": "1", "name": "livraison"}]},
        "conversation_rating": {"rating": 4, "created_at": 1772450000, "remark": "Bien"},
        "statistics": {
            "first_admin_reply_at": 1772440000, "first_close_at": 1772448051, "last_close_at": 1772448051,
            "count_reopens": 0,
        },
    }  # fmt: skip
    row, requester = only("intercom", as_json({"type": "conversation.list", "conversations": [conversation]}))
    assert (row.ticket_id, row.status, row.reopens, row.done_us) == ("215468", "closed", 0, 1772448051 * 10**6)
    assert (row.tags, row.channel, row.group, requester) == (("livraison",), "conversation", "814", "p(65f0c7)")
    assert (row.score, row.scale_max, row.rated_us) == (4, 5, 1772450000 * 10**6)


def test_zammad_tickets() -> None:
    ticket = {
        "id": 77, "number": "60077", "state": "closed", "group": "Support", "priority": "2 normal", "customer_id": 12,
        "created_at": "2026-03-02T08:14:05.123Z", "updated_at": "2026-03-03T08:00:00.000Z",
        "first_response_at": "2026-03-02T08:30:00.000Z", "close_at": "2026-03-02T10:40:51.000Z",
        "last_close_at": "2026-03-02T10:40:51.000Z", "create_article_type": "email",
    }  # fmt: skip
    row, requester = only("zammad", as_json([ticket]))
    assert (row.ticket_id, row.status, row.reopens, row.channel) == ("77", "closed", 0, "email")
    assert (row.done_us, requester) == (at("2026-03-02T10:40:51+00:00"), "p(12)")


def test_chatwoot_conversations_do_not_tell_when_they_were_resolved() -> None:
    conversations = [
        {
            "id": 5, "status": status, "created_at": 1772439245, "first_reply_created_at": 1772440000,
            "labels": ["vip"],
            "meta": {"sender": {"id": 31, "email": "a@exemple.fr"}, "channel": "Channel::Email",
                     "team": {"name": "N1"}},
        }
        for status in ("resolved", "open")
    ]  # fmt: skip
    conversations[1]["id"] = 6
    solved, still_open = rows_of("chatwoot", as_json({"data": {"meta": {}, "payload": conversations}}))
    assert solved.row is not None
    assert still_open.row is not None
    assert (solved.row.unloadable, still_open.row.unloadable) == ("solve_not_told", None)
    assert (still_open.row.group, still_open.row.tags, still_open.requester) == ("N1", ("vip",), "p(31)")
    assert still_open.row.channel == "Email"


@pytest.mark.parametrize(
    "header",
    [
        "ID;Titre;Statut;Dernière modification;Date d'ouverture;Priorité;Date de résolution;Date de clôture",
        "ID;Title;Status;Last update;Opening date;Priority;Resolution date;Closing date",
    ],
)
def test_a_glpi_search_in_both_languages(header: str) -> None:
    content = (
        f'{header}\n"2 301";"Imprimante";"Clos";"2026-03-05 08:00";"2026-03-02 09:14";"Moyenne";"2026-03-02 11:40";'
        '"2026-03-05 08:00"\n'
    ).encode()
    row, _ = only("glpi", content)
    assert (row.ticket_id, row.status, row.solved_us) == ("2301", "closed", at("2026-03-02T10:40:00+00:00"))
    assert row.closed_us == at("2026-03-05T07:00:00+00:00")


def test_every_tool_has_its_columns() -> None:
    """given the bare names that every tool may use / then each finds a ticket in them."""
    for system in CONNECTORS:
        row, _ = only(system, b"id,created_at,status\n1,2026-03-02T08:14:05Z,open\n")
        assert (row.ticket_id, row.status) == ("1", "open")
