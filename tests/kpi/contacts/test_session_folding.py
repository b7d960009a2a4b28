"""Sessions folded with their neighbours, on both servers: in any order, at any instant, under terms that change."""

from random import Random
from typing import Any

import pytest

from services.kpi.terms import service as terms
from services.kpi.terms.schemas import ContractTold, TermsTold
from tests.kpi.contacts.support import (
    DAY,
    MONDAY,
    SESSIONS,
    TWO_DAYS,
    opened,
    random_conversations,
    shares,
    told,
    wrote,
)
from tests.support.figures import sums_differ
from tests.support.kpi import PARAMETERS, Workbench, version


def day(number: float) -> int:
    return MONDAY + round(number * DAY)


def repeats(days: int, *channels: str, hours: int, **more: Any) -> dict[str, Any]:
    sessions = {"channels": list(channels), "silence_minutes": hours * 60}
    return {**PARAMETERS, "repeat_contacts": {"days": days, "sessions": sessions, **more}}


VERSIONS = [
    version(TWO_DAYS),
    version(repeats(3, "chat", hours=12), valid_from="2026-10-08T06:00:00Z"),
    version(repeats(1, "chat", "email", hours=24, reason="none"), valid_from="2026-10-11T06:00:00Z"),
    version(PARAMETERS, valid_from="2026-10-14T06:00:00Z"),
]
"""None, then sessions of two lengths, then none again."""


async def told_again(bench: Workbench, contract: ContractTold, revision: int, versions: list[Any]) -> None:
    """What contracts tells of a contract next."""
    told_terms = [TermsTold.model_validate(one) for one in versions]
    async with bench.database.background_session() as session:
        await terms.take_over(session, contract.model_copy(update={"revision": revision, "terms": told_terms}))


async def counted(bench: Workbench, contract_id: Any) -> dict[str, dict[str, tuple[int, int]]]:
    """By indicator and ticket: (numerator, denominator) over all days; one that waits is in neither."""
    found: dict[str, dict[str, tuple[int, int]]] = {"fcr_observed": {}, "repeat_rate": {}}
    for (ticket, indicator, _), (denominator, numerator, _, _) in (await shares(bench, contract_id)).items():
        held = found[indicator].get(ticket, (0, 0))
        found[indicator][ticket] = (held[0] + numerator, held[1] + denominator)
    return found


@pytest.mark.parametrize("seed", range(4))
async def test_any_order_gives_what_the_events_give(workbench: Workbench, seed: int) -> None:
    """given conversations in disorder, folded in pieces / then after every fold days are those of the events."""
    draw = Random(seed)
    disordered, ordered = [await workbench.contract() for _ in range(2)]
    for contract in (disordered, ordered):
        await told_again(workbench, contract, 2, VERSIONS)
    one, other = [await workbench.source(contract.id) for contract in (disordered, ordered)]
    deliveries = random_conversations(draw, 30)
    await workbench.store(other, sorted(deliveries, key=lambda one: (one.received_us, one.body)))
    now = day(2)
    while deliveries:
        size = draw.randrange(1, 60)
        batch, deliveries = deliveries[:size], deliveries[size:]
        await workbench.store(one, batch)
        now += draw.randrange(3 * DAY)
        await workbench.fold(now)
        assert await workbench.days(disordered.id) == await workbench.rebuilt_days(disordered.id, one, now)
    several = await workbench.count("ticket_contact", one, "silence_us IS NOT NULL")
    assert several > 5
    for _ in range(4):
        now += draw.randrange(4 * DAY)
        await workbench.fold(now)
        assert await workbench.days(disordered.id) == await workbench.rebuilt_days(disordered.id, one, now)
        assert await shares(workbench, disordered.id) == await shares(workbench, ordered.id)
        assert await workbench.days(disordered.id) == await workbench.days(ordered.id)
        assert await sums_differ(workbench.database, disordered.id) == 0
    # Of the same events, one contact a ticket counts otherwise: the terms made the difference.
    before = await workbench.days(disordered.id)
    await told_again(workbench, disordered, 3, [*VERSIONS, *(_without(one) for one in VERSIONS[1:3])])
    await workbench.fold(now)
    assert await workbench.days(disordered.id) != before
    assert await workbench.days(disordered.id) == await workbench.rebuilt_days(disordered.id, one, now)
    assert await workbench.count("ticket_contact", one, "silence_us IS NOT NULL") == 0
    assert await sums_differ(workbench.database, disordered.id) == 0


def _without(one: dict[str, Any]) -> dict[str, Any]:
    block = {name: value for name, value in one["body"]["repeat_contacts"].items() if name != "sessions"}
    return version({**one["body"], "repeat_contacts": block}, str(one["valid_from"]), "2026-11-01T00:00:00Z")


async def test_a_customer_who_comes_back_was_not_helped(workbench: Workbench) -> None:
    """given a chat to which its customer comes back / then the second conversation repeats the first, not the third."""
    contract = await workbench.contract(SESSIONS)
    source = await workbench.source(contract.id)
    messages = [wrote("T-1", 0.1, "agent"), wrote("T-1", 1.5), wrote("T-1", 1.6, "agent"), wrote("T-1", 9)]
    await workbench.store(source, [opened("T-1", 0, channel="chat"), *messages])
    await workbench.fold(day(10))
    assert await counted(workbench, contract.id) == {"fcr_observed": {"T-1": (0, 1)}, "repeat_rate": {"T-1": (1, 3)}}
    # Time alone decides of the third.
    await workbench.fold(day(11))
    assert (await counted(workbench, contract.id))["fcr_observed"] == {"T-1": (0, 1)}
    await workbench.fold(day(11) + 1)
    assert (await counted(workbench, contract.id))["fcr_observed"] == {"T-1": (1, 2)}


