"""A person's request in a contract that is fed: what the feed gives it is found, and erased for both contracts."""

from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from services.common.identifiers import new_id
from services.kpi.rights.service import Eraser
from services.kpi.sources.registry import Source
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START
from tests.kpi.scopes.support import NOW, feed, group, keep_feeds, managers, set_scope, sibling, tell_again
from tests.support.callers import Api
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, contract_uuid

EMAIL = "zephyrine@exemple.fr"
REQUESTER = "client-77"
REFERENCES = [{"kind": "requester", "value": REQUESTER}, {"kind": "email", "value": EMAIL}]


def _life(ticket: str, group_name: str, start_us: int, requester: str = REQUESTER) -> list[dict[str, Any]]:
    told = {"requester": requester, "group": group_name, "description": f"De {requester}"}
    return [
        cloud_event("created", ticket, start_us, told),
        cloud_event("message", ticket, start_us + HOUR, {"author": "agent", "public": True, "text": f"À {EMAIL}"}),
        cloud_event("status", ticket, start_us + 2 * HOUR, {"status": "solved"}),
    ]


async def _told(bench: Any, source: Source) -> None:
    """Of the person a ticket in each group; a batch that tells of both; somebody else's; and one never read."""
    for ticket, name in (("T-A", "A"), ("T-B", "B")):
        await bench.store(source, [generic_delivery(event, START + 3 * HOUR) for event in _life(ticket, name, START)])
    both = [cloud_event("csat", ticket, START + 4 * HOUR, {"score": 4, "comment": EMAIL}) for ticket in ("T-A", "T-B")]
    other = cloud_event("created", "T-O", START, {"requester": "autre", "group": "A"})
    broken = cloud_event("created", "T-X", START, {"requester": EMAIL}) | {"time": "hier"}
    await bench.store(source, [generic_delivery(content, START + 5 * HOUR) for content in (both, other, broken)])


def _read(house: KpiHouse, pair: KpiPair, references: list[dict[str, str]] = REFERENCES) -> dict[str, Any]:
    answer = house.service("feedback").post(
        "/internal/person-readings", {"contract_id": pair.contract_id, "references": references}
    )
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def _erase(house: KpiHouse, bench: Any, pair: KpiPair) -> dict[str, Any]:
    """Have the worker erase; what feedback is told."""
    request = new_id()
    asked = {"contract_id": pair.contract_id, "references": REFERENCES}
    assert house.service("feedback").put(f"/internal/person-erasures/{request}", asked).status_code == 204
    assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
    async with bench.database.background_session() as session:
        path = f"/internal/person-requests/{request}/erasure"
        told: dict[str, Any] = await session.scalar(text("SELECT body FROM outbox WHERE path = :p"), {"p": path})
        return told


async def _words_gone(bench: Any, pair: KpiPair) -> list[list[str]]:
    """Tickets of which feedback is told that the words they brought to a contract go."""
    statement = text("SELECT body FROM outbox WHERE path = '/internal/erased-tickets' AND body->>'contract_id' = :c")
    async with bench.database.background_session() as session:
        bodies = (await session.scalars(statement, {"c": pair.contract_id})).all()
    return [ticket for body in bodies for ticket in body["tickets"]]


def _figures(api: Api, pair: KpiPair) -> bytes:
    answer = api.get(f"{pair.path}/figures", params={"period": "2026-10"})
    assert answer.status_code == 200, answer.text
    return bytes(answer.content)


def _tickets(found: dict[str, Any]) -> list[str]:
    return [one["ticket_id"] for one in found["tickets"]]


async def _requesters(bench: Any, home: UUID) -> dict[str, str]:
    statement = text(
        "SELECT ticket_id, event->>'requester' AS requester FROM ticket_event"
        " WHERE contract_id = :home AND event->>'kind' = 'created'"
    )
    async with bench.database.background_session() as session:
        return {row.ticket_id: row.requester for row in await session.execute(statement, {"home": home})}


@pytest.mark.parametrize("scoped_home", [False, True])
async def test_what_a_feed_gives_is_found_and_erased_for_both(house: KpiHouse, scoped_home: bool) -> None:
    """given a fed contract / when a person asks there / then its scope is searched, and no figure of either moves."""
    home = house.pair(state="draft")
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        if scoped_home:
            assert set_scope(manager, home, source.id, group("A", operator="excludes")).status_code == 201
        assert feed(manager, other, source.id, group("A")).status_code == 201
        await keep_feeds(bench)
        await _told(bench, source)
        await bench.fold(NOW)

        found = _read(house, other)
        assert _tickets(found) == ["T-A"]
        assert len(found["tickets"][0]["events"]) == 4
        # Not the batch, which tells of a ticket of the other contract too, nor what was never read.
        assert [one["state"] for one in found["deliveries"]] == ["kept"] * 3
        assert _tickets(_read(house, other, [{"kind": "ticket", "value": "T-B"}])) == []
        assert _tickets(_read(house, other, [{"kind": "requester", "value": "autre"}])) == ["T-O"]
        before = _read(house, home)
        # The home keeps everything, whatever its own scope.
        assert (_tickets(before), len(before["deliveries"])) == (["T-A", "T-B"], 8)

        figures = [_figures(manager, pair) for pair in (home, other)]
        names = await _requesters(bench, contract_uuid(home))
        told = await _erase(house, bench, other)
        assert (told["tickets"], told["contents"]) == ([[source.id, "T-A"]], 4)
        assert await _words_gone(bench, home) == [[source.id, "T-A"]]
        assert _tickets(_read(house, other)) == []
        left = _read(house, home)
        assert _tickets(left) == ["T-B"]
        assert sorted(one["state"] for one in left["deliveries"]) == ["kept", "kept", "kept", "quarantined"]
        renamed = await _requesters(bench, contract_uuid(home))
        assert {ticket for ticket, name in names.items() if renamed[ticket] != name} == {"T-A"}
        assert [_figures(manager, pair) for pair in (home, other)] == figures
        await bench.fold(NOW)
        assert [_figures(manager, pair) for pair in (home, other)] == figures

        # Asked in the home, what is left goes too; the contract that is fed has nothing of it.
        told = await _erase(house, bench, home)
        assert (told["tickets"], told["contents"]) == ([[source.id, "T-B"]], 4)
        assert await _words_gone(bench, other) == [[source.id, "T-B"]]
        assert (_read(house, home)["deliveries"], [_figures(manager, pair) for pair in (home, other)]) == ([], figures)


async def test_what_came_after_the_end_of_a_feed_is_the_homes(house: KpiHouse) -> None:
    """given a feed that ended / when a person asks there / then what was recorded by then is found, and no more."""
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        assert feed(manager, other, source.id).status_code == 201
        await keep_feeds(bench)
        first, *later = _life("T-A", "A", START)
        await bench.store(source, [generic_delivery(first, START + HOUR)])
        parties = [
            {"organisation_id": organisation, "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
            for side, organisation in (("donneur_ordre", home.donneur_ordre_id), ("sous_traitant", str(new_id())))
        ]
        tell_again(house, home, parties=parties)
        await bench.store(source, [generic_delivery(event, START + 3 * HOUR) for event in later])
        await bench.store(source, [generic_delivery(event, START + 3 * HOUR) for event in _life("T-B", "A", START)])
        found = _read(house, other)
        assert [(one["ticket_id"], len(one["events"])) for one in found["tickets"]] == [("T-A", 1)]
        assert len(found["deliveries"]) == 1
        assert (await _erase(house, bench, other))["contents"] == 1
        assert len(_read(house, home, [{"kind": "ticket", "value": "T-A"}])["deliveries"]) == 2
