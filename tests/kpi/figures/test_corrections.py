"""What was known at an instant stays as it was known, whatever is corrected afterwards."""

from random import Random
from typing import Any

from services.common.auth.access import Function
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.kpi_service import KpiHouse, contract_uuid

CORRECTIONS = 10_000
ROUNDS = 8
TICKETS = 300
PERIODS = ("2026-10", "2026-10-21")
DAY = 24 * HOUR
STATUSES = ("new", "open", "pending", "hold", "solved", "closed")


def _correction(draw: Random, number: int) -> dict[str, Any]:
    """Something told late of a ticket that was told already: another state, answer, note, exclusion or return."""
    ticket, moment = f"T-{draw.randrange(TICKETS)}", START + draw.randrange(20 * DAY)
    kinds: list[tuple[str, dict[str, Any]]] = [
        ("status", {"status": draw.choice(STATUSES)}),
        ("message", {"author": draw.choice(["agent", "customer", "bot"]), "public": draw.random() < 0.8}),
        ("csat", {"score": draw.randrange(1, 6), "scale_max": 5}),
        ("nps", {"score": draw.randrange(11)}),
        ("created", {"status": "new", "priority": draw.choice(["urgent", "low"])}),
        (draw.choice(["merged", "spam", "deleted", "restored"]), {}),
    ]
    kind, data = draw.choice(kinds)
    return cloud_event(kind, ticket, moment, data, event_id=f"correction/{number}")


async def test_what_was_known_stays_under_ten_thousand_corrections(house: KpiHouse) -> None:
    """given readings between rounds of random corrections / when all are made / then each reads the same again."""
    draw = Random(20_261_130)
    pair = house.pair()
    reader = house.member(pair.donneur_ordre_id, Function.READER)
    as_of = to_text(from_microseconds(START + 30 * DAY))
    path, tickets = f"{pair.path}/figures", f"{pair.path}/tickets"
    seen: list[tuple[str, dict[str, str], bytes]] = []

    def read(known_at: str) -> list[tuple[str, dict[str, str], bytes]]:
        asked: list[tuple[str, dict[str, str]]] = [(path, {"period": period}) for period in PERIODS]
        asked.append((tickets, {"limit": "1000"}))
        found = []
        for address, query in asked:
            answer = reader.get(address, params={**query, "as_of": as_of, "known_at": known_at})
            assert answer.status_code == 200, answer.text
            found.append((address, {**query, "known_at": known_at}, answer.content))
        return found

    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(draw, TICKETS))
        seen += read(to_text(now()))
        for round_number in range(ROUNDS):
            size = CORRECTIONS // ROUNDS
            for start in range(0, size, 250):
                events = [_correction(draw, round_number * size + start + number) for number in range(250)]
                await bench.store(source, [generic_delivery(events, to_microseconds(now()))])
            # Some are read while they wait to be folded, some after.
            if round_number % 2:
                await bench.fold(to_microseconds(now()))
            seen += read(to_text(now()))
        await bench.fold(to_microseconds(now()))
    assert len({content for _, _, content in seen}) == len(seen), "no correction moved anything: nothing is proven"
    for address, query, content in seen:
        answer = reader.get(address, params={**query, "as_of": as_of})
        assert answer.content == content, query
