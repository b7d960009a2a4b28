"""Contacts as deliveries, and what a contract counts of them."""

from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import text

from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.support.kpi import PARAMETERS, Workbench

HOUR = 3_600_000_000
DAY = 24 * HOUR
MONDAY = at("2026-10-05T08:00:00+00:00")
TWO_DAYS: dict[str, Any] = {**PARAMETERS, "repeat_contacts": {"days": 2, "channels": ["email", "chat"]}}

Shares = dict[tuple[str, str, date], tuple[int, ...]]
"""(ticket, indicator, day) -> sums."""


def opened(ticket: str, days: float, customer: str | None = "anna", *, late: float = 0, **told: Any) -> Delivery:
    """A ticket opened so many days after Monday, told then or so many days later."""
    moment = MONDAY + round(days * DAY)
    asked = {"channel": "email", **({} if customer is None else {"requester": customer}), **told}
    return generic_delivery(cloud_event("created", ticket, moment, asked), moment + round(late * DAY) + 1_000_000)


def told(ticket: str, days: float, kind: str) -> Delivery:
    """Something else that happened to it."""
    moment = MONDAY + round(days * DAY)
    return generic_delivery(cloud_event(kind, ticket, moment), moment + 1_000_000)


def random_contacts(draw: Random, tickets: int) -> list[Delivery]:
    """Contacts of few customers over twelve days, some left out and back, some told late or twice, in any order."""
    deliveries = []
    for number in range(tickets):
        ticket, days, late = f"T-{number:02}", draw.randrange(12 * 24) / 24, draw.choice((0, 0, 0, 3))
        customer = draw.choice(["anna", "anna", "bruno", "chloé", None])
        asked = {"channel": draw.choice(["email", "chat", "phone"]), "form": draw.choice(["A", "B", ""])}
        own = [opened(ticket, days, customer, late=late, **asked)]
        if draw.random() < 0.3:
            own.append(told(ticket, days + 1, draw.choice(["merged", "spam", "deleted"])))
            own += [told(ticket, days + 2, "restored")] * draw.randrange(2)
        deliveries += [one for one in own for _ in range(draw.choice((1, 1, 2)))]
    draw.shuffle(deliveries)
    return deliveries


async def shares(bench: Workbench, contract_id: UUID) -> Shares:
    """What each ticket counts for by its neighbours."""
    statement = text(
        "SELECT ticket_id, indicator, day, denominator, numerator, total_seconds, pending FROM ticket_share"
        " WHERE contract_id = :contract AND indicator IN ('fcr_observed', 'repeat_rate')"
    )
    async with bench.database.background_session() as session:
        rows = await session.execute(statement, {"contract": contract_id})
        return {(row[0], row[1], row[2]): tuple(row[3:]) for row in rows}


async def verdicts(bench: Workbench, contract_id: UUID) -> dict[str, str]:
    """What each contact is: enough, failed or running as a first one, or a repetition."""
    found: dict[str, str] = {}
    for (ticket, indicator, _), (denominator, numerator, _, pending) in (await shares(bench, contract_id)).items():
        if indicator == "fcr_observed":
            found[ticket] = "running" if pending else "enough" if numerator else "failed"
            assert denominator == 1 - pending
        elif numerator:
            found[ticket] = "repeats"
    return found


SESSIONS: dict[str, Any] = {
    **PARAMETERS,
    "repeat_contacts": {"days": 2, "sessions": {"channels": ["chat"], "silence_minutes": 24 * 60}},
}


def wrote(
    ticket: str, days: float, author: str = "customer", message: str | None = None, *, late: float = 0, **data: Any
) -> Delivery:
    """A public message on it so many days after Monday, told then or so many days later."""
    moment = MONDAY + round(days * DAY)
    told_of = {"author": author, "public": True, **({} if message is None else {"message_id": message}), **data}
    return generic_delivery(cloud_event("message", ticket, moment, told_of), moment + round(late * DAY) + 1_000_000)


def random_conversations(draw: Random, tickets: int) -> list[Delivery]:
    """Few customers on many channels over twelve days, who write again and are answered; late, twice, in any order."""
    deliveries = []
    for number in range(tickets):
        ticket, days = f"T-{number:02}", draw.randrange(6 * 24) / 24
        asked = {"channel": draw.choice(["chat", "chat", "email", "phone"]), "form": draw.choice(["A", "B", ""])}
        own = [opened(ticket, days, draw.choice(["anna", "anna", "bruno", None]), late=draw.choice((0, 0, 3)), **asked)]
        for message in range(draw.randrange(9)):
            author = draw.choice(["customer", "customer", "customer", "agent", "bot"])
            name = draw.choice([None, None, f"m{message}", "m0"])
            at_days = days + draw.randrange(-2, 9 * 24) / 24
            own.append(wrote(ticket, at_days, author, name, late=draw.choice((0, 0, 4)), public=draw.random() < 0.85))
        if draw.random() < 0.25:
            own.append(told(ticket, days + 3, draw.choice(["merged", "spam", "deleted"])))
            own += [told(ticket, days + 5, "restored")] * draw.randrange(2)
        deliveries += [one for one in own for _ in range(draw.choice((1, 1, 2)))]
    draw.shuffle(deliveries)
    return deliveries
