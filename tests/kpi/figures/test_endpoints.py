"""Figures over HTTP: all of them, the same bytes for both parties, conditional, and at any two instants."""

from datetime import timedelta
from random import Random
from typing import Any

import msgspec
import pytest

from services.common.auth.access import Function
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.common.pagination import encode_cursor
from services.kpi.figures.rules.indicators import SERIES
from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.callers import Api, faults
from tests.support.figures import figures
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid

MONTH = "2026-10"
LATER = START + 40 * 24 * HOUR


async def _loaded(house: KpiHouse, seed: int, tickets: int = 60, **told: Any) -> KpiPair:
    """A contract with random lives of October, folded in November."""
    pair = house.pair(**told)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(seed), tickets))
        await bench.fold(LATER)
    return pair


def _reader(house: KpiHouse, pair: KpiPair) -> Api:
    return house.member(pair.donneur_ordre_id, Function.READER)


async def test_every_indicator_and_variant_also_without_data(house: KpiHouse) -> None:
    pair = house.pair()
    told = figures(_reader(house, pair), pair.path, MONTH)
    assert set(told) == set(SERIES)
    assert {figure["value"] for figure in told.values()} == {None}
    assert {figure["verdict"] for figure in told.values()} == {"no_value"}
    assert {figure["certainty"] for figure in told.values()} == {"none"}


async def test_the_list_is_whole_sorted_and_the_same_for_both_parties(house: KpiHouse) -> None:
    pair = await _loaded(house, 11, commitments=[commitment(indicator="csat", target="0.99", tolerance="0")])
    sides = [
        house.member(pair.donneur_ordre_id, Function.READER),
        house.member(pair.sous_traitant_id, Function.BI_READER),
    ]
    answers = [api.get(f"{pair.path}/figures", params={"period": MONTH}) for api in sides]
    assert answers[0].content == answers[1].content
    assert answers[0].headers["etag"] == answers[1].headers["etag"]
    body = answers[0].json()
    assert body["next_cursor"] is None
    items = body["items"]
    assert items == sorted(items, key=lambda item: (item["indicator"], item["figure_id"]))
    assert [list(item) for item in items[:1]] == [
        ["figure_id", "version", "indicator", "variant", "period", "dimensions", "value", "unit", "direction",
         "numerator", "denominator", "sample_size", "interval", "target", "tolerance", "verdict", "certainty", "state",
         "provisional", "data_as_of", "commitment"]
    ]  # fmt: skip
    csat = next(item for item in items if item["indicator"] == "csat")
    assert (csat["target"], csat["tolerance"]) == ("0.9900", "0.0000")
    assert csat["verdict"] == "missed"
    assert csat["commitment"]["class"] == "contractual"
    assert csat["interval"]["level"] == "0.95"
    assert (csat["state"], csat["data_as_of"]) == ("closed", to_text(from_microseconds(LATER)))


async def test_months_quarters_and_days_count_the_same_tickets(house: KpiHouse) -> None:
    """given a quarter whose tickets lie in October and after / then months and days add up to it, ranks apart."""
    pair = await _loaded(house, 12)
    api = _reader(house, pair)
    quarter = figures(api, pair.path, "2026-Q4")
    months = [figures(api, pair.path, f"2026-{month}") for month in (10, 11, 12)]
    for series in (("fcr_ticket", None), ("csat", None), ("nps", None), ("frt", "mean"), ("ttr", "mean")):
        for field in ("numerator", "denominator"):
            assert quarter[series][field] == sum(month[series][field] for month in months)
    days = [figures(api, pair.path, f"2026-10-{day:02}") for day in range(1, 32)]
    assert months[0]["frt", "mean"]["denominator"] == sum(day["frt", "mean"]["denominator"] for day in days)
    assert days[-1]["backlog", None]["value"] == months[0]["backlog", None]["value"]
    assert quarter["backlog", None]["value"] == months[1]["backlog", None]["value"]


