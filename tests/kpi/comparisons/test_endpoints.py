"""Comparisons over HTTP: every value beside the rest, in words that its numbers bear."""

from decimal import Decimal
from typing import Any

import pytest

from services.common import statistics
from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.kpi.figures.rules.indicators import SERIES
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery
from tests.kpi.dimensions.support import DAY, HOUR, START, TWO_DAYS
from tests.support.callers import Api, faults
from tests.support.figures import explanation, figures
from tests.support.kpi import version
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
SITES = {"site": {"attribute": "group", "values": {"Lyon N1": "Lyon", "Tunis N1": "Tunis", "Lille N1": "Lille",
                                                   "Brest N1": "Brest"}}}  # fmt: skip


def _solved(number: int, group: str, score: int, hours: int) -> list[Delivery]:
    """A ticket of a site, solved after some hours and rated."""
    ticket, moment = f"T-{number:03}", START + number * 60_000_000
    return [
        generic_delivery(cloud_event(kind, ticket, at_us, data), at_us + 1_000_000)
        for kind, at_us, data in (
            ("created", moment, {"group": group, "requester": f"c{number}"}),
            ("status", moment + hours * HOUR, {"status": "solved"}),
            ("csat", moment + (hours + 1) * HOUR, {"score": score, "scale_max": 5}),
            ("nps", moment + (hours + 1) * HOUR, {"score": score * 2}),
        )
    ]


@pytest.fixture(scope="module")
async def pair(house: KpiHouse) -> KpiPair:
    """Sites of 40 tickets: Lyon contents 35 and is slow, Tunis 15, Lille 27; Brest has 3 tickets."""
    told = house.pair(terms=[{**version({**TWO_DAYS, "dimensions": SITES}), "id": str(new_id())}])
    deliveries, number = [], 0
    for group, tickets, content, hours in (("Lyon N1", 40, 35, 30), ("Tunis N1", 40, 15, 5), ("Lille N1", 40, 27, 6),
                                           ("Brest N1", 3, 3, 5)):  # fmt: skip
        for place in range(tickets):
            deliveries += _solved(number, group, 5 if place < content else 1, hours + place % 5)
            number += 1
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, deliveries)
        await bench.fold(START + 40 * DAY)
    return told


@pytest.fixture
def api(house: KpiHouse, pair: KpiPair) -> Api:
    """A reader of the client company."""
    return house.member(pair.donneur_ordre_id, Function.READER)


def compared(api: Api, pair: KpiPair, indicator: str, **query: str) -> dict[str, Any]:
    """A comparison of sites."""
    params = {"period": MONTH, "dimension": "site", "indicator": indicator, **query}
    answer = api.get(f"{pair.path}/comparisons", params=params)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def _readings(told: dict[str, Any]) -> dict[str, str]:
    return {item["dimensions"]["site"]: item["reading"] for item in told["items"]}


def test_shares(pair: KpiPair, api: Api) -> None:
    told = compared(api, pair, "csat")
    assert _readings(told) == {
        "Tunis": "worse", "Lille": "not_distinguishable", "Lyon": "better", "Brest": "too_few"
    }  # fmt: skip
    # Worst first.
    assert list(_readings(told)) == ["Tunis", "Lille", "Lyon", "Brest"]
    tunis = told["items"][0]
    assert (tunis["numerator"], tunis["denominator"]) == (15, 40)
    assert tunis["rest"] == {"value": "0.7831", "numerator": 65, "denominator": 83}
    wanted = statistics.compare_proportions(65, 83, 15, 40)
    assert abs(Decimal(tunis["difference"]["low"]) - wanted.interval.low) < Decimal("0.00006")
    assert abs(Decimal(tunis["test"]["p_value"]) - wanted.p_value) < Decimal("0.000001")
    assert tunis["test"]["method"] == "pooled_z"
    assert Decimal(tunis["test"]["p_adjusted"]) > Decimal(tunis["test"]["p_value"])
    assert tunis["interval"]["of"] == "sample"
    assert told["items"][3]["test"] is None
    # Of the same numbers counted in full the interval is only noise.
    assert {item["interval"]["of"] for item in compared(api, pair, "fcr_ticket")["items"]} == {"noise"}