async def test_two_conversations_of_one_day_add_up(workbench: Workbench) -> None:
    contract = await workbench.contract(repeats(1, "chat", hours=1))
    source = await workbench.source(contract.id)
    messages = [wrote("T-1", 2 / 24), wrote("T-1", 4 / 24), wrote("T-1", 6 / 24)]
    await workbench.store(source, [opened("T-1", 0, channel="chat"), *messages])
    await workbench.fold(day(5))
    found = {(indicator, *sums) for (_, indicator, _), sums in (await shares(workbench, contract.id)).items()}
    assert found == {("fcr_observed", 1, 0, 0, 0), ("repeat_rate", 4, 3, 0, 0)}


async def test_late_messages_join_and_part_conversations(workbench: Workbench) -> None:
    """given two conversations / when an answer between them comes late / then they are one; and two once it is told
    to be of another time."""
    contract = await workbench.contract(SESSIONS)
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0, channel="chat"), wrote("T-1", 1.5)])
    await workbench.fold(day(20))
    two = {"fcr_observed": {"T-1": (0, 1)}, "repeat_rate": {"T-1": (1, 2)}}
    assert await counted(workbench, contract.id) == two
    await workbench.store(source, [wrote("T-1", 0.8, "agent", "m1", late=19)])
    await workbench.fold(day(20))
    one = {"fcr_observed": {"T-1": (1, 1)}, "repeat_rate": {"T-1": (0, 1)}}
    assert await counted(workbench, contract.id) == one
    # The same message, told to have been written before: of two tellings the earlier counts.
    await workbench.store(source, [wrote("T-1", 0.2, "agent", "m1", late=20)])
    await workbench.fold(day(21))
    assert await counted(workbench, contract.id) == two
    assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(21))


async def test_a_conversation_judges_neighbours_on_other_tickets(workbench: Workbench) -> None:
    """given a ticket beside a conversation / when that leaves and comes back / then the neighbour is judged with it."""
    contract = await workbench.contract(SESSIONS)
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0, channel="chat"), wrote("T-1", 10), opened("T-2", 9)])
    await workbench.fold(day(20))
    failed = {"fcr_observed": {"T-1": (1, 1), "T-2": (0, 1)}, "repeat_rate": {"T-1": (1, 2), "T-2": (0, 1)}}
    assert await counted(workbench, contract.id) == failed
    await workbench.store(source, [told("T-1", 20, "merged")])
    await workbench.fold(day(21))
    alone = {"fcr_observed": {"T-2": (1, 1)}, "repeat_rate": {"T-2": (0, 1)}}
    assert await counted(workbench, contract.id) == alone
    await workbench.store(source, [told("T-1", 22, "restored")])
    await workbench.fold(day(23))
    assert await counted(workbench, contract.id) == failed
    # Another ticket that comes late moves one conversation, and the others of its ticket stay as they are.
    await workbench.store(source, [opened("T-3", 9.5, late=15)])
    await workbench.fold(day(25))
    assert await counted(workbench, contract.id) == {
        "fcr_observed": {"T-1": (1, 1), "T-2": (0, 1)},
        "repeat_rate": {"T-1": (1, 2), "T-2": (0, 1), "T-3": (1, 1)},
    }
    assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(25))


async def test_one_endless_conversation_for_everybody(workbench: Workbench) -> None:
    """given a tool that names all customers alike on endless tickets / then days are those of the events."""
    draw = Random(5)
    contract = await workbench.contract(repeats(2, "chat", hours=2))
    source = await workbench.source(contract.id)
    deliveries = [opened(f"T-{ticket}", ticket / 10, channel="chat", late=20) for ticket in range(4)]
    deliveries += [
        wrote(f"T-{draw.randrange(4)}", draw.randrange(1, 20 * 24) / 24, draw.choice(["customer", "agent"]), late=20)
        for _ in range(150)
    ]
    draw.shuffle(deliveries)
    for start in range(0, len(deliveries), 40):
        await workbench.store(source, deliveries[start : start + 40])
        await workbench.fold(day(41))
        assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(41))
    assert await sums_differ(workbench.database, contract.id) == 0


async def test_a_silence_too_short_hides_no_neighbour(workbench: Workbench) -> None:
    """given a message between two tickets, after a silence that only other terms count / when the earlier ticket comes
    late / then the later one repeats it."""
    contract = await workbench.contract()
    short = version(repeats(1, "chat", hours=12), valid_from="2026-01-01T00:00:00Z")
    longer = version(repeats(1, "chat", hours=24), valid_from="2026-09-01T00:00:00Z")
    await told_again(workbench, contract, 2, [short, longer])
    source = await workbench.source(contract.id)
    between = [opened("T-1", -2, channel="chat"), wrote("T-1", 0.3, "agent"), wrote("T-1", 0.9)]
    await workbench.store(source, [*between, opened("T-2", 1.2, channel="chat")])
    await workbench.fold(day(5))
    assert (await counted(workbench, contract.id))["repeat_rate"] == {"T-1": (0, 1), "T-2": (0, 1)}
    await workbench.store(source, [opened("T-3", 0.5, channel="chat", late=6)])
    await workbench.fold(day(7))
    assert (await counted(workbench, contract.id))["repeat_rate"] == {"T-1": (0, 1), "T-2": (1, 1), "T-3": (0, 1)}
    assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(7))
