"""Explanations over HTTP: the value comes out of the events, down to the last ticket."""

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.figures.rules.indicators import INDICATORS, Kind
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.callers import Api, faults
from tests.support.figures import explanation, figures
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid

MONTH = "2026-10"
NOW = START + 40 * 24 * HOUR
DAY = 24 * HOUR


async def _loaded(house: KpiHouse, seed: int, tickets: int = 60, at_us: int = NOW, **told: Any) -> tuple[KpiPair, Api]:
    pair = house.pair(**told)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(seed), tickets))
        await bench.fold(at_us)
    return pair, house.member(pair.sous_traitant_id, Function.READER)


@pytest.mark.parametrize("seed", range(3))
async def test_every_figure_comes_out_of_its_events_and_adds_up(house: KpiHouse, seed: int) -> None:
    """given random lives / then for every indicator, variant and several periods: equal, and in + out = population."""
    # Early in November: windows still run, promises are about to break.
    pair, api = await _loaded(house, 60 + seed, at_us=START + (5 + 4 * seed) * DAY)
    for period in (MONTH, "2026-10-21", "2026-Q4"):
        for figure in figures(api, pair.path, period).values():
            told = explanation(api, figure["figure_id"], limit=1000)
            assert told["figure"] == figure
            _adds_up(told)