async def test_not_modified_until_something_changes(house: KpiHouse) -> None:
    pair = await _loaded(house, 13, 10)
    api = _reader(house, pair)
    for path in (f"{pair.path}/figures?period={MONTH}", f"{pair.path}/watermark"):
        first = api.get(path)
        etag = first.headers["etag"]
        for tags in (etag, f'"other", {etag}', f"W/{etag}"):
            same = api.get(path, headers={"if-none-match": tags})
            assert (same.status_code, same.content) == (304, b"")
        assert api.get(path, headers={"if-none-match": '"other"'}).content == first.content
    before = api.get(f"{pair.path}/watermark")
    held = api.get(f"{pair.path}/figures", params={"period": MONTH})
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        rated = cloud_event("created", "new", LATER - HOUR, {"status": "solved"})
        await bench.store(source, [generic_delivery(rated, LATER - HOUR)])
        await bench.fold(LATER + HOUR)
    after = api.get(f"{pair.path}/watermark", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert int(after.json()["watermark"]) > int(before.json()["watermark"])
    assert after.json()["data_as_of"] == to_text(from_microseconds(LATER + HOUR))
    again = api.get(f"{pair.path}/figures", params={"period": MONTH}, headers={"if-none-match": held.headers["etag"]})
    assert again.status_code == 200


async def test_a_period_that_is_none_is_told(house: KpiHouse) -> None:
    pair = house.pair()
    api = _reader(house, pair)
    for period in ("2026-13", "octobre", "2026-10-32", "2026", "x" * 100):
        assert faults(api.get(f"{pair.path}/figures", params={"period": period})) == {"query.period"}
    assert faults(api.get(f"{pair.path}/figures")) == {"query.period"}


@pytest.mark.parametrize(
    "instant", ["2026-10-01", "20261001", "2026-10-01T00:00:00", "9999-12-31T23:59:59Z", "1969-12-31T23:59:59Z"]
)
async def test_an_instant_that_is_none_is_told(house: KpiHouse, instant: str) -> None:
    pair = house.pair()
    api = _reader(house, pair)
    for name in ("as_of", "known_at"):
        assert faults(api.get(f"{pair.path}/figures", params={"period": MONTH, name: instant})) == {f"query.{name}"}
        assert faults(api.get(f"{pair.path}/tickets", params={name: instant})) == {f"query.{name}"}


async def test_texts_that_no_database_holds_are_told(house: KpiHouse) -> None:
    pair = house.pair()
    api = _reader(house, pair)
    assert faults(api.get(f"{pair.path}/tickets", params={"source": "\0"})) == {"query.source"}
    assert faults(api.get(f"{pair.path}/tickets", params={"cursor": encode_cursor("a\0", "b")})) == {"cursor"}


async def test_as_of_now_is_what_the_rollups_say(house: KpiHouse) -> None:
    """given many seeds / then figures from the events as of the instant of the data are those from the rollups."""
    for seed in (21, 22, 23):
        pair = await _loaded(house, seed)
        api = _reader(house, pair)
        for period in (MONTH, "2026-10-21", "2026-10-27", "2026-11", "2026-Q4", "2026-09", "2027-01"):
            live = figures(api, pair.path, period)
            again = figures(api, pair.path, period, as_of=to_text(from_microseconds(LATER)))
            assert again == live, period


async def test_the_past_is_as_it_was(house: KpiHouse) -> None:
    """given figures read after each day's fold / when read later as of those days / then they are the same."""
    pair = house.pair()
    api = _reader(house, pair)
    told: dict[str, Any] = {}
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        deliveries = [delivery for delivery in random_week(Random(31), 60) if not _late(delivery)]
        for day in range(14):
            until = START + (day + 1) * 24 * HOUR
            of_the_day = [item for item in deliveries if until - 24 * HOUR <= item.received_us < until]
            await bench.store(source, of_the_day)
            await bench.fold(until)
            told[to_text(from_microseconds(until))] = figures(api, pair.path, MONTH)
    states = set()
    for instant, then in told.items():
        again = figures(api, pair.path, MONTH, as_of=instant)
        states |= {figure["state"] for figure in again.values()}
        assert again == then
    assert states == {"open", "closed"}


def _late(delivery: Delivery) -> bool:
    return delivery.received_us - at(msgspec.json.decode(delivery.body)["time"].replace("Z", "+00:00")) > HOUR


async def test_a_pair_in_the_past_always_answers_the_same_bytes(house: KpiHouse) -> None:
    pair = await _loaded(house, 41)
    api = _reader(house, pair)
    instant = to_text(now())
    query = {"period": MONTH, "as_of": instant, "known_at": instant}
    first = api.get(f"{pair.path}/figures", params=query)
    before = api.get(f"{pair.path}/figures", params={"period": MONTH, "known_at": to_text(now() - timedelta(days=1))})
    assert {item["value"] for item in before.json()["items"]} <= {None, "0"}
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(42), 20))
        await bench.fold(to_microseconds(now()))
    present = api.get(f"{pair.path}/figures", params={"period": MONTH})
    assert present.json()["items"] != first.json()["items"]
    again = api.get(f"{pair.path}/figures", params=query)
    assert again.content == first.content
    assert again.headers["etag"] == first.headers["etag"]
    assert {item["version"] for item in again.json()["items"]} == {None}


