"""Tickets with values of dimensions, and what the events say of them."""

from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import text

from services.common.instants import from_microseconds
from services.kpi.agreed import service as agreed
from services.kpi.agreed.service import Asking
from services.kpi.dimensions import service as dimensions
from services.kpi.feeds.rules import Feed
from services.kpi.figures import service as figures
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.periods import parse_period
from services.kpi.sources.registry import Source
from services.kpi.staff.repository import VERSIONS
from services.kpi.staff.schemas import NewStaff
from services.kpi.staff.service import content_of
from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.support.kpi import PARAMETERS, Workbench

PSEUDONYM_ROOT = "root of pseudonyms in tests"
HOUR = 3_600_000_000
DAY = 24 * HOUR
START = at("2026-10-19T06:00:00+00:00")  # the week before the clocks change

DECLARED: dict[str, Any] = {
    "channel": {"attribute": "channel"},
    "site": {"attribute": "group", "values": {"Lyon N1": "Lyon", "Lyon N2": "Lyon", "Tunis N1": "Tunis"}},
    "reason": {"attribute": "form"},
    "priority": {"attribute": "priority"},
    "tag": {"attribute": "tag", "values": {"vip": "VIP", "gold": "VIP", "retour": "Retours"}},
    "handled": {"attribute": "handled_by"},
}
TWO_DAYS: dict[str, Any] = {**PARAMETERS, "repeat_contacts": {"days": 2}}
WITH_DIMENSIONS: dict[str, Any] = {**TWO_DAYS, "dimensions": DECLARED}
OTHERWISE: dict[str, Any] = {
    **TWO_DAYS,
    "dimensions": {
        "site": {"attribute": "group", "values": {"Lyon N2": "Villeurbanne"}},
        "lot": {"attribute": "brand"},
    },
}
AUTHORS: tuple[dict[str, str], ...] = (
    {},
    {"author_id": "alice"},
    {"author_id": "bob"},
    {"author_id": "carla"},
    {"author_organisation": "donneur_ordre"},
)
STATUSES = ("open", "pending", "hold", "solved", "closed")

Rows = dict[tuple[str, str, date, str], tuple[int, int, int, int]]
"""(dimension, indicator, day, value) -> sums."""


def told(draw: Random) -> dict[str, Any]:
    """What a creation tells; of some attributes nothing, of some that there is none."""
    asked: dict[str, Any] = {
        "channel": draw.choice(["email", "chat", "téléphone", None]),
        "group": draw.choice(["Lyon N1", "Lyon N2", "Tunis N1", "Sousse", "", None]),
        "form": draw.choice(["livraison.retard", "facture", None]),
        "priority": draw.choice(["high", "low", None]),
        "tags": draw.choice([[], ["vip"], ["vip", "retour"], ["gold", "vip"], ["autre"]]),
        "requester": draw.choice(["anna", "bruno", "chloé", None]),
    }
    return {name: value for name, value in asked.items() if value is not None}


def random_lives(draw: Random, tickets: int) -> list[Delivery]:
    """Random lives of tickets of few customers, created late, told twice, without creation; in any order."""
    deliveries = []
    for number in range(tickets):
        ticket, moment = f"T-{number:02}", START + draw.randrange(120 * HOUR)
        events = [] if draw.random() < 0.08 else [cloud_event("created", ticket, moment, told(draw))]
        for _ in range(draw.randrange(7)):
            moment += draw.randrange(30 * HOUR)
            happenings: list[tuple[str, dict[str, Any]]] = [
                ("status", {"status": draw.choice(STATUSES)}),
                ("status", {"status": "solved"}),
                ("message", {"author": "agent", "public": draw.random() < 0.8, **draw.choice(AUTHORS)}),
                ("csat", {"score": draw.randrange(1, 6), "scale_max": 5}),
                ("nps", {"score": draw.randrange(11)}),
            ]
            kind, data = draw.choice(happenings)
            events.append(cloud_event(kind, ticket, moment, data))
        if draw.random() < 0.15:
            events.append(cloud_event(draw.choice(["merged", "spam", "deleted"]), ticket, moment + HOUR))
            if draw.random() < 0.5:
                events.append(cloud_event("restored", ticket, moment + 5 * HOUR))
        for event in events:
            sent = at(event["time"].replace("Z", "+00:00")) + draw.choice((0, 0, 0, 20 * HOUR, 90 * HOUR))
            deliveries += [generic_delivery(event, sent + 2_000_000)] * draw.choice((1, 1, 2))
    draw.shuffle(deliveries)
    return deliveries


async def rows(bench: Workbench, contract_id: Any) -> Rows:
    """The sums that are kept by value."""
    statement = text(
        "SELECT dimension, indicator, day, value, denominator, numerator, total_seconds, pending"
        " FROM rollup_dimension_day WHERE contract_id = :contract"
    )
    async with bench.database.background_session() as session:
        found = await session.execute(statement, {"contract": contract_id})
        return {(row[0], row[1], row[2], row[3]): (row[4], row[5], row[6], row[7]) for row in found}


async def both_ways(bench: Workbench, contract_id: Any, name: Any, period: str) -> tuple[Any, Any]:
    """(figures from the sums, figures from the events at the instant that they are of) of each value of a dimension."""
    wanted = parse_period(period)
    async with bench.database.background_session() as session:
        live = await dimensions.list_figures(session, contract_id, wanted, name, NOW, (1000, None))
        instants = Instants(await figures.present(session, contract_id))
        past = await dimensions.list_figures(session, contract_id, wanted, name, instants, (1000, None))
    return live.body, past.body


async def whole(bench: Workbench, contract_id: Any, period: str) -> dict[str, tuple[int, int, int, int]]:
    """The sums of each indicator of the whole contract."""
    async with bench.database.background_session() as session:
        found = await figures.read_measures(session, contract_id, parse_period(period))
    sums = {code: (own.denominator, own.numerator, own.total, own.pending) for code, own in found.items()}
    return {code: own for code, own in sums.items() if any(own)}


async def added_up(bench: Workbench, contract_id: Any, name: Any, period: str) -> dict[str, tuple[int, ...]]:
    """The same, added up over the values of a dimension."""
    async with bench.database.background_session() as session:
        found = await dimensions.read_measures(session, contract_id, parse_period(period), name)
    sums: dict[str, tuple[int, ...]] = {}
    for by_indicator in found.values():
        for code, own in by_indicator.items():
            one = (own.denominator, own.numerator, own.total, own.pending)
            sums[code] = tuple(map(sum, zip(sums.get(code, (0, 0, 0, 0)), one, strict=True)))
    return {code: own for code, own in sums.items() if any(own)}


async def set_staff(bench: Workbench, contract_id: UUID, source: Source, authors: list[str], since_us: int) -> None:
    """The donneur d'ordre tells who of a tool's agents is its own, and the provider approves."""
    feed = Feed(source.id, contract_id)
    wanted = NewStaff(valid_from=from_microseconds(since_us), author_ids=authors)
    first, second = (Asking(contract_id, source.id, side, side) for side in ("donneur_ordre", "sous_traitant"))
    async with bench.database.background_session() as session:
        content = content_of(wanted, feed.home, SecretStr(PSEUDONYM_ROOT))
        version = await agreed.propose(session, VERSIONS, first, feed, content)
        await agreed.approve(session, VERSIONS, second, feed, version)
