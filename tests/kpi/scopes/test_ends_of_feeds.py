"""A feed that a party ends, or that the other party refuses."""

from datetime import timedelta
from typing import Any

from services.common.instants import now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.ticket_answers.service import AnswerTeller
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START
from tests.kpi.scopes.support import NOW, counts, feed, group, keep_feeds, managers, out_of_scope, sibling, tickets
from tests.support.callers import Api, faults
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
SECOND = 1_000_000


def _created(ticket: str, at_us: int) -> Any:
    return generic_delivery(cloud_event("created", ticket, at_us, {"group": "A"}), at_us + SECOND)


def _published(api: Api, pair: KpiPair) -> dict[Any, Any]:
    return {key: (item["value"], item["version"]) for key, item in figures(api, pair.path, MONTH).items()}


async def test_tickets_created_after_the_end_are_none_of_the_contract(house: KpiHouse) -> None:
    """given a feed that a party ends in two hours / then what was created before goes on, and no more."""
    home = house.pair()
    other = sibling(house, home)
    donneur_ordre, sous_traitant = managers(house, home)
    start_us = to_microseconds(now())
    ends_at = now() + timedelta(hours=2)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        assert feed(donneur_ordre, other, source.id, group("A")).status_code == 201
        await keep_feeds(bench)
        await bench.store(source, [_created("T-old", START), _created("T-before", start_us)])
        await bench.fold(NOW)
        while await publish_contract(bench.database, contract_uuid(other)):
            pass
        read = {"period": MONTH, "known_at": to_text(now()), "as_of": to_text(now())}
        past = sous_traitant.get(f"{other.path}/figures", params=read).content
        before = _published(donneur_ordre, other)

        path = f"{other.path}/feeds/{source.id}/endings"
        assert faults(sous_traitant.post(path, {"ends_at": to_text(now() - timedelta(days=1))})) == {"ends_at"}
        assert faults(sous_traitant.post(path, {"ends_at": to_text(now() + timedelta(days=400))})) == {"ends_at"}
        told = sous_traitant.post(path, {"ends_at": to_text(ends_at)})
        assert told.status_code == 200, told.text
        assert (told.json()["state"], told.json()["ends_at"]) == ("active", to_text(ends_at))
        assert told.json()["end_requested_by_side"] == "sous_traitant"
        problem(donneur_ordre.post(path, {}), 409)

        later_us = start_us + 3 * HOUR
        await bench.store(source, [_created("T-late", later_us)])
        event = cloud_event("status", "T-before", later_us, {"status": "solved"})
        answer = cloud_event("csat", "T-late", later_us + HOUR, {"score": 5, "comment": "trop tard"})
        await bench.store(source, [generic_delivery(one, later_us + 2 * HOUR) for one in (event, answer)])
        await bench.fold(later_us + 3 * HOUR)
        assert await sums_differ(bench.database, contract_uuid(other)) == 0
        while await AnswerTeller(bench.database, bench.sources, bench.gate).run_next():
            pass
        as_of = {"as_of": to_text(now() + timedelta(hours=7))}
        assert tickets(donneur_ordre, other, **as_of) == ["T-before", "T-old"]
        assert tickets(donneur_ordre, home, **as_of) == ["T-before", "T-late", "T-old"]
        rows = donneur_ordre.get(f"{other.path}/tickets", params=as_of).json()["items"]
        assert {row["ticket_id"]: row["status"] for row in rows} == {"T-before": "solved", "T-old": "new"}
        assert counts(donneur_ordre, other) == {"feed_ended": 1}
        (left,) = out_of_scope(donneur_ordre, other, **as_of)["items"]
        assert (left["ticket_id"], left["reason"], left["scope_id"]) == ("T-late", "feed_ended", None)
        # Nothing that was counted, or published, moved.
        assert _published(donneur_ordre, other) == before
        assert sous_traitant.get(f"{other.path}/figures", params=read).content == past
        for figure in figures(donneur_ordre, other.path, MONTH).values():
            assert explanation(donneur_ordre, figure["figure_id"], limit=1)["recomputed"]["equal"] is True


async def test_an_end_at_once_stays(house: KpiHouse) -> None:
    """given a feed / when it is ended without an instant / then it is ended now, and is not begun again."""
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        assert feed(manager, other, source.id).status_code == 201
        await keep_feeds(bench)
        assert manager.get(f"{other.path}/feeds").json()["items"][0]["overlaps"] is True
        problem(manager.post(f"{other.path}/feeds/{'a' * 40}/endings", {}), 404)
        told = manager.post(f"{other.path}/feeds/{source.id}/endings", {}).json()
        assert (told["state"], told["overlaps"], told["ended_at"]) == ("ended", False, None)
        problem(feed(manager, other, source.id), 409)


async def test_the_other_party_refuses_a_feed_that_waits(house: KpiHouse) -> None:
    """given a feed that waits / when the other party refuses it / then nothing came, and it may be proposed again."""
    home = house.pair()
    other = sibling(house, home, state="active")
    donneur_ordre, sous_traitant = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, [_created("T-1", START)])
        assert feed(sous_traitant, other, source.id, group("B")).json()["state"] == "proposed"
        path = f"{other.path}/feeds/{source.id}"
        problem(sous_traitant.post(f"{path}/refusals"), 403)
        problem(donneur_ordre.post(f"{path}/endings", {}), 409)
        refused = donneur_ordre.post(f"{path}/refusals")
        assert (refused.status_code, refused.json()["state"], refused.json()["overlaps"]) == (200, "refused", False)
        problem(donneur_ordre.post(f"{path}/refusals"), 409)
        problem(donneur_ordre.post(f"{path}/approvals"), 409)
        await keep_feeds(bench)
        await bench.fold(NOW)
        assert tickets(donneur_ordre, other) == []
        again = feed(donneur_ordre, other, source.id, group("A"))
        assert (again.status_code, again.json()["state"]) == (201, "proposed")
        assert (again.json()["requested_by_side"], again.json()["refused_at"]) == ("donneur_ordre", None)
        assert sous_traitant.post(f"{path}/approvals").json()["state"] == "active"
        await keep_feeds(bench)
        await bench.fold(NOW)
        # With its own scope: the one of the refused proposal never ruled.
        assert tickets(donneur_ordre, other) == ["T-1"]
        shown = donneur_ordre.get(f"{other.path}/sources/{source.id}/scopes").json()["items"]
        assert [one["state"] for one in shown] == ["in_force", "superseded"]
