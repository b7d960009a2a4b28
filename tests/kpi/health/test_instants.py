"""Coverage at instants: at the present one that of now, at a past one what was known then, for ever."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.calendars.instants import SECOND_US
from services.kpi.freshness import repository as freshness
from services.kpi.health.service import watch_all
from services.kpi.ingestion.service import examine
from services.kpi.rights.service import Eraser
from services.kpi.sources.registry import Source
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.health.test_health import AN_HOUR, day_of, hear, instants, usual
from tests.kpi.scopes.support import tell_again
from tests.support.callers import Api, faults
from tests.support.kpi import OFFICE, PARAMETERS, Workbench, version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair

F = Function
LOADED = "UPDATE delivery SET origin = 'live' WHERE source_id = :source"
"""What was loaded is no longer being loaded."""
REFUSED = ("rejected_signature", "rejected_stale")


def read(api: Api, pair: KpiPair, period: str, **query: str) -> bytes:
    """The bytes of a coverage."""
    answer = api.get(f"{pair.path}/coverage", params={"period": period, **query})
    assert answer.status_code == 200, answer.text
    return bytes(answer.content)


def coverage(api: Api, pair: KpiPair, period: str, **query: str) -> dict[str, Any]:
    """A coverage."""
    answer = api.get(f"{pair.path}/coverage", params={"period": period, **query})
    told: dict[str, Any] = answer.json()
    return told


def periods(hour: int) -> tuple[str, str, str]:
    """The day, the month and the quarter of an hour."""
    day = day_of(hour)
    return day, day[:7], f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


async def tally(bench: Workbench) -> None:
    """Count by the hour what was recorded so far."""
    async with bench.database.background_session() as session:
        assert await freshness.tally(session, now())


async def scene(bench: Workbench, pair: KpiPair, this_hour: int) -> Source:
    """Three weeks of four an hour with a silence of ten hours in them, and one that lasts for three; a broken body."""
    source = await bench.source(UUID(pair.contract_id))
    lost = range(this_hour - 60, this_hour - 50)
    await hear(bench, source, [hour for hour in usual(this_hour - 3) if hour not in lost])
    moment = (this_hour - 5) * 3_600 * SECOND_US
    broken = cloud_event("created", "T-X", moment, {"requester": "anna"}) | {"time": "hier"}
    delivery = generic_delivery(broken, moment)
    received = from_microseconds(moment)
    await bench.gate.store([examine(source, delivery.headers, delivery.body, received, origin="live")])
    await bench.fold(to_microseconds(now()))
    await watch_all(bench.database)
    return source


@pytest.mark.parametrize("counted_ahead", [False, True])
async def test_at_the_present_instant_it_is_that_of_now(
    house: KpiHouse, pair: KpiPair, this_hour: int, counted_ahead: bool
) -> None:
    """given silences that lasted, last, and were explained, and a source never heard / then the bytes of now."""
    api = house.member(pair.donneur_ordre_id, F.MANAGER)
    async with house.workbench() as bench:
        source = await scene(bench, pair, this_hour)
        if counted_ahead:
            await tally(bench)
        await bench.source(UUID(pair.contract_id))
        for explained in (False, True):
            if explained:
                gap = api.get(f"/v1/sources/{source.id}/gaps").json()["items"][-1]
                path = f"/v1/sources/{source.id}/gaps/{gap['id']}/explanations"
                assert api.post(path, {"kind": "made_up", "reason": "Rejoué."}).status_code == 201
            for period in (*periods(this_hour - 3), *periods(this_hour - 55)):
                live = coverage(api, pair, period)
                assert read(api, pair, period, as_of=to_text(now())) == read(api, pair, period)
                own = next(one for one in live["sources"] if one["source_id"] == source.id)
                assert own["gaps"]
                told = coverage(api, pair, period, known_at=to_text(now()))
                for one in live["sources"]:
                    one["quarantined"] = None
                    one["deliveries"] |= dict.fromkeys(REFUSED)
                assert told == live


async def test_what_was_known_reads_the_same_whatever_is_learnt(house: KpiHouse, pair: KpiPair, this_hour: int) -> None:
    """given readings at several instants / when silences last on, are explained, end and are filled, a source is
    connected, holidays are agreed, and a person is erased / then each reading is the same bytes."""
    api = house.member(pair.donneur_ordre_id, F.MANAGER)
    seen: list[tuple[str, dict[str, str], bytes]] = []
    asked = (*periods(this_hour - 3)[:2], *periods(this_hour - 55)[:1])

    def note() -> None:
        instant = to_text(now())
        for query in ({"known_at": instant}, {"as_of": instant, "known_at": instant}):
            seen.extend((period, query, read(api, pair, period, **query)) for period in asked)

    async with house.workbench() as bench:
        note()
        source = await scene(bench, pair, this_hour)
        note()
        lasting, past = api.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert (lasting["ends_at"], past["expected"]) == (None, 10 * AN_HOUR)
        # What is kept of the silence that lasts grows with it.
        await watch_all(bench.database, now() + timedelta(hours=2))
        (grown, _) = api.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert grown["expected"] > lasting["expected"]
        note()
        path = f"/v1/sources/{source.id}/gaps/{lasting['id']}/explanations"
        assert api.post(path, {"kind": "quiet", "reason": "Fermé."}).status_code == 201
        await tally(bench)
        note()
        await hear(bench, source, [this_hour - 1])
        await bench.fold(to_microseconds(now()))
        await watch_all(bench.database)
        note()
        await hear(bench, source, range(this_hour - 60, this_hour - 50), "held")
        async with bench.database.background_session() as session:
            await session.execute(text(LOADED), {"source": source.id})
        await watch_all(bench.database)
        assert len([one for one in api.get(f"/v1/sources/{source.id}/gaps").json()["items"] if one["resolved_at"]]) == 1
        note()
        closed = {**OFFICE, "holidays": [day_of(this_hour - 3), day_of(this_hour - 3 - 7 * 24)]}
        terms = {**version({**PARAMETERS, "schedules": {**PARAMETERS["schedules"], "bureau": closed}}), "id": new_id()}
        tell_again(house, pair, terms=[{**terms, "id": str(terms["id"]), "recorded_at": to_text(now())}])
        await bench.source(UUID(pair.contract_id))
        person = {"contract_id": pair.contract_id, "references": [{"kind": "requester", "value": "anna"}]}
        assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", person).status_code == 204
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        await tally(bench)
        await bench.fold(to_microseconds(now()))
    for period, query, content in seen:
        assert read(api, pair, period, **query) == content, (period, query)
    # Each step was learnt of by somebody.
    of_the_day = [content for period, query, content in seen if period == asked[0] and len(query) == 1]
    assert len({*of_the_day, read(api, pair, asked[0], known_at=to_text(now()))}) >= 5


async def test_as_of_an_earlier_hour(house: KpiHouse, pair: KpiPair, this_hour: int) -> None:
    """given a silence that is over / when it is looked at as of an hour within it / then it lasted, and missed less."""
    api = house.member(pair.sous_traitant_id, F.READER)
    async with house.workbench() as bench:
        source = await scene(bench, pair, this_hour)
    until = from_microseconds((this_hour - 55) * 3_600 * SECOND_US)
    told = coverage(api, pair, day_of(this_hour - 55), as_of=to_text(until + timedelta(minutes=20)))
    assert told["until"] == to_text(until)
    (own,) = told["sources"]
    (gap,) = own["gaps"]
    assert (gap["ends_at"], gap["closed_at"], gap["expected"]) == (None, None, 5 * AN_HOUR)
    assert gap["starts_at"] == to_text(from_microseconds(instants([this_hour - 61])[-1] + SECOND_US))
    assert 0 < own["missing"] <= 5 * AN_HOUR
    # Tickets are those first heard of by then, on that day.
    assert own["tickets"] == own["deliveries"]["accepted"]
    assert own["orphans"] == 0
    before = coverage(api, pair, day_of(this_hour - 55), as_of="2020-01-01T00:00:00Z")
    assert (before["coverage"], before["sources"][0]["tickets"], before["sources"][0]["gaps"]) == (None, 0, [])
    unheard = coverage(api, pair, day_of(this_hour - 55), known_at="2020-01-01T00:00:00Z")
    assert (unheard["coverage"], unheard["sources"]) == (None, [])
    # Hours to come are not told of.
    later = coverage(api, pair, day_of(this_hour - 3), as_of="2199-01-01T00:00:00Z")
    assert later == coverage(api, pair, day_of(this_hour - 3))
    assert source.id == own["source_id"]


def test_what_is_no_instant(house: KpiHouse, pair: KpiPair) -> None:
    api = house.member(pair.sous_traitant_id, F.READER)
    for name in ("as_of", "known_at"):
        for wrong in ("yesterday", "2026-10-20T10:00:00", "9999-12-31T23:59:59Z"):
            answer = api.get(f"{pair.path}/coverage", params={"period": "2026-10", name: wrong})
            assert faults(answer) == {f"query.{name}"}
