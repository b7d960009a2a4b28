"""The day of the team on a database and over HTTP: what is found, what it agrees with, and who may read it."""

from random import Random
from uuid import UUID

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.common.pseudonyms import pseudonymiser
from services.kpi.figures import recomputing
from services.kpi.figures import service as figures
from services.kpi.figures.rules.periods import day_period
from services.kpi.today import service
from services.kpi.today.rules import Ticket, board
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.kpi.dimensions.support import DAY, HOUR, random_lives
from tests.support.kpi import PARAMETERS, Workbench, version
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid
from tests.support.problems import problem

_MINUTE = 60_000_000


async def _compute(bench: Workbench, contract_id: UUID, at_us: int) -> service.Today:
    async with bench.database.background_session() as session:
        return await service.compute(session, contract_id, from_microseconds(at_us))


@pytest.mark.parametrize("seed", range(3))
async def test_the_day_is_what_all_tickets_say(workbench: Workbench, seed: int) -> None:
    """given random lives around the night on which clocks change / then those found give what all tickets give."""
    contract = await workbench.contract(PARAMETERS)
    source = await workbench.source(contract.id)
    await workbench.store(source, random_lives(Random(seed), 40))
    for moment in ("2026-10-21T13:07:00+02:00", "2026-10-25T09:31:00+01:00", "2026-10-26T00:00:00+01:00"):
        at_us = at(moment)
        await workbench.fold(at_us)
        today = await _compute(workbench, contract.id, at_us)
        async with workbench.database.background_session() as session:
            ground = await figures.read_ground(session, contract.id, at_us)
            everything = [
                Ticket(one.source_id, one.ticket_id, one.facts)
                async for one in recomputing.evaluate_all(session, ground, None)
            ]
            stock = await figures.read_measures(session, contract.id, day_period(today.day.day))
        assert today.board == board(everything, today.day)
        assert sum(today.board.open.values()) == stock["backlog"].numerator


