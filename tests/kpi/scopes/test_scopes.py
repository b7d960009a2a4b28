"""Scopes over HTTP: who sets them, what they leave out, and that both parties see it."""

from random import Random
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.instants import from_microseconds, now, to_text
from tests.factories.webhooks import cloud_event, generic_delivery, rfc3339
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.kpi.scopes.support import NOW, counts, group, managers, out_of_scope, set_scope, tickets
from tests.support.callers import faults
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi_service import KpiHouse, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
GROUPS = ("A", "B", "C")


async def _loaded(house: KpiHouse, state: str, seed: int = 7, tickets: int = 45) -> tuple[Any, str]:
    pair = house.pair(state=state)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(seed), tickets, GROUPS))
        await bench.fold(NOW)
    return pair, source.id


async def _fold(house: KpiHouse, at_us: int = NOW) -> None:
    async with house.workbench() as bench:
        await bench.fold(at_us)


async def test_before_the_activation_a_scope_is_in_force_at_once(house: KpiHouse) -> None:
    """given tickets of three groups / when one is left out / then it counts nowhere, and both see it."""
    pair, source_id = await _loaded(house, "draft")
    donneur_ordre, sous_traitant = managers(house, pair)
    everything = tickets(donneur_ordre, pair)
    whole = figures(donneur_ordre, pair.path, MONTH)
    before = to_text(now())
    answer = set_scope(sous_traitant, pair, source_id, group("A", "B"))
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["state"], told["valid_from"], told["requested_by_side"]) == ("in_force", None, "sous_traitant")
    await _fold(house)
    left_out = out_of_scope(donneur_ordre, pair, limit=1000)
    assert left_out == out_of_scope(sous_traitant, pair, limit=1000)
    assert {item["group"] for item in left_out["items"]} == {"C"}
    assert {item["reason"] for item in left_out["items"]} == {"group_not_in"}
    assert all(item["scope_id"] == told["id"] for item in left_out["items"])
    (count,) = left_out["counts"]
    assert count == {"source_id": source_id, "reason": "group_not_in", "tickets": len(left_out["items"])}
    outside = {item["ticket_id"] for item in left_out["items"]}
    kept = tickets(donneur_ordre, pair)
    assert set(kept) == set(everything) - outside
    assert 10 < len(outside) < len(everything)
    # The figures are of what is left, and so is each explanation, down to the tickets that are not.
    scoped = figures(donneur_ordre, pair.path, MONTH)
    assert scoped["fcr_ticket", None]["denominator"] < whole["fcr_ticket", None]["denominator"]
    for code in ("fcr_ticket", "backlog", "data_completeness", "ttr"):
        figure = next(item for (indicator, _), item in scoped.items() if indicator == code)
        shown = explanation(donneur_ordre, figure["figure_id"], limit=1000)
        assert shown["recomputed"]["equal"] is True
        assert {row["reason"]: row["tickets"] for row in shown["counts"]["out"]}["group_not_in"] == len(outside)
        assert {t["ticket_id"] for t in shown["tickets"]["items"] if t["reason"] == "group_not_in"} == outside
    # As of and as known at instants: from the events, and before anybody knew the scope everything counted.
    as_of = {"as_of": rfc3339(NOW)}
    assert out_of_scope(donneur_ordre, pair, limit=1000, **as_of) == left_out
    assert counts(donneur_ordre, pair, known_at=before) == {}
    assert set(tickets(donneur_ordre, pair, known_at=before)) == set(everything)
    assert (
        figures(donneur_ordre, pair.path, MONTH, known_at=to_text(now()), **as_of)["ttr", "mean"]["value"]
        == (scoped["ttr", "mean"]["value"])
    )
    async with house.workbench() as bench:
        assert await sums_differ(bench.database, contract_uuid(pair)) == 0


