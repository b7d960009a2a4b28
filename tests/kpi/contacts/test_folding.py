"""Contacts folded with their neighbours, on both servers: in any order, at any instant, by anybody."""

import asyncio
from random import Random

import pytest

from services.common.instants import from_microseconds
from services.kpi.folding import service as folding
from services.kpi.terms import service as terms
from services.kpi.terms.schemas import TermsTold
from tests.kpi.contacts.support import DAY, HOUR, MONDAY, TWO_DAYS, opened, random_contacts, shares, told, verdicts
from tests.support.figures import sums_differ
from tests.support.kpi import PARAMETERS, Workbench, version


def day(number: float) -> int:
    return MONDAY + round(number * DAY)


@pytest.mark.parametrize("seed", range(5))
async def test_any_order_gives_what_the_right_order_gives(workbench: Workbench, seed: int) -> None:
    """given contacts in disorder, some twice, folded in pieces / then shares and days are those of the right order."""
    draw = Random(seed)
    disordered, ordered = [await workbench.contract(TWO_DAYS) for _ in range(2)]
    one, other = [await workbench.source(contract.id) for contract in (disordered, ordered)]
    deliveries = random_contacts(draw, 40)
    await workbench.store(other, sorted(deliveries, key=lambda one: (one.received_us, one.body)))
    now = MONDAY
    while deliveries:
        size = draw.randrange(1, 25)
        batch, deliveries = deliveries[:size], deliveries[size:]
        await workbench.store(one, batch)
        now += draw.randrange(3 * DAY)
        await workbench.fold(now)
        assert await workbench.days(disordered.id) == await workbench.rebuilt_days(disordered.id, one, now)
    assert await verdicts(workbench, disordered.id)
    for _ in range(6):
        now += draw.randrange(3 * DAY)
        await workbench.fold(now)
        assert await workbench.days(disordered.id) == await workbench.rebuilt_days(disordered.id, one, now)
        assert await shares(workbench, disordered.id) == await shares(workbench, ordered.id)
        assert await workbench.days(disordered.id) == await workbench.days(ordered.id)
        assert await sums_differ(workbench.database, disordered.id) == 0
    assert "running" not in (await verdicts(workbench, disordered.id)).values()


async def test_one_customer_for_everybody(workbench: Workbench) -> None:
    """given a tool that names all customers alike, and tickets that come and go / then days are those of the events."""
    draw = Random(9)
    contract = await workbench.contract(TWO_DAYS)
    source = await workbench.source(contract.id)
    hours = [draw.randrange(20 * 24) for _ in range(120)]
    deliveries = [opened(f"T-{number}", hour / 24, late=20) for number, hour in enumerate(hours)]
    gone = [told(f"T-{number}", 20, "merged") for number in range(0, 120, 2)]
    draw.shuffle(deliveries)
    for batch in (deliveries[:40], deliveries[40:], gone[:30], gone[30:]):
        await workbench.store(source, batch)
        await workbench.fold(day(41))
        assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(41))