def test_scores(pair: KpiPair, api: Api) -> None:
    told = compared(api, pair, "nps")
    assert _readings(told)["Tunis"] == "worse"
    assert told["items"][0]["own"]["value"] == told["items"][0]["value"]
    assert told["items"][0]["test"]["method"] == "coded_answers"


def test_durations_are_compared_by_the_share_within_the_limit_of_the_whole(pair: KpiPair, api: Api) -> None:
    told = compared(api, pair, "ttr", variant="median")
    assert told["compared"] == "share_within_limit"
    whole = figures(api, pair.path, MONTH)["ttr", "median"]
    assert str(told["limit_seconds"]) == whole["value"]
    assert _readings(told) == {"Lyon": "worse", "Lille": "better", "Tunis": "better", "Brest": "too_few"}
    lyon = told["items"][0]
    assert lyon["own"] == {"value": "0.0000", "numerator": 0, "denominator": 40}
    assert Decimal(lyon["interval"]["low"]) <= Decimal(lyon["value"]) <= Decimal(lyon["interval"]["high"])
    # The 14th and the 27th of 40 ordered values.
    ordered = sorted(30 + place % 5 for place in range(40))
    assert lyon["interval"]["low"] == str(ordered[13] * 3600)
    assert lyon["interval"]["high"] == str(ordered[26] * 3600)
    assert told["items"][-1]["interval"] is None or told["items"][-1]["denominator"] >= 6


@pytest.mark.parametrize(("indicator", "variant"), SERIES)
def test_every_figure_of_a_value_is_the_one_that_is_told_elsewhere(
    pair: KpiPair, api: Api, indicator: str, variant: str | None
) -> None:
    told = compared(api, pair, indicator, **({"variant": variant} if variant else {}))
    assert {item["dimensions"]["site"] for item in told["items"]} >= {"Lyon", "Tunis", "Lille", "Brest"}
    for item in told["items"]:
        figure = explanation(api, item["figure_id"])["figure"]
        for field in ("value", "numerator", "denominator", "sample_size", "provisional", "dimensions"):
            assert item[field] == figure[field], field
    if indicator == "backlog" or variant == "mean":
        assert set(_readings(told).values()) == {"not_compared"}
    whole = figures(api, pair.path, MONTH)[indicator, variant]
    assert told["whole"] == {name: whole[name] for name in ("value", "numerator", "denominator")}


def test_both_parties_read_the_same_and_nobody_else(house: KpiHouse, pair: KpiPair, api: Api) -> None:
    params = {"period": MONTH, "dimension": "site", "indicator": "csat"}
    path = f"{pair.path}/comparisons"
    other = house.member(pair.sous_traitant_id, Function.MANAGER)
    assert other.get(path, params=params).json() == api.get(path, params=params).json()
    problem(house.stranger.get(path, params=params), 401)
    elsewhere = house.pair()
    problem(house.member(elsewhere.donneur_ordre_id, Function.MANAGER).get(path, params=params), 404)


def test_what_cannot_be_asked(pair: KpiPair, api: Api) -> None:
    path, params = f"{pair.path}/comparisons", {"period": MONTH, "dimension": "site", "indicator": "csat"}
    for wrong, field in (
        ({"dimension": "lot"}, "query.dimension"), ({"dimension": "ville"}, "query.dimension"),
        ({"variant": "median"}, "query.variant"), ({"indicator": "ttr"}, "query.variant"),
        ({"period": "octobre"}, "query.period"), ({"indicator": "aht"}, "query.indicator"),
    ):  # fmt: skip
        assert faults(api.get(path, params=params | wrong)) == {field}
