"""One short body of each tool, for the description of the route that takes deliveries; every value is invented."""

from typing import Any

_ZENDESK = {
    "type": "zen:event-type:ticket.status_changed",
    "id": "2b9f6d0e-6d3e-4c0b-8f0a-4a3f1d2c5b6e",
    "time": "2026-10-05T14:40:00.482913507Z",
    "detail": {"id": "48120", "status": "SOLVED", "created_at": "2026-10-05T08:12:07Z"},
    "event": {"current": "SOLVED", "previous": "OPEN"},
}
_FRESHDESK = {
    "freshdesk_webhook": {
        "kpi_event": "status_changed",
        "ticket_id": 3301,
        "ticket_status": "Resolved",
        "triggered_event": "{status:{from:2,to:4}}",
    }
}
_INTERCOM = {
    "type": "notification_event",
    "topic": "conversation.admin.closed",
    "id": "notif_4679153e-318a-5ad0-9604-1b2d27641c9b",
    "created_at": 1791184800,
    "data": {"item": {"id": "215500001", "created_at": 1791183000, "state": "closed"}},
}
_ZAMMAD = {
    "ticket": {
        "id": 5101,
        "state": "closed",
        "created_at": "2026-10-05T09:00:00.417Z",
        "updated_at": "2026-10-06T13:30:00.417Z",
    },
    "article": {},
}
_CHATWOOT = {
    "event": "conversation_status_changed",
    "id": 640,
    "status": "resolved",
    "created_at": 1791187200,
    "updated_at": 1791189000.418223,
}
_GLPI = {
    "event": "update",
    "item": {
        "id": 7701,
        "type": 1,
        "is_deleted": False,
        "status": {"id": 5, "name": "Résolu"},
        "date_creation": "2026-10-05T09:00:00+02:00",
        "date_mod": "2026-10-05T11:10:00+02:00",
    },
}

TOOL_EXAMPLES: dict[str, Any] = {
    "zendesk": {"summary": "Zendesk, a ticket solved", "value": _ZENDESK},
    "freshdesk": {"summary": "Freshdesk, by the body that we prescribe", "value": _FRESHDESK},
    "intercom": {"summary": "Intercom, a conversation closed", "value": _INTERCOM},
    "zammad": {"summary": "Zammad, a ticket as it is", "value": _ZAMMAD},
    "chatwoot": {"summary": "Chatwoot, a conversation resolved", "value": _CHATWOOT},
    "glpi": {"summary": "GLPI, a ticket solved", "value": _GLPI},
}
"""By tool, as OpenAPI writes examples."""