async def test_a_late_event_changes_the_verdict_of_earlier_and_later_tickets(workbench: Workbench) -> None:
    """given two contacts ten days apart / when one in between comes late / then the first failed, the last repeats."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0), opened("T-3", 10)])
    await workbench.fold(day(20))
    assert await verdicts(workbench, contract.id) == {"T-1": "enough", "T-3": "enough"}
    await workbench.store(source, [opened("T-2", 5, late=15)])
    # The neighbours are folded with it, not after it.
    assert await workbench.fold(day(20.5)) == 1
    assert await verdicts(workbench, contract.id) == {"T-1": "failed", "T-2": "repeats", "T-3": "repeats"}


@pytest.mark.parametrize("kind", ["merged", "spam", "deleted"])
async def test_a_neighbour_that_left_does_not_count(workbench: Workbench, kind: str) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0), opened("T-2", 3), opened("T-3", 8)])
    await workbench.fold(day(20))
    before = await verdicts(workbench, contract.id)
    assert before == {"T-1": "failed", "T-2": "repeats", "T-3": "repeats"}
    await workbench.store(source, [told("T-2", 20, kind)])
    await workbench.fold(day(21))
    assert await verdicts(workbench, contract.id) == {"T-1": "enough", "T-3": "enough"}
    await workbench.store(source, [told("T-2", 22, "restored")])
    await workbench.fold(day(23))
    assert await verdicts(workbench, contract.id) == before


async def test_time_alone_decides(workbench: Workbench) -> None:
    """given a first contact / then it waits through the last instant of its seven days, and is decided right after."""
    contract = await workbench.contract({})
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0), opened("T-2", 0, "bruno"), opened("T-3", 1, "bruno")])
    await workbench.fold(day(2))
    assert await verdicts(workbench, contract.id) == {"T-1": "running", "T-2": "running", "T-3": "repeats"}
    await workbench.fold(day(7))
    assert (await verdicts(workbench, contract.id))["T-1"] == "running"
    await workbench.fold(day(7) + 1)
    assert await verdicts(workbench, contract.id) == {"T-1": "enough", "T-2": "failed", "T-3": "repeats"}


async def test_who_is_unknown_and_what_is_no_contact(workbench: Workbench) -> None:
    contract = await workbench.contract(TWO_DAYS)
    source = await workbench.source(contract.id)
    await workbench.store(
        source,
        [
            opened("T-1", 0, None), opened("T-2", 1, None), opened("T-3", 0, channel="phone"), opened("T-4", 1),
            opened("T-5", 1.5, created_by="agent"), opened("T-6", 2, channel="phone"),
        ],
    )  # fmt: skip
    await workbench.fold(day(9))
    assert await verdicts(workbench, contract.id) == {"T-4": "enough"}


async def test_other_windows_judge_again(workbench: Workbench) -> None:
    """given contacts three days apart / when terms of two days are told / then each is enough, and back again."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0), opened("T-2", 3)])
    await workbench.fold(day(20))
    assert await verdicts(workbench, contract.id) == {"T-1": "failed", "T-2": "repeats"}
    told_terms = list(contract.terms)
    for number, (parameters, wanted) in enumerate(((TWO_DAYS, "enough"), (PARAMETERS, "failed")), 2):
        newer = version(parameters, recorded_at=f"2026-11-0{number}T00:00:00Z")
        told_terms.append(TermsTold.model_validate(newer))
        async with workbench.database.background_session() as session:
            await terms.take_over(session, contract.model_copy(update={"revision": number, "terms": [*told_terms]}))
        await workbench.fold(day(20))
        assert (await verdicts(workbench, contract.id))["T-1"] == wanted
        assert await sums_differ(workbench.database, contract.id) == 0


async def test_two_folds_at_once_see_each_other(workbench: Workbench) -> None:
    """given two contacts of a customer folded by two workers at once / then neither overlooks the other."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0), opened("T-2", 3)])
    first, second = ((contract.id, source.id, ticket) for ticket in ("T-1", "T-2"))
    at = from_microseconds(day(20))

    async def fold_second() -> None:
        async with workbench.database.background_session() as session:
            await folding.fold(session, [second], at)

    async with workbench.database.background_session() as session:
        await folding.fold(session, [first], at)
        waiting = asyncio.create_task(fold_second())
        await asyncio.sleep(0.2)
        assert not waiting.done()
    await asyncio.wait_for(waiting, 5)
    assert await verdicts(workbench, contract.id) == {"T-1": "failed", "T-2": "repeats"}
    assert await sums_differ(workbench.database, contract.id) == 0


async def test_a_fold_of_an_earlier_instant_opens_no_window_again(workbench: Workbench) -> None:
    """given a contact decided / when a neighbour is folded as of an earlier instant / then it stays decided."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [opened("T-1", 0)])
    await workbench.fold(day(8))
    await workbench.store(source, [opened("T-2", 5)])
    await workbench.fold(day(6))
    assert await verdicts(workbench, contract.id) == {"T-1": "failed", "T-2": "repeats"}
    await workbench.fold(day(20))
    assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, day(20))


async def test_same_reason_and_same_source(workbench: Workbench) -> None:
    """given sources that name customers alike / then a customer of one is none of the other's, unless agreed so."""
    for parameters, wanted in (
        (PARAMETERS, {"T-1": "failed", "T-2": "repeats", "U-1": "enough", "T-4": "enough"}),
        ({"repeat_contacts": {"across_sources": True}}, {"T-1": "failed", "T-2": "repeats", "U-1": "repeats",
                                                         "T-4": "enough"}),
    ):  # fmt: skip
        contract = await workbench.contract(parameters)
        one, other = [await workbench.source(contract.id) for _ in range(2)]
        tickets = [opened("T-1", 0, form="A"), opened("T-2", 2), opened("T-4", 4, "bruno", form="A")]
        await workbench.store(one, [*tickets, opened("T-5", 4 + 1 / 24, "chloé", created_by="agent")])
        await workbench.store(other, [opened("U-1", 1, form="A")])
        await workbench.fold(MONDAY + 20 * DAY + HOUR)
        assert await verdicts(workbench, contract.id) == wanted