async def test_more_tickets_than_are_looked_at(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    """given more open tickets than the bound / then the promises alone are told."""
    contract = await workbench.contract(PARAMETERS)
    source = await workbench.source(contract.id)
    start = at("2026-10-21T08:00:00+02:00")
    created = [generic_delivery(cloud_event("created", f"T-{n}", start, {}), start) for n in range(4)]
    await workbench.store(source, created)
    await workbench.fold(start + HOUR)
    monkeypatch.setattr(service, "MOST_TICKETS", 4)
    found = await _compute(workbench, contract.id, start + HOUR)
    assert found.board is not None
    assert found.board.open["new"] == 4
    monkeypatch.setattr(service, "MOST_TICKETS", 3)
    assert (await _compute(workbench, contract.id, start + HOUR)).board is None


async def _team(house: KpiHouse) -> KpiPair:
    """A contract with a target of nine in ten, a ticket that waits, and one that somebody answered."""
    told = house.pair(
        terms=[{**version(PARAMETERS), "id": str(new_id())}],
        commitments=[commitment(indicator="sla_first_response", target="0.9000", tolerance="0.0000")],
    )
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        moment = to_microseconds(now())
        deliveries = []
        for ticket, said in (("T-1", False), ("T-2", True)):
            begun = moment - 2 * _MINUTE
            deliveries.append(generic_delivery(cloud_event("created", ticket, begun, {"priority": "high"}), begun))
            if said:
                data = {"author": "agent", "public": True, "author_id": "agent-77"}
                deliveries.append(generic_delivery(cloud_event("message", ticket, moment - _MINUTE, data), moment))
        await bench.store(source, deliveries)
        await bench.fold(to_microseconds(now()))
    return told


async def test_what_the_team_reads(house: KpiHouse) -> None:
    pair = await _team(house)
    lead = house.member(pair.sous_traitant_id, Function.TEAM_LEAD)
    answer = lead.get(f"{pair.path}/today")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert len(told["board"]["half_hours"]) in (46, 48, 50)
    assert 1 <= sum(one["created"] for one in told["board"]["half_hours"]) <= 2
    assert sum(told["board"]["open"].values()) == 2
    assert [goal["figure"]["indicator"] for goal in told["goals"]] == ["sla_first_response", "sla_resolution"]
    assert told["goals"][0]["figure"]["target"] == "0.9000"
    assert told["goals"][0]["outlook"] is not None
    assert told["goals"][1]["outlook"] is None
    figure = lead.get(f"{pair.path}/figures", params={"period": told["day"]}).json()["items"]
    assert told["goals"][0]["figure"] == next(one for one in figure if one["indicator"] == "sla_first_response")
    # Nobody is in it: neither the id nor the pseudonym of who answered.
    pseudonym = pseudonymiser(house.app.state.pseudonym_key, contract_uuid(pair))
    assert "agent-77" not in answer.text
    assert pseudonym("agent-77") not in answer.text
    # Pages of what breaks next, soonest first, make up the whole.
    items, cursor = [], None
    while True:
        query = {"limit": 1, **({} if cursor is None else {"cursor": cursor})}
        page = lead.get(f"{pair.path}/today", params=query).json()["board"]["due"]
        items += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert [item["at"] for item in items] == sorted(item["at"] for item in items)
    assert len(items) == len({(item["ticket_id"], item["promise"]) for item in items})
    assert items == lead.get(f"{pair.path}/today").json()["board"]["due"]["items"]
    problem(lead.get(f"{pair.path}/today", params={"cursor": "nope"}), 422)


async def test_who_may_read_it(house: KpiHouse) -> None:
    """given the two parties and others / then only the provider's managers and team leads read the day."""
    pair = house.pair()
    path = f"{pair.path}/today"
    problem(house.stranger.get(path), 401)
    for function in (Function.MANAGER, Function.TEAM_LEAD):
        assert house.member(pair.sous_traitant_id, function).get(path).status_code == 200
        problem(house.member(pair.donneur_ordre_id, function).get(path), 403)
        problem(house.member(house.pair().sous_traitant_id, function).get(path), 404)
    for function in (Function.READER, Function.AUDITOR, Function.ADMINISTRATOR, Function.BI_READER):
        problem(house.member(pair.sous_traitant_id, function).get(path), 403)


async def test_what_the_rest_of_the_day_must_bring(workbench: Workbench) -> None:
    """given four weeks of Mondays with ten promises / when four of five are kept so far / then five are to come."""
    contract = await workbench.contract(PARAMETERS)
    source = await workbench.source(contract.id)
    monday = at("2026-10-19T10:00:00+02:00")
    deliveries = []
    for week in range(4, -1, -1):
        for number in range(10 if week else 5):
            begun = monday - week * 7 * DAY + number * _MINUTE
            ticket = f"T-{week}-{number}"
            replied = begun + (90 if number == 0 else 5) * _MINUTE
            data = {"author": "agent", "public": True}
            for kind, when, told in (("created", begun, {}), ("message", replied, data)):
                deliveries.append(generic_delivery(cloud_event(kind, ticket, when, told), when))
            solved = cloud_event("status", ticket, replied + _MINUTE, {"status": "solved"})
            deliveries.append(generic_delivery(solved, replied + 2 * _MINUTE))
    await workbench.store(source, deliveries)
    at_us = monday + 2 * HOUR
    await workbench.fold(at_us)
    today = await _compute(workbench, contract.id, at_us)
    response, resolution = today.goals
    assert (response.figure.numerator, response.figure.denominator, response.usual) == (4, 5, 10)
    assert (resolution.figure.numerator, resolution.figure.denominator, resolution.usual) == (5, 5, 10)
    assert response.outlook is None
    assert today.board is not None
    assert sum(one.solved for one in today.board.half_hours) == 5
