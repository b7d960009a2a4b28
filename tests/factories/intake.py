"""The road from deliveries to ticket events without a database: check, parse, deduplicate, place in time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from services.kpi.ingestion.connectors.base import Connector, MalformedItem
from services.kpi.tickets.rules.events import TimedEvent, effective_instant
from tests.factories.webhooks import Delivery


def pseudonym(identifier: str) -> str:
    """A stand-in for the contract's keyed pseudonym."""
    return f"p:{identifier}"


def take_in(
    connector: Connector, secret: str, deliveries: Iterable[Delivery], bots: Iterable[str] = ()
) -> Mapping[str, list[TimedEvent]]:
    """The events of each ticket once every delivery is taken in; a key seen before has no effect."""
    tickets: dict[str, list[TimedEvent]] = defaultdict(list)
    seen: set[bytes] = set()
    for number, delivery in enumerate(deliveries):
        connector.check(delivery.headers, delivery.body, [secret], delivery.received_us, 300)
        parsed = connector.parse(delivery.headers, delivery.body, delivery.received_us, frozenset(bots), pseudonym)
        position = 0
        for item in parsed.items:
            assert not isinstance(item, MalformedItem), item.reason
            if item.key in seen:
                continue
            seen.add(item.key)
            for source_us, batch_position, event in item.events:
                assert item.ticket_id is not None
                effective_us, _ = effective_instant(source_us, delivery.received_us)
                place = (delivery.received_us, number, f"{number:06}", position)
                tickets[item.ticket_id].append(TimedEvent(effective_us, batch_position, *place, event))
                position += 1
    return tickets