def _adds_up(told: dict[str, Any]) -> None:
    """The counts are those of the tickets listed, and give the value."""
    figure, counts, recomputed = told["figure"], told["counts"], told["recomputed"]
    indicator = INDICATORS[figure["indicator"]]
    assert recomputed["equal"] is True
    assert (recomputed["value"], recomputed["denominator"]) == (figure["value"], figure["denominator"])
    tickets = told["tickets"]["items"]
    assert told["tickets"]["next_cursor"] is None
    assert recomputed["tickets_read"] == len(tickets)
    out = Counter(ticket["reason"] for ticket in tickets if ticket["counted"] == "out")
    assert {row["reason"]: row["tickets"] for row in counts["out"]} == out
    inside = [ticket for ticket in tickets if ticket["counted"] == "in"]
    assert counts["in"]["denominator"] == len(inside) == figure["sample_size"]
    assert counts["in"]["denominator"] + sum(out.values()) == recomputed["tickets_read"]
    assert counts["in"]["pending"] == sum(ticket["pending"] for ticket in inside)
    if indicator.kind is Kind.SHARE:
        assert figure["numerator"] == counts["in"]["numerator"] == sum(ticket["in_numerator"] for ticket in inside)
    if indicator.kind is Kind.SCORE:
        sides = Counter(ticket["answer"] for ticket in inside)
        assert figure["numerator"] == counts["in"]["numerator"] == sides["promoter"] - sides["detractor"]
    if figure["variant"] == "mean":
        assert figure["numerator"] == sum(ticket["value_s"] for ticket in inside)
    if figure["variant"] in ("median", "p90") and inside:
        tenths = {"median": 5, "p90": 9}[figure["variant"]]
        values = sorted(ticket["value_s"] for ticket in inside)
        assert figure["value"] == str(values[-(-len(values) * tenths // 10) - 1])
    assert all(ticket["events"] for ticket in tickets)


async def test_pages_cover_the_population_once(house: KpiHouse) -> None:
    pair, api = await _loaded(house, 71)
    figure_id = figures(api, pair.path, MONTH)["fcr_ticket", None]["figure_id"]
    whole = explanation(api, figure_id, limit=1000)["tickets"]["items"]
    assert len(whole) > 20
    walked: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = explanation(api, figure_id, limit=7, **cursor)["tickets"]
        walked += page["items"]
        if page["next_cursor"] is None:
            break
        assert len(page["items"]) == 7
        cursor = {"cursor": page["next_cursor"]}
    assert walked == whole
    assert [ticket["ticket_id"] for ticket in whole] == sorted(ticket["ticket_id"] for ticket in whole)
    by_filter = {name: explanation(api, figure_id, limit=1000, counted=name)["tickets"]["items"]
                 for name in ("in", "out", "numerator", "not_numerator")}  # fmt: skip
    assert sorted(map(str, by_filter["in"] + by_filter["out"])) == sorted(map(str, whole))
    assert all(ticket["in_numerator"] is True for ticket in by_filter["numerator"])
    assert len(by_filter["numerator"]) + len(by_filter["not_numerator"]) == len(by_filter["in"])
    answer = api.get(f"/v1/figures/{figure_id}/explanation", params={"cursor": "x"})
    assert faults(answer) == {"cursor"}


async def test_what_judged_is_told(house: KpiHouse) -> None:
    objective = {"id": str(new_id()), "statement": "Résoudre au premier contact", "recorded_at": "2025-12-01T00:00:00Z"}
    promised = commitment(objective_id=objective["id"])
    pair, api = await _loaded(house, 72, 20, commitments=[promised], objectives=[objective])
    told = figures(api, pair.path, MONTH)
    fcr = explanation(api, told["fcr_ticket", None]["figure_id"])
    assert fcr["commitment"] == {
        "id": promised["id"], "clause": "Article 6.2", "target": "0.7000", "tolerance": "0.0200",
        "direction": "higher", "class": "contractual", "weight": "2",
        "objective": {"id": objective["id"], "statement": objective["statement"]},
        "valid_from": "2025-12-31T23:00:00Z", "recorded_at": "2025-12-01T00:00:00Z",
    }  # fmt: skip
    assert fcr["formula"]["source"] == "D10"
    (terms,) = fcr["terms"]
    assert terms["reopen_window_hours"] == "168"
    assert terms["sla"]["schedule"] == "bureau"
    assert fcr["calendar"] == {
        "zone": "Europe/Paris", "from": "2026-09-30T22:00:00Z", "to": "2026-10-31T23:00:00Z", "schedule": None,
        "working_seconds": None, "holidays": [],
    }  # fmt: skip
    business = explanation(api, told["frt_business", "mean"]["figure_id"])["calendar"]
    # Twenty-two working days of nine hours.
    assert (business["schedule"], business["working_seconds"]) == ("bureau", 22 * 9 * 3_600)
    july = figures(api, pair.path, "2026-07")["sla_resolution", None]["figure_id"]
    assert explanation(api, july)["calendar"]["holidays"] == ["2026-07-14"]


async def test_a_published_version_is_explained_as_it_was(house: KpiHouse) -> None:
    """given a version, then late events that change the figure / then the version explains itself, the figure too."""
    pair, api = await _loaded(house, 73, 40, to_microseconds(now()))
    figure_id = figures(api, pair.path, MONTH)["csat", None]["figure_id"]
    async with house.workbench() as bench:
        while await publish_contract(bench.database, contract_uuid(pair)):
            pass
        first = explanation(api, figure_id)
        assert first["figure"]["version"] == 1
        source = await bench.source(contract_uuid(pair))
        events = [
            cloud_event("created", "late", START),
            cloud_event("csat", "late", START + HOUR, {"score": 1, "scale_max": 5}),
        ]
        await bench.store(source, [generic_delivery(events, START + 2 * HOUR)])
        await bench.fold(to_microseconds(now()))
    live = explanation(api, figure_id, limit=1000)
    assert live["figure"]["version"] is None
    assert live["recomputed"]["equal"]
    assert "late" in {ticket["ticket_id"] for ticket in live["tickets"]["items"]}
    old = explanation(api, figure_id, limit=1000, version=1)
    assert old["figure"] == first["figure"]
    assert old["recomputed"]["equal"]
    assert old["recomputed"]["tickets_read"] == first["recomputed"]["tickets_read"]
    assert "late" not in {ticket["ticket_id"] for ticket in old["tickets"]["items"]}
    (version,) = old["versions"]
    assert (version["version"], version["value"]) == (1, first["figure"]["value"])
    instant = version["published_at"]
    again = explanation(api, figure_id, limit=1000, as_of=instant, known_at=instant)
    assert again["tickets"] == old["tickets"]
    assert again["figure"]["value"] == first["figure"]["value"]
    assert api.get(f"/v1/figures/{figure_id}/explanation", params={"version": 2}).status_code == 404
    both = api.get(f"/v1/figures/{figure_id}/explanation", params={"version": 1, "as_of": instant})
    assert faults(both) == {"query.version"}


async def test_equal_is_found_out_not_assumed(house: KpiHouse) -> None:
    """given sums that somebody spoilt / then the explanation says that the figure does not come out of its events."""
    pair, api = await _loaded(house, 74)
    async with house.workbench() as bench, bench.database.background_session() as session:
        await session.execute(
            text(
                "UPDATE rollup_month SET numerator = numerator + 1 WHERE contract_id = :c AND indicator = 'fcr_ticket'"
            ),
            {"c": contract_uuid(pair)},
        )
    figure = figures(api, pair.path, MONTH)["fcr_ticket", None]
    told = explanation(api, figure["figure_id"])
    assert told["recomputed"]["equal"] is False
    assert told["recomputed"]["numerator"] == figure["numerator"] - 1


async def test_the_same_bytes_until_something_changes(house: KpiHouse) -> None:
    pair, api = await _loaded(house, 75, 20)
    path = f"/v1/figures/{figures(api, pair.path, MONTH)['ttr', 'p90']['figure_id']}/explanation"
    first = api.get(path)
    other_side = house.member(pair.donneur_ordre_id, Function.BI_READER).get(path)
    assert other_side.content == first.content
    assert api.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 304


async def test_strangers_find_no_figure(house: KpiHouse) -> None:
    pair, other = house.pair(), house.pair()
    reader = house.member(pair.donneur_ordre_id, Function.READER)
    figure_id = figures(reader, pair.path, MONTH)["csat", None]["figure_id"]
    path = f"/v1/figures/{figure_id}/explanation"
    assert reader.get(path).status_code == 200
    assert house.stranger.get(path).status_code == 401
    stranger = house.member(other.donneur_ordre_id, Function.MANAGER)
    for wrong in (path, f"/v1/figures/{figure_id}A/explanation", "/v1/figures/nope/explanation"):
        assert stranger.get(wrong).status_code == 404
    assert house.member(pair.donneur_ordre_id, Function.PLATFORM_ADMIN).get(path).status_code == 403
    future = {"as_of": to_text(now() + timedelta(days=400))}
    assert reader.get(path, params=future).status_code == 200
