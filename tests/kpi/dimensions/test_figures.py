"""Figures by value over HTTP: the same for both parties, explained by their tickets, in series, at other instants."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, to_text
from services.kpi.dimensions.rules import LONGEST_VALUE
from services.kpi.figures.rules.indicators import SERIES
from tests.kpi.dimensions.support import DAY, START, WITH_DIMENSIONS, random_lives
from tests.support.callers import Api, faults
from tests.support.figures import explanation, figures
from tests.support.kpi import version
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
NOW = START + 20 * DAY


@pytest.fixture(scope="module")
async def pair(house: KpiHouse) -> KpiPair:
    """A contract with dimensions and random lives of October, folded in November."""
    terms = {**version(WITH_DIMENSIONS), "id": str(new_id())}
    told = house.pair(terms=[terms], commitments=[commitment()])
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, random_lives(Random(5), 60))
        await bench.fold(NOW)
    return told


@pytest.fixture
def api(house: KpiHouse, pair: KpiPair) -> Api:
    """A reader of the client company."""
    return house.member(pair.donneur_ordre_id, Function.READER)


def by_value(api: Api, pair: KpiPair, dimension: str = "site", **query: str) -> list[dict[str, Any]]:
    """All figures of all values, page by page."""
    return list(_pages(api, pair, {"period": MONTH, "dimension": dimension, **query}))


def _pages(api: Api, pair: KpiPair, query: dict[str, str]) -> Iterator[dict[str, Any]]:
    while True:
        answer = api.get(f"{pair.path}/figures", params=query)
        assert answer.status_code == 200, answer.text
        yield from answer.json()["items"]
        if answer.json()["next_cursor"] is None:
            return
        query = {**query, "cursor": answer.json()["next_cursor"]}


def test_every_value_has_every_figure(house: KpiHouse, pair: KpiPair, api: Api) -> None:
    items = by_value(api, pair)
    assert {item["dimensions"]["site"] for item in items} == {"Lyon", "Tunis", "*", ""}
    assert len(items) == len({item["figure_id"] for item in items}) == 4 * len(SERIES)
    assert items == sorted(items, key=lambda item: (item["indicator"], item["figure_id"]))
    assert items == by_value(api, pair, limit="7")
    for item in items:
        assert (item["version"], item["target"], item["commitment"]) == (None, None, None)
        assert item["verdict"] in ("no_target", "no_value")
    other = house.member(pair.sous_traitant_id, Function.BI_READER)
    answers = [one.get(f"{pair.path}/figures", params={"period": MONTH, "dimension": "site"}) for one in (api, other)]
    assert answers[0].content == answers[1].content
    again = api.get(
        f"{pair.path}/figures",
        params={"period": MONTH, "dimension": "site"},
        headers={"If-None-Match": answers[0].headers["etag"]},
    )
    assert again.status_code == 304


@pytest.mark.parametrize("dimension", ["site", "channel", "reason", "priority"])
def test_the_values_make_up_the_whole(pair: KpiPair, api: Api, dimension: str) -> None:
    whole = figures(api, pair.path, MONTH)
    items = by_value(api, pair, dimension)
    for (indicator, variant), figure in whole.items():
        own = [item for item in items if (item["indicator"], item["variant"]) == (indicator, variant)]
        for field in ("numerator", "denominator"):
            if figure[field] is not None:
                assert sum(item[field] or 0 for item in own) == figure[field]


@pytest.mark.parametrize("dimension", ["site", "channel", "tag"])
def test_each_is_explained_by_its_tickets(pair: KpiPair, api: Api, dimension: str) -> None:
    items = by_value(api, pair, dimension)
    assert any(item["value"] for item in items)
    for item in items:
        told = explanation(api, item["figure_id"], limit=200)
        assert told["figure"] == item
        assert told["recomputed"]["equal"], (item, told["recomputed"])
        if item["denominator"] is not None:
            assert told["counts"]["in"]["denominator"] == item["denominator"]
        assert told["versions"] == []
        assert [term["dimensions"]["site"]["values"]["Lyon N1"] for term in told["terms"]] == ["Lyon"]


def test_at_an_instant_in_the_past(pair: KpiPair, api: Api) -> None:
    now, before = to_text(from_microseconds(NOW)), to_text(from_microseconds(START + 3 * DAY))
    assert by_value(api, pair, as_of=now) == by_value(api, pair)
    earlier = by_value(api, pair, as_of=before)
    assert earlier != by_value(api, pair)
    for item in earlier[::7]:
        told = explanation(api, item["figure_id"], as_of=before)
        assert told["figure"] == item
        assert told["recomputed"]["equal"]
    # Nothing of it was declared when nothing was recorded.
    answer = api.get(
        f"{pair.path}/figures",
        params={"period": MONTH, "dimension": "site", "known_at": "2025-01-01T00:00:00Z"},
    )
    assert problem(answer, 422)["code"] == "invalid"


@pytest.mark.parametrize(("indicator", "variant"), SERIES)
def test_series_of_a_value(pair: KpiPair, api: Api, indicator: str, variant: str | None) -> None:
    query = {"indicator": indicator, "dimension": "site", "value": "Lyon", **({"variant": variant} if variant else {})}
    for grain, periods, window in (("month", [MONTH, "2026-11"], "1"), ("day", ["2026-10-21", "2026-10-22"], "1")):
        span = {"from": f"{periods[0]}-01"[:10], "to": f"{periods[-1]}-01"[:10], "grain": grain, "window": window}
        answer = api.get(f"{pair.path}/series", params=query | span)
        assert answer.status_code == 200, answer.text
        assert answer.json()["dimensions"] == {"site": "Lyon"}
        for period, item in zip(periods, answer.json()["items"], strict=True):
            figure = next(
                one
                for one in by_value(api, pair, period=period)
                if (one["indicator"], one["variant"], one["dimensions"]["site"]) == (indicator, variant, "Lyon")
            )
            assert {name: figure[name] for name in ("value", "numerator", "denominator", "verdict", "provisional")} == {
                name: item[name] for name in ("value", "numerator", "denominator", "verdict", "provisional")
            }


def test_windows_of_a_value_are_read_from_its_tickets(pair: KpiPair, api: Api) -> None:
    span = {"indicator": "ttr", "variant": "median", "from": "2026-10-25", "to": "2026-10-25", "window": "7"}
    values = []
    for value in ("Lyon", "Tunis", "*", ""):
        answer = api.get(f"{pair.path}/series", params={**span, "dimension": "site", "value": value})
        values += answer.json()["items"]
    whole = api.get(f"{pair.path}/series", params=span).json()
    assert whole["dimensions"] == {}
    assert sum(item["denominator"] or 0 for item in values) == whole["items"][0]["denominator"]
    assert any(item["value"] for item in values)


def test_what_cannot_be_asked(house: KpiHouse, pair: KpiPair, api: Api) -> None:
    path = f"{pair.path}/figures"
    assert faults(api.get(path, params={"period": MONTH, "dimension": "lot"})) == {"query.dimension"}
    assert problem(api.get(path, params={"period": MONTH, "dimension": "ville"}), 422)["code"] == "invalid"
    series = {"indicator": "csat", "from": "2026-10-01", "to": "2026-10-02"}
    for beside in ({"dimension": "site"}, {"value": "Lyon"}, {"dimension": "site", "value": "x\0"}):
        assert faults(api.get(f"{pair.path}/series", params=series | beside)) == {"query.value"}
    tail = {"dimension": "site", "value": "a" * (LONGEST_VALUE + 1)}
    assert api.get(f"{pair.path}/series", params=series | tail).status_code == 422
    # A contract that declares none knows no figure of a value.
    other = house.pair()
    stranger = house.member(other.donneur_ordre_id, Function.READER)
    assert faults(stranger.get(f"{other.path}/figures", params={"period": MONTH, "dimension": "site"})) == {
        "query.dimension"
    }
    mine = by_value(api, pair)[0]["figure_id"]
    problem(stranger.get(f"/v1/figures/{mine}/explanation"), 404)
    problem(api.get(f"/v1/figures/{mine}/explanation", params={"version": 1}), 404)
