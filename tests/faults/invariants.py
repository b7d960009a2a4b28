"""What must hold after the faults, checked over the public API against the sender's own list."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from services.kpi.ingestion.connectors.generic import Generic
from services.kpi.terms.rules import Terms, parse_terms
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.tickets.rules.row import ticket_row
from tests.factories.intake import take_in
from tests.factories.webhooks import at, generic_delivery
from tests.faults.installation import Ground
from tests.faults.sender import Sent
from tests.support.newcomers import FEEDBACK, PARAMETERS, Connected
from tests.support.processes import eventually
from tests.support.sending import pages

AS_OF = "2026-11-15T12:00:00Z"


def losses(ground: Ground, source: Connected, sent: Sequence[Sent]) -> list[str]:
    """Acknowledged deliveries that are not there, or not once; and whatever is there without having been sent."""
    manager = ground.agreement.managers[0]
    listed: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in pages(manager, f"{source.path}/deliveries"):
        listed[item["sha256"]].append(item)
    found = []
    for one in sent:
        accepted = [item for item in listed[one.digest] if item["verdict"] == "accepted"]
        if len(accepted) != 1:
            found.append(f"{one.event['id']} is there {len(accepted)} times")
            continue
        # Whatever the sender was answered, it was told the one receipt that counts.
        strange = {receipt for _, receipt in one.receipts} - {accepted[0]["receipt_id"]}
        if strange:
            found.append(f"{one.event['id']}: receipts {strange} are not that of the accepted delivery")
        others = [item for item in listed[one.digest] if item["verdict"] != "accepted"]
        if any((item["verdict"], item["conflict"], item["events"]) != ("duplicate", False, 0) for item in others):
            found.append(f"{one.event['id']} has an effect twice")
    known = {one.digest for one in sent}
    found += [f"{digest} was never sent" for digest in listed if digest not in known]
    return found


def wrong_facts(ground: Ground, source: Connected, sent: Sequence[Sent]) -> list[str]:
    """Tickets whose facts differ from those recomputed from the sender's list."""
    deliveries = [generic_delivery(one.event, at(one.event["time"]) + 1_000_000, source.secret) for one in sent]
    terms = Terms([parse_terms(PARAMETERS, "v", 0)])
    wanted = {}
    for ticket, told in take_in(Generic(), source.secret, deliveries).items():
        facts = ticket_facts(told, terms, at(AS_OF))
        if facts is not None:
            wanted[ticket] = {"source_id": source.id, **ticket_row(ticket, facts)}
    manager = ground.agreement.managers[1]
    rows = {
        row["ticket_id"]: row
        for row in pages(manager, f"{ground.agreement.figures}/tickets", source=source.id, as_of=AS_OF)
    }
    return [ticket for ticket in sorted(wanted.keys() | rows.keys()) if wanted.get(ticket) != rows.get(ticket)]


def wrong_answers(ground: Ground, source: Connected, sent: Sequence[Sent]) -> list[str]:
    """Survey answers that feedback lacks, has twice, or has without their having been sent."""
    wanted = Counter(
        (one.event["subject"], one.event["type"].split(".")[2], one.event["data"]["score"], one.event["time"])
        for one in sent
        if one.event["type"] in ("kpi.ticket.csat.v1", "kpi.ticket.nps.v1")
    )
    path = f"{FEEDBACK}/contracts/{ground.agreement.id}/answers"
    found = Counter(
        (item["ticket_id"], item["kind"], item["score"], item["answered_at"])
        for item in pages(ground.agreement.managers[0], path, source=source.id)
    )
    return [f"{key}: {found[key]} instead of {wanted[key]}" for key in wanted | found if found[key] != wanted[key]]


def drained(ground: Ground, seconds: float = 60.0) -> None:
    """Everything promised gets done by itself."""
    eventually(lambda: not any(ground.waiting().values()), "outboxes and marks are empty", seconds)


def differing_days(ground: Ground) -> tuple[int, int]:
    """(tickets that come out different, days that differ) when all is rebuilt from raw deliveries."""
    manager = ground.agreement.managers[0]
    asked = manager.post(f"{ground.agreement.figures}/rebuilds")
    assert asked.status_code == 202, asked.text
    path = f"{ground.agreement.figures}/rebuilds/{asked.json()['id']}"
    eventually(lambda: manager.get(path).json()["state"] == "done", "the rebuild is done", 600)
    told = manager.get(path).json()
    return told["changed_tickets"], told["differing_days"]