async def test_the_fold_equals_a_rebuild_whenever_the_scope_changes(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft", seed=8)
    manager, _ = managers(house, pair)
    steps: list[dict[str, Any]] = [
        {"conditions": [group("A", operator="excludes")]},
        {"conditions": [group("B")], "valid_from": rfc3339(START + 60 * HOUR)},
        {"conditions": [group("nobody", attribute="brand")], "valid_from": rfc3339(START + 90 * HOUR)},
        {"conditions": []},
    ]
    async with house.workbench() as bench:
        source = await bench.sources.find(source_id)
        for number, step in enumerate(steps):
            assert manager.post(f"{pair.path}/sources/{source_id}/scopes", step).status_code == 201
            now_us = NOW + number * HOUR
            await bench.fold(now_us)
            days = await bench.days(contract_uuid(pair))
            assert days == await bench.rebuilt_days(contract_uuid(pair), source, now_us)
    assert set(counts(manager, pair)) == {"group_not_in", "brand_not_told"}


async def test_a_change_splits_tickets_by_their_creation(house: KpiHouse) -> None:
    pair = house.pair(state="draft")
    manager, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        for name, at_us in (("before", START - 1), ("at", START)):
            await bench.store(source, [generic_delivery(cloud_event("created", name, at_us, {"group": "B"}), at_us)])
        change = to_text(from_microseconds(START))
        assert set_scope(manager, pair, source.id, group("A"), valid_from=change).json()["valid_from"] == change
        await bench.fold(NOW)
    assert tickets(manager, pair) == ["before"]
    assert [item["ticket_id"] for item in out_of_scope(manager, pair)["items"]] == ["at"]
    assert out_of_scope(manager, pair, ticket="before")["items"] == []
    assert out_of_scope(manager, pair, reason="tag_excluded")["items"] == []


async def test_after_the_activation_both_parties_agree(house: KpiHouse) -> None:
    """given an active contract / then a scope changes nothing before the other party approved it."""
    pair, source_id = await _loaded(house, "active", seed=9)
    donneur_ordre, sous_traitant = managers(house, pair)
    everything = tickets(donneur_ordre, pair)
    proposed = set_scope(sous_traitant, pair, source_id, group("A")).json()
    assert (proposed["state"], proposed["recorded_at"]) == ("proposed", None)
    await _fold(house)
    assert tickets(donneur_ordre, pair) == everything
    path = f"{pair.path}/sources/{source_id}/scopes"
    problem(sous_traitant.post(f"{path}/{proposed['id']}/approvals"), 403)
    # Who answers with another one proposes in turn; the one before gave way.
    other = set_scope(donneur_ordre, pair, source_id, group("A", "B")).json()
    states = [(item["id"], item["state"]) for item in sous_traitant.get(path).json()["items"]]
    assert states == [(other["id"], "proposed"), (proposed["id"], "superseded")]
    problem(donneur_ordre.post(f"{path}/{proposed['id']}/approvals"), 409)
    before = to_text(now())
    approved = sous_traitant.post(f"{path}/{other['id']}/approvals")
    assert approved.status_code == 200, approved.text
    assert approved.json()["state"] == "in_force"
    assert approved.json()["recorded_at"] == approved.json()["approved_at"] > before
    problem(sous_traitant.post(f"{path}/{other['id']}/approvals"), 409)
    await _fold(house)
    assert len(tickets(donneur_ordre, pair)) < len(everything)
    assert tickets(donneur_ordre, pair, known_at=before) == everything


async def test_who_may_set_and_see(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft", tickets=3)
    path = f"{pair.path}/sources/{source_id}/scopes"
    reader = house.member(pair.sous_traitant_id, Function.READER)
    problem(house.stranger.post(path, {"conditions": []}), 401)
    problem(reader.post(path, {"conditions": []}), 403)
    assert reader.get(path).json() == {"items": [], "next_cursor": None}
    foreign, _ = managers(house, house.pair())
    for address in (path, f"{pair.path}/out-of-scope", f"{pair.path}/sources/{source_id}/values", f"{pair.path}/feeds"):
        problem(foreign.get(address), 404)
    problem(foreign.post(path, {"conditions": []}), 404)
    manager, _ = managers(house, pair)
    problem(manager.get(f"{pair.path}/sources/{'a' * 40}/scopes"), 404)
    problem(manager.post(f"{path}/nope/approvals"), 404)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"conditions"}),
        ({"conditions": [], "more": 1}, {"more"}),
        ({"conditions": [{"attribute": "mood", "operator": "includes", "values": ["x"]}]}, {"conditions.0.attribute"}),
        ({"conditions": [{"attribute": "tag", "operator": "like", "values": ["x"]}]}, {"conditions.0.operator"}),
        ({"conditions": [group()]}, {"conditions.0.values"}),
        ({"conditions": [group("")]}, {"conditions.0.values.0"}),
        ({"conditions": [group("a\0b")]}, {"conditions.0.values.0"}),
        ({"conditions": [], "valid_from": "2026-10-01T00:00:00"}, {"valid_from"}),
    ],
)
async def test_what_is_no_scope_is_refused(house: KpiHouse, body: dict[str, Any], wrong: set[str]) -> None:
    pair = house.pair(state="draft")
    manager, _ = managers(house, pair)
    created = manager.post("/v1/sources", {"contract_id": pair.contract_id, "system": "generic", "name": "x"}).json()
    answer = manager.post(f"{pair.path}/sources/{created['id']}/scopes", body)
    assert faults(answer) == wrong
    assert faults(manager.get(f"{pair.path}/out-of-scope", params={"reason": "mood"})) == {"query.reason"}


async def test_values_heard_of_are_proposed(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft", tickets=9)
    reader = house.member(pair.donneur_ordre_id, Function.READER)
    items = reader.get(f"{pair.path}/sources/{source_id}/values").json()["items"]
    assert {(item["attribute"], item["value"]) for item in items} == {
        ("form", "A"),
        *(("group", name) for name in GROUPS),
    }
    assert all(item["tickets"] > 0 for item in items)


async def test_pages_cover_what_is_left_out_once(house: KpiHouse) -> None:
    pair, source_id = await _loaded(house, "draft", seed=11)
    manager, _ = managers(house, pair)
    set_scope(manager, pair, source_id, group("nobody"))
    await _fold(house)
    whole = out_of_scope(manager, pair, limit=1000)["items"]
    for beside in ({}, {"as_of": rfc3339(NOW)}):
        walked: list[Any] = []
        cursor: dict[str, str] = {}
        while True:
            page = out_of_scope(manager, pair, limit=7, **cursor, **beside)
            walked += page["items"]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
        assert walked == whole
