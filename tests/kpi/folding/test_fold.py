"""The fold on a real database: days equal a rebuild, at random instants, with and without events in between."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from services.kpi.terms import service as terms
from services.kpi.terms.schemas import TermsTold
from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.support.figures import sums_differ
from tests.support.kpi import PARAMETERS, Workbench, version
from tests.support.lives import asker

START = at("2026-10-19T06:00:00+00:00")  # the week before the clocks change
HOUR = 3_600_000_000
STATUSES = ("open", "pending", "hold", "solved", "closed")


def random_week(draw: Random, tickets: int, groups: Sequence[str] = (), *, prefix: str = "T-") -> list[Delivery]:
    """Random lives of tickets as deliveries, some late, some twice, in any order; `groups` they are created in."""
    deliveries = []
    for number in range(tickets):
        ticket = f"{prefix}{number}"
        moment = START + draw.randrange(120 * HOUR)
        told = {"status": "new", **asker(number), **({"group": groups[number % len(groups)]} if groups else {})}
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
            if draw.random() < 0.5:
                events.append(cloud_event("restored", ticket, moment + 5 * HOUR))
        for event in events:
            sent = at(event["time"].replace("Z", "+00:00")) + draw.choice((0, 0, 0, 20 * HOUR))
            deliveries += [generic_delivery(event, sent + 2_000_000)] * draw.choice((1, 1, 1, 2))
    draw.shuffle(deliveries)
    return deliveries


@pytest.mark.parametrize("seed", range(4))
async def test_days_equal_a_rebuild_at_random_instants(workbench: Workbench, seed: int) -> None:
    """given random lives stored in random batches / when folded at rising instants / then days = rebuild each time."""
    draw = Random(seed)
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    deliveries = random_week(draw, 25)
    now = START
    compared = 0
    while deliveries:
        size = draw.randrange(1, 60)
        batch, deliveries = deliveries[:size], deliveries[size:]
        await workbench.store(source, batch)
        now += draw.randrange(10 * HOUR)
        await workbench.fold(now)
        assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, now)
        assert await sums_differ(workbench.database, contract.id) == 0
        compared += 1
    # No event any more: only time passes, over breaches, window ends and the change of clocks.
    for _ in range(12):
        now += draw.randrange(60 * HOUR)
        await workbench.fold(now)
        assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, now)
        assert await sums_differ(workbench.database, contract.id) == 0
    assert compared > 1
    assert await workbench.days(contract.id)


async def test_nothing_is_folded_before_its_time(workbench: Workbench) -> None:
    """given an open ticket with an hour to answer / then it is folded again one second after the hour, not before."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    nine = at("2026-10-20T07:00:00+00:00")  # 9 in Paris
    await workbench.store(source, [generic_delivery(cloud_event("created", "T-1", nine), nine)])
    await workbench.fold(nine)
    due = at("2026-10-20T08:00:01+00:00")
    assert await workbench.fold(due - 1) == 0
    assert await workbench.fold(due) == 1
    assert (await workbench.days(contract.id))["sla_first_response", _day("2026-10-20")] == (1, 0, 0, 0)


async def test_new_terms_judge_again(workbench: Workbench) -> None:
    """given a folded ticket / when the terms told change its target / then its days follow."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    nine = at("2026-10-20T07:00:00+00:00")
    answer = nine + 2 * HOUR
    events = [
        cloud_event("created", "T-1", nine),
        cloud_event("message", "T-1", answer, {"author": "agent", "public": True}),
    ]
    await workbench.store(source, [generic_delivery(event, answer) for event in events])
    await workbench.fold(answer)
    assert (await workbench.days(contract.id))["sla_first_response", _day("2026-10-20")] == (1, 0, 0, 0)

    milder = {**PARAMETERS, "sla": {**PARAMETERS["sla"], "first_response_target_seconds": 4 * 3600}}
    newer = TermsTold.model_validate(version(milder, recorded_at="2026-11-01T00:00:00Z"))
    told = contract.model_copy(update={"revision": 2, "terms": [*contract.terms, newer]})
    async with workbench.database.background_session() as session:
        await terms.take_over(session, told)
    await workbench.fold(answer)
    assert (await workbench.days(contract.id))["sla_first_response", _day("2026-10-20")] == (1, 1, 0, 0)


def _day(text: str) -> date:
    return date.fromisoformat(text)
