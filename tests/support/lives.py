"""Random lives of tickets as deliveries, for comparing what is read with what happened."""

from random import Random

from tests.factories.webhooks import Delivery, cloud_event, generic_delivery

HOUR = 3_600_000_000
STATUSES = ("open", "pending", "hold", "solved", "closed")


def random_lives(draw: Random, start_us: int, tickets: int, hours: int) -> list[Delivery]:
    """Created over so many hours; answered, solved, reopened, rated, some excluded or without their creation."""
    deliveries = []
    for number in range(tickets):
        ticket = f"T-{number}"
        moment = start_us + draw.randrange(hours * HOUR)
        events = [] if draw.random() < 0.05 else [cloud_event("created", ticket, moment, {"status": "new"})]
        for _ in range(draw.randrange(8)):
            moment += draw.randrange(30 * HOUR)
            events.append(
                draw.choice(
                    [
                        cloud_event("status", ticket, moment, {"status": draw.choice(STATUSES)}),
                        cloud_event("message", ticket, moment, {"author": "agent", "public": draw.random() < 0.8}),
                        cloud_event("csat", ticket, moment, {"score": draw.randrange(1, 6), "scale_max": 5}),
                        cloud_event("nps", ticket, moment, {"score": draw.randrange(11)}),
                    ]
                )
            )
        if draw.random() < 0.1:
            events.append(cloud_event(draw.choice(["merged", "spam", "deleted"]), ticket, moment + HOUR))
        deliveries += [generic_delivery(event, moment + 2 * HOUR) for event in events]
    return deliveries