async def test_commitments_judge_by_the_instant(house: KpiHouse) -> None:
    """given a target that rises in November and one that ends / then each month is judged by what ruled at its end."""
    pair = await _loaded(
        house,
        51,
        commitments=[
            commitment(target="0", tolerance="0"),
            commitment(target="1", tolerance="0", valid_from="2026-10-31T23:00:00Z"),
            commitment(indicator="frt", variant="median", target="1", unit="s", direction="lower", tolerance="0"),
            commitment(indicator="frt", variant="median", target="1", unit="s", direction="lower", tolerance="0",
                       valid_from="2026-10-15T00:00:00Z", ends=True),
        ],
    )  # fmt: skip
    api = _reader(house, pair)
    october = figures(api, pair.path, MONTH)
    assert october["fcr_ticket", None]["verdict"] == "met"
    assert figures(api, pair.path, "2026-11")["fcr_ticket", None]["target"] == "1.0000"
    assert october["frt", "median"]["verdict"] == "no_target"
    assert october["frt", "p90"]["commitment"] is None


async def test_silence_is_no_stock_of_none(house: KpiHouse) -> None:
    """given a promise on the stock / when nothing was heard by a period's end / then no value, and not met."""
    promised = commitment(indicator="backlog", target="1000", tolerance="0", unit="count", direction="lower")
    pair = await _loaded(house, 5, commitments=[promised])
    api = _reader(house, pair)
    for then in ({}, {"as_of": to_text(from_microseconds(LATER))}):
        silent = figures(api, pair.path, "2026-08", **then)["backlog", None]
        assert (silent["value"], silent["numerator"], silent["verdict"]) == (None, None, "no_value")
        assert figures(api, pair.path, MONTH, **then)["backlog", None]["verdict"] == "met"
    for period in ("2026-08", MONTH):
        figure = figures(api, pair.path, period)["backlog", None]
        explained = api.get(f"/v1/figures/{figure['figure_id']}/explanation").json()
        assert (explained["recomputed"]["value"], explained["recomputed"]["equal"]) == (figure["value"], True)


async def test_strangers_and_keys_of_other_contracts_find_nothing(house: KpiHouse) -> None:
    pair, other = house.pair(), house.pair()
    stranger = house.member(other.donneur_ordre_id, Function.MANAGER)
    for path in (f"{pair.path}/figures?period={MONTH}", f"{pair.path}/watermark", f"{pair.path}/figures?period=x"):
        assert stranger.get(path).status_code == 404
        assert house.stranger.get(path).status_code == 401
        assert house.member(pair.donneur_ordre_id, Function.PLATFORM_ADMIN).get(path).status_code == 403
