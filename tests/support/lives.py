"""Random lives of tickets as deliveries, for comparing what is read with what happened."""

from random import Random

from tests.factories.webhooks import Delivery, cloud_event, generic_delivery

HOUR = 3_600_000_000
STATUSES = ("open", "pending", "hold", "solved", "closed")


def asker(number: int) -> dict[str, str]:
    """Who opened the n-th ticket and about what: customers come again, some are unknown, some reasons are not told."""
    told = {"requester": f"client-{number % 9}"} if number % 9 < 8 else {}
    return told if number // 9 % 3 == 2 else {**told, "form": "AB"[number // 9 % 2]}


def random_lives(draw: Random, start_us: int, tickets: int, hours: int) -> list[Delivery]:
    """Created over so many hours; answered, solved, reopened, rated, some excluded or without their creation."""
    deliveries = []
    for number in range(tickets):
        ticket = f"T-{number}"
        moment = start_us + draw.randrange(hours * HOUR)
        told = {"status": "new", **asker(number)}
        events = [] if draw.random() < 0.05 else [cloud_event("created", ticket, moment, told)]
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
